//! What may become of a question, and whom it is put to.

use super::*;
use crate::actor::Actor;
use crate::exchange::{Ask, Exchange};
use crate::fernhill::{NOW, fernhill, signed_in};
use crate::id::ExchangeId;
use crate::org::Org;
use crate::rejection::Rejection;
use crate::time::Minutes;
use std::collections::BTreeSet;

const LEILA: &str = "leila-haddou";
const AMARA: &str = "amara-okafor";
const ROSALIND: &str = "rosalind-achterberg";

fn id(text: &str) -> PersonId {
    text.parse().unwrap()
}

/// A question of Leïla's, put to nobody yet.
pub(crate) fn question(called: &str, title: &str, skill: &str) -> Thread {
    let asking = Asking {
        skill: skill.parse().unwrap(),
        title: Line::parse("title", title).unwrap(),
        details: Prose::default(),
    };
    Thread::asked(called.parse().unwrap(), id(LEILA), asking, None, NOW.before(Span::days(2))).unwrap()
}

/// The same with an answer of Amara's.
pub(crate) fn answered(thread: Thread, text: &str) -> Thread {
    step(thread, AMARA, ThreadMove::Answer { text: Passage::parse("text", text).unwrap(), note: None }).unwrap()
}

fn pumps() -> Thread {
    question("q1", "Why is the pump shrill?", "infusion-pumps")
}

fn step(thread: Thread, who: &str, step: ThreadMove) -> Result<Thread, Rejection> {
    thread.moved(&signed_in(who), step, NOW)
}

fn routed(org: &Org, by: &str, before: &[&str]) -> Option<String> {
    let before: BTreeSet<PersonId> = before.iter().map(|who| id(who)).collect();
    route(org, &"infusion-pumps".parse().unwrap(), &id(by), &before, NOW).map(|routed| routed.person.to_string())
}

/// Rosalind is asked to teach pumps, two days ago.
fn asked_to_teach(org: &mut Org, called: &str) {
    let ask = Ask {
        teacher: id(ROSALIND),
        skill: "infusion-pumps".parse().unwrap(),
        message: Prose::default(),
        minutes: Minutes(30),
        starts_at: None,
    };
    let called: ExchangeId = called.parse().unwrap();
    org.put_exchange(Exchange::open(called, id("dag-ek"), ask, NOW.before(Span::days(2))).unwrap());
}

#[test]
fn it_goes_to_who_knows_it_and_was_interrupted_least() {
    let mut org = fernhill();
    assert_eq!(routed(&org, LEILA, &[]).as_deref(), Some(ROSALIND), "she can teach it, Amara does it alone");
    asked_to_teach(&mut org, "k1");
    assert_eq!(routed(&org, LEILA, &[]).as_deref(), Some(AMARA), "Rosalind was interrupted, Amara was not");
    let mut thread = pumps();
    thread = thread.passed_on(Some(id(AMARA)), NOW.before(Span::days(1)));
    org.put_thread(thread);
    assert_eq!(Interruptions::of(&org, NOW).count(&id(AMARA)), 1);
    assert_eq!(routed(&org, LEILA, &[]).as_deref(), Some(ROSALIND), "once each; Rosalind knows it better");
    assert_eq!(routed(&org, LEILA, &[ROSALIND, AMARA]), None);
    assert_eq!(routed(&org, AMARA, &[ROSALIND]), None, "nobody is asked their own question");
}

#[test]
fn interruptions_are_forgotten_after_four_weeks_and_who_is_away_is_left_in_peace() {
    let mut org = fernhill();
    asked_to_teach(&mut org, "k1");
    let later = NOW.after(Span::days(27));
    let found = route(&org, &"infusion-pumps".parse().unwrap(), &id(LEILA), &BTreeSet::new(), later).unwrap();
    assert_eq!((found.person.as_str(), found.interrupted), (ROSALIND, 0));
    let today = crate::clocks::Day::utc(NOW);
    let mut amara = org.person(&id(AMARA)).unwrap().clone();
    amara.away = vec![crate::person::Away { from: today, until: today.plus(3) }];
    org.put_person(amara);
    assert_eq!(routed(&org, LEILA, &[]).as_deref(), Some(ROSALIND), "Amara is away");
}

