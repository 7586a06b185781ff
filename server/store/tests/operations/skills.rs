//! Levels, wants, offers and the catalogue: each works, is refused, writes its event, and changes nothing when refused.

use crate::care::{NOW, acting, care, level, log_end, name, refused, since, skill};
use domain::actor::Actor;
use domain::event::Happening;
use domain::evidence::{Level, Source};
use domain::id::{PersonId, SkillId};
use domain::rejection::{Noun, Rejection};
use domain::skills::{AreaDraft, LevelEdit, LevelForm, OfferEdit, SkillsQuery, WantEdit};
use domain::text::Line;
use domain::time::{Minutes, Span};
use domain::want::Priority;
use store::Store;

fn wounds() -> SkillId {
    "wound-care".parse().unwrap()
}

fn amara() -> PersonId {
    "amara-okafor".parse().unwrap()
}

fn known(store: &Store, person: &str) -> Option<(u8, u16)> {
    let person = person.parse().unwrap();
    let known = store.read(&Actor::Console, |org| Ok(org.known(&person, &wounds()).cloned())).unwrap();
    known.map(|known| (known.estimate.level.number(), known.estimate.pieces))
}

fn want(target: u8) -> WantEdit {
    WantEdit { skill: wounds(), target: Level::try_from(target).unwrap(), priority: Priority::Now }
}

