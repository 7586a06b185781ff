//! When a session is proposed, to whom, when and where; and who is left alone.

use super::*;
use crate::clocks::Day;
use crate::fernhill::{NOW, fernhill, offer, vouched, want};
use crate::reader::tests::CLOCKS;
use crate::session::world::{at_minute, lunch};
use crate::session::{Attended, Door, Occurrence};

const SQL: &str = "sql-for-reports";

/// Noor, Leïla and Amara want SQL, which Jonas offers and Wen does alone.
fn asked_for() -> Org {
    let mut org = fernhill();
    let wanted = want("amara-okafor", SQL, 3);
    org.put_want(&wanted.person.clone(), &wanted.skill.clone(), Some(wanted));
    org
}

fn one(org: &Org) -> HostProposal {
    let mut all = demand(org, &CLOCKS);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

fn id(person: &str) -> PersonId {
    person.parse().unwrap()
}

#[test]
fn enough_colleagues_make_a_proposal_and_two_do_not() {
    assert_eq!(demand(&fernhill(), &CLOCKS), []);
    let proposal = one(&asked_for());
    assert_eq!((proposal.skill.as_str(), proposal.host.as_str()), (SQL, "jonas-weidner"));
    assert_eq!(proposal.people, ["amara-okafor", "leila-haddou", "noor-halabi"].map(id));
    assert_eq!((proposal.length, proposal.is_waiting(), proposal.at), (Minutes(45), true, NOW));
}

#[test]
fn the_date_is_a_workday_that_suits_those_who_asked_and_the_host() {
    let proposal = one(&asked_for());
    let wall = CLOCKS.wall(&proposal.zone, proposal.starts);
    assert!(wall.day.is_workday() && wall.day >= CLOCKS.today(&proposal.zone).plus(5));
    let mut org = asked_for();
    let mut jonas = org.person(&id("jonas-weidner")).unwrap().clone();
    jonas.away = vec![crate::person::Away { from: wall.day.plus(-30), until: wall.day.plus(6) }];
    org.put_person(jonas);
    let later = one(&org);
    let chosen = CLOCKS.wall(&later.zone, later.starts).day;
    assert!(later.host.as_str() == "wen-li" || chosen > wall.day.plus(6), "nobody who is away holds it");
}

#[test]
fn the_room_is_one_that_was_used_before_and_is_free() {
    let mut org = asked_for();
    org.put_session(lunch());
    assert_eq!(demand(&org, &CLOCKS).len(), 1, "the lunch is over");
    assert_eq!(one(&org).room.as_str(), "Canteen, east side");
    let start = CLOCKS.wall(&lunch().timing().unwrap().zone, one(&org).starts);
    let zone = lunch().timing().unwrap().zone.clone();
    let there = super::super::Session {
        id: "choir".parse().unwrap(),
        skills: Vec::new(),
        when: When::Set { timing: Timing::once(start, Minutes(60), zone) },
        ..lunch()
    };
    org.put_session(there);
    assert_ne!(one(&org).room.as_str(), "Canteen, east side", "the choir has it");
}

#[test]
fn who_said_no_is_left_alone_for_sixty_days_and_the_next_one_is_asked() {
    let mut org = asked_for();
    let no = one(&org).declined(NOW).unwrap();
    org.put_host_proposal(no.clone());
    assert_eq!(one(&org).host.as_str(), "wen-li");
    org.put_host_proposal(HostProposal { stage: HostProposalStage::Declined { at: NOW.before(Span::days(61)) }, ..no });
    assert_eq!(one(&org).host.as_str(), "jonas-weidner");
}

#[test]
fn the_least_busy_goes_first() {
    let mut org = asked_for();
    let busy = crate::reader::tests::agreed(24, 48);
    org.put_exchange(busy);
    assert_eq!(one(&org).host.as_str(), "wen-li", "Jonas has agreed to 45 minutes");
    let pieces = vouched("rosalind-achterberg", SQL, 4);
    org.put_evidence(&pieces[0].person, &pieces[0].skill, &pieces, NOW);
    let offered = offer("rosalind-achterberg", SQL);
    org.put_offer(&offered.person.clone(), &offered.skill.clone(), Some(offered));
    assert_eq!(one(&org).host.as_str(), "rosalind-achterberg", "she offers it and is as free");
}

#[test]
fn what_waits_already_is_not_proposed_twice() {
    let mut org = asked_for();
    org.put_host_proposal(one(&org));
    assert_eq!(demand(&org, &CLOCKS), []);
}

#[test]
fn whoever_was_asked_to_a_session_or_was_there_does_not_wait_any_more() {
    let mut org = asked_for();
    org.put_session(lunch());
    let mut date = Occurrence::new(lunch().id, Day::utc(at_minute(0)));
    date.attended = vec![Attended { person: id("amara-okafor"), door: Door::Code, at: at_minute(0), by: None }];
    org.put_occurrence(date);
    assert_eq!(who_wait(&org, &SQL.parse().unwrap(), &CLOCKS).len(), 2);
    assert_eq!(demand(&org, &CLOCKS), []);
}

#[test]
fn opened_it_is_a_session_for_those_who_asked() {
    let org = asked_for();
    let proposal = one(&org);
    let plan = proposal.plan(&org, &CLOCKS).unwrap();
    plan.checked(&org, &CLOCKS).unwrap();
    assert_eq!(plan.open_to, OpenTo::Invited { people: proposal.people.clone() });
    assert_eq!(plan.title.as_str(), "SQL for reports, shown by Jonas");
    assert!(plan.about.as_str().starts_with("Three of you want to learn **SQL for reports**"));
    let opened = proposal.clone().opened("s1".parse().unwrap(), NOW, NOW).unwrap();
    assert!(
        opened.clone().declined(NOW).is_err()
            && proposal.opened("s2".parse().unwrap(), NOW.before(Span(1)), NOW).is_err()
    );
    assert_eq!(opened.over(&org, &CLOCKS), None);
}

#[test]
fn it_is_over_when_its_date_is_near_or_too_few_wait() {
    let org = asked_for();
    let proposal = one(&org);
    assert_eq!(proposal.over(&org, &CLOCKS), None);
    assert!(proposal.over(&fernhill(), &CLOCKS).is_some());
    let near = HostProposal { starts: NOW.after(Span::hours(40)), ..proposal };
    assert!(near.over(&org, &CLOCKS).is_some());
}
