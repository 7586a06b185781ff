//! Prices, reasons and promises against matching again.

use super::{EQUAL, MIDDLE, SCARCE, SMALL, seen};
use crate::matching::cases::{case, person};
use crate::matching::{
    Because, Candidate, Edit, Fault, Instance, Mentee, Mentor, Pair, Proposal, Standing, Wish, check, solve,
};

#[test]
fn the_price_of_a_pair_is_what_matching_with_it_costs() {
    let mut tried = 0;
    for (size, seeds) in [(SMALL, 40), (EQUAL, 40), (SCARCE, 3)] {
        for seed in 0..seeds {
            let instance = case(seed, size);
            let mut standing = Standing::new(&instance).unwrap();
            let before = standing.answer();
            let pairs = instance.mentees.iter().flat_map(|mentee| {
                mentee.candidates.iter().map(|candidate| (mentee.id.clone(), candidate.mentor.clone()))
            });
            for (mentee, mentor) in pairs.step_by(3) {
                let pair = Pair { mentee, mentor };
                let forced = standing.forced(&pair);
                let mut pinned = instance.clone();
                pinned.pins.push(pair.clone());
                let Ok(forced) = forced else {
                    assert!(solve(&pinned).is_err(), "{seed} {pair:?}");
                    continue;
                };
                tried += 1;
                let anew = solve(&pinned).unwrap();
                assert_eq!(forced.objective, anew.objective, "{seed} {pair:?}");
                let moved = anew.pairs.iter().filter(|pair| !before.pairs.contains(pair));
                let came = forced.moves.iter().filter_map(|moved| Some((&moved.mentee, moved.to.as_ref()?)));
                assert!(came.eq(moved.map(|pair| (&pair.mentee, &pair.mentor))), "{seed} {pair:?}");
            }
            assert_eq!(seen(standing.answer()), seen(before.clone()));
            assert_eq!(standing.answer().certificate, before.certificate);
        }
    }
    assert!(tried > 200, "{tried}");
}

#[test]
fn a_promise_comes_true() {
    let (mut promised, mut proposed) = (0, 0);
    for seed in 0..30 {
        let instance = case(seed, SCARCE);
        let mut standing = Standing::new(&instance).unwrap();
        let before = standing.answer();
        for mentee in before.unserved.iter().take(6) {
            let wish = Wish { mentee: mentee.clone(), mentor: None };
            let new = Pair { mentee: mentee.clone(), mentor: person('m', 3) };
            let edit = Edit::Score { pair: new, score: Some(900) };
            let proposal = Proposal { edit, effort: 50 };
            let Some(promise) = standing.smallest_change(&wish, std::slice::from_ref(&proposal)).unwrap() else {
                continue;
            };
            promised += 1;
            proposed += u32::from(promise.change == proposal);
            assert_eq!(standing.answer().certificate, before.certificate);
            let mut changed = standing.clone();
            changed.apply(&promise.change.edit).unwrap();
            assert_eq!(changed.mentor_of(mentee), Some(&promise.mentor));
            let (after, answer) = (changed.instance(), changed.answer());
            assert_eq!(check(&after, &answer), Ok(()));
            assert_eq!(seen(answer), seen(solve(&after).unwrap()));
        }
        assert_eq!(standing.answer().pairs, before.pairs);
    }
    assert!(promised > 60 && (5..promised).contains(&proposed), "{promised} {proposed}");
}

/// Noor takes one; Amara has waited longer than Wen, who fits better.
fn one_place() -> Instance {
    let candidate = |score| vec![Candidate { mentor: "noor".parse().unwrap(), score }];
    let mentee = |id: &str, wait, candidates| Mentee { id: id.parse().unwrap(), wait, candidates };
    Instance {
        mentees: vec![mentee("amara", 4, candidate(500)), mentee("wen", 1, candidate(900)), mentee("dag", 9, vec![])],
        mentors: vec![Mentor { id: "noor".parse().unwrap(), capacity: 1 }],
        ..Instance::default()
    }
}

