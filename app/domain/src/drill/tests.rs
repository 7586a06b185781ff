//! The rules of a drill, as tables.

use super::*;
use crate::actor::Actor;
use crate::evidence::{Level, Source};
use crate::fernhill::{fernhill, signed_in};
use crate::rejection::{Noun, Rejection};

const NOW: Timestamp = crate::fernhill::NOW;
/// The day it is then.
pub const TODAY: Day = Day(20_776);
pub const ON: Day = TODAY.plus(5);

fn id(text: &str) -> PersonId {
    PersonId::parse(text).unwrap()
}

fn prose(text: &str) -> Prose {
    Prose::parse("words", text).unwrap()
}

pub fn in_days(days: i64) -> When {
    When { now: NOW.after(Span::days(days)), today: TODAY.plus(days) }
}

pub fn plan() -> Plan {
    Plan {
        skill: "infusion-pumps".parse().unwrap(),
        holder: id("rosalind-achterberg"),
        backup: id("amara-okafor"),
        task: prose("Set up the pump on ward 3 in the morning."),
        notes: prose("The blue folder beside the pumps."),
        on: ON,
        until: ON,
        minutes: Minutes(60),
    }
}

pub fn proposed(by: &str) -> Drill {
    Drill::proposed("d1".parse().unwrap(), id(by), plan(), in_days(0)).unwrap()
}

pub fn agreed() -> Drill {
    proposed("rosalind-achterberg").moved(&id("amara-okafor"), Move::Accept, in_days(1)).unwrap()
}

pub fn tells(verdict: Verdict, lacked: &[&str]) -> Move {
    let lacked = lacked.iter().map(|line| Line::parse("lacked", line).unwrap()).collect();
    Move::Report { verdict, words: prose("The alarm would not stop."), lacked }
}

/// Both said how it went: the backup first.
pub fn done(backup: Verdict, holder: Verdict) -> Drill {
    let half =
        agreed().moved(&id("amara-okafor"), tells(backup, &["Where the key is", "Which alarm is which"]), in_days(5));
    half.unwrap().moved(&id("rosalind-achterberg"), tells(holder, &["where the key is"]), in_days(6)).unwrap()
}

fn in_stage(stage: Stage) -> Drill {
    Drill { stage, ..agreed() }
}

fn decline() -> Move {
    Move::Decline { reason: prose("I am on nights that week.") }
}

fn allowed(drill: &Drill, by: &str, when: When) -> Vec<&'static str> {
    let (on, until) = (when.today.plus(9), when.today.plus(9));
    let moves = [
        ("accept", Move::Accept),
        ("propose", Move::Propose { on, until }),
        ("decline", decline()),
        ("withdraw", Move::Withdraw),
        ("report", tells(Verdict::Partly, &[])),
    ];
    let passes = |step: Move| drill.clone().moved(&id(by), step, when).is_ok();
    moves.into_iter().filter(|(_, step)| passes(step.clone())).map(|(name, _)| name).collect()
}

#[test]
fn only_the_moves_that_fit_stage_person_and_day_pass() {
    let half = agreed().moved(&id("amara-okafor"), tells(Verdict::Alone, &[]), in_days(5)).unwrap();
    let (holder, backup, planner) = ("rosalind-achterberg", "amara-okafor", "priya-raman");
    let before_the_day: &'static [&'static str] = &["propose", "decline"];
    type Row = (&'static str, Drill, i64, &'static str, &'static [&'static str]);
    let rows: &[Row] = &[
        ("the backup answers the holder", proposed(holder), 1, backup, &["accept", "propose", "decline"]),
        ("the holder waits", proposed(holder), 1, holder, &["propose", "decline", "withdraw"]),
        ("both answer their manager", proposed(planner), 1, holder, &["accept", "propose", "decline"]),
        ("both answer their manager", proposed(planner), 1, backup, &["accept", "propose", "decline"]),
        ("a manager cannot answer for them", proposed(planner), 1, planner, &["propose", "withdraw"]),
        ("the day has passed without an answer", proposed(holder), 6, backup, before_the_day),
        ("the time to answer has passed", proposed(holder), 7, backup, &[]),
        ("agreed, before the day", agreed(), 2, backup, before_the_day),
        ("agreed, before the day, the proposer", agreed(), 2, holder, &["propose", "decline", "withdraw"]),
        ("on the day", agreed(), 5, backup, &["propose", "decline", "report"]),
        ("after the day", agreed(), 6, holder, &["propose", "report"]),
        ("the other has told", half.clone(), 6, holder, &["report"]),
        ("one has told and may say it better", half, 6, backup, &["report"]),
        ("done", done(Verdict::Alone, Verdict::Alone), 6, holder, &[]),
        ("declined", in_stage(Stage::Declined { by: Side::Backup, reason: prose("No.") }), 1, holder, &[]),
        ("expired", in_stage(Stage::Expired), 1, holder, &[]),
        ("withdrawn", in_stage(Stage::Withdrawn), 1, holder, &[]),
        ("untold", in_stage(Stage::Untold), 6, holder, &[]),
    ];
    for (name, drill, days, by, expected) in rows {
        assert_eq!(allowed(drill, by, in_days(*days)), *expected, "{name}: {by}");
    }
}

