//! What the organisation of the tests leads to.

use super::*;

use crate::clocks::tests::ahead;
use crate::cover_plan::{Fault, Go, Limits, Plan, solve};
use crate::fernhill::{NOW, fernhill};
use crate::person::Away;
use crate::time::Minutes;

const CLOCKS: Clocks<'static> = Clocks { now: NOW, ahead: &ahead };

fn asked(org: &Org, choices: &Choices) -> Instance {
    let terms = Terms::default();
    instance(org, Question { terms: &terms, choices, skills: &[] }, &CLOCKS)
}

/// Fernhill, where everybody has a day a week to learn and half of one to teach.
fn roomy() -> Org {
    let mut org = fernhill();
    let people: Vec<Person> = org.all_people().cloned().collect();
    for mut person in people {
        (person.learning, person.teaching) = (Minutes(2_000), Minutes(1_000));
        org.put_person(person);
    }
    org
}

fn solved(instance: &Instance) -> Result<Plan, Vec<Fault>> {
    solve(instance, &Limits { work: 3_000_000 }, &mut |_| Go::On)
}

fn change(org: &mut Org, id: &str, change: impl FnOnce(&mut Person)) {
    let mut person = org.person(&id.parse().unwrap()).unwrap().clone();
    change(&mut person);
    org.put_person(person);
}

fn pairs<'a>(instance: &'a Instance, skill: &str) -> Vec<(&'a str, &'a str)> {
    let of = instance.lessons.iter().filter(|lesson| lesson.skill.as_str() == skill);
    of.map(|lesson| (lesson.learner.as_str(), lesson.teacher.as_ref().map_or("", |teacher| teacher.as_str()))).collect()
}

fn sieve(instance: &Instance, skill: &str) -> Option<Dropped> {
    let need = instance.skills.iter().find(|need| need.id.as_str() == skill)?;
    need.sieves.iter().find(|sieve| sieve.left == 0).map(|sieve| sieve.filter)
}

#[test]
fn skills_below_their_target_are_planned_and_others_not() {
    let instance = asked(&roomy(), &Choices::default());
    let needs: Vec<(&str, u32)> = instance.skills.iter().map(|need| (need.id.as_str(), need.seats)).collect();
    assert_eq!(needs, [("backup-restore", 1), ("infusion-pumps", 2), ("palliative-talks", 1)]);
    assert!(pairs(&instance, "infusion-pumps").contains(&("amara-okafor", "rosalind-achterberg")));
    assert!(instance.lessons.iter().all(|lesson| lesson.learner.as_str() != "dag-ek"), "Dag has left");
}

#[test]
fn a_lesson_takes_the_steps_that_are_missing_and_costs_less_where_it_is_wanted() {
    let instance = asked(&roomy(), &Choices::default());
    let lesson = |learner: &str, skill: &str| {
        let is_it = |lesson: &&Lesson| lesson.learner.as_str() == learner && lesson.skill.as_str() == skill;
        instance.lessons.iter().find(is_it).unwrap()
    };
    let amara = lesson("amara-okafor", "infusion-pumps");
    assert_eq!((amara.learning, amara.teaching, amara.is_wanted, amara.cost), (96, 32, true, 128 * 8));
    let leila = lesson("leila-haddou", "infusion-pumps");
    assert_eq!((leila.learning, leila.is_wanted), (48 + 64 + 96, false));
}

#[test]
fn a_plan_for_fernhill_is_proven() {
    let plan = solved(&asked(&roomy(), &Choices::default())).unwrap();
    assert!(plan.is_proven);
    assert_eq!(plan.empty_seats(), 0, "{:#?}", plan.lessons);
    assert!(plan.lessons.iter().any(|lesson| lesson.learner.as_str() == "amara-okafor" && lesson.is_wanted));
}

#[test]
fn who_leaves_before_the_date_neither_learns_nor_counts() {
    let mut org = roomy();
    change(&mut org, "rosalind-achterberg", |person| person.leaves_on = Some(CLOCKS.today(&Zone::utc()).plus(60)));
    change(&mut org, "amara-okafor", |person| person.leaves_on = Some(CLOCKS.today(&Zone::utc()).plus(60)));
    let instance = asked(&org, &Choices::default());
    let seats = |id: &str| instance.skills.iter().find(|need| need.id.as_str() == id).map(|need| need.seats);
    assert_eq!((seats("infusion-pumps"), seats("wound-care")), (Some(3), Some(1)));
    assert!(pairs(&instance, "infusion-pumps").iter().all(|(learner, _)| *learner != "amara-okafor"));
    assert!(pairs(&instance, "infusion-pumps").iter().any(|(_, teacher)| *teacher == "rosalind-achterberg"));
}

