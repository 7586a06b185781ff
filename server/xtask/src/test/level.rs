//! The levels of the test pyramid, and which test programs belong to which.

use std::path::Path;

use clap::ValueEnum;

/// In the order in which they run: what is quick to say comes first, and the site before what asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Level {
    /// Every file is formatted.
    Format,
    /// No lint speaks, on the server's side.
    Clippy,
    /// No lint speaks, on the browser's side.
    ClippyWasm,
    /// The site builds as it is shipped.
    Site,
    /// What `domain` decides.
    Rules,
    /// What `store` does.
    Operations,
    /// What the server answers, and what `app` renders.
    Http,
    /// The invariants of the code base.
    Tidy,
    /// This tool.
    Tool,
    /// People at work, in a browser.
    Journeys,
}

impl Level {
    /// As it stands in the report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Clippy => "clippy native",
            Self::ClippyWasm => "clippy wasm",
            Self::Site => "site",
            Self::Rules => "rules",
            Self::Operations => "operations",
            Self::Http => "HTTP",
            Self::Tidy => "tidy",
            Self::Tool => "tool",
            Self::Journeys => "journeys",
        }
    }

    /// Whether it compiles for the browser.
    pub fn needs_wasm(self) -> bool {
        matches!(self, Self::ClippyWasm | Self::Site)
    }

    /// Whether its test programs come from the one compilation of all native packages.
    pub fn is_compiled_with_others(self) -> bool {
        matches!(self, Self::Rules | Self::Operations | Self::Http | Self::Tidy)
    }

    fn needs_site(self) -> bool {
        matches!(self, Self::Http | Self::Journeys)
    }

    /// Whether a test program, known by its package's folder and its name, is of this level.
    pub fn owns(self, folder: &Path, target: &str) -> bool {
        let is = |name: &str| folder == Path::new(name);
        match self {
            Self::Rules => is("app/domain"),
            Self::Operations => is("server/store"),
            Self::Http => is("app") || is("server/surreal") || (is("server") && target != "tidy"),
            Self::Tidy => is("server") && target == "tidy",
            Self::Tool => is("server/xtask"),
            Self::Format | Self::Clippy | Self::ClippyWasm | Self::Site | Self::Journeys => false,
        }
    }
}

/// The levels to run: all, or those that were asked for and the site where one of them needs it.
pub fn chosen(only: &[Level]) -> Vec<Level> {
    let site = only.iter().any(|level| level.needs_site());
    let wanted = |level: &Level| only.is_empty() || only.contains(level) || (site && *level == Level::Site);
    Level::value_variants().iter().copied().filter(wanted).collect()
}

#[cfg(test)]
mod tests {
    use super::{Level, chosen};
    use clap::ValueEnum;
    use std::path::Path;

    #[test]
    fn all_levels_run_when_none_is_asked_for() {
        assert_eq!(chosen(&[]), Level::value_variants());
    }

    #[test]
    fn the_site_is_built_for_whoever_asks_it_for_pages() {
        assert_eq!(chosen(&[Level::Http]), [Level::Site, Level::Http]);
        assert_eq!(chosen(&[Level::Rules]), [Level::Rules]);
    }

    #[test]
    fn every_package_of_the_workspace_has_exactly_one_level() {
        let programs = [
            ("app", "app"),
            ("app/domain", "domain"),
            ("server", "kith"),
            ("server", "tidy"),
            ("server/store", "people"),
            ("server/surreal", "surreal"),
            ("server/xtask", "xtask"),
        ];
        for (folder, target) in programs {
            let owners = Level::value_variants().iter().filter(|level| level.owns(Path::new(folder), target));
            assert_eq!(owners.count(), 1, "{folder} {target}");
        }
    }
}
