//! What waits to be looked at: notes whose verifier has to say whether they hold, and notes whose owner is gone.

use super::NoteLine;
use super::words::today;
use crate::actor::Role;
use crate::clocks::Day;
use crate::evidence::Level;
use crate::id::PersonId;
use crate::note::{Note, needs_owner, verifier};
use crate::org::Org;
use crate::rejection::Rejection;
use crate::viewer::Viewer;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};

/// How many lines a list has at most.
const MOST: usize = 100;

/// What waits to be looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifyPage {
    /// "Two notes wait for your word."
    pub lead: String,
    /// Those that wait for the viewer, what has waited longest first.
    pub mine: Vec<NoteLine>,
    /// Those whose owner is gone; what the viewer knows first.
    pub without_owner: Vec<NoteLine>,
    /// For program admins: those that wait for others.
    pub of_others: Vec<NoteLine>,
}

/// The notes that wait for the word of `person`, by id.
pub fn due_for<'a>(org: &'a Org, person: &PersonId, today: Day) -> impl Iterator<Item = &'a Note> {
    org.notes().filter(move |note| note.state(today).is_due() && verifier(org, note) == Some(person))
}

/// What waits to be looked at, as it concerns the viewer.
pub fn verify_page(viewer: &Viewer) -> Result<VerifyPage, Rejection> {
    viewer.actor.may_read()?;
    let (org, today) = (viewer.org, today(viewer));
    let is_mine = |note: &&Note| verifier(org, note).is_some_and(|who| viewer.is(who));
    let due = || org.notes().filter(|note| note.state(today).is_due());
    let mut mine: Vec<&Note> = due().filter(is_mine).collect();
    mine.sort_by_key(|note| (note.checked.at, &note.id));
    let mut without: Vec<&Note> = org.notes().filter(|note| needs_owner(org, note)).collect();
    without.sort_by_key(|note| (!knows(viewer, note), note.changed_at, &note.id));
    let is_admin = viewer.actor.at_least(Role::ProgramAdmin).is_ok();
    let mut others: Vec<&Note> = due().filter(|note| is_admin && !is_mine(note)).collect();
    others.sort_by_key(|note| (note.checked.at, &note.id));
    let lines = |notes: &[&Note]| notes.iter().take(MOST).map(|note| NoteLine::of(viewer, note)).collect();
    Ok(VerifyPage {
        lead: lead(mine.len(), without.len()),
        mine: lines(&mine),
        without_owner: lines(&without),
        of_others: lines(&others),
    })
}

fn lead(mine: usize, without: usize) -> String {
    let waiting = counted(mine, "note waits for your word", "notes wait for your word");
    let alone = counted(without, "note has no owner", "notes have no owner");
    match (mine, without) {
        (0, 0) => "Every note has somebody, and none waits for you.".to_owned(),
        (0, _) => format!("Nothing waits for your word. {}.", sentence(&alone)),
        (_, 0) => format!("{}.", sentence(&waiting)),
        (_, _) => format!("{}; {alone}.", sentence(&waiting)),
    }
}

/// True when the viewer does alone what a note is about.
fn knows(viewer: &Viewer, note: &Note) -> bool {
    let Some(me) = viewer.me() else { return false };
    note.skills
        .iter()
        .any(|skill| viewer.org.known(me, skill).is_some_and(|known| known.estimate.level >= Level::ALONE))
}
