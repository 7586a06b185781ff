//! An hour of a program ticks the step that it is enough for, once both sides say that it was so.

use crate::care::{acting, care};
use crate::hours::{AMARA, INES, JONAS, LEILA, ON, PRIYA, date, plan};
use crate::pairs::{participant, standing};
use domain::attendance::{CloseForm, CountersignForm};
use domain::id::{ProgramId, SessionId};
use domain::program::forms::NewProgram;
use domain::program::{Phase, ProgramKind, Standing};
use domain::session::{Says, SessionPlan};
use domain::time::Timestamp;
use store::{Clock, Store};

/// One in the afternoon of the day of the first date.
const OVER: Timestamp = Timestamp(ON.0 * 86_400_000 + 13 * 3_600_000);

/// A lunch-and-learn program with Amara and Jonas in it, and an hour of it that Amara holds.
async fn begun() -> (Store, Clock, ProgramId, SessionId) {
    let (store, clock) = care().await;
    let new = NewProgram {
        kind: ProgramKind::parse("lunch_and_learn").unwrap(),
        template: "series".to_owned(),
        title: "Lunch at Care".to_owned(),
    };
    let program = store.create_program(&acting(INES), &new).await.unwrap();
    store.move_program(&acting(INES), &program, Phase::Running).await.unwrap();
    for who in [AMARA, JONAS] {
        store.join_program(&acting(who), &program, "").await.unwrap();
    }
    let mut plan = SessionPlan { program: Some(program.clone()), ..plan() };
    plan.seats.capacity = None;
    let session = store.plan_session(&acting(AMARA), &plan).await.unwrap();
    (store, clock, program, session)
}

async fn closed(store: &Store, clock: &Clock, session: &SessionId, people: &[&str]) -> CountersignForm {
    clock.set(OVER);
    let form = CloseForm {
        session: session.to_string(),
        on: ON.iso(),
        minutes: "60".to_owned(),
        people: people.iter().map(ToString::to_string).collect(),
        skills: vec!["wound-care".to_owned()],
        ..CloseForm::default()
    };
    store.close_date_by_form(&acting(AMARA), &form).await.unwrap();
    let seen = date(store, session, ON).closed.unwrap().at;
    CountersignForm { session: form.session, on: form.on, seen: seen.0.to_string(), ..CountersignForm::default() }
}

fn done(store: &Store, program: &ProgramId, who: &str) -> Vec<String> {
    let participant = participant(store, program, who).unwrap();
    participant.done.iter().map(|done| done.step.to_string()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_came_is_through_with_that_step_and_whoever_is_no_part_of_the_program_with_none() {
    let (store, clock, program, session) = begun().await;
    for who in [JONAS, LEILA] {
        store.answer(&acting(who), &session, ON, Says::Going, 0).await.unwrap();
    }
    let form = closed(&store, &clock, &session, &[JONAS, LEILA]).await;
    assert!(done(&store, &program, JONAS).is_empty(), "one side alone is not enough");
    store.countersign_by_form(&acting(JONAS), &form).await.unwrap();
    store.countersign_by_form(&acting(JONAS), &form).await.unwrap();
    assert_eq!(done(&store, &program, JONAS), ["come-to-one-session"]);
    assert!(done(&store, &program, AMARA).is_empty(), "to host is asked of her in a later stage");
    assert!(participant(&store, &program, LEILA).is_none());
    assert_eq!(standing(&store, &program, JONAS), Some(Standing::Inside));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_holds_an_hour_is_through_with_holding_one_in_the_stage_that_asks_for_it() {
    let (store, clock, program, session) = begun().await;
    for step in ["come-to-one-session", "ask-one-question"] {
        store.finish_step(&acting(AMARA), &program, &step.parse().unwrap()).await.unwrap();
    }
    let form = closed(&store, &clock, &session, &[JONAS]).await;
    store.countersign_by_form(&acting(JONAS), &form).await.unwrap();
    assert_eq!(done(&store, &program, AMARA), ["come-to-one-session", "ask-one-question", "host-your-session"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_ticked_while_the_program_is_paused() {
    let (store, clock, program, session) = begun().await;
    let form = closed(&store, &clock, &session, &[JONAS, PRIYA]).await;
    store.move_program(&acting(INES), &program, Phase::Paused).await.unwrap();
    store.countersign_by_form(&acting(JONAS), &form).await.unwrap();
    assert!(done(&store, &program, JONAS).is_empty());
    assert!(date(&store, &session, ON).closed.unwrap().countersigned.is_some(), "the hour counts all the same");
}
