//! What the demo promises of drills and of what plans have to know.

use super::tests::{MOMENTS, NOW, org};
use super::*;
use domain::clocks::Clocks;
use domain::drill;
use domain::id::SkillId;
use domain::next_step::next_steps;
use domain::reader::Reader;
use domain::skill::Criticality;
use domain::time::Span;

#[test]
fn drills_stand_in_every_stage_and_none_waits_for_a_persona() {
    for now in MOMENTS {
        let company = company(now);
        let org = org(&company, now);
        let count = |is: fn(&drill::Stage) -> bool| company.drills.iter().filter(|d| is(&d.stage)).count();
        assert_eq!(count(|stage| matches!(stage, drill::Stage::Proposed { .. })), 1);
        assert_eq!(count(|stage| matches!(stage, drill::Stage::Agreed)), 2);
        assert_eq!(count(|stage| matches!(stage, drill::Stage::Done { .. })), 3);
        assert_eq!(count(|stage| matches!(stage, drill::Stage::Declined { .. })), 1);
        assert_eq!(count(|stage| matches!(stage, drill::Stage::Expired)), 1);
        assert_eq!(count(|stage| matches!(stage, drill::Stage::Withdrawn)), 1);
        assert_eq!(count(|stage| matches!(stage, drill::Stage::Untold)), 1);
        let outcomes = || company.drills.iter().filter_map(drill::Drill::outcome);
        assert_eq!((outcomes().filter(|o| o.passed()).count(), outcomes().filter(|o| !o.agree).count()), (1, 1));
        let clocks = Clocks { now, ahead: &|_, _| Span::hours(1) };
        for persona in PERSONAS {
            let steps = next_steps(&Reader::of(&org, &persona.person(), &clocks).unwrap(), &[]);
            assert!(steps.iter().all(|step| !step.id.as_str().contains(":drill:")), "{}", persona.called);
        }
        let holder = |drill: &drill::Drill| {
            org.skill(&drill.skill).is_some_and(|skill| drill::does_it(&org, &drill.holder, skill))
        };
        assert!(company.drills.iter().all(holder), "whoever stands back does it");
        assert!(
            company.drills.iter().all(|drill| drill
                .clone()
                .expired(drill::When { now, today: Calendar::new(now).day_of(now) })
                .is_none())
        );
    }
}

#[test]
fn plans_find_dates_absences_a_last_day_and_what_comes_before() {
    let company = company(NOW);
    let dated = company.skills.iter().filter(|skill| skill.target.by.is_some()).count();
    let ordered: Vec<_> = company.skills.iter().filter(|skill| !skill.after.is_empty()).collect();
    assert_eq!((dated, ordered.len()), (3, 2));
    assert!(ordered.iter().all(|skill| skill.criticality == Criticality::Critical));
    let known = |id: &SkillId| company.skills.iter().any(|skill| skill.id == *id);
    assert!(ordered.iter().flat_map(|skill| &skill.after).all(known));
    assert_eq!(company.people.iter().filter(|person| !person.away.is_empty()).count(), 2);
    let leaving: Vec<_> = company.people.iter().filter(|person| person.leaves_on.is_some()).collect();
    let org = org(&company, NOW);
    let payroll = org.skill(&skills::id("payroll-run")).unwrap();
    let holders: Vec<_> = domain::coverage::holders(&org, payroll).collect();
    assert_eq!(leaving.iter().map(|person| &person.id).collect::<Vec<_>>(), holders, "who leaves is the only one");
}
