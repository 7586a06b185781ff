//! Targets of many skills at once, what comes before what, drops below target, and what if: each works, is refused,
//! writes its event, and changes nothing when refused.

use crate::care::{NOW, acting, care, level, log_end, refused, since, skill};
use domain::actor::Actor;
use domain::coverage::{BoardView, ContinuityQuery, Cover, TargetsQuery, WatchChoice, WhatIfQuery, cover_of};
use domain::event::Happening;
use domain::id::SkillId;
use domain::notifications::{NotificationKind, NotificationsQuery};
use domain::rejection::Rejection;
use domain::skill::Criticality;
use domain::skills::{LevelEdit, SkillDraft, SkillForm};
use domain::time::Span;
use store::Store;

fn wounds() -> SkillId {
    "wound-care".parse().unwrap()
}

fn pumps() -> SkillId {
    "infusion-pumps".parse().unwrap()
}

fn standing(store: &Store, skill: &SkillId) -> (Criticality, Cover) {
    let read = |org: &domain::org::Org| Ok((org.skill(skill).unwrap().criticality, cover_of(org, skill).unwrap()));
    store.read(&Actor::Console, read).unwrap()
}

/// So many say so that it is sure.
const SPEAKERS: [&str; 4] = ["priya-raman", "jonas-weidner", "ines-carvalho", "sol-lindqvist"];

async fn say(store: &Store, person: &str, level_said: u8) {
    for speaker in SPEAKERS {
        store.set_level(&acting(speaker), &level(person, level_said)).await.unwrap();
    }
}

/// Wound care with its two people, seen once so that it can drop.
async fn covered() -> (Store, store::Clock) {
    let (store, clock) = care().await;
    say(&store, "amara-okafor", 4).await;
    say(&store, "leila-haddou", 4).await;
    assert_eq!(standing(&store, &wounds()).1, Cover { have: 2, target: 2 });
    assert_eq!(store.notice_drops(&Actor::Console).await.unwrap(), 0, "nobody knows how things stood before");
    (store, clock)
}

