//! Search and jump: from a few letters of a name to a person, skill, note, question, session, program, team or page.

use super::finding::{Hit, Meaning, best};
use super::fold::fold;
use super::places::{beginnings, pages, vocabulary};
use super::reading::Reading;
use super::standing::Entry;
use crate::actor::Actor;
use crate::org::Org;
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was found is one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JumpKind {
    /// People.
    People,
    /// Skills.
    Skills,
    /// Notes in the library.
    Notes,
    /// Questions to colleagues.
    Questions,
    /// Hours together.
    Sessions,
    /// Programs.
    Programs,
    /// Teams.
    Teams,
    /// What can be started.
    New,
    /// Pages.
    Pages,
}

impl JumpKind {
    /// Kinds of things, in the order in which they stand.
    pub const FOUND: [Self; 7] =
        [Self::People, Self::Skills, Self::Notes, Self::Questions, Self::Sessions, Self::Programs, Self::Teams];

    /// The heading over such things.
    pub const fn title(self) -> &'static str {
        match self {
            Self::People => "People",
            Self::Skills => "Skills",
            Self::Notes => "Notes",
            Self::Questions => "Questions",
            Self::Sessions => "Sessions",
            Self::Programs => "Programs",
            Self::Teams => "Teams",
            Self::New => "New",
            Self::Pages => "Pages",
        }
    }

    /// The kind of a thing.
    pub const fn of(entry: &Entry) -> Self {
        match entry {
            Entry::Person(_) => Self::People,
            Entry::Skill(_) => Self::Skills,
            Entry::Note(_) => Self::Notes,
            Entry::Question(_) => Self::Questions,
            Entry::Session(_) => Self::Sessions,
            Entry::Program(_) => Self::Programs,
            Entry::Team(_) => Self::Teams,
        }
    }
}

/// Things of one kind that were found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JumpGroup {
    /// What they are.
    pub kind: JumpKind,
    /// The nearest first.
    pub rows: Vec<JumpRow>,
}

/// One thing to go to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JumpRow {
    /// What it is called.
    pub title: String,
    /// What tells it from others of that name.
    pub sub: String,
    /// Where it is.
    pub link: String,
}

const PER_GROUP: usize = 8;
const PAGES_SHOWN: usize = 40;

/// What `text` leads to by names, people first; groups without a row are left out. With nothing typed, what can be
/// started and the pages.
pub fn jump(org: &Org, actor: &Actor, text: &str) -> Result<Vec<JumpGroup>, Rejection> {
    actor.may_read()?;
    let text: String = text.chars().take(120).collect();
    let mut meanings = org.words().read(&text, true);
    let readings = read_both(&mut meanings);
    let mut groups = Vec::new();
    let mut by_kind: BTreeMap<usize, Vec<Hit>> = BTreeMap::new();
    for hit in org.words().named(&meanings) {
        if hit.entry.is_seen_by(org, actor) {
            by_kind.entry(place_of(hit.entry)).or_default().push(hit);
        }
    }
    for (place, found) in by_kind {
        groups.extend(JumpKind::FOUND.get(place).map(|kind| things(org, *kind, found)));
    }
    // What only signs were typed for leads nowhere, rather than everywhere.
    if !readings.is_empty() || text.trim().is_empty() {
        groups.push(group(JumpKind::New, beginnings(actor, &readings)));
        groups.push(group(JumpKind::Pages, pages(actor, &readings)));
    }
    groups.retain(|group| !group.rows.is_empty());
    Ok(groups)
}

/// What each word means among the pages; a word that stands in a name as it was typed is not taken for a mistyped page,
/// and the other way round.
fn read_both(meanings: &mut [Meaning]) -> Vec<Reading> {
    let of_pages = vocabulary();
    let mut readings = Vec::new();
    for meaning in meanings {
        let mut reading = Reading::of(meaning.typed.clone(), of_pages.iter().map(String::as_str));
        let wrong = reading.read_as().map_or(0, |read| strsim::damerau_levenshtein(&meaning.typed, read));
        if !meaning.is_nothing() && !reading.means.is_empty() {
            if meaning.wrong < wrong {
                reading.means.clear();
            } else if wrong < meaning.wrong {
                meaning.forget();
            }
        }
        readings.push(reading);
    }
    readings
}

