//! Programs: what colleagues do together for a while, which admins change while people are in it.
//!
//! A program is a set of *registers*, typed paths with values ([`Settings`]). Which registers there are, what they mean
//! and what stands in a new one is the description of its kind ([`ProgramKind`]); forms, pages and differences are drawn
//! from that. Every save is a [`Version`] that only says what it writes, so any of them can be applied to any settings:
//! folding all versions gives the program, and folding those that reach somebody gives the program as they have it
//! ([`History::settings_for`]).
//!
//! Nobody is migrated. What a change does to a person is a pure function of versions and of what they have done, the
//! same for the preview, for the page and for the notification; so nothing can be half done.
//!
//! Not here: matching, sessions and answers, which have their own modules, and how pages show it (`programs`).

mod admission;
mod agreed;
mod application;
mod blocks;
mod by_hour;
mod cadence;
mod capability;
mod crowd;
mod difference;
mod draft;
mod draft_form;
mod effect;
mod effect_words;
mod felt;
pub mod forms;
mod joining;
pub mod kind;
mod longest_run;
mod merge;
mod merge_order;
mod outline;
mod participant;
mod phase;
mod presence;
mod progress;
mod promise;
mod publishing;
mod register;
mod reminder;
mod roles;
mod roll_out;
mod running;
mod scheduled;
mod start;
mod taken_over;
mod tally;
#[cfg(test)]
mod tests;
mod together;
mod told;
mod validate;
mod version;
pub mod words;

pub use application::Verdict;
pub use blocks::{Block, read_blocks, text_of};
pub use by_hour::{ByHour, ticked_by_hour};
pub use cadence::Cadence;
pub use capability::{Capability, Right, may};
pub use difference::{Change, WordChange, changes};
pub(crate) use draft::inside;
pub use draft::{Draft, Take};
pub use draft_form::{DraftForm, ReadDraft};
pub use effect::{Effect, EffectGroup, Report, report, report_of_widening};
pub use joining::{Asking, Candidate, Door};
pub use kind::{
    Choice, Description, FieldSpec, FieldType, Guard, ListSpec, ProgramKind, RoleSpec, Section, Taken, Template,
    TemplateStage,
};
pub use merge::{Conflict, Merged, Proposal, merge};
pub use participant::{Decided, Decision, Done, Entered, Participant, Standing};
pub use phase::{Moved, Phase};
pub use presence::{OpenEditor, Presence, Present, SAYS_EVERY, SILENT_AFTER, present};
pub use progress::{stage_finished, step_finished, steps_asked, steps_of};
pub use promise::{Breach, Promise, breaches, breaches_of_widening};
pub use publishing::{Author, drawn_up, rolled_back};
pub use register::{Digest, FieldKey, List, Path, Settings, Value};
pub use reminder::{Reminder, reminders};
pub use roles::Giving;
pub use roll_out::{Earlier, Reach, RollOut};
pub use running::Running;
pub use scheduled::{Outcome, Publish, Scheduled};
pub use taken_over::TakenOver;
pub use told::{effects_at, effects_for};
pub use validate::{Problem, problems, strangers};
pub use version::{History, Policy, Version, Who, Write, applied};

use crate::id::{PersonId, ProgramId};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A program as it stands: the result of all its versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// Its id, made from its first title.
    pub id: ProgramId,
    /// What kind it is; never changes.
    pub kind: ProgramKind,
    /// The number of its newest version; 1 for a new one.
    pub n: u32,
    /// The digest of its settings.
    pub digest: Digest,
    /// What admins have set.
    pub settings: Settings,
    /// By which version each register was written last.
    pub revisions: BTreeMap<Path, u32>,
    /// Where its life stands. No version changes it, and no roll-back does.
    pub phase: Phase,
    /// Since when.
    pub phase_since: Timestamp,
    /// Its phases, in order: the one in which it was before it first moved, and each to which it moved. None until then,
    /// nor in rows from before phases were kept; what went before the first is taken as time in which it ran.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<Moved>,
    /// Who made it; `None` for the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_by: Option<PersonId>,
    /// When.
    pub created_at: Timestamp,
}

impl Program {
    /// What it is called.
    pub fn title(&self) -> &str {
        self.settings.text(&Path::field("title"))
    }
}
