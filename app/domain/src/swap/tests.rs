//! Answers, ends and repairs of rings.

use super::world::{
    AMARA, CLOCKS, JONAS, NOOR, ROSALIND, SWAP, id, pool_of, program, said, skill, three, two, world, yes,
};
use super::*;
use crate::fernhill::NOW;
use crate::rejection::{Noun, Rejection};
use crate::rings::Limits;
use crate::time::Span;
use std::collections::BTreeSet;

#[test]
fn a_ring_counts_when_the_last_one_says_yes_and_overtakes_what_needs_the_same_place() {
    let mut rings = vec![three(), two()];
    for (ring, person) in [("three", AMARA), ("two", JONAS), ("three", NOOR), ("three", NOOR), ("two", NOOR)] {
        rings = said(rings, ring, person);
    }
    assert!(matches!(rings[1].stage, RingStage::Committed { at: NOW, .. }));
    assert_eq!(rings[0].fall(), Some(&Fall::Overtaken { person: id(NOOR) }));
    assert!(rings[0].is_to_mend(), "Amara and Rosalind are offered something else");
    let late = Round::new(1, rings.clone()).confirm(&"three".parse().unwrap(), yes(ROSALIND));
    assert_eq!(late, Err(Rejection::NotFound(Noun::Ring)), "it is none of the living");
    assert!(rings[0].over().unwrap().to_string().contains("another swap counted first"));
    let again = Round::new(1, rings).confirm(&"two".parse().unwrap(), yes(NOOR));
    assert_eq!(again, Ok(Vec::new()), "the same answer once more");
}

#[test]
fn in_whichever_order_they_answer_nobody_is_in_more_rings_than_they_have_places() {
    let answers = [("three", AMARA), ("three", NOOR), ("three", ROSALIND), ("two", JONAS), ("two", NOOR)];
    let mut orders = vec![Vec::new()];
    for _ in 0..answers.len() {
        let longer = orders.iter().flat_map(|order: &Vec<usize>| {
            let left = (0..answers.len()).filter(|at| !order.contains(at));
            left.map(|at| [order.as_slice(), &[at]].concat()).collect::<Vec<_>>()
        });
        orders = longer.collect();
    }
    for order in orders {
        let mut rings = vec![three(), two()];
        for at in &order {
            let (ring, person) = answers[*at];
            if let Ok(changed) = Round::new(1, rings.clone()).confirm(&ring.parse().unwrap(), yes(person)) {
                for one in changed {
                    rings.iter_mut().filter(|ring| ring.id == one.id).for_each(|ring| *ring = one.clone());
                }
            }
        }
        let counts = rings.iter().filter(|ring| matches!(ring.stage, RingStage::Committed { .. })).count();
        assert_eq!(counts, 1, "{order:?}");
        let overtaken = rings.iter().filter(|ring| ring.fall().is_some()).count();
        assert_eq!(overtaken, 1, "{order:?}");
    }
}

#[test]
fn a_no_ends_it_also_after_a_yes_and_time_ends_it_too() {
    let rings = said(vec![three()], "three", AMARA);
    let reason = Prose::parse("reason", "I am on nights.").unwrap();
    let declined = Round::new(1, rings.clone()).decline(&"three".parse().unwrap(), (&id(AMARA), reason.clone()), NOW);
    assert_eq!(declined.unwrap()[0].fall(), Some(&Fall::Declined { by: id(AMARA), reason }));
    let stranger = Round::new(1, rings.clone()).decline(&"three".parse().unwrap(), (&id(JONAS), Prose::default()), NOW);
    assert_eq!(stranger, Err(Rejection::NotFound(Noun::Ring)));
    let late = Yes { at: NOW.after(Span::days(3)), ..yes(NOOR) };
    let late = Round::new(1, rings.clone()).confirm(&"three".parse().unwrap(), late);
    assert!(late.unwrap_err().to_string().contains("The time to answer is over"));
    let swept = Round::new(1, rings.clone()).swept(&BTreeSet::new(), Passes::On, NOW.after(Span::days(3)));
    assert_eq!(swept[0].fall(), Some(&Fall::Silent { people: vec![id(NOOR), id(ROSALIND)] }));
    assert_eq!(Round::new(1, rings.clone()).swept(&BTreeSet::new(), Passes::On, NOW), Vec::new());
    let paused = Round::new(1, rings.clone()).swept(&BTreeSet::new(), Passes::NotNow, NOW.after(Span::days(3)));
    assert_eq!(paused, Vec::new(), "nobody can answer, so nobody is late");
    let swept = Round::new(1, rings).swept(&BTreeSet::from([id(NOOR)]), Passes::On, NOW);
    assert_eq!(swept[0].fall(), Some(&Fall::Left { person: id(NOOR) }));
}

