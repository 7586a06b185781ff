//! How evidence is weighed: the rules that program admins set, who rates how, and how one level comes about.

use crate::care::{NOW, acting, care, level, log_end, refused, since};
use domain::actor::Actor;
use domain::event::Happening;
use domain::evidence::{EvidenceRules, Source};
use domain::rejection::{Noun, Rejection};
use domain::time::Span;
use store::Store;

/// The level of Amara in wound care, and the chance that she can do it alone.
fn amara(store: &Store) -> Option<(u8, u16)> {
    let (person, skill) = ("amara-okafor".parse().unwrap(), "wound-care".parse().unwrap());
    let known = store.read(&Actor::Console, |org| Ok(org.known(&person, &skill).cloned())).unwrap()?;
    let estimate = known.estimate;
    Some((estimate.level.number(), estimate.belief.at_least(domain::evidence::Level::ALONE)))
}

fn rules(store: &Store) -> EvidenceRules {
    store.read(&Actor::Console, |org| Ok(org.weighing().rules.clone())).unwrap()
}

async fn three_speak(store: &Store) {
    for (speaker, said) in [("amara-okafor", 4), ("jonas-weidner", 3), ("priya-raman", 3)] {
        store.set_level(&acting(speaker), &level("amara-okafor", said)).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn program_admins_weigh_evidence_and_every_level_follows() {
    let (store, _) = care().await;
    three_speak(&store).await;
    let (before, end) = (amara(&store).unwrap(), log_end(&store).await);
    for member in ["amara-okafor", "priya-raman"] {
        let reason = refused(store.set_evidence_rules(&acting(member), "weight-peer=0&half-life-peer=280").await);
        assert!(matches!(reason, Rejection::Forbidden(_)));
        assert!(matches!(refused(store.evidence_page(&acting(member), "").await), Rejection::Forbidden(_)));
    }
    assert_eq!((amara(&store), since(&store, end).await.len()), (Some(before), 0));

    let ines = acting("ines-carvalho");
    let proposal = "weight-peer=0&half-life-peer=280&weight-manager=0&half-life-manager=280";
    let page = store.evidence_page(&ines, proposal).await.unwrap();
    assert_eq!(page.preview.as_ref().map(|preview| (preview.up, preview.down)), Some((0, 0)), "4 alone is 3 too");
    assert_eq!(amara(&store), Some(before), "a look changes nothing");

    store.set_evidence_rules(&ines, proposal).await.unwrap();
    let after = amara(&store).unwrap();
    assert!(after.1 < before.1, "{before:?} {after:?}");
    assert_eq!((rules(&store).of(Source::Peer).weight, rules(&store).of(Source::Own).weight), (0, 100));
    assert_eq!(since(&store, end).await, [(ines.person().cloned(), Happening::EvidenceRulesChanged)]);
    store.reload().await.unwrap();
    assert_eq!(amara(&store), Some(after));

    store.set_evidence_rules(&ines, "").await.unwrap();
    assert_eq!((amara(&store), rules(&store)), (Some(before), EvidenceRules::USUAL));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_admin_saved_meanwhile_is_not_put_back() {
    let (store, _) = care().await;
    let (ines, sol) = (acting("ines-carvalho"), acting("sol-lindqvist"));
    let seen = store.evidence_page(&ines, "").await.unwrap().seen;
    let all = |own: u16| format!("weight-own={own}&half-life-own=180&weight-peer=100&half-life-peer=280&seen={seen}");
    store.set_evidence_rules(&sol, "weight-peer=50&half-life-peer=280").await.unwrap();
    let end = log_end(&store).await;
    let reason = refused(store.set_evidence_rules(&ines, &all(40)).await);
    assert!(matches!(reason, Rejection::Stale(_)), "{reason}");
    assert_eq!((rules(&store).of(Source::Peer).weight, since(&store, end).await.len()), (50, 0));
    let seen = store.evidence_page(&ines, "").await.unwrap().seen;
    store.set_evidence_rules(&ines, &format!("weight-own=40&half-life-own=180&seen={seen}")).await.unwrap();
    assert_eq!([Source::Own, Source::Peer].map(|source| rules(&store).of(source).weight), [40, 50]);
}

#[tokio::test(flavor = "multi_thread")]
async fn weights_out_of_range_are_refused_and_change_nothing() {
    let (store, _) = care().await;
    let end = log_end(&store).await;
    for query in ["weight-peer=201&half-life-peer=280", "weight-peer=100&half-life-peer=2", "weight-peer=100"] {
        let reason = refused(store.set_evidence_rules(&acting("ines-carvalho"), query).await);
        assert!(matches!(reason, Rejection::Invalid { .. }), "{query}");
        assert!(store.evidence_page(&acting("ines-carvalho"), query).await.unwrap().refused.is_some());
    }
    assert_eq!((rules(&store), since(&store, end).await.len()), (EvidenceRules::USUAL, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_level_is_explained_to_everybody_who_is_signed_in() {
    let (store, clock) = care().await;
    three_speak(&store).await;
    clock.set(NOW.after(Span::days(1)));
    let (person, skill) = (&"amara-okafor".parse().unwrap(), &"wound-care".parse().unwrap());
    let page = store.level_page(&acting("leila-haddou"), person, skill).await.unwrap();
    assert_eq!((page.lines.len(), page.level.map(|level| level.number())), (3, amara(&store).map(|(level, _)| level)));
    assert_eq!(page.lines.last().map(|line| line.mean.1), Some(page.ends_at));
    assert_eq!(refused(store.level_page(&Actor::Stranger, person, skill).await), Rejection::SignedOut);
    let nobody = refused(store.level_page(&acting("leila-haddou"), &"nobody".parse().unwrap(), skill).await);
    assert_eq!(nobody, Rejection::NotFound(Noun::Person));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_rates_higher_than_others_is_worked_out_and_shown_to_few() {
    let (store, _) = care().await;
    // Priya sees two steps more than all others, in everybody.
    for person in ["amara-okafor", "leila-haddou", "sol-lindqvist", "ines-carvalho"] {
        for (speaker, said) in [("priya-raman", 4), ("jonas-weidner", 2), ("leila-haddou", 2), ("amara-okafor", 2)] {
            if speaker != person {
                store.set_level(&acting(speaker), &level(person, said)).await.unwrap();
            }
        }
    }
    let (before, end) = (amara(&store).unwrap(), log_end(&store).await);
    let member = store.work_out_leniency(&acting("jonas-weidner")).await;
    assert!(matches!(refused(member), Rejection::Forbidden(_)));
    let ines = acting("ines-carvalho");
    assert!(store.work_out_leniency(&ines).await.unwrap());
    assert!(!store.work_out_leniency(&ines).await.unwrap(), "nothing has changed since");
    assert_eq!(since(&store, end).await, [(ines.person().cloned(), Happening::LeniencyChanged)]);
    assert_ne!(amara(&store).unwrap(), before, "levels are worked out anew");

    let page = store.evidence_page(&ines, "").await.unwrap();
    assert_eq!(page.raters[0].person.name, "Priya Raman");
    let (person, skill) = (&"amara-okafor".parse().unwrap(), &"wound-care".parse().unwrap());
    let mut shown = Vec::new();
    for reader in ["priya-raman", "ines-carvalho", "amara-okafor", "jonas-weidner"] {
        let page = store.level_page(&acting(reader), person, skill).await.unwrap();
        let of_priya = page.lines.iter().find(|line| line.what.contains("Priya")).unwrap();
        shown.push(of_priya.rater.is_some());
    }
    assert_eq!(shown, [true, true, false, false]);
}