#[test]
fn strangers_find_no_drill_to_move() {
    let refused = agreed().moved(&id("jonas-weidner"), Move::Accept, in_days(1));
    assert_eq!(refused, Err(Rejection::NotFound(Noun::Drill)));
}

#[test]
fn it_is_agreed_once_everybody_but_the_proposer_said_yes() {
    let half = proposed("priya-raman").moved(&id("amara-okafor"), Move::Accept, in_days(1)).unwrap();
    assert!(half.waits_for(Side::Holder) && !half.waits_for(Side::Backup));
    let whole = half.moved(&id("rosalind-achterberg"), Move::Accept, in_days(2)).unwrap();
    assert_eq!(whole.stage, Stage::Agreed);
    assert_eq!(agreed().stage, Stage::Agreed);
}

#[test]
fn another_day_asks_everybody_else_again() {
    let on = ON.plus(7);
    let again = agreed().moved(&id("amara-okafor"), Move::Propose { on, until: on }, in_days(2)).unwrap();
    let until = in_days(2).now.after(ANSWER_WITHIN);
    assert_eq!((again.on, again.stage), (on, Stage::Proposed { waits_for: vec![Side::Holder], until }));
}

#[test]
fn a_yes_is_to_the_day_that_was_read() {
    let on = ON.plus(1);
    let moved_on = proposed("rosalind-achterberg")
        .moved(&id("rosalind-achterberg"), Move::Propose { on, until: on }, in_days(1))
        .unwrap();
    let yes = |seen| moved_on.clone().accepted_as_seen(&id("amara-okafor"), seen, in_days(1)).map(|drill| drill.stage);
    for seen in [(ON, ON), (on, on.plus(1))] {
        assert!(matches!(yes(seen), Err(Rejection::Stale(why)) if why.starts_with("Another day")), "{seen:?}");
    }
    assert_eq!(yes((on, on)), Ok(Stage::Agreed));
}

#[test]
fn what_cannot_be_planned_names_its_field() {
    let with = |change: fn(&mut Plan)| {
        let mut plan = plan();
        change(&mut plan);
        match Drill::proposed("d1".parse().unwrap(), id("priya-raman"), plan, in_days(0)) {
            Err(Rejection::Invalid { field, .. }) => field,
            other => format!("{other:?}"),
        }
    };
    assert_eq!(with(|plan| plan.backup = plan.holder.clone()), "backup");
    assert_eq!(with(|plan| plan.task = Prose::default()), "task");
    assert_eq!(with(|plan| plan.notes = Prose::default()), "notes");
    assert_eq!(with(|plan| plan.on = TODAY), "on");
    assert_eq!(with(|plan| plan.on = TODAY.plus(400)), "on");
    assert_eq!(with(|plan| plan.until = plan.on.plus(-1)), "until");
    assert_eq!(with(|plan| plan.until = plan.on.plus(MOST_DAYS)), "until");
}

#[test]
fn it_is_passed_when_both_say_so_and_the_smaller_claim_counts() {
    use Verdict::{Alone, Not, Partly};
    let rows = [
        (Alone, Alone, Alone, true, true),
        (Alone, Partly, Partly, false, false),
        (Partly, Alone, Partly, false, false),
        (Partly, Partly, Partly, true, false),
        (Alone, Not, Not, false, false),
        (Not, Not, Not, true, false),
    ];
    for (backup, holder, claim, agree, passed) in rows {
        let outcome = done(backup, holder).outcome().unwrap();
        assert_eq!((outcome.claim, outcome.agree, outcome.passed()), (claim, agree, passed), "{backup:?} {holder:?}");
    }
}

#[test]
fn a_drill_speaks_for_or_against_the_level_that_the_skill_asks_for() {
    let org = fernhill();
    let skill = org.skill(&"infusion-pumps".parse().unwrap()).unwrap();
    let evidence = done(Verdict::Alone, Verdict::Alone).evidence(skill).unwrap();
    let expected = (id("amara-okafor"), Level::CAN_TEACH, Source::Drill);
    assert_eq!((evidence.person, evidence.level, evidence.source), expected);
    assert_eq!((evidence.by, evidence.at), (Some(id("rosalind-achterberg")), in_days(6).now));
    assert_eq!(evidence.passed, Some(true));
    let apart = done(Verdict::Alone, Verdict::Partly).evidence(skill).unwrap();
    assert_eq!((apart.passed, apart.level), (Some(false), Level::CAN_TEACH), "the smaller claim counts");
    assert_eq!(agreed().evidence(skill), None);
}

