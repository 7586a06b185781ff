//! The program of a pair in its room: the stage in which the reader is, and its steps, to be ticked there.

use crate::id::ProgramId;
use crate::pair::Pair;
use crate::programs::{Progress, StageLine, program_page};
use crate::reader::Reader;
use serde::{Deserialize, Serialize};

/// Where the reader is in the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestones {
    /// Which program.
    pub program: ProgramId,
    /// What it is called.
    pub title: String,
    /// "Stage 2 of 4"; empty where it has none or the reader is in none.
    pub place: String,
    /// The stage that they are in.
    pub stage: Option<StageLine>,
    /// How many steps of it are done, and how many it has.
    pub done: (u32, u32),
}

/// `None` where the reader does not see the program any more.
pub(super) fn milestones(reader: &Reader, pair: &Pair) -> Option<Milestones> {
    let page = program_page(reader, &pair.program).ok()?;
    let all = page.stages.len();
    let stage = page.stages.into_iter().find(|stage| stage.progress == Progress::Here);
    let place = stage.as_ref().map(|stage| format!("Stage {} of {all}", stage.number)).unwrap_or_default();
    let steps = stage.iter().flat_map(|stage| &stage.steps);
    let done = steps.clone().filter(|step| step.done.is_some()).count();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Some(Milestones { program: page.id, title: page.title, place, done: (count(done), count(steps.count())), stage })
}
