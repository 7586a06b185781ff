//! Changes of hours together in the database: edited, moved, split, settled, called off.

use crate::care::{NOW, acting, refused};
use crate::hours::{
    AMARA, JONAS, LEILA, NEXT, ON, PRIYA, date, fridays, plan, planned, prose, says, seat, session, texts, told,
};
use domain::id::SessionId;
use domain::notifications::NotificationsQuery;
use domain::rejection::Rejection;
use domain::session::{Change, Fits, News, Place, Poll, Repeats, Says, Seat, Seats, SessionPlan, Timing, Until, When};
use domain::text::Line;
use domain::time::{Minutes, Span, Zone};
use store::Error;

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_moves_the_line_up_tells_people_once_and_meets_nobody_half_way() {
    let (store, clock, id) = planned(&plan()).await;
    for who in [LEILA, JONAS] {
        says(&store, &id, who, Says::Going).await;
    }
    let base = session(&store, &id).revision.at;
    clock.set(NOW.after(Span::minutes(1)));
    let more = SessionPlan { seats: Seats { capacity: Some(2), ..plan().seats }, ..plan() };
    refused(store.edit_session(&acting(JONAS), &id, &more, base).await);
    store.edit_session(&acting(AMARA), &id, &more, base).await.unwrap();
    assert!(matches!(seat(&store, &id, JONAS), Seat::Held { .. }));
    assert_eq!(session(&store, &id).revision.sequence, 0);
    let stale = store.edit_session(&acting(AMARA), &id, &plan(), base).await;
    assert!(matches!(stale, Err(Error::Rejected(Rejection::Stale(_)))));
    store.claim_seat(&acting(JONAS), &id, ON).await.unwrap();
    let base = session(&store, &id).revision.at;
    store.edit_session(&acting(AMARA), &id, &plan(), base).await.unwrap();
    let date_now = date(&store, &id, ON);
    assert_eq!(date_now.taken(), 2, "nobody loses a seat");
    assert_eq!(told(&date_now, AMARA), [&News::OverCapacity { seats: 1, people: vec![crate::hours::id(JONAS)] }]);
    let later = SessionPlan { when: When::Set { timing: Timing { minute: 13 * 60, ..fridays() } }, ..plan() };
    let base = session(&store, &id).revision.at;
    clock.set(NOW.after(Span::minutes(2)));
    store.edit_session(&acting(AMARA), &id, &later, base).await.unwrap();
    assert_eq!(session(&store, &id).revision.sequence, 1);
    let words = "Amara moved Wounds in plain words from tomorrow 12:00 to tomorrow 13:00.";
    let read = texts(&store, JONAS).await;
    assert_eq!((read[0].as_str(), read.iter().filter(|text| *text == words).count()), (words, 1), "{read:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_date_is_called_off_with_people_in_line_and_put_back() {
    let (store, _, id) = planned(&plan()).await;
    for who in [LEILA, JONAS] {
        says(&store, &id, who, Says::Going).await;
    }
    let amara = acting(AMARA);
    store.change_date(&amara, &id, ON, Some(&Change::CalledOff), &prose("I am ill.")).await.unwrap();
    let off = date(&store, &id, ON);
    assert_eq!([LEILA, JONAS].map(|who| told(&off, who)), [[&News::CalledOff], [&News::CalledOff]]);
    assert!(store.answer(&acting(PRIYA), &id, ON, Says::Going, 0).await.is_err(), "the line is closed");
    let page = store.notifications_page(&acting(JONAS), NotificationsQuery::default()).await.unwrap();
    assert_eq!(
        (page.items[0].words.as_str(), page.items[0].href.as_str()),
        ("I am ill.", format!("/sessions/{id}/2026-11-20").as_str())
    );
    store.change_date(&amara, &id, ON, None, &prose("")).await.unwrap();
    assert_eq!((seat(&store, &id, LEILA), seat(&store, &id, JONAS)), (Seat::Seat, Seat::InLine));
    assert_eq!(session(&store, &id).revision.sequence, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_single_session_takes_its_answers_to_another_day() {
    let once = Timing { repeats: None, ..fridays() };
    let (store, _, id) = planned(&SessionPlan { when: When::Set { timing: once }, ..plan() }).await;
    says(&store, &id, LEILA, Says::Going).await;
    let to = Change::Moved { day: NEXT, minute: 600, length: Minutes(30), place: None };
    store.change_date(&acting(AMARA), &id, ON, Some(&to), &prose("")).await.unwrap();
    store.reload().await.unwrap();
    assert!(date(&store, &id, ON).answers.is_empty());
    assert_eq!(date(&store, &id, NEXT).answer_of(&crate::hours::id(LEILA)).unwrap().seat, Seat::Seat);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_goes_on_as_another_and_answers_go_along() {
    let (store, _, id) = planned(&plan()).await;
    store.answer(&acting(LEILA), &id, NEXT, Says::Going, 0).await.unwrap();
    says(&store, &id, JONAS, Says::Going).await;
    let repeats = Some(Repeats { rule: "FREQ=WEEKLY;BYDAY=FR".to_owned(), until: Until::Count { dates: 2 } });
    let rest = Timing { first: NEXT, minute: 14 * 60, repeats, ..fridays() };
    let rest = SessionPlan { when: When::Set { timing: rest }, ..plan() };
    let new = store.split_series(&acting(AMARA), &id, NEXT, &rest).await.unwrap();
    assert_eq!(session(&store, &id).timing().unwrap().days(), [ON]);
    assert_eq!(session(&store, &new).follows.as_ref(), Some(&id));
    assert_eq!(date(&store, &id, ON).answers.len(), 1, "what was before stays");
    assert!(date(&store, &id, NEXT).answers.is_empty());
    let moved = date(&store, &new, NEXT);
    assert_eq!(moved.answer_of(&crate::hours::id(LEILA)).unwrap().seat, Seat::Seat);
    assert!(matches!(told(&moved, LEILA)[..], [News::Moved { .. }]));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_called_off_is_told_to_everybody_once() {
    let (store, _, id) = planned(&plan()).await;
    for on in [ON, NEXT] {
        store.answer(&acting(LEILA), &id, on, Says::Going, 0).await.unwrap();
        store.answer(&acting(JONAS), &id, on, Says::Going, 0).await.unwrap();
    }
    refused(store.call_off_session(&acting(JONAS), &id, &prose("No.")).await);
    store.call_off_session(&acting(AMARA), &id, &prose("I am away.")).await.unwrap();
    for who in [LEILA, JONAS] {
        let off = texts(&store, who).await;
        let off: Vec<_> = off.iter().filter(|text| text.contains("called off")).collect();
        assert_eq!(off, ["Amara called off Wounds in plain words, tomorrow 12:00."], "{who}");
    }
    assert!(store.answer(&acting(PRIYA), &id, ON, Says::Going, 0).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn people_vote_and_whom_the_settled_time_suits_comes() {
    let choices = vec![NOW.after(Span::hours(30)), NOW.after(Span::hours(54))];
    let (zone, until) = (Zone::parse("Europe/Lisbon").unwrap(), NOW.after(Span::hours(20)));
    let poll = Poll { choices: choices.clone(), length: Minutes(45), zone, until, votes: Vec::new() };
    let (store, _, id) = planned(&SessionPlan { when: When::Voting { poll }, ..plan() }).await;
    assert!(store.answer(&acting(LEILA), &id, ON, Says::Going, 0).await.is_err(), "there is no date yet");
    for who in [JONAS, LEILA] {
        store.vote(&acting(who), &id, &[(choices[0], Fits::No), (choices[1], Fits::Yes)]).await.unwrap();
    }
    store.vote(&acting(JONAS), &id, &[(choices[0], Fits::IfNeeded)]).await.unwrap();
    assert_eq!(texts(&store, AMARA).await.len(), 2, "a second vote is no news");
    assert_eq!(session(&store, &id).poll().unwrap().best(), Some(choices[1]));
    refused(store.settle_poll(&acting(JONAS), &id, choices[1]).await);
    store.settle_poll(&acting(AMARA), &id, choices[1]).await.unwrap();
    let on = session(&store, &id).timing().unwrap().first;
    let date = date(&store, &id, on);
    let has = |who: &str| date.answer_of(&crate::hours::id(who)).unwrap().seat;
    assert_eq!((has(JONAS), has(LEILA)), (Seat::Seat, Seat::InLine), "in the order of votes");
    assert!(texts(&store, LEILA).await[0].starts_with("Amara settled on a time for Wounds in plain words"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_taken_room_is_refused_and_a_busy_host_confirmed() {
    let (store, _, _) = planned(&plan()).await;
    let once = Timing { minute: 12 * 60 + 30, repeats: None, ..fridays() };
    let other = SessionPlan { when: When::Set { timing: once }, ..plan() };
    let field = |outcome: Result<SessionId, Error>| match outcome {
        Err(Error::Rejected(Rejection::Invalid { field, .. })) => field,
        other => panic!("{other:?}"),
    };
    assert_eq!(field(store.plan_session(&acting(AMARA), &other).await), "room");
    let place = Place { room: Line::parse("room", "Hall").unwrap(), link: None };
    let other = SessionPlan { place, ..other };
    assert_eq!(field(store.plan_session(&acting(AMARA), &other).await), "despite_overlaps");
    let past = When::Set { timing: Timing { first: ON.plus(-8), repeats: None, ..fridays() } };
    assert_eq!(field(store.plan_session(&acting(AMARA), &SessionPlan { when: past, ..other.clone() }).await), "day");
    store.plan_session(&acting(AMARA), &SessionPlan { despite_overlaps: true, ..other }).await.unwrap();
}