fn offer(minutes: u16) -> OfferEdit {
    OfferEdit { skill: wounds(), minutes: Minutes(minutes), note: Line::parse("note", "at the ward").unwrap() }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_own_level_stands_at_once_and_what_was_said_before_stays() {
    let (store, clock) = care().await;
    let before = log_end(&store).await;
    store.set_level(&acting("amara-okafor"), &level("amara-okafor", 2)).await.unwrap();
    assert_eq!(known(&store, "amara-okafor"), Some((1, 1)), "people place themselves high");
    clock.set(NOW.after(Span::days(1)));
    store.set_level(&acting("amara-okafor"), &level("amara-okafor", 3)).await.unwrap();
    assert_eq!(known(&store, "amara-okafor"), Some((2, 2)));

    let given = Happening::EvidenceGiven { person: amara(), skill: wounds() };
    assert_eq!(since(&store, before).await, [(Some(amara()), given.clone()), (Some(amara()), given)]);
    let page = store.person_page(&acting("jonas-weidner"), &amara()).await.unwrap();
    assert_eq!(page.lanes[0].sources.len(), 2);
    assert_eq!(page.lanes[0].sources[1].silent.as_deref(), Some("said anew since, counts a quarter"));
}

#[tokio::test(flavor = "multi_thread")]
async fn colleagues_and_managers_speak_beside_the_own_word_and_overwrite_nobody() {
    let (store, _) = care().await;
    for (speaker, said) in [("amara-okafor", 4), ("jonas-weidner", 3), ("priya-raman", 3)] {
        store.set_level(&acting(speaker), &level("amara-okafor", said)).await.unwrap();
    }
    assert_eq!(known(&store, "amara-okafor"), Some((3, 3)));
    let known = store.read(&Actor::Console, |org| Ok(org.known(&amara(), &wounds()).unwrap().source)).unwrap();
    assert_eq!(known, Source::Manager);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_level_for_an_unknown_skill_or_person_or_by_nobody_is_refused_and_writes_nothing() {
    let (store, _) = care().await;
    let before = log_end(&store).await;
    let unknown = LevelEdit { skill: "juggling".parse().unwrap(), ..level("amara-okafor", 1) };
    assert!(matches!(refused(store.set_level(&acting("amara-okafor"), &unknown).await), Rejection::Invalid { .. }));
    let nobody = level("nobody", 1);
    let reason = refused(store.set_level(&acting("amara-okafor"), &nobody).await);
    assert_eq!(reason, Rejection::NotFound(Noun::Person));
    for actor in [Actor::Stranger, Actor::Console] {
        assert_eq!(refused(store.set_level(&actor, &level("amara-okafor", 1)).await), Rejection::SignedOut);
    }
    assert!(since(&store, before).await.is_empty());
    assert_eq!(known(&store, "amara-okafor"), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_word_on_a_skill_can_be_a_colleagues_who_writes_its_name() {
    let (store, _) = care().await;
    let jonas = acting("jonas-weidner");
    let unsaid = || store.skills_to_say(&jonas, &amara(), "wound").unwrap();
    assert_eq!(unsaid().iter().map(|tag| tag.id.clone()).collect::<Vec<_>>(), [wounds()]);
    let form = |skill_text: &str| LevelForm {
        person: amara(),
        skill: String::new(),
        skill_text: skill_text.to_owned(),
        level: "3".to_owned(),
        note: "I saw it".to_owned(),
    };
    let unknown = refused(store.set_level_by_form(&jonas, &form("Juggling")).await);
    assert!(matches!(unknown, Rejection::Invalid { field, .. } if field == "skill"));
    store.set_level_by_form(&jonas, &form("wound CARE")).await.unwrap();
    assert_eq!(known(&store, "amara-okafor").map(|(_, pieces)| pieces), Some(1));
    assert!(unsaid().is_empty(), "it stands on her page now");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_said_it_can_take_it_back_once_and_it_stays_listed() {
    let (store, _) = care().await;
    store.set_level(&acting("jonas-weidner"), &level("amara-okafor", 1)).await.unwrap();
    let take_back = |who: &str| {
        let (store, actor) = (store.clone(), acting(who));
        async move { store.take_back_level(&actor, &amara(), &wounds(), NOW).await }
    };
    assert!(matches!(refused(take_back("amara-okafor").await), Rejection::Forbidden(_)));
    take_back("jonas-weidner").await.unwrap();
    assert_eq!(known(&store, "amara-okafor"), None);
    assert!(matches!(refused(take_back("jonas-weidner").await), Rejection::Stale(_)));
    let page = store.person_page(&acting("jonas-weidner"), &amara()).await.unwrap();
    assert_eq!(page.lanes[0].sources[0].silent.as_deref(), Some("taken back on 19 Nov"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_want_is_set_changed_and_dropped() {
    let (store, _) = care().await;
    let before = log_end(&store).await;
    let actor = acting("amara-okafor");
    store.set_want(&actor, &want(3)).await.unwrap();
    store.set_want(&actor, &want(4)).await.unwrap();
    let own = store.own_skills_page(&actor).await.unwrap();
    assert_eq!(own.skills[0].want, Some((Level::CAN_TEACH, Priority::Now)));
    store.drop_want(&actor, &wounds()).await.unwrap();
    store.drop_want(&actor, &wounds()).await.unwrap();
    assert!(store.own_skills_page(&actor).await.unwrap().skills.is_empty());
    let changed = (Some(amara()), Happening::WantChanged { person: amara(), skill: wounds() });
    assert_eq!(since(&store, before).await, vec![changed; 3], "dropping twice happens once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_want_for_what_one_knows_already_is_refused() {
    let (store, _) = care().await;
    let actor = acting("amara-okafor");
    store.set_level(&actor, &level("amara-okafor", 4)).await.unwrap();
    let before = log_end(&store).await;
    assert!(
        matches!(refused(store.set_want(&actor, &want(3)).await), Rejection::Invalid { field, .. } if field == "target")
    );
    assert_eq!(refused(store.set_want(&Actor::Stranger, &want(4)).await), Rejection::SignedOut);
    assert!(since(&store, before).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_is_made_changed_and_withdrawn() {
    let (store, _) = care().await;
    let before = log_end(&store).await;
    let actor = acting("amara-okafor");
    store.make_offer(&actor, &offer(45)).await.unwrap();
    store.make_offer(&actor, &offer(60)).await.unwrap();
    let page = store.person_page(&acting("jonas-weidner"), &amara()).await.unwrap();
    assert_eq!(page.offers[0].how, "60 min, at the ward");
    assert!(matches!(refused(store.make_offer(&actor, &offer(5)).await), Rejection::Invalid { .. }));
    store.withdraw_offer(&actor, &wounds()).await.unwrap();
    store.withdraw_offer(&actor, &wounds()).await.unwrap();
    let changed = (Some(amara()), Happening::OfferChanged { person: amara(), skill: wounds() });
    assert_eq!(since(&store, before).await, vec![changed; 3]);
    assert!(store.person_page(&acting("jonas-weidner"), &amara()).await.unwrap().offers.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn program_admins_keep_the_catalogue_and_members_do_not() {
    let (store, _) = care().await;
    let before = log_end(&store).await;
    let ines = acting("ines-carvalho");
    for member in ["amara-okafor", "priya-raman"] {
        let reason = refused(store.save_skill(&acting(member), &skill(None, "Juggling")).await);
        assert!(matches!(reason, Rejection::Forbidden(_)));
    }
    assert!(since(&store, before).await.is_empty());

    let area = store.save_area(&ines, &AreaDraft { id: None, name: name("Kitchen") }).await.unwrap();
    let id = store.save_skill(&ines, &domain::skills::SkillDraft { area, ..skill(None, "Cold chain") }).await.unwrap();
    let renamed = store.save_skill(&ines, &skill(Some("cold-chain"), "Keeping things cold")).await.unwrap();
    assert_eq!((id.as_str(), renamed.as_str()), ("cold-chain", "cold-chain"));
    let page = store.skills_page(&ines, &SkillsQuery::default()).unwrap();
    assert_eq!(page.total, 3);
    assert!(page.may_edit);
    let what: Vec<Happening> = since(&store, before).await.into_iter().map(|(_, what)| what).collect();
    let changed = Happening::SkillChanged { skill: id };
    assert_eq!(what[1..], [changed.clone(), changed]);
    let twin = refused(store.save_skill(&ines, &skill(None, "WOUND care")).await);
    assert!(matches!(twin, Rejection::Invalid { field, .. } if field == "name"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_a_skill_counts_cover_over_time() {
    let (store, clock) = care().await;
    for speaker in ["priya-raman", "jonas-weidner", "leila-haddou"] {
        store.set_level(&acting(speaker), &level("amara-okafor", 4)).await.unwrap();
    }
    clock.set(NOW.after(Span::days(60)));
    for speaker in ["priya-raman", "jonas-weidner", "amara-okafor"] {
        store.set_level(&acting(speaker), &level("leila-haddou", 4)).await.unwrap();
    }
    let page = store.skill_page(&acting("jonas-weidner"), &wounds()).await.unwrap();
    let history = page.history.unwrap();
    assert_eq!(history.points.iter().map(|point| point.have).collect::<Vec<_>>(), [1, 1, 2]);
    assert_eq!((page.cover.have, page.cover.target), (2, 2));
    let missing = refused(store.skill_page(&acting("jonas-weidner"), &"juggling".parse().unwrap()).await);
    assert_eq!(missing, Rejection::NotFound(Noun::Skill));
}
