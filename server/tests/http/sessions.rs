//! `/sessions`: an hour is planned, filled, left and taken by forms alone, and whom it does not concern finds nothing.

use crate::made::skill;
use crate::support::{Answer, Browser, Kith, SESSION, spawn_app};
use domain::actor::Actor;
use domain::evidence::Level;
use domain::skill::Target;
use domain::skills::{AreaDraft, SkillDraft};
use domain::text::Name;
use reqwest::header::{ACCEPT, COOKIE};

/// A day in the week after the tests' own.
const ON: &str = "2026-11-26";

/// A skill that can be taught.
async fn wound_care(kith: &Kith) {
    let name = |text| Name::parse("name", text).unwrap();
    kith.store.save_area(&Actor::Console, &AreaDraft { id: None, name: name("Care") }).await.unwrap();
    let skill =
        SkillDraft { target: Target { people: 2, level: Level::ALONE, by: None }, ..skill("Wound care", "care") };
    kith.store.save_skill(&Actor::Console, &skill).await.unwrap();
}

/// What the form for one seat sends; the skill by its name, as without JavaScript.
fn one_seat(more: &str) -> String {
    format!(
        "form[kind]=lunch-and-learn&form[title]=Wounds+in+plain+words&form[about]=What+to+look+at+first.\
         &form[how]=once&form[on]={ON}&form[at]=12:30&form[minutes]=45&form[zone]=Europe/Lisbon&form[room]=Ward+kitchen\
         &form[link]=https://fernhill.zoom.us/j/1&form[capacity]=1&form[guests]=0&form[closes_before]=0\
         &form[claim_within]=120&skills_text[]=wound+care{more}"
    )
}

/// Jonas plans it; where it is.
async fn planned(kith: &Kith, more: &str) -> String {
    wound_care(kith).await;
    let jonas = kith.signed_in("jonas").await;
    let answer = jonas.submit("/sessions/new", "save_session", &one_seat(more)).await;
    assert_eq!(answer.status, 302, "{answer:?}");
    let place = answer.header("location").to_owned();
    assert!(place.starts_with("/sessions/"), "{place}");
    place
}

fn about(place: &str) -> String {
    format!("session={}&on={ON}", place.trim_start_matches("/sessions/"))
}

async fn says(browser: &Browser, place: &str, says: &str) -> String {
    let answer = browser.submit(place, "answer_session", &format!("{}&says={says}", about(place))).await;
    assert_eq!(answer.status, 302, "{answer:?}");
    browser.follow(&answer).await.text
}

