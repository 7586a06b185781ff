//! What was changed when, by whom, and why: versions, phases and steps of roll-outs, newest first.

use super::words::{GUIDELINES, label, name_of, reach, whom};
use super::{EditorHead, organised};
use crate::event::{Event, Happening, LetOut};
use crate::id::{PersonId, ProgramId};
use crate::program::{Change, History, List, Moved, Path, Phase, Settings, Version, applied, changes};
use crate::query_string::{Pairs, link, print};
use crate::rejection::Rejection;
use crate::tag::PersonTag;
use crate::time::{Face, Timestamp};
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};

/// How many lines stand on one page.
const LINES: usize = 100;

/// Which lines are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryQuery {
    /// Only what this person did.
    pub by: String,
    /// Only what touched this field.
    pub field: String,
    /// Which page of them, from 1.
    pub page: usize,
}

/// A program's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryPage {
    /// What stands above it.
    pub head: EditorHead,
    /// What is looked for.
    pub query: HistoryQuery,
    /// Who did something: id and name.
    pub people: Vec<(String, String)>,
    /// What was touched: path and label.
    pub fields: Vec<(String, String)>,
    /// The lines of this page, newest first.
    pub lines: Vec<HistoryLine>,
    /// "101–200 of 312".
    pub summary: String,
    /// The page of newer ones.
    pub newer: Option<String>,
    /// The page of older ones.
    pub older: Option<String>,
}

/// A version, or what was done with the program besides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryLine {
    /// The version; `None` for what is none.
    pub n: Option<u32>,
    /// Its own page; empty for what is no version.
    pub href: String,
    /// When.
    pub at: Face,
    /// Who; `None` for the server.
    pub by: Option<PersonTag>,
    /// "2 changes, for each at their next stage", "made it Running".
    pub what: String,
    /// Why, in their words; may be empty.
    pub note: String,
    /// The first changes.
    pub changes: Vec<Change>,
    /// How many more there are.
    pub more: u32,
}

/// A step of a roll-out, as the log tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollOutStep {
    /// When.
    pub at: Timestamp,
    /// Who; `None` for the server.
    pub by: Option<PersonId>,
    /// Of which version.
    pub n: u32,
    /// What.
    pub to: LetOut,
}

/// How many changes of a version are listed.
const SHOWN: usize = 4;

impl HistoryQuery {
    /// Reads an address.
    pub fn parse(query: &str) -> Self {
        let pairs = Pairs::parse(query);
        let text = |name: &str| pairs.get(name).unwrap_or_default().to_owned();
        let page = pairs.get("page").and_then(|text| text.parse().ok()).unwrap_or(1);
        Self { by: text("by"), field: text("field"), page: page.clamp(1, 100_000) }
    }

    /// The address of what is wanted.
    pub fn href(&self, program: &ProgramId) -> String {
        let page = (self.page > 1).then(|| self.page.to_string());
        let query =
            print([("by", Some(self.by.as_str())), ("field", Some(self.field.as_str())), ("page", page.as_deref())]);
        link(&format!("/admin/programs/{program}/history"), &query)
    }
}

