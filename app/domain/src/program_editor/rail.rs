//! What the review of a draft shows: plain lines for the rail beside the form.

use super::choice::PublishChoice;
use super::effect::EffectView;
use super::unsettled::ConflictCard;
use crate::id::ScheduleId;
use crate::program::{Policy, WordChange};
use crate::tag::PersonTag;
use crate::time::Face;
use serde::{Deserialize, Serialize};

/// What whoever publishes has to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// "4 changes, not live yet".
    pub title: String,
    /// How many changes there are.
    pub count: u32,
    /// When the draft was kept; `None` without one.
    pub kept: Option<Face>,
    /// What changes, in the order of the form.
    pub changes: Vec<ChangeLine>,
    /// What two admins changed and stands beside no field: an order, or whether an item is there.
    pub unsettled: Vec<ConflictCard>,
    /// What has to be settled or put right before: each beside its field too.
    pub troubles: Vec<Trouble>,
    /// What it does to people; `None` while something stands in the way of knowing.
    pub effect: Option<EffectView>,
    /// Whom it can reach when.
    pub policies: Vec<PolicyChoice>,
    /// What is chosen.
    pub choice: PublishChoice,
    /// What the page showed: goes back with the publish.
    pub seen: String,
    /// Why it cannot be published now.
    pub refusal: Option<String>,
    /// Teams that can have it first: id and name.
    pub teams: Vec<(String, String)>,
    /// Versions that are not out to all yet.
    pub roll_outs: Vec<RollOutLine>,
    /// What letting one of them out to the teams that are ticked would do; `None` while none is.
    pub wider_teams: Option<WiderTeams>,
    /// Changes with a day.
    pub scheduled: Vec<ScheduledLine>,
    /// What other admins have not published.
    pub others: Vec<OtherDraft>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeLine {
    /// The register: what undoing it names.
    pub path: String,
    /// The id of its field on the page.
    pub field: String,
    /// "Learners per mentor".
    pub label: String,
    /// What it was; empty for what is new.
    pub before: String,
    /// What it is; empty for what is gone.
    pub after: String,
    /// For texts, word by word.
    pub words: Vec<WordChange>,
    /// A policy of its own.
    pub own: Option<Policy>,
}

/// Something in the way of publishing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// The id of the field where it stands.
    pub field: String,
    /// What it is, beginning with the field's label.
    pub text: String,
    /// For whom; none when it is for all.
    pub people: Vec<PersonTag>,
    /// It would break a promise.
    pub is_promise: bool,
}

/// Whom a publish can reach when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyChoice {
    /// What the form sends.
    pub value: String,
    /// "At each person’s next stage".
    pub label: String,
    /// "37 as they go on".
    pub note: String,
    /// The words of the button: "Publish at next stage".
    pub verb: String,
}

/// A version that is not out to all yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollOutLine {
    /// Which.
    pub n: u32,
    /// "Version 7, so far 25 % of those inside".
    pub words: String,
    /// It was stopped.
    pub is_stopped: bool,
    /// The shares that it can be widened to, each with what that does: all of them last.
    pub wider: Vec<Wider>,
    /// The teams that have it, and all others that can, for one that is let out to teams: id, name, has it.
    pub teams: Vec<(String, String, bool)>,
}

/// What letting a version out to the teams that are ticked would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WiderTeams {
    /// Which version.
    pub n: u32,
    /// The teams that are ticked.
    pub teams: Vec<String>,
    /// What that does to people: "4 people: 3 unaffected, 1 gains a step."
    pub effect: String,
    /// Which promise it would break; empty when it can be done.
    pub refusal: String,
}

/// A share that a roll-out can be widened to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wider {
    /// In percent.
    pub share: u8,
    /// What that does to people: "4 people: 3 unaffected, 1 gains a step."
    pub effect: String,
    /// Which promise it would break; empty when it can be done.
    pub refusal: String,
}

/// A change with a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduledLine {
    /// Which.
    pub id: ScheduleId,
    /// "Monday 7 December: 2 changes by Inês".
    pub words: String,
    /// What it changes in the newest version; none once it waits no more.
    pub changes: Vec<ChangeLine>,
    /// What it would do to people today.
    pub effect: Option<EffectView>,
    /// Why its day passed without it; empty while it waits.
    pub why_not: String,
    /// It can be called off.
    pub waits: bool,
}

/// What another admin has not published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherDraft {
    /// Who.
    pub by: PersonTag,
    /// When it was kept.
    pub since: Face,
    /// What it changes: "Seats, Purpose and Stage “First talk”: lasts".
    pub fields: String,
    /// Why nobody publishes it unless somebody takes it over: "Inês has left."; empty while its owner can.
    pub why: String,
    /// Its owner has left, so that it can be dropped.
    pub may_drop: bool,
}
