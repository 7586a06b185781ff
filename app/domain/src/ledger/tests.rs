//! The ledger holds under any order of requests, and finds what was altered.

use super::*;
use crate::clocks::Day;
use crate::id::{PersonId, SessionId};
use crate::receipt::RequestKey;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn minutes(count: i64) -> Minutes {
    Minutes::new(count).unwrap()
}

fn person(name: &str) -> PersonId {
    name.parse().unwrap()
}

fn account(name: &str) -> Account {
    Account::Person(person(name))
}

fn limits() -> HoursLimits {
    HoursLimits { soft: minutes(-120), hard: minutes(-300) }
}

fn key(number: u64) -> TransferKey {
    TransferKey::of_request(&person("amara"), &RequestKey::from_bits(0, number))
}

/// Amara teaches Jonas and Leila for so many minutes.
fn taught(number: u64, count: i64) -> Transfer {
    let learners = [person("leila"), person("jonas")];
    let who = (&person("amara"), &learners[..]);
    Transfer::taught((key(number), person("amara")), who, (minutes(count), Shares::Learners)).unwrap()
}

#[test]
fn an_hour_is_shared_out_to_the_minute() {
    let mut book = Book::new(limits());
    book.post(taught(1, 61)).unwrap();
    let balances = ["amara", "jonas", "leila"].map(|name| book.balance(&account(name)).get());
    assert_eq!(balances, [61, -31, -30]);
    let alone = (&person("amara"), &[][..]);
    let open = Transfer::taught((key(2), person("amara")), alone, (minutes(60), Shares::Learners)).unwrap();
    book.post(open).unwrap();
    assert_eq!(book.balance(&Account::Commons), minutes(-60));
    assert_eq!(prove(&book).unwrap().sum, 0);
}

#[test]
fn the_same_request_counts_once_and_another_of_its_key_is_refused() {
    let mut book = Book::new(limits());
    assert_eq!(book.post(taught(1, 60)).unwrap().postings.len(), 3);
    assert_eq!(book.post(taught(1, 60)), Ok(Done::default()));
    assert_eq!(book.post(taught(1, 90)), Err(Refusal::OtherLegs(key(1))));
    assert_eq!(book.balance(&account("amara")), minutes(60));
}

#[test]
fn the_soft_limit_is_told_and_the_hard_limit_refuses() {
    let mut book = Book::new(limits());
    assert!(book.post(taught(1, 200)).unwrap().warned.is_empty());
    assert_eq!(book.post(taught(2, 100)).unwrap().warned, [person("jonas"), person("leila")]);
    assert!(book.post(taught(3, 100)).unwrap().warned.is_empty(), "they know");
    let refused = book.post(taught(4, 500)).unwrap_err();
    assert_eq!(refused, Refusal::Limit { person: person("jonas"), short: 150 });
    assert_eq!(book.balance(&account("amara")), minutes(400));
}

#[test]
fn what_does_not_even_out_is_refused() {
    let mut uneven = taught(1, 60);
    uneven.legs[0].minutes = minutes(61);
    let mut short = taught(2, 60);
    short.legs.truncate(1);
    let mut book = Book::new(limits());
    assert_eq!(book.post(uneven), Err(Refusal::Uneven(1)));
    assert_eq!(book.post(short), Err(Refusal::Legs));
    assert!(Minutes::new(i64::MAX).is_err());
    assert_eq!(prove(&book), Ok(Proof::default()));
}

#[test]
fn a_reversal_happens_once_and_the_commons_bears_what_was_spent() {
    let mut book = Book::new(limits());
    book.post(taught(1, 400)).unwrap();
    let spent = Transfer {
        key: key(2),
        legs: vec![
            Leg { account: account("amara"), minutes: minutes(-600) },
            Leg { account: account("noor"), minutes: minutes(600) },
        ],
        reason: Reason::Given,
        by: person("amara"),
        reverses: None,
    };
    book.post(spent).unwrap();
    book.reverse(&key(1), person("noor")).unwrap();
    let balances = ["amara", "jonas", "leila"].map(|name| book.balance(&account(name)).get());
    assert_eq!(balances, [-300, 0, 0]);
    assert_eq!(book.balance(&Account::Commons), minutes(-300));
    assert_eq!(book.reverse(&key(1), person("noor")), Err(Refusal::Reversed(key(1))));
    let back = TransferKey::of_reversal(&key(1));
    assert_eq!(book.reverse(&back, person("noor")), Err(Refusal::NotReversible(back.clone())));
    assert_eq!(prove(&book).unwrap().sum, 0);
    let lines = book.statement(&account("jonas"));
    assert_eq!(lines.iter().map(|line| line.posting.minutes.get()).collect::<Vec<_>>(), [-200, 200]);
    assert!(lines[0].is_reversed && lines[0].others.contains(&&account("amara")));
}

/// What may be asked of a ledger.
#[derive(Clone, Debug)]
enum Request {
    Teach { key: u64, teacher: usize, learners: Vec<usize>, minutes: i64, commons: bool },
    Reverse { key: u64 },
}

fn request() -> impl Strategy<Value = Request> {
    let teach = (0..40_u64, 0..6_usize, prop::collection::vec(0..6_usize, 0..4), 1..200_i64, any::<bool>());
    let teach = teach.prop_map(|(key, teacher, learners, minutes, commons)| Request::Teach {
        key,
        teacher,
        learners,
        minutes,
        commons,
    });
    prop_oneof![4 => teach, 1 => (0..40_u64).prop_map(|key| Request::Reverse { key })]
}

