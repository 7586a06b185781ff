//! How risk went over the last weeks: for every skill its weight for each person it lacks, added up.
//!
//! Past weeks are counted by what was known then, against the targets of today: otherwise a raised target would look
//! like a loss.

use super::outlook::{Outlook, WEEKS};
use super::{Cover, cover};
use crate::org::Org;
use crate::skill::Skill;
use crate::time::{Span, Timestamp};
use crate::viewer::Viewer;
use crate::wording::{brief_day, counted};
use serde::{Deserialize, Serialize};

/// Risk over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskTrend {
    /// What it comes to, in a sentence.
    pub takeaway: String,
    /// A week apart, the oldest first; the last is today.
    pub points: Vec<RiskPoint>,
}

/// Risk on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskPoint {
    /// "19 Oct"; "Today" for the last.
    pub label: String,
    /// The sum of weights.
    pub risk: u32,
    /// How many people were missing, whatever the skill.
    pub missing: u32,
}

/// How risk went for `skills`; `None` while there is no evidence older than a week.
pub(super) fn risk_trend(viewer: &Viewer<'_>, skills: &[&Skill], outlook: &Outlook) -> Option<RiskTrend> {
    let first = outlook.values().filter_map(|skill| skill.first).min()?;
    let weeks = i64::try_from(WEEKS).unwrap_or(0);
    let moments: Vec<(usize, Timestamp)> =
        (0..WEEKS).zip((1..=weeks).rev()).map(|(place, back)| (place, week_ago(viewer, back))).collect();
    let mut points: Vec<RiskPoint> = moments
        .into_iter()
        .filter(|(_, at)| *at >= first)
        .map(|(place, at)| {
            let had = |skill: &Skill| outlook.get(&skill.id).and_then(|skill| skill.past.get(place)).copied();
            point(brief_day(viewer.clocks.wall(&viewer.zone, at).day), skills, &|skill| had(skill).unwrap_or(0))
        })
        .collect();
    if points.is_empty() {
        return None;
    }
    points.push(point("Today".to_owned(), skills, &|skill| cover(viewer.org, skill).have));
    Some(RiskTrend { takeaway: takeaway(&points), points })
}

fn week_ago(viewer: &Viewer<'_>, back: i64) -> Timestamp {
    viewer.clocks.now.before(Span(Span::days(7).0 * back))
}

fn point(label: String, skills: &[&Skill], have: &dyn Fn(&Skill) -> u32) -> RiskPoint {
    let mut sum = RiskPoint { label, risk: 0, missing: 0 };
    for skill in skills {
        let missing = Cover { have: have(skill), target: u32::from(skill.target.people) }.missing();
        sum.missing = sum.missing.saturating_add(missing);
        sum.risk = sum.risk.saturating_add(missing.saturating_mul(skill.criticality.weight()));
    }
    sum
}

/// The risk of today: for every skill its weight for each person it lacks.
pub fn risk_today(org: &Org) -> u32 {
    let skills: Vec<&Skill> = org.skills().collect();
    point(String::new(), &skills, &|skill| cover(org, skill).have).risk
}

/// "Risk fell from 92 to 64 in 12 weeks."
fn takeaway(points: &[RiskPoint]) -> String {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return String::new() };
    let weeks = counted(points.len().saturating_sub(1), "week", "weeks");
    match last.risk.cmp(&first.risk) {
        std::cmp::Ordering::Less => format!("Risk fell from {} to {} in {weeks}.", first.risk, last.risk),
        std::cmp::Ordering::Greater => format!("Risk rose from {} to {} in {weeks}.", first.risk, last.risk),
        std::cmp::Ordering::Equal if last.risk == 0 => format!("No skill has lacked anybody for {weeks}."),
        std::cmp::Ordering::Equal => format!("Risk stands at {}, as it did {weeks} ago.", last.risk),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Actor;
    use crate::coverage::outlook::SkillOutlook;
    use crate::fernhill::{NOW, fernhill};
    use crate::org::Org;
    use crate::reader::tests::CLOCKS;
    use std::sync::Arc;

    fn trend(org: &Org, past: [u32; WEEKS], weeks: i64) -> Option<RiskTrend> {
        let first = Some(NOW.before(Span::days(7 * weeks)));
        let outlook = Arc::new(SkillOutlook { first, past, fading: Vec::new() });
        let outlook = Outlook::from([("infusion-pumps".parse().unwrap(), outlook)]);
        let pumps = [org.skill(&"infusion-pumps".parse().unwrap()).unwrap()];
        risk_trend(&Viewer::of(org, &Actor::Console, &CLOCKS), &pumps, &outlook)
    }

    #[test]
    fn risk_is_weight_by_missing_people_week_by_week() {
        let org = fernhill();
        let trend = trend(&org, [0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 2, 2], 40).unwrap();
        let risks: Vec<u32> = trend.points.iter().map(|point| point.risk).collect();
        // Critical weighs eight; the target is three, today one is left.
        assert_eq!(risks, [24, 24, 24, 24, 24, 24, 24, 24, 0, 0, 8, 8, 16]);
        assert_eq!((trend.points[12].label.as_str(), trend.points[12].missing), ("Today", 2));
        assert_eq!(trend.takeaway, "Risk fell from 24 to 16 in 12 weeks.");
    }

    #[test]
    fn it_begins_with_the_first_evidence() {
        let org = fernhill();
        assert_eq!(trend(&org, [1; WEEKS], 3).unwrap().points.len(), 4);
        assert_eq!(trend(&org, [1; WEEKS], 3).unwrap().takeaway, "Risk stands at 16, as it did three weeks ago.");
        assert_eq!(trend(&org, [1; WEEKS], 0), None);
    }

    #[test]
    fn the_risk_of_today_adds_all_skills_up() {
        // Two pump people, a palliative and a backup person are missing.
        assert_eq!(risk_today(&fernhill()), 2 * 8 + 8 + 4);
    }
}
