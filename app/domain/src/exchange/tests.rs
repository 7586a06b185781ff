//! The rules of an exchange, as tables.

use super::*;

const NOW: Timestamp = Timestamp(1_763_000_000_000);
const START: Timestamp = Timestamp(NOW.0 + 2 * 86_400_000);

fn id(text: &str) -> PersonId {
    PersonId::parse(text).unwrap()
}

fn ask(starts_at: Option<Timestamp>) -> Ask {
    Ask {
        teacher: id("jonas"),
        skill: SkillId::parse("sql-for-reports").unwrap(),
        message: prose("Could you show me joins?"),
        minutes: Minutes(30),
        starts_at,
    }
}

fn prose(text: &str) -> Prose {
    Prose::parse("words", text).unwrap()
}

/// Amara asks Jonas to teach her SQL, in two days from [`NOW`].
fn asked() -> Exchange {
    Exchange::open(ExchangeId::parse("e1").unwrap(), id("amara"), ask(Some(START)), NOW).unwrap()
}

fn agreed() -> Exchange {
    asked().moved(Side::Teacher, Move::Accept, NOW).unwrap()
}

fn in_stage(stage: Stage) -> Exchange {
    Exchange { stage, ..asked() }
}

fn decline() -> Move {
    Move::Decline { reason: prose("I am away until December.") }
}

fn says(outcome: Outcome) -> Move {
    Move::Confirm { outcome, words: prose("Thank you, that helped.") }
}

fn propose(days: i64) -> Move {
    Move::Propose { starts_at: NOW.after(Span::days(days)) }
}

fn every_move() -> Vec<(&'static str, Move)> {
    vec![
        ("accept", Move::Accept),
        ("propose", propose(9)),
        ("decline", decline()),
        ("withdraw", Move::Withdraw),
        ("met", says(Outcome::Met)),
        ("did not meet", says(Outcome::DidNotMeet)),
    ]
}

fn allowed(exchange: &Exchange, side: Side, now: Timestamp) -> Vec<&'static str> {
    let passes = |step: Move| exchange.clone().moved(side, step, now).is_ok();
    every_move().into_iter().filter(|(_, step)| passes(step.clone())).map(|(name, _)| name).collect()
}

