//! Who is asked what, how often, and what is never asked.

use super::*;
use crate::confirmation::{ConfirmAsk, Confirmation};
use crate::evidence::Source;
use crate::fernhill::{NOW, evidence, fernhill};
use crate::org::Org;
use crate::reader::tests::{done, prose, read_by};

fn cell(subject: &str, skill: &str) -> Cell {
    Cell { subject: subject.parse().unwrap(), skill: skill.parse().unwrap() }
}

fn question(who: &str, about: &Cell, days_ago: i64, outcome: Outcome) -> Question {
    Question {
        person: who.parse().unwrap(),
        skill: about.skill.clone(),
        subject: about.subject.clone(),
        at: NOW.before(Span::days(days_ago)),
        outcome,
    }
}

fn asked(org: &Org, who: &str, mine: &[Question]) -> Vec<Cell> {
    read_by(org, who, |reader| candidates(reader, mine)).into_iter().map(|candidate| candidate.cell).collect()
}

/// A Fernhill in which nobody but Amara herself has said how well she knows infusion pumps, and that long ago.
fn open() -> Org {
    let mut org = fernhill();
    let own = crate::evidence::Evidence {
        at: NOW.before(Span::days(214)),
        ..evidence("amara-okafor", "infusion-pumps", 4, Source::Own)
    };
    org.put_evidence(&own.person, &own.skill, std::slice::from_ref(&own), NOW);
    org
}

const ANSWERED: Outcome = Outcome::Answered { level: Level::ALONE };

#[test]
fn one_is_asked_about_those_one_worked_with_and_never_about_who_left() {
    let org = fernhill();
    let jonas = asked(&org, "jonas-weidner", &[]);
    assert!(!jonas.is_empty());
    for about in &jonas {
        assert!(["noor-halabi", "wen-li"].contains(&about.subject.as_str()), "{about:?}: Jonas is in Digital");
    }
    // Leïla is alone in Care West since Dag left.
    assert_eq!(asked(&org, "leila-haddou", &[]), []);
    let mut met = fernhill();
    met.put_exchange(done());
    assert!(asked(&met, "jonas-weidner", &[]).iter().any(|about| about.subject.as_str() == "amara-okafor"));
}

#[test]
fn managers_are_asked_about_the_teams_below_theirs_and_members_about_their_own_alone() {
    let mut org = fernhill();
    let mut above = |who: &str| {
        let person = org.person(&who.parse().unwrap()).unwrap().clone();
        org.put_person(crate::person::Person { team: Some("care".parse().unwrap()), ..person });
    };
    above("priya-raman");
    above("noor-halabi");
    let about_west = |who: &str| asked(&org, who, &[]).iter().any(|about| about.subject.as_str() == "leila-haddou");
    assert!(about_west("priya-raman"), "Leïla works in Care West, which is below Care");
    assert!(!about_west("noor-halabi"), "she leads nobody");
}

#[test]
fn whoever_leaves_between_two_looks_is_not_asked_about() {
    let (before, mut after) = (open(), open());
    let amara = after.person(&"amara-okafor".parse().unwrap()).unwrap().clone();
    after.put_person(crate::person::Person { left_at: Some(NOW), ..amara });
    let mut picking = Picking::new(&[]);
    let mut looks = 0;
    while read_by(if looks < 2 { &before } else { &after }, "rosalind-achterberg", |reader| picking.go_on(reader)) {
        looks += 1;
    }
    assert!(looks > 2, "nobody waits for all of it at once");
    assert!(picking.found().iter().all(|candidate| candidate.cell.subject.as_str() != "amara-okafor"));
    let of_amara = |cell: &Cell| cell.subject.as_str() == "amara-okafor";
    assert!(asked(&before, "rosalind-achterberg", &[]).iter().any(of_amara));
}

#[test]
fn what_is_critical_and_open_goes_before_what_is_neither() {
    let amara = asked(&open(), "rosalind-achterberg", &[]);
    assert_eq!(amara.first(), Some(&cell("amara-okafor", "infusion-pumps")));
    let order: Vec<u64> = read_by(&open(), "rosalind-achterberg", |reader| candidates(reader, &[]))
        .into_iter()
        .map(|candidate| candidate.value)
        .collect();
    assert!(order.is_sorted_by(|a, b| a >= b));
    assert_eq!(asked(&open(), "rosalind-achterberg", &[]), amara, "the same every time");
}

#[test]
fn two_a_week_are_enough_and_the_next_come_on_monday() {
    let org = open();
    let first = asked(&org, "rosalind-achterberg", &[]).remove(0);
    let elsewhere = cell("priya-raman", "sql-for-reports");
    // NOW is a Thursday: three days ago it was Monday, four days ago the week before.
    let of_week = |days| {
        vec![
            question("rosalind-achterberg", &elsewhere, days, ANSWERED),
            question("rosalind-achterberg", &cell("wen-li", "wound-care"), days, Outcome::Skipped),
        ]
    };
    assert_eq!(asked(&org, "rosalind-achterberg", &of_week(3)), []);
    assert_eq!(asked(&org, "rosalind-achterberg", &of_week(4)).first(), Some(&first));
    let third = read_by(&org, "rosalind-achterberg", |reader| settled(reader, &of_week(3), &first, ANSWERED));
    assert!(matches!(third, Err(Rejection::Conflict(_))));
    let reason = Outcome::NotMine { reason: prose("Never saw it.") };
    let aside = read_by(&org, "rosalind-achterberg", |reader| settled(reader, &of_week(3), &first, reason));
    assert!(aside.unwrap().is_some(), "putting aside is no question");
}

