//! Drawing a plan anew: what is under way, declined, kept, reached or gone.

use super::tests::{amara, drawn_up, found, leila, moves, no, stands, started, trio};
use super::*;
use crate::cover_plan::{Go, Limits, Pick, Plan};
use crate::evidence::{Evidence, Source};
use crate::exchange::{Ask, Exchange, Move, Side};
use crate::fernhill::{NOW, evidence, fernhill, signed_in};
use crate::reader::tests::CLOCKS;
use crate::time::{Minutes, Span};
use std::collections::BTreeSet;

#[test]
fn what_is_declined_is_planned_around() {
    let (mut org, plan) = started();
    moves(&mut org, "r1", Side::Learner, no());
    moves(&mut org, "r2", Side::Teacher, no());
    assert_eq!(stands(&org, &plan, &amara()), Standing::LearnerDeclined);
    assert_eq!(stands(&org, &plan, &leila()), Standing::TeacherDeclined);
    let more = evidence("noor-halabi", "infusion-pumps", 4, Source::Manager);
    org.put_evidence(&more.person, &more.skill, std::slice::from_ref(&more), NOW);
    let wishes = wishes(&org, &plan, NOW);
    let from_noor = |learner| trio(learner, "noor-halabi", "infusion-pumps");
    assert!(wishes.never.contains(&amara()) && wishes.never.contains(&from_noor("amara-okafor")));
    assert!(wishes.never.contains(&leila()) && !wishes.never.contains(&from_noor("leila-haddou")));
    // Drawn up anew without them, the two are left out and no longer counted.
    let anew = drawn(&org, plan, (&Plan { is_proven: true, ..Plan::default() }, &[]), NOW.after(Span::hours(2)));
    assert_eq!((anew.steps.len(), anew.live_steps().count()), (2, 0));
}

#[test]
fn two_who_had_declined_and_ask_again_are_in_the_plan_again() {
    let (mut org, plan) = started();
    moves(&mut org, "r1", Side::Learner, no());
    let later = NOW.after(Span::hours(2));
    let around = drawn(&org, plan, (&Plan::default(), &[]), later);
    assert!(around.step(&amara()).unwrap().is_left_out);
    let first = org.exchange(&"r1".parse().unwrap()).unwrap().clone();
    let ask = Ask {
        teacher: first.teacher,
        skill: first.skill,
        message: first.message,
        minutes: first.minutes,
        starts_at: None,
    };
    org.put_exchange(Exchange::open("r3".parse().unwrap(), first.learner, ask, later).unwrap());
    assert!(wishes(&org, &around, later).under_way.contains_key(&amara()));
    let again = drawn(&org, around, (&found().0, &[]), later);
    assert!(!again.step(&amara()).unwrap().is_left_out);
}

#[test]
fn what_is_under_way_stays_with_the_time_that_it_still_takes() {
    let (mut org, plan) = started();
    moves(&mut org, "r1", Side::Learner, Move::Propose { starts_at: NOW.after(Span::days(1)) });
    // Ruled out too late: Leïla has been asked already, and answers first.
    let plan = plan.with_choice(leila(), Some(Verdict::Never));
    let wishes = wishes(&org, &plan, NOW);
    assert_eq!(wishes.under_way.get(&amara()), Some(&(960, 330)));
    let instance = question(&org, &plan, &wishes, &CLOCKS);
    let part = excerpt(&org, &plan);
    assert_eq!(question(&part, &plan, &super::wishes(&part, &plan, NOW), &CLOCKS), instance, "nothing else is read");
    let pick = |trio: Trio| Pick { learner: trio.learner, teacher: Some(trio.teacher), skill: trio.skill };
    assert_eq!(instance.pins, [pick(amara()), pick(leila())]);
    let rosalind = instance.people.iter().find(|person| person.id == amara().teacher).unwrap();
    assert!(rosalind.teaching.last().is_some_and(|hours| *hours >= 44), "room for both that are under way");
    let found = crate::cover_plan::solve(&instance, &Limits::default(), &mut |_| Go::On).unwrap();
    let pumps = found.lessons.iter().filter(|lesson| lesson.skill == amara().skill);
    assert_eq!(
        pumps.map(|lesson| (lesson.learner.as_str(), lesson.learning)).collect::<Vec<_>>(),
        [("amara-okafor", 64), ("leila-haddou", 64)]
    );
}

