//! The hours that Fernhill spends together: past and coming, at lunch and elsewhere, full and half empty. None of the
//! four whom a visitor can be has a seat: what they see is theirs to take.

mod lunch;
mod others;
mod script;

pub use script::DemoSession;

use super::calendar::Calendar;

/// All of them, by id.
pub(super) fn sessions(calendar: &Calendar) -> Vec<DemoSession> {
    let mut all = lunch::sessions(calendar);
    all.extend(others::sessions(calendar));
    all.sort_by(|a, b| a.session.id.cmp(&b.session.id));
    all
}
