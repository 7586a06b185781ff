//! The two directions knowledge moves in. Marigold and an arrow up give, indigo and an arrow down receive.

use super::IconName;

/// Giving or receiving. Colour and arrow always come together, and a word stands beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Marigold, arrow up and out.
    Teach,
    /// Indigo, arrow down and in.
    Learn,
}

impl Way {
    /// The value of `data-kind` in the style sheets.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Teach => "teach",
            Self::Learn => "learn",
        }
    }

    /// The arrow.
    pub const fn icon(self) -> IconName {
        match self {
            Self::Teach => IconName::Teach,
            Self::Learn => IconName::Receive,
        }
    }
}
