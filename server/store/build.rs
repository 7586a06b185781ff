//! Names the shape of what `domain` holds in memory: any change to its sources is another one, so that a program never
//! reads an organisation that was kept by another. See `src/kept.rs`.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;

const SOURCES: &str = "../../app/domain/src";

fn main() -> io::Result<()> {
    let mut hash = DefaultHasher::new();
    read_below(Path::new(SOURCES), &mut hash)?;
    println!("cargo::rerun-if-changed={SOURCES}");
    println!("cargo::rustc-env=KITH_SHAPE={:016x}", hash.finish());
    Ok(())
}

fn read_below(folder: &Path, hash: &mut DefaultHasher) -> io::Result<()> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read_below(&path, hash)?;
        } else {
            (path.file_name(), fs::read(&path)?).hash(hash);
        }
    }
    Ok(())
}
