//! What Fernhill wrote down, asked and said: notes in every state, questions open and solved, comments. None waits for the
//! first step of one of the personas.

mod comments;
mod kept;
mod notes;
mod questions;
#[cfg(test)]
mod tests;

pub(super) use comments::comments;
pub(super) use kept::kept;
pub(super) use notes::notes;
pub(super) use questions::questions;

use super::people;
use domain::actor::{Actor, Member, Role};
use domain::id::PersonId;
use domain::text::Passage;

fn passage(text: &str) -> Passage {
    Passage::parse("", text).expect("the demo’s own words are valid")
}

/// Somebody as a member, as they move what is theirs.
fn acting(who: &str) -> Actor {
    Actor::Person(Member { id: people::id(who), role: Role::Member, team: None })
}

fn all(people: &[&str]) -> Vec<PersonId> {
    people.iter().map(|who| people::id(who)).collect()
}
