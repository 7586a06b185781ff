//! What plans have to know of a person, over plain forms: times away on one's own profile, the last day for admins.

use crate::support::{NOW, spawn_app};
use domain::time::Span;

#[tokio::test(flavor = "multi_thread")]
async fn times_away_are_added_and_taken_out_without_scripts() {
    let kith = spawn_app().await;
    let amara = kith.signed_in("amara").await;
    let profile = "/people/amara/edit";
    let add = async |fields: &str| amara.submit(profile, "add_away", &format!("person=amara&{fields}")).await;
    assert!(add("from=2026-12-11&until=2026-12-07").await.header("location").contains("__err="));
    add("from=2026-12-07&until=2026-12-11").await;
    let page = amara.get(profile).await.text;
    assert!(page.contains("Mon 7 Dec to Fri 11 Dec") && page.contains("value=\"2026-12-07\""), "{page}");
    assert!(!page.contains("id=\"leaves\""), "the last day is no form of hers");
    let jonas = kith.signed_in("jonas").await;
    assert!(jonas.get("/people/amara").await.text.contains("Away Mon 7 Dec to Fri 11 Dec"));
    amara.submit(profile, "remove_away", "person=amara&from=2026-12-07&until=2026-12-11").await;
    assert!(!amara.get(profile).await.text.contains("Mon 7 Dec"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_last_day_is_seen_by_few_and_when_it_has_passed_an_admin_ends_the_membership() {
    let kith = spawn_app().await;
    let sol = kith.signed_in("sol").await;
    sol.submit("/people/amara/edit", "set_last_day", "person=amara&last_day=2026-11-20").await;
    assert!(sol.get("/people/amara/edit").await.text.contains("value=\"2026-11-20\""));
    for (who, sees) in [("sol", true), ("ines", true), ("amara", true), ("jonas", false), ("priya", false)] {
        let page = kith.signed_in(who).await.get("/people/amara").await.text;
        assert_eq!(page.contains("Last day: Friday 20 November"), sees, "{who}");
    }
    assert!(!sol.get("/admin/members").await.text.contains("End membership"), "the day has not passed");
    kith.store.clock().set(NOW.after(Span::days(2)));
    let sol = kith.signed_in("sol").await;
    assert!(sol.get("/admin/members").await.text.contains("Their last day has passed"));
    assert!(sol.get("/people/amara/edit").await.text.contains("can still sign in"));
    let amara = kith.signed_in("amara").await;
    sol.submit("/admin/members", "end_membership", "person=amara").await;
    assert!(!sol.get("/admin/members").await.text.contains("End membership"));
    assert_eq!(amara.get("/people").await.status, 303, "she is signed out");
    assert!(sol.get("/people/amara").await.text.contains("Left on"));
}
