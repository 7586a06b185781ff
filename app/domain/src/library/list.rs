//! The library: its notes, filtered by what was typed, by skill and by how they stand.

use super::words::today;
use super::{NoteLine, ThreadLine, due_for, fitting, named_skill, page_of};
use crate::note::Note;
use crate::query_string::{Pairs, link, print};
use crate::rejection::Rejection;
use crate::search::Entry;
use crate::tag::SkillTag;
use crate::viewer::Viewer;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many skills are offered as filters, and how many open questions stand beside the notes.
const SKILLS: usize = 12;
const QUESTIONS: usize = 4;

/// Which notes are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShownNotes {
    /// All that hold, or may hold.
    #[default]
    All,
    /// Those that somebody is to look at.
    Due,
    /// Those for which the reader answers.
    Mine,
    /// Those that hold no more.
    Obsolete,
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryQuery {
    /// What was typed.
    pub text: String,
    /// The skill, by id; empty for any.
    pub skill: String,
    /// Which.
    pub shown: ShownNotes,
    /// Which page of the list, from 1.
    pub page: u32,
}

/// The library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryPage {
    /// "34 notes, three of them to verify."
    pub lead: String,
    /// What is looked for.
    pub query: LibraryQuery,
    /// Which can be shown: what they are called and how many there are.
    pub counts: Vec<(ShownNotes, u32)>,
    /// The notes of this page.
    pub notes: Vec<NoteLine>,
    /// "1–20 of 34"; empty when there are none.
    pub summary: String,
    /// The address of the page before.
    pub previous: Option<String>,
    /// The address of the next one.
    pub next: Option<String>,
    /// The skill that is looked for.
    pub skill: Option<SkillTag>,
    /// Skills with the most notes, and how many.
    pub skills: Vec<(SkillTag, u32)>,
    /// How many notes wait for the reader's word.
    pub to_verify: u32,
    /// Questions that wait for an answer, the newest first.
    pub questions: Vec<ThreadLine>,
    /// True when there are no notes at all.
    pub is_empty: bool,
}

impl ShownNotes {
    /// All of them, in the order shown.
    pub const ALL: [Self; 4] = [Self::All, Self::Due, Self::Mine, Self::Obsolete];

    /// Its name in addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Due => "due",
            Self::Mine => "mine",
            Self::Obsolete => "obsolete",
        }
    }

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::All => "All notes",
            Self::Due => "To verify",
            Self::Mine => "Mine",
            Self::Obsolete => "Obsolete",
        }
    }

    fn holds(self, viewer: &Viewer, note: &Note) -> bool {
        match self {
            Self::All => note.obsolete.is_none(),
            Self::Due => note.state(today(viewer)).is_due(),
            Self::Mine => viewer.is(&note.owner) && note.obsolete.is_none(),
            Self::Obsolete => note.obsolete.is_some(),
        }
    }
}

impl LibraryQuery {
    /// Reads an address.
    pub fn parse(query: &str) -> Self {
        let pairs = Pairs::parse(query);
        let text = |name: &str| pairs.get(name).unwrap_or_default().to_owned();
        let shown = ShownNotes::ALL.into_iter().find(|shown| Some(shown.slug()) == pairs.get("show"));
        let page = pairs.get("page").and_then(|page| page.parse().ok());
        Self { text: text("q"), skill: text("skill"), shown: shown.unwrap_or_default(), page: page.unwrap_or(1) }
    }

    /// The address.
    pub fn href(&self) -> String {
        let page = (self.page > 1).then(|| self.page.to_string());
        let shown = (self.shown != ShownNotes::All).then(|| self.shown.slug());
        let pairs = [
            ("q", Some(self.text.as_str())),
            ("skill", Some(self.skill.as_str())),
            ("show", shown),
            ("page", page.as_deref()),
        ];
        link("/library", &print(pairs))
    }
}

/// The library as the viewer finds it.
pub fn library_page(viewer: &Viewer, query: LibraryQuery) -> Result<LibraryPage, Rejection> {
    viewer.actor.may_read()?;
    let org = viewer.org;
    let skill = named_skill(org, &query.skill);
    let fits = (!query.text.trim().is_empty()).then(|| fitting(org, &query.text));
    let score = |note: &Note| fits.as_ref().map_or(Some(0), |fits| fits.get(&Entry::Note(note.id.clone())).copied());
    let is_about = |note: &&Note| skill.as_ref().is_none_or(|skill| note.skills.contains(&skill.id));
    let asked: Vec<(u32, &Note)> = org.notes().filter(is_about).filter_map(|note| Some((score(note)?, note))).collect();
    let count = |shown: ShownNotes| asked.iter().filter(|(_, note)| shown.holds(viewer, note)).count();
    let counts = ShownNotes::ALL.map(|shown| (shown, number(count(shown)))).to_vec();
    let mut shown: Vec<(u32, &Note)> = asked.iter().filter(|(_, of)| query.shown.holds(viewer, of)).copied().collect();
    shown.sort_by_key(|(score, note)| (Reverse(*score), Reverse(note.changed_at), &note.id));
    let (from, summary, previous, next) = page_of(query.page, shown.len());
    let at = |page: u32| LibraryQuery { page, ..query.clone() }.href();
    let line = |(_, note): &(u32, &Note)| {
        let line = NoteLine::of(viewer, note);
        if fits.is_some() { line.with_found(org, &query.text) } else { line }
    };
    Ok(LibraryPage {
        lead: lead(viewer),
        counts,
        notes: shown.iter().skip(from).take(super::PER_PAGE).map(line).collect(),
        summary,
        previous: previous.map(at),
        next: next.map(at),
        skill,
        skills: skills(viewer),
        to_verify: number(viewer.me().map_or(0, |me| due_for(org, me, today(viewer)).count())),
        questions: open_questions(viewer),
        is_empty: org.notes().next().is_none(),
        query,
    })
}

fn lead(viewer: &Viewer) -> String {
    let holding = viewer.org.notes().filter(|note| note.obsolete.is_none());
    let (mut all, mut due) = (0, 0);
    for note in holding {
        all += 1;
        due += usize::from(note.state(today(viewer)).is_due());
    }
    let notes = sentence(&counted(all, "note", "notes"));
    match (all, due) {
        (0, _) => "What one of you knows, written down so that the next one finds it.".to_owned(),
        (_, 0) => format!("{notes}, all of them looked at in time."),
        (_, due) => format!("{notes}, {} of them to verify.", crate::wording::number(due)),
    }
}

/// Skills with the most notes.
fn skills(viewer: &Viewer) -> Vec<(SkillTag, u32)> {
    let mut counts = BTreeMap::new();
    for skill in viewer.org.notes().filter(|note| note.obsolete.is_none()).flat_map(|note| &note.skills) {
        *counts.entry(skill).or_insert(0) += 1;
    }
    let mut counts: Vec<(SkillTag, u32)> =
        counts.into_iter().map(|(skill, count)| (SkillTag::of(viewer.org, skill), count)).collect();
    counts.sort_by_key(|(skill, count)| (Reverse(*count), skill.name.clone()));
    counts.truncate(SKILLS);
    counts
}

fn open_questions(viewer: &Viewer) -> Vec<ThreadLine> {
    let mut open: Vec<_> = viewer.org.threads().filter(|thread| thread.is_open()).collect();
    open.sort_by_key(|thread| (Reverse(thread.at), &thread.id));
    open.into_iter().take(QUESTIONS).map(|thread| ThreadLine::of(viewer, thread)).collect()
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
