//! The standard library's source as Debian ships it, in exactly the compiler's version, fetched with apt but without
//! touching the machine's own package lists: a private source entry, private lists, and a package only unpacked.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::{Fault, Outcome, While};
use crate::run::Run;
use crate::say;

/// Where newer compilers are, most conservative first.
const SUITES: [&str; 4] = ["trixie-backports", "forky", "sid", "experimental"];
const SOURCES: &str = "/etc/apt";

/// Where this machine gets Debian from.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mirror {
    uri: String,
    signed_by: Option<String>,
}

/// The `library` folder of the compiler's source, unpacked below `tools`.
pub fn rust_source(version: &str, tools: &Path) -> Outcome<PathBuf> {
    let place = tools.join(format!("rust-src-{version}"));
    let library = place.join(format!("unpacked/usr/src/rustc-{version}/library"));
    if library.join("sysroot/Cargo.toml").exists() {
        return Ok(library);
    }
    let mirror = own_mirror()?;
    let package = SUITES.into_iter().find_map(|suite| download(&mirror, suite, version, &place));
    let package = package.ok_or_else(|| Fault::new(format!("no Debian suite has rust-src {version}")))?;
    Run::new("dpkg").arg("-x").arg(package).arg(place.join("unpacked")).quietly()?;
    Ok(library)
}

/// The package from one suite, if that suite has this version.
fn download(mirror: &Mirror, suite: &str, version: &str, place: &Path) -> Option<PathBuf> {
    match try_download(mirror, suite, version, place) {
        Ok(package) => package,
        Err(fault) => {
            say::line(format_args!("  {suite}: {}", fault.to_string().lines().last().unwrap_or_default()));
            None
        }
    }
}

fn try_download(mirror: &Mirror, suite: &str, version: &str, place: &Path) -> Outcome<Option<PathBuf>> {
    let doing = format!("preparing {}", place.display());
    let (entry, apt) = (place.join(format!("{suite}.sources")), place.join(suite));
    fs::create_dir_all(apt.join("lists/partial")).while_doing(&doing)?;
    fs::create_dir_all(apt.join("archives/partial")).while_doing(&doing)?;
    fs::write(&entry, private_entry(mirror, suite)).while_doing(&doing)?;
    let call = |words: &[&str]| {
        let options = [
            format!("Dir::Etc::sourcelist={}", entry.display()),
            "Dir::Etc::sourceparts=/dev/null".to_owned(),
            format!("Dir::State::lists={}", apt.join("lists").display()),
            format!("Dir::Cache={}", apt.display()),
        ];
        let options = options.iter().flat_map(|option| ["-o", option.as_str()]);
        Run::new("apt-get").inside(&apt).args(options).args(words).quietly()
    };
    call(&["update"])?;
    call(&["download", &format!("rust-src={version}*")])?;
    package_in(&apt)
}

fn package_in(folder: &Path) -> Outcome<Option<PathBuf>> {
    let entries = fs::read_dir(folder).while_doing("looking for the downloaded package")?;
    Ok(entries.flatten().map(|entry| entry.path()).find(|path| path.extension() == Some(OsStr::new("deb"))))
}

fn private_entry(mirror: &Mirror, suite: &str) -> String {
    let key = mirror.signed_by.as_ref().map(|key| format!("Signed-By: {key}\n")).unwrap_or_default();
    format!("Types: deb\nURIs: {}\nSuites: {suite}\nComponents: main\n{key}", mirror.uri)
}

/// The mirror this machine is set up with; Debian's security archive and other vendors do not carry the package.
fn own_mirror() -> Outcome<Mirror> {
    let mut texts = vec![fs::read_to_string(Path::new(SOURCES).join("sources.list")).unwrap_or_default()];
    if let Ok(entries) = fs::read_dir(Path::new(SOURCES).join("sources.list.d")) {
        texts.extend(entries.flatten().filter_map(|entry| fs::read_to_string(entry.path()).ok()));
    }
    let found = texts.iter().find_map(|text| deb822_mirror(text).or_else(|| one_line_mirror(text)));
    found.ok_or_else(|| Fault::new("this machine's apt sources name no Debian mirror"))
}

fn is_debian(uri: &str) -> bool {
    uri.trim_end_matches('/').ends_with("/debian")
}

fn deb822_mirror(text: &str) -> Option<Mirror> {
    text.split("\n\n").find_map(|stanza| {
        let field = |name: &str| stanza.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        let uri = field("URIs:")?.split_whitespace().find(|uri| is_debian(uri))?;
        Some(Mirror {
            uri: uri.to_owned(),
            signed_by: field("Signed-By:").filter(|key| !key.is_empty()).map(str::to_owned),
        })
    })
}

fn one_line_mirror(text: &str) -> Option<Mirror> {
    let entries = text.lines().filter(|line| line.starts_with("deb "));
    let mut words = entries.flat_map(str::split_whitespace);
    words.find(|word| is_debian(word)).map(|uri| Mirror { uri: uri.to_owned(), signed_by: None })
}

#[cfg(test)]
mod tests {
    use super::{Mirror, deb822_mirror, one_line_mirror, private_entry};

    const STANZAS: &str = "Types: deb\nURIs: http://mirror.example/debian-security\nSuites: bookworm-security\n\n\
        Types: deb\n# a comment\nURIs: http://mirror.example/debian\nSuites: bookworm bookworm-updates\n\
        Components: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n";

    #[test]
    fn the_machines_own_mirror_is_read_and_not_the_security_archive() {
        let mirror = deb822_mirror(STANZAS).unwrap();
        assert_eq!(mirror.uri, "http://mirror.example/debian");
        assert_eq!(mirror.signed_by.as_deref(), Some("/usr/share/keyrings/debian-archive-keyring.gpg"));
    }

    #[test]
    fn the_older_one_line_form_is_read_too() {
        let text =
            "# deb http://old.example/debian x main\ndeb [arch=amd64] http://mirror.example/debian bookworm main\n";
        assert_eq!(one_line_mirror(text).unwrap().uri, "http://mirror.example/debian");
        assert_eq!(one_line_mirror("deb http://mirror.example/ubuntu noble main"), None);
    }

    #[test]
    fn the_private_entry_asks_the_same_mirror_for_another_suite() {
        let mirror = Mirror { uri: "http://mirror.example/debian".into(), signed_by: None };
        let entry = private_entry(&mirror, "sid");
        assert_eq!(entry, "Types: deb\nURIs: http://mirror.example/debian\nSuites: sid\nComponents: main\n");
    }
}
