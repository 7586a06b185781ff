//! What a pair lets its people do.

use super::*;
use crate::fernhill::NOW;
use crate::rejection::{Noun, Rejection};
use crate::text::{Line, Prose};
use crate::time::Span;

pub const AMARA: &str = "amara-okafor";
pub const LEILA: &str = "leila-haddou";
pub const JONAS: &str = "jonas-weidner";
pub const NOOR: &str = "noor-halabi";

fn id(who: &str) -> PersonId {
    who.parse().unwrap()
}

pub fn new(learners: &[&str]) -> NewPair {
    NewPair {
        program: "pairs-for-care".parse().unwrap(),
        mentor: id(AMARA),
        learners: learners.iter().map(|who| id(who)).collect(),
        skill: "palliative-talks".parse().unwrap(),
        back: None,
        how: HowPaired::Wished,
    }
}

/// Amara and Leïla, twenty days before [`NOW`].
pub fn begun() -> Pair {
    Pair::begin(new(&[LEILA]), "p1".parse().unwrap(), NOW.before(Span::days(20))).unwrap()
}

fn circle() -> Pair {
    Pair::begin(new(&[LEILA, JONAS, NOOR]), "p1".parse().unwrap(), NOW.before(Span::days(20))).unwrap()
}

/// So many days after they were brought together; they have met, and the program asks whether they fit.
pub fn at(days: i64) -> When {
    let now = NOW.before(Span::days(20 - days));
    When { now, today: Day::utc(now), has_met: true, asks_fit: true }
}

/// The pair after somebody did something that they may.
pub fn done(pair: Pair, who: &str, step: Move, days: i64) -> Pair {
    pair.moved(&id(who), step, at(days)).unwrap()
}

fn words(text: &str) -> Words {
    Words { worth: Worth::Much, words: Prose::parse("words", text).unwrap(), to_organisers: Prose::default() }
}

fn plan(pair: Pair, who: &str, step: Plan) -> Result<Pair, Rejection> {
    pair.moved(&id(who), Move::Plan(step), at(3))
}

#[test]
fn nobody_is_paired_with_themself_with_nobody_or_twice() {
    let begin = |new: NewPair| Pair::begin(new, "p1".parse().unwrap(), NOW);
    for learners in [vec![AMARA], vec![], vec![LEILA, LEILA], vec![LEILA; 13]] {
        assert!(begin(new(&learners)).is_err(), "{learners:?}");
    }
    let back = Some("sql-for-reports".parse().unwrap());
    assert!(begin(NewPair { back: back.clone(), ..new(&[LEILA, JONAS]) }).is_err(), "a circle learns one way");
    let pair = begin(NewPair { back, ..new(&[LEILA]) }).unwrap();
    assert!(pair.is_mutual() && pair.is_open() && !pair.is_circle());
    assert!(circle().is_circle());
}

#[test]
fn only_those_in_it_do_anything_and_nobody_does_once_it_is_over() {
    let outside = begun().moved(&id(JONAS), Move::Stop, at(1));
    assert_eq!(outside, Err(Rejection::NotFound(Noun::Pair)));
    let over = done(begun(), LEILA, Move::Stop, 1);
    for step in [Move::Stop, Move::GoOn, Move::Pause { until: None }, Move::Finish(words("Thanks"))] {
        assert!(matches!(over.clone().moved(&id(AMARA), step, at(2)), Err(Rejection::Stale(_))));
    }
    assert!(over.clone().without(&id(LEILA), at(2)).is_none() && over.ended_by_organiser(at(2)).is_err());
}

