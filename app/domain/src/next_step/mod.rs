//! The one thing to do next: of all that a person could do, what goes first, and why.
//!
//! The order is the same for everybody and can be read here: the kind, then urgency × value ÷ effort, then the id.
//! What somebody put off does not come up before its time. Pages and the store of what was put off are elsewhere.

mod chances;
mod closings;
mod confirmations;
mod drills;
mod kind;
mod library;
mod meetings;
mod mentoring;
mod pairs;
mod programs;
mod sessions;
mod snooze;
mod step_id;
mod swaps;
#[cfg(test)]
mod tests;
mod while_waiting;

pub use kind::NextStepKind;
pub use snooze::{Pause, Snooze, Snoozed};
pub use step_id::StepId;

use crate::exchange::Side;
use crate::id::{ExchangeId, PersonId, ProgramId, SessionId, SkillId};
use crate::reader::{Phrase, Reader};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// What stands on Home when there is nothing to do.
pub const NOTHING: &str = "Nothing needs you. Enjoy lunch.";

/// Something to do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextStep {
    /// Names it when it is put off; the same as long as it is the same step.
    pub id: StepId,
    /// What kind of step it is, which decides what goes first.
    pub kind: NextStepKind,
    /// "Confirm Thursday 12:30 with Amara".
    pub title: String,
    /// What the button says: "Confirm Thursday 12:30".
    pub verb: String,
    /// What the button does.
    pub act: Act,
    /// How long it takes: "about 1 minute".
    pub effort: String,
    /// Who waits, since when, for what.
    pub why: Vec<Phrase>,
    /// What was written when it was asked for.
    pub quote: Option<Quote>,
    /// Why it goes before everything else.
    pub reasons: Vec<String>,
    /// The two people it is about, for the picture.
    pub pair: Option<PairPicture>,
}

/// The words that came with a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Whose they are: "Amara asks:" or "You asked:".
    pub lead: String,
    /// The first line of them.
    pub words: String,
}

/// What pressing a step's button does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Act {
    /// Leads to a page.
    Open {
        /// Its path.
        href: String,
    },
    /// Says yes to the proposed time.
    Accept {
        /// Of which request.
        exchange: ExchangeId,
        /// The time that the button names, so that a newer proposal is not agreed to unseen.
        starts_at: Timestamp,
    },
    /// Says that it was so.
    Countersign {
        /// Of which session.
        session: SessionId,
        /// Of which of its dates.
        on: String,
        /// To what was said at that moment.
        seen: Timestamp,
    },
    /// Becomes somebody's mentor.
    Mentor {
        /// In which program.
        program: ProgramId,
        /// Whose.
        learner: PersonId,
    },
    /// Opens the session that was proposed.
    OpenProposal {
        /// On what.
        skill: SkillId,
        /// As it was proposed at that moment.
        seen: Timestamp,
    },
}

/// Two people and what passes between them, as the reader sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairPicture {
    /// The other's name.
    pub other: String,
    /// The other's id, for the colour.
    pub other_id: String,
    /// The reader's name.
    pub you: String,
    /// The reader's id, for the colour.
    pub you_id: String,
    /// The side of the reader.
    pub side: Side,
    /// What is taught.
    pub skill: String,
    /// Whether the other has said yes.
    pub other_yes: bool,
    /// Whether the reader has.
    pub you_yes: bool,
}

/// A step with what decides its place among others of its kind.
struct Candidate {
    step: NextStep,
    /// 1 to 100: how soon it must be.
    urgency: u32,
    /// 1 to 100: how much it gives.
    value: u32,
    /// How many minutes it takes.
    minutes: u32,
}

/// What the reader could do, and what they put off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// What is left to do, what goes first first.
    pub next: Vec<NextStep>,
    /// How many colleagues wait for the reader's answer, put off or not.
    pub waiting: usize,
    /// How many steps, and kinds of steps, the reader put off.
    pub put_off: usize,
}

/// Everything the reader could do next, what goes first first; what they put off is only counted.
pub fn steps(reader: &Reader, snoozes: &[Snooze]) -> Steps {
    let (me, now) = (&reader.me.id, reader.now());
    let mut candidates = meetings::candidates(reader);
    candidates.extend(confirmations::candidates(reader));
    candidates.extend(drills::candidates(reader));
    candidates.extend(library::candidates(reader));
    candidates.extend(closings::candidates(reader));
    candidates.extend(swaps::candidates(reader));
    candidates.extend(programs::candidates(reader));
    candidates.extend(pairs::candidates(reader));
    candidates.extend(sessions::candidates(reader));
    candidates.extend(mentoring::candidates(reader));
    candidates.extend(chances::candidates(reader));
    let is_off = |c: &Candidate| snoozes.iter().any(|snooze| snooze.covers(&c.step, me, now));
    let empty_kinds = snoozes.iter().filter_map(|snooze| snooze.kind_of(me));
    let empty_kinds = empty_kinds.filter(|kind| candidates.iter().all(|c| c.step.kind != *kind)).count();
    let put_off = candidates.iter().filter(|c| is_off(c)).count() + empty_kinds;
    let waiting = candidates.iter().filter(|c| c.step.kind == NextStepKind::Answer).count();
    candidates.retain(|c| !is_off(c));
    candidates.sort_by(|a, b| {
        let place = |c: &Candidate| (c.step.kind, Reverse(c.urgency * c.value * 60 / c.minutes.max(1)));
        place(a).cmp(&place(b)).then_with(|| a.step.id.cmp(&b.step.id))
    });
    Steps { next: candidates.into_iter().map(|candidate| candidate.step).collect(), waiting, put_off }
}

/// Everything the reader could do next, what goes first first; what they put off is left out.
pub fn next_steps(reader: &Reader, snoozes: &[Snooze]) -> Vec<NextStep> {
    steps(reader, snoozes).next
}

/// "about 1 minute", "about half an hour".
fn effort(minutes: u32) -> String {
    match minutes {
        0 | 1 => "about 1 minute".to_owned(),
        30 => "about half an hour".to_owned(),
        n => format!("about {n} minutes"),
    }
}
