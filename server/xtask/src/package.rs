//! `cargo xtask build`: a folder that runs on another machine of the same kind, with nothing installed there.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cargo;
use crate::fault::{Fault, Outcome, While};
use crate::paths::{Build, Paths};
use crate::say;
use crate::setup;
use crate::site::{Grade, Site};

const NOTE: &str = "\
Kith

  ./kith serve --site site --data data --addr 127.0.0.1:3000

starts it with the embedded database in `data`, which is made on the first run; `--demo` fills it with a company to
look at. `--first-admin 'NAME <EMAIL>'` prints the link by which the first administrator joins, `./kith serve --help`
lists every setting, and each is also read from the environment.

Put a proxy that ends TLS before it: sign-in cookies are only sent over HTTPS, except to this machine itself.
A copied `data` is no backup; what `./kith export FILE` writes is, and `./kith restore FILE` fills an empty database from
it. The embedded database is open to one process at a time, so stop the server for `export`, `import` and `user`. With
the database as a process of its own (`--db ws://host:port`) nothing has to stop: `import` and `user` work beside the
server, and `surreal export` writes the copy; `./kith export --db …` says how.
";

/// Afterwards `out` holds binary, site and a note on how to start.
pub fn package(paths: &Paths, out: Option<PathBuf>) -> Outcome {
    let out = out.unwrap_or_else(|| paths.target.join("kith"));
    refuse_among_sources(paths, &out)?;
    let tools = setup::for_building(paths)?;
    let site = Site::new(paths, &tools, Grade::Full);
    site.build()?;
    say::step("server, optimised", || cargo::build_binaries(paths, Build::Release, &["kith"]))?;
    say::step("folder", || fill(&out, &paths.binary(Build::Release, "kith"), &site.folder))?;
    say::line(format_args!("\n{}", out.display()));
    Ok(())
}

fn refuse_among_sources(paths: &Paths, out: &Path) -> Outcome {
    let out = std::path::absolute(out).while_doing("finding the output folder")?;
    if out.starts_with(&paths.repo) && !out.starts_with(&paths.target) {
        let what = format!("{} is among the sources, where a build does not belong", out.display());
        return Err(Fault::new(what).mend("cargo xtask build --out ../kith"));
    }
    Ok(())
}

/// Replaces what an earlier build left, and nothing else: the folder may already hold data.
fn fill(out: &Path, binary: &Path, site: &Path) -> Outcome {
    let doing = format!("writing {}", out.display());
    let old = out.join("site");
    if old.exists() {
        fs::remove_dir_all(&old).while_doing(&doing)?;
    }
    copy_folder(site, &old).while_doing(&doing)?;
    // The old binary is unlinked first, since a running one cannot be written to.
    fs::remove_file(out.join("kith")).unwrap_or_default();
    fs::copy(binary, out.join("kith")).while_doing(&doing)?;
    fs::write(out.join("START.txt"), NOTE).while_doing(&doing)
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target)?
        } else {
            fs::copy(entry.path(), target).map(drop)?
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{fill, refuse_among_sources};
    use crate::paths::Paths;
    use std::fs;

    #[test]
    fn a_build_replaces_the_program_and_keeps_the_data() {
        let folder = std::env::temp_dir().join(format!("kith-package-{}", std::process::id()));
        let (site, out) = (folder.join("made/site"), folder.join("out"));
        for place in [&site, &out.join("site"), &out.join("data")] {
            fs::create_dir_all(place).unwrap();
        }
        fs::write(site.join("new.css"), "").unwrap();
        fs::write(out.join("site/old.css"), "").unwrap();
        fs::write(out.join("data/rows"), "").unwrap();
        fs::write(folder.join("made/kith"), "program").unwrap();
        fill(&out, &folder.join("made/kith"), &site).unwrap();
        assert!(out.join("data/rows").exists() && out.join("site/new.css").exists() && out.join("START.txt").exists());
        assert!(!out.join("site/old.css").exists());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_build_among_the_sources_is_refused() {
        let paths = Paths { repo: "/kith".into(), target: "/kith/target".into(), tools: "/tools".into() };
        assert!(refuse_among_sources(&paths, "/kith/dist".as_ref()).is_err());
        assert!(refuse_among_sources(&paths, "/kith/target/kith".as_ref()).is_ok());
        assert!(refuse_among_sources(&paths, "/elsewhere".as_ref()).is_ok());
    }
}