async fn told(store: &Store, who: &str) -> usize {
    let page = store.notifications_page(&acting(who), NotificationsQuery::default()).await.unwrap();
    page.items.iter().filter(|item| item.kind == NotificationKind::CoverDropped).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn targets_of_many_skills_change_at_once_and_are_put_back_at_once() {
    let (store, clock) = care().await;
    let before = log_end(&store).await;
    let ines = acting("ines-carvalho");
    let query = TargetsQuery::parse("all=1&set_people=3&set_criticality=high&set_by=2027-03-31&preview=1");
    let page = store.targets_page(&ines, &query).await.unwrap();
    assert_eq!(page.preview.unwrap().promise, (2, 0));
    store.change_targets(&ines, &query, (2, 0)).await.unwrap();
    for skill in [wounds(), pumps()] {
        assert_eq!(standing(&store, &skill), (Criticality::High, Cover { have: 0, target: 3 }));
    }
    let changed = Happening::TargetsChanged { skills: vec![pumps(), wounds()] };
    assert_eq!(since(&store, before).await, [(ines.person().cloned(), changed.clone())], "one event for all of it");

    clock.set(NOW.after(Span::hours(1)));
    let own = SkillDraft { criticality: Criticality::Low, ..skill(Some("wound-care"), "Wound care") };
    store.save_skill(&acting("sol-lindqvist"), &own).await.unwrap();
    let last = store.targets_page(&ines, &TargetsQuery::default()).await.unwrap().last.unwrap();
    store.undo_targets(&acting("sol-lindqvist"), last.undo.unwrap()).await.unwrap();
    assert_eq!(standing(&store, &pumps()), (Criticality::Critical, Cover { have: 0, target: 2 }));
    assert_eq!(standing(&store, &wounds()).0, Criticality::Low, "what Sol changed since stays");
    let last = store.targets_page(&ines, &TargetsQuery::default()).await.unwrap().last.unwrap();
    assert_eq!((last.undo, last.kept.len()), (None, 1), "{}", last.words);
    assert!(matches!(refused(store.undo_targets(&ines, NOW).await), Rejection::Stale(_)), "once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_targets_that_cannot_be_kept_or_is_not_theirs_changes_nothing() {
    let (store, _) = care().await;
    let before = log_end(&store).await;
    let query = TargetsQuery::parse("skill=wound-care&set_people=3&preview=1");
    for actor in ["amara-okafor", "priya-raman"] {
        let actor = acting(actor);
        assert!(matches!(refused(store.targets_page(&actor, &query).await), Rejection::Forbidden(_)));
        assert!(matches!(refused(store.change_targets(&actor, &query, (1, 0)).await), Rejection::Forbidden(_)));
        assert!(matches!(refused(store.undo_targets(&actor, NOW).await), Rejection::Forbidden(_)));
    }
    let ines = acting("ines-carvalho");
    assert!(matches!(refused(store.change_targets(&ines, &query, (2, 0)).await), Rejection::Stale(_)));
    let many = TargetsQuery::parse("skill=wound-care&set_people=many&preview=1");
    assert!(matches!(refused(store.change_targets(&ines, &many, (1, 0)).await), Rejection::Invalid { .. }));
    assert!(matches!(refused(store.undo_targets(&ines, NOW).await), Rejection::Stale(_)), "there is none");
    assert!(since(&store, before).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_changes_at_once_do_not_close_a_circle() {
    let (store, _) = care().await;
    let ines = acting("ines-carvalho");
    let one = SkillDraft { after: vec![pumps()], ..skill(Some("wound-care"), "Wound care") };
    let other = SkillDraft { after: vec![wounds()], ..skill(Some("infusion-pumps"), "Infusion pumps") };
    let (one, other) = tokio::join!(store.save_skill(&ines, &one), store.save_skill(&ines, &other));
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    let reason = refused(one.and(other));
    assert!(matches!(reason, Rejection::Invalid { field, .. } if field == "after"));
    let form = SkillForm {
        after_text: vec!["wound care".into()],
        name: "Dressings".into(),
        area: "care".into(),
        ..SkillForm::of(None)
    };
    let draft = store.skill_draft(&ines, form.clone()).unwrap();
    assert_eq!(draft.after, [wounds()]);
    assert!(matches!(refused(store.skill_draft(&acting("amara-okafor"), form)), Rejection::Forbidden(_)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drop_is_told_once_until_it_has_recovered() {
    let (store, clock) = covered().await;
    let before = log_end(&store).await;
    clock.set(NOW.after(Span::days(1)));
    say(&store, "leila-haddou", 2).await;
    let looks: Vec<_> = (0..8).map(|_| store.clone()).collect();
    let looks =
        looks.into_iter().map(|store| tokio::spawn(async move { store.notice_drops(&Actor::Console).await.unwrap() }));
    let mut dropped = 0;
    for look in looks.collect::<Vec<_>>() {
        dropped += look.await.unwrap();
    }
    assert_eq!(dropped, 1, "however many look at the same time");
    let told_of = |events: Vec<(Option<domain::id::PersonId>, Happening)>| {
        let cover =
            |what: &Happening| matches!(what, Happening::CoverDropped { .. } | Happening::CoverRecovered { .. });
        events.into_iter().map(|(_, what)| what).filter(cover).collect::<Vec<_>>()
    };
    assert_eq!(told_of(since(&store, before).await), [Happening::CoverDropped { skill: wounds() }]);
    // Inês keeps the catalogue, Priya leads the team that works with it, Jonas has nothing to do with it.
    assert_eq!(
        [told(&store, "ines-carvalho").await, told(&store, "priya-raman").await, told(&store, "jonas-weidner").await],
        [1, 1, 0]
    );
    let board = store.continuity_page(&acting("jonas-weidner"), &ContinuityQuery::default()).await.unwrap();
    assert_eq!(board.skills.iter().find(|row| row.skill.id == wounds()).unwrap().dropped.as_deref(), Some("today"));

    assert_eq!(store.notice_drops(&Actor::Console).await.unwrap(), 0);
    say(&store, "amara-okafor", 2).await;
    assert_eq!(store.notice_drops(&Actor::Console).await.unwrap(), 0, "it is below already");
    clock.set(NOW.after(Span::days(2)));
    say(&store, "amara-okafor", 4).await;
    say(&store, "leila-haddou", 4).await;
    assert_eq!(store.notice_drops(&Actor::Console).await.unwrap(), 0);
    let recovered = Happening::CoverRecovered { skills: vec![wounds()] };
    assert_eq!(told_of(since(&store, before).await).last(), Some(&recovered));
    clock.set(NOW.after(Span::days(3)));
    say(&store, "amara-okafor", 1).await;
    assert_eq!(store.notice_drops(&Actor::Console).await.unwrap(), 1, "it had recovered");
    assert_eq!(told(&store, "ines-carvalho").await, 2);
    store.reload().await.unwrap();
    assert_eq!(told(&store, "ines-carvalho").await, 2, "read whole it is the same");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_had_their_last_day_covers_nothing_and_that_is_told() {
    let (store, clock) = covered().await;
    store.set_last_day(&acting("sol-lindqvist"), &"leila-haddou".parse().unwrap(), "2026-11-20").await.unwrap();
    clock.set(NOW.after(Span::days(1)));
    store.reload().await.unwrap();
    assert_eq!(store.notice_drops(&Actor::Console).await.unwrap(), 0, "the last day is a day of work");
    clock.set(NOW.after(Span::days(2)));
    store.reload().await.unwrap();
    assert_eq!(standing(&store, &wounds()).1, Cover { have: 1, target: 2 });
    assert_eq!(store.notice_drops(&Actor::Console).await.unwrap(), 1);
    assert!(store.check_graph(&Actor::Console).await.unwrap().is_equal());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_raised_target_is_a_drop_too() {
    let (store, _) = covered().await;
    let ines = acting("ines-carvalho");
    let query = TargetsQuery::parse("skill=wound-care&set_people=3&preview=1");
    assert_eq!(store.targets_page(&ines, &query).await.unwrap().preview.unwrap().promise, (1, 1));
    store.change_targets(&ines, &query, (1, 1)).await.unwrap();
    assert_eq!(store.notice_drops(&Actor::Console).await.unwrap(), 1);
    for actor in ["amara-okafor", "ines-carvalho"] {
        assert!(matches!(refused(store.notice_drops(&acting(actor)).await), Rejection::Forbidden(_)), "{actor}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asked_is_told_and_whoever_wants_to_be_spared_is_not() {
    let (store, clock) = covered().await;
    let (jonas, ines) = (acting("jonas-weidner"), acting("ines-carvalho"));
    let before = log_end(&store).await;
    store.watch_skill(&jonas, &wounds(), WatchChoice::Tell).await.unwrap();
    store.watch_skill(&ines, &wounds(), WatchChoice::Spare).await.unwrap();
    let watched = Happening::WatchChanged { person: jonas.person().unwrap().clone(), skill: wounds() };
    assert_eq!(since(&store, before).await[0], (jonas.person().cloned(), watched));
    assert!(store.skill_page(&jonas, &wounds()).await.unwrap().mine.is_told);
    assert!(!store.skill_page(&ines, &wounds()).await.unwrap().mine.is_told);
    clock.set(NOW.after(Span::days(1)));
    say(&store, "leila-haddou", 1).await;
    assert_eq!(store.notice_drops(&Actor::Console).await.unwrap(), 1);
    assert_eq!([told(&store, "jonas-weidner").await, told(&store, "ines-carvalho").await], [1, 0]);
    let unknown = "juggling".parse().unwrap();
    assert!(matches!(refused(store.watch_skill(&jonas, &unknown, WatchChoice::Tell).await), Rejection::NotFound(_)));
    assert_eq!(refused(store.watch_skill(&Actor::Stranger, &wounds(), WatchChoice::Tell).await), Rejection::SignedOut);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_board_knows_how_risk_went_and_keeps_up_with_what_changes() {
    let (store, clock) = care().await;
    say(&store, "amara-okafor", 4).await;
    clock.set(NOW.after(Span::days(20)));
    let risks = |page: domain::coverage::ContinuityPage| {
        page.trend.unwrap().points.iter().map(|point| point.risk).collect::<Vec<_>>()
    };
    let board =
        || async { store.continuity_page(&acting("jonas-weidner"), &ContinuityQuery::default()).await.unwrap() };
    // Critical weighs eight. Two should know wound care and two the pumps; one knows the first.
    assert_eq!(risks(board().await), [24, 24, 24]);
    let edit = LevelEdit { skill: pumps(), ..level("amara-okafor", 4) };
    for speaker in SPEAKERS {
        store.set_level(&acting(speaker), &edit).await.unwrap();
    }
    assert_eq!(risks(board().await), [24, 24, 16], "today only");
    let aim = TargetsQuery::parse("skill=infusion-pumps&set_level=1&preview=1");
    store.change_targets(&acting("ines-carvalho"), &aim, (1, 0)).await.unwrap();
    assert_eq!(risks(board().await).len(), 3);
    let stale = ContinuityQuery { view: BoardView::Expiring, ..ContinuityQuery::default() };
    assert_eq!(store.continuity_page(&acting("jonas-weidner"), &stale).await.unwrap().expiring, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_asks_what_falls_without_oneself_and_managers_about_their_teams() {
    let (store, _) = care().await;
    say(&store, "amara-okafor", 4).await;
    let ask = |actor: &str, query: &str| store.what_if_page(&acting(actor), &WhatIfQuery::parse(query));
    let own = ask("amara-okafor", "").unwrap();
    assert_eq!((own.title.as_str(), own.falls.len()), ("If you are away", 1));
    assert!(ask("priya-raman", "person=amara-okafor").is_ok());
    assert!(matches!(refused(ask("jonas-weidner", "person=amara-okafor")), Rejection::Forbidden(_)));
    assert_eq!(refused(store.what_if_page(&Actor::Stranger, &WhatIfQuery::default())), Rejection::SignedOut);
}
