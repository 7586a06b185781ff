//! What every answer carries, and what is refused before an operation sees it.

use crate::support::{Answer, Browser, Kith, demo, spawn_app, spawn_app_with};
use reqwest::RequestBuilder;
use reqwest::header::{CONTENT_TYPE, ORIGIN};

const HEADERS: [(&str, &str); 6] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("strict-transport-security", "max-age=31536000; includeSubDomains"),
];

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_the_headers() {
    let stranger = demo().stranger();
    let mut answers = vec![stranger.call("front_door", "").await, stranger.call("no_such_function", "").await];
    for path in
        ["/welcome", "/", "/no/such/page", "/healthz", "/metrics", "/sw.js", "/offline", "/pkg/main.css", "/live"]
    {
        answers.push(stranger.get(path).await);
    }
    for answer in answers {
        for (name, value) in HEADERS {
            assert_eq!(answer.header(name), value, "{name} of {answer:?}");
        }
        let policy = answer.header("content-security-policy");
        for part in ["default-src 'none'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"] {
            assert!(policy.contains(part), "{part} is missing in {policy}");
        }
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_page_has_a_nonce_of_its_own_and_every_script_carries_it() {
    let stranger = demo().stranger();
    let (first, second) = (stranger.get("/welcome").await, stranger.get("/welcome").await);
    assert_ne!(nonce(&first), nonce(&second));
    for page in [&first, &second] {
        let scripts: Vec<&str> =
            page.text.split("<script").skip(1).map(|rest| &rest[..rest.find('>').unwrap()]).collect();
        assert!(!scripts.is_empty());
        for script in scripts {
            assert!(script.contains(&format!("nonce=\"{}\"", nonce(page))), "<script{script}> would not run");
        }
    }
}

fn nonce(answer: &Answer) -> &str {
    let policy = answer.header("content-security-policy");
    policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_has_code_or_styles_in_attributes() {
    for path in ["/welcome", "/sign-in", "/styleguide"] {
        let page = demo().signed_in("amara-okafor").await.get(path).await;
        for attribute in [" style=\"", " onclick=\"", " onsubmit=\"", " onload=\"", "javascript:"] {
            assert!(!page.text.contains(attribute), "{path} has{attribute}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changes_something_comes_from_our_own_pages() {
    let kith = spawn_app().await;
    let amara = kith.signed_in("amara").await;
    let host = kith.origin.trim_start_matches("http://");
    let rows: [(&[(&str, &str)], u16); 9] = [
        (&[], 403),
        (&[("origin", "https://elsewhere.example")], 403),
        (&[("origin", "null")], 403),
        (&[("origin", &format!("http://{host}.elsewhere.example"))], 403),
        (&[("sec-fetch-site", "cross-site"), ("origin", &kith.origin)], 403),
        (&[("sec-fetch-site", "same-site")], 403),
        (&[("sec-fetch-site", "none")], 403),
        (&[("origin", &kith.origin)], 200),
        (&[("sec-fetch-site", "same-origin")], 200),
    ];
    for (headers, expected) in rows {
        let answer = Answer::of(with(bare_post(&amara), headers)).await;
        assert_eq!(answer.status.as_u16(), expected, "{headers:?}: {}", answer.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_a_proxy_only_the_named_origin_is_ours() {
    let kith = spawn_app_with(|config| config.origin = Some("https://kith.example".to_owned())).await;
    let amara = kith.signed_in("amara").await;
    for (origin, expected) in [("https://kith.example", 200), (kith.origin.as_str(), 403), ("http://kith.example", 403)]
    {
        let answer = Answer::of(bare_post(&amara).header(ORIGIN, origin)).await;
        assert_eq!(answer.status.as_u16(), expected, "{origin}");
    }
}

fn bare_post(browser: &Browser) -> RequestBuilder {
    browser.request("POST", "/api/trail").header(CONTENT_TYPE, "application/x-www-form-urlencoded").body("path=/")
}

fn with(request: RequestBuilder, headers: &[(&str, &str)]) -> RequestBuilder {
    headers.iter().fold(request, |request, (name, value)| request.header(*name, *value))
}

#[tokio::test(flavor = "multi_thread")]
async fn server_functions_answer_to_posts_only() {
    let amara = demo().signed_in("amara-okafor").await;
    for method in ["GET", "PUT", "DELETE", "PATCH"] {
        let answer = Answer::of(amara.request(method, "/api/trail?path=/").header(ORIGIN, &amara.origin)).await;
        assert_eq!(answer.status, 405, "{method}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_more_than_a_quarter_megabyte_is_not_read() {
    let kith = spawn_app().await;
    let fields = format!("path={}", "x".repeat(256 * 1024));
    for browser in [kith.signed_in("amara").await, kith.stranger()] {
        let answer = browser.call("trail", &fields).await;
        assert_eq!(answer.status, 413, "{}", answer.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_changes_things_too_fast_is_told_when_to_go_on() {
    let kith = spawn_app_with(|config| config.writes_per_minute = 3).await;
    let (amara, jonas) = (kith.signed_in("amara").await, kith.signed_in("jonas").await);
    for _ in 0..3 {
        assert_eq!(amara.call("set_theme", "theme=dark").await.status, 200);
    }
    let late = amara.call("set_theme", "theme=dark").await;
    assert_eq!(late.status, 429);
    assert!((1..=60).contains(&late.header("retry-after").parse::<u32>().unwrap()));
    assert!(late.text.contains("TooMany"), "the page can read the reason: {}", late.text);
    assert_eq!(jonas.call("set_theme", "theme=dark").await.status, 200, "each has a measure of their own");
    assert_eq!(amara.get("/styleguide").await.status, 200, "looking is free");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_tries_the_door_too_fast_is_told_when_to_go_on() {
    let kith = spawn_app_with(|config| config.sign_ins_per_minute = 2).await;
    for _ in 0..2 {
        assert_eq!(kith.stranger().call("sign_in_as", "handle=amara").await.status, 404);
    }
    let late = kith.stranger().call("sign_in_as", "handle=amara").await;
    assert_eq!(late.status, 429);
    assert!(late.header("retry-after").parse::<u32>().unwrap() > 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_a_proxy_each_visitor_has_a_measure_of_their_own() {
    let forwarded = |kith: &Kith, address: &str| {
        Answer::of(kith.stranger().form("sign_in_as", "handle=amara").header("x-forwarded-for", address))
    };
    let behind = spawn_app_with(|config| (config.sign_ins_per_minute, config.trusted_proxies) = (1, 1)).await;
    assert_eq!(forwarded(&behind, "203.0.113.7").await.status, 404);
    assert_eq!(forwarded(&behind, "198.51.100.1, 203.0.113.7").await.status, 429, "what the sender wrote is not read");
    assert_eq!(forwarded(&behind, "203.0.113.8").await.status, 404);

    let open = spawn_app_with(|config| config.sign_ins_per_minute = 1).await;
    assert_eq!(forwarded(&open, "203.0.113.7").await.status, 404);
    assert_eq!(forwarded(&open, "203.0.113.8").await.status, 429, "without a proxy nobody's word is taken for it");
}

#[tokio::test(flavor = "multi_thread")]
async fn files_of_the_site_are_kept_as_long_as_they_stay_the_same() {
    let stranger = demo().stranger();
    for (path, kept) in [
        ("/pkg/main.css", "public, max-age=31536000, immutable"),
        ("/sw.js", "no-cache"),
        ("/offline", "public, max-age=3600"),
        ("/welcome", "no-store"),
    ] {
        let answer = stranger.get(path).await;
        assert_eq!((answer.status.as_u16(), answer.header("cache-control")), (200, kept), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_outside_the_site_is_served() {
    let stranger = demo().stranger();
    for path in
        ["/assets.json", "/pkg/%2e%2e/assets.json", "/..%2f..%2fCargo.toml", "/pkg/..%2f..%2fsupport.rs", "/pkg/"]
    {
        assert_eq!(stranger.get(path).await.status, 404, "{path}");
    }
}
