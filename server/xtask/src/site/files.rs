//! Folders as lists of files, and files that are only written when they change.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::hash::Digest;
use crate::fault::{Outcome, While};

/// Every file below a folder, in a fixed order; none when there is no such folder.
pub fn below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        collect(folder, &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Outcome {
    for entry in fs::read_dir(folder).while_doing(format_args!("listing {}", folder.display()))? {
        let path = entry.while_doing(format_args!("listing {}", folder.display()))?.path();
        if path.is_dir() { collect(&path, found)? } else { found.push(path) }
    }
    Ok(())
}

/// When anything in a file or folder last changed, as far as its times tell; a removal shows in its folder's time.
pub fn newest_change(place: &Path) -> Option<SystemTime> {
    let own = fs::metadata(place).ok()?.modified().ok();
    let entries = fs::read_dir(place).into_iter().flatten().flatten();
    entries.filter_map(|entry| newest_change(&entry.path())).chain(own).max()
}

/// A file whole; refuses with its name.
pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).while_doing(format_args!("reading {}", path.display()))
}

/// Writes a file and the folders above it; one that already holds these bytes is left alone. Answers whether it wrote.
pub fn write(path: &Path, bytes: &[u8]) -> Outcome<bool> {
    if fs::read(path).is_ok_and(|held| held == bytes) {
        return Ok(false);
    }
    let doing = format!("writing {}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).while_doing(&doing)?;
    }
    fs::write(path, bytes).while_doing(doing)?;
    Ok(true)
}

/// Removes a file; one that is not there is fine.
pub fn remove(path: &Path) -> Outcome {
    if path.exists() { fs::remove_file(path).while_doing(format_args!("removing {}", path.display())) } else { Ok(()) }
}

/// `path` with something after its last character: `main.css` and `.br` make `main.css.br`.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// What a folder holds, names and contents.
pub fn digest_below(folder: &Path) -> Outcome<Digest> {
    let files = below(folder)?;
    let parts = files.iter().map(|file| Ok(format!("{} {}", file.display(), Digest::of(&read(file)?))));
    Ok(Digest::of_all(parts.collect::<Outcome<Vec<_>>>()?))
}
