//! Every page as a stranger and as each role: who may see it, and that it reads without JavaScript.

mod rows;

use crate::support::{Answer, Browser, demo};
use domain::actor::Role;
use rows::{ELSEWHERE, MISSING, OPEN, ROWS};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_shown_to_those_who_may_see_it() {
    demo().invite("Ines", Role::ProgramAdmin).await;
    let mut wrong = Vec::new();
    for (role, browser) in roles().await.iter().enumerate() {
        for row in ROWS {
            let answer = browser.get(row.path).await;
            let is_right = answer.status != 200 || is_headed(&answer.text, row.heading);
            if answer.status.as_u16() != row.answers[role] || !is_right {
                wrong.push(format!("{} as {role}: {} {:?}", row.path, answer.status, headings(&answer.text)));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn is_headed(page: &str, start: &str) -> bool {
    matches!(headings(page).as_slice(), [heading] if heading.starts_with(start))
}

async fn roles() -> [Browser; 4] {
    let kith = demo();
    [
        kith.signed_in("jonas-weidner").await,
        kith.signed_in("priya-raman").await,
        kith.signed_in("ines").await,
        kith.signed_in("sol-lindqvist").await,
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_are_led_to_the_door() {
    let stranger = demo().stranger();
    for row in ROWS {
        let answer = stranger.get(row.path).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/welcome"), "{}", row.path);
    }
    for (_, path, status, words) in OPEN {
        let answer = stranger.get(path).await;
        assert!(answer.status == status && answer.text.contains(words), "{path}: {}", answer.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_at_which_nothing_stands_says_so() {
    let amara = demo().signed_in("amara-okafor").await;
    for path in MISSING {
        assert_eq!(amara.get(path).await.status, 404, "{path}");
    }
    let page = amara.get("/no/such/page").await.text;
    assert_eq!(headings(&page), ["Nothing stands here"]);
    assert!(page.contains("class=\"sidebar\"") && page.contains("href=\"/search\""), "with the frame around it");
    assert!(amara.get("/start/4").await.text.contains("Begin with the first question"));
    let stranger = demo().stranger().get("/no/such/page").await;
    assert!(!stranger.text.contains("class=\"sidebar\""), "strangers have none");
}

/// Pages of things that are not there: their way is read off the address all the same.
const BELOW: [&str; 8] = [
    "/confirmations/none",
    "/drills/none",
    "/exchanges/none",
    "/pairs/none",
    "/admin/import/none",
    "/admin/import/none/check",
    "/admin/import/none/result",
    "/people/nobody/ask",
];

#[tokio::test(flavor = "multi_thread")]
async fn every_step_of_the_way_to_a_page_leads_to_a_page() {
    let sol = demo().signed_in("sol-lindqvist").await;
    let mut links = BTreeSet::new();
    for path in ROWS.iter().map(|row| row.path).chain(BELOW) {
        let path = path.split('?').next().unwrap();
        let steps: serde_json::Value =
            serde_json::from_str(&sol.call("trail", &format!("path={path}")).await.text).unwrap();
        let steps = steps.as_array().unwrap();
        assert_eq!(steps.is_empty(), path == "/", "{path}");
        let (last, before) = steps.split_last().map_or((None, steps.as_slice()), |(last, before)| (Some(last), before));
        assert!(last.is_none_or(|last| last["href"].is_null()), "{path} is where it stands: {last:?}");
        assert!(last.is_none_or(|last| last["label"] != "Nothing here"), "{path} has a name");
        links.extend(before.iter().filter_map(|step| step["href"].as_str()).map(str::to_owned));
    }
    assert!(links.contains("/people/sol-lindqvist"), "of her own pages: {links:?}");
    for link in links {
        assert_eq!(sol.get(&link).await.status, 200, "{link}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_lies_in_a_place_is_beside_it_where_the_sidebar_is_away() {
    let (jonas, sol) = (demo().signed_in("jonas-weidner").await, demo().signed_in("sol-lindqvist").await);
    let own = ["/me/skills", "/exchanges", "/notifications", "/settings"];
    for path in ["/people/jonas-weidner", "/me/skills", "/notifications", "/settings"] {
        let siblings = siblings(&jonas.get(path).await.text);
        assert!(own.iter().all(|link| siblings.contains(link)), "{path}: {siblings}");
        assert!(!siblings.contains("/admin/"), "{path}: {siblings}");
        assert!(siblings.contains("aria-current=\"page\""), "{path}: {siblings}");
    }
    assert!(siblings(&sol.get("/settings").await.text).contains("/admin/members"), "admins find theirs under Me");
    assert!(siblings(&sol.get("/admin/import").await.text).contains("/admin/members"));
    assert!(siblings(&jonas.get("/people/amara-okafor").await.text).contains("/continuity"));
    assert!(siblings(&jonas.get("/exchanges").await.text).contains("/start/people"));
    assert!(siblings(&jonas.get("/programs").await.text).contains("/exchanges"));
}

/// The line of pages beside this one.
fn siblings(page: &str) -> String {
    let from = page.split_once("class=\"subnav\"").map_or("", |(_, rest)| rest);
    from.split("</nav>").next().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chosen_theme_is_shown_and_colours_the_browser() {
    let jonas = demo().signed_in("jonas-weidner").await;
    let dark = jonas.request("GET", "/settings").header("cookie", "kith-theme=dark").header("accept", "text/html");
    let page = Answer::of(dark).await.text;
    assert!(page.contains("value=\"dark\" checked") && !page.contains("value=\"machine\" checked"));
    assert!(page.contains("<meta name=\"theme-color\" content=\"#0a1215\""));
    let page = jonas.get("/settings").await.text;
    assert!(page.contains("value=\"machine\" checked"));
    assert!(page.contains("media=\"(prefers-color-scheme: dark)\" content=\"#0a1215\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_has_no_frame_for_those_who_are_signed_in_either() {
    let jonas = demo().signed_in("jonas-weidner").await;
    assert!(jonas.get("/welcome").await.text.contains("<body class=\"public\""));
    assert!(jonas.get("/people").await.text.contains("<body class=\"shell\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_has_a_title_one_main_and_a_way_past_the_frame() {
    let amara = demo().signed_in("amara-okafor").await;
    for row in ROWS.iter().filter(|row| row.answers[0] == 200) {
        let Answer { text, .. } = amara.get(row.path).await;
        let title = text.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or_default();
        assert!(title.contains("Kith") && title.len() > 6, "{}: {title:?}", row.path);
        assert_eq!(text.matches("<main").count(), 1, "{}", row.path);
        assert!(text.contains("href=\"#main\"") && text.contains("id=\"main\""), "{}", row.path);
    }
}

#[test]
fn every_route_has_a_row() {
    let routes = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src/routes.rs")).unwrap();
    let routes =
        routes.split("path!(\"").skip(1).filter_map(|rest| rest.split('"').next()).filter(|route| !route.is_empty());
    let known = |route: &str| {
        let rows = ROWS.iter().map(|row| row.route).chain(OPEN.iter().map(|open| open.0));
        rows.chain(ELSEWHERE.iter().map(|elsewhere| elsewhere.0)).any(|known| known == route)
    };
    let missing: Vec<&str> = routes.filter(|route| !known(route)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

/// What stands in the headings of the first level, without markup.
fn headings(page: &str) -> Vec<String> {
    let inside = page.split("<h1").skip(1).filter_map(|rest| rest.split_once('>')?.1.split("</h1>").next());
    inside
        .map(|heading| heading.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect())
        .collect()
}
