//! Cover: how many people can do what the organisation needs, and where it hangs on one head or none.
//!
//! Only people who work here and reach the target level count; learning does not. Plans that mend a gap are not here.

mod concentration;
mod continuity;
mod drops;
mod expiring;
mod heat;
mod outlook;
mod sight;
mod targets;
mod trend;
mod what_if;

pub use concentration::Concentration;
pub use continuity::{
    BoardView, ContinuityPage, ContinuityQuery, Counts, Shown, SkillAtRisk, Verbs, continuity_page, learning_now,
};
pub use drops::{CoverDrop, Hearing, Noticed, Turned, Watch, WatchChoice};
pub use expiring::Expiring;
pub use heat::{About, Heat, HeatCell, HeatColumn, HeatRow, MapPart, Stretch, heat};
pub use outlook::{Basis, Outlook, SkillOutlook, skill_outlook};
pub use sight::Sight;
pub use targets::{
    Aim, AimChange, AimEdit, AimForm, AimRow, AimSwap, LastChange, Preview, PreviewRow, TargetsPage, TargetsQuery,
    aim_change, aim_undo, targets_page,
};
pub use trend::{RiskPoint, RiskTrend, risk_today};
pub use what_if::{Depth, Fall, Hint, WhatIfPage, WhatIfQuery, what_if_page, worst_pair, worst_single};

use continuity::row::next_in_line;

use crate::id::{PersonId, SkillId, TeamId};
use crate::org::{Known, Org};
use crate::skill::{Criticality, Skill};
use crate::teams::with_teams_below;
use crate::wording::sentence;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How a skill stands against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// How many people reach the level.
    pub have: u32,
    /// How many should.
    pub target: u32,
}

impl Cover {
    /// How many people are missing.
    pub const fn missing(self) -> u32 {
        self.target.saturating_sub(self.have)
    }
}

/// A skill and how it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standing<'a> {
    pub skill: &'a Skill,
    pub cover: Cover,
    /// `None` when its target is reached.
    pub risk: Option<Risk>,
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
    let reaches = |known: &Known| known.estimate.reaches(skill.target.level);
    let holders = if asks_as_kept(org, skill) {
        org.graph().holders(&skill.id)
    } else {
        let knowers = org.knowers_of(&skill.id).filter(|(person, known)| reaches(known) && works_here(org, person));
        knowers.map(|(person, _)| person).collect()
    };
    holders.into_iter()
}

/// True when `skill` asks for the level that the organisation has it ask for, so that the graph knows who counts.
fn asks_as_kept(org: &Org, skill: &Skill) -> bool {
    org.skill(&skill.id).is_some_and(|kept| kept.target.level == skill.target.level)
}

/// True while the person works here, their last day included.
pub fn works_here(org: &Org, person: &PersonId) -> bool {
    org.person(person).is_some_and(|person| person.works_on(org.weighing().day))
}

/// How many people work here.
pub fn working_here(org: &Org) -> u32 {
    count(org.people().filter(|person| person.is_active()))
}

/// Who works in `team` or in a team below it.
pub(crate) fn members_below(org: &Org, team: &TeamId) -> BTreeSet<PersonId> {
    let teams = with_teams_below(org, team);
    let here = |person: &&crate::person::Person| person.team.as_ref().is_some_and(|team| teams.contains(team));
    org.people().filter(here).map(|person| person.id.clone()).collect()
}

/// How `skill` stands, and how pressing that is.
pub(crate) fn standing<'a>(org: &Org, skill: &'a Skill) -> Standing<'a> {
    let cover = cover(org, skill);
    Standing { skill, cover, risk: risk(skill.criticality, cover) }
}

/// How `skill` stands against its target.
pub fn cover(org: &Org, skill: &Skill) -> Cover {
    let have = if asks_as_kept(org, skill) { org.graph().cover(&skill.id) } else { count(holders(org, skill)) };
    Cover { have, target: u32::from(skill.target.people) }
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
    fn another_level_than_the_kept_one_is_asked_of_everybody_anew() {
        let org = fernhill();
        let mut skill = org.skill(&"infusion-pumps".parse().unwrap()).unwrap().clone();
        skill.target.level = crate::evidence::Level::ALONE;
        assert_eq!(cover(&org, &skill), Cover { have: 2, target: 3 });
        assert_eq!(holders(&org, &skill).count(), 2);
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
