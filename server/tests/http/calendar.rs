//! `/calendar/<secret>.ics` and the files of sessions: whoever holds a secret is answered, and nobody else.

use crate::support::{Answer, Browser, Kith, NOW, spawn_app};
use domain::actor::{Actor, Member, Role};
use domain::clocks::{Day, Wall};
use domain::feed::Scope;
use domain::id::{PersonId, SessionId};
use domain::session::{OpenTo, Place, Repeats, Seats, SessionKind, SessionPlan, Timing, Until, When};
use domain::text::{Line, Name, Prose};
use domain::time::{Minutes, Zone};

fn person(handle: &str) -> PersonId {
    handle.parse().unwrap()
}

pub fn acting(handle: &str) -> Actor {
    Actor::Person(Member { id: person(handle), role: Role::Member, team: None })
}

/// Amara meets people of a project four times, from the week after on.
pub async fn planned(kith: &Kith, title: &str, open_to: OpenTo) -> SessionId {
    let start = Wall { day: Day::utc(NOW).plus(7), minute: 750 };
    let mut timing = Timing::once(start, Minutes(60), Zone::parse("Europe/Lisbon").unwrap());
    timing.repeats = Some(Repeats { rule: "FREQ=WEEKLY;BYDAY=TH".into(), until: Until::Count { dates: 4 } });
    let plan = SessionPlan {
        kind: SessionKind::ProjectMeeting,
        title: Name::parse("title", title).unwrap(),
        about: Prose::default(),
        outcomes: Vec::new(),
        skills: Vec::new(),
        hosts: vec![person("amara")],
        place: Place { room: Line::parse("room", title).unwrap(), link: None },
        when: When::Set { timing },
        seats: Seats { capacity: None, guests: 0, closes_before: Minutes(0), claim_within: Minutes(60) },
        open_to,
        materials: Vec::new(),
        program: None,
        despite_overlaps: true,
    };
    kith.store.plan_session(&acting("amara"), &plan).await.unwrap()
}

async fn link(kith: &Kith, handle: &str, scope: Scope) -> String {
    let token = kith.store.make_feed(&acting(handle), scope, false).await.unwrap();
    format!("/calendar/{}.ics", token.reveal())
}

