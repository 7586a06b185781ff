//! Hours together in the database: who has a seat, what is asked, who hears of it.

use crate::care::{NOW, acting, log_end, refused, since};
use crate::hours::{
    AMARA, INES, JONAS, LEILA, ON, PRIYA, SOL, date, id, plan, planned, prose, says, seat, session, texts, told,
};
use domain::actor::Actor;
use domain::event::{Audience, Happening};
use domain::notifications::NotificationsQuery;
use domain::rejection::{Noun, Rejection};
use domain::session::{Link, Material, News, OpenTo, Place, Says, Seat, SessionPlan};
use domain::text::Line;
use domain::time::{Span, Timestamp};
use store::Error;

#[tokio::test(flavor = "multi_thread")]
async fn a_seat_goes_to_the_next_when_somebody_leaves_or_does_not_take_it() {
    let (store, clock, id) = planned(&plan()).await;
    for who in [LEILA, JONAS, PRIYA] {
        says(&store, &id, who, Says::Going).await;
    }
    assert_eq!([LEILA, JONAS, PRIYA].map(|who| seat(&store, &id, who)), [Seat::Seat, Seat::InLine, Seat::InLine]);
    let from = log_end(&store).await;
    says(&store, &id, LEILA, Says::NotGoing).await;
    let until = NOW.after(Span::hours(2));
    assert_eq!(seat(&store, &id, JONAS), Seat::Held { until });
    let about =
        Happening::OccurrenceMoved { session: id.clone(), on: ON, person: Some(crate::hours::id(LEILA)), people: None };
    assert_eq!(about.audience(), Audience::Everyone);
    assert_eq!(since(&store, from).await, [(Some(crate::hours::id(LEILA)), about)]);
    assert_eq!(texts(&store, JONAS).await[0], "A seat is held for you until today 11:12: Wounds in plain words.");
    clock.set(until);
    assert!(matches!(store.claim_seat(&acting(JONAS), &id, ON).await, Err(Error::Rejected(Rejection::Stale(_)))));
    assert_eq!(store.expire_holds(&acting(SOL)).await.unwrap(), 1);
    assert_eq!(store.expire_holds(&acting(SOL)).await.unwrap(), 0);
    assert!(store.expire_holds(&acting(PRIYA)).await.is_err());
    store.claim_seat(&acting(PRIYA), &id, ON).await.unwrap();
    assert_eq!([JONAS, PRIYA].map(|who| seat(&store, &id, who)), [Seat::Lapsed, Seat::Seat]);
    let date = date(&store, &id, ON);
    assert_eq!((told(&date, JONAS).len(), told(&date, PRIYA).len()), (2, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn hosts_answer_for_others_and_give_seats_and_others_do_not() {
    let (store, _, id) = planned(&plan()).await;
    let (leila, jonas) = (crate::hours::id(LEILA), crate::hours::id(JONAS));
    store.answer_for(&acting(AMARA), &id, ON, &leila, Says::Going).await.unwrap();
    says(&store, &id, JONAS, Says::Going).await;
    assert!(store.give_seat(&acting(JONAS), &id, ON, &jonas).await.is_err());
    assert!(store.answer_for(&acting(JONAS), &id, ON, &leila, Says::NotGoing).await.is_err());
    store.give_seat(&acting(INES), &id, ON, &jonas).await.unwrap();
    let date = date(&store, &id, ON);
    assert_eq!(date.taken(), 2, "beyond the room");
    assert_eq!(told(&date, LEILA), [&News::AnsweredFor { says: Says::Going }]);
    assert_eq!(told(&date, JONAS), [&News::Given]);
    assert_eq!(texts(&store, JONAS).await[0], "Inês gave you a seat: Wounds in plain words");
    let host = store.answer(&acting(AMARA), &id, ON, Says::Going, 0).await;
    assert!(matches!(host, Err(Error::Rejected(Rejection::Conflict(_)))), "she needs no seat");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_open_to_few_is_seen_and_heard_of_by_those_alone() {
    let asked = SessionPlan { open_to: OpenTo::Invited { people: vec![id(LEILA)] }, ..plan() };
    let (store, _, id) = planned(&asked).await;
    assert_eq!(texts(&store, LEILA).await, ["Amara asks you to come to Wounds in plain words"]);
    let event = store.last_event().await.unwrap().unwrap().event;
    assert!(event.audience.includes(&acting(LEILA)) && event.audience.includes(&acting(INES)));
    assert!(!event.audience.includes(&acting(JONAS)));
    let not_found = store.answer(&acting(JONAS), &id, ON, Says::Going, 0).await;
    assert!(matches!(not_found, Err(Error::Rejected(Rejection::NotFound(Noun::Session)))));
    let not_found = store.ask_question(&acting(JONAS), &id, ON, &prose("Why?"), false).await;
    assert!(matches!(not_found, Err(Error::Rejected(Rejection::NotFound(Noun::Session)))));
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_are_asked_wished_for_and_answered_and_nobody_learns_who_asked_without_a_name() {
    let (store, _, id) = planned(&plan()).await;
    store.ask_question(&acting(LEILA), &id, ON, &prose("Does it hurt?"), true).await.unwrap();
    let event = store.last_event().await.unwrap().unwrap().event;
    assert!(matches!(event.what, Happening::OccurrenceMoved { person: None, .. }));
    assert_eq!(texts(&store, AMARA).await, ["Somebody asks before Wounds in plain words"]);
    store.vote_question(&acting(JONAS), &id, ON, 1).await.unwrap();
    refused(store.reply_question(&acting(JONAS), &id, ON, 1, &prose("No.")).await);
    store.reply_question(&acting(AMARA), &id, ON, 1, &prose("Not when it is done well.")).await.unwrap();
    for who in [LEILA, JONAS] {
        let page = store.notifications_page(&acting(who), NotificationsQuery::default()).await.unwrap();
        assert_eq!(page.items[0].words, "Not when it is done well.");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn materials_come_and_go_and_only_who_was_there_is_asked() {
    let (store, _, id) = planned(&plan()).await;
    let link = Link::parse("link", "https://notes.fernhill.example/wounds").unwrap();
    let title = Line::parse("title", "The sheet").unwrap();
    let sheet = Material { title, link, is_recording: false };
    refused(store.add_material(&acting(JONAS), &id, &sheet).await);
    store.add_material(&acting(AMARA), &id, &sheet).await.unwrap();
    assert_eq!(session(&store, &id).materials, std::slice::from_ref(&sheet));
    store.drop_material(&acting(INES), &id, &sheet).await.unwrap();
    assert_eq!(session(&store, &id).revision.sequence, 0);
    let early = store.answer_survey(&acting(JONAS), &id, ON, 5, &prose("Good.")).await;
    assert!(matches!(early, Err(Error::Rejected(Rejection::Conflict(_)))));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_frees_seats_and_the_other_hosts_go_on() {
    let (store, _, alone) = planned(&plan()).await;
    let with = SessionPlan {
        hosts: vec![id(AMARA), id(PRIYA)],
        place: Place { room: Line::parse("room", "Hall").unwrap(), link: None },
        despite_overlaps: true,
        ..plan()
    };
    let with = store.plan_session(&acting(PRIYA), &with).await.unwrap();
    for who in [LEILA, JONAS] {
        says(&store, &alone, who, Says::Going).await;
    }
    store.end_membership(&Actor::Console, &id(LEILA)).await.unwrap();
    assert!(matches!(seat(&store, &alone, JONAS), Seat::Held { .. }));
    store.end_membership(&Actor::Console, &id(AMARA)).await.unwrap();
    assert_eq!(session(&store, &with).hosts, [id(PRIYA)]);
    assert_eq!(session(&store, &alone).hosts, [id(AMARA)], "never nobody");
    let words = "Wounds in plain words needs a host. Whoever held it works here no more.";
    assert_eq!(texts(&store, INES).await, [words]);
    assert!(!texts(&store, PRIYA).await.contains(&words.to_owned()), "she did not plan that one");
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_reminded_a_day_and_an_hour_before() {
    let (store, clock, id) = planned(&plan()).await;
    says(&store, &id, LEILA, Says::Going).await;
    let starts = Timestamp(1_795_176_000_000);
    let rows = [(25, 0), (24, 1), (2, 1), (1, 2)];
    for (hours, count) in rows {
        clock.set(starts.before(Span::hours(hours)));
        for who in [LEILA, AMARA] {
            let reminded = texts(&store, who).await;
            let reminded = reminded.iter().filter(|text| text.contains("starts")).count();
            assert_eq!(reminded, count, "{who} {hours}");
        }
    }
    assert_eq!(texts(&store, LEILA).await[0], "Wounds in plain words starts today 12:00, Ward kitchen.");
}
