//! What falls, and who may ask: a row for each.

use super::*;
use crate::coverage::cover;
use crate::evidence::Source;
use crate::fernhill::{NOW, evidence, fernhill, signed_in};

fn page(actor: &str, query: &str) -> Result<WhatIfPage, Rejection> {
    what_if_page(&fernhill(), &signed_in(actor), WhatIfQuery::parse(query))
}

fn falls(query: &str) -> Vec<(String, u32, u32, Depth)> {
    let page = page("ines-carvalho", query).unwrap();
    page.falls.into_iter().map(|fall| (fall.skill.name, fall.before.have, fall.after, fall.depth)).collect()
}

#[test]
fn what_falls_is_told_from_the_worst() {
    let row = |skill: &str, before, after, depth| (skill.to_owned(), before, after, depth);
    assert_eq!(
        falls("person=amara-okafor"),
        [row("Palliative talks", 1, 0, Depth::Nobody), row("Wound care", 3, 2, Depth::StillReached)]
    );
    assert_eq!(
        falls("person=amara-okafor&person=rosalind-achterberg"),
        [
            row("Infusion pumps", 1, 0, Depth::Nobody),
            row("Palliative talks", 1, 0, Depth::Nobody),
            row("Wound care", 3, 1, Depth::DropsBelow),
        ]
    );
    assert_eq!(falls("team=care").len(), 3);
    assert_eq!(falls("team=care")[2], row("Wound care", 3, 0, Depth::Nobody));
    assert_eq!(falls("team=care-west&person=amara-okafor")[1], row("Wound care", 3, 1, Depth::DropsBelow));
}

#[test]
fn it_is_said_in_a_sentence_about_skills() {
    let say = |actor, query| {
        let page = page(actor, query).unwrap();
        (page.title, page.takeaway)
    };
    let (title, takeaway) = say("ines-carvalho", "person=amara-okafor&person=rosalind-achterberg");
    assert_eq!(title, "If Amara Okafor and Rosalind Achterberg are away");
    assert_eq!(takeaway, "Three skills fall: nobody is left for two, one drops below target.");
    assert_eq!(say("ines-carvalho", "team=care").0, "If everybody in Care is away");
    assert_eq!(
        say("ines-carvalho", "person=leila-haddou").1,
        "One skill falls by a person or more; every target is still reached."
    );
    assert_eq!(say("ines-carvalho", "person=priya-raman").1, "No skill falls: others cover all of it.");
    assert_eq!(say("ines-carvalho", ""), (String::new(), "Choose who is away, and see which skills fall.".to_owned()));
    assert_eq!(say("amara-okafor", "").0, "If you are away", "there is nobody else whom Amara may ask about");
}

#[test]
fn members_ask_about_themselves_managers_about_their_teams_and_program_admins_about_anybody() {
    let rows = [
        ("amara-okafor", "person=amara-okafor", true),
        ("amara-okafor", "person=wen-li", false),
        ("amara-okafor", "person=amara-okafor&person=wen-li", false),
        ("amara-okafor", "team=care-east", false),
        ("priya-raman", "person=amara-okafor&person=rosalind-achterberg", true),
        ("priya-raman", "team=care-east", true),
        ("priya-raman", "person=leila-haddou", false),
        ("priya-raman", "team=care", false),
        ("ines-carvalho", "person=wen-li&team=care", true),
    ];
    for (actor, query, may) in rows {
        let answer = page(actor, query);
        assert_eq!(answer.is_ok(), may, "{actor} {query}");
        assert!(may || matches!(answer, Err(Rejection::Forbidden(_))), "{actor} {query}");
    }
    assert_eq!(page("ines-carvalho", "person=dag-ek"), Err(Rejection::NotFound(Noun::Person)), "has left already");
    assert_eq!(page("ines-carvalho", "team=moon"), Err(Rejection::NotFound(Noun::Team)));
    let stranger = what_if_page(&fernhill(), &Actor::Stranger, WhatIfQuery::default());
    assert_eq!(stranger, Err(Rejection::SignedOut));
}