#[test]
fn goals_go_in_both_directions_and_are_reached_and_taken_away() {
    let text = |text: &str| Line::parse("text", text).unwrap();
    let goal = |whose: &str| Plan::AddGoal { whose: id(whose), text: text("Lead one talk alone") };
    let pair = plan(plan(begun(), AMARA, goal(LEILA)).unwrap(), LEILA, goal(AMARA)).unwrap();
    assert_eq!(pair.goals.iter().map(|goal| goal.whose.as_str()).collect::<Vec<_>>(), [LEILA, AMARA]);
    assert!(plan(pair.clone(), AMARA, goal(JONAS)).is_err(), "he is not in it");
    let empty = Plan::AddGoal { whose: id(LEILA), text: Line::default() };
    assert!(plan(pair.clone(), AMARA, empty).is_err());
    let reached = plan(pair, LEILA, Plan::ReachGoal { n: 1 }).unwrap();
    let again = plan(reached.clone(), AMARA, Plan::ReachGoal { n: 1 }).unwrap();
    assert_eq!(again.goals, reached.goals, "reached once, however often it is said");
    let open = plan(reached, LEILA, Plan::ReopenGoal { n: 1 }).unwrap();
    assert!(open.goals.iter().all(|goal| goal.done.is_none()));
    let left = plan(open, AMARA, Plan::DropGoal { n: 1 }).unwrap();
    assert_eq!(left.goals.len(), 1);
    assert!(matches!(plan(left.clone(), LEILA, Plan::DropGoal { n: 1 }), Err(Rejection::Stale(_))));
    let next = plan(left, LEILA, goal(LEILA)).unwrap();
    assert_eq!(next.goals.last().map(|goal| goal.n), Some(3), "no number comes twice");
}

#[test]
fn nobody_agrees_to_words_that_they_have_not_read() {
    let write = |text: &str, seen| Plan::WriteAgreement { text: Prose::parse("text", text).unwrap(), seen };
    let pair = plan(begun(), LEILA, write("Every second Thursday", None)).unwrap();
    let first = pair.agreement.as_ref().unwrap().at;
    assert!(pair.waits_for_agreement_of(&id(AMARA)) && !pair.waits_for_agreement_of(&id(LEILA)));
    assert!(matches!(plan(pair.clone(), AMARA, write("Every Monday", None)), Err(Rejection::Stale(_))));
    let agreed = plan(pair, AMARA, Plan::Agree { seen: first }).unwrap();
    assert!(!agreed.waits_for_agreement_of(&id(AMARA)));
    let changed = agreed.moved(&id(AMARA), Move::Plan(write("Every Monday", Some(first))), at(4)).unwrap();
    assert!(changed.waits_for_agreement_of(&id(LEILA)), "other words ask anew");
    assert!(matches!(plan(changed.clone(), LEILA, Plan::Agree { seen: first }), Err(Rejection::Stale(_))));
    let same = write("Every Monday", changed.agreement.as_ref().map(|agreement| agreement.at));
    assert_eq!(plan(changed.clone(), LEILA, same).unwrap().agreement, changed.agreement, "the same words ask nobody");
}

#[test]
fn a_break_ends_on_its_day_or_when_somebody_says_so() {
    let today = at(5).today;
    for until in [today, today.plus(-1), today.plus(121)] {
        assert!(begun().moved(&id(LEILA), Move::Pause { until: Some(until) }, at(5)).is_err(), "{until:?}");
    }
    let paused = done(begun(), LEILA, Move::Pause { until: Some(today.plus(3)) }, 5);
    assert!(paused.is_open() && paused.clone().resumed(at(7)).is_none());
    let resumed = paused.clone().resumed(at(8)).unwrap();
    assert_eq!(resumed.stage, PairStage::Active);
    assert_eq!(resumed.news.last().map(|news| (news.by.clone(), news.what)), Some((None, PairNews::WentOn)));
    assert_eq!(done(paused.clone(), AMARA, Move::GoOn, 6).stage, PairStage::Active);
    assert!(matches!(paused.moved(&id(AMARA), Move::Pause { until: None }, at(6)), Err(Rejection::Stale(_))));
    assert!(done(begun(), LEILA, Move::Pause { until: None }, 5).resumed(at(19)).is_none(), "an open end stays open");
}

