//! Questions before a date: asked, with a name or without, wished for by others, replied to by a host.

use super::{Occurrence, Question, Replied, Seating};
use crate::id::PersonId;
use crate::rejection::Rejection;
use crate::text::Prose;
use crate::time::Timestamp;

/// The most questions before one date.
pub const MOST_QUESTIONS: usize = 200;

/// The most questions of one person before one date.
pub const MOST_OF_ONE: usize = 10;

/// A question before it has a number.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    /// Who asks.
    pub by: &'a PersonId,
    /// True when nobody is to know who.
    pub is_unnamed: bool,
    /// What.
    pub text: &'a Prose,
}

impl Occurrence {
    /// The date with one more question. Refuses no words, too many questions, and what comes after the start.
    pub fn asked(mut self, asking: Asking, seating: &Seating, now: Timestamp) -> Result<Self, Rejection> {
        if asking.text.is_empty() {
            return Err(Rejection::invalid("text", "Write your question."));
        }
        if !seating.is_open(now) {
            let words = "Questions before the session are closed. Ask there, or ask a host.";
            return Err(Rejection::Conflict(words.into()));
        }
        let own = self.questions.iter().filter(|question| question.by == *asking.by).count();
        if own >= MOST_OF_ONE || self.questions.len() >= MOST_QUESTIONS {
            let words = "There are many questions already. Say that you would like one of those answered.";
            return Err(Rejection::Conflict(words.into()));
        }
        let last = self.questions.iter().map(|question| question.number).max();
        self.questions.push(Question {
            number: last.map_or(1, |last| last + 1),
            by: asking.by.clone(),
            is_unnamed: asking.is_unnamed,
            text: asking.text.clone(),
            at: now,
            votes: Vec::new(),
            reply: None,
        });
        Ok(self)
    }

    /// The date after `person` said that they would like a question answered too, or took that back. Refuses their own
    /// question and one that is not there.
    pub fn question_voted(mut self, number: u32, person: &PersonId) -> Result<Self, Rejection> {
        let question = self.question(number)?;
        if question.by == *person {
            return Err(Rejection::Conflict("It is your own question: it counts already.".into()));
        }
        if question.votes.contains(person) {
            question.votes.retain(|voter| voter != person);
        } else {
            question.votes.push(person.clone());
        }
        Ok(self)
    }

    /// The date after the host `by` replied to a question; a second reply takes the place of the first. Refuses no words
    /// and a question that is not there.
    pub fn question_replied(
        mut self,
        number: u32,
        by: &PersonId,
        text: &Prose,
        now: Timestamp,
    ) -> Result<Self, Rejection> {
        if text.is_empty() {
            return Err(Rejection::invalid("text", "Write an answer."));
        }
        self.question(number)?.reply = Some(Replied { by: by.clone(), text: text.clone(), at: now });
        Ok(self)
    }

    fn question(&mut self, number: u32) -> Result<&mut Question, Rejection> {
        let found = self.questions.iter_mut().find(|question| question.number == number);
        found.ok_or_else(|| Rejection::Stale("That question is not there any more. Look again.".into()))
    }
}
