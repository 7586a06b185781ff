//! Random moves of people, hosts and time on one date, against what must always hold: the room, the order of the line, and
//! that everybody is told once.

use super::seats_tests::{NOW, empty, person, three};
use super::*;
use crate::rejection::Rejection;
use crate::time::{Minutes, Span, Timestamp};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// One random move.
#[derive(Clone, Debug)]
enum Step {
    Say(usize, Says, u8),
    SayFor(usize, Says),
    Claim(usize),
    Give(usize),
    TakeOut(usize),
    Room(Option<u32>),
    Move(i64),
    CallOff(bool),
    Wait(i64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let who = 0..9_usize;
    let says = prop_oneof![4 => Just(Says::Going), 1 => Just(Says::Maybe), 2 => Just(Says::NotGoing)];
    let step = prop_oneof![
        10 => (who.clone(), says.clone(), 0..4_u8).prop_map(|(who, says, guests)| Step::Say(who, says, guests)),
        1 => (who.clone(), says).prop_map(|(who, says)| Step::SayFor(who, says)),
        4 => who.clone().prop_map(Step::Claim),
        1 => who.clone().prop_map(Step::Give),
        1 => who.prop_map(Step::TakeOut),
        1 => proptest::option::weighted(0.9, 0..6_u32).prop_map(Step::Room),
        1 => (-60..120_i64).prop_map(Step::Move),
        1 => any::<bool>().prop_map(Step::CallOff),
        4 => (1..150_i64).prop_map(Step::Wait),
    ];
    proptest::collection::vec(step, 1..80)
}

/// A date, by what its seats go, the time, and what everybody was told so far.
struct World {
    date: Occurrence,
    seating: Seating,
    now: Timestamp,
}

impl World {
    fn taken_by(&self, step: &Step) -> Result<Occurrence, Rejection> {
        let host = person("host");
        let who = |index: &usize| person(&format!("p{index}"));
        let (date, seating, now) = (self.date.clone(), &self.seating, self.now);
        match step {
            Step::Say(index, says, guests) => {
                let saying = Saying { person: &who(index), says: *says, guests: *guests, by: None };
                date.answered(saying, seating, now)
            }
            Step::SayFor(index, says) => {
                date.answered(Saying { person: &who(index), says: *says, guests: 0, by: Some(&host) }, seating, now)
            }
            Step::Claim(index) => date.claimed(&who(index), seating, now),
            Step::Give(index) => date.given(&who(index), &host, seating, now),
            Step::TakeOut(index) => Ok(date.without(&who(index), seating, now)),
            Step::Room(_) | Step::Move(_) | Step::CallOff(_) | Step::Wait(_) => Ok(date.passed(seating, now)),
        }
    }

    fn turn(&mut self, step: &Step) {
        match step {
            Step::Room(capacity) => self.seating.capacity = *capacity,
            Step::Move(minutes) => self.seating.starts = self.seating.starts.after(Span::minutes(*minutes)),
            Step::CallOff(is_off) => self.seating.takes_place = !is_off,
            Step::Wait(minutes) => self.now = self.now.after(Span::minutes(*minutes)),
            _ => {}
        }
    }
}

/// The order in which those in line before a move stand after it, of those who still do.
fn order_is_kept(before: &Occurrence, after: &Occurrence) -> bool {
    let still = |answer: &&Answer| after.place_in_line(&answer.person).is_some();
    let line = before.line();
    let places: Vec<_> = line.iter().copied().filter(|a| still(a)).map(|a| after.place_in_line(&a.person)).collect();
    places.is_sorted()
}

/// True when nobody moved up while somebody who stood before them in line still stands there.
fn nobody_is_skipped(before: &Occurrence, after: &Occurrence, moved: Option<&PersonId>) -> bool {
    let first = after.line().first().map(|answer| answer.number);
    let ups = after.answers.iter().filter(|answer| {
        let waited = before.answer_of(&answer.person).is_some_and(|before| before.seat == Seat::InLine);
        waited && answer.seats() > 0 && moved != Some(&answer.person)
    });
    ups.into_iter().all(|up| first.is_none_or(|first| up.number < first))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn whatever_people_do_the_room_the_line_and_what_is_told_stay_right(steps in steps(), within in 0..3_u16) {
        let seating = Seating { claim_within: Minutes(within * 60), ..three() };
        let mut world = World { date: empty(), seating, now: NOW };
        let mut held: BTreeMap<PersonId, Timestamp> = BTreeMap::new();
        let mut over = 0;
        for step in &steps {
            world.turn(step);
            let Ok(after) = world.taken_by(step) else { continue };
            let before = std::mem::replace(&mut world.date, after);
            let (after, seating, now) = (&world.date, &world.seating, world.now);
            let moved = match step {
                Step::Say(index, ..) | Step::SayFor(index, _) | Step::Give(index) | Step::Claim(index)
                | Step::TakeOut(index) => Some(person(&format!("p{index}"))),
                Step::Room(_) | Step::Move(_) | Step::CallOff(_) | Step::Wait(_) => None,
            };
            // The room.
            let most = seating.capacity.unwrap_or(u32::MAX).max(before.taken());
            prop_assert!(matches!(step, Step::Give(_)) || after.taken() <= most, "{step:?}");
            over = if matches!(step, Step::Give(_)) { after.taken() } else { over };
            prop_assert!(after.taken() <= over.max(before.taken()).max(seating.capacity.unwrap_or(u32::MAX)));
            // The line.
            prop_assert!(order_is_kept(&before, after), "{step:?}");
            prop_assert!(nobody_is_skipped(&before, after, moved.as_ref()), "{step:?}");
            let is_idle = seating.is_open(now) && after.free(seating) != Some(0) && !after.line().is_empty();
            prop_assert!(!is_idle, "a seat stands empty while somebody waits: {step:?}");
            let numbers: Vec<u64> = after.answers.iter().map(|answer| answer.number).collect();
            prop_assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{numbers:?}");
            // What is told.
            let host = person("host");
            let by = match step {
                Step::SayFor(..) | Step::Give(_) | Step::TakeOut(_) | Step::Room(_) => Some(&host),
                _ => moved.as_ref(),
            };
            let doing = Doing { by, now };
            let told = after.news_since(&before, &[], doing);
            prop_assert_eq!(after.news_since(after, &[], doing), vec![], "nothing happened");
            for one in &told {
                let same = told.iter().filter(|other| (&other.person, &other.news) == (&one.person, &one.news));
                prop_assert_eq!(same.count(), 1, "{:?}", told);
                match &one.news {
                    News::Held { until, .. } => {
                        prop_assert!(*until > now);
                        prop_assert!(held.insert(one.person.clone(), *until).is_none(), "told twice: {:?}", one);
                    }
                    News::Lapsed => prop_assert!(held.remove(&one.person).is_some(), "never held: {:?}", one),
                    _ => {}
                }
            }
            held.retain(|person, _| matches!(after.answer_of(person).map(|a| a.seat), Some(Seat::Held { .. })));
            let is_held = |answer: &&Answer| matches!(answer.seat, Seat::Held { .. });
            for answer in after.answers.iter().filter(is_held) {
                prop_assert!(held.contains_key(&answer.person), "held and not told: {step:?} {answer:?}");
            }
        }
    }
}
