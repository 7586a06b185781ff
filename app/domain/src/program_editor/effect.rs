//! What a change does to people, as a picture of squares with a sentence and names.

use crate::org::Org;
use crate::program::{Effect, EffectGroup, Report};
use crate::tag::PersonTag;
use serde::{Deserialize, Serialize};

/// The most squares.
const SQUARES: u32 = 60;

/// What a change does to the people in a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffectView {
    /// "49 people: 43 unaffected, 4 gain a step, 2 keep their finished step."
    pub sentence: String,
    /// One square for each person, or for each so many.
    pub units: Vec<Mark>,
    /// "One square is 167 people."; empty when it is one.
    pub scale: String,
    /// What it does to whom, the largest group first.
    pub groups: Vec<EffectGroupLine>,
    /// What else it means.
    pub notes: Vec<String>,
}

/// How a square is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Nothing changes.
    Same,
    /// Something is new for them at once.
    Gains,
    /// What they have stays.
    Keeps,
    /// Something changes at their next stage.
    Later,
}

impl Mark {
    /// Its name in styles; nothing for those to whom nothing happens.
    pub const fn slug(self) -> Option<&'static str> {
        match self {
            Self::Same => None,
            Self::Gains => Some("gain"),
            Self::Keeps => Some("keep"),
            Self::Later => Some("later"),
        }
    }
}

/// People to whom a change does the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffectGroupLine {
    /// How their squares are drawn.
    pub mark: Mark,
    /// How many.
    pub count: u32,
    /// What it does: "gain “Departure drill” before they close".
    pub words: String,
    /// The first few of them.
    pub people: Vec<PersonTag>,
    /// How many more they are.
    pub more: u32,
}

impl EffectView {
    /// The picture of a report.
    pub(super) fn of(org: &Org, report: &Report) -> Self {
        let each = report.people.div_ceil(SQUARES).max(1);
        let squares = |mark: Mark, count: u32| (0..count.div_ceil(each)).map(move |_| mark);
        let mut units: Vec<Mark> = squares(Mark::Same, report.unaffected).collect();
        units.extend(report.groups.iter().flat_map(|group| squares(mark(group), group.count)));
        let scale = if each == 1 { String::new() } else { format!("One square is {each} people.") };
        let groups = report.groups.iter().map(|group| EffectGroupLine {
            mark: mark(group),
            count: group.count,
            words: group.words.clone(),
            people: group.people.iter().map(|person| PersonTag::of(org, person)).collect(),
            more: group.count.saturating_sub(u32::try_from(group.people.len()).unwrap_or(u32::MAX)),
        });
        let groups = groups.collect();
        Self { sentence: report.summary.clone(), units, scale, groups, notes: report.notes.clone() }
    }
}

fn mark(group: &EffectGroup) -> Mark {
    let keeps = |effect: &Effect| matches!(effect, Effect::KeepsFinished { .. } | Effect::StaysThough);
    match (group.effects.is_empty(), group.later.is_empty()) {
        (true, false) => Mark::Later,
        (true, true) => Mark::Same,
        (false, _) if group.effects.iter().all(keeps) => Mark::Keeps,
        (false, _) => Mark::Gains,
    }
}
