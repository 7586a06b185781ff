//! Pages of mentoring, from memory.

use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::id::{PersonId, ProgramId};
use domain::mentorings::{AnswerPage, HubPage, MatchPage, answer_page, hub_page, match_page};

impl Store {
    /// The actor's mentoring: what they look for, their pairs, their places, requests to them.
    pub fn mentoring_page(&self, actor: &Actor) -> Result<HubPage> {
        self.read_as(actor, |reader| Ok(hub_page(reader)))
    }

    /// Whom the actor could ask to be their mentor in a program, and whom they wish for; not found for drafts, for other
    /// kinds of programs and for those who do not learn in it.
    pub fn match_page(&self, actor: &Actor, program: &ProgramId) -> Result<MatchPage> {
        self.read_as(actor, |reader| match_page(reader, program))
    }

    /// The request of `learner` to the actor; not found when there was none.
    pub fn mentor_answer_page(&self, actor: &Actor, program: &ProgramId, learner: &PersonId) -> Result<AnswerPage> {
        self.read_as(actor, |reader| answer_page(reader, program, learner))
    }
}
