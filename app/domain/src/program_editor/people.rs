//! Everybody in a program, with where they stand and on which version they are.

use super::people_query::{Filter, PeopleQuery, group};
use super::{EditorHead, organised};
use crate::id::ProgramId;
use crate::program::{History, List, Participant, Path, Standing};
use crate::rejection::Rejection;
use crate::tag::{PersonTag, TeamTag};
use crate::time::Face;
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many stand on one page.
const PAGE: usize = 100;

/// The people of a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeoplePage {
    /// What stands above it.
    pub head: EditorHead,
    /// What can be shown.
    pub filters: Vec<Filter>,
    /// Those of this page, by name.
    pub rows: Vec<PeopleRow>,
    /// "1–100 of 312".
    pub summary: String,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// The same as a file.
    pub csv: String,
}

/// Somebody in a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleRow {
    /// Who.
    pub person: PersonTag,
    /// Their team; empty without one.
    pub team: String,
    /// As what: "Mentor".
    pub role: String,
    /// The stage that they are in, or where they stand.
    pub stage: String,
    /// Since when.
    pub since: Face,
    /// "3 steps done".
    pub done: u32,
    /// On which version they are; 0 until they are inside.
    pub version: u32,
    /// They have not got the newest one yet.
    pub is_behind: bool,
    /// They apply, and can be answered now.
    pub may_answer: bool,
}

/// The people of a program, for program admins and its organisers.
pub fn people_page(viewer: &Viewer, id: &ProgramId, query: &PeopleQuery) -> Result<PeoplePage, Rejection> {
    let history = organised(viewer, id)?;
    let found = found(viewer, &history, query);
    let first = (query.page - 1).saturating_mul(PAGE).min(found.len());
    let last = (first + PAGE).min(found.len());
    let at = |page: usize| PeopleQuery { page, ..query.clone() }.href(id);
    Ok(PeoplePage {
        head: EditorHead::of(viewer, &history),
        filters: filters(viewer, &history, query),
        rows: found[first..last].iter().map(|one| row(viewer, &history, one)).collect(),
        summary: format!("{}–{last} of {}", if last == 0 { 0 } else { first + 1 }, found.len()),
        previous: (query.page > 1).then(|| at(query.page - 1)),
        next: (last < found.len()).then(|| at(query.page + 1)),
        csv: query.csv(id),
    })
}

/// Those whom the query wants, by name.
pub(super) fn found<'a>(viewer: &Viewer<'a>, history: &History, query: &PeopleQuery) -> Vec<&'a Participant> {
    let org = viewer.org;
    let mut found: Vec<&Participant> = org.participants(&history.program.id).filter(|one| query.wants(one)).collect();
    found.sort_by_cached_key(|one| (org.name_of(&one.person).to_lowercase(), one.person.clone()));
    found
}

/// One line, as page and file have it.
pub(super) fn row(viewer: &Viewer, history: &History, one: &Participant) -> PeopleRow {
    let org = viewer.org;
    let roles = history.program.kind.description().roles;
    let role = roles.iter().find(|role| role.key == one.role).map_or(one.role.as_str(), |role| role.title);
    let is_inside = one.standing == Standing::Inside;
    let version = if is_inside { history.version_for(&org.who(one), viewer.clocks.now) } else { 0 };
    let since = if is_inside { one.entered.last().map_or(one.since, |entered| entered.at) } else { one.since };
    let team = org.person(&one.person).and_then(|person| person.team.as_ref());
    PeopleRow {
        person: PersonTag::of(org, &one.person),
        team: team.map_or_else(String::new, |team| TeamTag::of(org, team).name),
        role: role.to_owned(),
        stage: words(history, group(one)),
        since: viewer.day(since),
        done: u32::try_from(one.done.len()).unwrap_or(u32::MAX),
        version,
        is_behind: is_inside && version < history.program.n,
        may_answer: one.standing == Standing::Applied && history.program.phase.takes_people(),
    }
}

fn filters(viewer: &Viewer, history: &History, query: &PeopleQuery) -> Vec<Filter> {
    let id = &history.program.id;
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for one in viewer.org.participants(id) {
        *counts.entry(group(one)).or_default() += 1;
    }
    let all: u32 = counts.iter().filter(|(group, _)| **group != "left").map(|(_, count)| count).sum();
    let filter = |label: String, count: u32, stage: &str| Filter {
        label,
        count,
        href: PeopleQuery { stage: stage.to_owned(), page: 1 }.href(id),
        is_on: query.stage == stage,
    };
    let stages = history.program.settings.items(List::Stages);
    let mut order: Vec<String> = stages.iter().map(ToString::to_string).collect();
    order.extend(["applied", "inside", "waiting", "invited", "finished", "left"].map(str::to_owned));
    // Somebody may still be in a stage that the program no longer has.
    order.extend(
        counts
            .keys()
            .filter(|group| !order.iter().any(|one| one == *group))
            .map(|group| (*group).to_owned())
            .collect::<Vec<_>>(),
    );
    let shown = order.iter().filter_map(|group| {
        let count = counts.get(group.as_str()).copied()?;
        Some(filter(words(history, group), count, group))
    });
    std::iter::once(filter("Everybody".to_owned(), all, "")).chain(shown).collect()
}

/// What a group is called.
fn words(history: &History, group: &str) -> String {
    match group {
        "inside" => "Before the first stage".to_owned(),
        "applied" => "Asks to join".to_owned(),
        "waiting" => "Waits for a seat".to_owned(),
        "invited" => "Invited".to_owned(),
        "finished" => "Finished".to_owned(),
        "left" => "Left".to_owned(),
        stage => {
            let title = crate::id::ItemId::parse(stage).ok();
            let title = title.map(|item| history.program.settings.text(&Path::item(List::Stages, &item, "title")));
            title.filter(|title| !title.is_empty()).unwrap_or(stage).to_owned()
        }
    }
}
