//! What other rules would change: how many levels move, and which skills fall below their target or reach it.

use crate::coverage::{Cover, cover, works_here};
use crate::evidence::{Estimate, Evidence, EvidenceRules, Level, Weighing, estimate};
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::tag::SkillTag;
use crate::wording::{counted, number, sentence};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// The proposal, as the query of an address.
    pub query: String,
    /// It in a sentence or two.
    pub takeaway: String,
    /// How many levels would rise.
    pub up: u32,
    /// How many would fall, also to none.
    pub down: u32,
    /// Skills whose cover would change, those that fall below their target first.
    pub skills: Vec<SkillMoved>,
}

/// A skill whose cover would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillMoved {
    /// Which.
    pub skill: SkillTag,
    /// Its cover now.
    pub before: Cover,
    /// How many people would cover it.
    pub after: u32,
}

impl SkillMoved {
    /// True when it would fall below its target.
    pub const fn falls(&self) -> bool {
        self.before.have >= self.before.target && self.after < self.before.target
    }

    /// True when it would reach its target.
    pub const fn arrives(&self) -> bool {
        self.before.have < self.before.target && self.after >= self.before.target
    }
}

/// What `rules` would change in `org`, of which `evidence` is all there is.
pub(super) fn preview(org: &Org, rules: &EvidenceRules, evidence: &[Evidence], query: String) -> Preview {
    let after = estimates(org, rules, evidence);
    let (mut up, mut down, mut all) = (0, 0, 0);
    let mut have: BTreeMap<&SkillId, u32> = BTreeMap::new();
    for ((person, skill), estimate) in &after {
        let before = org.known(person, skill).map(|known| known.estimate.level);
        let level = |estimate: &Estimate| estimate.level;
        all += u32::from(before.is_some());
        match (before, estimate.as_ref().map(level)) {
            (before, after) if before < after => up += 1,
            (before, after) if before > after => down += 1,
            (_, _) => {}
        }
        let reaches = |target: Level| estimate.as_ref().is_some_and(|estimate| estimate.reaches(target));
        if org.skill(skill).is_some_and(|skill| reaches(skill.target.level)) && works_here(org, person) {
            *have.entry(*skill).or_default() += 1;
        }
    }
    let moved = |skill: &crate::skill::Skill| {
        let (before, after) = (cover(org, skill), have.get(&skill.id).copied().unwrap_or(0));
        (before.have != after).then(|| SkillMoved { skill: SkillTag::of(org, &skill.id), before, after })
    };
    let mut skills: Vec<SkillMoved> = org.skills().filter_map(moved).collect();
    skills.sort_by_cached_key(|moved| (!moved.falls(), !moved.arrives(), crate::search::fold(&moved.skill.name)));
    Preview { query, takeaway: takeaway(all, up, down, &skills), up, down, skills }
}

type Cells<'a> = BTreeMap<(&'a PersonId, &'a SkillId), Option<Estimate>>;

fn estimates<'a>(org: &Org, rules: &EvidenceRules, evidence: &'a [Evidence]) -> Cells<'a> {
    let weighing = Weighing { rules, ..org.weighing() };
    let mut cells: BTreeMap<(&PersonId, &SkillId), Vec<Evidence>> = BTreeMap::new();
    for piece in evidence {
        cells.entry((&piece.person, &piece.skill)).or_default().push(piece.clone());
    }
    cells.into_iter().map(|(cell, pieces)| (cell, estimate(&pieces, &weighing))).collect()
}

fn takeaway(all: u32, up: u32, down: u32, skills: &[SkillMoved]) -> String {
    let size = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let (fall, arrive) =
        (skills.iter().filter(|moved| moved.falls()).count(), skills.iter().filter(|moved| moved.arrives()).count());
    let levels = if up + down == 0 {
        format!("None of {} levels would change", number(size(all)))
    } else {
        let (changed, up, down) = (number(size(up + down)), number(size(up)), number(size(down)));
        format!("{} of {} levels would change: {up} up, {down} down", sentence(&changed), number(size(all)))
    };
    let targets = match (fall, arrive) {
        (0, 0) => "No skill would fall below its target or reach it.".to_owned(),
        (fall, arrive) => {
            let whose = if fall == 1 { "its" } else { "their" };
            let fall = sentence(&counted(fall, "skill", "skills"));
            format!("{fall} would fall below {whose} target, and {} would reach it.", number(arrive))
        }
    };
    format!("{levels}. {targets}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Source, SourceRule};
    use crate::fernhill::{evidence, fernhill, vouched};

    /// All of Fernhill's evidence for one skill that two should know and three do.
    fn given() -> Vec<Evidence> {
        let org = fernhill();
        let wound_care = "wound-care".parse().unwrap();
        let knowers =
            org.knowers_of(&wound_care).map(|(person, known)| (person.to_string(), known.estimate.level.number()));
        knowers.flat_map(|(person, level)| vouched(&person, "wound-care", level)).collect()
    }

    #[test]
    fn what_is_usual_changes_nothing() {
        let found = preview(&fernhill(), &EvidenceRules::USUAL, &given(), String::new());
        assert_eq!((found.up, found.down), (0, 0));
        assert!(found.takeaway.starts_with("None of "), "{}", found.takeaway);
        assert!(found.skills.iter().all(|moved| moved.skill.id.as_str() != "wound-care"));
    }

    #[test]
    fn a_skill_that_would_fall_below_its_target_is_named() {
        let org = fernhill();
        let rules = EvidenceRules::USUAL.with(SourceRule { weight: 0, ..SourceRule::usual(Source::Peer) });
        let mut all = given();
        all.push(evidence("wen-li", "wound-care", 4, Source::Imported));
        let found = preview(&org, &rules, &all, String::new());
        let moved = found.skills.iter().find(|moved| moved.skill.id.as_str() == "wound-care").unwrap();
        assert!(moved.falls() && !moved.arrives(), "{moved:?}");
        assert_eq!(moved.after, 1);
        assert!(found.down >= 3 && found.takeaway.contains("would fall below their target"), "{}", found.takeaway);
    }
}
