//! What other operations ask of mentoring, in one transaction of theirs.

use super::{pair_up, seek_again};
use crate::demo::{Company, company};
use crate::error::Error;
use crate::{Clock, Store};
use domain::actor::{Actor, Member};
use domain::id::{PersonId, ProgramId};
use domain::mentoring::Rules;
use domain::org::Org;
use domain::pair::{HowPaired, NewPair, Pair};
use domain::rejection::Rejection;
use domain::time::Timestamp;

/// Wednesday 18 November 2026, 12:06 in Berlin.
const NOW: Timestamp = Timestamp(1_795_000_000_000);

async fn fernhill() -> (Store, Company) {
    let company = Company { happened: Vec::new(), ..company(NOW) };
    let store = Store::in_memory(Clock::standing_at(NOW)).await.unwrap();
    store.load_company(&Actor::Console, &company).await.unwrap();
    (store, company)
}

fn read<T>(store: &Store, question: impl FnOnce(&Org) -> T) -> T {
    store.read(&Actor::Console, |org| Ok(question(org))).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_request_of_the_demo_can_be_said_yes_to() {
    let (store, company) = fernhill().await;
    for seeking in &company.seekings {
        let Some(asked) = &seeking.asked else { continue };
        let (role, team) = read(&store, |org| {
            let mentor = org.person(&asked.mentor).unwrap();
            (mentor.role, mentor.team.clone())
        });
        let mentor = Actor::Person(Member { id: asked.mentor.clone(), role, team });
        let yes = store.accept_learner(&mentor, &seeking.program, &seeking.person).await;
        assert!(yes.is_ok(), "{}: {yes:?}", seeking.person);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_in_a_pair_that_did_not_fit_has_looked_all_the_time() {
    let (store, company) = fernhill().await;
    let pair: &Pair = company.pairs.iter().find(|pair| pair.is_open()).unwrap();
    store.change(&Actor::Console, |tx| async move { seek_again(&tx, pair).await }).await.unwrap();
    let (program, learner) = (&pair.program, &pair.learners[0]);
    let (since, search) = read(&store, |org| {
        (org.participant(program, learner).unwrap().since, org.seeking(program, learner).cloned().unwrap())
    });
    assert_eq!((search.since, search.closed), (since, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_brings_people_together_takes_the_place_and_ends_the_search() {
    let (store, _) = fernhill().await;
    let program = ProgramId::parse("across-fernhill").unwrap();
    let rules = &read(&store, |org| Rules::of(org.program(&program).unwrap()).unwrap());
    let together = async |mentor: &str, learners: &[&str]| {
        let new = &NewPair {
            program: program.clone(),
            mentor: PersonId::parse(mentor).unwrap(),
            learners: learners.iter().map(|who| PersonId::parse(who).unwrap()).collect(),
            skill: "backup-restore".parse().unwrap(),
            back: None,
            how: HowPaired::ByOrganiser,
        };
        store.change(&Actor::Console, |tx| async move { pair_up(&tx, rules, new.clone()).await }).await
    };
    let refused = |outcome: Result<_, Error>| match outcome {
        Err(Error::Rejected(Rejection::Conflict(words))) => words,
        other => panic!("{other:?}"),
    };
    let crowd = together("noor-halabi", &["dag-ek", "yusuf-demir", "arjun-venkataraghavan"]).await;
    assert!(refused(crowd).starts_with("All 2 places are taken."));
    let pair = together("noor-halabi", &["dag-ek"]).await.unwrap();
    let dag = PersonId::parse("dag-ek").unwrap();
    let search = read(&store, |org| org.seeking(&program, &dag).cloned().unwrap());
    assert!(search.closed.is_some() && search.asked.is_none() && search.passed.len() == 1, "Sol is asked no more");
    assert!(read(&store, |org| org.pair(&pair).unwrap().is_open()));
    assert!(refused(together("wen-li", &["dag-ek"]).await).contains("already"));
    assert!(refused(together("jonas-weidner", &["arjun-venkataraghavan"]).await).contains("do not mentor"));
    assert!(refused(together("wen-li", &["priya-raman"]).await).contains("do not look for a mentor"));
}
