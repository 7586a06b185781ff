//! The steps of a plan as lines of its table.

use super::page::Reader;
use super::standing::met_minutes;
use super::view::StepLine;
use super::{CoverPlan, Standing, Step, StepKey, words};
use crate::coverage::Cover;
use crate::id::SkillId;
use crate::tag::{PersonTag, SkillTag};
use std::cmp::Reverse;
use std::collections::BTreeMap;

impl Reader<'_> {
    /// The steps, the most critical skill first and what fell through last.
    pub(super) fn step_lines(&self, plan: &CoverPlan) -> Vec<StepLine> {
        // What an earlier plan started for other skills is remembered, and not part of this one.
        let is_here = |step: &&Step| !step.is_left_out || plan.scope.includes(self.org, step.about());
        let mut steps: Vec<&Step> = plan.steps.iter().filter(is_here).collect();
        let weight = |step: &Step| self.org.skill(step.about()).map(|skill| skill.criticality);
        let place = |step: &Step| (step.is_left_out, Reverse(weight(step)));
        steps.sort_by_key(|step| (place(step), step.about(), step.by, &step.trio.learner, step.first_for.is_none()));
        let mut covered: BTreeMap<&SkillId, u32> = BTreeMap::new();
        let mut lines = Vec::new();
        for step in steps {
            let skill = &step.trio.skill;
            let cover = self.org.skill(skill).map_or(Cover { have: 0, target: 0 }, |skill| self.staying(skill));
            let before = *covered.get(skill).unwrap_or(&cover.have);
            let line = self.step_line(plan, step, (before, cover.target));
            covered.insert(skill, line.after);
            lines.push(line);
        }
        lines
    }

    fn step_line(&self, plan: &CoverPlan, step: &Step, (before, target): (u32, u32)) -> StepLine {
        let org = self.org;
        let standing = self.standing(step);
        let counts = step.first_for.is_none()
            && !step.is_left_out
            && !standing.has_fallen_through()
            && standing != Standing::Reached;
        let met = met_minutes(org, step);
        let has_met = matches!(standing, Standing::Met | Standing::Stalled);
        StepLine {
            key: StepKey::from(&step.trio),
            learner: PersonTag::of(org, &step.trio.learner),
            teacher: PersonTag::of(org, &step.trio.teacher),
            skill: SkillTag::of(org, &step.trio.skill),
            learning: words::hours(step.learning),
            teaching: words::hours(step.teaching),
            by: words::day(step.by),
            why: format!("{}.", super::why::why(org, step, self.clocks).join("; ")),
            words: words::standing_words(org, &standing, step, met),
            first_for: step.first_for.as_ref().map(|next| SkillTag::of(org, next)),
            lacks_word: has_met && met >= step.learning,
            before,
            after: before + u32::from(counts),
            target,
            standing,
            verdict: plan.verdict(&step.trio),
        }
    }
}