fn place_of(entry: &Entry) -> usize {
    let kind = JumpKind::of(entry);
    JumpKind::FOUND.iter().position(|other| *other == kind).unwrap_or(JumpKind::FOUND.len())
}

fn group(kind: JumpKind, mut found: Vec<(u32, JumpRow)>) -> JumpGroup {
    found.sort_by_cached_key(|(rank, row)| (*rank, fold(&row.title), row.link.clone()));
    let most = if kind == JumpKind::Pages { PAGES_SHOWN } else { PER_GROUP };
    JumpGroup { kind, rows: found.into_iter().take(most).map(|(_, row)| row).collect() }
}

/// The nearest of things of one kind.
fn things(org: &Org, kind: JumpKind, found: Vec<Hit>) -> JumpGroup {
    let row =
        |hit: Hit| Some(JumpRow { title: hit.entry.name(org)?, sub: hit.entry.beside(org), link: hit.entry.href() });
    JumpGroup { kind, rows: best(found, PER_GROUP).into_iter().filter_map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{fernhill, signed_in};

    fn found(text: &str) -> Vec<(JumpKind, Vec<String>)> {
        let groups = jump(&fernhill(), &signed_in("jonas-weidner"), text).unwrap();
        groups.into_iter().map(|g| (g.kind, g.rows.into_iter().map(|row| row.link).collect())).collect()
    }

    fn one(kind: JumpKind, link: &str) -> Vec<(JumpKind, Vec<String>)> {
        vec![(kind, vec![link.to_owned()])]
    }

    #[test]
    fn people_skills_teams_and_pages_are_found_by_their_names() {
        assert_eq!(found("ines"), one(JumpKind::People, "/people/ines-carvalho"));
        assert_eq!(found("infus"), one(JumpKind::Skills, "/skills/infusion-pumps"));
        assert_eq!(found("care we"), one(JumpKind::Teams, "/teams/care-west"));
        assert_eq!(found("continu"), one(JumpKind::Pages, "/continuity"));
        assert_eq!(found("edit my prof"), one(JumpKind::Pages, "/people/jonas-weidner/edit"));
    }

    #[test]
    fn what_can_be_started_is_found_by_its_verb() {
        assert_eq!(found("thank some"), one(JumpKind::New, "/thanks"));
        assert_eq!(found("offer to t"), one(JumpKind::New, "/me/skills"));
    }

    #[test]
    fn a_typo_still_finds_the_person_the_skill_and_the_page() {
        assert_eq!(found("Okafro"), one(JumpKind::People, "/people/amara-okafor"));
        assert_eq!(found("infuson pmups"), one(JumpKind::Skills, "/skills/infusion-pumps"));
        assert_eq!(found("notifcations"), one(JumpKind::Pages, "/notifications"));
    }

    #[test]
    fn pages_of_admins_are_found_by_admins_alone() {
        for (text, link) in [("import", "/admin/import"), ("members", "/admin/members"), ("new team", "/new/team")] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
            assert_eq!(jump(&fernhill(), &Actor::Console, text).unwrap()[0].rows[0].link, link);
        }
    }

    #[test]
    fn nothing_typed_shows_beginnings_and_pages_and_strangers_are_refused() {
        let kinds: Vec<JumpKind> = found(" ").into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [JumpKind::New, JumpKind::Pages]);
        assert!(found("…").is_empty(), "only signs lead nowhere");
        assert_eq!(jump(&fernhill(), &Actor::Stranger, "amara"), Err(Rejection::SignedOut));
    }
}
