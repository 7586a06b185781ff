//! Light, dark, or as the machine has it.

use serde::{Deserialize, Serialize};

/// What somebody chose for this browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the machine has it.
    #[default]
    Machine,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Machine, Self::Light, Self::Dark];

    /// Its word in forms, in the cookie and in the document.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Machine => "machine",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What it is called.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Machine => "As this device does",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    /// The colour of the browser's own frame around such a page: `--bg` of the tokens.
    pub const fn ground(self) -> &'static str {
        match self {
            Self::Machine | Self::Light => "#fbfaf7",
            Self::Dark => "#0a1215",
        }
    }
}
