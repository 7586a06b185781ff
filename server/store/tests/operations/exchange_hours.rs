//! The hour together that two agreed on, in the database: the request goes along, and nothing stands anywhere twice.

use crate::fernhill::{NOW, acting, company};
use crate::two::{ON, agreed, ask, exchange, level, met, prose, refusal, session, texts};
use domain::actor::Actor;
use domain::clocks::Day;
use domain::evidence::{Level, Source};
use domain::exchange::{Ask, Exchange, Move, Outcome, Side, Stage};
use domain::mail::EntryOf;
use domain::rejection::{Noun, Rejection};
use domain::session::{Change, Says, SessionKind};
use domain::sessions::CalendarQuery;
use domain::text::Prose;
use domain::time::{Minutes, Span, Timestamp};
use store::demo::Company;
use store::{Clock, Store};

#[tokio::test(flavor = "multi_thread")]
async fn the_yes_of_both_makes_an_hour_that_only_they_see() {
    let (store, _, id, hour) = agreed().await;
    let made = session(&store, &hour);
    assert_eq!((made.kind, made.title.as_str()), (SessionKind::OneToOne, "SQL for reports: Jonas and Amara"));
    assert_eq!((made.hosts.len(), made.asked().len(), made.exchange.as_ref()), (1, 1, Some(&id)));
    assert_eq!(made.timing().unwrap().zone.as_str(), "Europe/Berlin", "it stands on the teacher’s clock");
    assert_eq!(exchange(&store, &id).starts_at, Some(NOW.after(Span::days(1))));
    for who in ["amara", "jonas"] {
        let page = store.session_page(&acting(who), &hour, None).unwrap();
        assert_eq!(page.request, Some(format!("/exchanges/{id}")), "{who}");
        assert!(page.moves.change && !page.moves.answer && !page.moves.give_up, "{who}");
        assert_eq!(store.exchange_page(&acting(who), &id).unwrap().meeting, Some(format!("/sessions/{hour}")));
    }
    for who in ["noor", "sol"] {
        assert_eq!(refusal(store.session_page(&acting(who), &hour, None)), Rejection::NotFound(Noun::Session), "{who}");
        let off = store.call_off_session(&acting(who), &hour, &prose("No.")).await;
        assert_eq!(refusal(off), Rejection::NotFound(Noun::Session), "{who}");
    }
    let apart = store.answer(&acting("amara"), &hour, ON, Says::NotGoing, 0).await;
    assert!(matches!(refusal(apart), Rejection::Conflict(why) if why.contains("call it off")));
    store.reload().await.unwrap();
    assert_eq!(
        (session(&store, &hour), store.read(&Actor::Console, |org| Ok(org.sessions().count())).unwrap()),
        (made, 1)
    );
}

