//! What a change would do to the people in a program. What it did to one of them, [`super::effects_at`] says.

use super::agreed::Agreed;
use super::crowd::Shift;
use super::promise::weaker;
use super::tally::Tally;
use super::{Breach, Digest, History, Reach, RollOut, Version, Who};
use crate::clocks::Day;
use crate::id::{ItemId, PersonId};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// What a change does to one person, as they have the program before and after.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub enum Effect {
    /// A step is new in a stage that they are in or have before them.
    GainsStep {
        /// Which.
        step: ItemId,
        /// What it is called.
        title: String,
    },
    /// A step that they had not finished is gone.
    LosesStep {
        /// Which.
        step: ItemId,
        /// What it was called.
        title: String,
    },
    /// A step that they have before them belongs to another stage.
    MovesStep {
        /// Which.
        step: ItemId,
        /// What it is called.
        title: String,
        /// What that stage is called.
        stage: String,
    },
    /// A step or stage that they had finished changes or goes; what they finished stays.
    KeepsFinished {
        /// What it was called when they finished it.
        title: String,
    },
    /// A stage that they have before them is new.
    GainsStage {
        /// What it is called.
        title: String,
    },
    /// A stage that they had before them is gone.
    LosesStage {
        /// What it was called.
        title: String,
    },
    /// What they have to do is due at another time.
    DueMoves {
        /// The stage; `None` for the end of the program.
        stage: Option<ItemId>,
        /// Until when before.
        from: Option<Day>,
        /// Until when now.
        to: Option<Day>,
    },
    /// They meet in another rhythm, at another time, or for another length.
    MeetsOtherwise {
        /// In words, "every 2 weeks on Thursday".
        words: String,
    },
    /// What they read is worded otherwise.
    ReadsOtherwise {
        /// Which field, "How this works".
        label: String,
    },
    /// A setting of the kind that concerns them is another.
    Setting {
        /// Which field.
        label: String,
        /// In words.
        words: String,
    },
    /// They would not be let in under the new rules; they stay.
    StaysThough,
    /// They wait, and get a seat by it.
    GetsSeat,
}

/// People whom a change does the same to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffectGroup {
    /// What it does at once.
    pub effects: Vec<Effect>,
    /// What it does when they enter their next stage.
    #[serde(default)]
    pub later: Vec<Effect>,
    /// In words: "gain “Departure drill” before they close".
    pub words: String,
    /// How many.
    pub count: u32,
    /// Who: the first few, by name order of ids.
    pub people: Vec<PersonId>,
}

/// What a change does to everybody in a program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// "49 people: 43 unaffected, 4 gain a step, 2 keep their finished step."
    pub summary: String,
    /// How many are inside or wait.
    pub people: u32,
    /// How many it does nothing to, neither now nor at their next stage.
    pub unaffected: u32,
    /// The others, the largest group first.
    pub groups: Vec<EffectGroup>,
    /// What else it means: "12 people stay; nobody new joins until fewer than 10 are inside."
    #[serde(default)]
    pub notes: Vec<String>,
    /// Promises that it would break; it cannot be saved while there are any.
    pub breaches: Vec<Breach>,
    /// Of all the above: what whoever publishes has seen.
    pub digest: Digest,
}

/// What publishing `candidate` on top of `history` would do to `people` at `now`. The same function serves the preview,
/// the save and the notifications.
pub fn report(history: &History, people: &[Who], candidate: &Version, now: Timestamp) -> Report {
    let shift = Shift::publishing(history, candidate);
    let groups = shift.groups(people, now);
    let mut tally = Tally::new(history, people, &shift, now);
    tally.inside(&groups);
    tally.waiting();
    let mut report = tally.told(history.program.kind);
    report.breaches = weaker(history, candidate);
    report.breaches.extend(Agreed { history, people, shift: &shift, now }.breaches(&groups));
    report.digest = digest(&report);
    report
}

/// What letting version `n` out to `reach` would do to `people`; `None` when there is no such version.
pub fn report_of_widening(history: &History, people: &[Who], n: u32, reach: &Reach, now: Timestamp) -> Option<Report> {
    let version = history.version(n)?;
    let wider = Version { roll_out: Some(RollOut::begun(reach.clone(), now)), ..version.clone() };
    let shift = Shift::widening(history, &wider)?;
    let groups = shift.groups(people, now);
    let mut tally = Tally::new(history, people, &shift, now);
    tally.inside(&groups);
    let mut report = tally.told(history.program.kind);
    report.breaches = Agreed { history, people, shift: &shift, now }.breaches(&groups);
    report.digest = digest(&report);
    Some(report)
}

/// Of all that whoever publishes sees.
fn digest(report: &Report) -> Digest {
    let mut hash = Sha256::new();
    hash.update(b"kith/report/1\0");
    let mut part = |text: &str| {
        hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(text.as_bytes());
    };
    part(&report.summary);
    for group in &report.groups {
        part(&group.count.to_string());
        part(&group.words);
        group.people.iter().for_each(|person| part(person.as_str()));
    }
    report.notes.iter().for_each(|note| part(note));
    for breach in &report.breaches {
        part(&breach.path.to_string());
        part(&breach.message);
        breach.people.iter().for_each(|person| part(person.as_str()));
    }
    Digest(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
