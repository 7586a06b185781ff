//! A plan for Fernhill: infusion pumps hang on Rosalind, palliative talks on Amara. Drawing it anew is in `redraw_tests`.

use super::*;
use crate::cover_plan::{Because, Dropped, Fault, Held, Lesson, Pick, Plan};
use crate::evidence::{Level, Source};
use crate::exchange::{Exchange, Move, Side};
use crate::fernhill::{NOW, evidence, fernhill, signed_in};
use crate::id::ExchangeId;
use crate::reader::tests::CLOCKS;
use crate::rejection::Rejection;
use crate::text::Prose;
use crate::time::Span;
use std::collections::BTreeSet;

pub(super) fn trio(learner: &str, teacher: &str, skill: &str) -> Trio {
    Trio { learner: learner.parse().unwrap(), teacher: teacher.parse().unwrap(), skill: skill.parse().unwrap() }
}

pub(super) fn amara() -> Trio {
    trio("amara-okafor", "rosalind-achterberg", "infusion-pumps")
}

pub(super) fn leila() -> Trio {
    trio("leila-haddou", "rosalind-achterberg", "infusion-pumps")
}

fn lesson(trio: &Trio) -> Lesson {
    Lesson {
        skill: trio.skill.clone(),
        learner: trio.learner.clone(),
        teacher: Some(trio.teacher.clone()),
        learning: 64,
        teaching: 22,
        cost: 860,
        overlap: Some(12),
        after: None,
        from: Level::WITH_HELP,
        is_wanted: false,
        earliest: None,
        to: None,
    }
}

/// What the engine would say: Amara and Leïla learn infusion pumps, and nobody palliative talks.
pub(super) fn found() -> (Plan, Vec<Held>) {
    let lessons = vec![lesson(&amara()), lesson(&leila())];
    let skill = "palliative-talks".parse().unwrap();
    let held =
        Held { skill, seats: 1, because: Because::NoLesson(Dropped::LearnerHours), relax: None, cost_then: None };
    (Plan { lessons, cost: 14_520, bound: 14_520, is_proven: true, ..Plan::default() }, vec![held])
}

pub(super) fn drawn_up(org: &Org) -> CoverPlan {
    let (found, held) = found();
    let plan = CoverPlan {
        id: "p1".parse().unwrap(),
        by: Some("ines-carvalho".parse().unwrap()),
        drawn_at: NOW,
        scope: Scope::default(),
        assumptions: Assumptions::default(),
        choices: Vec::new(),
        steps: Vec::new(),
        gaps: Vec::new(),
        worth: Worth::default(),
        closed_at: None,
    };
    drawn(org, plan, (&found, &held), NOW)
}

/// Starts `chosen`; the requests have the ids r1, r2 …
fn start(org: &Org, plan: &CoverPlan, chosen: &[Trio]) -> Result<(CoverPlan, Vec<Exchange>), Rejection> {
    let mut number = 0;
    let id = || {
        number += 1;
        ExchangeId::parse(&format!("r{number}"))
    };
    requests(org, (plan, &chosen.iter().cloned().collect::<BTreeSet<_>>()), id, NOW)
}

/// Fernhill once both steps are started.
pub(super) fn started() -> (Org, CoverPlan) {
    let mut org = fernhill();
    let (plan, made) = start(&org, &drawn_up(&org), &[amara(), leila()]).unwrap();
    made.into_iter().for_each(|exchange| org.put_exchange(exchange));
    (org, plan)
}

pub(super) fn moves(org: &mut Org, id: &str, side: Side, step: Move) {
    let exchange = org.exchange(&id.parse().unwrap()).unwrap().clone();
    org.put_exchange(exchange.moved(side, step, NOW.after(Span::hours(1))).unwrap());
}

pub(super) fn no() -> Move {
    Move::Decline { reason: Prose::parse("reason", "I am away until spring.").unwrap() }
}

pub(super) fn stands(org: &Org, plan: &CoverPlan, trio: &Trio) -> Standing {
    standing(org, plan.step(trio).unwrap(), NOW.after(Span::hours(2)))
}

