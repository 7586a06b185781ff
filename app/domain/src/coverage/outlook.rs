//! What the evidence of a skill says of other days than today: how many people reached its level in the weeks before,
//! and who will not reach it any more because what speaks for them goes stale.
//!
//! All evidence has to be read for it, so it is worked out once a day and after changes of the skill, not for every
//! page. Who works here, and how many should know the skill, is asked when a page is made.

use crate::clocks::Day;
use crate::evidence::{Evidence, Level, Weighing, estimate};
use crate::id::{PersonId, SkillId};
use crate::time::{Span, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many weeks it looks back.
pub const WEEKS: usize = 12;

/// How many days it looks ahead.
pub const AHEAD: i64 = 90;

/// What is known of every skill.
pub type Outlook = BTreeMap<SkillId, Arc<SkillOutlook>>;

/// What the evidence of one skill says of other days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SkillOutlook {
    /// When the oldest of it was given.
    pub first: Option<Timestamp>,
    /// How many people who worked here then reached the level, the longest ago first, a week apart; the last is a week
    /// ago.
    pub past: [u32; WEEKS],
    /// Who reaches it now and will not in so many days, for want of fresh evidence; the soonest first.
    pub fading: Vec<(i64, PersonId)>,
}

/// By what an outlook is worked out.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    /// When somebody left; `None` for whoever works here.
    pub left_at: &'a dyn Fn(&PersonId) -> Option<Timestamp>,
    /// By what evidence is weighed; the day is that of each question.
    pub weighing: Weighing<'a>,
    /// The present.
    pub now: Timestamp,
}

/// What `evidence`, all of one skill, says of the weeks before now and the days after it about reaching `level`.
pub fn skill_outlook(level: Level, evidence: Vec<Evidence>, basis: Basis<'_>) -> SkillOutlook {
    let mut outlook = SkillOutlook { first: evidence.iter().map(|piece| piece.at).min(), ..SkillOutlook::default() };
    let mut people: BTreeMap<PersonId, Vec<Evidence>> = BTreeMap::new();
    for piece in evidence {
        people.entry(piece.person.clone()).or_default().push(piece);
    }
    for (person, pieces) in people {
        let left = (basis.left_at)(&person);
        for (weeks, count) in (1..).zip(outlook.past.iter_mut().rev()) {
            let then = basis.now.before(Span::days(7 * weeks));
            *count += u32::from(left.is_none_or(|left| left > then) && basis.is_reached(&pieces, level, then));
        }
        let fades = first_lost(|days| basis.is_reached(&pieces, level, basis.now.after(Span::days(days))));
        outlook.fading.extend(fades.filter(|_| left.is_none()).map(|days| (days, person)));
    }
    outlook.fading.sort();
    outlook
}

/// The first of the days to come on which `holds` fails that holds today, if it fails on the last one.
fn first_lost(holds: impl Fn(i64) -> bool) -> Option<i64> {
    if !holds(0) || holds(AHEAD) {
        return None;
    }
    let (mut holding, mut lost) = (0, AHEAD);
    while lost - holding > 1 {
        let middle = (holding + lost) / 2;
        if holds(middle) { holding = middle } else { lost = middle }
    }
    Some(lost)
}

impl Basis<'_> {
    /// True when what was known at `then` says that the level is reached.
    fn is_reached(&self, pieces: &[Evidence], level: Level, then: Timestamp) -> bool {
        let weighing = Weighing { day: Day::utc(then), ..self.weighing };
        let reaches = |pieces: &[Evidence]| estimate(pieces, &weighing).is_some_and(|known| known.reaches(level));
        let is_known = |piece: &Evidence| piece.at <= then && piece.reversed_at.is_none_or(|reversed| reversed <= then);
        if pieces.iter().all(is_known) {
            return reaches(pieces);
        }
        let known_then = pieces.iter().filter(|piece| piece.at <= then).cloned();
        let as_it_stood =
            known_then.map(|piece| Evidence { reversed_at: piece.reversed_at.filter(|at| *at <= then), ..piece });
        reaches(&as_it_stood.collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Source;
    use crate::fernhill::{NOW, evidence, fernhill};

    /// The organisation's own record, which is sure of a level alone.
    fn given(person: &str, level: u8, weeks_ago: i64) -> Evidence {
        Evidence {
            at: NOW.before(Span::days(7 * weeks_ago)),
            ..evidence(person, "infusion-pumps", level, Source::Imported)
        }
    }

    fn outlook(evidence: Vec<Evidence>) -> SkillOutlook {
        let left = |person: &PersonId| (person.as_str() == "dag-ek").then(|| NOW.before(Span::days(40)));
        skill_outlook(Level::CAN_TEACH, evidence, Basis { left_at: &left, weighing: fernhill().weighing(), now: NOW })
    }

    #[test]
    fn the_past_is_counted_by_what_was_known_and_who_was_here() {
        let mut wrong = given("noor-halabi", 4, 20);
        wrong.reversed_at = Some(NOW.before(Span::days(15)));
        let outlook = outlook(vec![
            given("rosalind-achterberg", 4, 20),
            given("dag-ek", 4, 20),
            given("amara-okafor", 4, 1),
            wrong,
        ]);
        assert_eq!(outlook.past, [3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 1, 2]);
        assert_eq!(outlook.first, Some(NOW.before(Span::days(140))));
    }

    #[test]
    fn what_goes_stale_is_told_with_its_day() {
        for day in [1, 2, 45, 89, 90] {
            assert_eq!(first_lost(|days| days < day), Some(day));
        }
        assert_eq!((first_lost(|_| true), first_lost(|_| false)), (None, None));
    }

    #[test]
    fn the_older_the_evidence_the_sooner_it_goes_stale() {
        let of = |weeks| outlook(vec![given("wen-li", 4, weeks)]).fading.first().map(|(days, _)| *days);
        let days: Vec<i64> = (0..120).filter_map(of).collect();
        assert!(days.len() > 5 && days.is_sorted_by(|sooner, later| sooner > later), "{days:?}");
    }

    #[test]
    fn who_reaches_it_still_in_three_months_or_has_left_does_not_fade() {
        let fading =
            outlook(vec![given("rosalind-achterberg", 4, 0), given("dag-ek", 4, 0), given("wen-li", 1, 0)]).fading;
        assert_eq!(fading, []);
    }
}
