//! The engine against trying all, against simple plans, and against itself with its rows in another order.

use super::cases::{Chance, Size, case, least_cost};
use super::solve::simple_costs;
use super::{Fault, Go, Instance, Limits, Plan, check, solve};

const SMALL: Size = Size { people: 4, skills: 3, lessons: 11 };
const MIDDLE: Size = Size { people: 24, skills: 12, lessons: 150 };

fn solved(instance: &Instance, work: u64) -> Result<Plan, Vec<Fault>> {
    solve(instance, &Limits { work }, &mut |_| Go::On)
}

#[test]
fn a_plan_is_the_best_of_all_in_thousands_of_small_cases() {
    let mut contradictory = 0;
    for seed in 0..2_000 {
        let instance = case(seed, SMALL);
        match solved(&instance, 20_000_000) {
            Ok(plan) => {
                assert_eq!(check(&instance, &plan), Ok(()), "{seed}");
                assert!(plan.is_proven, "{seed}: {plan:?}");
                assert_eq!(Some(plan.cost), least_cost(&instance), "{seed}");
            }
            Err(faults) => {
                contradictory += 1;
                assert!(!faults.is_empty());
                assert_eq!(least_cost(&instance), None, "{seed}: {faults:?}");
            }
        }
    }
    assert!((10..600).contains(&contradictory), "{contradictory} of 2,000 cases were refused");
}

#[test]
fn a_plan_is_never_worse_than_a_simple_one() {
    for seed in 0..40 {
        let instance = case(seed, MIDDLE);
        let Ok(plan) = solved(&instance, 200_000) else { continue };
        assert_eq!(check(&instance, &plan), Ok(()), "{seed}");
        let simple = simple_costs(&instance);
        assert!(simple.iter().all(|simple| plan.cost <= *simple), "{seed}: {} {simple:?}", plan.cost);
    }
}

/// The instance without every third lesson, which it says were left out.
fn cut(instance: &Instance) -> Instance {
    let mut few = instance.clone();
    let mut place = 0;
    few.lessons.retain(|lesson| {
        place += 1;
        let stays = place % 3 > 0 || instance.pins.contains(&lesson.pick());
        let mut left_out = few.skills.iter_mut().filter(|need| !stays && need.id == lesson.skill);
        if let Some(need) = left_out.next() {
            need.cut_cost = if need.cut == 0 { lesson.cost } else { need.cut_cost.min(lesson.cost) };
            need.cut += 1;
        }
        stays
    });
    few
}

#[test]
fn the_wide_bound_holds_for_pairs_that_were_left_out() {
    let (mut tight, mut looser) = (0, 0);
    for seed in 0..1_200 {
        let whole = case(seed, SMALL);
        let Some(least) = least_cost(&whole) else { continue };
        let few = cut(&whole);
        let Ok(plan) = solved(&few, 20_000_000) else { continue };
        assert_eq!(check(&few, &plan), Ok(()), "{seed}");
        assert!(plan.wide_bound <= least && plan.wide_bound <= plan.bound, "{seed}: {} {least}", plan.wide_bound);
        tight += usize::from(plan.wide_bound == plan.cost);
        looser += usize::from(plan.wide_bound < plan.bound);
        let more = Plan { wide_bound: plan.bound + 1, ..plan };
        assert!(check(&few, &more).is_err(), "{seed}");
        let all = solved(&whole, 20_000_000).unwrap();
        assert_eq!(all.wide_bound, all.bound, "{seed}: nothing was left out");
    }
    assert!(tight > 200 && looser > 100, "{tight} {looser}");
}

/// The same rows in another order.
fn shuffled(instance: &Instance, seed: u64) -> Instance {
    fn shuffle<T>(rows: &mut [T], chance: &mut Chance) {
        for at in (1..rows.len()).rev() {
            rows.swap(at, chance.below(at + 1));
        }
    }
    let (mut other, mut chance) = (instance.clone(), Chance::new(seed));
    shuffle(&mut other.people, &mut chance);
    shuffle(&mut other.skills, &mut chance);
    shuffle(&mut other.lessons, &mut chance);
    shuffle(&mut other.pins, &mut chance);
    other
}

