//! What is tampered with is refused.

use crate::matching::cases::{Size, case};
use crate::matching::{Answer, Flaw, Instance, check, solve};

const SIZE: Size = Size { mentees: 12, mentors: 8, candidates: 5, scores: 9, capacity: 2 };

/// How many answers of seeded instances were changed, and every one of them refused.
fn refused(change: impl Fn(&Instance, &mut Answer) -> Option<()>) -> u32 {
    let mut tried = 0;
    for seed in 0..60 {
        let instance = case(seed, SIZE);
        let mut answer = solve(&instance).unwrap();
        assert_eq!(check(&instance, &answer), Ok(()), "{seed}");
        if change(&instance, &mut answer).is_some() {
            tried += 1;
            assert!(check(&instance, &answer).is_err(), "{seed}");
        }
    }
    tried
}

#[test]
fn a_price_that_is_changed_is_refused() {
    let up = refused(|instance, answer| {
        let price = answer.certificate.prices.first_mut()?;
        *price += answer.certificate.units.unserved * 70;
        (instance.mentors.iter().find(|mentor| mentor.id.as_str() == "m0")?.capacity > 0).then_some(())
    });
    let down = refused(|_, answer| {
        let price = answer.certificate.prices.iter_mut().find(|price| **price > 0)?;
        *price = -1;
        Some(())
    });
    let missing = refused(|_, answer| answer.certificate.prices.pop().map(|_| ()));
    assert!(up > 30 && down > 10 && missing == 60, "{up} {down} {missing}");
}

#[test]
fn weights_that_are_not_steep_are_refused() {
    let flat = |of: fn(&mut Answer)| {
        refused(move |_, answer| {
            of(answer);
            Some(())
        })
    };
    assert_eq!(flat(|answer| answer.certificate.units.point = 0), 60);
    assert_eq!(flat(|answer| answer.certificate.units.slot = 11_000), 60);
    assert_eq!(flat(|answer| answer.certificate.units.unserved = answer.certificate.units.slot), 60);
}

#[test]
fn pairs_that_are_changed_are_refused() {
    let fewer = refused(|_, answer| {
        let pair = answer.pairs.pop()?;
        answer.objective.served -= 1;
        answer.unserved.push(pair.mentee);
        Some(())
    });
    let twice = refused(|_, answer| {
        let pair = answer.pairs.first().cloned()?;
        answer.pairs.push(pair);
        Some(())
    });
    let forgotten = refused(|_, answer| answer.unserved.pop().map(|_| ()));
    let swapped = refused(|_, answer| {
        let mentor = answer.pairs.first()?.mentor.clone();
        let other = answer.pairs.iter_mut().find(|pair| pair.mentor != mentor)?;
        other.mentor = mentor;
        Some(())
    });
    assert!(fewer == 60 && twice == 60 && forgotten > 20 && swapped > 50, "{fewer} {twice} {forgotten} {swapped}");
}

#[test]
fn a_worse_matching_with_true_sums_is_refused() {
    let mut tried = 0;
    for seed in 0..60 {
        let instance = case(seed, SIZE);
        let mut harder = instance.clone();
        let answer = solve(&instance).unwrap();
        let Some(pair) = answer.pairs.iter().find(|pair| !instance.pins.contains(pair)).cloned() else { continue };
        harder.forbids.push(pair);
        let Ok(worse) = solve(&harder) else { continue };
        let is_worse = answer.objective.is_better_than(&worse.objective);
        let forged = Answer { certificate: answer.certificate, ..worse };
        tried += u32::from(is_worse);
        assert_eq!(matches!(check(&instance, &forged), Err(Flaw::Bound { .. })), is_worse, "{seed}");
    }
    assert!(tried > 40, "{tried}");
}
