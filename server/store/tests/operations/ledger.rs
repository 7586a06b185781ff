//! Hours in the database: posted with what they follow from, once however often they are sent, by however many at once,
//! and proven from the rows.

use crate::care::{acting, care, refused, since};
use crate::hours::{AMARA, INES, JONAS, LEILA, PRIYA, SOL, id, prose, texts};
use domain::actor::Actor;
use domain::event::{Audience, Happening, Seq};
use domain::hours::{GiveHours, HoursBookQuery, SetRight};
use domain::ledger::{Account, Minutes, Reason, TransferKey};
use domain::receipt::RequestKey;
use domain::rejection::Rejection;
use domain::session::{OpenTo, SessionKind, SessionPlan, Timing, When};
use domain::time::{Span, Timestamp};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use store::Store;

fn minutes(count: i64) -> Minutes {
    Minutes::new(count).unwrap()
}

fn gift(number: u64, to: &str, count: i64) -> GiveHours {
    let to = if to.is_empty() { Account::Commons } else { Account::Person(id(to)) };
    GiveHours {
        to,
        minutes: minutes(count),
        words: prose("For the notes."),
        key: Some(RequestKey::from_bits(7, number)),
    }
}

fn holds(store: &Store, who: &str) -> i64 {
    store.read(&Actor::Console, |org| Ok(org.hours_of(&id(who)).get())).unwrap()
}

fn commons(store: &Store) -> i64 {
    let of = |account: Option<&domain::hours::HoursAccount>| account.map_or(0, |account| account.balance.get());
    store.read(&Actor::Console, |org| Ok(of(org.hours_account(&Account::Commons)))).unwrap()
}