#[test]
fn one_no_ends_it_for_both_and_nothing_tells_who_said_it() {
    let fit = |says| Move::SayFit { says };
    assert!(begun().asks_fit_of(&id(LEILA), at(3)));
    assert!(begun().moved(&id(LEILA), fit(Fits::Yes), When { has_met: false, ..at(3) }).is_err());
    assert!(begun().moved(&id(LEILA), fit(Fits::Yes), When { asks_fit: false, ..at(3) }).is_err());
    let yes = done(begun(), LEILA, fit(Fits::Yes), 3);
    assert!(yes.is_open() && !yes.asks_fit_of(&id(LEILA), at(4)) && yes.asks_fit_of(&id(AMARA), at(4)));
    assert_eq!(yes.news, begun().news, "a yes is no news");
    let no = done(yes, AMARA, fit(Fits::No), 4);
    assert_eq!(no.to_be_matched_anew(), [id(LEILA)]);
    assert!(done(begun(), AMARA, Move::Stop, 4).to_be_matched_anew().is_empty());
    assert_eq!(no.news.last().map(|news| news.by.clone()), Some(None));
    let other = done(begun(), LEILA, fit(Fits::No), 4);
    let told = |pair: &Pair| pair.news.iter().map(|news| (news.by.clone(), news.what)).collect::<Vec<_>>();
    assert_eq!(told(&no), told(&other), "whoever says it, the same is told");
    assert_eq!(told(&no), told(&done(begun(), AMARA, Move::Stop, 4)), "and the same when somebody stops");
}

#[test]
fn a_circle_goes_on_without_whoever_leaves_it_and_ends_with_its_mentor() {
    let fewer = done(circle(), JONAS, Move::SayFit { says: Fits::No }, 3);
    assert!(fewer.is_open() && !fewer.has(&id(JONAS)) && fewer.ever().any(|one| *one == id(JONAS)));
    assert_eq!(fewer.to_be_matched_anew(), [id(JONAS)]);
    assert!(fewer.clone().moved(&id(JONAS), Move::GoOn, at(4)).is_err(), "he is in it no more");
    let gone = fewer.without(&id(NOOR), at(5)).unwrap();
    assert!(gone.is_open() && gone.learners == [id(LEILA)] && gone.is_circle());
    let last = done(gone.clone(), LEILA, Move::Stop, 6);
    assert!(!last.is_open(), "with the last learner it ends");
    let ended = gone.without(&id(AMARA), at(6)).unwrap();
    assert!(matches!(ended.stage, PairStage::Ended { why: Ended::LeftProgram, .. }));
}

#[test]
fn a_close_brings_a_word_of_each_and_the_last_word_counts() {
    let early = begun().moved(&id(LEILA), Move::GiveFeedback(words("So far")), at(3));
    assert!(matches!(early, Err(Rejection::Conflict(_))));
    let finished = done(begun(), LEILA, Move::Finish(words("Thank you")), 10);
    assert!(matches!(finished.stage, PairStage::Finished { .. }) && !finished.is_open());
    let both = done(finished, AMARA, Move::GiveFeedback(words("And you")), 11);
    let again = done(both, AMARA, Move::GiveFeedback(words("And you, very much")), 12);
    assert_eq!(again.feedback.len(), 2);
    assert_eq!(again.feedback_of(&id(AMARA)).unwrap().words.as_str(), "And you, very much");
}

#[test]
fn a_round_is_taken_back_only_where_they_have_not_met() {
    let unmet = When { has_met: false, ..at(1) };
    assert!(begun().taken_back(unmet).unwrap().is_taken_back());
    assert!(begun().taken_back(at(1)).is_none(), "they have met");
    assert!(done(begun(), LEILA, Move::Stop, 1).taken_back(unmet).is_none(), "it is over");
}

#[test]
fn rows_from_before_a_field_was_there_are_still_read() {
    let mut row = serde_json::to_value(begun()).unwrap();
    for field in ["gone", "goals", "agenda", "fit", "feedback", "news", "next"] {
        row.as_object_mut().unwrap().remove(field);
    }
    let read: Pair = serde_json::from_value(row).unwrap();
    assert_eq!(Pair { news: begun().news, ..read }, begun());
}