#[test]
fn days_away_leave_fewer_hours() {
    let mut org = roomy();
    let before = asked(&org, &Choices::default());
    let today = CLOCKS.today(&Zone::utc());
    change(&mut org, "amara-okafor", |person| person.away = vec![Away { from: today.plus(1), until: today.plus(40) }]);
    let after = asked(&org, &Choices::default());
    let hours = |instance: &Instance| {
        instance.people.iter().find(|person| person.id.as_str() == "amara-okafor").unwrap().learning[0]
    };
    assert!(hours(&after) < hours(&before) * 2 / 3, "{} {}", hours(&after), hours(&before));
}

#[test]
fn the_filter_that_removes_the_last_lesson_is_named() {
    let nobody = asked(&fernhill(), &Choices::default());
    assert_eq!(sieve(&nobody, "infusion-pumps"), Some(Dropped::LearnerHours));
    let mut org = roomy();
    change(&mut org, "rosalind-achterberg", |person| person.left_at = Some(NOW));
    assert_eq!(sieve(&asked(&org, &Choices::default()), "infusion-pumps"), Some(Dropped::NoTeacher));
    let mut org = roomy();
    change(&mut org, "noor-halabi", |person| person.teaching = Minutes(1));
    assert_eq!(sieve(&asked(&org, &Choices::default()), "backup-restore"), Some(Dropped::TeacherHours));
}

/// The organisation with infusion pumps due in so many days.
fn due_in(days: i64) -> Org {
    let mut org = roomy();
    let mut pumps = org.skill(&"infusion-pumps".parse().unwrap()).unwrap().clone();
    pumps.target.by = Some(CLOCKS.today(&Zone::utc()).plus(days));
    org.put_skill(pumps);
    org
}

#[test]
fn a_step_takes_weeks_however_many_hours_there_are() {
    let learners = |days| -> BTreeSet<String> {
        let instance = asked(&due_in(days), &Choices::default());
        let plan = solved(&instance).unwrap();
        let pumps = plan.lessons.iter().filter(|lesson| lesson.skill.as_str() == "infusion-pumps");
        pumps.map(|lesson| lesson.learner.to_string()).collect()
    };
    // Amara has one step to take, Leïla three.
    let both = BTreeSet::from(["amara-okafor".to_owned(), "leila-haddou".to_owned()]);
    assert_eq!(learners(9 * 7), both);
    assert_eq!(learners(9 * 7 - 1).len(), 1, "Leïla's steps take nine weeks");
    assert_eq!(learners(4 * 7), BTreeSet::from(["amara-okafor".to_owned()]));
    assert!(learners(4 * 7 - 1).is_empty());
}

#[test]
fn when_nobody_has_the_weeks_it_is_said_how_many_are_missing() {
    let short = asked(&due_in(10), &Choices::default());
    assert_eq!(sieve(&short, "infusion-pumps"), Some(Dropped::Weeks));
    let held = crate::cover_plan::reasons(&short, &solved(&short).unwrap());
    let pumps = held.iter().find(|held| held.skill.as_str() == "infusion-pumps").unwrap();
    assert_eq!(pumps.because, crate::cover_plan::Because::NoLesson(Dropped::Weeks));
    // Four weeks of teaching and ten days: 18 more, in whole weeks.
    assert_eq!(pumps.relax, Some(crate::cover_plan::Relax::Later { days: 21 }));
    let later = solved(&asked(&due_in(31), &Choices::default())).unwrap();
    assert!(later.lessons.iter().any(|lesson| lesson.skill.as_str() == "infusion-pumps"));
}

#[test]
fn without_weeks_only_hours_count() {
    let (org, choices) = (due_in(27), Choices::default());
    let terms = Terms { weeks: [0; 4], ..Terms::default() };
    let free = instance(&org, Question { terms: &terms, choices: &choices, skills: &[] }, &CLOCKS);
    assert_ne!(sieve(&free, "infusion-pumps"), Some(Dropped::Weeks));
    assert!(free.lessons.iter().all(|lesson| lesson.earliest.is_none()));
}

/// The organisation where restoring backups builds on these skills.
fn backups_build_on(firsts: &[&str]) -> Org {
    let mut org = roomy();
    let mut backup = org.skill(&"backup-restore".parse().unwrap()).unwrap().clone();
    backup.after = firsts.iter().map(|first| first.parse().unwrap()).collect();
    org.put_skill(backup);
    org
}

