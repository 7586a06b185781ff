//! What becomes of a plan when somebody leaves, a skill goes, or two people come to a standstill; and who reads why.

use super::tests::{amara, drawn_up, moves, stands, started};
use super::*;
use crate::actor::Actor;
use crate::clocks::Clocks;
use crate::cover_plan::{Go, Limits, Plan};
use crate::exchange::{Move, Outcome, Side};
use crate::fernhill::{NOW, fernhill, signed_in};
use crate::reader::tests::CLOCKS;
use crate::text::Prose;
use crate::time::Span;

/// Fernhill once `who` has said that they leave in so many days.
fn leaves(mut org: Org, who: &PersonId, days: i64) -> Org {
    let mut person = org.person(who).unwrap().clone();
    person.leaves_on = Some(Day::utc(NOW).plus(days));
    org.put_person(person);
    org
}

/// A manager of another team, who may not know who leaves here.
fn elsewhere() -> Actor {
    let mut priya = signed_in("priya-raman");
    if let Actor::Person(member) = &mut priya {
        member.team = Some("digital".parse().unwrap());
    }
    priya
}

fn page(org: &Org, reader: &Actor, plan: &CoverPlan) -> CoverPlanPage {
    cover_plan_page(org, reader, (Some(plan), Scope::default()), &CLOCKS).unwrap()
}

fn cover(page: &CoverPlanPage, skill: &SkillId) -> Option<(u32, u32)> {
    page.targets.iter().find(|line| line.skill.id == *skill).map(|line| (line.cover.have, line.cover.target))
}

#[test]
fn whoever_has_announced_to_leave_before_it_is_due_falls_out() {
    let (org, plan) = started();
    let by = plan.step(&amara()).unwrap().by.0 - Day::utc(NOW).0;
    for (days, expected) in [(by, Standing::Leaves), (by + 1, Standing::LearnerAsked)] {
        let org = leaves(org.clone(), &amara().learner, days);
        assert_eq!(stands(&org, &plan, &amara()), expected, "{days}");
    }
    let plan = plan.with_choice(amara(), Some(Verdict::Keep));
    let org = leaves(org, &amara().learner, 20);
    let wishes = wishes(&org, &plan, NOW);
    assert!(!wishes.under_way.contains_key(&amara()) && !wishes.keep.contains(&amara()));
    let view = page(&org, &signed_in("ines-carvalho"), &plan).plan.unwrap();
    assert_eq!((view.fallen, view.fell.as_str()), (1, "One step fell through. Amara leaves before it is due."));
}

#[test]
fn a_teacher_may_teach_until_their_last_day() {
    let (org, plan) = started();
    assert_eq!(stands(&leaves(org.clone(), &amara().teacher, 20), &plan, &amara()), Standing::LearnerAsked);
    assert_eq!(stands(&leaves(org, &amara().teacher, 0), &plan, &amara()), Standing::Leaves);
}

#[test]
fn who_leaves_is_read_by_those_who_may_know_it_alone() {
    let (org, plan) = started();
    let org = leaves(org, &amara().learner, 20);
    let words = |reader: &Actor| {
        let view = page(&org, reader, &plan).plan.unwrap();
        let step = view.steps.into_iter().find(|step| step.learner.id == amara().learner).unwrap();
        (step.standing, step.words, view.fell)
    };
    assert_eq!(words(&signed_in("priya-raman")).0, Standing::Leaves, "Priya leads Amara");
    let (standing, chip, fell) = words(&elsewhere());
    assert_eq!((standing, chip.as_str()), (Standing::Void, "no longer possible"));
    assert_eq!(fell, "One step fell through. Amara cannot learn Infusion pumps from Rosalind any more.");
}

#[test]
fn the_cover_stands_as_on_the_board_for_those_who_may_not_know_who_leaves() {
    let pumps = amara().skill;
    let org = leaves(fernhill(), &amara().teacher, 20);
    let mut plan = drawn_up(&org);
    assert_eq!(cover(&page(&org, &signed_in("ines-carvalho"), &plan), &pumps), Some((0, 3)));
    assert_eq!(cover(&page(&org, &signed_in("priya-raman"), &plan), &pumps), Some((0, 3)), "she leads Rosalind");
    assert_eq!(cover(&page(&org, &elsewhere(), &plan), &pumps), Some((1, 3)));
    let held = crate::cover_plan::Held {
        skill: pumps.clone(),
        seats: 1,
        because: crate::cover_plan::Because::NoLesson(crate::cover_plan::Dropped::Leaves),
        relax: None,
        cost_then: None,
    };
    plan = drawn(&org, plan, (&Plan::default(), &[held]), NOW);
    let because = |reader: &Actor| page(&org, reader, &plan).plan.unwrap().gaps[0].because.clone();
    assert!(because(&signed_in("ines-carvalho")).contains("leaves before it is due"));
    assert!(!because(&elsewhere()).contains("leaves"), "{}", because(&elsewhere()));
}

