//! How well two people fit, as memory has it.

use crate::Store;
use domain::clocks::Clocks;
use domain::id::{PersonId, ProgramId};
use domain::mentoring::{Fit, Ground, LeftOut, Terms, Unfit};

impl Store {
    /// How well a learner and a mentor of a program fit, or why not at all; `None` when it is no mentorship.
    pub(super) fn fit(
        &self,
        program: &ProgramId,
        learner: &PersonId,
        mentor: &PersonId,
    ) -> Option<Result<Fit, Box<LeftOut>>> {
        let (org, terms) = (self.org_here(), Terms::default());
        let clocks = Clocks { now: self.clock().now(), ahead: &crate::reader::ahead };
        let ground = Ground::of(&org, program, &terms, &clocks)?;
        Some(ground.fit(learner, mentor))
    }

    /// Why the two are no candidates for each other; `None` when they are.
    pub(super) fn unfit(&self, program: &ProgramId, learner: &PersonId, mentor: &PersonId) -> Option<Unfit> {
        self.fit(program, learner, mentor)?.err().map(|left| left.because)
    }
}