#[test]
fn what_a_skill_builds_on_is_learned_first_also_where_it_needs_nobody() {
    let mut org = backups_build_on(&["wound-care"]);
    let jonas = Pick {
        learner: "jonas-weidner".parse().unwrap(),
        teacher: Some("noor-halabi".parse().unwrap()),
        skill: "backup-restore".parse().unwrap(),
    };
    let choices = Choices { pins: vec![jonas.clone()], ..Choices::default() };
    let instance = asked(&org, &choices);
    let need = instance.skills.iter().find(|need| need.id.as_str() == "wound-care").unwrap();
    assert_eq!((need.seats, need.due), (0, CLOCKS.today(&Zone::utc()).plus(90)));
    let plan = solved(&instance).unwrap();
    assert!(plan.is_proven && crate::cover_plan::check(&instance, &plan).is_ok());
    let firsts: Vec<&Lesson> = plan.lessons.iter().filter(|lesson| lesson.skill.as_str() == "wound-care").collect();
    let [first] = firsts.as_slice() else { panic!("nobody takes it for itself: {firsts:?}") };
    assert_eq!((first.learner.as_str(), first.to), ("jonas-weidner", Some(Level::WITH_HELP)));
    assert_eq!(first.learning, 88, "from nothing to with help: 10 and 12 hours");
    // With nobody to teach it, nothing can be built on it.
    change(&mut org, "amara-okafor", |person| person.teaching = Minutes(1));
    let ready = |(learner, _): &(&str, &str)| ["amara-okafor", "leila-haddou", "rosalind-achterberg"].contains(learner);
    assert!(pairs(&asked(&org, &Choices::default()), "backup-restore").iter().all(ready));
    let faults = solved(&asked(&org, &choices)).unwrap_err();
    assert_eq!(faults, [Fault::PinImpossible(jonas, Dropped::Before.sentence().to_owned())]);
}

#[test]
fn whoever_knows_what_a_skill_builds_on_is_cheaper_than_whoever_learns_it_first() {
    let instance = asked(&backups_build_on(&["sql-for-reports"]), &Choices::default());
    let plan = solved(&instance).unwrap();
    let next = plan.lessons.iter().find(|lesson| lesson.skill.as_str() == "backup-restore").unwrap();
    assert_eq!((next.learner.as_str(), &next.after), ("jonas-weidner", &None));
    assert!(pairs(&instance, "sql-for-reports").iter().all(|(learner, _)| *learner != "jonas-weidner"));
}

#[test]
fn two_skills_to_learn_first_are_one_too_many() {
    let instance = asked(&backups_build_on(&["wound-care", "palliative-talks"]), &Choices::default());
    let learners: BTreeSet<&str> = pairs(&instance, "backup-restore").into_iter().map(|(learner, _)| learner).collect();
    assert_eq!(learners, BTreeSet::from(["amara-okafor", "leila-haddou", "rosalind-achterberg"]));
}

#[test]
fn pairs_that_are_left_out_are_counted_and_bounded() {
    let org = roomy();
    let of_talks = |widest| {
        let terms = Terms { widest, ..Terms::default() };
        let instance = instance(&org, Question { terms: &terms, choices: &Choices::default(), skills: &[] }, &CLOCKS);
        let cut = instance.skills.iter().find(|need| need.id.as_str() == "palliative-talks").unwrap().cut;
        let plan = solved(&instance).unwrap();
        assert!(crate::cover_plan::check(&instance, &plan).is_ok());
        (pairs(&instance, "palliative-talks").len(), cut, plan)
    };
    let (all, cut, whole) = of_talks([40, 8]);
    assert!(all > 2 && cut == 0 && whole.stats.cut == 0 && whole.wide_bound == whole.bound);
    let (few, cut, plan) = of_talks([2, 8]);
    assert!(few == 2 && cut > 0 && plan.stats.cut > 0, "{few} of {all}, {cut} left out");
    assert!(plan.wide_bound <= whole.cost && plan.wide_gap() < 100, "{} {}", plan.wide_bound, whole.cost);
}

#[test]
fn pins_and_forbids_are_kept_and_contradictions_are_told() {
    let pick = |learner: &str| Pick {
        learner: learner.parse().unwrap(),
        teacher: Some("noor-halabi".parse().unwrap()),
        skill: "backup-restore".parse().unwrap(),
    };
    let forbid = Choices { forbids: vec![pick("jonas-weidner")], ..Choices::default() };
    let plan = solved(&asked(&roomy(), &forbid)).unwrap();
    assert!(plan.lessons.iter().all(|lesson| lesson.pick() != pick("jonas-weidner")));
    let pin = Choices { pins: vec![pick("wen-li")], ..Choices::default() };
    let plan = solved(&asked(&roomy(), &pin)).unwrap();
    assert!(plan.is_proven && plan.lessons.iter().any(|lesson| lesson.pick() == pick("wen-li")));
    let both = Choices { pins: vec![pick("wen-li")], forbids: vec![pick("wen-li")] };
    let faults = solved(&asked(&roomy(), &both)).unwrap_err();
    let words = "The lesson of `wen-li` from `noor-halabi` in `backup-restore` is both pinned and forbidden.";
    assert!(faults[0].to_string().starts_with(words), "{}", faults[0]);
}
