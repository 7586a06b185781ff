//! The hours that Fernhill spends together: past and coming, at lunch and elsewhere, full and half empty. None of the
//! four whom a visitor can be has a seat, but for one who has met in her pair: what they see is theirs to take.

mod lunch;
mod others;
mod pairs;
mod script;

pub use script::DemoSession;

use super::calendar::Calendar;

/// All of them, by id.
pub(super) fn sessions(calendar: &Calendar) -> Vec<DemoSession> {
    let mut all = lunch::sessions(calendar);
    all.extend(others::sessions(calendar));
    all.extend(pairs::sessions(calendar));
    all.sort_by(|a, b| a.session.id.cmp(&b.session.id));
    all
}
