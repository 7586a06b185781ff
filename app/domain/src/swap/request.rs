//! A lesson of a ring that counts, as a request between its two people.

use super::SwapRing;
use crate::exchange::{Ask, Exchange};
use crate::id::ExchangeId;
use crate::rejection::Rejection;
use crate::rings::Lesson;
use crate::text::Prose;
use crate::time::Timestamp;

/// What the request says where its learner has said nothing.
const WORDS: &str = "We are in a swap together: each teaches one thing and learns one. When suits you?";

impl SwapRing {
    /// The request that `lesson` becomes: its learner asks its teacher, at the time that they chose if that is still to
    /// come, in the words that they had for the others.
    pub fn request(&self, id: ExchangeId, lesson: &Lesson, now: Timestamp) -> Result<Exchange, Rejection> {
        let yes = self.yes_of(&lesson.learner);
        let words = yes.map(|yes| yes.words.clone()).filter(|words| !words.is_empty());
        let ask = Ask {
            teacher: lesson.teacher.clone(),
            skill: lesson.skill.clone(),
            message: words.map_or_else(|| Prose::parse("words", WORDS), Ok)?,
            minutes: self.minutes,
            starts_at: yes.and_then(|yes| yes.starts_at).filter(|at| *at > now),
        };
        Exchange::open(id, lesson.learner.clone(), ask, now)
    }
}
