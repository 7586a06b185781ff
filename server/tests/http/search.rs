//! `/search`: the box of the top bar without JavaScript. It finds people, skills, teams and pages, typos forgiven.

use crate::support::demo;

#[tokio::test(flavor = "multi_thread")]
async fn the_box_of_the_top_bar_leads_to_the_page_of_results() {
    let jonas = demo().signed_in("jonas-weidner").await;
    let home = jonas.get("/").await.text;
    assert!(home.contains("role=\"search\" action=\"/search\""), "{home}");
    let rows = [
        ("Okafro", "href=\"/people/amara-okafor\""),
        ("sql+for+reprots", "href=\"/skills/sql-for-reports\""),
        ("care+east", "href=\"/teams/care-east\""),
        ("notifcations", "href=\"/notifications\""),
        ("thank+some", "href=\"/thanks\""),
    ];
    for (typed, link) in rows {
        let page = main(&jonas.get(&format!("/search?q={typed}")).await.text);
        assert!(page.contains(link), "{typed}: {page}");
        assert!(page.contains(" for “"), "{typed} is said: {page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_leads_nowhere_is_said_and_nothing_typed_shows_the_pages() {
    let jonas = demo().signed_in("jonas-weidner").await;
    assert!(main(&jonas.get("/search?q=xyzzyqwv").await.text).contains("Nothing is called like this"));
    let all = main(&jonas.get("/search").await.text);
    assert!(all.contains("href=\"/settings\"") && !all.contains("href=\"/admin/members\""), "{all}");
    let all = main(&demo().signed_in("sol-lindqvist").await.get("/search").await.text);
    assert!(all.contains("href=\"/admin/members\""), "{all}");
}

/// What stands inside the frame.
fn main(page: &str) -> String {
    let from = page.split_once("<main").map_or("", |(_, rest)| rest);
    from.split("</main>").next().unwrap_or_default().to_owned()
}
