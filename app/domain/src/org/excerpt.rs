//! A copy of what one plan reads, so that the plan can be drawn up while the organisation changes.

use super::{Org, TwoWay};
use crate::exchange::Stage;
use crate::id::SkillId;
use std::collections::BTreeSet;

impl Org {
    /// Everybody, every skill, and what people know, want and arranged of `skills`; of other skills only what is agreed,
    /// since it takes time. The graph is the whole one.
    pub(crate) fn excerpt(&self, skills: &BTreeSet<SkillId>) -> Self {
        let takes_part = |exchange: &crate::exchange::Exchange| {
            skills.contains(&exchange.skill) || matches!(exchange.stage, Stage::Agreed)
        };
        let exchanges = self.exchanges.iter().filter(|(_, exchange)| takes_part(exchange));
        Self {
            people: self.people.clone(),
            skills: self.skills.clone(),
            known: self.known.of_skills(skills),
            wants: self.wants.of_skills(skills),
            exchanges: exchanges.map(|(id, exchange)| (id.clone(), exchange.clone())).collect(),
            rules: self.rules.clone(),
            leniency: self.leniency.clone(),
            day: self.day,
            graph: self.graph.clone(),
            ..Self::default()
        }
    }
}

impl<T: Clone> TwoWay<T> {
    fn of_skills(&self, skills: &BTreeSet<SkillId>) -> Self {
        let mut part = Self::default();
        for skill in skills {
            for (person, edge) in self.of_skill(skill) {
                part.put(person, skill, Some(edge.clone()));
            }
        }
        part
    }
}
