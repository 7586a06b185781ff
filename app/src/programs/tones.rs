//! How the reader's standing with a program looks.

use crate::ui::{ChipKind, Status};
use domain::exchanges::Tone;

/// The look of where the reader or the program stands.
pub(super) const fn tone_kind(tone: Tone) -> ChipKind {
    match tone {
        Tone::Yours => ChipKind::Status(Status::Warning),
        Tone::Theirs => ChipKind::Status(Status::Info),
        Tone::Agreed | Tone::Done => ChipKind::Status(Status::Success),
        Tone::Over => ChipKind::Plain,
    }
}
