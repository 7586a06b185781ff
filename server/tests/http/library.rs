//! `/library`, `/questions` and comments without scripts: what is written leads on, and what clashes keeps both texts.

use crate::made::skill;
use crate::support::{Answer, Browser, demo, spawn_app};
use domain::actor::{Actor, Role};
use domain::comment::Subject;
use domain::skills::AreaDraft;
use domain::text::Name;
use reqwest::header::{ACCEPT, COOKIE};
use store::Store;

/// One skill, so that there is something to write about.
async fn wound_care(store: &Store) {
    let name = |text| Name::parse("name", text).unwrap();
    store.save_area(&Actor::Console, &AreaDraft { id: None, name: name("Care") }).await.unwrap();
    let skill = skill("Wound care", "care");
    store.save_skill(&Actor::Console, &skill).await.unwrap();
}

/// What a browser shows after a refused form, with the words that were typed.
async fn refused(browser: &Browser, answer: &Answer) -> String {
    let set = answer.headers.get_all("set-cookie").iter().map(|set| set.to_str().unwrap());
    let kept = set.filter(|set| !set.contains("Max-Age=0")).filter_map(|set| set.split(';').next());
    let cookies = kept.collect::<Vec<_>>().join("; ");
    let place = answer.header("location");
    let place = place.strip_prefix(&browser.origin).unwrap_or(place);
    Answer::of(browser.request("GET", place).header(ACCEPT, "text/html").header(COOKIE, cookies)).await.text
}

