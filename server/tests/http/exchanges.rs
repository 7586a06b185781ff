//! `/exchanges/{id}`: a request is between two people. To everybody else it does not exist.

use crate::support::{Browser, demo};

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_sees_or_moves_a_request_between_two() {
    let jonas = demo().signed_in("jonas-weidner").await;
    let request = agreed_of(&jonas).await;
    let page = jonas.get(&format!("/exchanges/{request}")).await;
    assert_eq!(page.status, 200);
    let stage = page.text.split_once("exchange-stage").map_or("", |(_, stage)| stage);
    let hour = first_link(stage, "/sessions/").expect("it is an hour of theirs");
    assert_eq!(jonas.get(&format!("/sessions/{hour}")).await.status, 200);
    // Not even the admin, who may change almost everything else.
    for outsider in ["sol-lindqvist", "ines-carvalho"] {
        let outsider = demo().signed_in(outsider).await;
        for hidden in ["/exchanges/", "/sessions/"].into_iter().zip([&request, &hour]) {
            assert_eq!(outsider.get(&format!("{}{}", hidden.0, hidden.1)).await.status, 404);
        }
        assert_eq!(outsider.get(&format!("/sessions/{hour}/calendar.ics")).await.status, 404);
        assert_eq!(outsider.call("call_off_session", &format!("session={hour}&reason=No")).await.status, 404);
        for (function, fields) in [
            ("exchange", ""),
            ("accept_exchange", "&starts_at=0"),
            ("accept_next_step", "&starts_at=0"),
            ("propose_time", "&own=2026-11-20T12:30"),
            ("decline_exchange", "&reason=Too+much"),
            ("withdraw_exchange", ""),
            ("confirm_exchange", "&outcome=met"),
        ] {
            let answer = outsider.call(function, &format!("exchange={request}{fields}")).await;
            assert_eq!(answer.status, 404, "{function}: {}", answer.text);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_answers_cannot_take_back_what_the_other_asked() {
    let jonas = demo().signed_in("jonas-weidner").await;
    let request = agreed_of(&jonas).await;
    let answer = jonas.call("withdraw_exchange", &format!("exchange={request}")).await;
    assert!(answer.status == 403 || answer.status == 409, "{}: {}", answer.status, answer.text);
    assert_eq!(agreed_of(&jonas).await, request, "it still stands");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_page_shows_what_was_asked_and_more_answers_than_yes() {
    let page = demo().signed_in("jonas-weidner").await.get("/").await.text;
    for shown in ["You asked:", "Read it, or propose another time", "name=\"starts_at\"", "role=\"dialog\""] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(!page.contains("Never for requests"), "Amara would wait for ever");
    assert!(!page.contains("Show what I put off"), "he put nothing off");
}

/// A request of theirs on whose time both agreed.
async fn agreed_of(browser: &Browser) -> String {
    let page = browser.get("/exchanges").await.text;
    let agreed = page.split_once("id=\"agreed\"").map_or("", |(_, agreed)| agreed);
    first_link(agreed, "/exchanges/").unwrap_or_else(|| panic!("nothing is agreed: {page}"))
}

/// Where the first link to a page below `path` goes.
fn first_link(page: &str, path: &str) -> Option<String> {
    let rest = page.split(&format!("href=\"{path}")).nth(1)?;
    rest.split(['"', '?', '#']).next().map(str::to_owned)
}
