//! Forms without JavaScript: a plain post leads to a page, and what was wrong stands on the page that it came from.

use crate::support::{Answer, Browser, SESSION, demo, spawn_app};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use reqwest::header::{ACCEPT, COOKIE};

/// What a browser shows after a refused form: the page to which the answer leads, asked for with the answer's cookies.
async fn follow_with_cookies(browser: &Browser, answer: &Answer) -> Answer {
    let set = answer.headers.get_all("set-cookie").iter().map(|set| set.to_str().unwrap());
    let kept = set.filter(|set| !set.contains("Max-Age=0")).filter_map(|set| set.split(';').next());
    let cookies = kept.collect::<Vec<_>>().join("; ");
    let place = answer.header("location");
    let place = place.strip_prefix(&browser.origin).unwrap_or(place);
    Answer::of(browser.request("GET", place).header(ACCEPT, "text/html").header(COOKIE, cookies)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_succeeds_leads_on() {
    let kith = spawn_app().await;
    let answer = kith.signed_in("amara").await.submit("/styleguide", "sign_out", "").await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (302, "/welcome"));
    assert_eq!(answer.cookie(SESSION).as_deref(), Some(""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_refused_leads_back_and_says_why() {
    let kith = spawn_app().await;
    let stranger = kith.stranger();
    let fields = "email=amara%40fernhill.example&password=a+wrong+guess";
    let answer = stranger.submit("/sign-in", "sign_in", fields).await;
    assert_eq!(answer.status, 302, "{answer:?}");
    assert!(answer.header("location").contains("/sign-in?"), "{answer:?}");
    let page = stranger.follow(&answer).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("That address and password do not belong together"), "{}", page.text);
    let page = follow_with_cookies(&stranger, &answer).await;
    assert!(page.text.contains(r#"value="amara@fernhill.example""#), "{}", page.text);
    assert!(!page.text.contains("wrong guess"), "the page does not repeat a password");
    let kept = answer.cookie("kith-typed-0").unwrap();
    assert_eq!(BASE64_URL_SAFE_NO_PAD.decode(kept).unwrap(), br#"[["email","amara@fernhill.example"]]"#);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_that_is_refused_keeps_the_words_that_were_typed() {
    let kith = spawn_app().await;
    let amara = kith.signed_in("amara").await;
    let fields = "person=amara&form[name]=Amara&form[title]=Night+nurse&form[about]=%3C%2Ftextarea%3E+%26+wounds\
                  &form[place]=&form[zone]=Atlantis&form[languages]=&form[availability]=Evenings&form[hours]=4";
    let answer = amara.submit("/people/amara/edit", "edit_profile", fields).await;
    let page = follow_with_cookies(&amara, &answer).await;
    assert_eq!(page.status, 200);
    for shown in [r#"value="Night nurse""#, r#"value="Atlantis""#, "&lt;/textarea&gt; &amp; wounds"] {
        assert!(page.text.contains(shown), "{shown} in {}", page.text);
    }
    assert_eq!(page.cookie("kith-typed-0").as_deref(), Some(""), "the page takes the cookies away");
    let later = amara.get("/people/amara/edit").await;
    assert!(!later.text.contains("Night nurse"), "nothing of it was saved");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_is_refused_is_not_lost() {
    let jonas = demo().signed_in("jonas-weidner").await;
    let fields = "form[teacher]=amara-okafor&form[skill]=wound-care&form[message]=May+I+watch+you+on+Friday%3F\
                  &form[slot]=&form[own]=whenever";
    let answer = jonas.submit("/people/amara-okafor/ask?skill=wound-care", "ask_colleague", fields).await;
    assert!(answer.header("location").contains("__err="), "{answer:?}");
    let page = follow_with_cookies(&jonas, &answer).await;
    assert!(page.text.contains("May I watch you on Friday?</textarea>"), "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_skill_that_is_refused_comes_back_in_its_own_form_only() {
    let amara = demo().signed_in("amara-okafor").await;
    let ticked = |page: &Answer| page.text.matches(r#"value="0" checked"#).count();
    let before = ticked(&amara.get("/me/skills").await);
    let answer = amara.submit("/me/skills", "set_own_level", "skill_text=Zeppelin+mooring&level=0").await;
    let page = follow_with_cookies(&amara, &answer).await;
    assert!(page.text.contains(r#"value="Zeppelin mooring""#), "{}", page.text);
    assert_eq!(ticked(&page), before + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_word_on_a_colleagues_skill_names_it_and_what_is_no_skill_comes_back() {
    let amara = demo().signed_in("amara-okafor").await;
    let page = amara.get("/people/jonas-weidner").await;
    assert!(page.text.contains("Say how well Jonas knows another skill"), "{}", page.text);
    let fields = "person=jonas-weidner&skill_text=Zeppelin+mooring&level=3&note=I+saw+it";
    let answer = amara.submit("/people/jonas-weidner", "set_level", fields).await;
    let page = follow_with_cookies(&amara, &answer).await;
    for shown in [r#"value="Zeppelin mooring""#, "Choose a skill from the list."] {
        assert_eq!(page.text.matches(shown).count(), 1, "{shown} in {}", page.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_worked_leaves_no_words_behind() {
    let answer = demo().stranger().submit("/welcome", "set_theme", "theme=dark").await;
    assert_eq!(answer.cookie("kith-typed-0"), None);
    let refused = demo().stranger().call("sign_in", "email=amara%40fernhill.example&password=wrong").await;
    assert_eq!(refused.cookie("kith-typed-0"), None, "scripts keep what was typed themselves");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_keeps_a_choice_leads_back_to_its_page() {
    let answer = demo().stranger().submit("/welcome", "set_theme", "theme=dark").await;
    assert_eq!(answer.status, 302);
    assert!(answer.header("location").trim_end_matches('?').ends_with("/welcome"), "{answer:?}");
    assert_eq!(answer.cookie("kith-theme").as_deref(), Some("dark"));
}