#[test]
fn the_same_is_not_asked_for_twelve_weeks_and_never_once_skipped() {
    let org = open();
    let first = asked(&org, "rosalind-achterberg", &[]).remove(0);
    let rows = [
        (ANSWERED, 10, false),
        (ANSWERED, 83, false),
        (ANSWERED, 84, true),
        (Outcome::Skipped, 900, false),
        (Outcome::NotMine { reason: prose("Never saw it.") }, 900, false),
    ];
    for (outcome, days, again) in rows {
        let mine = [question("rosalind-achterberg", &first, days, outcome.clone())];
        let is_asked = asked(&org, "rosalind-achterberg", &mine).contains(&first);
        assert_eq!(is_asked, again, "{outcome:?} {days} days ago");
    }
}

#[test]
fn a_second_tap_changes_nothing_and_another_answer_is_refused() {
    let org = open();
    let pumps = cell("amara-okafor", "infusion-pumps");
    let settle = |mine: &[Question], outcome| {
        read_by(&org, "rosalind-achterberg", |reader| settled(reader, mine, &pumps, outcome))
    };
    let given = settle(&[], ANSWERED).unwrap().unwrap();
    assert_eq!((given.person.as_str(), given.at), ("rosalind-achterberg", NOW));
    let mine = [given];
    assert_eq!(settle(&mine, ANSWERED), Ok(None));
    assert!(matches!(settle(&mine, Outcome::Skipped), Err(Rejection::Stale(_))));
    assert!(matches!(settle(&mine, Outcome::Answered { level: Level::NONE }), Err(Rejection::Stale(_))));
    let silent = settle(&[], Outcome::NotMine { reason: Prose::default() });
    assert!(matches!(silent, Err(Rejection::Invalid { field, .. }) if field == "reason"));
    let refused = |about: &Cell| read_by(&org, "amara-okafor", |reader| settled(reader, &[], about, ANSWERED));
    assert_eq!(refused(&pumps), Err(Rejection::NotFound(Noun::Person)), "nobody is asked about themself");
    assert_eq!(refused(&cell("dag-ek", "wound-care")), Err(Rejection::NotFound(Noun::Person)));
    assert_eq!(refused(&cell("wen-li", "juggling")), Err(Rejection::NotFound(Noun::Skill)));
}

#[test]
fn whoever_asked_for_a_word_is_not_asked_about_and_queues_it_for_others() {
    let mut org = open();
    let pumps = cell("amara-okafor", "infusion-pumps");
    let value = |org: &Org, who: &str| {
        let found = read_by(org, who, |reader| candidates(reader, &[]));
        found.into_iter().find(|candidate| candidate.cell == pumps).map(|candidate| candidate.value)
    };
    let before = [value(&org, "rosalind-achterberg"), value(&org, "priya-raman")].map(Option::unwrap);
    assert!(before[0] != before[1], "one of the two goes first");
    let ask = ConfirmAsk {
        colleague: "priya-raman".parse().unwrap(),
        skill: pumps.skill.clone(),
        level: Level::ALONE,
        words: prose("I ran the night shift."),
    };
    org.put_confirmation(Confirmation::open("c1".parse().unwrap(), pumps.subject.clone(), ask, NOW).unwrap());
    assert_eq!(value(&org, "priya-raman"), None);
    assert!(value(&org, "rosalind-achterberg").is_none_or(|after| after < before[0]));
}

#[test]
fn the_card_says_why_and_leaves_out_what_was_said_of_late() {
    let org = open();
    let (who, mine) = ("rosalind-achterberg", []);
    let spot = |given: &[crate::evidence::Evidence]| {
        read_by(&org, who, |reader| question_spot(reader, &mine, &candidates(reader, &mine), given))
    };
    let card = spot(&[]).card.unwrap();
    assert_eq!(card.title, "How well does Amara know Infusion pumps?");
    assert_eq!(card.levels.len(), 5);
    assert_eq!(
        card.why,
        [
            "Infusion pumps is critical and hangs on one person.",
            "Nobody has said anything about Amara in it for seven months.",
            "You and Amara work in the same team.",
        ]
    );
    assert_eq!(card.count, "The first of two this week.");
    let mut own = evidence("amara-okafor", "infusion-pumps", 3, Source::Peer);
    own.by = Some(who.parse().unwrap());
    let next = spot(std::slice::from_ref(&own)).card;
    assert!(next.is_none_or(|card| card.title != "How well does Amara know Infusion pumps?"));
    own.reversed_at = Some(NOW);
    assert_eq!(spot(&[own]).card.unwrap().title, "How well does Amara know Infusion pumps?");
}

#[test]
fn what_was_said_today_can_be_taken_back() {
    let about = cell("amara-okafor", "infusion-pumps");
    let said = |days| {
        let mine = [question("rosalind-achterberg", &about, days, ANSWERED)];
        read_by(&open(), "rosalind-achterberg", |reader| question_spot(reader, &mine, &[], &[])).said
    };
    assert_eq!(said(0).unwrap().text, "You see Amara at “alone” in Infusion pumps.");
    assert_eq!(said(1), None);
}