#[test]
fn a_step_says_what_it_does_for_the_cover() {
    let org = fernhill();
    let plan = drawn_up(&org);
    let page = cover_plan_page(&org, &signed_in("priya-raman"), (Some(&plan), Scope::default()), &CLOCKS).unwrap();
    let view = page.plan.unwrap();
    let cover: Vec<(u32, u32, u32)> = view.steps.iter().map(|step| (step.before, step.after, step.target)).collect();
    assert_eq!(cover, [(1, 2, 3), (2, 3, 3)]);
    assert_eq!((view.to_start, view.fallen), (2, 0));
    assert!(view.takeaway.starts_with("Two steps and 43.0 hours bring one of "), "{}", view.takeaway);
    assert!(view.takeaway.ends_with("seats stay empty.") || view.takeaway.ends_with("seat stays empty."));
    assert_eq!(view.proof, "Proven: no plan does it with less work.");
    assert_eq!(view.gaps[0].because, "Nobody who could learn it has enough hours to learn until it is due.");
    assert_eq!(view.load, "43.0 hours for three people, 16.0 at most for one");
    assert!(!page.may_change, "managers read");
    let asked = |who| cover_plan_page(&org, &signed_in(who), (Some(&plan), Scope::default()), &CLOCKS);
    assert!(asked("ines-carvalho").unwrap().may_change, "program admins change");
    assert!(matches!(asked("jonas-weidner"), Err(Rejection::Forbidden(_))), "who teaches whom is not for everybody");
}

#[test]
fn starting_asks_the_learner_first_and_goes_on_with_an_open_request() {
    let mut org = fernhill();
    let plan = drawn_up(&org);
    let (after, made) = start(&org, &plan, &[amara()]).unwrap();
    assert_eq!(made.len(), 1);
    assert!(made[0].is_suggestion());
    assert_eq!(made[0].plan, Some(plan.id.clone()));
    assert!(made[0].message.as_str().starts_with("Infusion pumps hangs on one person today."), "{}", made[0].message);
    org.put_exchange(made[0].clone());
    assert_eq!(stands(&org, &after, &amara()), Standing::LearnerAsked);
    assert_eq!(stands(&org, &after, &leila()), Standing::Proposed);
    // The plan as it was before: the same request is found again and no second one is made.
    let (again, made) = start(&org, &plan, &[amara(), leila()]).unwrap();
    assert_eq!(made.len(), 1);
    assert_eq!(again.step(&amara()).unwrap().exchange, after.step(&amara()).unwrap().exchange);
}

#[test]
fn nothing_is_started_that_is_not_in_the_plan() {
    let org = fernhill();
    let plan = drawn_up(&org);
    assert!(matches!(start(&org, &plan, &[]), Err(Rejection::Invalid { .. })));
    let other = trio("jonas-weidner", "rosalind-achterberg", "infusion-pumps");
    assert!(matches!(start(&org, &plan, &[amara(), other]), Err(Rejection::Stale(_))));
}

#[test]
fn whoever_reaches_the_target_is_counted_once() {
    let (mut org, plan) = started();
    for _ in 0..2 {
        let shown = evidence("amara-okafor", "infusion-pumps", 4, Source::Manager);
        let drilled = evidence("amara-okafor", "infusion-pumps", 4, Source::Drill);
        org.put_evidence(&amara().learner, &amara().skill, &[shown, drilled], NOW);
    }
    assert_eq!(stands(&org, &plan, &amara()), Standing::Reached);
    let page = cover_plan_page(&org, &signed_in("ines-carvalho"), (Some(&plan), Scope::default()), &CLOCKS).unwrap();
    let steps = page.plan.unwrap().steps;
    let leilas = steps.iter().find(|step| step.learner.id == leila().learner).unwrap();
    assert_eq!((leilas.before, leilas.after), (2, 3));
}

