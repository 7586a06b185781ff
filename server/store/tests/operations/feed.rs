//! Calendar links in the database: made, replaced, ended.

use crate::care::{acting, care, log_end, refused, since};
use domain::actor::{Actor, Role};
use domain::event::Happening;
use domain::feed::Scope;
use domain::rejection::{Noun, Rejection};
use store::Token;

#[tokio::test(flavor = "multi_thread")]
async fn a_link_is_made_replaced_and_ended_and_each_is_an_event() {
    let (store, _) = care().await;
    let amara = acting("amara-okafor");
    let before = log_end(&store).await;
    let first = store.make_feed(&amara, Scope::Mine, false).await.unwrap();
    let other = store.make_feed(&amara, Scope::Everybody, true).await.unwrap();
    let second = store.make_feed(&amara, Scope::Mine, true).await.unwrap();
    assert_eq!(refused(store.feed(&first).await), Rejection::NotFound(Noun::Feed), "replaced");
    let found = store.feed(&second).await.unwrap();
    assert_eq!((found.feed.scope, found.feed.hides_titles), (Scope::Mine, true));
    assert_eq!(found.actor.person().map(ToString::to_string), Some("amara-okafor".to_owned()));
    let rows = store.feeds(&amara).await.unwrap();
    let links: Vec<Scope> = rows.iter().filter(|row| row.link.is_some()).map(|row| row.scope).collect();
    assert_eq!(links, [Scope::Mine, Scope::Everybody]);

    store.end_feed(&amara, Scope::Mine).await.unwrap();
    assert_eq!(refused(store.end_feed(&amara, Scope::Mine).await), Rejection::NotFound(Noun::Feed));
    assert!(store.feed(&second).await.is_err() && store.feed(&other).await.is_ok());
    let told = since(&store, before).await;
    let changed = Happening::FeedChanged { person: "amara-okafor".parse().unwrap() };
    assert_eq!(told.into_iter().map(|(_, what)| what).collect::<Vec<_>>(), vec![changed; 4]);
}

#[tokio::test(flavor = "multi_thread")]
async fn links_are_ones_own_and_end_with_a_new_role() {
    let (store, _) = care().await;
    let (amara, leila) = (acting("amara-okafor"), acting("leila-haddou"));
    let token = store.make_feed(&amara, Scope::Mine, false).await.unwrap();
    assert!(store.end_feed(&leila, Scope::Mine).await.is_err(), "somebody else’s");
    assert!(store.feeds(&leila).await.unwrap().iter().all(|row| row.link.is_none()));
    assert!(store.make_feed(&Actor::Stranger, Scope::Mine, false).await.is_err());
    assert!(store.feed(&Token::parse(&"0".repeat(64)).unwrap()).await.is_err());
    store.set_role(&Actor::Console, &"amara-okafor".parse().unwrap(), Role::Manager).await.unwrap();
    assert_eq!(refused(store.feed(&token).await), Rejection::NotFound(Noun::Feed));
}
