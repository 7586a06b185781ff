//! What an organiser pins, rules out, weighs and keeps.

use super::tests::{
    AMARA, CLOCKS, JONAS, LEILA, NOOR, ROSALIND, WEN, circles, couples, id, moved, page, pair, participant, solved,
    who, with, world,
};
use super::*;
use crate::fernhill::{NOW, want};
use crate::match_round::Move;
use crate::mentoring::{Ingredient, Mentor, Weight, Weights};
use crate::org::Org;
use crate::program::Value;
use crate::rejection::Rejection;
use crate::text::Line;

#[test]
fn what_is_pinned_and_ruled_out_bends_the_pairing() {
    let mut org = world();
    moved(&mut org, vec![Move::Pin(pair(LEILA, JONAS))]);
    assert!(couples(&org).contains(&"leila-haddou jonas-weidner".to_owned()));
    let found = page(&org, "who=noor-halabi");
    assert_eq!(found.why.unwrap().because, "Jonas’s place went to Leïla, as you pinned that.");
    assert_eq!((found.decisions.len(), found.decisions[0].is_pin), (1, true));
    moved(&mut org, vec![Move::Forbid(pair(LEILA, JONAS)), Move::Forbid(pair(AMARA, ROSALIND))]);
    assert_eq!(couples(&org), ["noor-halabi jonas-weidner"]);
    let amara = page(&org, "who=amara-okafor").why.unwrap();
    assert_eq!(amara.because, "You ruled out the pair with Rosalind.");
    assert_eq!(amara.way_out.unwrap().text, "If you allowed the pair with Rosalind, Amara would have Rosalind.");
    moved(&mut org, vec![Move::LeaveOpen(pair(AMARA, ROSALIND))]);
    assert!(couples(&org).contains(&"amara-okafor rosalind-achterberg".to_owned()), "what was promised comes true");
}

#[test]
fn two_pairings_side_by_side_say_what_led_to_each_and_in_whom_they_differ() {
    let mut org = world();
    let pairing = solved(&org).pairing().clone();
    moved(&mut org, vec![Move::Keep { name: Line::parse("name", "Longest waits").unwrap(), pairing }]);
    let alike = page(&org, "with=1").comparison.unwrap();
    assert_eq!((alike.lead.as_str(), alike.differences.len()), ("Both pair everybody alike.", 0));
    let weights = Weights::default()
        .with(Ingredient::OtherTeam, Weight::More)
        .with(Ingredient::OtherPlace, Weight::More)
        .with(Ingredient::Hours, Weight::Nothing);
    moved(&mut org, vec![Move::Weigh(weights), Move::Pin(pair(LEILA, JONAS)), Move::Forbid(pair(AMARA, ROSALIND))]);
    let beside = page(&org, "with=1").comparison.unwrap();
    let bent = "Different team and different place count more. Time overlap does not count. One pair is pinned. One pair \
        is ruled out.";
    assert_eq!((beside.left.name.as_str(), beside.left.terms.as_str()), ("As it is now", bent));
    assert_eq!(
        (beside.right.name.as_str(), beside.right.terms.as_str()),
        ("Longest waits", "All of it counts as usual.")
    );
    let differ: Vec<&str> = beside.differences.iter().map(|one| one.mentee.id.as_str()).collect();
    assert_eq!(differ, [AMARA, LEILA, NOOR]);
    assert!(beside.facts.contains(&("Pairs".to_owned(), "1".to_owned(), "2".to_owned())), "{:?}", beside.facts);
}

#[test]
fn places_that_went_to_others_by_hand_in_part_are_told_so() {
    let mut org = world();
    org.put_mentor(Mentor { places: Some(2), ..Mentor::usual(id(), who(JONAS), NOW) });
    moved(&mut org, vec![Move::Pin(pair(NOOR, JONAS))]);
    let found = page(&org, "");
    assert!(found.waiting.is_empty(), "Jonas takes both");
    org.put_participant(participant(WEN, "mentee", 30));
    let more = want(WEN, "sql-for-reports", 4);
    org.put_want(&who(WEN), &more.skill.clone(), Some(more));
    let found = page(&org, "");
    let leila = found.waiting.iter().find(|row| row.mentee.id == who(LEILA)).unwrap();
    assert_eq!(leila.because, "Jonas’s places went to Noor and Wen, in part as you pinned that.");
}

#[test]
fn a_pin_that_nothing_can_keep_is_left_out_and_named() {
    let mut org = world();
    moved(&mut org, vec![Move::Pin(pair(LEILA, JONAS)), Move::Pin(pair(NOOR, JONAS))]);
    let found = page(&org, "");
    let lapsed: Vec<bool> = found.decisions.iter().map(|row| row.has_lapsed).collect();
    assert_eq!(lapsed, [false, true], "Jonas takes one");
    assert!(couples(&org).contains(&"leila-haddou jonas-weidner".to_owned()));
}

