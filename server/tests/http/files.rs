//! `/people.csv` and `/admin/import/…`: files in and out, by who asks and by how large they are.

use crate::support::{Answer, Browser, Kith, spawn_app};
use domain::actor::Actor;
use reqwest::header::{CONTENT_TYPE, ORIGIN};

/// Two people, of whom one has no address.
const PEOPLE: &str = "handle,name,email\nnoor,Noor Haddad,noor@fernhill.example\ntheo,Theo Brandt,\n";
/// A megabyte more than a file may have.
const TOO_LARGE: usize = 33 * 1024 * 1024;

/// A member, a manager, a program admin and an organisation admin.
async fn roles(kith: &Kith) -> [Browser; 4] {
    [
        kith.signed_in("amara").await,
        kith.signed_in("priya").await,
        kith.signed_in("ines").await,
        kith.signed_in("sol").await,
    ]
}

async fn upload(browser: &Browser, text: &str) -> Answer {
    let body = format!(
        "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"people.csv\"\r\n\r\n{text}\r\n--b--\r\n"
    );
    let request = browser.request("POST", "/admin/import/upload").header(ORIGIN, &browser.origin);
    Answer::of(request.header(CONTENT_TYPE, "multipart/form-data; boundary=b").body(body)).await
}

async fn is_nothing_staged(kith: &Kith) -> bool {
    kith.store.import_history(&Actor::Console).await.unwrap().imports.is_empty()
}

/// Where an answer leads.
fn leads_to(answer: &Answer) -> (u16, &str) {
    (answer.status.as_u16(), answer.header("location"))
}

/// Why an upload was not taken, as the page that it leads back to reads it.
fn refusal(answer: &Answer) -> String {
    let hex = answer.cookie("kith-refused-upload").unwrap_or_default();
    let bytes = (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap());
    String::from_utf8(bytes.collect()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_who_works_here_takes_the_directory_along_and_no_addresses() {
    let kith = spawn_app().await;
    assert_eq!(leads_to(&kith.stranger().get("/people.csv").await), (303, "/welcome"));
    for browser in roles(&kith).await {
        let answer = browser.get("/people.csv").await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
        assert_eq!(answer.header("content-disposition"), "attachment; filename=\"people.csv\"");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert!(answer.text.contains("Amara") && answer.text.contains("Sol") && !answer.text.contains('@'));
    }
    let sol = kith.signed_in("sol").await;
    let found = sol.get("/people.csv?q=Jonas").await.text;
    assert!(found.contains("Jonas") && !found.contains("Priya"), "{found}");
}

#[tokio::test(flavor = "multi_thread")]
async fn templates_are_for_all_and_there_is_one_of_each_kind() {
    let kith = spawn_app().await;
    for browser in [kith.stranger(), kith.signed_in("sol").await] {
        for kind in ["teams", "people", "skills", "levels", "wants"] {
            let answer = browser.get(&format!("/admin/import/templates/{kind}.csv")).await;
            assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "text/csv; charset=utf-8"));
            assert!(answer.text.lines().count() > 1, "a header and a row: {}", answer.text);
        }
        for other in ["salaries.csv", "people", "people.xlsx"] {
            assert_eq!(browser.get(&format!("/admin/import/templates/{other}")).await.status, 404, "{other}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_organisation_admins_upload_and_see_what_stayed_out() {
    let kith = spawn_app().await;
    let stranger = kith.stranger();
    let [amara, priya, ines, sol] = roles(&kith).await;
    assert_eq!(leads_to(&upload(&stranger, PEOPLE).await), (303, "/welcome"));
    for browser in [&amara, &priya, &ines] {
        let answer = upload(browser, PEOPLE).await;
        assert_eq!(leads_to(&answer), (303, "/admin/import"));
        assert!(!refusal(&answer).is_empty());
    }
    assert!(is_nothing_staged(&kith).await);

    let answer = upload(&sol, PEOPLE).await;
    let (status, place) = leads_to(&answer);
    assert!(status == 303 && place.starts_with("/admin/import/i"), "{place}");
    assert_eq!(sol.get(place).await.status, 200);

    let rows = format!("{place}/rejected/0");
    for (browser, expected) in [(&stranger, 401), (&amara, 403), (&priya, 403), (&ines, 403), (&sol, 200)] {
        assert_eq!(browser.get(&rows).await.status.as_u16(), expected);
    }
    let answer = sol.get(&rows).await;
    assert_eq!(answer.header("content-disposition"), "attachment; filename=\"people-left-out.csv\"");
    assert!(answer.text.contains("E-mail: missing") && !answer.text.contains("noor"), "{}", answer.text);
    for missing in [format!("{place}/rejected/1"), "/admin/import/none/rejected/0".to_owned()] {
        assert_eq!(sol.get(&missing).await.status, 404, "{missing}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_comes_from_our_own_page() {
    let kith = spawn_app().await;
    let sol = kith.signed_in("sol").await;
    let request = sol.request("POST", "/admin/import/upload").header(ORIGIN, "https://elsewhere.example");
    let answer = Answer::of(request.header(CONTENT_TYPE, "multipart/form-data; boundary=b").body("--b--\r\n")).await;
    assert_eq!(answer.status, 403);
    assert!(is_nothing_staged(&kith).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_taken_leads_back_with_the_reason() {
    let kith = spawn_app().await;
    let sol = kith.signed_in("sol").await;
    let too_large = "a,b\n".repeat(TOO_LARGE / 4);
    for (text, reason) in [
        (too_large.as_str(), "people.csv: This file is larger than 32 MB."),
        ("", "people.csv: This file is empty."),
        ("PK\u{3}\u{4}", "people.csv: This is an Excel"),
    ] {
        let answer = upload(&sol, text).await;
        assert_eq!(leads_to(&answer), (303, "/admin/import"));
        let said = refusal(&answer);
        assert!(said.starts_with(reason), "{said}");
    }
    let request = sol.request("POST", "/admin/import/upload").header(ORIGIN, &sol.origin);
    let torn = request.header(CONTENT_TYPE, "multipart/form-data; boundary=b").body("--b\r\nContent-Disp");
    let answer = Answer::of(torn).await;
    assert_eq!(leads_to(&answer), (303, "/admin/import"));
    assert!(refusal(&answer).contains("did not arrive whole"), "{}", refusal(&answer));
    assert!(is_nothing_staged(&kith).await);
}
