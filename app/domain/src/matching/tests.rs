//! The engine against trying all, against itself after changes, and against itself with its rows in another order.

mod promises;

use super::cases::{Chance, Size, best, case, edit, shuffled};
use super::{Answer, Fault, Instance, Standing, check, solve};

const SMALL: Size = Size { mentees: 5, mentors: 4, candidates: 4, scores: 6, capacity: 2 };
const EQUAL: Size = Size { mentees: 5, mentors: 4, candidates: 4, scores: 2, capacity: 3 };
const SEVEN: Size = Size { mentees: 7, mentors: 5, candidates: 4, scores: 4, capacity: 2 };
const MIDDLE: Size = Size { mentees: 60, mentors: 40, candidates: 8, scores: 20, capacity: 3 };
const SCARCE: Size = Size { mentees: 60, mentors: 20, candidates: 6, scores: 3, capacity: 3 };

fn is_best(instance: &Instance, name: &str) {
    let (objective, pairs) = best(instance).unwrap();
    let answer = solve(instance).unwrap();
    assert_eq!(answer.objective, objective, "{name}");
    assert_eq!(answer.pairs, pairs, "{name}");
    assert_eq!(check(instance, &answer), Ok(()), "{name}");
}

#[test]
fn a_matching_is_the_first_of_the_best_in_thousands_of_small_cases() {
    for seed in 0..800 {
        is_best(&case(seed, SMALL), &format!("small {seed}"));
        is_best(&case(seed, EQUAL), &format!("equal {seed}"));
    }
    for seed in 0..40 {
        is_best(&case(seed, SEVEN), &format!("seven {seed}"));
    }
}

/// What everybody sees of an answer; prices may differ between equal proofs.
fn seen(answer: Answer) -> Answer {
    Answer { certificate: Default::default(), stats: Default::default(), ..answer }
}

#[test]
fn after_any_change_the_matching_is_as_if_made_anew() {
    let (mut made, mut refused) = (0, 0);
    for (size, steps) in [(SMALL, 60), (EQUAL, 60), (MIDDLE, 60), (SCARCE, 60)] {
        for seed in 0..4 {
            let mut standing = Standing::new(&case(seed, size)).unwrap();
            let mut chance = Chance::new(seed);
            for step in 0..steps {
                let before = standing.instance();
                let edit = edit(&mut chance, &before, size);
                match standing.apply(&edit) {
                    Ok(()) => made += 1,
                    Err(_) => {
                        refused += 1;
                        assert_eq!(standing.instance(), before);
                    }
                }
                let (instance, answer) = (standing.instance(), standing.answer());
                assert_eq!(check(&instance, &answer), Ok(()), "{seed} {step} {edit:?}");
                assert_eq!(seen(answer), seen(solve(&instance).unwrap()), "{seed} {step} {edit:?}");
            }
        }
    }
    assert!(made > 500 && refused > 60, "{made} {refused}");
}

#[test]
fn the_order_of_rows_changes_no_byte() {
    let bytes = |instance: &Instance| serde_json::to_string(&solve(instance).unwrap()).unwrap();
    for seed in 0..20 {
        for size in [MIDDLE, SCARCE] {
            let instance = case(seed, size);
            let first = bytes(&instance);
            assert_eq!(first, bytes(&instance), "{seed}");
            let other = shuffled(&instance, seed);
            assert_eq!(first, bytes(&other), "{seed}");
            assert_eq!(instance.digest(), other.digest(), "{seed}");
            assert_ne!(instance.digest(), case(seed + 1, size).digest(), "{seed}");
        }
    }
}

#[test]
fn what_makes_no_sense_is_told_in_words() {
    let fine = case(3, MIDDLE);
    let told = |change: fn(&mut Instance)| {
        let mut instance = fine.clone();
        change(&mut instance);
        solve(&instance).unwrap_err()[0].to_string()
    };
    type Change = fn(&mut Instance);
    let rows: [(Change, &str); 7] = [
        (|instance| instance.mentees.push(instance.mentees[0].clone()), "Write `a0` once in `mentees`"),
        (|instance| instance.mentors.push(instance.mentors[1].clone()), "Write `m1` once in `mentors`"),
        (|instance| instance.mentors.truncate(1), "is not in `mentors`"),
        (|instance| instance.mentees[2].wait = 64, "`wait` from 0 to 63 for `a2`"),
        (|instance| instance.mentors[0].capacity = 1_001, "`capacity` from 0 to 1,000 for `m0`"),
        (|instance| instance.mentees.iter_mut().for_each(|mentee| mentee.id = "m1".parse().unwrap()), "once"),
        (
            |instance| {
                let pair = super::Pair { mentee: "a1".parse().unwrap(), mentor: "nobody".parse().unwrap() };
                instance.pins = vec![pair];
            },
            "is pinned and not among the candidates",
        ),
    ];
    for (change, words) in rows {
        let message = told(change);
        assert!(message.contains(words), "{message}");
    }
    assert_eq!(Fault::TooLarge.to_string().split_whitespace().next(), Some("So"));
}
