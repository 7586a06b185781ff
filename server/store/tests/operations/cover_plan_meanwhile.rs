//! Steps that are started while the plan is drawn up anew, and the other way round: nothing is lost, nobody asked twice.

use crate::care::{acting, refused};
use crate::ward::{drawn, keys, plan, requests, start};
use domain::cover_plans::{ChoiceForm, PlanView, Standing};
use domain::rejection::Rejection;
use std::future::Future;
use std::sync::mpsc::{Sender, channel};
use store::Store;

/// One thread runs everything, and one more the engine.
fn run(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().max_blocking_threads(1).build();
    runtime.unwrap().block_on(test);
}

/// Keeps the engine waiting until the answer is told to go on.
fn engine_waits() -> Sender<()> {
    let (go_on, told) = channel();
    tokio::task::spawn_blocking(move || told.recv());
    go_on
}

/// Returns once the drawing of Inês has read what it draws from, and waits for the engine.
async fn engine_is_asked(store: &Store) {
    while store.drawing(&acting("ines-carvalho")).unwrap().is_none() {
        tokio::task::yield_now().await;
    }
}

fn is_asked_once(store: &Store, plan: &PlanView) {
    let standings: Vec<&Standing> = plan.steps.iter().map(|step| &step.standing).collect();
    assert_eq!(standings, [&Standing::LearnerAsked], "{plan:?}");
    let [request] = requests(store).try_into().unwrap_or_else(|all| panic!("one request, not {all:?}"));
    assert_eq!(request.plan.as_ref(), Some(&plan.id));
}

#[test]
fn a_step_started_while_the_engine_is_at_work_stays_started() {
    run(async {
        let (store, seen) = drawn().await;
        let go_on = engine_waits();
        let other = store.clone();
        let id = seen.id.clone();
        let redraw = tokio::spawn(async move { other.redraw_plan(&acting("ines-carvalho"), &id).await });
        engine_is_asked(&store).await;
        start(&store, &seen).await;
        assert!(!redraw.is_finished());
        go_on.send(()).unwrap();
        redraw.await.unwrap().unwrap();
        is_asked_once(&store, &plan(&store).await);
        // Pressed once more on either page: nobody is asked again.
        start(&store, &seen).await;
        store.redraw_plan(&acting("ines-carvalho"), &seen.id).await.unwrap();
        is_asked_once(&store, &plan(&store).await);
    });
}

#[test]
fn a_step_started_while_it_is_ruled_out_goes_on() {
    run(async {
        let (store, seen) = drawn().await;
        let go_on = engine_waits();
        let (other, id) = (store.clone(), seen.id.clone());
        let never = ChoiceForm { step: seen.steps[0].key.clone(), verdict: "never".to_owned() };
        let choose = tokio::spawn(async move { other.choose_step(&acting("ines-carvalho"), &id, &never).await });
        engine_is_asked(&store).await;
        start(&store, &seen).await;
        go_on.send(()).unwrap();
        choose.await.unwrap().unwrap();
        // Amara has been asked, and answers; what was decided is kept beside it.
        let after = plan(&store).await;
        let amara = after.steps.iter().find(|step| step.key == seen.steps[0].key).unwrap();
        assert_eq!((&amara.standing, after.choices.len(), requests(&store).len()), (&Standing::LearnerAsked, 1, 1));
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_started_from_a_page_that_is_older_than_the_plan_is_asked_once_or_refused() {
    let (store, seen) = drawn().await;
    let ines = &acting("ines-carvalho");
    store.redraw_plan(ines, &seen.id).await.unwrap();
    start(&store, &seen).await;
    is_asked_once(&store, &plan(&store).await);

    let (store, seen) = drawn().await;
    let never = ChoiceForm { step: seen.steps[0].key.clone(), verdict: "never".to_owned() };
    store.choose_step(ines, &seen.id, &never).await.unwrap();
    let gone = refused(store.start_steps(ines, &seen.id, &keys(&seen)).await);
    assert!(matches!(gone, Rejection::Stale(_)), "{gone}");
    assert!(requests(&store).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn starting_and_drawing_anew_at_once_asks_once() {
    for starts_first in [true, false, true, false] {
        let (store, seen) = drawn().await;
        let (ines, sol) = (acting("ines-carvalho"), acting("sol-lindqvist"));
        let steps = keys(&seen);
        let start = store.start_steps(&sol, &seen.id, &steps);
        let redraw = store.redraw_plan(&ines, &seen.id);
        let (started, redrawn) = if starts_first {
            tokio::join!(start, redraw)
        } else {
            let (redrawn, started) = tokio::join!(redraw, start);
            (started, redrawn)
        };
        started.unwrap();
        redrawn.unwrap();
        is_asked_once(&store, &plan(&store).await);
    }
}
