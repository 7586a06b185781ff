//! How it looks where something stands between people: requests, confirmations and drills alike.

use crate::ui::{ChipKind, Status};
use domain::exchanges::Tone;

impl From<Tone> for ChipKind {
    fn from(tone: Tone) -> Self {
        match tone {
            Tone::Yours => Self::Status(Status::Warning),
            Tone::Theirs => Self::Status(Status::Info),
            Tone::Agreed | Tone::Done => Self::Status(Status::Success),
            Tone::Over => Self::Plain,
        }
    }
}
