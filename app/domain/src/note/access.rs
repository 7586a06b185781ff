//! Who answers for a note. Everybody may edit one; only some can say that it holds, or that it does not any more.

use super::Note;
use crate::actor::{Actor, Role};
use crate::coverage::works_here;
use crate::id::PersonId;
use crate::org::Org;

/// Who is to look at a note again: whom it names, else its owner; nobody when both are gone.
pub fn verifier<'a>(org: &Org, note: &'a Note) -> Option<&'a PersonId> {
    note.verifier.iter().chain([&note.owner]).find(|person| works_here(org, person))
}

/// True when the word of `actor` is enough that a note holds: its verifier, and program admins.
pub fn vouches(org: &Org, actor: &Actor, note: &Note) -> bool {
    let is_theirs = actor.person().is_some_and(|me| verifier(org, note) == Some(me));
    is_theirs || actor.at_least(Role::ProgramAdmin).is_ok()
}

/// True when `actor` decides what becomes of a note: its owner, its verifier, and program admins.
pub fn keeps(org: &Org, actor: &Actor, note: &Note) -> bool {
    actor.person().is_some_and(|me| note.owner == *me) || vouches(org, actor, note)
}

/// True when whoever answered for a note works here no more, so that anybody may take it over.
pub fn needs_owner(org: &Org, note: &Note) -> bool {
    note.obsolete.is_none() && !works_here(org, &note.owner)
}
