//! What the demo promises of swaps.

use super::tests::{MOMENTS, org};
use super::*;
use domain::clocks::Clocks;
use domain::id::ProgramId;
use domain::next_step::next_steps;
use domain::org::Org;
use domain::program::ProgramKind;
use domain::reader::Reader;
use domain::rings::{Limits, Ring};
use domain::swap::{Fall, Hours, RingStage, Taken, found, pool};
use domain::time::Span;

fn with_programs(company: &Company, now: Timestamp) -> Org {
    let mut org = org(company, now);
    for made in &company.programs {
        org.put_program(made.program.clone(), made.versions.clone());
        made.participants.iter().cloned().for_each(|participant| org.put_participant(participant));
    }
    company.swap_rings.iter().cloned().for_each(|ring| org.put_swap_ring(ring));
    company.courses.iter().cloned().for_each(|course| org.put_course(course));
    org
}

#[test]
fn a_ring_waits_for_jonas_alone_one_counts_and_one_fell() {
    for now in MOMENTS {
        let company = company(now);
        let org = with_programs(&company, now);
        let of = |id: &str| company.swap_rings.iter().find(|ring| ring.id.as_str() == id).unwrap();
        let open = of("handover-for-sheets");
        assert!(open.waits(now.after(Span::days(1))), "there is a day left to answer it");
        assert_eq!(open.silent().map(PersonId::as_str).collect::<Vec<_>>(), ["jonas-weidner"]);
        assert!(org.takes_places(of("puree-for-prices")), "its lessons are still to come");
        assert!(matches!(of("sheets-for-stock").fall(), Some(Fall::Declined { .. })));
        assert!(!matches!(of("sheets-for-stock").stage, RingStage::Open));
        assert!(company.swap_rings.iter().all(|ring| !ring.is_to_mend()));
        let inside = |ring: &domain::swap::SwapRing| {
            ring.people().all(|person| org.participant(&ring.program, person).is_some())
        };
        assert!(company.swap_rings.iter().all(inside), "everybody in a ring is in its program");
        assert_eq!(company.courses.iter().filter(|course| course.is_open()).count(), 1);
    }
}

#[test]
fn what_is_offered_is_what_the_engine_would_offer() {
    for now in MOMENTS {
        let company = company(now);
        let org = with_programs(&company, now);
        let program = org.program(&ProgramId::parse("first-thursday-swap").unwrap()).unwrap();
        assert_eq!(program.kind, ProgramKind::SkillSwap);
        let clocks = Clocks { now, ahead: &|_, _| Span::hours(1) };
        let pool = pool(&org, program, &Taken::default(), &Hours::new(), &clocks);
        let open = company.swap_rings.iter().find(|ring| ring.id.as_str() == "handover-for-sheets").unwrap();
        let is_possible = |lesson: &domain::rings::Lesson| {
            let same = |other: &domain::rings::Lesson| {
                (&other.teacher, &other.learner, &other.skill) == (&lesson.teacher, &lesson.learner, &lesson.skill)
            };
            pool.instance.lessons.iter().any(same)
        };
        let unmet: Vec<_> = open.ring.lessons.iter().filter(|lesson| !is_possible(lesson)).collect();
        assert!(unmet.is_empty(), "{unmet:?} {:?}", pool.unmet);
        let found = found(&pool, &Limits::default());
        assert!(found.rings.iter().any(|ring| ring.people().count() > 1), "{:?}", found.rings);
        assert!(found.is_proven);
        let _: Vec<Ring> = found.rings;
    }
}

#[test]
fn the_first_step_of_the_personas_stays_theirs() {
    for now in MOMENTS {
        let company = company(now);
        let org = with_programs(&company, now);
        let clocks = Clocks { now, ahead: &|_, _| Span::hours(1) };
        for persona in PERSONAS {
            let steps = next_steps(&Reader::of(&org, &persona.person(), &clocks).unwrap(), &[]);
            let first = steps.first().unwrap();
            assert!(!first.id.as_str().contains(":swap:"), "{}: {}", persona.called, first.title);
            let has_swap = steps.iter().any(|step| step.id.as_str().contains(":swap:"));
            assert_eq!(has_swap, persona.id == "jonas-weidner", "{}", persona.called);
        }
    }
}
