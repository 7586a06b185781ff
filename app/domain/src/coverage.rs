//! Cover: how many people can do what the organisation needs, and where it hangs on one head or none.
//!
//! Only people who work here and reach the target level count; learning does not. Plans that mend a gap are not here.

mod continuity;
mod heat;

pub use continuity::{ContinuityPage, ContinuityQuery, Shown, SkillAtRisk, continuity_page};
pub use heat::{Heat, HeatCell, HeatColumn, HeatRow, heat, teachers_step};

use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::skill::{Criticality, Skill};
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};

/// How a skill stands against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// How many people reach the level.
    pub have: u32,
    /// How many should.
    pub target: u32,
}

/// How pressing a gap in cover is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    /// Below target, and work goes on.
    Low,
    /// Something important hangs on one person, or is below target.
    Medium,
    /// Something stops when one more person is away.
    High,
}

impl Risk {
    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Low => "Low",
            Self::Medium => "Medium",
            Self::High => "High",
        }
    }

    /// 1 to 3, as the bars show it.
    pub const fn band(self) -> u8 {
        match self {
            Self::Low => 1,
            Self::Medium => 2,
            Self::High => 3,
        }
    }
}

/// People who work here and reach the target level of `skill`, by id.
pub fn holders<'a>(org: &'a Org, skill: &'a Skill) -> impl Iterator<Item = &'a PersonId> {
    org.knowers_of(&skill.id)
        .filter(|(person, known)| known.estimate.level >= skill.target.level && works_here(org, person))
        .map(|(person, _)| person)
}

/// True while the person works here.
pub fn works_here(org: &Org, person: &PersonId) -> bool {
    org.person(person).is_some_and(|person| person.is_active())
}

/// How `skill` stands against its target.
pub fn cover(org: &Org, skill: &Skill) -> Cover {
    Cover { have: count(holders(org, skill)), target: u32::from(skill.target.people) }
}

/// How a skill stands against its target; `None` when there is no such skill.
pub fn cover_of(org: &Org, skill: &SkillId) -> Option<Cover> {
    org.skill(skill).map(|skill| cover(org, skill))
}

/// How pressing the gap is; `None` when the target is reached.
pub const fn risk(criticality: Criticality, cover: Cover) -> Option<Risk> {
    if cover.have >= cover.target {
        return None;
    }
    Some(match (criticality, cover.have) {
        (Criticality::Critical, 0 | 1) | (Criticality::High, 0) => Risk::High,
        (Criticality::Critical, _) | (Criticality::High, _) | (Criticality::Normal, 0 | 1) => Risk::Medium,
        (Criticality::Normal, _) | (Criticality::Low, _) => Risk::Low,
    })
}

/// What stands above a skill's name: "Critical, one person left". `None` when its target is reached.
pub fn risk_phrase(criticality: Criticality, cover: Cover) -> Option<String> {
    risk(criticality, cover)?;
    let stands = match cover.have {
        0 => "nobody covers it".to_owned(),
        1 => "one person left".to_owned(),
        have => format!("{have} of {}", cover.target),
    };
    Some(match criticality {
        Criticality::Critical => format!("Critical, {stands}"),
        Criticality::High => format!("Important, {stands}"),
        Criticality::Normal | Criticality::Low => sentence(&stands),
    })
}

/// "3 of 4 people can do it alone".
pub fn cover_phrase(skill: &Skill, cover: Cover) -> String {
    let people = counted(usize::try_from(cover.have).unwrap_or(usize::MAX), "person", "people");
    format!("{} of {} at “{}” or above", sentence(&people), cover.target, skill.target.level.title())
}

/// How many there are; pages count in 32 bits.
pub(crate) fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::fernhill;

    fn covered(skill: &str) -> Cover {
        cover_of(&fernhill(), &skill.parse().unwrap()).unwrap()
    }

    #[test]
    fn cover_counts_people_who_work_here_at_the_target_level() {
        assert_eq!(covered("infusion-pumps"), Cover { have: 1, target: 3 });
        // Dag could teach it too, and has left.
        assert_eq!(covered("palliative-talks"), Cover { have: 1, target: 2 });
        assert_eq!(covered("wound-care"), Cover { have: 3, target: 2 });
    }

    #[test]
    fn the_gap_presses_by_how_bad_it_is_and_how_few_are_left() {
        let rows = [
            (Criticality::Critical, 0, Some(Risk::High)),
            (Criticality::Critical, 1, Some(Risk::High)),
            (Criticality::Critical, 2, Some(Risk::Medium)),
            (Criticality::High, 1, Some(Risk::Medium)),
            (Criticality::Normal, 1, Some(Risk::Medium)),
            (Criticality::Normal, 2, Some(Risk::Low)),
            (Criticality::Low, 0, Some(Risk::Low)),
            (Criticality::Critical, 3, None),
        ];
        for (criticality, have, expected) in rows {
            assert_eq!(risk(criticality, Cover { have, target: 3 }), expected, "{criticality:?} {have}");
        }
    }

    #[test]
    fn what_is_left_is_said_in_words() {
        let say = |criticality, have| risk_phrase(criticality, Cover { have, target: 3 });
        assert_eq!(say(Criticality::Critical, 1).as_deref(), Some("Critical, one person left"));
        assert_eq!(say(Criticality::Normal, 0).as_deref(), Some("Nobody covers it"));
        assert_eq!(say(Criticality::Critical, 3), None);
    }
}
