//! The cover plan in the database: drawn up, bent, started, and drawn up anew around what was declined.

use crate::care::{acting, level, log_end, refused, since};
use crate::ward::{drawn, page, plan, requests, start};
use domain::cover_plans::{ChoiceForm, DrawForm, PairForm, PlanView, Standing, StepKey, Stop};
use domain::event::Happening;
use domain::exchange::{Ask, Exchange, Move};
use domain::id::PlanId;
use domain::rejection::Rejection;
use domain::text::Prose;
use domain::time::Span;

fn no() -> Move {
    Move::Decline { reason: Prose::parse("reason", "My rota is full.").unwrap() }
}

fn choice(plan: &PlanView, verdict: &str) -> ChoiceForm {
    ChoiceForm { step: plan.steps[0].key.clone(), verdict: verdict.to_owned() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_names_who_learns_what_from_whom_and_is_proven() {
    let (store, plan) = drawn().await;
    let step = &plan.steps[0];
    assert_eq!(plan.steps.len(), 1, "{plan:?}");
    assert_eq!((step.learner.id.as_str(), step.teacher.id.as_str()), ("amara-okafor", "leila-haddou"));
    assert_eq!((step.before, step.after, step.target), (1, 2, 2));
    assert!(plan.proof.starts_with("Proven"), "{}", plan.proof);
    // Nobody can teach infusion pumps.
    assert_eq!(plan.gaps.len(), 1, "{:?}", plan.gaps);
    assert!(plan.gaps[0].because.starts_with("Nobody who works here can teach it"), "{}", plan.gaps[0].because);
    assert!(store.drawing(&acting("ines-carvalho")).unwrap().is_none(), "the drawing is over");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_program_admins_change_it_and_only_managers_see_it() {
    let (store, plan) = drawn().await;
    let end = log_end(&store).await;
    let form = DrawForm::default();
    for member in ["amara-okafor", "priya-raman"].map(acting) {
        let member = &member;
        assert!(matches!(refused(store.draw_plan(member, &form).await), Rejection::Forbidden(_)));
        assert!(matches!(refused(store.redraw_plan(member, &plan.id).await), Rejection::Forbidden(_)));
        assert!(matches!(
            refused(store.choose_step(member, &plan.id, &choice(&plan, "keep")).await),
            Rejection::Forbidden(_)
        ));
        let pair = PairForm::default();
        assert!(matches!(refused(store.keep_pair(member, &plan.id, &pair).await), Rejection::Forbidden(_)));
        assert!(matches!(refused(store.start_steps(member, &plan.id, &[]).await), Rejection::Forbidden(_)));
    }
    assert!(store.cover_plan_page(&acting("priya-raman"), &form).await.is_ok());
    assert!(matches!(refused(store.cover_plan_page(&acting("amara-okafor"), &form).await), Rejection::Forbidden(_)));
    assert_eq!(log_end(&store).await, end, "nothing was changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn started_steps_are_requests_that_the_learner_answers_first() {
    let (store, plan) = drawn().await;
    let end = log_end(&store).await;
    start(&store, &plan).await;
    let [request] = requests(&store).try_into().unwrap_or_else(|all| panic!("one request, not {all:?}"));
    assert!(request.is_suggestion());
    assert_eq!(request.plan.as_ref(), Some(&plan.id));
    let told = since(&store, end).await;
    assert!(told.iter().any(|(_, what)| matches!(what, Happening::PlanChanged { plan: id } if *id == plan.id)));
    // Started twice: nothing more.
    start(&store, &plan).await;
    assert_eq!(requests(&store).len(), 1);
    let starts_at = crate::care::NOW.after(Span::days(2));
    store.move_exchange(&acting("amara-okafor"), &request.id, &Move::Propose { starts_at }).await.unwrap();
    store.move_exchange(&acting("leila-haddou"), &request.id, &Move::Accept).await.unwrap();
    let step = &self::plan(&store).await.steps[0];
    assert_eq!((&step.standing, step.words.as_str()), (&Standing::Agreed, "agreed"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decline_is_planned_around() {
    let (store, plan) = drawn().await;
    start(&store, &plan).await;
    let request = requests(&store).remove(0);
    store.move_exchange(&acting("amara-okafor"), &request.id, &no()).await.unwrap();
    let fallen = self::plan(&store).await;
    assert_eq!((fallen.fallen, &fallen.steps[0].standing), (1, &Standing::LearnerDeclined));
    store.redraw_plan(&acting("ines-carvalho"), &plan.id).await.unwrap();
    let anew = self::plan(&store).await;
    assert_eq!(anew.fallen, 0, "it was planned around");
    let proposed: Vec<&str> = anew
        .steps
        .iter()
        .filter(|step| step.standing == Standing::Proposed)
        .map(|step| step.learner.id.as_str())
        .collect();
    assert!(!proposed.contains(&"amara-okafor"), "whoever declined is not asked again: {proposed:?}");
    assert!(anew.steps.iter().any(|step| step.standing == Standing::LearnerDeclined), "it stays listed");
    // She asks by herself after all, and her step of the plan goes on with that.
    let end = log_end(&store).await;
    let Exchange { teacher, skill, minutes, .. } = request;
    let ask = Ask { teacher, skill, minutes, message: Prose::default(), starts_at: None };
    store.ask_exchange(&acting("amara-okafor"), &ask).await.unwrap();
    assert!(since(&store, end).await.iter().any(|(_, what)| matches!(what, Happening::PlanChanged { .. })));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_ruled_out_stays_out_until_it_is_taken_back() {
    let (store, plan) = drawn().await;
    let ines = &acting("ines-carvalho");
    store.choose_step(ines, &plan.id, &choice(&plan, "never")).await.unwrap();
    let without = self::plan(&store).await;
    assert!(without.steps.iter().all(|step| step.key != plan.steps[0].key));
    assert_eq!(without.choices.len(), 1);
    store.choose_step(ines, &plan.id, &choice(&plan, "open")).await.unwrap();
    let again = self::plan(&store).await;
    assert_eq!((again.steps.len(), again.choices.len()), (1, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_kept_is_refused_and_nothing_changes() {
    let (store, plan) = drawn().await;
    let end = log_end(&store).await;
    // Amara cannot teach it, so nobody can be kept learning it from her.
    let form = ChoiceForm { step: StepKey("jonas-weidner:amara-okafor:wound-care".into()), verdict: "keep".into() };
    let words = refused(store.choose_step(&acting("ines-carvalho"), &plan.id, &form).await).to_string();
    assert!(words.contains("Jonas learns Wound care from Amara") && words.contains("Nothing was changed"), "{words}");
    assert_eq!(log_end(&store).await, end);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_plan_takes_the_place_of_the_first() {
    let (store, first) = drawn().await;
    store.draw_plan(&acting("ines-carvalho"), &DrawForm { skills: "all".into(), ..DrawForm::default() }).await.unwrap();
    let second = plan(&store).await;
    assert_ne!(first.id, second.id);
    assert!(page(&store).await.scope.all);
    let late = refused(store.start_steps(&acting("ines-carvalho"), &first.id, &[first.steps[0].key.clone()]).await);
    assert!(matches!(late, Rejection::Stale(_)), "{late:?}");
    let gone = refused(store.redraw_plan(&acting("ines-carvalho"), &PlanId::parse("none").unwrap()).await);
    assert!(matches!(gone, Rejection::NotFound(_)));
}

/// The scope that has wound care in it too.
fn all() -> DrawForm {
    DrawForm { skills: "all".into(), ..DrawForm::default() }
}

fn proposed(plan: &PlanView) -> Vec<&str> {
    let steps = plan.steps.iter().filter(|step| step.standing == Standing::Proposed);
    steps.map(|step| step.learner.id.as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn another_plan_asks_nobody_twice_and_keeps_what_was_decided() {
    let (store, first) = drawn().await;
    let ines = &acting("ines-carvalho");
    let never = ChoiceForm { step: StepKey("jonas-weidner:leila-haddou:wound-care".into()), verdict: "never".into() };
    store.choose_step(ines, &first.id, &never).await.unwrap();
    start(&store, &first).await;
    store.draw_plan(ines, &all()).await.unwrap();
    let second = plan(&store).await;
    assert_eq!((second.choices.len(), second.steps[0].standing.clone()), (1, Standing::LearnerAsked), "{second:?}");
    assert!(!proposed(&second).contains(&"amara-okafor"), "{second:?}");
    let request = requests(&store).remove(0);
    store.move_exchange(&acting("amara-okafor"), &request.id, &no()).await.unwrap();
    store.draw_plan(ines, &DrawForm::default()).await.unwrap();
    let third = plan(&store).await;
    assert!(!proposed(&third).iter().any(|who| ["amara-okafor", "jonas-weidner"].contains(who)), "{third:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn other_hours_for_the_same_skills_draw_the_same_plan_up_anew() {
    let (store, first) = drawn().await;
    let form = DrawForm { hours: ["2", "3", "4", "9"].map(str::to_owned).into(), ..DrawForm::default() };
    store.draw_plan(&acting("ines-carvalho"), &form).await.unwrap();
    let page = page(&store).await;
    let plan = page.plan.unwrap();
    assert_eq!((plan.id, page.assumptions.hours), (first.id, [2, 3, 4, 9]));
    assert_eq!((first.steps[0].learning.as_str(), plan.steps[0].learning.as_str()), ("6.0", "9.0"));
}

#[tokio::test(flavor = "multi_thread")]
async fn steps_that_take_more_weeks_than_there_are_leave_the_plan_and_it_is_said_how_many_are_missing() {
    let (store, first) = drawn().await;
    let form = DrawForm { weeks: ["", "", "3", "14"].map(str::to_owned).into(), ..DrawForm::default() };
    store.draw_plan(&acting("ines-carvalho"), &form).await.unwrap();
    let page = page(&store).await;
    let plan = page.plan.unwrap();
    assert_eq!((plan.id, page.assumptions.weeks, plan.steps.len()), (first.id, [1, 2, 3, 14], 0));
    let gap = plan.gaps.iter().find(|gap| gap.skill.id.as_str() == "wound-care").unwrap();
    assert!(gap.because.starts_with("There are fewer weeks until it is due"), "{}", gap.because);
    assert_eq!(gap.way_out.as_deref(), Some("two weeks more."));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_and_cannot_be_any_more_is_taken_back_one_by_one() {
    let (store, plan) = drawn().await;
    let ines = &acting("ines-carvalho");
    let about = |learner: &str, verdict: &str| ChoiceForm {
        step: StepKey(format!("{learner}:leila-haddou:wound-care")),
        verdict: verdict.to_owned(),
    };
    for learner in ["amara-okafor", "jonas-weidner"] {
        store.choose_step(ines, &plan.id, &about(learner, "keep")).await.unwrap();
    }
    // Leïla turns out not to be able to teach it, so neither can learn it from her.
    for by in ["priya-raman", "amara-okafor"] {
        store.set_level(&acting(by), &level("leila-haddou", 1)).await.unwrap();
    }
    let words = refused(store.redraw_plan(ines, &plan.id).await).to_string();
    assert!(words.contains("Amara learns") && words.contains("Jonas learns"), "both are named: {words}");
    let words = refused(store.choose_step(ines, &plan.id, &about("amara-okafor", "open")).await).to_string();
    assert!(words.starts_with("It is taken back.") && !words.contains("Amara learns"), "{words}");
    assert_eq!(self::plan(&store).await.choices.len(), 1);
    store.choose_step(ines, &plan.id, &about("jonas-weidner", "open")).await.unwrap();
    assert_eq!(self::plan(&store).await.choices.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drawing_that_is_stopped_leaves_everything_as_it_was() {
    let (store, plan) = drawn().await;
    let ines = acting("ines-carvalho");
    assert!(store.stop_drawing(&acting("priya-raman"), Stop::Leave).is_err(), "managers read");
    // A drawing that is over before it is stopped is drawn; then the next one is stopped.
    let mut stopped = None;
    for _ in 0..100 {
        let end = log_end(&store).await;
        let is_over = std::cell::Cell::new(false);
        let draw = async {
            let drawn = store.redraw_plan(&ines, &plan.id).await;
            is_over.set(true);
            drawn
        };
        let stop = async {
            while !is_over.get() && store.drawing(&ines).unwrap().is_none() {
                tokio::task::yield_now().await;
            }
            store.stop_drawing(&ines, Stop::Leave).unwrap();
        };
        let (drawn, ()) = tokio::join!(draw, stop);
        if drawn.is_err() {
            stopped = Some((refused(drawn).to_string(), log_end(&store).await == end));
            break;
        }
    }
    assert_eq!(stopped, Some(("Stopped. Everything is as it was.".to_owned(), true)));
    // With nothing to stop, nothing happens; the next drawing goes its way.
    store.stop_drawing(&ines, Stop::TakeBest).unwrap();
    store.redraw_plan(&ines, &plan.id).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pair_of_one_s_own_choice_is_kept() {
    let (store, plan) = drawn().await;
    let ines = &acting("ines-carvalho");
    let pair = |learner: &str| PairForm {
        learner: learner.to_owned(),
        teacher: "Leïla Haddou".to_owned(),
        skill: "Wound care".to_owned(),
    };
    store.keep_pair(ines, &plan.id, &pair("Jonas Weidner")).await.unwrap();
    let kept = self::plan(&store).await;
    assert!(kept.steps.iter().any(|step| step.learner.id.as_str() == "jonas-weidner"), "{kept:?}");
    let end = log_end(&store).await;
    let refused = refused(store.keep_pair(ines, &plan.id, &pair("Leïla Haddou")).await);
    assert!(matches!(refused, Rejection::Invalid { .. }), "{refused}");
    assert_eq!(log_end(&store).await, end);
}