/// Proves the ledger; how many transfers there are.
async fn proven(store: &Store) -> usize {
    let check = store.verify_ledger(&Actor::Console).await.unwrap();
    let proof = check.proof.unwrap();
    assert_eq!(proof.sum, 0);
    assert_eq!(check.head, store.hours_proof().head, "what everybody sees is what the rows say");
    proof.transfers
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_are_given_once_however_often_and_only_the_two_hear_of_it() {
    let (store, _) = care().await;
    let from = crate::care::log_end(&store).await;
    for _ in 0..3 {
        store.give_hours(&acting(AMARA), &gift(1, JONAS, 30)).await.unwrap();
    }
    assert_eq!((holds(&store, AMARA), holds(&store, JONAS)), (-30, 30));
    let moved = since(&store, from).await;
    let [(by, what)] = moved.as_slice() else { panic!("{moved:?}") };
    assert_eq!(by.as_ref(), Some(&id(AMARA)));
    assert!(matches!(what, Happening::HoursMoved(moved) if moved.reason == Reason::Given && moved.people.len() == 2));
    let Audience::PeopleAndRole { people, .. } = what.audience() else { panic!("{what:?}") };
    assert_eq!(people.len(), 2);
    assert_eq!(texts(&store, JONAS).await, ["Amara gave you 30 min"]);
    let other = refused(store.give_hours(&acting(AMARA), &gift(1, JONAS, 45)).await);
    assert!(matches!(other, Rejection::Conflict(words) if words.contains("other hours")));
    store.give_hours(&acting(AMARA), &gift(2, "", 15)).await.unwrap();
    assert_eq!((holds(&store, AMARA), commons(&store), proven(&store).await), (-45, 15, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn giving_is_refused_to_oneself_to_who_left_below_the_limit_and_by_strangers() {
    let (store, _) = care().await;
    store.end_membership(&Actor::Console, &id(LEILA)).await.unwrap();
    let to_herself = refused(store.give_hours(&acting(AMARA), &gift(1, AMARA, 30)).await);
    assert!(matches!(to_herself, Rejection::Invalid { field, .. } if field == "to"));
    assert!(matches!(refused(store.give_hours(&acting(AMARA), &gift(1, LEILA, 30)).await), Rejection::NotFound(_)));
    assert_eq!(refused(store.give_hours(&Actor::Stranger, &gift(1, JONAS, 30)).await), Rejection::SignedOut);
    store.give_hours(&acting(AMARA), &gift(2, JONAS, 600)).await.unwrap();
    assert!(texts(&store, AMARA).await[0].contains("It is your turn to teach"), "the soft limit is told");
    store.give_hours(&acting(AMARA), &gift(3, JONAS, 600)).await.unwrap();
    let below = refused(store.give_hours(&acting(AMARA), &gift(4, JONAS, 1)).await);
    assert!(below.to_string().contains("Amara Okafor 1 min below the most that anybody may owe"), "{below}");
    assert_eq!((holds(&store, AMARA), proven(&store).await), (-1_200, 2));
    assert_eq!(texts(&store, AMARA).await.iter().filter(|text| text.contains("your turn")).count(), 1, "once");
}

/// Amara shows Jonas wound care for an hour, a day ago, and both say so.
async fn taught(store: &Store, clock: &store::Clock) -> TransferKey {
    let start = crate::care::NOW.after(Span::days(1));
    let plan = SessionPlan {
        kind: SessionKind::OneToOne,
        open_to: OpenTo::Invited { people: vec![id(JONAS)] },
        when: When::Set { timing: Timing { repeats: None, ..crate::hours::fridays() } },
        ..crate::hours::plan()
    };
    let session = store.plan_session(&acting(AMARA), &plan).await.unwrap();
    let end = start.after(Span::hours(12));
    clock.set(end);
    let says = domain::session::Closing {
        minutes: domain::time::Minutes(60),
        people: vec![id(JONAS)],
        skills: plan.skills.clone(),
        note: prose(""),
        thanks: prose(""),
    };
    let on = crate::hours::ON;
    let close = domain::attendance::CloseDate { session: session.clone(), on, says, key: None };
    store.close_date(&acting(AMARA), &close).await.unwrap();
    let seen: Timestamp = end;
    let sign = domain::attendance::Countersign { session: session.clone(), on, seen, words: prose(""), key: None };
    for _ in 0..2 {
        store.countersign(&acting(JONAS), &sign).await.unwrap();
    }
    TransferKey::of_close(&session, on)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_counter_signed_hour_is_posted_once_and_stands_in_both_statements() {
    let (store, clock) = care().await;
    taught(&store, &clock).await;
    assert_eq!((holds(&store, AMARA), holds(&store, JONAS), proven(&store).await), (60, -60, 1));
    let page = store.hours_page(&acting(JONAS), None).await.unwrap();
    assert_eq!(page.lead, "You have learned 1 h more than you have taught.");
    assert_eq!(
        (page.lines[0].what.as_str(), page.lines[0].with.as_str()),
        ("Learned at “Wounds in plain words”", "Amara Okafor")
    );
    assert_eq!(store.hours_page(&acting(AMARA), None).await.unwrap().lines[0].minutes, "+1 h");
    assert!(store.hours_page(&acting(LEILA), None).await.unwrap().lines.is_empty());
    assert!(store.hours_page(&Actor::Stranger, None).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_takes_an_hour_back_or_sets_it_right_and_both_are_told() {
    let (store, clock) = care().await;
    let entry = taught(&store, &clock).await;
    let right = SetRight {
        entry: entry.clone(),
        minutes: minutes(45),
        words: prose("It ended at a quarter to."),
        key: Some(RequestKey::from_bits(1, 1)),
    };
    for who in [AMARA, PRIYA, INES] {
        assert!(matches!(refused(store.set_hours_right(&acting(who), &right).await), Rejection::Forbidden(_)), "{who}");
        let back = refused(store.reverse_hours(&acting(who), &entry, &prose("No.")).await);
        assert!(matches!(back, Rejection::Forbidden(_)), "{who}");
        assert!(store.hours_book(&acting(who), HoursBookQuery::default()).await.is_err());
        assert!(store.verify_ledger(&acting(who)).await.is_err());
    }
    for _ in 0..2 {
        store.set_hours_right(&acting(SOL), &right).await.unwrap();
    }
    assert_eq!((holds(&store, AMARA), holds(&store, JONAS), proven(&store).await), (45, -45, 3));
    assert_eq!(
        texts(&store, JONAS).await[..2],
        ["Sol set your hours right: −45 min", "Sol set your hours right: +1 h"]
    );
    let twice = refused(store.reverse_hours(&acting(SOL), &entry, &prose("Again.")).await);
    assert!(matches!(twice, Rejection::Conflict(words) if words.contains("reversed already")));
    let book = store.hours_book(&acting(SOL), HoursBookQuery::default()).await.unwrap();
    assert_eq!(book.lines.len(), 3);
    assert_eq!(book.lines.iter().filter(|line| line.may_reverse).count(), 1, "the hour as it is now");
    let of_jonas = HoursBookQuery { person: JONAS.to_owned(), before: None };
    assert_eq!(store.hours_book(&acting(SOL), of_jonas).await.unwrap().lines.len(), 3);
    let now = TransferKey::of_request_about(&id(SOL), &RequestKey::from_bits(1, 1), &entry);
    store.reverse_hours(&acting(SOL), &now, &prose("It did not take place.")).await.unwrap();
    assert_eq!((holds(&store, AMARA), holds(&store, JONAS), proven(&store).await), (0, 0, 4));
    let lines = store.hours_page(&acting(JONAS), None).await.unwrap().lines;
    assert_eq!(lines.iter().filter(|line| line.is_reversed).count(), 2);
    let back = TransferKey::of_reversal(&now);
    assert!(refused(store.reverse_hours(&acting(SOL), &back, &prose("")).await).to_string().contains("no such entry"));
}

/// How many people give at once, and how often each.
const GIVERS: [&str; 5] = [AMARA, JONAS, LEILA, PRIYA, INES];
const GIFTS: u64 = 60;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_give_at_once_each_twice_no_minute_appears_or_is_lost_and_nobody_passes_the_limit() {
    let (store, _) = care().await;
    let (done, limited) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let mut all = Vec::new();
    for (place, from) in GIVERS.into_iter().enumerate() {
        for _ in 0..2 {
            let (store, done, limited) = (store.clone(), Arc::clone(&done), Arc::clone(&limited));
            all.push(tokio::spawn(async move {
                for number in 0..GIFTS {
                    let next = GIVERS[(place + 1 + usize::try_from(number % 4).unwrap()) % GIVERS.len()];
                    let to = if number % 3 == 0 || next == from { "" } else { next };
                    match store.give_hours(&acting(from), &gift(number, to, 40 + i64::try_from(number).unwrap())).await
                    {
                        Ok(()) => done.fetch_add(1, Ordering::Relaxed),
                        Err(store::Error::Rejected(Rejection::Invalid { .. })) => {
                            limited.fetch_add(1, Ordering::Relaxed)
                        }
                        Err(other) => panic!("{from} {number}: {other:?}"),
                    };
                }
            }));
        }
    }
    for one in all {
        one.await.unwrap();
    }
    let (done, limited) = (done.load(Ordering::Relaxed), limited.load(Ordering::Relaxed));
    assert_eq!(done + limited, 2 * GIVERS.len() * usize::try_from(GIFTS).unwrap());
    assert!(limited > 0, "somebody came to the limit");
    let transfers = proven(&store).await;
    assert!(transfers >= done / 2 && transfers <= done, "{transfers} of {done}");
    let sum: i64 = GIVERS.iter().map(|who| holds(&store, who)).sum();
    assert_eq!(sum + commons(&store), 0);
    assert!(GIVERS.iter().all(|who| holds(&store, who) >= -1_200));
    let before = store.hours_proof();
    store.reload().await.unwrap();
    assert_eq!(store.hours_proof().head, before.head, "memory is what the rows say");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_goes_on_page_by_page() {
    let (store, clock) = care().await;
    for number in 0..45 {
        clock.set(clock.now().after(Span::minutes(1)));
        store.give_hours(&acting(AMARA), &gift(number, JONAS, 1)).await.unwrap();
    }
    let first = store.hours_page(&acting(AMARA), None).await.unwrap();
    assert_eq!((first.lines.len(), first.lines[0].balance.as_str(), first.older), (40, "−45 min", Some(6)));
    let rest = store.hours_page(&acting(AMARA), first.older).await.unwrap();
    assert_eq!((rest.lines.len(), rest.older, rest.is_later_page), (5, None, true));
    let book = store.hours_book(&acting(SOL), HoursBookQuery::default()).await.unwrap();
    assert_eq!((book.lines.len(), book.older.is_some()), (40, true));
    assert!(store.last_event().await.unwrap().unwrap().event.seq > Seq(45));
}