#[test]
fn a_learner_who_said_yes_to_more_than_a_plan_gives_one_person_goes_on_with_all_of_it() {
    let (org, plan) = started();
    let more =
        [("noor-halabi", "backup-restore"), ("jonas-weidner", "palliative-talks"), ("sol-lindqvist", "infusion-pumps")];
    let skills = plan.scope.skills(&org).map(|skill| skill.id.clone()).collect::<Vec<_>>();
    let under_way: Vec<Trio> = more.map(|(teacher, skill)| trio("amara-okafor", teacher, skill)).into();
    assert!(under_way.iter().all(|trio| skills.contains(&trio.skill)), "{skills:?}");
    let all =
        Wishes { under_way: under_way.iter().map(|trio| (trio.clone(), (960, 330))).collect(), ..Wishes::default() };
    let instance = question(&org, &plan, &all, &CLOCKS);
    assert_eq!(instance.pins.len(), 2);
    let beside = under_way.iter().find(|trio| instance.pins.iter().all(|pin| pin.skill != trio.skill)).unwrap();
    let seats = |instance: &crate::cover_plan::Instance| {
        instance.skills.iter().find(|need| need.id == beside.skill).map(|need| need.seats)
    };
    let usual = question(&org, &plan, &Wishes::default(), &CLOCKS);
    assert_eq!(seats(&instance), seats(&usual).map(|seats| seats - 1), "one person fewer to find");
    crate::cover_plan::solve(&instance, &Limits::default(), &mut |_| Go::On).unwrap();
}

#[test]
fn drawing_anew_changes_no_more_than_it_has_to() {
    let org = fernhill();
    let talks = "palliative-talks".parse().unwrap();
    let taught = |plan: &CoverPlan| {
        let instance = question(&org, plan, &Wishes::default(), &CLOCKS);
        let found = crate::cover_plan::solve(&instance, &Limits::default(), &mut |_| Go::On).unwrap();
        let of_talks = found.lessons.into_iter().find(|lesson| lesson.skill == talks).unwrap();
        (of_talks.learner, of_talks.learning)
    };
    let plan = CoverPlan { steps: Vec::new(), ..drawn_up(&org) };
    let (first, hours) = taught(&plan);
    // Others who start from nothing would do as well; whoever is in the plan stays in it.
    let other = ["ines-carvalho", "priya-raman"]
        .map(|id| crate::id::PersonId::parse(id).unwrap())
        .into_iter()
        .find(|id| *id != first);
    let learner = other.unwrap();
    let trio = Trio { learner: learner.clone(), teacher: "amara-okafor".parse().unwrap(), skill: talks.clone() };
    let step = Step { trio, ..drawn_up(&org).steps[0].clone() };
    assert_eq!(taught(&CoverPlan { steps: vec![step], ..plan }), (learner, hours));
}

#[test]
fn whoever_leaves_takes_their_steps_out() {
    let (mut org, plan) = started();
    let mut rosalind = org.person(&amara().teacher).unwrap().clone();
    rosalind.left_at = Some(NOW);
    org.put_person(rosalind);
    assert_eq!(stands(&org, &plan, &amara()), Standing::Void);
    assert!(wishes(&org, &plan, NOW).under_way.is_empty());
    let page = cover_plan_page(&org, &signed_in("ines-carvalho"), (Some(&plan), Scope::default()), &CLOCKS).unwrap();
    assert_eq!(page.plan.unwrap().fallen, 2);
}

#[test]
fn what_is_kept_and_reached_stands_in_no_plan_s_way() {
    let mut org = fernhill();
    let plan = CoverPlan { steps: Vec::new(), ..drawn_up(&org) }
        .with_choice(amara(), Some(Verdict::Keep))
        .with_choice(leila(), Some(Verdict::Keep));
    let shown = evidence("amara-okafor", "infusion-pumps", 4, Source::Manager);
    org.put_evidence(
        &amara().learner,
        &amara().skill,
        &[shown.clone(), Evidence { source: Source::Drill, ..shown }],
        NOW,
    );
    assert_eq!(wishes(&org, &plan, NOW).keep, BTreeSet::from([leila()]));
}

