//! Questions to colleagues, filtered.

use super::{ThreadLine, fitting, named_skill, page_of};
use crate::query_string::{Pairs, link, print};
use crate::rejection::Rejection;
use crate::search::Entry;
use crate::tag::SkillTag;
use crate::thread::Thread;
use crate::viewer::Viewer;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// Which questions are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShownQuestions {
    /// Those that wait for an answer.
    #[default]
    Open,
    /// Those that were put to the reader.
    ForMe,
    /// The reader's own.
    Mine,
    /// Those with an accepted answer.
    Solved,
}

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionsQuery {
    /// What was typed.
    pub text: String,
    /// The skill, by id; empty for any.
    pub skill: String,
    /// Which.
    pub shown: ShownQuestions,
    /// Which page of the list, from 1.
    pub page: u32,
}

/// Questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionsPage {
    /// "Three questions wait for an answer."
    pub lead: String,
    /// What is looked for.
    pub query: QuestionsQuery,
    /// Which can be shown, and how many there are.
    pub counts: Vec<(ShownQuestions, u32)>,
    /// The questions of this page.
    pub questions: Vec<ThreadLine>,
    /// "1–20 of 34"; empty when there are none.
    pub summary: String,
    /// The address of the page before.
    pub previous: Option<String>,
    /// The address of the next one.
    pub next: Option<String>,
    /// The skill that is looked for.
    pub skill: Option<SkillTag>,
}

impl ShownQuestions {
    /// All of them, in the order shown.
    pub const ALL: [Self; 4] = [Self::Open, Self::ForMe, Self::Mine, Self::Solved];

    /// Its name in addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::ForMe => "for-me",
            Self::Mine => "mine",
            Self::Solved => "solved",
        }
    }

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::ForMe => "Put to me",
            Self::Mine => "Asked by me",
            Self::Solved => "Solved",
        }
    }

    fn holds(self, viewer: &Viewer, thread: &Thread) -> bool {
        match self {
            Self::Open => thread.is_open(),
            Self::ForMe => thread.waits_for().is_some_and(|person| viewer.is(person)),
            Self::Mine => viewer.is(&thread.by),
            Self::Solved => thread.accepted.is_some(),
        }
    }
}

impl QuestionsQuery {
    /// Reads an address.
    pub fn parse(query: &str) -> Self {
        let pairs = Pairs::parse(query);
        let text = |name: &str| pairs.get(name).unwrap_or_default().to_owned();
        let shown = ShownQuestions::ALL.into_iter().find(|shown| Some(shown.slug()) == pairs.get("show"));
        let page = pairs.get("page").and_then(|page| page.parse().ok());
        Self { text: text("q"), skill: text("skill"), shown: shown.unwrap_or_default(), page: page.unwrap_or(1) }
    }

    /// The address.
    pub fn href(&self) -> String {
        let page = (self.page > 1).then(|| self.page.to_string());
        let shown = (self.shown != ShownQuestions::Open).then(|| self.shown.slug());
        let pairs = [
            ("q", Some(self.text.as_str())),
            ("skill", Some(self.skill.as_str())),
            ("show", shown),
            ("page", page.as_deref()),
        ];
        link("/questions", &print(pairs))
    }
}

/// Questions as the viewer finds them: the best fitting first, else the newest; of those put to the viewer the oldest.
pub fn questions_page(viewer: &Viewer, query: QuestionsQuery) -> Result<QuestionsPage, Rejection> {
    viewer.actor.may_read()?;
    let org = viewer.org;
    let skill = named_skill(org, &query.skill);
    let fits = (!query.text.trim().is_empty()).then(|| fitting(org, &query.text));
    let score = |of: &Thread| fits.as_ref().map_or(Some(0), |fits| fits.get(&Entry::Question(of.id.clone())).copied());
    let is_about = |thread: &&Thread| skill.as_ref().is_none_or(|skill| thread.skill == skill.id);
    let asked: Vec<(u32, &Thread)> =
        org.threads().filter(is_about).filter_map(|thread| Some((score(thread)?, thread))).collect();
    let count = |shown: ShownQuestions| asked.iter().filter(|(_, thread)| shown.holds(viewer, thread)).count();
    let counts = ShownQuestions::ALL.map(|shown| (shown, u32::try_from(count(shown)).unwrap_or(u32::MAX))).to_vec();
    let mut shown: Vec<(u32, &Thread)> =
        asked.iter().filter(|(_, thread)| query.shown.holds(viewer, thread)).copied().collect();
    shown.sort_by_key(|(score, thread)| (Reverse(*score), Reverse(thread.at), &thread.id));
    if query.shown == ShownQuestions::ForMe {
        shown.sort_by_key(|(_, thread)| (thread.turns.last().map(|turn| turn.at), &thread.id));
    }
    let (from, summary, previous, next) = page_of(query.page, shown.len());
    let at = |page: u32| QuestionsQuery { page, ..query.clone() }.href();
    let here = shown.iter().skip(from).take(super::PER_PAGE);
    Ok(QuestionsPage {
        lead: lead(viewer),
        counts,
        questions: here.map(|(_, thread)| ThreadLine::of(viewer, thread)).collect(),
        summary,
        previous: previous.map(at),
        next: next.map(at),
        skill,
        query,
    })
}

fn lead(viewer: &Viewer) -> String {
    let open = viewer.org.threads().filter(|thread| thread.is_open()).count();
    match open {
        0 => "No question waits for an answer. Ask one; it goes to whoever knows it and was interrupted least."
            .to_owned(),
        open => {
            let waiting = counted(open, "question waits for an answer", "questions wait for an answer");
            format!("{}. Each goes to whoever knows it and was interrupted least.", sentence(&waiting))
        }
    }
}
