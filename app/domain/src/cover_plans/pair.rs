//! A pair of one's own choice: who is to learn what from whom, whatever the engine would say.

use super::standing::settled;
use super::{CoverPlan, Standing, Trio};
use crate::chosen;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::rejection::Rejection;
use crate::tag::PersonTag;
use serde::{Deserialize, Serialize};

/// A pair as a form names it: names as typed, or ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairForm {
    /// Who learns.
    #[serde(default)]
    pub learner: String,
    /// Who teaches.
    #[serde(default)]
    pub teacher: String,
    /// What.
    #[serde(default)]
    pub skill: String,
}

impl PairForm {
    /// The trio that it names. Refuses names that nobody has, skills that `plan` is not about, and a pair that no plan
    /// can hold.
    pub fn trio(&self, org: &Org, plan: &CoverPlan) -> Result<Trio, Rejection> {
        let skill = match SkillId::parse(self.skill.trim()) {
            Ok(id) if org.skill(&id).is_some() => id,
            Ok(_) | Err(_) => chosen::skill(org, "skill", "", &self.skill)?,
        };
        let learner = person(org, "learner", &self.learner)?;
        let teacher = person(org, "teacher", &self.teacher)?;
        let trio = Trio { learner, teacher, skill };
        match why_not(org, plan, &trio) {
            Some((field, message)) => Err(Rejection::invalid(field, message)),
            None => Ok(trio),
        }
    }
}

fn person(org: &Org, field: &str, text: &str) -> Result<PersonId, Rejection> {
    match PersonId::parse(text.trim()) {
        Ok(id) if org.person(&id).is_some() => Ok(id),
        Ok(_) | Err(_) => chosen::person(org, field, "", text),
    }
}

/// Which field stands in the way, and why.
fn why_not(org: &Org, plan: &CoverPlan, trio: &Trio) -> Option<(&'static str, String)> {
    let first = |id: &PersonId| org.person(id).map_or_else(|| id.to_string(), |person| person.first_name().to_owned());
    let (learner, teacher) = (first(&trio.learner), first(&trio.teacher));
    let skill = org.skill(&trio.skill).map_or_else(|| trio.skill.to_string(), |skill| skill.name.to_string());
    if trio.learner == trio.teacher {
        return Some(("teacher", format!("{learner} cannot learn it from themself. Choose two people.")));
    }
    if !plan.scope.includes(org, &trio.skill) {
        return Some(("skill", format!("This plan is not about {skill}. Choose one of its skills.")));
    }
    match settled(org, trio, false) {
        Some(Standing::Reached) => {
            return Some(("learner", format!("{learner} has reached the target in {skill}. Choose somebody else.")));
        }
        Some(_) => return Some(("learner", format!("{learner} and {teacher} do not both work here any more."))),
        None => {}
    }
    let can_teach = org.known(&trio.teacher, &trio.skill).is_some_and(|known| known.estimate.reaches(Level::CAN_TEACH));
    let teaching = Level::CAN_TEACH.title();
    (!can_teach)
        .then(|| ("teacher", format!("{teacher} is not surely at “{teaching}” in {skill}. Choose somebody who is.")))
}

/// Everybody who works here, by name, to suggest from.
pub(super) fn people(org: &Org) -> Vec<PersonTag> {
    let here = org.people().filter(|person| person.is_active());
    let mut people: Vec<PersonTag> = here.map(|person| PersonTag::of(org, &person.id)).collect();
    people.sort_by_cached_key(|person| crate::search::fold(&person.name));
    people
}

#[cfg(test)]
mod tests {
    use super::super::tests::{amara, drawn_up};
    use super::*;
    use crate::fernhill::fernhill;

    #[test]
    fn a_pair_is_found_by_name_and_refused_beside_what_is_wrong_with_it() {
        let org = fernhill();
        let plan = drawn_up(&org);
        let pair = |learner: &str, teacher: &str, skill: &str| {
            PairForm { learner: learner.into(), teacher: teacher.into(), skill: skill.into() }.trio(&org, &plan)
        };
        assert_eq!(pair("amara okafor", "Rosalind Achterberg", "Infusion pumps"), Ok(amara()));
        assert_eq!(pair("amara-okafor", "rosalind-achterberg", "infusion-pumps"), Ok(amara()));
        for (learner, teacher, skill, field, words) in [
            ("Nobody", "Rosalind Achterberg", "Infusion pumps", "learner", "Nobody here is called"),
            ("Wen Li", "Wen Li", "Infusion pumps", "teacher", "Choose two people."),
            ("Wen Li", "Rosalind Achterberg", "Wound care", "skill", "This plan is not about Wound care."),
            ("Rosalind Achterberg", "Wen Li", "Infusion pumps", "learner", "Rosalind has reached the target"),
            ("Wen Li", "dag-ek", "Palliative talks", "learner", "Wen and Dag do not both work here any more."),
            ("Wen Li", "Amara Okafor", "Infusion pumps", "teacher", "Amara is not surely at “can teach”"),
        ] {
            let Err(Rejection::Invalid { field: beside, message }) = pair(learner, teacher, skill) else {
                panic!("{learner}, {teacher}, {skill}")
            };
            assert!(beside == field && message.contains(words), "{beside}: {message}");
        }
    }
}
