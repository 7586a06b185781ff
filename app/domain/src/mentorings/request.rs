//! A request that waits, as the learner reads it.

use crate::colleague::Colleague;
use crate::mentoring::Asked;
use crate::reader::Reader;
use crate::tag::SkillTag;
use serde::{Deserialize, Serialize};

/// A request of the reader's that waits for a mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestCard {
    /// Who is asked.
    pub mentor: Colleague,
    /// What the reader would learn.
    pub skill: SkillTag,
    /// What the reader wrote.
    pub words: String,
    /// "Noor has until Friday 15:12 to answer. After that it goes to your next wish, and both of you are told."
    pub status: String,
}

impl RequestCard {
    pub(super) fn of(reader: &Reader, asked: &Asked) -> Self {
        let mentor = Colleague::named(reader.org, &asked.mentor);
        let status = format!(
            "{} has until {} to answer. After that it goes on to your next wish, and both of you are told.",
            mentor.first_name,
            reader.when(asked.until)
        );
        let skill = SkillTag::of(reader.org, &asked.skill);
        Self { mentor, skill, words: asked.words.as_str().to_owned(), status }
    }
}