#[test]
fn only_the_moves_that_fit_stage_side_and_hour_pass() {
    let on = |on, hours| Stage::Waiting { on, until: NOW.after(Span::hours(hours)) };
    let soon = NOW.after(Span::hours(1));
    let after = START.after(Span::hours(1));
    let turn: &'static [&'static str] = &["accept", "propose", "decline"];
    type Row = (&'static str, Exchange, Timestamp, &'static [&'static str], &'static [&'static str]);
    let rows: &[Row] = &[
        ("the teacher answers", in_stage(on(Side::Teacher, 90)), soon, &["propose", "decline", "withdraw"], turn),
        (
            "the learner answers",
            in_stage(on(Side::Learner, 90)),
            soon,
            &["accept", "propose", "decline", "withdraw"],
            &["propose", "decline"],
        ),
        (
            "the proposed time has passed",
            in_stage(on(Side::Teacher, 90)),
            after,
            &["propose", "decline", "withdraw"],
            &["propose", "decline"],
        ),
        ("the time to answer has passed", in_stage(on(Side::Teacher, 1)), soon, &[], &[]),
        ("agreed, before the meeting", agreed(), soon, &["propose", "decline"], &["propose", "decline"]),
        (
            "agreed, after the meeting",
            agreed(),
            after,
            &["propose", "met", "did not meet"],
            &["propose", "met", "did not meet"],
        ),
        ("done", in_stage(Stage::Done { at: NOW }), soon, &[], &[]),
        ("declined", in_stage(Stage::Declined { by: Side::Teacher, reason: prose("No.") }), soon, &[], &[]),
        ("expired", in_stage(Stage::Expired), soon, &[], &[]),
        ("withdrawn", in_stage(Stage::Withdrawn), soon, &[], &[]),
        ("missed", in_stage(Stage::Missed), soon, &[], &[]),
    ];
    for (name, exchange, now, learner, teacher) in rows {
        assert_eq!(allowed(exchange, Side::Learner, *now), *learner, "{name}: learner");
        assert_eq!(allowed(exchange, Side::Teacher, *now), *teacher, "{name}: teacher");
    }
}

#[test]
fn nobody_asks_themself_or_for_a_time_out_of_reach() {
    let open =
        |learner: &str, starts_at| Exchange::open(ExchangeId::parse("e1").unwrap(), id(learner), ask(starts_at), NOW);
    assert!(open("amara", None).is_ok());
    assert!(open("jonas", None).is_err());
    assert!(open("amara", Some(NOW)).is_err());
    assert!(open("amara", Some(NOW.after(Span::days(367)))).is_err());
}

#[test]
fn without_a_time_there_is_nothing_to_accept_and_a_proposal_passes_the_turn() {
    let open = Exchange::open(ExchangeId::parse("e1").unwrap(), id("amara"), ask(None), NOW).unwrap();
    assert!(open.clone().moved(Side::Teacher, Move::Accept, NOW).is_err());
    let proposed = open.moved(Side::Teacher, propose(3), NOW).unwrap();
    assert_eq!(proposed.stage, Stage::Waiting { on: Side::Learner, until: NOW.after(ANSWER_WITHIN) });
    let agreed = proposed.moved(Side::Learner, Move::Accept, NOW).unwrap();
    assert_eq!((agreed.stage, agreed.starts_at), (Stage::Agreed, Some(NOW.after(Span::days(3)))));
}

#[test]
fn a_refusal_needs_a_reason() {
    let silent = asked().moved(Side::Teacher, Move::Decline { reason: Prose::default() }, NOW);
    assert!(matches!(silent, Err(Rejection::Invalid { field, .. }) if field == "reason"));
}

#[test]
fn it_is_done_once_both_say_that_they_met() {
    let after = START.after(Span::hours(1));
    let rows = [
        (Outcome::Met, Outcome::Met, Stage::Done { at: after }),
        (Outcome::DidNotMeet, Outcome::DidNotMeet, Stage::Missed),
        (Outcome::Met, Outcome::DidNotMeet, Stage::Agreed),
        (Outcome::DidNotMeet, Outcome::Met, Stage::Agreed),
    ];
    for (teacher, learner, stage) in rows {
        let half = agreed().moved(Side::Teacher, says(teacher), after).unwrap();
        assert_eq!(half.stage, Stage::Agreed, "one word is not enough");
        assert_eq!(half.moved(Side::Learner, says(learner), after).unwrap().stage, stage, "{teacher:?} {learner:?}");
    }
}

#[test]
fn a_word_can_be_changed_until_both_agree() {
    let after = START.after(Span::hours(1));
    let apart = agreed().moved(Side::Teacher, says(Outcome::DidNotMeet), after).unwrap();
    let apart = apart.moved(Side::Learner, says(Outcome::Met), after).unwrap();
    assert_eq!(apart.moved(Side::Teacher, says(Outcome::Met), after).unwrap().stage, Stage::Done { at: after });
}

#[test]
fn whoever_says_the_same_again_keeps_their_words() {
    let after = START.after(Span::hours(1));
    let again = |words: &str| Move::Confirm { outcome: Outcome::Met, words: prose(words) };
    let thanked = agreed().moved(Side::Learner, says(Outcome::Met), after).unwrap();
    let words = |exchange: Exchange| exchange.learner_says.unwrap().words.as_str().to_owned();
    assert_eq!(words(thanked.clone().moved(Side::Learner, again(""), after).unwrap()), "Thank you, that helped.");
    assert_eq!(words(thanked.clone().moved(Side::Learner, again("Joins!"), after).unwrap()), "Joins!");
    let silent = Move::Confirm { outcome: Outcome::DidNotMeet, words: prose("") };
    assert_eq!(words(thanked.moved(Side::Learner, silent, after).unwrap()), "", "thanks for a meeting that was not");
}

#[test]
fn a_yes_is_to_the_time_that_was_read() {
    let yes = |exchange: Exchange, seen| exchange.accepted_as_seen(Side::Learner, seen, NOW).map(|e| e.stage);
    let proposed = asked().moved(Side::Teacher, propose(3), NOW).unwrap();
    let moved_on = proposed.clone().moved(Side::Teacher, propose(4), NOW).unwrap();
    let seen = NOW.after(Span::days(3));
    assert_eq!(yes(proposed, seen), Ok(Stage::Agreed));
    assert!(matches!(yes(moved_on, seen), Err(Rejection::Stale(why)) if why.starts_with("Another time")));
    assert!(matches!(yes(in_stage(Stage::Withdrawn), seen), Err(Rejection::Stale(why)) if why.contains("has ended")));
}

#[test]
fn a_new_time_is_refused_once_somebody_says_that_they_met_and_clears_words_that_they_did_not() {
    let after = START.after(Span::hours(1));
    let met = agreed().moved(Side::Learner, says(Outcome::Met), after).unwrap();
    assert!(met.moved(Side::Teacher, propose(9), after).is_err());
    let missed = agreed().moved(Side::Learner, says(Outcome::DidNotMeet), after).unwrap();
    let again = missed.moved(Side::Teacher, propose(9), after).unwrap();
    assert_eq!((again.learner_says, again.teacher_says), (None, None));
}

#[test]
fn it_expires_when_the_time_to_answer_or_to_confirm_is_over() {
    let minute = Span::minutes(1);
    let answer_by = NOW.after(ANSWER_WITHIN);
    let confirm_by = START.after(Span::minutes(30)).after(CONFIRM_WITHIN);
    let rows = [
        (asked(), answer_by.before(minute), None),
        (asked(), answer_by, Some(Stage::Expired)),
        (agreed(), answer_by, None),
        (agreed(), confirm_by.before(minute), None),
        (agreed(), confirm_by, Some(Stage::Missed)),
        (in_stage(Stage::Expired), confirm_by, None),
        (in_stage(Stage::Withdrawn), confirm_by, None),
    ];
    for (exchange, now, expected) in rows {
        let before = exchange.stage.clone();
        assert_eq!(exchange.expired(now).map(|e| e.stage), expected, "{before:?} at {now:?}");
    }
}

#[test]
fn every_move_is_remembered_and_their_number_is_bounded() {
    let mut exchange = asked();
    assert_eq!(exchange.answered_after(), None);
    for turn in 0..MOST_MOVES {
        let side = if turn % 2 == 0 { Side::Teacher } else { Side::Learner };
        exchange = exchange.moved(side, propose(3), NOW.after(Span::hours(2))).unwrap();
    }
    assert_eq!(exchange.history.len(), MOST_MOVES);
    assert_eq!(exchange.answered_after(), Some(Span::hours(2)));
    assert!(exchange.moved(Side::Teacher, propose(3), NOW.after(Span::hours(2))).is_err());
}

#[test]
fn what_a_plan_suggests_is_the_learners_to_answer_first() {
    let suggested = asked().suggested(crate::id::PlanId::parse("p1").unwrap());
    assert!(suggested.is_suggestion());
    assert_eq!(suggested.starts_at, None, "nobody has chosen a time yet");
    assert_eq!(allowed(&suggested, Side::Learner, NOW), ["propose", "decline"]);
    assert_eq!(allowed(&suggested, Side::Teacher, NOW), ["decline"]);
    let chosen = suggested.clone().moved(Side::Learner, propose(3), NOW.after(Span::days(2))).unwrap();
    assert!(!chosen.is_suggestion());
    assert_eq!(allowed(&chosen, Side::Teacher, NOW), ["accept", "propose", "decline"]);
    // The teacher was asked with that word, not when the plan was drawn up.
    let agreed = chosen.moved(Side::Teacher, Move::Accept, NOW.after(Span::days(2)).after(Span::hours(3))).unwrap();
    assert_eq!(agreed.answered_after(), Some(Span::hours(3)));
    assert_eq!(suggested.expired(NOW.after(ANSWER_WITHIN)).unwrap().stage, Stage::Expired);
}

#[test]
fn a_stranger_has_no_side() {
    assert_eq!(asked().side_of(&id("amara")), Ok(Side::Learner));
    assert_eq!(asked().side_of(&id("jonas")), Ok(Side::Teacher));
    assert_eq!(asked().side_of(&id("sol")), Err(Rejection::NotFound(Noun::Exchange)));
}