const NOTE: &str = "form[title]=Dress+a+wound&skills_text[0]=Wound+care&form[body]=Wash+**your**+hands.";

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_written_read_and_changed_by_two_without_losing_a_word() {
    let kith = spawn_app().await;
    wound_care(&kith.store).await;
    let (amara, jonas) = (kith.signed_in("amara").await, kith.signed_in("jonas").await);
    let answer = amara.submit("/new/note", "save_note", &format!("{NOTE}&form[base]=0")).await;
    let page = answer.header("location").to_owned();
    assert!(page.starts_with("/library/"), "{answer:?}");
    let text = plain(&jonas.get(&page).await.text);
    assert!(text.contains("<strong>your</strong>") && text.contains("Verified by Amara"), "{text}");
    let id = page.trim_start_matches("/library/").to_owned();
    let edit = format!("{page}/edit");
    let change = |words: &str| {
        format!("form[id]={id}&form[base]=1&form[title]=Dress+a+wound&skills[0]=wound-care&form[body]={words}")
    };
    let saved = jonas.submit(&edit, "save_note", &change("Wash+them+twice.")).await;
    assert_eq!(saved.header("location"), page);
    let late = amara.submit(&edit, "save_note", &change("Wear+gloves.")).await;
    assert!(late.header("location").contains("__err="), "{late:?}");
    let text = refused(&amara, &late).await;
    for shown in ["Jonas changed this note while you were changing it", "Wash them twice.", ">Wear gloves.</textarea>"]
    {
        assert!(text.contains(shown), "{shown}: {text}");
    }
    assert!(text.contains("name=\"form[base]\" value=\"2\""), "what is saved now comes after theirs: {text}");
    let now = change("Wear+gloves.").replace("form[base]=1", "form[base]=2");
    assert_eq!(amara.submit(&edit, "save_note", &now).await.header("location"), page);
    let history = amara.get(&format!("{page}/history?n=2")).await.text;
    assert!(history.contains("What text 2 changed") && history.contains("Bring this text back"), "{history}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_asked_answered_and_solved_without_scripts() {
    let kith = spawn_app().await;
    wound_care(&kith.store).await;
    let (amara, jonas) = (kith.signed_in("amara").await, kith.signed_in("jonas").await);
    let empty = amara.submit("/new/question", "put_question", "form[skill_text]=Wound+care&form[title]=").await;
    assert!(refused(&amara, &empty).await.contains("Write the question in one line."));
    let answer = amara
        .submit("/new/question", "put_question", "form[skill_text]=Wound+care&form[title]=Which+dressing%3F")
        .await;
    let page = answer.header("location").to_owned();
    let id = page.trim_start_matches("/questions/");
    jonas.submit(&page, "give_answer", &format!("question={id}&form[number]=&form[text]=The+*soft*+one.")).await;
    jonas.submit(&page, "want_answer", &format!("question={id}&wanted=true")).await;
    let text = plain(&amara.get(&page).await.text);
    assert!(text.contains("<em>soft</em>") && text.contains("This solved it"), "{text}");
    assert!(text.contains("One colleague would like this answered too."), "{text}");
    amara.submit(&page, "accept_answer", &format!("question={id}&number=1")).await;
    assert!(jonas.get(&page).await.text.contains("Solved by Jonas"));
    assert!(jonas.get("/questions?show=solved").await.text.contains("Which dressing?"));
}

#[tokio::test(flavor = "multi_thread")]
async fn comments_are_written_reported_and_judged_without_scripts() {
    let kith = spawn_app().await;
    wound_care(&kith.store).await;
    let (amara, jonas, ines) =
        (kith.signed_in("amara").await, kith.signed_in("jonas").await, kith.signed_in("ines").await);
    let page = "/skills/wound-care";
    let silent = amara.submit(page, "write_comment", "subject=skill:wound-care&text=+").await;
    assert!(refused(&amara, &silent).await.contains("Write something first."));
    amara.submit(page, "write_comment", "subject=skill:wound-care&text=%3Cb%3EAsk%3C/b%3E+@jonas").await;
    let text = jonas.get(page).await.text;
    assert!(text.contains("&lt;b&gt;Ask&lt;/b&gt;") && text.contains("mentions you"), "{text}");
    let actor =
        Actor::Person(domain::actor::Member { id: "ines".parse().unwrap(), role: Role::ProgramAdmin, team: None });
    let subject = Subject::parse("skill:wound-care").unwrap();
    let id = kith.store.read(&actor, |org| Ok(org.comments_on(&subject).next().unwrap().id.clone())).unwrap();
    jonas.submit(page, "report_comment", &format!("comment={id}&why=Shouting")).await;
    assert!(jonas.get(page).await.text.contains("you reported it"));
    assert!(ines.get("/admin/reports").await.text.contains("Shouting"));
    assert_eq!(jonas.get("/admin/reports").await.status, 403);
    ines.submit("/admin/reports", "judge_comment", &format!("comment={id}&judgement=remove")).await;
    let text = amara.get(page).await.text;
    assert!(text.contains("A program admin removed this comment.") && !text.contains("&lt;b&gt;Ask"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn words_of_notes_and_answers_are_found_and_marked() {
    let jonas = demo().signed_in("jonas-weidner").await;
    let page = plain(&jonas.get("/search?q=kinkde+line").await.text);
    assert!(page.contains("href=\"/library/clear-an-alarm\"") && page.contains("<mark>kinked</mark>"), "{page}");
    assert!(page.contains("was read as “kinked”"), "{page}");
    assert!(page.contains("href=\"/questions/beep-in-room-4\""), "an answer says it too: {page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_found_talked_about_and_leads_to_the_notes_that_it_left() {
    let jonas = demo().signed_in("jonas-weidner").await;
    let page = "/sessions/allergens-in-plain-words";
    assert!(jonas.get("/search?q=alergens").await.text.contains(&format!("href=\"{page}\"")));
    jonas.submit(page, "write_comment", "subject=session:allergens-in-plain-words&text=Which+aprons%3F").await;
    let text = jonas.get(page).await.text;
    assert!(text.contains("Which aprons?") && text.contains("Everybody who may come can read it"), "{text}");
    let link = text.split('"').find(|part| part.starts_with("/library/allergens-in-plain-words-"));
    let note = jonas.get(link.unwrap_or_else(|| panic!("no note: {text}"))).await.text;
    assert!(note.contains("It came of the session") && note.contains(&format!("href=\"{page}\"")), "{note}");
}

/// Without the marks between texts that the browser hydrates by.
fn plain(page: &str) -> String {
    page.replace("<!>", "")
}