async fn again(browser: &Browser, path: &str, tag: &str) -> Answer {
    Answer::of(browser.request("GET", path).header("if-none-match", tag)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_with_the_secret_is_answered_without_a_cookie_and_told_when_nothing_changed() {
    let kith = spawn_app().await;
    planned(&kith, "Oven", OpenTo::Everyone).await;
    let (stranger, link) = (kith.stranger(), link(&kith, "amara", Scope::Mine).await);
    let answer = stranger.get(&link).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(answer.header("cache-control"), "private, max-age=900");
    for line in
        ["SUMMARY:Oven\r\n", "METHOD:PUBLISH\r\n", "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", "TZID:Europe/Lisbon"]
    {
        assert!(answer.text.contains(line), "{line} is missing:\n{}", answer.text);
    }
    let tag = answer.header("etag").to_owned();
    assert!(tag.starts_with('"') && tag.len() > 30, "a strong tag: {tag}");
    for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}")] {
        let answer = again(&stranger, &link, &known).await;
        assert_eq!((answer.status.as_u16(), answer.text.as_str(), answer.header("etag")), (304, "", tag.as_str()));
    }
    assert_eq!(stranger.get(&link).await.text, answer.text, "the same bytes");
    planned(&kith, "Fridge", OpenTo::Everyone).await;
    let changed = again(&stranger, &link, &tag).await;
    assert_eq!((changed.status.as_u16(), changed.text.contains("SUMMARY:Fridge")), (200, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_a_replaced_and_an_ended_secret_read_the_same() {
    let kith = spawn_app().await;
    let stranger = kith.stranger();
    let first = link(&kith, "jonas", Scope::Everybody).await;
    let second = link(&kith, "jonas", Scope::Everybody).await;
    let wrong = format!("/calendar/{}.ics", "0".repeat(64));
    let mut said = Vec::new();
    for path in [&first, &wrong, &"/calendar/short.ics".to_owned(), &second.replace(".ics", "")] {
        let answer = stranger.get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        said.push(answer.text);
    }
    assert!(said.iter().all(|text| *text == said[0]), "{said:?}");
    assert_eq!(stranger.get(&second).await.status, 200);
    kith.store.end_feed(&acting("jonas"), Scope::Everybody).await.unwrap();
    assert_eq!(stranger.get(&second).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_ends_when_whoever_made_it_leaves() {
    let kith = spawn_app().await;
    let link = link(&kith, "jonas", Scope::Mine).await;
    assert_eq!(kith.stranger().get(&link).await.status, 200);
    kith.store.end_membership(&Actor::Console, &person("jonas")).await.unwrap();
    assert_eq!(kith.stranger().get(&link).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_show_a_new_link_once_also_without_scripts() {
    let kith = spawn_app().await;
    let amara = kith.signed_in("amara").await;
    let answer = amara.submit("/settings", "make_feed", "scope=mine&hides_titles=true").await;
    assert!(answer.status.is_redirection(), "{answer:?}");
    let made = answer.cookie("kith-new-feed").unwrap();
    let secret = made.strip_prefix("mine.").unwrap();
    let session = amara.session.clone().unwrap();
    let cookies = format!("{}={session}; kith-new-feed={made}", crate::support::SESSION);
    let page =
        Answer::of(kith.stranger().request("GET", "/settings").header("cookie", cookies).header("accept", "text/html"))
            .await;
    for text in [
        format!("{}/calendar/{secret}.ics", kith.origin),
        format!("/calendar/{secret}.ics"),
        "webcal://".into(),
        "8 to 24 hours".into(),
    ] {
        assert!(page.text.contains(&text), "{text} is missing");
    }
    let later = amara.get("/settings").await.text;
    assert!(!later.contains(secret) && later.contains("Made on 19 November 2026."));
    planned(&kith, "Oven", OpenTo::Everyone).await;
    let file = kith.stranger().get(&format!("/calendar/{secret}.ics")).await.text;
    assert!(file.contains("SUMMARY:Session\r\n") && !file.contains("Oven"), "{file}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_and_each_of_its_dates_can_be_taken_along_by_those_who_may_see_it() {
    let kith = spawn_app().await;
    let open = planned(&kith, "Oven", OpenTo::Everyone).await;
    let closed = planned(&kith, "Review", OpenTo::Invited { people: vec![person("priya")] }).await;
    let (jonas, priya) = (kith.signed_in("jonas").await, kith.signed_in("priya").await);
    let file = jonas.get(&format!("/sessions/{open}/calendar.ics")).await;
    assert_eq!((file.status.as_u16(), file.header("content-type")), (200, "text/calendar; charset=utf-8"));
    assert_eq!(file.header("content-disposition"), format!("attachment; filename=\"{open}.ics\""));
    assert!(file.text.contains("RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=4\r\n"), "{}", file.text);
    let date = jonas.get(&format!("/sessions/{open}/2026-12-03/calendar.ics")).await.text;
    assert!(date.contains("RECURRENCE-ID;TZID=Europe/Lisbon:20261203T123000\r\n") && !date.contains("RRULE"), "{date}");
    for path in [format!("/sessions/{open}/2026-12-04/calendar.ics"), format!("/sessions/{open}/soon/calendar.ics")] {
        assert_eq!(jonas.get(&path).await.status, 404, "{path}");
    }
    let review = format!("/sessions/{closed}/calendar.ics");
    assert_eq!(jonas.get(&review).await.status, 404);
    assert_eq!(priya.get(&review).await.status, 200);
    let stranger = kith.stranger().get(&review).await;
    assert_eq!((stranger.status.as_u16(), stranger.header("location")), (303, "/welcome"));
}
