//! How the cover of one skill stood over the last months, recomputed from the evidence of each day.

use crate::clocks::Day;
use crate::coverage::cover;
use crate::evidence::{Evidence, Weighing, estimate};
use crate::id::PersonId;
use crate::org::Org;
use crate::skill::Skill;
use crate::time::{Span, Timestamp};
use crate::viewer::Viewer;
use crate::wording::{brief_day, number, sentence};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Cover over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverHistory {
    /// What it comes to, in a sentence.
    pub takeaway: String,
    /// Every fourth week, oldest first; the last is today.
    pub points: Vec<CoverPoint>,
    /// How many people should know it.
    pub target: u32,
}

/// Cover on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverPoint {
    /// "19 Oct"; "Today" for the last.
    pub label: String,
    /// How many people reached the level.
    pub have: u32,
}

const POINTS: i64 = 6;
const APART: Span = Span::days(28);

/// How `skill` stood every fourth week; `None` when there is no evidence older than that.
pub fn cover_history(viewer: &Viewer<'_>, skill: &Skill, evidence: &[Evidence]) -> Option<CoverHistory> {
    let org = viewer.org;
    let first = evidence.iter().map(|piece| piece.at).min()?;
    let mut by_person: BTreeMap<&PersonId, Vec<&Evidence>> = BTreeMap::new();
    for piece in evidence {
        by_person.entry(&piece.person).or_default().push(piece);
    }
    let moments =
        (1..=POINTS).rev().map(|back| viewer.clocks.now.before(Span(APART.0 * back))).filter(|at| *at >= first);
    let mut points: Vec<CoverPoint> =
        moments.map(|at| CoverPoint { label: brief(viewer, at), have: had(org, skill, &by_person, at) }).collect();
    if points.is_empty() {
        return None;
    }
    points.push(CoverPoint { label: "Today".to_owned(), have: cover(org, skill).have });
    let target = u32::from(skill.target.people);
    Some(CoverHistory { takeaway: takeaway(&points, target), points, target })
}

fn brief(viewer: &Viewer<'_>, at: Timestamp) -> String {
    brief_day(viewer.clocks.wall(&viewer.zone, at).day)
}

/// How many people reached the level by what was known at `at`.
fn had(org: &Org, skill: &Skill, evidence: &BTreeMap<&PersonId, Vec<&Evidence>>, at: Timestamp) -> u32 {
    let weighing = Weighing { day: Day::utc(at), ..org.weighing() };
    let reached = |(person, pieces): &(&&PersonId, &Vec<&Evidence>)| {
        let here = org.person(person).is_some_and(|person| person.left_at.is_none_or(|left| left > at));
        let then: Vec<Evidence> = pieces
            .iter()
            .filter(|piece| piece.at <= at)
            .map(|piece| Evidence {
                reversed_at: piece.reversed_at.filter(|reversed| *reversed <= at),
                ..(*piece).clone()
            })
            .collect();
        here && estimate(&then, &weighing).is_some_and(|estimate| estimate.reaches(skill.target.level))
    };
    crate::coverage::count(evidence.iter().filter(reached))
}

fn takeaway(points: &[CoverPoint], target: u32) -> String {
    let words = |n: u32| if n == 0 { "nobody".to_owned() } else { number(usize::try_from(n).unwrap_or(usize::MAX)) };
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return String::new() };
    let turned = points.windows(2).rev().find_map(|pair| match pair {
        [before, after] if before.have != after.have => Some((before.have, after)),
        _ => None,
    });
    let goal = match last.have {
        have if have >= target => "the target is reached".to_owned(),
        _ => format!("the target is {}", words(target)),
    };
    match turned {
        None => sentence(&format!("{} since {}; {goal}.", words(last.have), first.label)),
        Some((before, after)) => {
            let verb = if after.have < before { "fell" } else { "rose" };
            let by = if after.label == "Today" { "lately".to_owned() } else { format!("by {}", after.label) };
            format!("Cover {verb} from {} to {} {by}; {goal}.", words(before), words(after.have))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Actor;
    use crate::evidence::Source;
    use crate::fernhill::{NOW, evidence, fernhill};
    use crate::reader::tests::CLOCKS;

    /// The organisation's own record, which is sure of a level alone.
    fn given(person: &str, level: u8, weeks_ago: i64) -> Evidence {
        Evidence {
            at: NOW.before(Span::days(7 * weeks_ago)),
            ..evidence(person, "infusion-pumps", level, Source::Imported)
        }
    }

    fn history(evidence: &[Evidence]) -> Option<CoverHistory> {
        let org = fernhill();
        let skill = org.skill(&"infusion-pumps".parse().unwrap()).unwrap();
        cover_history(&Viewer::of(&org, &Actor::Console, &CLOCKS), skill, evidence)
    }

    #[test]
    fn cover_is_counted_by_the_evidence_of_the_day_and_by_who_was_here() {
        let evidence = [given("rosalind-achterberg", 4, 21), given("dag-ek", 4, 21), given("amara-okafor", 3, 10)];
        let history = history(&evidence).unwrap();
        // Dag left three days ago.
        assert_eq!(history.points.iter().map(|point| point.have).collect::<Vec<_>>(), [2, 2, 2, 2, 2, 1]);
        assert_eq!(history.points[0].label, "2 Jul");
        assert_eq!(history.takeaway, "Cover fell from two to one lately; the target is three.");
    }

    #[test]
    fn what_was_taken_back_counts_until_then() {
        let mut wrong = given("noor-halabi", 4, 21);
        wrong.reversed_at = Some(NOW.before(Span::days(60)));
        let points = history(&[wrong]).unwrap().points;
        assert_eq!(points.iter().map(|point| point.have).collect::<Vec<_>>(), [1, 1, 1, 0, 0, 1]);
    }

    #[test]
    fn without_older_evidence_there_is_no_history() {
        assert_eq!(history(&[]), None);
        assert_eq!(history(&[given("amara-okafor", 4, 2)]), None);
    }
}
