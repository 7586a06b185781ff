//! Sets and certificates that were tampered with are refused.

use super::*;
use crate::rings::cases::{Size, case};
use crate::rings::clearing::{Decision, Part, Piece};
use crate::rings::{Apart, Limits, solve};
use std::sync::LazyLock;

const SIZE: Size = Size { people: 14, lessons: 52 };

/// Proven sets of several branches.
static PROVEN: LazyLock<Vec<(Instance, Clearing)>> = LazyLock::new(|| {
    let solved = |seed| {
        let instance = case(seed, SIZE);
        let clearing = solve(&instance, &Limits::default()).ok()?;
        let branches = clearing.certificate.parts.iter().flat_map(|part| &part.pieces);
        let is_branched = branches.into_iter().any(|piece| piece.leaves.len() > 1);
        // What is proven by the prices of its one part alone needs no branches.
        let needs_them = clearing.stats.relaxed > clearing.weight && clearing.stats.parts == 1;
        (clearing.is_proven && is_branched && needs_them && clearing.rings.len() > 2).then_some((instance, clearing))
    };
    (0..600).filter_map(solved).take(4).collect()
});

fn branched(clearing: &mut Clearing) -> (&mut Part, usize) {
    let leaves = |part: &Part| part.pieces.iter().map(|piece| piece.leaves.len()).max().unwrap_or(0);
    let part = clearing.certificate.parts.iter_mut().max_by_key(|part| leaves(part)).unwrap();
    let at = (0..part.pieces.len()).max_by_key(|at| part.pieces[*at].leaves.len()).unwrap();
    (part, at)
}

fn widest(clearing: &mut Clearing) -> &mut Piece {
    let (part, at) = branched(clearing);
    &mut part.pieces[at]
}

#[test]
fn a_set_as_it_was_found_is_accepted() {
    assert_eq!(PROVEN.len(), 4);
    for (instance, clearing) in PROVEN.iter() {
        assert_eq!(check(instance, clearing), Ok(()));
    }
}

#[test]
fn a_set_that_was_changed_is_refused() {
    let changes: [fn(&mut Clearing); 9] = [
        |clearing| drop(clearing.rings.pop()),
        |clearing| clearing.rings.swap(0, 1),
        |clearing| clearing.rings.insert(0, clearing.rings[0].clone()),
        |clearing| clearing.weight += 1,
        |clearing| clearing.rings[0].lessons[0].weight += 1,
        |clearing| clearing.rings[0].lessons.rotate_left(1),
        |clearing| drop(clearing.rings[0].lessons.pop()),
        |clearing| clearing.bound -= 1,
        |clearing| clearing.is_proven = false,
    ];
    for (instance, clearing) in PROVEN.iter() {
        for (at, change) in changes.iter().enumerate() {
            let mut other = clearing.clone();
            change(&mut other);
            assert!(other == *clearing || check(instance, &other).is_err(), "change {at}");
        }
    }
}

#[test]
fn a_rule_that_is_broken_is_named() {
    for (instance, clearing) in PROVEN.iter() {
        let people: Vec<PersonId> = clearing.rings[0].people().cloned().collect();
        let mut tighter = instance.clone();
        tighter.people.iter_mut().for_each(|member| member.places = 0);
        assert!(matches!(check(&tighter, clearing), Err(Flaw::Limit(_))));
        let mut apart = instance.clone();
        apart.apart = vec![Apart { one: people[0].clone(), other: people[1].clone() }];
        assert!(matches!(check(&apart, clearing), Err(Flaw::Apart(..))));
        let mut short = instance.clone();
        short.terms.longest = 1;
        assert!(matches!(check(&short, clearing), Err(Flaw::Ring(..))));
        let mut none = instance.clone();
        none.lessons.retain(|lesson| *lesson != clearing.rings[0].lessons[0]);
        assert!(matches!(check(&none, clearing), Err(Flaw::Lesson(..))));
        if let Some(chain) = clearing.rings.iter().find(|ring| ring.is_chain()) {
            let mut without = instance.clone();
            without.terms.chains = false;
            without.lessons.retain(|lesson| chain.lessons.contains(lesson));
            let one = Clearing { rings: vec![chain.clone()], ..clearing.clone() };
            assert!(matches!(check(&without, &one), Err(Flaw::Ring(..))));
        }
    }
}

#[test]
fn a_certificate_that_was_changed_is_refused() {
    let changes: [fn(&mut Clearing); 11] = [
        |clearing| widest(clearing).leaves.truncate(1),
        |clearing| widest(clearing).leaves.clear(),
        |clearing| {
            let first = &mut widest(clearing).leaves[0].decisions[0];
            *first = match first {
                Decision::Given(lesson) => Decision::NotGiven(*lesson),
                Decision::NotGiven(lesson) => Decision::Given(*lesson),
                Decision::Chosen(lessons) => Decision::NotChosen(lessons.clone()),
                Decision::NotChosen(lessons) => Decision::Chosen(lessons.clone()),
            };
        },
        |clearing| widest(clearing).limits.truncate(1),
        |clearing| widest(clearing).leaves[0].prices[0] = -1,
        |clearing| widest(clearing).leaves[0].prices.truncate(1),
        |clearing| branched(clearing).0.pieces.clear(),
        |clearing| branched(clearing).0.prices[0] = -1,
        |clearing| branched(clearing).0.bound -= 1,
        |clearing| drop(clearing.certificate.parts.pop()),
        |clearing| clearing.certificate.parts.push(clearing.certificate.parts[0].clone()),
    ];
    for (instance, clearing) in PROVEN.iter() {
        for (at, change) in changes.iter().enumerate() {
            let mut other = clearing.clone();
            change(&mut other);
            assert!(check(instance, &other).is_err(), "change {at}");
        }
        // Wrong prices prove less.
        let mut other = clearing.clone();
        let far = |leaf: &mut crate::rings::Leaf| leaf.prices.iter_mut().for_each(|price| *price = 0);
        widest(&mut other).leaves.iter_mut().for_each(far);
        assert!(check(instance, &other).is_err());
    }
}
