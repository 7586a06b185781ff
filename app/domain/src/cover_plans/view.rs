//! What stands on the planner's page, piece by piece.

use super::{Standing, StepKey, Verdict};
use crate::coverage::Cover;
use crate::id::PlanId;
use crate::skill::Criticality;
use crate::tag::{PersonTag, SkillTag};
use serde::{Deserialize, Serialize};

/// A skill below its target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetLine {
    /// Which.
    pub skill: SkillTag,
    /// How critical it is.
    pub criticality: Criticality,
    /// How it stands.
    pub cover: Cover,
    /// "31 January", or what plans go by where no date is set.
    pub by: String,
}

/// A plan on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanView {
    /// Which.
    pub id: PlanId,
    /// "Six steps and 29.5 hours bring all four skills to target by 31 January."
    pub takeaway: String,
    /// "Proven: no plan does it with less work."
    pub proof: String,
    /// Who drew it up and when.
    pub drawn: String,
    /// Its steps, the most critical skill first.
    pub steps: Vec<StepLine>,
    /// Hours of all steps, of learners and teachers.
    pub hours: String,
    /// "4 skills at target, from 0".
    pub reached: String,
    /// "29.5 hours for 9 people, 6.0 at most for one".
    pub load: String,
    /// How many steps can be started.
    pub to_start: u32,
    /// How many fell through, so that it should be drawn up anew around them.
    pub fallen: u32,
    /// "Two steps fell through. Amara declined; Rosalind has left."
    pub fell: String,
    /// Seats that stay empty.
    pub gaps: Vec<GapLine>,
    /// What was decided by hand.
    pub choices: Vec<ChoiceLine>,
}

/// A step on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepLine {
    /// Names it in forms.
    pub key: StepKey,
    /// Who learns.
    pub learner: PersonTag,
    /// Who teaches.
    pub teacher: PersonTag,
    /// What.
    pub skill: SkillTag,
    /// The learner's hours.
    pub learning: String,
    /// The teacher's hours.
    pub teaching: String,
    /// By when.
    pub by: String,
    /// Cover before this step and after it, of how many.
    pub before: u32,
    /// See `before`.
    pub after: u32,
    /// How many should cover it.
    pub target: u32,
    /// Why these two.
    pub why: String,
    /// Where it stands.
    pub standing: Standing,
    /// The same in a word or two.
    pub words: String,
    /// What builds on it, where it is in the plan for that alone.
    pub first_for: Option<SkillTag>,
    /// True when all hours are met and nobody has said yet that the learner can do it.
    pub lacks_word: bool,
    /// What was decided about it by hand.
    pub verdict: Option<Verdict>,
}

/// Empty seats on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapLine {
    /// Of which skill.
    pub skill: SkillTag,
    /// How many.
    pub seats: u32,
    /// What stands in the way.
    pub because: String,
    /// The cheapest way out.
    pub way_out: Option<String>,
}

/// A decision on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceLine {
    /// Names it in forms.
    pub key: StepKey,
    /// "Amara learns Infusion pumps from Rosalind".
    pub text: String,
    /// What was decided.
    pub verdict: Verdict,
}
