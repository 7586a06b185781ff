//! What is said when whoever could learn a skill lacks what it builds on and cannot learn that in the same plan.

use super::CoverPlan;
use super::held::{called, hours};
use crate::clocks::Day;
use crate::coverage::works_here;
use crate::evidence::Level;
use crate::id::SkillId;
use crate::org::Org;
use crate::skill::Skill;
use crate::wording::listed;

/// So many teachers are named.
const NAMED: usize = 2;

/// What the words are made from.
pub(super) struct Lacking<'a> {
    pub(super) org: &'a Org,
    pub(super) plan: &'a CoverPlan,
    pub(super) today: Day,
}

impl Lacking<'_> {
    /// What is lacking, and the way out: who could teach it and what that takes.
    pub(super) fn in_words(&self, skill: &Skill) -> (String, Option<String>) {
        let lacking: Vec<&Skill> = skill.after.iter().filter_map(|first| self.org.skill(first)).collect();
        let names = || lacking.iter().map(|first| called(self.org, &first.id));
        let all: Vec<String> = names().collect();
        let all = listed(all.iter().map(String::as_str), usize::MAX);
        let because = format!("Whoever could learn it lacks {all}, which it builds on.");
        let ways: Vec<String> = lacking.iter().map(|first| self.way_to(first, skill)).collect();
        (because, (!ways.is_empty()).then(|| format!("{}.", ways.join("; "))))
    }

    fn way_to(&self, first: &Skill, next: &Skill) -> String {
        let (name, due) = (called(self.org, &first.id), first.target.due(self.today));
        let is_planned = self.plan.scope.skills(self.org).any(|skill| skill.id == first.id);
        let is_below = crate::coverage::cover(self.org, first).missing() > 0;
        if is_planned && is_below && due > next.target.due(self.today) {
            return format!("let {name} be due no later");
        }
        let teachers = self.teachers(&first.id);
        if teachers.is_empty() {
            return format!("find somebody who can teach {name}, or confirm somebody");
        }
        let terms = self.plan.assumptions.terms();
        let learning: i64 = terms.steps.iter().take(usize::from(Level::WITH_HELP.number())).sum();
        let part = terms.teaching_part.max(1);
        let (learning, teaching) = (hours(learning), hours((learning + part - 1) / part));
        let teachers = listed(teachers.iter().map(String::as_str), NAMED);
        format!("{name} first: {teachers} can teach it, in {learning} from nothing and {teaching} to teach")
    }

    /// The first names of whoever can teach a skill.
    fn teachers(&self, skill: &SkillId) -> Vec<String> {
        let teaches = self.org.knowers_of(skill).filter(|(_, known)| known.estimate.reaches(Level::CAN_TEACH));
        let here = teaches.filter(|(id, _)| works_here(self.org, id)).filter_map(|(id, _)| self.org.person(id));
        here.map(|person| person.first_name().to_owned()).collect()
    }
}
