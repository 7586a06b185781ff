//! The page of results: people, skills, notes, questions, sessions, programs and teams that hold what was typed, the best first,
//! with those words marked where they stand.

use super::excerpt::{excerpt, marked};
use super::finding::{Hit, Meaning, best};
use super::jump::{JumpGroup, JumpKind, jump};
use super::standing::Entry;
use crate::actor::Actor;
use crate::org::Org;
use crate::reader::Phrase;
use crate::rejection::Rejection;
use crate::wording::number;
use serde::{Deserialize, Serialize};

/// How many things of each kind are shown.
const SHOWN: usize = 8;
/// By how much less a note is worth that holds no more.
const OBSOLETE: u32 = 1_000;
/// The longest search, in letters.
const LONGEST: usize = 120;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// "12 results for “pump”."; empty when nothing was typed.
    pub sentence: String,
    /// Words that were read as others: what was typed, and what it was taken for.
    pub read_as: Vec<(String, String)>,
    /// People, skills and the like; kinds without any are left out.
    pub groups: Vec<FoundGroup>,
    /// What can be started, and pages.
    pub places: Vec<JumpGroup>,
}

/// Things of one kind that were found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundGroup {
    /// What they are.
    pub kind: JumpKind,
    /// The best first.
    pub rows: Vec<FoundRow>,
    /// How many more there are.
    pub more: u32,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundRow {
    /// What it is called; strong pieces were typed.
    pub title: Vec<Phrase>,
    /// What tells it from others of that name.
    pub sub: String,
    /// Where what was typed stands in its text; nothing where it stands in the name alone.
    pub excerpt: Vec<Phrase>,
    /// Where it is.
    pub link: String,
}

/// What `text` leads to, as far as `actor` may know of it. With nothing typed, what can be started and the pages.
pub fn found(org: &Org, actor: &Actor, text: &str) -> Result<Found, Rejection> {
    actor.may_read()?;
    let text: String = text.chars().take(LONGEST).collect();
    let meanings = org.words().read(&text, false);
    let places = jump(org, actor, &text)?.into_iter();
    let places: Vec<JumpGroup> = places.filter(|group| matches!(group.kind, JumpKind::New | JumpKind::Pages)).collect();
    let mut hits = org.words().holding(&meanings);
    hits.retain(|hit| hit.entry.is_seen_by(org, actor));
    // What holds no more stands after what does.
    hits.iter_mut().filter(|hit| hit.entry.is_obsolete(org)).for_each(|hit| hit.score /= OBSOLETE);
    let count = hits.len() + places.iter().map(|group| group.rows.len()).sum::<usize>();
    let read_as = meanings.iter().filter_map(|meaning| Some((meaning.typed.clone(), meaning.read_as()?.to_owned())));
    Ok(Found {
        sentence: sentence(text.trim(), count),
        read_as: read_as.collect(),
        groups: JumpKind::FOUND.into_iter().filter_map(|kind| group(org, kind, &hits, &meanings)).collect(),
        places,
    })
}

fn sentence(text: &str, count: usize) -> String {
    match (text.is_empty(), count) {
        (true, _) => String::new(),
        (false, 0) => format!("Nothing found for “{text}”."),
        (false, 1) => format!("One result for “{text}”."),
        (false, count) => format!("{} results for “{text}”.", crate::wording::sentence(&number(count))),
    }
}

fn group(org: &Org, kind: JumpKind, hits: &[Hit], meanings: &[Meaning]) -> Option<FoundGroup> {
    let of_kind: Vec<Hit> = hits.iter().filter(|hit| JumpKind::of(hit.entry) == kind).cloned().collect();
    let more = of_kind.len().saturating_sub(SHOWN);
    let rows = best(of_kind, SHOWN).into_iter().filter_map(|hit| row(org, hit.entry, meanings));
    let rows: Vec<FoundRow> = rows.collect();
    let more = u32::try_from(more).unwrap_or(u32::MAX);
    (!rows.is_empty()).then_some(FoundGroup { kind, rows, more })
}

fn row(org: &Org, entry: &Entry, meanings: &[Meaning]) -> Option<FoundRow> {
    let standing = entry.standing(org)?;
    Some(FoundRow {
        title: marked(&standing.name, meanings),
        sub: entry.beside(org),
        excerpt: excerpt(&standing.text, meanings),
        link: entry.href(),
    })
}

#[cfg(test)]
mod tests;