#[test]
fn one_word_decides_nothing_and_can_be_said_better_until_the_other_has_spoken() {
    let half = agreed().moved(&id("amara-okafor"), tells(Verdict::Alone, &[]), in_days(5)).unwrap();
    assert_eq!((half.stage.clone(), half.outcome()), (Stage::Agreed, None));
    let better = half.moved(&id("amara-okafor"), tells(Verdict::Partly, &[]), in_days(5)).unwrap();
    let done = better.moved(&id("rosalind-achterberg"), tells(Verdict::Alone, &[]), in_days(6)).unwrap();
    assert_eq!(done.outcome(), Some(Outcome { claim: Verdict::Partly, agree: false }));
}

#[test]
fn less_than_alone_needs_words() {
    let silent = |verdict| {
        let step = Move::Report { verdict, words: Prose::default(), lacked: Vec::new() };
        agreed().moved(&id("amara-okafor"), step, in_days(5)).is_ok()
    };
    assert_eq!([Verdict::Alone, Verdict::Partly, Verdict::Not].map(silent), [true, false, false]);
    let many = tells(Verdict::Alone, &["one more"; MOST_GAPS + 1]);
    assert!(agreed().moved(&id("amara-okafor"), many, in_days(5)).is_err());
}

#[test]
fn gaps_are_named_once_and_only_when_both_have_told() {
    let half = agreed().moved(&id("amara-okafor"), tells(Verdict::Alone, &["Where the key is"]), in_days(5)).unwrap();
    assert_eq!(half.gaps().count(), 0);
    let done = done(Verdict::Alone, Verdict::Alone);
    assert_eq!(done.gaps().map(Line::as_str).collect::<Vec<_>>(), ["Where the key is", "Which alarm is which"]);
}

#[test]
fn it_expires_when_the_time_to_answer_or_to_tell_is_over() {
    let rows = [
        (proposed("priya-raman"), 6, None),
        (proposed("priya-raman"), 7, Some(Stage::Expired)),
        (agreed(), 5 + REPORT_WITHIN, None),
        (agreed(), 6 + REPORT_WITHIN, Some(Stage::Untold)),
        (in_stage(Stage::Withdrawn), 99, None),
        (done(Verdict::Alone, Verdict::Alone), 99, None),
    ];
    for (drill, days, expected) in rows {
        let before = drill.stage.clone();
        assert_eq!(drill.expired(in_days(days)).map(|drill| drill.stage), expected, "{before:?} after {days} days");
    }
}

#[test]
fn every_move_is_remembered_and_their_number_is_bounded() {
    let mut drill = proposed("rosalind-achterberg");
    let step = Move::Propose { on: ON, until: ON };
    for _ in 0..MOST_MOVES {
        drill = drill.moved(&id("amara-okafor"), step.clone(), in_days(1)).unwrap();
    }
    assert_eq!(drill.history.len(), MOST_MOVES);
    assert!(drill.clone().moved(&id("amara-okafor"), step, in_days(1)).is_err());
    let agreed = drill.moved(&id("rosalind-achterberg"), Move::Accept, in_days(1)).unwrap();
    let told = agreed.moved(&id("amara-okafor"), tells(Verdict::Alone, &[]), in_days(5)).unwrap();
    assert!(told.clone().moved(&id("amara-okafor"), tells(Verdict::Not, &[]), in_days(5)).is_err(), "once is enough");
    let done = told.moved(&id("rosalind-achterberg"), tells(Verdict::Alone, &[]), in_days(5)).unwrap();
    assert!(matches!(done.stage, Stage::Done { .. }), "what was agreed comes to its end");
}

#[test]
fn one_plans_for_oneself_ones_people_or_as_program_admin() {
    let org = fernhill();
    let may = |actor: &Actor| may_plan(&org, actor, &plan());
    for who in ["rosalind-achterberg", "amara-okafor", "priya-raman", "ines-carvalho"] {
        assert_eq!(may(&signed_in(who)), Ok(()), "{who}");
    }
    assert!(matches!(may(&signed_in("jonas-weidner")), Err(Rejection::Forbidden(_))));
    assert_eq!(may(&Actor::Stranger), Err(Rejection::SignedOut));
    let amara = signed_in("amara-okafor");
    let not_known = Plan { holder: id("leila-haddou"), ..plan() };
    assert!(matches!(may_plan(&org, &amara, &not_known), Err(Rejection::Invalid { field, .. }) if field == "holder"));
    let left = Plan { holder: id("dag-ek"), skill: "palliative-talks".parse().unwrap(), ..plan() };
    assert_eq!(may_plan(&org, &amara, &left), Err(Rejection::NotFound(Noun::Person)));
}

#[test]
fn a_drill_is_seen_by_those_it_concerns_alone() {
    let org = fernhill();
    let drill = agreed();
    for who in ["rosalind-achterberg", "amara-okafor", "priya-raman", "ines-carvalho"] {
        assert_eq!(may_see(&org, &signed_in(who), &drill), Ok(()), "{who}");
    }
    for who in ["jonas-weidner", "leila-haddou"] {
        assert_eq!(may_see(&org, &signed_in(who), &drill), Err(Rejection::NotFound(Noun::Drill)), "{who}");
    }
}
