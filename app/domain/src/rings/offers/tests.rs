//! Answers in any order never give a place twice.

use super::*;
use crate::rings::Instance;
use crate::rings::cases::{self, Size, case};
use crate::rings::chance::Chance;

const SIZE: Size = Size { people: 6, lessons: 16 };

/// Every ring of a pool offered at once, so that most of them share people.
fn all_offered(instance: &Instance) -> Offers {
    let mut offers = Offers::new(&instance.people);
    for (at, ring) in cases::rings(instance).into_iter().enumerate() {
        offers.offer(ring, Timestamp(100 + i64::try_from(at % 7).unwrap()));
    }
    offers
}

fn is_consistent(instance: &Instance, offers: &Offers) -> bool {
    let committed = || offers.all().iter().filter(|offer| offer.stage == Stage::Committed);
    let has_room = |member: &Member| {
        let of = committed().filter(|offer| offer.ring.people().any(|person| *person == member.id));
        of.count() <= usize::try_from(member.places).unwrap()
    };
    instance.people.iter().all(has_room)
        && committed().all(|offer| offer.ring.people().all(|person| offer.confirmed.contains(person)))
}

#[test]
fn two_rings_that_need_one_place_are_never_both_committed() {
    let (mut committed, mut overtaken) = (0, 0);
    for seed in 0..300 {
        let instance = case(seed, SIZE);
        let mut offers = all_offered(&instance);
        let mut chance = Chance::new(seed);
        let count = offers.all().len();
        for now in 0..120 {
            let (at, person) = (chance.below(count), cases::person(chance.below(SIZE.people)));
            let before: Vec<Stage> = offers.all().iter().map(|offer| offer.stage.clone()).collect();
            if chance.below(20) == 0 {
                drop(offers.decline(at, &person, Timestamp(now)));
            } else {
                let once = offers.confirm(at, &person, Timestamp(now)).cloned();
                assert_eq!(once, offers.confirm(at, &person, Timestamp(now)).cloned(), "{seed}: twice is once");
            }
            assert!(is_consistent(&instance, &offers), "{seed}");
            let ended = |(was, is): (&Stage, &Offer)| *was == Stage::Open || *was == is.stage;
            assert!(before.iter().zip(offers.all()).all(ended), "{seed}: what has ended began again");
        }
        committed += offers.all().iter().filter(|offer| offer.stage == Stage::Committed).count();
        overtaken += offers.all().iter().filter(|offer| matches!(offer.stage, Stage::Overtaken(_))).count();
    }
    assert!(committed > 30 && overtaken > 30, "{committed} {overtaken}");
}

#[test]
fn an_answer_counts_from_whoever_is_asked_and_in_time() {
    let instance = (0..).map(|seed| case(seed, SIZE)).find(|instance| all_offered(instance).all().len() > 3).unwrap();
    let mut offers = Offers::new(&instance.people);
    let has_places = |ring: &Ring| {
        let places = |person: &PersonId| instance.people.iter().find(|member| member.id == *person).unwrap().places;
        ring.people().all(|person| places(person) > 0)
    };
    let ring = cases::rings(&instance).into_iter().find(has_places).unwrap();
    let people: Vec<PersonId> = ring.people().cloned().collect();
    let at = offers.offer(ring.clone(), Timestamp(10));
    assert_eq!(offers.confirm(at, &cases::person(99), Timestamp(1)), Err(NotCounted::NotAsked));
    assert_eq!(offers.confirm(at + 1, &people[0], Timestamp(1)), Err(NotCounted::NotAsked));
    assert_eq!(offers.confirm(at, &people[0], Timestamp(1)), Ok(&Stage::Open));
    assert_eq!(offers.decline(at, &people[1], Timestamp(2)), Ok(()));
    let declined = Stage::Declined(people[1].clone());
    assert_eq!(offers.confirm(at, &people[0], Timestamp(3)), Err(NotCounted::Over(declined)));
    assert!(offers.standing(&[]).is_empty());
    assert_eq!(offers.standing(&[at])[0].confirmed, [people[0].clone()]);
    let again = offers.offer(ring, Timestamp(10));
    assert_eq!(offers.confirm(again, &people[0], Timestamp(10)), Err(NotCounted::Over(Stage::Expired)));
}