#[test]
fn the_order_of_rows_changes_no_byte() {
    for seed in 0..12 {
        let instance = case(seed, MIDDLE);
        let bytes = |instance: &Instance| serde_json::to_string(&solved(instance, 400_000)).unwrap();
        let first = bytes(&instance);
        assert_eq!(first, bytes(&instance), "{seed}");
        assert_eq!(first, bytes(&shuffled(&instance, seed)), "{seed}");
    }
}

#[test]
fn room_never_makes_a_plan_dearer() {
    let looser: [fn(&mut Instance); 4] = [
        |instance| instance.people.iter_mut().for_each(|person| person.learning.iter_mut().for_each(|free| *free += 2)),
        |instance| instance.people.iter_mut().for_each(|person| person.teaching.iter_mut().for_each(|free| *free += 1)),
        |instance| instance.people.iter_mut().for_each(|person| person.mentees = Some(3)),
        |instance| instance.terms.least_overlap -= 1,
    ];
    for seed in 0..60 {
        let instance = case(seed, SMALL);
        let Ok(tight) = solved(&instance, 20_000_000) else { continue };
        for (at, loosen) in looser.iter().enumerate() {
            let mut room = instance.clone();
            loosen(&mut room);
            let loose = solved(&room, 20_000_000).unwrap();
            assert!(loose.cost <= tight.cost, "{seed} {at}: {} {}", loose.cost, tight.cost);
        }
    }
}

#[test]
fn a_lesson_that_is_worse_in_every_way_changes_no_cost() {
    for seed in 0..60 {
        let instance = case(seed, SMALL);
        let Ok(plan) = solved(&instance, 20_000_000) else { continue };
        let mut wider = instance.clone();
        let Some(mut worse) = instance.lessons.iter().find(|lesson| lesson.teacher.is_some()).cloned() else {
            continue;
        };
        worse.teacher = Some("p-new".parse().unwrap());
        worse.cost += 1;
        let mut teacher = instance.people[0].clone();
        teacher.id = "p-new".parse().unwrap();
        teacher.teaching = vec![0; 3];
        worse.teaching = 1;
        wider.people.push(teacher);
        wider.lessons.push(worse);
        assert_eq!(solved(&wider, 20_000_000).unwrap().cost, plan.cost, "{seed}");
    }
}

#[test]
fn a_search_that_is_stopped_still_answers() {
    let instance = case(3, MIDDLE);
    let mut asked = 0;
    let plan = solve(&instance, &Limits::default(), &mut |progress| {
        asked += 1;
        assert!(progress.bound <= progress.cost && progress.work <= progress.most);
        Go::Stop
    })
    .unwrap();
    assert!(plan.is_stopped && asked > 0);
    assert_eq!(check(&instance, &plan), Ok(()));
}

#[test]
fn what_makes_no_sense_is_told_in_words() {
    let fine = case(5, SMALL);
    let told = |change: fn(&mut Instance)| {
        let mut instance = fine.clone();
        change(&mut instance);
        solved(&instance, 1_000).unwrap_err()[0].to_string()
    };
    type Change = fn(&mut Instance);
    let rows: [(Change, &str); 7] = [
        (
            |instance| {
                instance.terms.empty_seat.critical = 1_000_000_000;
                instance.terms.empty_seat.normal = 1_000_000_000;
                instance.terms.empty_seat.low = 1_000_000_000;
                let need = instance.skills[0].clone();
                for at in 0..11 {
                    let id = format!("more-{at}").parse().unwrap();
                    instance.skills.push(super::Need { id, seats: 1_000, ..need.clone() });
                }
            },
            "smaller prices",
        ),
        (|instance| instance.dates.reverse(), "ascending order"),
        (|instance| instance.people[0].learning.truncate(1), "as many numbers in `learning`"),
        (|instance| instance.people.truncate(1), "which is not in `people` or `skills`"),
        (|instance| instance.skills[0].due.0 = 31, "Add the due date of `s0`, day 31"),
        (|instance| instance.terms.lessons_each = 3, "1 or 2 `lessons_each`"),
        (|instance| instance.lessons[0].cost = -1, "`cost` from 0 to 1,000,000,000"),
    ];
    for (change, words) in rows {
        let message = told(change);
        assert!(message.contains(words), "{message}");
    }
}