/// Fernhill where restoring backups builds on wound care, which needs nobody, and Jonas is kept learning both.
fn built_on_wound_care() -> (Org, CoverPlan) {
    let mut org = fernhill();
    let mut backup = org.skill(&"backup-restore".parse().unwrap()).unwrap().clone();
    backup.after = vec!["wound-care".parse().unwrap()];
    org.put_skill(backup);
    for who in ["jonas-weidner", "amara-okafor"] {
        let person = org.person(&who.parse().unwrap()).unwrap().clone();
        org.put_person(crate::person::Person { learning: Minutes(2_000), teaching: Minutes(1_000), ..person });
    }
    let kept = trio("jonas-weidner", "noor-halabi", "backup-restore");
    let plan = CoverPlan { steps: Vec::new(), ..drawn_up(&org) }.with_choice(kept, Some(Verdict::Keep));
    (org, plan)
}

fn anew(org: &Org, plan: &CoverPlan) -> CoverPlan {
    let instance = question(org, plan, &wishes(org, plan, NOW), &CLOCKS);
    let part = excerpt(org, plan);
    assert_eq!(question(&part, plan, &wishes(&part, plan, NOW), &CLOCKS), instance, "nothing else is read");
    let found = crate::cover_plan::solve(&instance, &Limits::default(), &mut |_| Go::On).unwrap();
    drawn(org, plan.clone(), (&found, &[]), NOW)
}

#[test]
fn what_comes_first_is_a_step_that_fills_no_seat() {
    let (mut org, plan) = built_on_wound_care();
    let plan = anew(&org, &plan);
    let first = plan.steps.iter().find(|step| step.first_for.is_some()).unwrap().clone();
    assert_eq!((first.trio.learner.as_str(), first.trio.skill.as_str()), ("jonas-weidner", "wound-care"));
    assert_eq!((first.about().as_str(), first.learning), ("backup-restore", 300));
    let lines = |org: &Org| {
        let priya = signed_in("priya-raman");
        cover_plan_page(org, &priya, (Some(&plan), Scope::default()), &CLOCKS).unwrap().plan.unwrap().steps
    };
    let all = lines(&org);
    let at = all.iter().position(|line| line.first_for.is_some()).unwrap();
    assert_eq!((all[at].before, &all[at + 1].learner), (all[at].after, &all[at].learner));
    assert!(all[at].why.contains("needs it for Backup restore"), "{}", all[at].why);
    // The request says what it is for, and with help is enough.
    let chosen = BTreeSet::from([first.trio.clone()]);
    let (_, made) = requests(&org, (&plan, &chosen), || "r1".parse(), NOW).unwrap();
    assert!(made[0].message.as_str().starts_with("Backup restore builds on Wound care,"), "{:?}", made[0].message);
    let shown = [Source::Manager, Source::Drill].map(|source| evidence("jonas-weidner", "wound-care", 2, source));
    org.put_evidence(&first.trio.learner, &first.trio.skill, &shown, NOW);
    assert_eq!(stands(&org, &plan, &first.trio), Standing::Reached);
    let after = anew(&org, &plan);
    assert!(after.steps.iter().all(|step| step.first_for.is_none()), "{:?}", after.steps);
}

#[test]
fn what_comes_first_and_is_under_way_is_built_on() {
    let (mut org, plan) = built_on_wound_care();
    let plan = anew(&org, &plan);
    let first = plan.steps.iter().find(|step| step.first_for.is_some()).unwrap().trio.clone();
    let (plan, made) = requests(&org, (&plan, &BTreeSet::from([first.clone()])), || "r1".parse(), NOW).unwrap();
    made.into_iter().for_each(|exchange| org.put_exchange(exchange));
    let after = anew(&org, &plan);
    let step = after.step(&first).unwrap();
    assert_eq!(step.exchange, Some("r1".parse().unwrap()));
    assert!(!step.is_left_out && step.first_for.is_some());
    assert!(after.live_steps().any(|step| step.trio.skill.as_str() == "backup-restore"));
}
