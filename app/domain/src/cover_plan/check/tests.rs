//! Plans and certificates that were tampered with are refused.

use super::*;
use crate::cover_plan::cases::{Size, case};
use crate::cover_plan::{Go, Limits, solve};
use std::sync::LazyLock;

const SIZE: Size = Size { people: 10, skills: 8, lessons: 60 };

/// Proven plans of several branches.
static PROVEN: LazyLock<Vec<(Instance, Plan)>> = LazyLock::new(|| {
    let solved = |seed| {
        let mut instance = case(seed, SIZE);
        instance.pins.clear();
        let plan = solve(&instance, &Limits { work: 3_000_000 }, &mut |_| Go::On).ok()?;
        let branches = plan.certificate.parts.iter().any(|part| part.leaves.len() > 1);
        (plan.is_proven && branches && plan.lessons.len() > 2).then_some((instance, plan))
    };
    (0..400).filter_map(solved).take(4).collect()
});

#[test]
fn a_plan_as_it_was_found_is_accepted() {
    assert_eq!(PROVEN.len(), 4);
    for (instance, plan) in PROVEN.iter() {
        assert_eq!(check(instance, plan), Ok(()));
    }
}

#[test]
fn a_plan_that_was_changed_is_refused() {
    let changes: [fn(&mut Plan); 6] = [
        |plan| drop(plan.lessons.pop()),
        |plan| plan.cost -= 1,
        |plan| plan.lessons.push(plan.lessons[0].clone()),
        |plan| plan.lessons[0].cost -= 1,
        |plan| plan.empty.clear(),
        |plan| plan.bound = plan.cost + 1,
    ];
    for (instance, plan) in PROVEN.iter() {
        for (at, change) in changes.iter().enumerate() {
            let mut other = plan.clone();
            change(&mut other);
            assert!(other == *plan || check(instance, &other).is_err(), "change {at}");
        }
    }
}

#[test]
fn a_rule_that_is_broken_is_named() {
    for (instance, plan) in PROVEN.iter() {
        let lesson = plan.lessons[0].clone();
        let mut tighter = instance.clone();
        tighter.forbids.push(lesson.pick());
        assert_eq!(check(&tighter, plan), Err(Flaw::Lesson(lesson.pick())));
        let mut later = instance.clone();
        let row = later.lessons.iter_mut().find(|row| row.pick() == lesson.pick()).unwrap();
        row.earliest = Some(Day(91));
        let mut late = plan.clone();
        late.lessons[0].earliest = row.earliest;
        assert_eq!(check(&later, &late), Err(Flaw::Lesson(lesson.pick())), "it takes longer than there is");
        let mut tighter = instance.clone();
        let row = tighter.people.iter_mut().find(|row| row.id == lesson.learner).unwrap();
        row.learning = vec![0; 3];
        assert!(matches!(check(&tighter, plan), Err(Flaw::Hours(..))));
        let other = instance.lessons.iter().find(|other| !plan.lessons.contains(other)).unwrap();
        let mut pinned = instance.clone();
        pinned.pins.push(other.pick());
        assert_eq!(check(&pinned, plan), Err(Flaw::Pin(other.pick())));
        let mut few = instance.clone();
        few.terms.lessons_each = 0;
        assert!(matches!(check(&few, plan), Err(Flaw::Learner(..))));
        let mut few = instance.clone();
        few.people.iter_mut().for_each(|row| row.mentees = Some(0));
        let taught = plan.lessons.iter().any(|lesson| lesson.teacher.is_some());
        assert!(!taught || matches!(check(&few, plan), Err(Flaw::Teacher(..))));
    }
}

#[test]
fn a_certificate_that_was_changed_is_refused() {
    let changes: [fn(&mut Plan); 6] = [
        |plan| widest(plan).leaves.truncate(1),
        |plan| widest(plan).leaves[0].decisions[0].is_taken ^= true,
        |plan| widest(plan).lessons.truncate(1),
        |plan| widest(plan).leaves[0].seats[0] = -1,
        |plan| widest(plan).leaves[0].pairs.truncate(1),
        |plan| drop(plan.certificate.parts.pop()),
    ];
    for (instance, plan) in PROVEN.iter() {
        for (at, change) in changes.iter().enumerate() {
            let mut other = plan.clone();
            change(&mut other);
            assert!(check(instance, &other).is_err(), "change {at}");
        }
        // Wrong prices prove less.
        let mut other = plan.clone();
        let far = |leaf: &mut crate::cover_plan::Leaf| leaf.pairs.iter_mut().for_each(|pair| *pair = -1_000_000);
        other.certificate.parts.iter_mut().for_each(|part| part.leaves.iter_mut().for_each(far));
        assert!(matches!(check(instance, &other), Err(Flaw::Bound(_))));
    }
}

fn widest(plan: &mut Plan) -> &mut crate::cover_plan::Part {
    plan.certificate.parts.iter_mut().max_by_key(|part| part.leaves.len()).unwrap()
}