fn is_reminder(text: &str) -> bool {
    text.starts_with("Tomorrow") || text.starts_with("Today")
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_it_stands_anywhere_twice() {
    let (store, clock, id, hour) = agreed().await;
    for (who, told) in
        [("amara", "Jonas said yes: SQL for reports"), ("jonas", "Amara asks you to teach SQL for reports")]
    {
        let all = texts(&store, who).await;
        let others: Vec<_> = all.iter().filter(|text| !is_reminder(text)).collect();
        assert_eq!((others.len(), others[0].as_str(), all.len()), (1, told, 2), "{who}: and it is a day before");
        let page = store.calendar_page(&acting(who), CalendarQuery::default()).unwrap();
        let entries: Vec<_> = page.list.iter().flat_map(|day| &day.entries).collect();
        assert_eq!(entries.iter().map(|entry| entry.href.clone()).collect::<Vec<_>>(), [format!("/sessions/{hour}")]);
        let home = store.home_page(&acting(who)).await.unwrap();
        assert_eq!(home.agenda.iter().map(|line| line.href.clone()).collect::<Vec<_>>(), [format!("/sessions/{hour}")]);
        let mine = EntryOf::Exchange { exchange: id.clone() };
        let clocks = domain::clocks::Clocks { now: NOW, ahead: &|_, _| Span(0) };
        let entries = |of: &EntryOf| {
            store.read(&Actor::Console, |org| Ok(of.entries(org, &who.parse().unwrap(), &clocks).len())).unwrap()
        };
        assert_eq!((entries(&mine), entries(&EntryOf::Session { session: hour.clone() })), (0, 1), "{who}");
    }
    clock.set(NOW.after(Span::minutes(23 * 60 + 30)));
    for who in ["amara", "jonas"] {
        let home = store.home_page(&acting(who)).await.unwrap();
        assert_eq!((home.agenda.len(), home.step.unwrap().kind), (1, domain::next_step::NextStepKind::Meet));
        let near = texts(&store, who).await.into_iter().filter(|text| is_reminder(text));
        assert_eq!(near.count(), 2, "{who}: a day and an hour before");
    }
    // Somebody who is asked for the same hour is told that they are busy, once.
    let wanted = store.read(&Actor::Console, |org| {
        let clocks = domain::clocks::Clocks { now: NOW, ahead: &|_, _| Span(0) };
        let span = (NOW, NOW.after(Span::days(2)));
        Ok(domain::free_time::busy(org, &"jonas".parse().unwrap(), span, &clocks).len())
    });
    assert_eq!(wanted.unwrap(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_moves_the_hour_moves_what_was_agreed_and_the_other_is_told_once() {
    let (store, _, id, hour) = agreed().await;
    let change = Change::Moved { day: Day(20_779), minute: 9 * 60, length: Minutes(30), place: None };
    store.change_date(&acting("amara"), &hour, ON, Some(&change), &Prose::default()).await.unwrap();
    let moved = exchange(&store, &id);
    assert_eq!(
        (moved.starts_at, moved.minutes),
        (Some(Timestamp(Day(20_779).begins().0 + 8 * 3_600_000)), Minutes(30))
    );
    assert_eq!(moved.history.last().unwrap().by, Side::Learner);
    let told = texts(&store, "jonas").await;
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(told[0], "Amara moved SQL for reports: Jonas and Amara from tomorrow 10:12 to Sunday 09:00.");
    let page = store.exchange_page(&acting("jonas"), &id).unwrap();
    assert_eq!(page.history.last().unwrap().text, "Amara moved it to Sunday 09:00");
    assert!(!page.moves.propose && page.moves.decline);
    let again =
        store.move_exchange(&acting("jonas"), &id, &Move::Propose { starts_at: NOW.after(Span::days(5)) }).await;
    assert!(matches!(refusal(again), Rejection::Conflict(why) if why.contains("on its own page")));
}

#[tokio::test(flavor = "multi_thread")]
async fn called_off_on_either_page_it_is_off_on_both_with_the_words() {
    for on_the_request in [true, false] {
        let (store, _, id, hour) = agreed().await;
        let (jonas, reason) = (acting("jonas"), prose("I am ill."));
        if on_the_request {
            store.move_exchange(&jonas, &id, &Move::Decline { reason: reason.clone() }).await.unwrap();
        } else {
            store.call_off_session(&jonas, &hour, &reason).await.unwrap();
        }
        assert_eq!(exchange(&store, &id).stage, Stage::Declined { by: Side::Teacher, reason: reason.clone() });
        assert_eq!(exchange(&store, &id).history.len(), 2);
        assert_eq!(session(&store, &hour).called_off.unwrap().reason, reason);
        let told = texts(&store, "amara").await;
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with("Jonas called off SQL for reports: Jonas and Amara"), "{told:?}");
        assert_eq!(store.home_page(&acting("amara")).await.unwrap().agenda, []);
        // The same can be asked for again.
        store.ask_exchange(&acting("amara"), &ask()).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_works_here_no_more_leaves_no_meeting_behind() {
    let (store, _, id, hour) = agreed().await;
    store.end_membership(&acting("sol"), &"jonas".parse().unwrap()).await.unwrap();
    let stage = exchange(&store, &id).stage;
    assert!(
        matches!(stage, Stage::Declined { by: Side::Teacher, reason } if reason.as_str() == "Jonas works here no more.")
    );
    assert!(session(&store, &hour).called_off.is_some());
    assert!(texts(&store, "amara").await[0].starts_with("Called off: SQL for reports"));
    assert_eq!(texts(&store, "sol").await, Vec::<String>::new(), "it is not hers to know");
}

/// Agreed before there were hours together, to meet in so many hours.
fn of_before(id: &str, learner: &str, in_hours: i64) -> Exchange {
    let asked_at = NOW.before(Span::days(5));
    let ask = Ask { starts_at: Some(NOW.after(Span::hours(in_hours))), ..ask() };
    let asked = Exchange::open(id.parse().unwrap(), learner.parse().unwrap(), ask, asked_at).unwrap();
    asked.moved(Side::Teacher, Move::Accept, asked_at.after(Span::hours(1))).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn meetings_to_come_of_before_get_their_hour_once_and_those_that_began_end_as_they_were_agreed() {
    let store = Store::in_memory(Clock::standing_at(NOW)).await.unwrap();
    let exchanges = vec![of_before("ahead", "amara", 26), of_before("over", "noor", -2)];
    store.load_company(&Actor::Console, &Company { exchanges, ..company() }).await.unwrap();
    let (ahead, over) = ("ahead".parse().unwrap(), "over".parse().unwrap());
    assert!(matches!(refusal(store.give_agreed_hours(&acting("noor")).await), Rejection::Forbidden(_)));
    let from = store.last_event().await.unwrap().unwrap().event.seq;
    assert_eq!(store.give_agreed_hours(&Actor::Console).await.unwrap(), 1);
    let events = store.events_after(from, 10).await.unwrap();
    assert_eq!(events.len(), 2, "the request and its hour: {events:?}");
    assert_eq!(store.give_agreed_hours(&Actor::Console).await.unwrap(), 0);
    store.reload().await.unwrap();
    assert_eq!(store.give_agreed_hours(&Actor::Console).await.unwrap(), 0);
    let hour = exchange(&store, &ahead).session.unwrap();
    assert_eq!(session(&store, &hour).exchange, Some(ahead.clone()));
    assert_eq!((exchange(&store, &ahead).stage, exchange(&store, &ahead).history.len()), (Stage::Agreed, 1));
    // The other goes on as it began.
    assert_eq!(exchange(&store, &over).session, None);
    store.move_exchange(&acting("jonas"), &over, &met(Outcome::Met, "")).await.unwrap();
    store.move_exchange(&acting("noor"), &over, &met(Outcome::Met, "Thank you.")).await.unwrap();
    assert!(matches!(exchange(&store, &over).stage, Stage::Done { .. }));
    assert_eq!(level(&store, "noor"), Some((Level::AWARE, Source::Attended)));
    assert_eq!(store.read(&Actor::Console, |org| Ok(org.thanks().len())).unwrap(), 1);
}