#[test]
fn the_smallest_repair_keeps_who_said_yes() {
    let org = world();
    let mut rings = vec![three()];
    for person in [AMARA, NOOR] {
        rings = said(rings, "three", person);
    }
    let no = (&id(ROSALIND), Prose::default());
    let fell = Round::new(1, rings).decline(&"three".parse().unwrap(), no, NOW).unwrap().remove(0);
    let mended = mend(&pool_of(&org), &[], &[&fell], &Limits::default());
    assert_eq!(mended.offered.len(), 1);
    let (ring, of) = &mended.offered[0];
    assert_eq!(ring.people().collect::<Vec<_>>(), [&id(JONAS), &id(NOOR)], "Noor keeps a place, Amara cannot");
    assert_eq!(*of, fell.id);
    // A ring that somebody has said yes to is not taken apart for it.
    let beside = said(vec![two()], "two", JONAS).remove(0);
    let mended = mend(&pool_of(&org), &[&beside], &[&fell], &Limits::default());
    assert_eq!((mended.offered.len(), mended.replaced.len()), (0, 0));
}

#[test]
fn a_lesson_becomes_a_request_with_the_words_and_the_time_of_its_learner() {
    let starts_at = Some(NOW.after(Span::days(2)));
    let words = Prose::parse("words", "Thursdays are good.").unwrap();
    let mut ring = two();
    ring.yes = vec![Yes { words: words.clone(), starts_at, ..yes(NOOR) }, yes(JONAS)];
    let request = |at: usize| ring.request("e1".parse().unwrap(), &ring.ring.lessons[at], NOW).unwrap();
    let (first, second) = (request(0), request(1));
    assert_eq!((&first.learner, &first.teacher, first.minutes), (&id(NOOR), &id(JONAS), Minutes(60)));
    assert_eq!((first.starts_at, &first.message), (starts_at, &words));
    assert_eq!(second.starts_at, None);
    assert!(second.message.as_str().starts_with("We are in a swap together"));
}

#[test]
fn a_course_is_joined_held_and_taken_back_by_the_right_people() {
    let (rosalind, jonas, noor) = (id(ROSALIND), id(JONAS), id(NOOR));
    let of = (SWAP.parse().unwrap(), skill("infusion-pumps"));
    let course = Course::proposed("c1".parse().unwrap(), of, (jonas.clone(), Prose::default()), NOW);
    let moved = |course: &Course, who: &PersonId, step| course.clone().moved(who, step, NOW);
    assert!(moved(&course, &jonas, CourseStep::TakeOn).unwrap_err().to_string().contains("You would come to learn it"));
    assert!(matches!(moved(&course, &noor, CourseStep::Withdraw), Err(Rejection::Forbidden(_))));
    let joined = moved(&course, &noor, CourseStep::Join).unwrap();
    assert_eq!(moved(&joined, &noor, CourseStep::Join).unwrap(), joined);
    assert!(matches!(moved(&joined, &jonas, CourseStep::Withdraw), Err(Rejection::Conflict(_))));
    let taken = moved(&joined, &rosalind, CourseStep::TakeOn).unwrap();
    assert!(!taken.is_open());
    assert!(matches!(moved(&taken, &noor, CourseStep::Leave), Err(Rejection::Stale(_))));
    assert!(matches!(moved(&taken, &noor, CourseStep::GiveBack), Err(Rejection::Stale(_))), "only she gives it back");
    assert!(moved(&taken, &rosalind, CourseStep::GiveBack).unwrap().is_open());
    let left = taken.clone().among(|person| *person != rosalind && *person != noor);
    assert!(left.is_open() && left.is_joined_by(&jonas) && !left.is_joined_by(&noor), "who left holds nothing");
    let gone = moved(&course, &jonas, CourseStep::Leave).unwrap();
    assert!(gone.withdrawn_at.is_some(), "nobody is left who would come");
    assert!(CourseStep::parse("dance").is_err());
}

#[test]
fn whoever_has_no_place_any_more_is_offered_nothing_instead() {
    let org = world();
    let answers = [("two", JONAS), ("three", AMARA), ("two", NOOR)];
    let rings = answers.into_iter().fold(vec![three(), two()], |rings, (ring, person)| said(rings, ring, person));
    assert_eq!(rings[0].fall(), Some(&Fall::Overtaken { person: id(NOOR) }));
    let taken = Taken::by([&rings[1].ring]);
    let pool = pool(&org, program(&org), &taken, &Hours::new(), &CLOCKS);
    let mended = mend(&pool, &[], &[&rings[0]], &Limits::default());
    assert_eq!(mended, Mended::default(), "without Noor nobody is left whom a ring would serve");
}
