//! What forms of mentoring send.

use crate::id::{PersonId, SkillId};
use crate::mentoring::Wish;
use crate::rejection::Rejection;

/// How a wish stands in a form: "noor-halabi/backup-restore".
pub(super) fn value_of(wish: &Wish) -> String {
    format!("{}/{}", wish.mentor, wish.skill)
}

/// The wishes of a form, in its order; what is empty is none.
pub fn parse_wishes(values: &[String]) -> Result<Vec<Wish>, Rejection> {
    let written = values.iter().map(|value| value.trim()).filter(|value| !value.is_empty());
    written.map(parse_wish).collect()
}

fn parse_wish(value: &str) -> Result<Wish, Rejection> {
    let refused = || Rejection::invalid("wishes", "Choose mentors from the page.");
    let (mentor, skill) = value.split_once('/').ok_or_else(refused)?;
    let mentor = PersonId::parse(mentor).map_err(|_| refused())?;
    Ok(Wish { mentor, skill: SkillId::parse(skill).map_err(|_| refused())? })
}
