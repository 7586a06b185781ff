//! The tree of teams, and continuity.

use crate::care::{acting, care, level, log_end, refused, since, team};
use domain::coverage::ContinuityQuery;
use domain::event::Happening;
use domain::rejection::{Noun, Rejection};

#[tokio::test(flavor = "multi_thread")]
async fn organisation_admins_add_and_move_teams_and_nobody_else_does() {
    let (store, _) = care().await;
    let before = log_end(&store).await;
    let denied = refused(store.save_team(&acting("priya-raman"), &team(None, "Nights", Some("care"))).await);
    assert!(matches!(denied, Rejection::Forbidden(_)));
    assert!(since(&store, before).await.is_empty());

    let sol = acting("sol-lindqvist");
    let nights = store.save_team(&sol, &team(None, "Nights", Some("care"))).await.unwrap();
    store.save_team(&sol, &team(Some("nights"), "Night team", Some("care-east"))).await.unwrap();
    let what: Vec<Happening> = since(&store, before).await.into_iter().map(|(_, what)| what).collect();
    let changed = Happening::TeamChanged { team: nights.clone() };
    assert_eq!(what, [changed.clone(), changed]);
    let page = store.team_page(&acting("amara-okafor"), &nights).unwrap();
    assert_eq!(page.above.iter().map(|team| team.name.as_str()).collect::<Vec<_>>(), ["Care", "Care East"]);
    assert_eq!(page.node.team.name, "Night team");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_moves_at_once_make_no_circle() {
    let (store, _) = care().await;
    let sol = acting("sol-lindqvist");
    let moves = [team(Some("care"), "Care", Some("digital")), team(Some("digital"), "Digital", Some("care"))];
    let [one, other] = moves.map(|draft| {
        let (store, sol) = (store.clone(), sol.clone());
        tokio::spawn(async move { store.save_team(&sol, &draft).await.is_ok() })
    });
    let (one, other) = (one.await.unwrap(), other.await.unwrap());
    assert!(one != other, "exactly one of them is taken");
    assert_eq!(store.teams_page(&sol).unwrap().teams.iter().filter(|node| node.depth == 0).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn skills_below_their_target_are_listed_and_strangers_see_nothing() {
    let (store, _) = care().await;
    for speaker in ["priya-raman", "leila-haddou", "sol-lindqvist"] {
        store.set_level(&acting(speaker), &level("amara-okafor", 4)).await.unwrap();
    }
    let page = store.continuity_page(&acting("jonas-weidner"), &ContinuityQuery::default()).await.unwrap();
    let rows: Vec<(&str, u32)> = page.skills.iter().map(|row| (row.skill.name.as_str(), row.cover.have)).collect();
    assert_eq!(rows, [("Infusion pumps", 0), ("Wound care", 1)]);
    let stranger = domain::actor::Actor::Stranger;
    assert_eq!(refused(store.continuity_page(&stranger, &ContinuityQuery::default()).await), Rejection::SignedOut);
    assert_eq!(refused(store.teams_page(&stranger)), Rejection::SignedOut);
    let missing = refused(store.team_page(&acting("jonas-weidner"), &"moon".parse().unwrap()));
    assert_eq!(missing, Rejection::NotFound(Noun::Team));
}