#[test]
fn only_those_whom_one_may_ask_about_are_offered_and_only_admins_get_hints() {
    let offered = |actor| {
        let page = page(actor, "").unwrap();
        (page.people.len(), page.teams.len(), page.hints.len())
    };
    assert_eq!(offered("amara-okafor"), (1, 0, 0));
    assert_eq!(offered("priya-raman"), (3, 1, 0));
    assert_eq!(offered("ines-carvalho"), (8, 4, 2));
}

#[test]
fn names_can_be_typed_and_an_unknown_one_is_told() {
    let named = page("ines-carvalho", "person_text=rosalind+achterberg").unwrap();
    assert_eq!((named.query.to_string().as_str(), named.unknown), ("person=rosalind-achterberg", None));
    let unknown = page("ines-carvalho", "person_text=Nobody&person=amara-okafor").unwrap();
    assert_eq!(unknown.unknown.as_deref(), Some("Nobody here is called “Nobody”."));
    assert_eq!(unknown.gone.len(), 1);
    assert!(page("amara-okafor", "person_text=Wen+Li").is_err(), "typing is no way around");
}

#[test]
fn who_comes_next_is_somebody_who_stays() {
    let without = page("ines-carvalho", "team=care-east").unwrap();
    let pumps = without.falls.iter().find(|fall| fall.skill.name == "Infusion pumps").unwrap();
    assert_eq!(pumps.next, [], "Amara is away, too");
}

/// Risk without `gone`, counted anew.
fn risk_without(org: &Org, gone: &[&PersonId]) -> u64 {
    let short = |skill: &Skill| {
        let have = count(holders(org, skill).filter(|person| !gone.contains(person)));
        u64::from(u32::from(skill.target.people).saturating_sub(have) * skill.criticality.weight())
    };
    org.skills().map(short).sum()
}

#[test]
fn the_worst_single_and_the_worst_pair_are_those_of_a_recount() {
    let mut dice = 7_u64;
    let mut roll = |sides: u64| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) % sides
    };
    for round in 0..200 {
        let mut org = fernhill();
        let people: Vec<PersonId> = org.people().map(|person| person.id.clone()).collect();
        let skills: Vec<Skill> = org.skills().cloned().collect();
        for skill in &skills {
            let mut skill = skill.clone();
            skill.target.people = u8::try_from(roll(4)).unwrap();
            org.put_skill(skill.clone());
            for person in &people {
                let level = u8::try_from(roll(5)).unwrap();
                let piece = evidence(person.as_str(), skill.id.as_str(), level, Source::Manager);
                org.put_evidence(person, &skill.id, std::slice::from_ref(&piece), NOW);
            }
        }
        let now = risk_without(&org, &[]);
        let single = people.iter().map(|one| risk_without(&org, &[one]) - now).max().unwrap();
        let pairs = people
            .iter()
            .flat_map(|one| people.iter().filter(move |other| *other > one).map(move |other| [one, other]));
        let pair = pairs.map(|[one, other]| risk_without(&org, &[one, other]) - now).max().unwrap();
        assert_eq!(worst_single(&org).map_or(0, |(_, cost)| cost), single, "round {round}");
        assert_eq!(worst_pair(&org).map_or(0, |(_, cost)| cost), pair, "round {round}");
        if let Some(([one, other], cost)) = worst_pair(&org) {
            assert_eq!(risk_without(&org, &[&one, &other]) - now, cost, "round {round}");
        }
        for skill in org.skills() {
            let fall = fall(&org, skill, &people.iter().take(2).cloned().collect());
            let after = count(holders(&org, skill).filter(|person| !people[..2].contains(person)));
            assert_eq!(fall.map_or(cover(&org, skill).have, |fall| fall.after), after);
        }
    }
}