/// The organisation once an import that brought `gone` was undone.
fn without(org: &Org, gone: &SkillId) -> Org {
    let mut left = Org::default();
    org.people().for_each(|person| left.put_person(person.clone()));
    org.areas().for_each(|area| left.put_area(area.clone()));
    org.skills().filter(|skill| skill.id != *gone).for_each(|skill| left.put_skill(skill.clone()));
    org.exchanges().for_each(|exchange| left.put_exchange(exchange.clone()));
    left
}

#[test]
fn a_plan_says_which_skill_is_gone_and_who_has_left() {
    let (org, plan) = started();
    let org = without(&org, &amara().skill);
    let view = page(&org, &signed_in("ines-carvalho"), &plan).plan.unwrap();
    assert_eq!((view.fallen, view.steps[0].words.as_str()), (2, "the skill is gone"));
    assert_eq!(view.fell, "Two steps fell through. The skill “infusion-pumps” is gone.");
    let (mut org, plan) = started();
    let mut rosalind = org.person(&amara().teacher).unwrap().clone();
    rosalind.left_at = Some(NOW);
    org.put_person(rosalind);
    let view = page(&org, &signed_in("ines-carvalho"), &plan).plan.unwrap();
    assert_eq!(
        (view.steps[0].words.as_str(), view.fell.as_str()),
        ("Rosalind has left", "Two steps fell through. Rosalind has left.")
    );
}

/// Both steps started, and Amara has met Rosalind once, in `minutes`.
fn met_once(minutes: u16) -> (Org, CoverPlan) {
    let (mut org, plan) = started();
    let starts_at = NOW.after(Span::days(1));
    let id = "r1".parse().unwrap();
    let met = || Move::Confirm { outcome: Outcome::Met, words: Prose::default() };
    let mut exchange = org.exchange(&id).unwrap().clone();
    exchange.minutes = crate::time::Minutes(minutes);
    org.put_exchange(exchange);
    moves(&mut org, "r1", Side::Learner, Move::Propose { starts_at });
    moves(&mut org, "r1", Side::Teacher, Move::Accept);
    for side in [Side::Learner, Side::Teacher] {
        let exchange = org.exchange(&id).unwrap().clone();
        org.put_exchange(exchange.moved(side, met(), NOW.after(Span::days(3))).unwrap());
    }
    (org, plan)
}

#[test]
fn two_who_have_come_to_a_standstill_can_be_told_to_stop() {
    let (org, plan) = met_once(60);
    let at = |days| standing(&org, plan.step(&amara()).unwrap(), NOW.after(Span::days(days)));
    assert_eq!([at(4), at(30), at(32)], [Standing::Met, Standing::Met, Standing::Stalled]);
    let later = NOW.after(Span::days(32));
    assert!(wishes(&org, &plan, later).under_way.contains_key(&amara()), "until somebody says so, they go on");
    let plan = plan.with_choice(amara(), Some(Verdict::Never));
    let wished = wishes(&org, &plan, later);
    assert!(!wished.under_way.contains_key(&amara()) && wished.never.contains(&amara()));
    let instance = question(&org, &plan, &wished, &CLOCKS);
    let found = crate::cover_plan::solve(&instance, &Limits::default(), &mut |_| Go::On).unwrap();
    let anew = drawn(&org, plan, (&found, &[]), later);
    assert!(anew.step(&amara()).unwrap().is_left_out);
}

#[test]
fn two_who_met_and_are_past_the_date_have_come_to_a_standstill() {
    let (org, plan) = met_once(60);
    let step = Step { by: Day::utc(NOW).plus(4), ..plan.step(&amara()).unwrap().clone() };
    let at = |days| standing(&org, &step, NOW.after(Span::days(days)));
    assert_eq!([at(4), at(5)], [Standing::Met, Standing::Stalled]);
}

#[test]
fn once_all_hours_are_met_a_word_is_still_missing() {
    let (org, plan) = met_once(960);
    let view = |days| {
        let clocks = Clocks { now: NOW.after(Span::days(days)), ..CLOCKS };
        let page = cover_plan_page(&org, &signed_in("ines-carvalho"), (Some(&plan), Scope::default()), &clocks);
        let steps = page.unwrap().plan.unwrap().steps;
        let step = steps.into_iter().find(|step| step.learner.id == amara().learner).unwrap();
        (step.lacks_word, step.words)
    };
    assert_eq!(view(4), (true, "all hours met".to_owned()));
    assert_eq!(view(40), (true, "all hours met".to_owned()));
}