#[test]
fn a_plan_whose_skills_all_reach_their_targets_says_so() {
    let mut org = fernhill();
    let plan = drawn_up(&org);
    let skills: Vec<_> = org.skills().cloned().collect();
    for mut skill in skills {
        skill.target.people = 0;
        org.put_skill(skill);
    }
    let page = cover_plan_page(&org, &signed_in("priya-raman"), (Some(&plan), Scope::default()), &CLOCKS).unwrap();
    assert_eq!(page.lead, "Every skill here has as many people as it should. There is nothing to plan.");
}

#[test]
fn a_target_says_by_when_plans_reach_it() {
    let mut org = fernhill();
    let mut pumps = org.skill(&amara().skill).unwrap().clone();
    let mut by = |date: Option<Day>| {
        pumps.target.by = date;
        org.put_skill(pumps.clone());
        let page = cover_plan_page(&org, &signed_in("priya-raman"), (None, Scope::default()), &CLOCKS).unwrap();
        page.targets.into_iter().find(|line| line.skill.id == amara().skill).unwrap().by
    };
    let today = Day::utc(NOW);
    assert_eq!(by(None), "17 February, as no date is set");
    assert_eq!(by(Some(today.plus(1))), "20 November");
    assert_eq!(by(Some(today)), "17 February, as its date has passed");
}

#[test]
fn decisions_that_contradict_each_other_are_named() {
    let org = fernhill();
    let pick = Pick { learner: amara().learner, teacher: Some(amara().teacher), skill: amara().skill };
    let Rejection::Conflict(words) = refused(&org, &[Fault::PinForbidden(pick)]) else { panic!() };
    assert!(words.starts_with("You both keep and rule out that Amara learns Infusion pumps from Rosalind."), "{words}");
}

#[test]
fn forms_are_read_or_refused() {
    let form = |skills: &str, area: &str| {
        DrawForm { skills: skills.into(), area: area.into(), ..DrawForm::default() }.parsed()
    };
    assert_eq!(form("all", "").unwrap(), Scope { all: true, area: None });
    assert!(form("some", "").is_err() && form("all", "No area!").is_err());
    let hours = |hours: &[&str], mentees: &str| {
        let hours = hours.iter().map(|text| (*text).to_owned()).collect();
        DrawForm { hours, mentees: mentees.into(), ..DrawForm::default() }.assumptions()
    };
    let usual = Assumptions::default();
    assert_eq!(hours(&["", "7"], "").unwrap(), Assumptions { hours: [2, 7, 4, 6], ..usual });
    assert!(hours(&["0"], "").is_err() && hours(&["many"], "").is_err() && hours(&[], "21").is_err());
    let weeks = |weeks: &[&str]| {
        let weeks = weeks.iter().map(|text| (*text).to_owned()).collect();
        DrawForm { weeks, ..DrawForm::default() }.assumptions()
    };
    assert_eq!(weeks(&["0", "", "52"]).unwrap(), Assumptions { weeks: [0, 2, 52, 4], ..usual });
    assert!(weeks(&["53"]).is_err() && weeks(&["-1"]).is_err());
    let old: Assumptions = serde_json::from_str(r#"{"hours":[1,2,3,4],"mentees":5}"#).unwrap();
    assert_eq!(old, Assumptions { hours: [1, 2, 3, 4], mentees: 5, ..usual }, "drawn up before weeks were said");
    assert_eq!(usual.terms().weeks, crate::cover_plan::Terms::default().weeks);
    let key = StepKey::from(&amara());
    assert_eq!(key.parsed().unwrap(), amara());
    for wrong in ["", "a:b", "a:b:c:d", "A:b:c"] {
        assert!(StepKey(wrong.into()).parsed().is_err(), "{wrong}");
    }
    let choice = |verdict: &str| ChoiceForm { step: key.clone(), verdict: verdict.into() }.parsed();
    assert_eq!(choice("keep").unwrap().1, Some(Verdict::Keep));
    assert_eq!(choice("open").unwrap().1, None);
    assert!(choice("maybe").is_err());
}
