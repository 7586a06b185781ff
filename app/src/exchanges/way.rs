//! Which way knowledge moves for the reader.

use crate::ui::Way;
use domain::exchange::Side;

/// Giving for the teacher, receiving for the learner.
pub(super) const fn way(side: Side) -> Way {
    match side {
        Side::Learner => Way::Learn,
        Side::Teacher => Way::Teach,
    }
}