#[test]
fn a_question_goes_on_when_passed_or_late_and_stays_open_to_everybody() {
    let put = pumps().passed_on(Some(id(ROSALIND)), NOW);
    assert_eq!(put.waits_for(), Some(&id(ROSALIND)));
    assert!(!put.is_late(NOW) && put.is_late(NOW.after(TURN)));
    assert!(matches!(step(put.clone(), AMARA, ThreadMove::PassOn { to: None }), Err(Rejection::Stale(_))));
    let on = step(put, ROSALIND, ThreadMove::PassOn { to: Some(id(AMARA)) }).unwrap();
    assert_eq!((on.waits_for(), on.turns[0].passed_at), (Some(&id(AMARA)), Some(NOW)));
    let open = step(on, AMARA, ThreadMove::PassOn { to: None }).unwrap();
    assert!(open.waits_for().is_none() && open.is_open());
    assert!(answered(open, "The line is kinked.").waits_for().is_none());
}

#[test]
fn only_the_asker_and_program_admins_say_what_solved_it() {
    let thread = answered(pumps(), "The line is kinked.");
    let accept = || ThreadMove::Accept { number: 1 };
    assert!(matches!(step(thread.clone(), "dag-ek", accept()), Err(Rejection::Forbidden(_))));
    let solved = step(thread.clone(), LEILA, accept()).unwrap();
    assert!(!solved.is_open());
    assert!(step(thread.clone(), "ines-carvalho", accept()).is_ok());
    assert!(matches!(step(thread, LEILA, ThreadMove::Accept { number: 2 }), Err(Rejection::Stale(_))));
    let open = step(solved.clone(), LEILA, ThreadMove::Reopen).unwrap();
    assert!(open.is_open());
    let gone = step(solved, AMARA, ThreadMove::RemoveAnswer { number: 1 }).unwrap();
    assert!(gone.accepted.is_none() && gone.answers[0].text.as_str().is_empty(), "what was taken back solves nothing");
}

#[test]
fn answers_are_their_writers_and_a_closed_question_takes_none() {
    let thread = answered(pumps(), "The line is kinked.");
    let text = || Passage::parse("text", "The line is bent.").unwrap();
    let edit = || ThreadMove::EditAnswer { number: 1, text: text(), note: None };
    assert!(matches!(step(thread.clone(), LEILA, edit()), Err(Rejection::Forbidden(_))));
    let edited = step(thread.clone(), AMARA, edit()).unwrap();
    assert_eq!((edited.answers[0].text.as_str(), edited.answers[0].edited_at), ("The line is bent.", Some(NOW)));
    assert!(matches!(
        step(thread.clone(), "dag-ek", ThreadMove::RemoveAnswer { number: 1 }),
        Err(Rejection::Forbidden(_))
    ));
    assert!(step(thread.clone(), "ines-carvalho", ThreadMove::RemoveAnswer { number: 1 }).is_ok());
    let closed = step(thread, LEILA, ThreadMove::Close { why: Line::default() }).unwrap();
    assert!(matches!(step(closed, AMARA, ThreadMove::Answer { text: text(), note: None }), Err(Rejection::Stale(_))));
}

#[test]
fn others_say_that_they_would_like_it_answered_once_each() {
    let want = |thread, who, wanted| step(thread, who, ThreadMove::WantToo { wanted });
    let twice = want(want(pumps(), "dag-ek", true).unwrap(), "dag-ek", true).unwrap();
    assert_eq!(twice.wanted_too.len(), 1);
    assert!(want(twice, "dag-ek", false).unwrap().wanted_too.is_empty());
    assert!(matches!(want(pumps(), LEILA, true), Err(Rejection::Conflict(_))));
    let stranger = pumps().moved(&Actor::Stranger, ThreadMove::WantToo { wanted: true }, NOW);
    assert_eq!(stranger, Err(Rejection::SignedOut));
}
