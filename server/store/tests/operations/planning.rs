//! Hours to learn, times away, the last day and the end of a membership.

use crate::care::{NOW, acting, care, log_end, refused, since};
use domain::actor::{Actor, Role};
use domain::event::Happening;
use domain::id::PersonId;
use domain::person::Person;
use domain::rejection::{Noun, Rejection};
use domain::time::Span;
use store::Store;

fn amara() -> PersonId {
    "amara-okafor".parse().unwrap()
}

fn person(store: &Store) -> Person {
    store.read(&Actor::Console, |org| Ok(org.person(&amara()).cloned().unwrap())).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_says_oneself_when_one_is_away() {
    let (store, clock) = care().await;
    let me = acting("amara-okafor");
    let before = log_end(&store).await;
    let other = store.add_away(&acting("priya-raman"), &amara(), "2026-12-07", "2026-12-11").await;
    assert!(matches!(refused(other), Rejection::Forbidden(_)));
    let past = refused(store.add_away(&me, &amara(), "2026-11-01", "2026-11-02").await);
    assert!(matches!(past, Rejection::Invalid { field, .. } if field == "until"));
    assert!(since(&store, before).await.is_empty());

    store.add_away(&me, &amara(), "2026-12-07", "2026-12-11").await.unwrap();
    store.add_away(&acting("sol-lindqvist"), &amara(), "2026-11-23", "").await.unwrap();
    let page = store.person_page(&acting("jonas-weidner"), &amara()).await.unwrap();
    assert_eq!(page.facts.away, "Away Mon 23 Nov");
    let form = store.profile_form(&me, &amara()).unwrap();
    let rows: Vec<_> = form.away.iter().map(|row| row.words.as_str()).collect();
    assert_eq!(rows, ["Mon 23 Nov", "Mon 7 Dec to Fri 11 Dec"]);

    clock.set(NOW.after(Span::days(9)));
    assert_eq!(store.profile_form(&me, &amara()).unwrap().away.len(), 1, "what is over is not shown");
    store.remove_away(&me, &amara(), "2026-12-07", "2026-12-11").await.unwrap();
    assert!(matches!(
        refused(store.remove_away(&acting("jonas-weidner"), &amara(), "2026-12-07", "2026-12-11").await),
        Rejection::Forbidden(_)
    ));
    store.reload().await.unwrap();
    assert_eq!(person(&store).coming_away(domain::clocks::Day(20_785)), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_last_day_is_set_by_admins_and_read_by_few() {
    let (store, clock) = care().await;
    let set = |who: &'static str| {
        let store = store.clone();
        async move { store.set_last_day(&acting(who), &amara(), "2026-12-18").await }
    };
    for who in ["amara-okafor", "priya-raman", "ines-carvalho"] {
        assert!(matches!(refused(set(who).await), Rejection::Forbidden(_)), "{who}");
    }
    set("sol-lindqvist").await.unwrap();
    let last_day = async |who: &str| store.person_page(&acting(who), &amara()).await.unwrap().facts.last_day;
    for who in ["amara-okafor", "priya-raman", "ines-carvalho", "sol-lindqvist"] {
        assert_eq!(last_day(who).await.as_deref(), Some("Last day: Friday 18 December"), "{who}");
    }
    for who in ["jonas-weidner", "leila-haddou"] {
        assert_eq!(last_day(who).await, None, "{who}");
    }
    let is_over = || {
        let page = store.members_page(&acting("sol-lindqvist")).unwrap();
        page.members.into_iter().filter(|row| row.is_over).map(|row| row.id).collect::<Vec<_>>()
    };
    assert!(is_over().is_empty());
    clock.set(NOW.after(Span::days(40)));
    assert_eq!(is_over(), [amara()], "and is a member until an admin ends that");
    assert!(person(&store).is_active());
    assert!(matches!(refused(store.members_page(&acting("ines-carvalho"))), Rejection::Forbidden(_)));
    store.set_last_day(&acting("sol-lindqvist"), &amara(), "").await.unwrap();
    assert_eq!(person(&store).leaves_on, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_ends_a_membership_and_the_last_admin_stays() {
    let (store, _) = care().await;
    let early = refused(store.end_membership(&acting("ines-carvalho"), &amara()).await);
    assert!(matches!(early, Rejection::Forbidden(_)));
    store.set_last_day(&acting("sol-lindqvist"), &amara(), "2026-11-18").await.unwrap();
    let before = log_end(&store).await;
    store.end_membership(&acting("sol-lindqvist"), &amara()).await.unwrap();
    let ended = person(&store);
    assert_eq!((ended.left_at, ended.leaves_on), (Some(NOW), None));
    let told: Vec<_> = since(&store, before).await.into_iter().map(|(_, what)| what).collect();
    assert_eq!(told, [Happening::PersonLeft { person: amara() }, Happening::SessionsEnded { person: amara() }]);
    let again = refused(store.end_membership(&acting("sol-lindqvist"), &amara()).await);
    assert_eq!(again, Rejection::NotFound(Noun::Person));
    let acts = refused(store.add_away(&acting("amara-okafor"), &amara(), "2026-12-07", "").await);
    assert_eq!(acts, Rejection::SignedOut);
    let last = refused(store.end_membership(&Actor::Console, &"sol-lindqvist".parse().unwrap()).await);
    assert!(matches!(last, Rejection::Conflict(_)));
    store.set_role(&Actor::Console, &"ines-carvalho".parse().unwrap(), Role::OrgAdmin).await.unwrap();
    store.end_membership(&Actor::Console, &"sol-lindqvist".parse().unwrap()).await.unwrap();
}
