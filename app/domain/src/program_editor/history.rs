//! What was changed when, by whom, and why: versions and phases, newest first.

use super::words::{GUIDELINES, label, name_of, reach};
use super::{EditorHead, organised, page};
use crate::event::{Event, Happening};
use crate::id::{PersonId, ProgramId};
use crate::program::{Change, History, List, Path, Phase, changes};
use crate::query_string::{Pairs, link, print};
use crate::rejection::Rejection;
use crate::tag::PersonTag;
use crate::time::{Face, Timestamp};
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};

/// Which lines are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryQuery {
    /// Only what this person did.
    pub by: String,
    /// Only what touched this field.
    pub field: String,
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
    /// The lines, newest first.
    pub lines: Vec<HistoryLine>,
}

/// A version, or a phase that began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryLine {
    /// The version; `None` for a phase.
    pub n: Option<u32>,
    /// Its own page; empty for a phase.
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

/// A phase that began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// When.
    pub at: Timestamp,
    /// Who; `None` for the server.
    pub by: Option<PersonId>,
    /// Which.
    pub to: Phase,
}

/// How many changes of a version are listed.
const SHOWN: usize = 4;

impl HistoryQuery {
    /// Reads an address.
    pub fn parse(query: &str) -> Self {
        let pairs = Pairs::parse(query);
        let text = |name: &str| pairs.get(name).unwrap_or_default().to_owned();
        Self { by: text("by"), field: text("field") }
    }

    /// The address of what is wanted.
    pub fn href(&self, program: &ProgramId) -> String {
        let query = print([("by", Some(self.by.as_str())), ("field", Some(self.field.as_str()))]);
        link(&format!("/admin/programs/{program}/history"), &query)
    }
}

impl Move {
    /// The phase that an event began in `program`.
    pub fn of(event: &Event, program: &ProgramId) -> Option<Self> {
        match &event.what {
            Happening::ProgramMoved { program: moved, to } if moved == program => {
                Some(Self { at: event.at, by: event.by.clone(), to: *to })
            }
            _ => None,
        }
    }
}

/// The history of a program, for program admins and its organisers.
pub fn history_page(
    viewer: &Viewer,
    id: &ProgramId,
    moves: &[Move],
    query: HistoryQuery,
) -> Result<HistoryPage, Rejection> {
    let history = organised(viewer, id)?;
    let by = |by: Option<&PersonId>| query.by.is_empty() || by.is_some_and(|by| by.as_str() == query.by);
    let touches = |version: &&crate::program::Version| {
        query.field.is_empty() || version.writes.iter().any(|write| group(&write.path) == query.field)
    };
    let versions = history.versions.iter().filter(|version| by(version.by.as_ref())).filter(touches);
    let mut lines: Vec<(Timestamp, HistoryLine)> =
        versions.map(|version| (version.at, line(viewer, &history, version.n))).collect();
    let moves_shown = moves.iter().filter(|one| by(one.by.as_ref()) && query.field.is_empty());
    lines.extend(moves_shown.map(|one| (one.at, moved(viewer, one))));
    // Of two at one moment the later one stands first: versions have numbers.
    lines.sort_by_key(|(at, line)| std::cmp::Reverse((*at, line.n)));
    Ok(HistoryPage {
        head: EditorHead::of(viewer, &history),
        people: authors(viewer, &history, moves),
        fields: fields(&history),
        lines: lines.into_iter().map(|(_, line)| line).collect(),
        query,
    })
}

fn line(viewer: &Viewer, history: &History, n: u32) -> HistoryLine {
    let org = viewer.org;
    let version = history.versions.iter().find(|version| version.n == n);
    let (before, after) = page::around(history, n).unwrap_or_default();
    let mut found = changes(history.program.kind, &before, &after, &|id| name_of(org, id));
    let what = match version {
        Some(version) if version.restores.is_some() => {
            let old = version.restores.unwrap_or_default();
            format!("brought back version {old}, {}", reach(org, version))
        }
        Some(version) if n > 1 => format!("{}, {}", super::words::changes(found.len()), reach(org, version)),
        Some(_) | None => "made the program".to_owned(),
    };
    if n <= 1 {
        found.clear();
    }
    let more = found.len().saturating_sub(SHOWN);
    found.truncate(SHOWN);
    HistoryLine {
        n: Some(n),
        href: format!("/admin/programs/{}/history/{n}", history.program.id),
        at: version.map(|version| viewer.clocks.face(&viewer.zone, version.at)).unwrap_or_default(),
        by: version.and_then(|version| version.by.as_ref()).map(|by| PersonTag::of(org, by)),
        what,
        note: version.map(|version| version.note.to_string()).unwrap_or_default(),
        changes: found,
        more: u32::try_from(more).unwrap_or(u32::MAX),
    }
}

fn moved(viewer: &Viewer, one: &Move) -> HistoryLine {
    let what = match one.to {
        Phase::Draft => "took it back to a draft",
        Phase::Open => "opened it to join",
        Phase::Running => "let it run",
        Phase::Paused => "paused it",
        Phase::Closed => "closed it",
    };
    HistoryLine {
        n: None,
        href: String::new(),
        at: viewer.clocks.face(&viewer.zone, one.at),
        by: one.by.as_ref().map(|by| PersonTag::of(viewer.org, by)),
        what: what.to_owned(),
        note: String::new(),
        changes: Vec::new(),
        more: 0,
    }
}

fn authors(viewer: &Viewer, history: &History, moves: &[Move]) -> Vec<(String, String)> {
    let of_versions = history.versions.iter().filter_map(|version| version.by.as_ref());
    let mut all: Vec<&PersonId> = of_versions.chain(moves.iter().filter_map(|one| one.by.as_ref())).collect();
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
