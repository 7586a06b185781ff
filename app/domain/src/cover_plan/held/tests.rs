//! What is said of empty seats.

use super::*;
use crate::clocks::Day;
use crate::cover_plan::cases::{Size, case};
use crate::cover_plan::{Colleague, Go, Lesson, Limits, Need, Terms, check, solve};

fn person(id: &str, learning: i64, teaching: i64) -> Colleague {
    let until = |quarters: i64| vec![quarters, quarters + 8];
    Colleague { id: id.parse().unwrap(), learning: until(learning), teaching: until(teaching), mentees: None }
}

fn lesson(learner: &str, skill: &str) -> Lesson {
    Lesson {
        skill: skill.parse().unwrap(),
        learner: learner.parse().unwrap(),
        teacher: Some("rosalind".parse().unwrap()),
        learning: 40,
        teaching: 14,
        cost: 540,
        overlap: Some(10),
        after: None,
        from: Default::default(),
        is_wanted: false,
        earliest: None,
        to: None,
    }
}

/// Rosalind teaches infusion pumps and wound care; Amara and Leïla could learn them.
fn ward() -> Instance {
    let skill = |id: &str, seats| Need {
        id: id.parse().unwrap(),
        seats,
        due: Day(90),
        criticality: Default::default(),
        sieves: Vec::new(),
        cut: 0,
        cut_cost: 0,
    };
    Instance {
        dates: vec![Day(90), Day(97)],
        people: vec![person("amara", 80, 0), person("leila", 80, 0), person("rosalind", 0, 60)],
        skills: vec![skill("infusion-pumps", 2), skill("wound-care", 1)],
        lessons: vec![
            lesson("amara", "infusion-pumps"),
            lesson("leila", "infusion-pumps"),
            lesson("amara", "wound-care"),
            lesson("leila", "wound-care"),
        ],
        terms: Terms::default(),
        ..Instance::default()
    }
}

fn held(instance: &Instance) -> Vec<Held> {
    let plan = solve(instance, &Limits { work: 1_000_000 }, &mut |_| Go::On).unwrap();
    assert_eq!(check(instance, &plan), Ok(()));
    reasons(instance, &plan)
}

#[test]
fn a_full_plan_has_nothing_to_explain() {
    assert_eq!(held(&ward()), []);
}

#[test]
fn the_limit_that_binds_is_named_with_the_change_that_helps() {
    let rosalind = || "rosalind".parse::<PersonId>().unwrap();
    let mut few = ward();
    few.people[2].mentees = Some(2);
    let found = &held(&few)[0];
    assert_eq!(found.because, Because::Limits(vec![Binding::Mentees(rosalind())]));
    assert_eq!(found.relax, Some(Relax::Mentee { person: rosalind() }));

    let mut short = ward();
    short.people[2].teaching = vec![28, 28];
    let found = &held(&short)[0];
    assert_eq!(found.because, Because::Limits(vec![Binding::Teaching(rosalind())]));
    assert_eq!(found.relax, Some(Relax::Teaching { person: rosalind(), quarters: 16 }));

    let mut early = ward();
    early.people[2].teaching = vec![28, 42];
    let found = &held(&early)[0];
    assert_eq!(found.because, Because::Limits(vec![Binding::Teaching(rosalind()), Binding::Date]));

    let mut one = ward();
    one.terms.lessons_each = 1;
    let found = &held(&one)[0];
    assert_eq!((&found.because, &found.relax), (&Because::Limits(vec![Binding::LessonsEach]), &None));
}

#[test]
fn without_a_lesson_the_last_filter_is_named() {
    let mut far = ward();
    far.lessons.iter_mut().for_each(|lesson| lesson.overlap = Some(6));
    let found = &held(&far)[0];
    assert_eq!(found.because, Because::NoLesson(Dropped::Overlap));
    assert_eq!(found.relax, Some(Relax::Overlap { quarters: 4 }));

    let mut soon = ward();
    soon.lessons.iter_mut().for_each(|lesson| lesson.earliest = Some(Day(97)));
    let found = &held(&soon)[0];
    assert_eq!(found.because, Because::NoLesson(Dropped::Weeks));
    assert_eq!(found.relax, Some(Relax::Later { days: 7 }));

    let mut busy = ward();
    busy.people[2].teaching = vec![10, 18];
    assert_eq!(held(&busy)[0].because, Because::NoLesson(Dropped::TeacherHours));
    let mut nobody = ward();
    nobody.lessons.clear();
    assert_eq!(held(&nobody)[0].because, Because::NoLesson(Dropped::NoLearner));
}

#[test]
fn a_named_limit_is_needed_and_a_named_change_helps() {
    let mut limits_seen = 0;
    for seed in 0..120 {
        let instance = case(seed, Size { people: 8, skills: 5, lessons: 30 });
        let Ok(plan) = solve(&instance, &Limits { work: 2_000_000 }, &mut |_| Go::On) else { continue };
        for held in reasons(&instance, &plan) {
            limits_seen += usize::from(matches!(&held.because, Because::Limits(limits) if !limits.is_empty()));
            let Some(relax) = held.relax else { continue };
            let mut wider = instance.clone();
            match relax {
                Relax::Learning { person, quarters } => {
                    let row = wider.people.iter_mut().find(|row| row.id == person).unwrap();
                    row.learning.iter_mut().for_each(|free| *free += quarters);
                }
                Relax::Teaching { person, quarters } => {
                    let row = wider.people.iter_mut().find(|row| row.id == person).unwrap();
                    row.teaching.iter_mut().for_each(|free| *free += quarters);
                }
                Relax::Overlap { quarters } => wider.terms.least_overlap -= quarters,
                Relax::Mentee { person } => {
                    let most = wider.terms.mentees;
                    let row = wider.people.iter_mut().find(|row| row.id == person).unwrap();
                    row.mentees = Some(row.mentees.unwrap_or(most) + 1);
                }
                // No date of these instances lies within a week of another.
                Relax::Later { .. } => continue,
            }
            let again = solve(&wider, &Limits { work: 2_000_000 }, &mut |_| Go::On).unwrap();
            assert!(again.cost <= held.cost_then.unwrap() && again.cost < plan.cost, "{seed}: {:?}", held.skill);
        }
    }
    assert!(limits_seen > 10, "{limits_seen}");
}