#[test]
fn a_circle_is_of_one_skill_and_a_pin_for_another_is_named_as_left_out() {
    let mut org = circles();
    moved(&mut org, vec![Move::Pin(pair(LEILA, JONAS)), Move::Pin(pair(AMARA, JONAS))]);
    let found = page(&org, "");
    let lapsed: Vec<(&str, bool)> = found.decisions.iter().map(|row| (row.text.as_str(), row.has_lapsed)).collect();
    assert_eq!(lapsed, [("Leïla Haddou with Jonas Weidner", false), ("Amara Okafor with Jonas Weidner", true)]);
    assert!(couples(&org).contains(&"leila-haddou jonas-weidner".to_owned()));
}

#[test]
fn what_was_seen_is_another_once_circles_are_made_or_nobody_teaches_in_turn() {
    let seen = |org: &Org| page(org, "").seen;
    let (pairs, circles) = (world(), circles());
    let one_way = with(&[("mutual", Value::Flag(false)), ("mode", Value::Text("everyone".into()))]);
    assert_eq!(seen(&pairs), seen(&world()));
    assert!(seen(&pairs) != seen(&circles) && seen(&pairs) != seen(&one_way));
}

#[test]
fn forms_name_people_and_say_beside_the_field_what_is_wrong() {
    let org = world();
    let posed = Posed::of(&org, &id(), &CLOCKS).unwrap();
    let form = |mentee: &str, mentor: &str, verdict: &str| PairForm {
        mentee: mentee.into(),
        mentor: mentor.into(),
        verdict: verdict.into(),
        ..PairForm::default()
    };
    assert_eq!(form("Leïla Haddou", "jonas weidner", "pin").parsed(&org, &posed), Ok(Move::Pin(pair(LEILA, JONAS))));
    let row = PairForm { pair: PairKey::from(&pair(LEILA, JONAS)), verdict: "open".into(), ..PairForm::default() };
    assert_eq!(row.parsed(&org, &posed), Ok(Move::LeaveOpen(pair(LEILA, JONAS))));
    for (mentee, mentor, verdict, beside) in [
        ("Nobody", "Jonas Weidner", "pin", "mentee"),
        ("Wen Li", "Jonas Weidner", "pin", "mentee"),
        ("Leïla Haddou", "Wen Li", "pin", "mentor"),
        ("Leïla Haddou", "Jonas Weidner", "love", "verdict"),
    ] {
        let refused = form(mentee, mentor, verdict).parsed(&org, &posed);
        assert!(matches!(&refused, Err(Rejection::Invalid { field, .. }) if field == beside), "{refused:?}");
    }
    let mut pinned = org.clone();
    moved(&mut pinned, vec![Move::Pin(pair(LEILA, JONAS))]);
    let posed = Posed::of(&pinned, &id(), &CLOCKS).unwrap();
    let full = form("Noor Halabi", "Jonas Weidner", "pin").parsed(&pinned, &posed);
    assert!(matches!(&full, Err(Rejection::Invalid { field, .. }) if field == "mentor"), "{full:?}");
    assert!(matches!(KeepForm::default().parsed(), Err(Rejection::Invalid { field, .. }) if field == "name"));
}

#[test]
fn what_counts_is_read_from_words_and_something_has_to_count() {
    let form = |weights: &[(&str, &str)]| WeighForm {
        weights: weights.iter().map(|(key, word)| ((*key).to_owned(), (*word).to_owned())).collect(),
    };
    let weights = form(&[("hours", "more"), ("wish", "usual")]).parsed().unwrap();
    assert_eq!(weights.of(Ingredient::Hours), Weight::More);
    assert!(form(&[("hours", "lots")]).parsed().is_err());
    let nothing: Vec<(&str, &str)> = Ingredient::ALL.into_iter().map(|one| (one.slug(), "nothing")).collect();
    assert!(form(&nothing).parsed().is_err());
    let found = page(&world(), "");
    assert!(found.weights.iter().all(|row| row.weight == Weight::Usual) && !found.weights.is_empty());
}

#[test]
fn two_pairings_stand_side_by_side() {
    let mut org = world();
    let keep = |org: &Org, name: &str| Move::Keep {
        name: Line::parse("name", name).unwrap(),
        pairing: solved(org).pairing().clone(),
    };
    let first = keep(&org, "Longest waits");
    moved(&mut org, vec![first, Move::Pin(pair(LEILA, JONAS))]);
    let found = page(&org, "with=1");
    let side = found.comparison.unwrap();
    assert_eq!(side.lead, "Two learners are differently paired.");
    let differ: Vec<&str> = side.differences.iter().map(|one| one.mentee.id.as_str()).collect();
    assert_eq!(differ, [LEILA, NOOR]);
    assert_eq!(side.differences[0].left.as_ref().unwrap().0.id, who(JONAS));
    assert!(side.differences[0].right.is_none() && !side.differences[0].is_elsewhere);
    assert_eq!(side.facts[0], ("Pairs".to_owned(), "2".to_owned(), "2".to_owned()));
    assert!(found.kept[0].is_of_others);
    let second = keep(&org, "Leïla first");
    moved(&mut org, vec![second, Move::TakeUp { number: 1 }]);
    assert!(couples(&org).contains(&"noor-halabi jonas-weidner".to_owned()));
    assert_eq!(page(&org, "with=2&and=1").comparison.unwrap().left.number, Some(2));
    assert!(page(&org, "with=7").comparison.is_none());
}
