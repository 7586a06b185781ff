//! Forms without JavaScript: a plain post leads to a page, and what was wrong stands on the page that it came from.

use crate::support::{SESSION, demo, spawn_app};

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
    assert!(!page.text.contains("wrong guess"), "the page does not repeat a password");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_keeps_a_choice_leads_back_to_its_page() {
    let answer = demo().stranger().submit("/welcome", "set_theme", "theme=dark").await;
    assert_eq!(answer.status, 302);
    assert!(answer.header("location").trim_end_matches('?').ends_with("/welcome"), "{answer:?}");
    assert_eq!(answer.cookie("kith-theme").as_deref(), Some("dark"));
}
