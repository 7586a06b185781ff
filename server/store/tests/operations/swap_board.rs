//! The board of a swap program: what is old, and courses that nobody teaches yet.

use crate::care::{NOW, acting, log_end, refused, since};
use crate::swap::{AMARA, INES, JONAS, LEILA, OFFERS, PRIYA, SOL, WANTS, swapping};
use domain::program::Phase;
use domain::rejection::{Noun, Rejection};
use domain::swap::CourseStep;
use domain::swaps::{CourseForm, SwapsQuery};
use domain::time::Span;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_old_counts_no_more_until_it_is_said_again() {
    let (store, clock, program) = swapping().await;
    clock.set(NOW.after(Span::days(61)));
    let look = store.look_for_swaps(&acting(INES), &program).await.unwrap();
    assert_eq!(look.found, 0);
    for (who, what) in OFFERS {
        store.renew_offer(&acting(who), &what.parse().unwrap()).await.unwrap();
    }
    for (who, what) in WANTS {
        store.renew_want(&acting(who), &what.parse().unwrap()).await.unwrap();
    }
    assert_eq!(store.look_for_swaps(&acting(INES), &program).await.unwrap().found, 1);
    let none = store.renew_offer(&acting(AMARA), &"route-planning".parse().unwrap()).await;
    assert_eq!(refused(none), Rejection::NotFound(Noun::Skill));
    assert!(store.renew_want(&acting(AMARA), &"route-planning".parse().unwrap()).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_course_is_proposed_once_joined_and_held() {
    let (store, _, program) = swapping().await;
    let form = |what: &str| CourseForm { program: program.clone(), skill: what.parse().unwrap(), words: String::new() };
    let id = store.propose_course(&acting(AMARA), &form("route-planning")).await.unwrap();
    let again = refused(store.propose_course(&acting(LEILA), &form("route-planning")).await);
    assert_eq!(again, Rejection::invalid("skill", "This course is proposed already. Join it."));
    assert_eq!(
        refused(store.propose_course(&acting(LEILA), &form("juggling")).await),
        Rejection::NotFound(Noun::Skill)
    );
    store.move_course(&acting(LEILA), &id, CourseStep::Join).await.unwrap();
    let end = log_end(&store).await;
    store.move_course(&acting(LEILA), &id, CourseStep::Join).await.unwrap();
    assert!(since(&store, end).await.is_empty(), "she has joined already");
    store.move_course(&acting(PRIYA), &id, CourseStep::TakeOn).await.unwrap();
    let board = store.swaps_page(&acting(PRIYA), &SwapsQuery::default()).unwrap();
    assert_eq!(board.courses[0].plan_href, format!("/sessions/new?skill=route-planning&program={program}"));
    store.move_course(&acting(PRIYA), &id, CourseStep::GiveBack).await.unwrap();
    let gone = store.move_course(&acting(PRIYA), &id, CourseStep::GiveBack).await;
    assert!(refused(gone).to_string().contains("nothing to give back"));
    store.move_course(&acting(PRIYA), &id, CourseStep::TakeOn).await.unwrap();
    store.end_membership(&acting(SOL), &PRIYA.parse().unwrap()).await.unwrap();
    let board = store.swaps_page(&acting(JONAS), &SwapsQuery::default()).unwrap();
    assert!(board.courses[0].taken.is_none() && board.courses[0].moves.take_on, "who left holds nothing");
    store.move_course(&acting(JONAS), &id, CourseStep::TakeOn).await.unwrap();
    store.move_program(&acting(INES), &program, Phase::Paused).await.unwrap();
    let paused = store.move_course(&acting(JONAS), &id, CourseStep::GiveBack).await;
    assert!(refused(paused).to_string().contains("is paused"));
    store.move_program(&acting(INES), &program, Phase::Running).await.unwrap();
    let none = store.move_course(&acting(JONAS), &"none".parse().unwrap(), CourseStep::Join).await;
    assert_eq!(refused(none), Rejection::NotFound(Noun::Course));
}
