//! Looking for a mentor: wishes, requests that always come to an answer, and places.

use crate::care::refused;
use crate::mentors::{NOW, SQL, acting, asks, id, learner, mentor, pairs, pairs_of, read, search, wish, words};
use domain::actor::Actor;
use domain::id::{PairId, ProgramId};
use domain::mentoring::{Because, PausedBecause, Wish};
use domain::program::{Phase, Value};
use domain::rejection::Rejection;
use domain::time::Span;
use store::Store;

/// They wish for these, and ask the first.
async fn ask(store: &Store, program: &ProgramId, who: &str, mentors: &[&str]) {
    let wishes: Vec<Wish> = mentors.iter().map(|mentor| wish(mentor)).collect();
    store.rank_mentors(&acting(who), program, &wishes).await.unwrap();
    store.ask_mentor(&acting(who), program, &words("Please show me.")).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_learner_ranks_asks_and_is_accepted_and_the_two_are_a_pair() {
    let (store, _, program) = pairs(2, &[], Vec::new()).await;
    let (one, two) = (learner(0), learner(1));
    let page = store.match_page(&acting(&one), &program).unwrap();
    assert_eq!(page.suggestions.len(), 2);
    ask(&store, &program, &one, &["noor", "wen"]).await;
    assert_eq!(store.mentoring_page(&acting("noor")).unwrap().requests.len(), 1);
    let answer = store.mentor_answer_page(&acting("noor"), &program, &id(&one)).unwrap();
    assert!(answer.may_accept && answer.words == "Please show me.");
    assert!(store.mentor_answer_page(&acting("wen"), &program, &id(&one)).is_err());
    assert!(matches!(refused(store.accept_learner(&acting("wen"), &program, &id(&one)).await), Rejection::Stale(_)));
    let pair: PairId = store.accept_learner(&acting("noor"), &program, &id(&one)).await.unwrap();
    let found = read(&store, |org| org.pair(&pair).cloned().unwrap());
    assert_eq!((found.mentor.as_str(), found.learners[0].as_str(), found.skill.as_str()), ("noor", one.as_str(), SQL));
    assert!(matches!(refused(store.accept_learner(&acting("noor"), &program, &id(&one)).await), Rejection::Stale(_)));
    let again = store.rank_mentors(&acting(&one), &program, &[wish("wen")]).await;
    assert!(refused(again).to_string().contains("You have a mentor in this program already."));
    ask(&store, &program, &two, &["noor", "wen"]).await;
    assert_eq!(asks(&store, &program, &two).as_deref(), Some("wen"), "Noor’s one place is taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn wishes_for_oneself_and_for_people_who_left_are_refused() {
    let (store, _, program) = pairs(2, &[], Vec::new()).await;
    let one = learner(0);
    let ranked =
        async |mentor: &str| refused(store.rank_mentors(&acting(&one), &program, &[wish(mentor)]).await).to_string();
    assert_eq!(ranked(&one).await, "You cannot be your own mentor. Choose somebody else.");
    assert!(ranked(&learner(1)).await.contains("does not mentor in this program any more"));
    store.end_membership(&acting("sol"), &id("wen")).await.unwrap();
    assert!(ranked("wen").await.contains("does not mentor in this program any more"));
    assert!(matches!(refused(store.rank_mentors(&acting("noor"), &program, &[]).await), Rejection::Forbidden(_)));
    let text = store.rank_by_form(&acting(&one), &program, &["noor/sql-for-reports".to_owned()]).await;
    assert!(text.is_ok() && store.rank_by_form(&acting(&one), &program, &["noor".to_owned()]).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_no_goes_on_to_the_next_wish_with_its_reason() {
    let (store, _, program) = pairs(1, &[], Vec::new()).await;
    let one = learner(0);
    ask(&store, &program, &one, &["noor", "wen"]).await;
    let (noor, reason) = (acting("noor"), words("From March on."));
    store.decline_learner(&noor, &program, &id(&one), &reason).await.unwrap();
    assert_eq!(asks(&store, &program, &one).as_deref(), Some("wen"));
    let because = search(&store, &program, &one).passed[0].because.clone();
    assert_eq!(because, Because::Declined { reason: words("From March on.") });
    store.take_back_mentor_request(&acting(&one), &program).await.unwrap();
    assert_eq!(asks(&store, &program, &one), None);
    assert!(store.take_back_mentor_request(&acting(&one), &program).await.is_err());
    store.ask_mentor(&acting(&one), &program, &words("")).await.unwrap();
    assert_eq!(asks(&store, &program, &one).as_deref(), Some("wen"), "Noor said no");
    store.stop_seeking(&acting(&one), &program).await.unwrap();
    assert!(store.match_page(&acting(&one), &program).unwrap().asked.is_none());
    store.rank_mentors(&acting(&one), &program, &[wish("wen")]).await.unwrap();
    assert!(search(&store, &program, &one).closed.is_none(), "ranking somebody opens it again");
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_goes_on_after_three_days_and_a_silent_mentor_is_paused_kindly() {
    let (store, clock, program) = pairs(3, &[("learners_per_mentor", Value::Number(3))], Vec::new()).await;
    for n in 0..2 {
        ask(&store, &program, &learner(n), &["noor", "wen"]).await;
    }
    assert_eq!(store.look_after_mentoring(&Actor::Console).await.unwrap(), 0, "nothing is due");
    clock.set(NOW.after(Span::days(3)));
    let late = store.accept_learner(&acting("noor"), &program, &id(&learner(0))).await;
    assert!(matches!(refused(late), Rejection::Stale(_)), "time is over");
    assert_eq!(store.look_after_mentoring(&Actor::Console).await.unwrap(), 2);
    assert_eq!(asks(&store, &program, &learner(0)).as_deref(), Some("wen"));
    assert_eq!(mentor(&store, &program, "noor").paused.unwrap().because, PausedBecause::Silent);
    assert!(!store.mentoring_page(&acting("noor")).unwrap().places[0].paused.is_empty());
    ask(&store, &program, &learner(2), &["noor", "wen"]).await;
    assert_eq!(asks(&store, &program, &learner(2)).as_deref(), Some("wen"), "nobody new asks her");
    store.resume_mentoring(&acting("noor"), &program).await.unwrap();
    assert_eq!(mentor(&store, &program, "noor").paused, None);
    assert!(store.look_after_mentoring(&acting("wen")).await.is_err(), "it is the server’s own clock");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_says_how_many_and_pauses_and_whoever_waits_goes_on() {
    let (store, _, program) = pairs(2, &[("learners_per_mentor", Value::Number(3))], Vec::new()).await;
    ask(&store, &program, &learner(0), &["noor", "wen"]).await;
    store.pause_mentoring(&acting("noor"), &program).await.unwrap();
    assert_eq!(asks(&store, &program, &learner(0)).as_deref(), Some("wen"), "she goes on at once");
    assert_eq!(search(&store, &program, &learner(0)).passed[0].because, Because::Paused);
    store.set_mentor_places(&acting("wen"), &program, 1).await.unwrap();
    assert!(store.set_mentor_places(&acting("wen"), &program, 4).await.is_err());
    assert!(matches!(refused(store.set_mentor_places(&acting("sol"), &program, 1).await), Rejection::Forbidden(_)));
    ask(&store, &program, &learner(1), &["wen"]).await;
    store.accept_learner(&acting("wen"), &program, &id(&learner(0))).await.unwrap();
    let passed = search(&store, &program, &learner(1));
    assert_eq!((passed.asked, passed.passed[0].because.clone()), (None, Because::Full));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_who_leaves_in_the_middle_leaves_nobody_waiting() {
    let (store, _, program) = pairs(1, &[], Vec::new()).await;
    let one = learner(0);
    ask(&store, &program, &one, &["noor", "wen"]).await;
    store.leave_program(&acting("noor"), &program).await.unwrap();
    let refusal = refused(store.accept_learner(&acting("noor"), &program, &id(&one)).await);
    assert!(refusal.to_string().contains("mentor"), "{refusal}");
    assert_eq!(store.look_after_mentoring(&Actor::Console).await.unwrap(), 1);
    assert_eq!(asks(&store, &program, &one).as_deref(), Some("wen"));
    store.end_membership(&acting("sol"), &id("wen")).await.unwrap();
    assert_eq!(store.look_after_mentoring(&Actor::Console).await.unwrap(), 1);
    let search = search(&store, &program, &one);
    let because: Vec<&Because> = search.passed.iter().map(|passed| &passed.because).collect();
    assert_eq!((search.asked, because), (None, vec![&Because::Left, &Because::Left]));
    assert_eq!(pairs_of(&store, &one), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_longer_than_promised_is_made_known_once() {
    let (store, clock, program) = pairs(1, &[], Vec::new()).await;
    let one = learner(0);
    store.rank_mentors(&acting(&one), &program, &[wish("noor")]).await.unwrap();
    clock.set(NOW.after(Span::days(8)));
    store.look_after_mentoring(&Actor::Console).await.unwrap();
    assert_eq!(search(&store, &program, &one).overdue, None);
    clock.set(NOW.after(Span::days(9)));
    store.look_after_mentoring(&Actor::Console).await.unwrap();
    assert_eq!(search(&store, &program, &one).overdue, Some(NOW.after(Span::days(9))));
    let before = store.last_event().await.unwrap().unwrap().event.seq;
    clock.set(NOW.after(Span::days(12)));
    store.look_after_mentoring(&Actor::Console).await.unwrap();
    assert_eq!(store.last_event().await.unwrap().unwrap().event.seq, before, "once is enough");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_goes_on_while_a_program_is_paused_and_organisers_pair_where_they_do() {
    let (store, _, program) = pairs(1, &[("mode", Value::Text("organisers".to_owned()))], Vec::new()).await;
    let one = learner(0);
    store.rank_mentors(&acting(&one), &program, &[wish("noor")]).await.unwrap();
    let asked = store.ask_mentor(&acting(&one), &program, &words("")).await;
    assert!(refused(asked).to_string().contains("the organisers pair people"));
    let (store, clock, program) = pairs(1, &[], Vec::new()).await;
    ask(&store, &program, &one, &["noor", "wen"]).await;
    store.move_program(&acting("sol"), &program, Phase::Paused).await.unwrap();
    clock.set(NOW.after(Span::days(5)));
    assert_eq!(store.look_after_mentoring(&Actor::Console).await.unwrap(), 0);
    let accepted = store.accept_learner(&acting("noor"), &program, &id(&one)).await;
    assert!(refused(accepted).to_string().starts_with("This program is paused."));
    store.move_program(&acting("sol"), &program, Phase::Running).await.unwrap();
    let until = search(&store, &program, &one).asked.unwrap().until;
    assert_eq!(until, NOW.after(Span::days(8)), "she has as long as she had");
    assert_eq!(store.look_after_mentoring(&Actor::Console).await.unwrap(), 0);
    assert_eq!(asks(&store, &program, &one).as_deref(), Some("noor"));
    clock.set(until);
    assert_eq!(store.look_after_mentoring(&Actor::Console).await.unwrap(), 1);
    assert_eq!(mentor(&store, &program, "noor").unanswered, 1, "this time she could have answered");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_last_day_pairs_are_over() {
    let (store, clock, program) = pairs(1, &[], Vec::new()).await;
    let one = learner(0);
    ask(&store, &program, &one, &["noor", "wen"]).await;
    let pair = store.accept_learner(&acting("noor"), &program, &id(&one)).await.unwrap();
    assert_eq!(store.part_with_those_gone(&Actor::Console).await.unwrap(), 0);
    store.set_last_day(&acting("sol"), &id("noor"), &domain::clocks::Day::utc(NOW).iso()).await.unwrap();
    assert_eq!(store.part_with_those_gone(&Actor::Console).await.unwrap(), 0, "it is her last day");
    clock.set(NOW.after(Span::days(1)));
    assert!(matches!(refused(store.part_with_those_gone(&acting("wen")).await), Rejection::Forbidden(_)));
    assert_eq!(store.part_with_those_gone(&Actor::Console).await.unwrap(), 1);
    assert!(!read(&store, |org| org.pair(&pair).unwrap().is_open()));
    assert_eq!(store.part_with_those_gone(&Actor::Console).await.unwrap(), 0);
    ask(&store, &program, &one, &["wen"]).await;
    assert_eq!(asks(&store, &program, &one).as_deref(), Some("wen"), "and they look again");
}
