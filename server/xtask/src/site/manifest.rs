//! `assets.json`: what the server links to and the service worker keeps.

use serde::{Deserialize, Serialize};

use super::bindgen::{MODULE, Prefetch, SCRIPT, SPLIT_SCRIPT};
use super::hash::Digest;

/// Addresses of one build's files, as the server reads them when it starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assets {
    /// Names this build; it changes when any file of the site does.
    pub build: String,
    pub css: String,
    pub js: String,
    pub wasm: String,
    pub loader: Option<String>,
    /// The folder that the scripts and modules of this build are in.
    pub program: String,
    /// The script that fetches the modules that only some pages need.
    pub split: String,
    /// The packs of those modules, by the function that needs them.
    pub prefetch: Prefetch,
    /// What the service worker fetches while it is being installed.
    pub precache: Vec<String>,
}

/// A file of `public/`, by its address.
#[derive(Debug)]
pub struct Public {
    pub address: String,
    pub digest: Digest,
}

impl Assets {
    /// Names the build after everything in it.
    pub fn new(hashed: Hashed, public: &[Public]) -> Self {
        let pkg: Vec<String> = hashed.addresses().collect();
        let Hashed { css, loader, program, prefetch, .. } = hashed;
        let all = public.iter().map(|file| format!("{} {}", file.address, file.digest)).chain(pkg.iter().cloned());
        let build = Digest::of_all(all).short().to_owned();
        let offline = public.iter().map(|file| file.address.clone()).filter(|address| is_needed_offline(address));
        let precache = pkg.into_iter().chain(offline).collect();
        let part = |name: &str| format!("{program}/{name}");
        let (js, wasm) = (part(SCRIPT), part(MODULE));
        Self { build, css, js, wasm, loader, split: SPLIT_SCRIPT.to_owned(), program, prefetch, precache }
    }

    /// What every page needs before it is fully alive. What one page needs beside it stands in its HTML.
    pub fn of_every_page(&self) -> impl Iterator<Item = String> {
        let own = [Some(self.css.clone()), Some(self.js.clone()), Some(self.wasm.clone()), self.loader.clone()];
        own.into_iter().flatten().chain([format!("{}/{}", self.program, self.split)])
    }

    /// The packs that a lazy function of this name needs.
    pub fn of_function(&self, name: &str) -> impl Iterator<Item = String> {
        let own = self.prefetch.iter().filter(move |(function, _)| is_of(function, name));
        own.flat_map(|(_, packs)| packs.iter().map(|pack| format!("{}/{pack}.wasm", self.program)))
    }
}

/// Keys are the function's name and a number that tells functions of one name apart.
pub fn is_of(function: &str, name: &str) -> bool {
    function.rsplit_once('_').is_some_and(|(own, _)| own == name)
}

/// Addresses that carry the digest of what they lead to.
#[derive(Debug)]
pub struct Hashed {
    pub css: String,
    pub loader: Option<String>,
    /// The folder of scripts and modules, and the names in it.
    pub program: String,
    pub parts: Vec<String>,
    pub prefetch: Prefetch,
}

impl Hashed {
    /// Every file of it.
    pub fn addresses(&self) -> impl Iterator<Item = String> {
        let parts = self.parts.iter().map(|part| format!("{}/{part}", self.program));
        [Some(self.css.clone()), self.loader.clone()].into_iter().flatten().chain(parts)
    }
}

/// Pages and pictures that show without a connection; screenshots and store icons are for the installer alone.
fn is_needed_offline(address: &str) -> bool {
    let ending = address.rsplit_once('.').map_or("", |(_, ending)| ending);
    matches!(ending, "html" | "svg" | "woff2")
}

#[cfg(test)]
mod tests {
    use super::{Assets, Digest, Hashed, MODULE, Public, SCRIPT, SPLIT_SCRIPT};

    fn assets(css: &str, public: &[(&str, &str)]) -> Assets {
        let prefetch = [("__door_12".to_owned(), vec!["split_door_1".to_owned()])].into();
        let parts = [SCRIPT, MODULE, SPLIT_SCRIPT, "split_door_1.wasm"].map(str::to_owned).to_vec();
        let hashed = Hashed { css: css.into(), loader: None, program: "/pkg/1".into(), parts, prefetch };
        let file = |(address, content): &(&str, &str)| Public {
            address: (*address).into(),
            digest: Digest::of(content.as_bytes()),
        };
        Assets::new(hashed, &public.iter().map(file).collect::<Vec<_>>())
    }

    #[test]
    fn the_build_changes_with_any_file_and_only_then() {
        let first = assets("/pkg/m.1.css", &[("/offline.html", "away")]);
        assert_eq!(first.build, assets("/pkg/m.1.css", &[("/offline.html", "away")]).build);
        assert_ne!(first.build, assets("/pkg/m.2.css", &[("/offline.html", "away")]).build);
        assert_ne!(first.build, assets("/pkg/m.1.css", &[("/offline.html", "gone")]).build);
        assert_eq!(first.build.len(), 12);
    }

    #[test]
    fn the_service_worker_keeps_what_shows_offline() {
        let all = assets("/pkg/m.1.css", &[("/fonts/sans.woff2", "f"), ("/screenshots/home.png", "p")]);
        let program = ["/pkg/1/kith.js", "/pkg/1/kith_bg.wasm", "/pkg/1/kith_split.js", "/pkg/1/split_door_1.wasm"];
        assert_eq!(all.precache[0], "/pkg/m.1.css");
        assert_eq!(all.precache[1..5], program);
        assert_eq!(all.precache[5..], ["/fonts/sans.woff2"]);
    }

    #[test]
    fn a_page_needs_the_modules_of_its_own_function_alone() {
        let all = assets("/pkg/m.1.css", &[]);
        assert_eq!(all.of_function("__door").collect::<Vec<_>>(), ["/pkg/1/split_door_1.wasm"]);
        assert_eq!(all.of_function("__do").count(), 0);
        assert!(all.of_every_page().all(|address| !address.contains("door")));
    }
}
