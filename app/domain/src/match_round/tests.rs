//! What a round lets an organiser do.

use super::*;
use crate::fernhill::NOW;
use crate::mentoring::{Ingredient, Weight};
use crate::rejection::{Noun, Rejection};

pub fn program() -> ProgramId {
    "pairs-for-care".parse().unwrap()
}

pub fn pair(mentee: &str, mentor: &str) -> Pair {
    Pair { mentee: mentee.parse().unwrap(), mentor: mentor.parse().unwrap() }
}

/// Amara with Rosalind and Leïla with nobody.
pub fn pairing() -> Pairing {
    let couple = Couple {
        mentee: "amara-okafor".parse().unwrap(),
        mentor: "rosalind-achterberg".parse().unwrap(),
        skill: "infusion-pumps".parse().unwrap(),
        back: None,
        score: 700,
        band: Band::Strong,
    };
    Pairing { couples: vec![couple], left: vec!["leila-haddou".parse().unwrap()], ..Pairing::default() }
}

fn round() -> MatchRound {
    MatchRound::first(program(), NOW)
}

fn after(round: MatchRound, step: Move) -> MatchRound {
    round.moved(step, Some(&"ines-carvalho".parse().unwrap()), NOW).unwrap()
}

fn keep(name: &str) -> Move {
    Move::Keep { name: Line::parse("name", name).unwrap(), pairing: pairing() }
}

pub fn published() -> MatchRound {
    round().made_public((pairing(), vec!["p1".parse().unwrap()]), None, NOW).unwrap()
}

#[test]
fn a_learner_has_one_pin_and_a_pair_is_pinned_or_ruled_out_never_both() {
    let (one, other) = (pair("amara-okafor", "rosalind-achterberg"), pair("amara-okafor", "noor-halabi"));
    let pinned = after(after(round(), Move::Pin(one.clone())), Move::Pin(other.clone()));
    assert_eq!(pinned.terms.pins, std::slice::from_ref(&other));
    let forbidden = after(pinned, Move::Forbid(other.clone()));
    assert_eq!((forbidden.terms.pins.len(), forbidden.is_forbidden(&other)), (0, true));
    let again = after(forbidden, Move::Pin(other.clone()));
    assert_eq!((again.is_pinned(&other), again.terms.forbids.len()), (true, 0));
    assert!(after(again, Move::LeaveOpen(other)).terms.pins.is_empty());
    let oneself = round().moved(Move::Pin(pair("amara-okafor", "amara-okafor")), None, NOW);
    assert!(matches!(oneself, Err(Rejection::Invalid { field, .. }) if field == "mentor"));
}

#[test]
fn a_kept_pairing_is_taken_up_with_the_terms_that_led_to_it() {
    let one = pair("amara-okafor", "rosalind-achterberg");
    let kept = after(after(round(), Move::Pin(one.clone())), keep("With Rosalind"));
    let weighed = Terms::default().weights.with(Ingredient::Hours, Weight::Nothing);
    let bent = after(after(kept, Move::LeaveOpen(one.clone())), Move::Weigh(weighed));
    let back = after(bent, Move::TakeUp { number: 1 });
    assert_eq!((&back.terms.pins, &back.terms.previous), (&vec![one.clone()], &vec![one]));
    assert!(back.terms.weights.are_usual());
    let without = after(after(back, Move::Drop { number: 1 }), keep("Another"));
    assert_eq!(without.kept[0].number, 2, "a number is not given twice");
    assert_eq!(without.moved(Move::Drop { number: 1 }, None, NOW), Err(Rejection::NotFound(Noun::Pairing)));
}

#[test]
fn only_so_many_pairings_are_kept() {
    let full = (0..MOST_KEPT).fold(round(), |round, n| after(round, keep(&format!("Pairing {n}"))));
    assert!(
        matches!(full.moved(keep("One more"), None, NOW), Err(Rejection::Invalid { field, .. }) if field == "name")
    );
}

#[test]
fn a_published_round_is_over_and_can_be_taken_back_for_a_day() {
    assert!(matches!(round().made_public((Pairing::default(), vec![]), None, NOW), Err(Rejection::Conflict(_))));
    let out = published();
    assert_eq!(out.left(), ["leila-haddou".parse().unwrap()]);
    let late = out.clone().moved(Move::Pin(pair("leila-haddou", "noor-halabi")), None, NOW);
    assert!(matches!(late, Err(Rejection::Stale(_))));
    let (day, more) = (NOW.after(UNDO_WITHIN), NOW.after(UNDO_WITHIN).after(Span::minutes(1)));
    assert!(out.can_be_taken_back(day) && !out.can_be_taken_back(more));
    assert!(matches!(out.clone().taken_back(vec![], None, more), Err(Rejection::Conflict(_))));
    let back = out.taken_back(vec![], None, day).unwrap();
    assert!(back.left().is_empty() && !back.can_be_taken_back(day));
    assert!(matches!(back.taken_back(vec![], None, day), Err(Rejection::Stale(_))));
}

#[test]
fn the_next_round_begins_with_what_the_last_one_left() {
    let apart = pair("leila-haddou", "rosalind-achterberg");
    let pinned = pair("amara-okafor", "rosalind-achterberg");
    let decided = after(after(round(), Move::Forbid(apart.clone())), Move::Pin(pinned.clone()));
    let out = decided.made_public((pairing(), vec![]), None, NOW).unwrap();
    let next = out.after(NOW);
    assert_eq!((next.n, &next.terms.forbids, next.terms.pins.len()), (2, &vec![apart], 0));
    assert!(next.is_open() && next.terms.previous.is_empty());
    let again = out.taken_back(vec![], None, NOW).unwrap().after(NOW);
    assert_eq!((&again.terms.pins, &again.terms.previous), (&vec![pinned.clone()], &vec![pinned]));
}

#[test]
fn the_open_round_is_the_newest_or_the_one_after_it() {
    let mut org = Org::default();
    assert_eq!(MatchRound::current(&org, &program(), NOW).n, 1);
    org.put_match_round(published());
    assert_eq!(MatchRound::current(&org, &program(), NOW).n, 2);
    let second = published().after(NOW);
    org.put_match_round(after(second, keep("Second")));
    let current = MatchRound::current(&org, &program(), NOW);
    assert_eq!((current.n, current.kept.len()), (2, 1));
    assert_eq!(org.match_rounds(&program()).count(), 2);
}
