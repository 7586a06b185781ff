//! What people ask before a date.

use crate::reader::Reader;
use crate::session::{Occurrence, Question, Session};
use crate::tag::PersonTag;
use crate::time::Face;
use crate::wording::{number, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionLine {
    /// Its number on this date.
    pub number: u32,
    /// What.
    pub text: String,
    /// Who asked; `None` for a question without a name.
    pub by: Option<PersonTag>,
    /// When.
    pub at: Face,
    /// How many would like it answered, whoever asked among them.
    pub votes: u32,
    /// True when the reader would.
    pub is_mine: bool,
    /// True when the reader asked it.
    pub is_own: bool,
    /// Who replied, and what.
    pub reply: Option<(PersonTag, String)>,
    /// True when the reader may reply.
    pub may_reply: bool,
}

/// The questions of a date: the most wanted first.
pub(super) fn questions(reader: &Reader, session: &Session, occurrence: Option<&Occurrence>) -> Vec<QuestionLine> {
    let mut all: Vec<&Question> = occurrence.into_iter().flat_map(|occurrence| &occurrence.questions).collect();
    all.sort_by_key(|question| (Reverse(question.votes.len()), question.number));
    all.into_iter().map(|question| line(reader, session, question)).collect()
}

fn line(reader: &Reader, session: &Session, question: &Question) -> QuestionLine {
    let me = &reader.me.id;
    let is_own = question.by == *me;
    let asked = usize::from(!question.votes.contains(&question.by));
    QuestionLine {
        number: question.number,
        text: question.text.to_string(),
        by: (!question.is_unnamed).then(|| PersonTag::of(reader.org, &question.by)),
        at: reader.clocks.face(&reader.me.zone, question.at),
        votes: u32::try_from(question.votes.len() + asked).unwrap_or(u32::MAX),
        is_mine: is_own || question.votes.contains(me),
        is_own,
        reply: question.reply.as_ref().map(|reply| (PersonTag::of(reader.org, &reply.by), reply.text.to_string())),
        may_reply: session.is_host(me),
    }
}

/// "3 asked, one answered"; empty when nobody asked.
pub(super) fn note(lines: &[QuestionLine]) -> String {
    let answered = lines.iter().filter(|line| line.reply.is_some()).count();
    match lines.len() {
        0 => String::new(),
        asked => sentence(&format!("{} asked, {} answered", number(asked), number(answered))),
    }
}