fn ask(book: &mut Book, request: &Request) -> Result<Done, Refusal> {
    let name = |number: usize| person(&format!("p{number}"));
    match request {
        Request::Teach { key: of, teacher, learners, minutes: count, commons } => {
            let learners: Vec<PersonId> = learners.iter().map(|number| name(*number)).collect();
            let shares = if *commons { Shares::Commons } else { Shares::Learners };
            let who = (&name(*teacher), &learners[..]);
            book.post(Transfer::taught((key(*of), name(*teacher)), who, (minutes(*count), shares)).unwrap())
        }
        Request::Reverse { key: of } => book.reverse(&key(*of), person("noor")),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Requests that arrive twice, in any order, with reversals between: no minute appears or is lost, nobody passes the
    /// hard limit, and what was refused changed nothing.
    #[test]
    fn no_minute_appears_or_is_lost(requests in prop::collection::vec(request(), 1..60)) {
        let mut book = Book::new(limits());
        let mut seen: BTreeMap<u64, i64> = BTreeMap::new();
        for request in requests.iter().chain(&requests) {
            let before = book.guards.clone();
            match ask(&mut book, request) {
                Ok(done) => {
                    prop_assert_eq!(done.postings.iter().map(|posting| posting.minutes.get()).sum::<i64>(), 0);
                    if let (Request::Teach { key, minutes, .. }, false) = (request, done.postings.is_empty()) {
                        prop_assert!(seen.insert(*key, *minutes).is_none(), "a key counted twice");
                    }
                }
                Err(_) => prop_assert_eq!(&before, &book.guards),
            }
            let owing = book.guards.iter().filter(|(account, _)| **account != Account::Commons);
            prop_assert!(owing.into_iter().all(|(_, guard)| guard.balance >= limits().hard));
        }
        prop_assert_eq!(prove(&book).map(|proof| proof.sum), Ok(0));
    }
}

/// A book with a few transfers and a reversal.
fn filled() -> Book {
    let mut book = Book::new(limits());
    for number in 0..6 {
        book.post(taught(number, 40)).unwrap();
    }
    book.reverse(&key(3), person("noor")).unwrap();
    book
}

#[test]
fn every_altered_posting_is_found() {
    let book = filled();
    assert!(prove(&book).is_ok());
    let alter: [fn(&mut Posting); 6] = [
        |posting| posting.minutes = posting.minutes.plus(Minutes::new(1).unwrap()).unwrap(),
        |posting| posting.balance = posting.balance.negated(),
        |posting| posting.number += 1,
        |posting| posting.transfer = TransferKey::of_close(&SessionId::from_name("another").unwrap(), Day(0)),
        |posting| posting.hash = posting.hash.replace(['0', '1'], "2"),
        |posting| posting.account = Account::Commons,
    ];
    for (account, postings) in &book.postings {
        for at in 0..postings.len() {
            for (which, change) in alter.iter().enumerate() {
                let mut other = book.clone();
                change(&mut other.postings.get_mut(account).unwrap()[at]);
                assert!(prove(&other).is_err(), "{account:?} {at} {which}");
            }
            let mut other = book.clone();
            other.postings.get_mut(account).unwrap().remove(at);
            assert!(prove(&other).is_err(), "{account:?} {at} dropped");
        }
    }
}

#[test]
fn an_altered_balance_or_transfer_is_found() {
    let mut richer = filled();
    richer.guards.get_mut(&account("jonas")).unwrap().balance = Minutes::ZERO;
    assert_eq!(prove(&richer), Err(Falsity::Balance(account("jonas"))));
    let mut other = filled();
    other.transfers.get_mut(&key(2)).unwrap().legs[0].minutes = minutes(41);
    assert_eq!(prove(&other), Err(Falsity::Transfer(key(2))));
    let mut gone = filled();
    gone.transfers.remove(&key(2));
    assert_eq!(prove(&gone), Err(Falsity::Transfer(key(2))));
    let mut from_nowhere = filled();
    from_nowhere.guards.insert(account("mallory"), Guard { balance: minutes(60), ..Guard::new(None) });
    assert_eq!(prove(&from_nowhere), Err(Falsity::Balance(account("mallory"))));
    let mut undone = filled();
    undone.transfers.get_mut(&TransferKey::of_reversal(&key(3))).unwrap().reverses = Some(key(9));
    assert!(matches!(prove(&undone), Err(Falsity::Reversal(_))));
}

/// What happens without the guard: two transfers that were decided by the same balance take an account past its limit. The
/// proof of sums does not see it, the limit does, and so does the chain.
#[test]
fn a_balance_that_is_read_before_another_is_written_is_caught() {
    let guard = |name: &str| (account(name), Guard::new(Some(limits())));
    let guards: BTreeMap<Account, Guard> = ["amara", "jonas", "leila"].map(guard).into();
    let (one, two) = (post(&taught(1, 400), &guards).unwrap(), post(&taught(2, 400), &guards).unwrap());
    let mut book = Book::new(limits());
    for (transfer, done) in [(taught(1, 400), one), (taught(2, 400), two)] {
        for posting in done.postings {
            let mut guard = Guard::new(Some(limits()));
            (guard.balance, guard.postings, guard.head) = (posting.balance, posting.number, posting.hash.clone());
            book.guards.insert(posting.account.clone(), guard);
            book.postings.entry(posting.account.clone()).or_default().push(posting);
        }
        book.transfers.insert(transfer.key.clone(), transfer);
    }
    assert_eq!(prove(&book), Err(Falsity::Posting(account("amara"), 2)));
}
