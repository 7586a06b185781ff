//! A mentor's places, when everybody comes at once.

use crate::mentors::{NOW, acting, id, learner, pairs, pairs_of, program, skill, wish, words};
use domain::mentoring::{Asked, Seeking};
use domain::program::Value;
use domain::rejection::Rejection;
use domain::time::Span;
use store::Error;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_thousand_accepts_at_once_never_take_more_than_the_three_places() {
    const LEARNERS: usize = 1_000;
    let asked: Vec<Seeking> = (0..LEARNERS).map(|n| waiting(&learner(n))).collect();
    let (store, _, program) = pairs(LEARNERS, &[("learners_per_mentor", Value::Number(3))], asked).await;
    let accepts = (0..LEARNERS).map(|n| {
        let (store, program) = (store.clone(), program.clone());
        tokio::spawn(async move { store.accept_learner(&acting("noor"), &program, &id(&learner(n))).await })
    });
    let (mut accepted, mut refused) = (0, 0);
    for accept in accepts.collect::<Vec<_>>() {
        match accept.await.unwrap() {
            Ok(_) => accepted += 1,
            Err(Error::Rejected(Rejection::Conflict(_) | Rejection::Stale(_))) => refused += 1,
            Err(other) => panic!("{other:?}"),
        }
    }
    assert_eq!((accepted, refused), (3, LEARNERS - 3));
    assert_eq!(pairs_of(&store, "noor"), 3);
    store.reload().await.unwrap();
    assert_eq!(pairs_of(&store, "noor"), 3, "and three in the database");
}

/// A search that asks Noor.
fn waiting(who: &str) -> Seeking {
    let mut search = Seeking::begun(program(), id(who), NOW.before(Span::days(1)), NOW);
    search.wishes = vec![wish("noor")];
    search.asked =
        Some(Asked { mentor: id("noor"), skill: skill(), words: words(""), at: NOW, until: NOW.after(Span::days(3)) });
    search
}
