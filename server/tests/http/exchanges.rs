//! `/exchanges/{id}`: a request is between two people. To everybody else it does not exist.

use crate::support::{Browser, demo};

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_sees_or_moves_a_request_between_two() {
    let jonas = demo().signed_in("jonas-weidner").await;
    let request = waiting_for(&jonas).await;
    assert_eq!(jonas.get(&format!("/exchanges/{request}")).await.status, 200);
    // Not even the admin, who may change almost everything else.
    for outsider in ["sol-lindqvist", "ines-carvalho"] {
        let outsider = demo().signed_in(outsider).await;
        assert_eq!(outsider.get(&format!("/exchanges/{request}")).await.status, 404);
        for (function, fields) in [
            ("exchange", ""),
            ("accept_exchange", ""),
            ("accept_next_step", ""),
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
    let request = waiting_for(&jonas).await;
    let answer = jonas.call("withdraw_exchange", &format!("exchange={request}")).await;
    assert!(answer.status == 403 || answer.status == 409, "{}: {}", answer.status, answer.text);
    assert_eq!(waiting_for(&jonas).await, request, "it still waits for him");
}

/// The request that waits for an answer, from the one next step on the first page.
async fn waiting_for(browser: &Browser) -> String {
    let page = browser.get("/").await.text;
    let link = page.split("href=\"/exchanges/").nth(1).and_then(|rest| rest.split(['"', '?', '#']).next());
    link.unwrap_or_else(|| panic!("no request stands on the first page: {page}")).to_owned()
}