#[test]
fn whoever_waits_is_told_why() {
    let mut standing = Standing::new(&one_place()).unwrap();
    let told = |standing: &Standing, id: &str| standing.reasons(&id.parse().unwrap()).unwrap();
    assert_eq!(standing.mentor_of(&"amara".parse().unwrap()).unwrap().as_str(), "noor");
    let wen = told(&standing, "wen");
    assert!(!wen.is_without_candidates && wen.mentor.is_none());
    assert_eq!(wen.passed[0].because, Because::Outbid(vec!["amara".parse().unwrap()]));
    assert!(told(&standing, "dag").is_without_candidates);
    assert!(told(&standing, "amara").passed.is_empty());
    let wish = Wish { mentee: "wen".parse().unwrap(), mentor: None };
    let promise = standing.smallest_change(&wish, &[]).unwrap().unwrap();
    let more = Mentor { id: "noor".parse().unwrap(), capacity: 2 };
    assert_eq!((promise.change.edit, promise.tries), (Edit::Capacity(more), 1));
    let dag = Wish { mentee: "dag".parse().unwrap(), mentor: None };
    assert_eq!(standing.smallest_change(&dag, &[]), Ok(None));
    let nobody = "nobody".parse().unwrap();
    assert_eq!(standing.reasons(&nobody), Err(Fault::NoMentee(nobody)));
}

#[test]
fn a_change_that_cannot_be_is_refused_and_changes_nothing() {
    let mut standing = Standing::new(&one_place()).unwrap();
    let pair = |mentee: &str, mentor: &str| Pair { mentee: mentee.parse().unwrap(), mentor: mentor.parse().unwrap() };
    standing.apply(&Edit::Pin(pair("wen", "noor"))).unwrap();
    assert_eq!(standing.mentor_of(&"wen".parse().unwrap()).unwrap().as_str(), "noor");
    let before = standing.answer();
    let noor = |capacity| Mentor { id: "noor".parse().unwrap(), capacity };
    for (edit, fault) in [
        (Edit::Pin(pair("amara", "noor")), Fault::PinCapacity("noor".parse().unwrap(), 2, 1)),
        (Edit::Pin(pair("dag", "noor")), Fault::PinUnknown(pair("dag", "noor"))),
        (Edit::Forbid(pair("wen", "noor")), Fault::PinForbidden(pair("wen", "noor"))),
        (Edit::Capacity(noor(0)), Fault::PinCapacity("noor".parse().unwrap(), 1, 0)),
        (Edit::Close("noor".parse().unwrap()), Fault::PinCapacity("noor".parse().unwrap(), 1, 0)),
        (Edit::Leave("priya".parse().unwrap()), Fault::NoMentee("priya".parse().unwrap())),
        (Edit::Score { pair: pair("wen", "noor"), score: Some(1_001) }, Fault::Score(pair("wen", "noor"))),
    ] {
        assert_eq!(standing.apply(&edit), Err(fault));
        assert_eq!(standing.answer(), before);
    }
    standing.apply(&Edit::Unpin(pair("wen", "noor"))).unwrap();
    assert_eq!(standing.mentor_of(&"amara".parse().unwrap()).unwrap().as_str(), "noor");
}

#[test]
fn many_more_people_than_the_weights_were_made_for_are_matched_all_the_same() {
    let mut standing = Standing::new(&case(1, SMALL)).unwrap();
    for mentee in case(2, MIDDLE).mentees {
        let known = |candidate: &Candidate| standing.instance().mentors.iter().any(|row| row.id == candidate.mentor);
        let candidates = mentee.candidates.iter().filter(|candidate| known(candidate)).cloned().collect();
        let id = format!("new-{}", mentee.id).parse().unwrap();
        standing.apply(&Edit::Join(Mentee { id, candidates, ..mentee })).unwrap();
    }
    standing.apply(&Edit::Capacity(Mentor { id: person('m', 0), capacity: 40 })).unwrap();
    let (instance, answer) = (standing.instance(), standing.answer());
    assert_eq!(check(&instance, &answer), Ok(()));
    assert_eq!(seen(answer), seen(solve(&instance).unwrap()));
}
