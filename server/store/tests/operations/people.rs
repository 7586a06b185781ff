//! The directory, profiles and saved views.

use crate::care::{acting, care, level, log_end, name, refused, since};
use domain::actor::Actor;
use domain::event::Happening;
use domain::id::PersonId;
use domain::people::PeopleQuery;
use domain::person::{Availability, ProfileEdit};
use domain::rejection::{Noun, Rejection};
use domain::text::{Line, Prose};
use domain::time::{Minutes, Zone};

fn amara() -> PersonId {
    "amara-okafor".parse().unwrap()
}

fn edit(zone: &str) -> ProfileEdit {
    ProfileEdit {
        name: name("Amara Okafor"),
        title: Line::parse("title", "Community nurse").unwrap(),
        about: Prose::parse("about", "Ask me how to say the hard thing kindly.").unwrap(),
        place: Line::default(),
        zone: Zone::parse(zone).unwrap(),
        languages: vec![Line::parse("languages", "Igbo").unwrap()],
        availability: Availability::Lunchtimes,
        teaching: Minutes(240),
        learning: Minutes(180),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_is_changed_by_its_owner_and_by_admins_alone() {
    let (store, _) = care().await;
    let before = log_end(&store).await;
    let other = refused(store.edit_profile(&acting("priya-raman"), &amara(), &edit("Europe/Lisbon")).await);
    assert!(matches!(other, Rejection::Forbidden(_)));
    let moon = refused(store.edit_profile(&acting("amara-okafor"), &amara(), &edit("Moon/Tycho")).await);
    assert!(matches!(moon, Rejection::Invalid { field, .. } if field == "zone"));
    assert!(since(&store, before).await.is_empty());

    store.edit_profile(&acting("amara-okafor"), &amara(), &edit("Europe/Lisbon")).await.unwrap();
    store.edit_profile(&acting("sol-lindqvist"), &amara(), &edit("Africa/Lagos")).await.unwrap();
    let changed = |by: &str| (Some(by.parse().unwrap()), Happening::PersonChanged { person: amara() });
    assert_eq!(since(&store, before).await, [changed("amara-okafor"), changed("sol-lindqvist")]);

    let page = store.person_page(&acting("jonas-weidner"), &amara()).await.unwrap();
    assert_eq!((page.title.as_str(), page.facts.languages.as_str()), ("Community nurse", "Igbo"));
    assert_eq!(page.facts.time, "Lunchtimes · teaches up to 4 hours a month");
    assert_eq!(page.team.unwrap().name, "Care East", "the team stays");
    assert_eq!(page.facts.clock, "10:12 for Amara, 09:12 for you");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_organisation_admins_move_people_between_teams() {
    let (store, _) = care().await;
    let digital = "digital".parse().unwrap();
    let own = refused(store.place_in_team(&acting("amara-okafor"), &amara(), Some(&digital)).await);
    assert!(matches!(own, Rejection::Forbidden(_)));
    let moon = "moon".parse().unwrap();
    let unknown = refused(store.place_in_team(&acting("sol-lindqvist"), &amara(), Some(&moon)).await);
    assert!(matches!(unknown, Rejection::Invalid { field, .. } if field == "team"));
    store.place_in_team(&acting("sol-lindqvist"), &amara(), Some(&digital)).await.unwrap();
    let page = store.people_page(&acting("amara-okafor"), &PeopleQuery::parse("team=digital")).await.unwrap();
    assert_eq!(page.total, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_directory_finds_people_by_what_they_know() {
    let (store, _) = care().await;
    store.set_level(&acting("leila-haddou"), &level("leila-haddou", 4)).await.unwrap();
    let page = store.people_page(&acting("amara-okafor"), &PeopleQuery::parse("q=wuond")).await.unwrap();
    assert_eq!(page.rows[0].person.name, "Leïla Haddou");
    assert_eq!(page.read_as, [("wuond".to_owned(), "wound".to_owned())]);
    let csv = store.people_csv(&acting("amara-okafor"), &page.query).unwrap();
    assert_eq!(csv.lines().count(), 2);
    assert_eq!(refused(store.people_csv(&Actor::Stranger, &page.query)), Rejection::SignedOut);
    assert_eq!(refused(store.people_page(&Actor::Stranger, &page.query).await), Rejection::SignedOut);
    assert_eq!(store.jump(&acting("amara-okafor"), "leila").unwrap()[0].rows[0].link, "/people/leila-haddou");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_view_is_ones_own_can_be_updated_and_dropped() {
    let (store, _) = care().await;
    let (mine, jonas) = (acting("amara-okafor"), acting("jonas-weidner"));
    let before = log_end(&store).await;
    let view = store.save_view(&mine, None, &name("Nurses"), "page=3&q=nurse").await.unwrap();
    assert_eq!((view.id.as_str(), view.query.as_str()), ("nurses", "q=nurse"));
    let theirs = store.save_view(&jonas, Some(&view.id), &name("Mine now"), "q=x").await;
    assert_eq!(refused(theirs), Rejection::NotFound(Noun::View));
    assert_eq!(refused(store.drop_view(&jonas, &view.id).await), Rejection::NotFound(Noun::View));

    store.save_view(&mine, Some(&view.id), &name("Nurses"), "q=nurse&team=care").await.unwrap();
    let query = PeopleQuery::parse("q=nurse&team=care&view=nurses");
    let page = store.people_page(&mine, &query).await.unwrap();
    assert_eq!(page.views.may_drop.unwrap().name, view.name);
    assert_eq!(store.people_page(&jonas, &query).await.unwrap().views.tabs.len(), 3);

    store.drop_view(&mine, &view.id).await.unwrap();
    assert!(store.saved_views(&mine).await.unwrap().is_empty());
    let changed = (Some(amara()), Happening::ViewsChanged { person: amara() });
    assert_eq!(since(&store, before).await, vec![changed; 3]);
}

#[tokio::test(flavor = "multi_thread")]
async fn views_saved_at_the_same_time_are_all_kept() {
    let (store, _) = care().await;
    let writers: Vec<_> = (0..5)
        .map(|number| {
            let store = store.clone();
            tokio::spawn(async move {
                let query = format!("q=word{number}");
                store.save_view(&acting("amara-okafor"), None, &name(&format!("View {number}")), &query).await.unwrap()
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    assert_eq!(store.saved_views(&acting("amara-okafor")).await.unwrap().len(), 5);
}