/// A line before it is drawn.
#[derive(Clone, Copy)]
enum Told<'a> {
    Saved(&'a Version),
    Moved(&'a Moved),
    LetOut(&'a RollOutStep),
}

impl Told<'_> {
    /// Of two at one moment the later one stands first: versions have numbers.
    fn place(&self) -> (Timestamp, Option<u32>) {
        match self {
            Self::Saved(version) => (version.at, Some(version.n)),
            Self::Moved(moved) => (moved.at, None),
            Self::LetOut(step) => (step.at, None),
        }
    }
}

impl RollOutStep {
    /// What an event tells of a roll-out of `program`.
    pub fn of(event: &Event, program: &ProgramId) -> Option<Self> {
        let Happening::ProgramLetOut { program: of, n, to, .. } = &event.what else { return None };
        (of == program).then(|| Self { at: event.at, by: event.by.clone(), n: *n, to: to.clone() })
    }
}

/// The history of a program, for program admins and its organisers. Of a program from before phases were kept, those are
/// told to which it moved since; the `steps` of its roll-outs come from the log.
pub fn history_page(
    viewer: &Viewer,
    id: &ProgramId,
    steps: &[RollOutStep],
    query: HistoryQuery,
) -> Result<HistoryPage, Rejection> {
    let history = organised(viewer, id)?;
    let all = wanted(&history, steps, &query);
    let first = (query.page.max(1) - 1).saturating_mul(LINES).min(all.len());
    let last = (first + LINES).min(all.len());
    let at = |page: usize| HistoryQuery { page, ..query.clone() }.href(id);
    Ok(HistoryPage {
        head: EditorHead::of(viewer, &history),
        people: authors(viewer, &history),
        fields: fields(&history),
        lines: drawn(viewer, &history, &all[first..last]),
        summary: format!("{}–{last} of {}", if last == 0 { 0 } else { first + 1 }, all.len()),
        newer: (query.page > 1).then(|| at(query.page - 1)),
        older: (last < all.len()).then(|| at(query.page + 1)),
        query,
    })
}

/// What the query wants, newest first.
fn wanted<'a>(history: &History<'a>, steps: &'a [RollOutStep], query: &HistoryQuery) -> Vec<Told<'a>> {
    let by = |by: Option<&PersonId>| query.by.is_empty() || by.is_some_and(|by| by.as_str() == query.by);
    let touches = |version: &&Version| {
        query.field.is_empty() || version.writes.iter().any(|write| group(&write.path) == query.field)
    };
    let versions = history.versions.iter().filter(|version| by(version.by.as_ref())).filter(touches);
    let moves = history.program.moves().iter().filter(|one| by(one.by.as_ref()) && query.field.is_empty());
    let steps = steps.iter().filter(|step| by(step.by.as_ref()) && query.field.is_empty());
    let besides = moves.map(Told::Moved).chain(steps.map(Told::LetOut));
    let mut all: Vec<Told> = versions.map(Told::Saved).chain(besides).collect();
    all.sort_by_key(|told| std::cmp::Reverse(told.place()));
    all
}

/// The lines of one page; the versions are folded once for all of them.
fn drawn(viewer: &Viewer, history: &History, page: &[Told]) -> Vec<HistoryLine> {
    let mut lines: Vec<(&Told, HistoryLine)> = Vec::new();
    let mut before = Settings::default();
    for version in history.versions {
        let after = applied(before.clone(), &version.writes);
        let told = page.iter().find(|told| matches!(told, Told::Saved(saved) if saved.n == version.n));
        lines.extend(told.map(|told| (told, line(viewer, version, (history, &before, &after)))));
        before = after;
    }
    let moves = page.iter().filter_map(|told| match told {
        Told::Moved(one) => Some((told, moved(viewer, one))),
        Told::LetOut(step) => Some((told, let_out(viewer, step))),
        Told::Saved(_) => None,
    });
    lines.extend(moves);
    lines.sort_by_key(|(told, _)| std::cmp::Reverse(told.place()));
    lines.into_iter().map(|(_, line)| line).collect()
}

fn line(viewer: &Viewer, version: &Version, (history, before, after): (&History, &Settings, &Settings)) -> HistoryLine {
    let (org, n) = (viewer.org, version.n);
    let mut found = changes(history.program.kind, before, after, &|id| name_of(org, id));
    let what = match version.restores {
        Some(old) => format!("brought back version {old}, {}", reach(org, version)),
        None if n > 1 => format!("made {}, {}", super::words::changes(found.len()), reach(org, version)),
        None => "made the program".to_owned(),
    };
    if n <= 1 {
        found.clear();
    }
    let more = found.len().saturating_sub(SHOWN);
    found.truncate(SHOWN);
    HistoryLine {
        n: Some(n),
        href: format!("/admin/programs/{}/history/{n}", history.program.id),
        at: viewer.clocks.face(&viewer.zone, version.at),
        by: version.by.as_ref().map(|by| PersonTag::of(org, by)),
        what,
        note: version.note.to_string(),
        changes: found,
        more: u32::try_from(more).unwrap_or(u32::MAX),
    }
}

fn moved(viewer: &Viewer, one: &Moved) -> HistoryLine {
    let what = match one.to {
        Phase::Draft => "took it back to a draft",
        Phase::Open => "opened it to join",
        Phase::Running => "let it run",
        Phase::Paused => "paused it",
        Phase::Closed => "closed it",
    };
    done(viewer, (one.at, one.by.as_ref()), what.to_owned())
}

fn let_out(viewer: &Viewer, step: &RollOutStep) -> HistoryLine {
    let n = step.n;
    let what = match &step.to {
        LetOut::Further { reach } => format!("let version {n} out to more people, {}", whom(viewer.org, reach)),
        LetOut::Stopped => format!("stopped letting out version {n}"),
    };
    done(viewer, (step.at, step.by.as_ref()), what)
}

/// What is no version.
fn done(viewer: &Viewer, (at, by): (Timestamp, Option<&PersonId>), what: String) -> HistoryLine {
    HistoryLine {
        n: None,
        href: String::new(),
        at: viewer.clocks.face(&viewer.zone, at),
        by: by.map(|by| PersonTag::of(viewer.org, by)),
        what,
        note: String::new(),
        changes: Vec::new(),
        more: 0,
    }
}

fn authors(viewer: &Viewer, history: &History) -> Vec<(String, String)> {
    let of_versions = history.versions.iter().filter_map(|version| version.by.as_ref());
    let mut all: Vec<&PersonId> =
        of_versions.chain(history.program.moves().iter().filter_map(|one| one.by.as_ref())).collect();
    all.sort();
    all.dedup();
    all.into_iter().map(|by| (by.to_string(), viewer.org.name_of(by).to_owned())).collect()
}

fn fields(history: &History) -> Vec<(String, String)> {
    let (kind, settings) = (history.program.kind, &history.program.settings);
    let later = history.versions.iter().filter(|version| version.n > 1);
    let mut all: Vec<(String, String)> = later
        .flat_map(|version| &version.writes)
        .map(|write| {
            let words = match &write.path {
                Path::Field(_) => label(kind, settings, &write.path),
                Path::Order(List::Guidelines) | Path::Alive(List::Guidelines, _) | Path::Item(List::Guidelines, ..) => {
                    GUIDELINES.to_owned()
                }
                Path::Order(list) | Path::Alive(list, _) | Path::Item(list, ..) => {
                    label(kind, settings, &Path::Order(*list))
                }
            };
            (group(&write.path), words)
        })
        .collect();
    all.sort_by(|a, b| a.1.cmp(&b.1));
    all.dedup();
    all
}

/// Under what a register is looked for: fields by themselves, lists as a whole.
fn group(path: &Path) -> String {
    match path {
        Path::Field(key) => key.as_str().to_owned(),
        Path::Order(list) | Path::Alive(list, _) | Path::Item(list, ..) => list.as_str().to_owned(),
    }
}
