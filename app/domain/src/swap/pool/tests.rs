//! What rings are found from, and why a want is not met.

use super::*;
use crate::clocks::tests::ahead;
use crate::fernhill::{NOW, want};
use crate::program::{Standing, Value};
use crate::rings::Limits;
use crate::swap::Round;
use crate::swap::world::{
    AMARA, CLOCKS, JONAS, LEILA, NOOR, ROSALIND, id, join, pool_of, program, put_program, skill, stand, two, world,
};
use crate::text::Prose;
use crate::time::{Span, Zone};

#[test]
fn the_best_set_is_found_from_offers_and_wants() {
    let org = world();
    let pool = pool_of(&org);
    let found = found(&pool, &Limits::default());
    assert!(found.is_proven);
    assert_eq!((found.people, found.learners), (5, 3), "a ring of three serves more than one of two");
    let people: Vec<&PersonId> = found.rings[0].people().collect();
    assert_eq!(people, [&id(AMARA), &id(NOOR), &id(ROSALIND)]);
    assert!(pool.fits.contains_key(&(id(NOOR), id(ROSALIND))));
}

#[test]
fn every_want_that_nobody_meets_says_why() {
    let mut org = world();
    let why = |org: &Org, person: &str, what: &str| {
        let unmet = unmet(org, program(org), &Taken::default(), &id(person), &CLOCKS);
        unmet.into_iter().find(|one| one.skill == skill(what)).map(|one| one.why)
    };
    assert_eq!(why(&org, LEILA, "sql-for-reports"), None);
    org.put_want(&id(LEILA), &skill("wound-care"), Some(want(LEILA, "wound-care", 4)));
    assert_eq!(why(&org, LEILA, "wound-care"), None, "Amara is one level ahead");
    put_program(&mut org, &[("levels_apart", Value::Number(2))]);
    assert_eq!(why(&org, LEILA, "wound-care"), Some(Obstacle::TooClose { teacher: id(AMARA) }));
    assert_eq!(why(&org, AMARA, "infusion-pumps"), Some(Obstacle::TooClose { teacher: id(ROSALIND) }));
    put_program(&mut org, &[("offers_last", Value::Number(25))]);
    assert_eq!(why(&org, JONAS, "backup-restore"), Some(Obstacle::OfferLapsed { teacher: id(NOOR) }));
    put_program(&mut org, &[("offers_last", Value::Number(15))]);
    assert_eq!(why(&org, JONAS, "backup-restore"), Some(Obstacle::WantLapsed));
    put_program(&mut org, &[]);
    let mut noor = org.person(&id(NOOR)).unwrap().clone();
    noor.languages.retain(|language| language.as_str() == "Arabic");
    org.put_person(noor.clone());
    assert_eq!(why(&org, JONAS, "backup-restore"), Some(Obstacle::NoLanguage { teacher: id(NOOR) }));
    noor.zone = Zone::parse("Pacific/Auckland").unwrap();
    org.put_person(noor);
    let far = |zone: &Zone, at| if zone.as_str() == "Pacific/Auckland" { Span::hours(13) } else { ahead(zone, at) };
    let clocks = Clocks { now: NOW, ahead: &far };
    let unmet = unmet(&org, program(&org), &Taken::default(), &id(JONAS), &clocks);
    assert_eq!(unmet[0].why, Obstacle::NoHours { teacher: id(NOOR) });
    stand(&mut org, NOOR, "member", Standing::Left);
    assert_eq!(why(&org, JONAS, "backup-restore"), Some(Obstacle::NobodyOffers));
}

#[test]
fn volunteers_start_chains_and_ask_for_nothing() {
    let mut org = world();
    for who in [NOOR, ROSALIND, JONAS, LEILA] {
        stand(&mut org, who, "member", Standing::Left);
    }
    join(&mut org, LEILA, "member");
    let alone = found(&pool_of(&org), &Limits::default());
    assert_eq!(alone.rings, Vec::new(), "nobody can swap with nobody");
    join(&mut org, JONAS, "volunteer");
    let chain = found(&pool_of(&org), &Limits::default());
    assert_eq!(chain.rings.len(), 1);
    assert!(chain.rings[0].is_chain());
    let lesson = &chain.rings[0].lessons[0];
    assert_eq!((&lesson.teacher, &lesson.learner), (&id(JONAS), &id(LEILA)));
    put_program(&mut org, &[("chains", Value::Flag(false))]);
    assert_eq!(found(&pool_of(&org), &Limits::default()).rings, Vec::new());
}

#[test]
fn who_owes_too_much_teaches_first_and_who_earned_is_not_forgotten() {
    let mut org = world();
    put_program(&mut org, &[("hours_behind", Value::Number(2))]);
    let starter = |minutes: i64| {
        let hours = Hours::from([(id(JONAS), minutes)]);
        let pool = pool(&org, program(&org), &Taken::default(), &hours, &CLOCKS);
        pool.instance.people.iter().find(|member| member.id == id(JONAS)).unwrap().is_starter
    };
    assert_eq!([60, 0, -120, -121].map(starter), [false, false, false, true]);
    let weight = |minutes: i64| {
        let hours = Hours::from([(id(JONAS), minutes)]);
        let pool = pool(&org, program(&org), &Taken::default(), &hours, &CLOCKS);
        pool.instance.lessons.iter().find(|lesson| lesson.learner == id(JONAS)).unwrap().weight
    };
    assert!(weight(60) > weight(0));
}

#[test]
fn whoever_is_in_a_ring_has_no_place_and_declined_lessons_rest() {
    let mut org = world();
    let taken = Taken::by([&two().ring]);
    let pool = pool(&org, program(&org), &taken, &Hours::new(), &CLOCKS);
    assert!(pool.instance.people.iter().all(|member| member.id != id(NOOR) && member.id != id(JONAS)));
    let why = unmet(&org, program(&org), &taken, &id(ROSALIND), &CLOCKS);
    assert_eq!(why[0].why, Obstacle::NoPlace { teacher: id(NOOR) });
    let declined = Round::new(1, vec![two()]).decline(&"two".parse().unwrap(), (&id(JONAS), Prose::default()), NOW);
    org.put_swap_ring(declined.unwrap().remove(0));
    let pool = pool_of(&org);
    assert!(pool.instance.lessons.iter().all(|lesson| lesson.learner != id(JONAS)));
    assert!(pool.unmet.iter().any(|one| one.why == Obstacle::AskedAlready { teacher: id(NOOR) }));
}

#[test]
fn who_has_done_every_step_is_found_rings_for_where_the_program_goes_on() {
    let mut org = world();
    stand(&mut org, NOOR, "member", Standing::Finished);
    assert_eq!(found(&pool_of(&org), &Limits::default()).learners, 3);
    put_program(&mut org, &[("cadence", Value::Nothing)]);
    assert_eq!(found(&pool_of(&org), &Limits::default()).learners, 0, "without her nobody can swap");
}
