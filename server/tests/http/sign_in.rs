//! `/welcome`, `/sign-in`, `/join/{token}`: becoming somebody, and nobody again.

use crate::support::{Answer, SESSION, demo, spawn_app, spawn_app_with};
use domain::actor::Role;

#[tokio::test(flavor = "multi_thread")]
async fn a_persona_of_the_demo_is_one_post_away() {
    let answer = demo().stranger().submit("/welcome", "sign_in_as", "handle=amara-okafor").await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (302, "/start/1"));
    assert_eq!(answer.cookie(SESSION).unwrap().len(), 64);
    let stranger = demo().stranger();
    let newcomer = stranger.with_session(answer.cookie(SESSION)).get("/start/1").await;
    assert!(newcomer.text.contains("I’ll look around"), "and home is one press away");
    let door = stranger.get("/welcome").await.text;
    assert!(door.contains(r#"method="post" action="/api/sign_in_as""#), "a plain form, so that the page loads whole");
}

#[tokio::test(flavor = "multi_thread")]
async fn scripts_are_told_the_next_page_and_load_it_whole() {
    let kith = spawn_app().await;
    let link = kith.invite("Theo", Role::Member).await;
    let theo = kith.stranger();
    let joined = theo.call("join", &format!("token={link}&password=three+words+long")).await;
    let signed_in = theo.call("sign_in", "email=theo%40fernhill.example&password=three+words+long").await;
    for answer in [joined, signed_in] {
        assert_eq!(answer.text, r#""/start/1""#, "Theo has not answered the three questions");
        assert_eq!(answer.header("location"), "", "a redirect would show the page in a stranger’s frame");
    }
    let form = "email=theo%40fernhill.example&password=three+words+long";
    let plain = theo.submit("/sign-in", "sign_in", form).await;
    assert_eq!((plain.status.as_u16(), plain.header("location")), (302, "/start/1"));
    let theo = theo.with_session(plain.cookie(SESSION));
    let answered = theo.call("answer_when", "availability=whenever&zone=Europe%2FLisbon").await;
    assert!(answered.status.is_success(), "{}", answered.text);
    assert_eq!(theo.call("sign_in", form).await.text, r#""/""#, "from then on home");
    assert_eq!(theo.call("sign_out", "").await.text, r#""/welcome""#);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_personas_can_be_become_and_only_in_the_demo() {
    let own = spawn_app().await;
    for (kith, handle) in [(demo(), "ines-carvalho"), (demo(), "nobody-at-all"), (&own, "amara")] {
        let answer = kith.stranger().call("sign_in_as", &format!("handle={handle}")).await;
        assert_eq!((answer.status.as_u16(), answer.cookie(SESSION)), (404, None), "{handle}: {}", answer.text);
    }
    assert!(!own.stranger().get("/welcome").await.text.contains("Try the demo"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cookie_of_a_session_cannot_be_read_by_scripts_or_sent_from_elsewhere() {
    let answer = demo().stranger().call("sign_in_as", "handle=jonas-weidner").await;
    let set = answer.header("set-cookie");
    for part in ["__Host-kith=", "; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
        assert!(set.contains(part), "{part} is missing in {set}");
    }
    assert!(!set.contains("Domain"), "a __Host- cookie names no domain: {set}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_greets_takes_a_password_once_and_signs_in() {
    let kith = spawn_app().await;
    let link = kith.invite("Theo", Role::Member).await;
    let theo = kith.stranger();
    let page = theo.get(&format!("/join/{link}")).await;
    assert!(page.status.is_success() && page.text.contains("Theo"), "{}", page.text);

    let short = theo.call("join", &format!("token={link}&password=short")).await;
    assert_eq!(short.status, 422);
    assert!(short.text.contains("at least 10 characters"), "{}", short.text);

    let joined = theo.call("join", &format!("token={link}&password=three+words+long")).await;
    assert!(joined.cookie(SESSION).is_some(), "{joined:?}");
    let again = theo.call("join", &format!("token={link}&password=three+words+long")).await;
    assert_eq!(again.status, 404, "a link works once");

    let back = theo.call("sign_in", "email=theo%40fernhill.example&password=three+words+long").await;
    assert!(back.cookie(SESSION).is_some(), "{back:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_and_an_unknown_address_read_the_same() {
    let kith = spawn_app().await;
    let wrong = kith.stranger().call("sign_in", "email=amara%40fernhill.example&password=a+wrong+guess").await;
    let unknown = kith.stranger().call("sign_in", "email=nobody%40fernhill.example&password=a+wrong+guess").await;
    assert_eq!((wrong.status.as_u16(), &wrong.text), (422, &unknown.text));
    assert_eq!((unknown.status, unknown.cookie(SESSION)), (wrong.status, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_is_stopped_where_it_comes_from_and_shuts_nobody_out() {
    let kith = spawn_app_with(|config| config.trusted_proxies = 1).await;
    let link = kith.invite("Theo", Role::Member).await;
    kith.stranger().call("join", &format!("token={link}&password=three+words+long")).await;
    let tries = async |address: &str, password: &str| {
        let fields = format!("email=theo%40fernhill.example&password={password}");
        Answer::of(kith.stranger().form("sign_in", &fields).header("x-forwarded-for", address)).await
    };
    for _ in 0..10 {
        assert_eq!(tries("203.0.113.7", "a+wrong+guess").await.status, 422);
    }
    let late = tries("203.0.113.7", "three+words+long").await;
    assert_eq!(late.status, 429);
    // The clock of these tests stands at twelve minutes past the hour: three are left of the quarter.
    assert!(late.text.contains("180"), "{}", late.text);
    assert!(tries("198.51.100.1", "three+words+long").await.cookie(SESSION).is_some(), "from elsewhere they get in");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_becomes_somebody_else_leaves_the_session_it_held() {
    let kith = demo();
    let amara = kith.signed_in("amara-okafor").await;
    let answer = amara.call("sign_in_as", "handle=jonas-weidner").await;
    assert!(answer.cookie(SESSION).is_some());
    assert_eq!(amara.call("trail", "path=/").await.status, 401, "the session of before is over");
    let refused = kith.signed_in("amara-okafor").await;
    refused.call("sign_in_as", "handle=nobody").await;
    assert_eq!(refused.call("trail", "path=/").await.status, 200, "nothing took its place");
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_this_session_and_no_other() {
    let kith = spawn_app().await;
    let (desk, phone) = (kith.signed_in("amara").await, kith.signed_in("amara").await);
    let answer = desk.call("sign_out", "").await;
    assert_eq!(answer.cookie(SESSION).as_deref(), Some(""));
    assert_eq!(desk.call("trail", "path=/").await.status, 401, "the session is gone on the server too");
    assert!(phone.call("trail", "path=/").await.status.is_success());
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_everywhere_ends_every_session_of_ones_own() {
    let kith = spawn_app().await;
    let (desk, phone) = (kith.signed_in("amara").await, kith.signed_in("amara").await);
    let jonas = kith.signed_in("jonas").await;
    assert!(desk.call("sign_out_everywhere", "").await.status.is_success());
    for browser in [&desk, &phone] {
        assert_eq!(browser.call("trail", "path=/").await.status, 401);
    }
    assert!(jonas.call("trail", "path=/").await.status.is_success());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cookie_that_is_no_session_counts_as_none() {
    let kith = spawn_app().await;
    for session in ["", "short", &"0".repeat(64), &"x".repeat(64), &"0".repeat(5_000)] {
        let mut somebody = kith.stranger();
        somebody.session = Some(session.to_owned());
        let answer = somebody.get("/styleguide").await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/welcome"));
    }
}
