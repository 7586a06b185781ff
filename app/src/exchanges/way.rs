//! Which way knowledge moves for the reader, and how a standing looks.

use crate::ui::{ChipKind, Status, Way};
use domain::exchange::Side;
use domain::exchanges::Tone;

/// Giving for the teacher, receiving for the learner.
pub(super) const fn way(side: Side) -> Way {
    match side {
        Side::Learner => Way::Learn,
        Side::Teacher => Way::Teach,
    }
}

/// The look of where a request stands.
pub(super) const fn tone_kind(tone: Tone) -> ChipKind {
    match tone {
        Tone::Yours => ChipKind::Status(Status::Warning),
        Tone::Theirs => ChipKind::Status(Status::Info),
        Tone::Agreed | Tone::Done => ChipKind::Status(Status::Success),
        Tone::Over => ChipKind::Plain,
    }
}
