//! `assets.json`: what the server links to and the service worker keeps.

use serde::{Deserialize, Serialize};

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
        let Hashed { css, js, wasm, loader } = hashed;
        let pkg: Vec<String> =
            [Some(css.clone()), Some(js.clone()), Some(wasm.clone()), loader.clone()].into_iter().flatten().collect();
        let all = public.iter().map(|file| format!("{} {}", file.address, file.digest)).chain(pkg.iter().cloned());
        let build = Digest::of_all(all).short().to_owned();
        let offline = public.iter().map(|file| file.address.clone()).filter(|address| is_needed_offline(address));
        let precache = pkg.into_iter().chain(offline).collect();
        Self { build, css, js, wasm, loader, precache }
    }

    /// What every page needs before it is fully alive.
    pub fn of_first_page(&self) -> impl Iterator<Item = &str> {
        [Some(&self.css), Some(&self.js), Some(&self.wasm), self.loader.as_ref()]
            .into_iter()
            .flatten()
            .map(String::as_str)
    }
}

/// Addresses that carry the digest of what they lead to.
#[derive(Debug)]
pub struct Hashed {
    pub css: String,
    pub js: String,
    pub wasm: String,
    pub loader: Option<String>,
}

/// Pages and pictures that show without a connection; screenshots and store icons are for the installer alone.
fn is_needed_offline(address: &str) -> bool {
    let ending = address.rsplit_once('.').map_or("", |(_, ending)| ending);
    matches!(ending, "html" | "svg" | "woff2")
}

#[cfg(test)]
mod tests {
    use super::{Assets, Digest, Hashed, Public};

    fn assets(css: &str, public: &[(&str, &str)]) -> Assets {
        let hashed = Hashed { css: css.into(), js: "/pkg/k.1.js".into(), wasm: "/pkg/k.1.wasm".into(), loader: None };
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
        assert_eq!(all.precache, ["/pkg/m.1.css", "/pkg/k.1.js", "/pkg/k.1.wasm", "/fonts/sans.woff2"]);
    }
}