#[tokio::test(flavor = "multi_thread")]
async fn an_hour_is_planned_filled_left_and_taken_without_scripts() {
    let kith = spawn_app().await;
    let place = planned(&kith, "&form[open_to]=everyone").await;
    let (amara, priya) = (kith.signed_in("amara").await, kith.signed_in("priya").await);
    let first = amara.get(&place).await.text;
    for shown in ["Wounds in plain words", "1 seat left of 1", "Save my seat", "Open in Zoom", "Ward kitchen", "Jonas"]
    {
        assert!(first.contains(shown), "{shown} in {first}");
    }
    assert!(amara.get("/sessions").await.text.contains("Wounds in plain words"));
    assert!(amara.get("/skills/wound-care").await.text.contains("Wounds in plain words"));
    assert!(says(&amara, &place, "going").await.contains("You have a seat."));
    let full = priya.get(&place).await.text;
    assert!(full.contains("Get in line") && full.contains("Full: all 1 seats are taken"), "{full}");
    assert!(says(&priya, &place, "going").await.contains("You are 1st in line."));
    assert!(says(&amara, &place, "not").await.contains("You said that you do not come."));
    let held = priya.get(&place).await.text;
    assert!(held.contains("A seat is held for you until") && held.contains("Take the seat"), "{held}");
    assert!(priya.get("/").await.text.contains("Take your seat in Wounds in plain words"));
    let answer = priya.submit(&place, "claim_seat", &about(&place)).await;
    assert!(priya.follow(&answer).await.text.contains("You have a seat."));
    let host = kith.signed_in("jonas").await.get(&place).await.text;
    for shown in ["Who comes", "has a seat", "does not come", "Move this date", "Answer for somebody"] {
        assert!(host.contains(shown), "{shown} in {host}");
    }
    assert!(!held.contains("Answer for somebody"), "only those who look after it");
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_materials_and_changes_of_a_date_are_plain_posts() {
    let kith = spawn_app().await;
    let place = planned(&kith, "&form[open_to]=everyone").await;
    let (amara, jonas) = (kith.signed_in("amara").await, kith.signed_in("jonas").await);
    let post = async |browser: &Browser, function: &str, fields: &str| {
        let fields = format!("{}&{fields}", about(&place));
        let answer = browser.submit(&place, function, &fields).await;
        browser.follow(&answer).await.text
    };
    let asked = post(&amara, "ask_session", "text=Which+swab+first%3F&is_unnamed=true").await;
    assert!(asked.contains("Which swab first?") && asked.contains("without a name"), "{asked}");
    let replied = post(&jonas, "reply_question", "number=1&text=The+dry+one.").await;
    assert!(replied.contains("The dry one."), "{replied}");
    let priya = kith.signed_in("priya").await;
    assert!(post(&priya, "vote_question", "number=1").await.contains(r#"aria-pressed="true""#));
    let fields = "title=Photos&link=https%3A%2F%2Ffiles.fernhill.example%2Fwounds";
    assert!(post(&jonas, "add_material", fields).await.contains("files.fernhill.example"));
    let refused = post(&jonas, "add_material", "title=Photos&link=javascript:alert(1)").await;
    assert!(refused.contains("Write the whole address of the page"), "{refused}");
    let moved = "form[day]=2026-11-27&form[time]=09:00&form[minutes]=30&form[room]=Blue+room";
    let moved = post(&jonas, "move_date", moved).await;
    for shown in ["Blue room", "Friday 27 November, 09:00–09:30"] {
        assert!(moved.contains(shown), "{shown} in {moved}");
    }
    let before = jonas.get(&format!("{place}/{ON}")).await;
    assert_eq!(before.status, 200, "the address of the day on which it was leads to it");
    let off = post(&jonas, "call_off_session", "reason=I+am+ill").await;
    assert!(off.contains("called it off. I am ill"), "{off}");
    assert!(!amara.get(&place).await.text.contains("Save my seat"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_nobody_asked_finds_nothing_of_it() {
    let kith = spawn_app().await;
    let place = planned(&kith, "&form[open_to]=invited&invited_text[0]=Amara").await;
    assert_eq!(kith.signed_in("amara").await.get(&place).await.status, 200);
    assert_eq!(kith.signed_in("ines").await.get(&place).await.status, 200, "she looks after programs");
    let priya = kith.signed_in("priya").await;
    for page in [place.clone(), format!("{place}/{ON}"), format!("{place}/edit")] {
        assert_eq!(priya.get(&page).await.status, 404, "{page}");
    }
    for page in ["/sessions", "/skills/wound-care", "/"] {
        assert!(!priya.get(page).await.text.contains("Wounds in plain words"), "{page}");
    }
    let (of, on) = (place.trim_start_matches("/sessions/"), about(&place));
    for (function, fields) in [
        ("session", format!("session={of}&on=")),
        ("session_draft", format!("session={of}&query=")),
        ("answer_session", format!("{on}&says=going")),
        ("claim_seat", on.clone()),
        ("ask_session", format!("{on}&text=Why")),
        ("call_off_session", format!("session={of}&reason=Why")),
        ("give_seat", format!("{on}&person=priya")),
    ] {
        let answer = priya.call(function, &fields).await;
        assert_eq!(answer.status, 404, "{function}: {}", answer.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_that_is_refused_comes_back_as_it_was_typed() {
    let kith = spawn_app().await;
    wound_care(&kith).await;
    let jonas = kith.signed_in("jonas").await;
    let fields = one_seat("&form[open_to]=everyone").replace("form[at]=12:30", "form[at]=noon");
    let answer = jonas.submit("/sessions/new", "save_session", &fields).await;
    let page = follow_with_cookies(&jonas, &answer).await.text;
    for shown in
        ["Write a time such as 12:30.", r#"value="Wounds in plain words""#, "What to look at first.</textarea>"]
    {
        assert!(page.contains(shown), "{shown} in {page}");
    }
    assert!(page.contains(r#"value="wound care""#), "{page}");
    let past = one_seat("&form[open_to]=everyone").replace(ON, "2026-11-02");
    let refused = jonas.call("save_session", &past).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn several_times_are_voted_on_and_one_is_settled() {
    let kith = spawn_app().await;
    wound_care(&kith).await;
    let (jonas, amara) = (kith.signed_in("jonas").await, kith.signed_in("amara").await);
    let times = "&form[open_to]=everyone&form[choices][0]=2026-11-26T12:30&form[choices][1]=2026-11-27T12:30\
                 &form[vote_until]=2026-11-24";
    let fields = one_seat(times).replace("form[how]=once", "form[how]=poll");
    let answer = jonas.submit("/sessions/new", "save_session", &fields).await;
    let place = answer.header("location").to_owned();
    let page = amara.get(&place).await.text;
    assert!(page.contains("Which time suits?") && page.contains("Save my votes"), "{page}");
    let second = page.split("votes[").nth(4).and_then(|rest| rest.split(']').next()).unwrap();
    let of = place.trim_start_matches("/sessions/").to_owned();
    let voted = amara.submit(&place, "vote_times", &format!("session={of}&votes[{second}]=yes")).await;
    assert!(amara.follow(&voted).await.text.contains("1 yes · 0 if needed · 0 no"));
    let settled = jonas.submit(&place, "settle_poll", &format!("session={of}&choice={second}")).await;
    let page = jonas.follow(&settled).await.text;
    assert!(page.contains("Friday 27 November, 12:30–13:15"), "{page}");
}

/// What a browser shows after a refused form.
async fn follow_with_cookies(browser: &Browser, answer: &Answer) -> Answer {
    let set = answer.headers.get_all("set-cookie").iter().map(|set| set.to_str().unwrap());
    let kept = set.filter(|set| !set.contains("Max-Age=0")).filter_map(|set| set.split(';').next());
    let session = browser.session.clone().unwrap_or_default();
    let cookies = kept.map(str::to_owned).chain([format!("{SESSION}={session}")]).collect::<Vec<_>>().join("; ");
    let place = answer.header("location");
    let place = place.strip_prefix(&browser.origin).unwrap_or(place);
    Answer::of(browser.with_session(None).request("GET", place).header(ACCEPT, "text/html").header(COOKIE, cookies))
        .await
}
