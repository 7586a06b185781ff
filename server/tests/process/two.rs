//! Two processes on one database server are one organisation.

use crate::support::{Browser, Database, Kith};

#[tokio::test(flavor = "multi_thread")]
async fn what_changes_on_one_process_shows_live_on_the_other() {
    let database = Database::start().await;
    let first = Kith::on(&database.url).await;
    let second = Kith::on(&database.url).await;
    let jonas = first.signed_in("jonas-weidner").await;
    let amara = second.signed_in("amara-okafor").await;

    let change = async {
        jonas.call("set_want", "form[skill]=wound-care&form[target]=2&form[priority]=soon").await;
    };
    amara.hears("want_changed", change).await;
    let seen = amara.page("/skills/wound-care").await.unwrap();
    assert!(seen.contains("Jonas Weidner"), "what was heard shows on the page");

    // A session is of the organisation, not of the process that began it, and so is its end.
    assert!(jonas.at(&second).page("/").await.is_some());
    jonas.call("sign_out_everywhere", "").await;
    assert_eq!(jonas.at(&second).ask("home", "").await.status(), 401);
}

/// An admin gives a program another purpose, which everybody reads at once.
async fn edited(admin: &Browser, program: &str, purpose: &str) {
    let asked = format!("program={program}&query=form%5Bpolicy%5D%3Deveryone_now");
    let page = admin.call("program_editor", &asked).await.text().await.unwrap();
    let base = serde_json::from_str::<serde_json::Value>(&page).unwrap()["base"].clone();
    admin.call("keep_draft", &format!("program={program}&form[base]={base}&form[values][purpose]={purpose}")).await;
    let page = admin.call("program_editor", &asked).await.text().await.unwrap();
    let page: serde_json::Value = serde_json::from_str(&page).unwrap();
    let seen = page["review"]["seen"].as_str().unwrap();
    admin.call("publish_draft", &format!("program={program}&form[policy]=everyone_now&form[seen]={seen}")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_is_edited_on_one_process_is_another_on_the_other() {
    let database = Database::start().await;
    let (first, second) = (Kith::on(&database.url).await, Kith::on(&database.url).await);
    let sol = first.signed_in("sol-lindqvist").await;
    let amara = second.signed_in("amara-okafor").await;
    assert!(amara.page("/programs/pairs-for-care").await.is_some());

    // How soon is measured, not tested.
    amara.hears("programs", edited(&sol, "pairs-for-care", "Somebody+new+to+ask")).await;
    let page = amara.page("/programs/pairs-for-care").await.unwrap();
    assert!(page.contains("Somebody new to ask"), "what was heard shows on the page");
}

#[tokio::test(flavor = "multi_thread")]
async fn writers_on_two_processes_lose_nothing() {
    let database = Database::start().await;
    let (first, second) = (Kith::on(&database.url).await, Kith::on(&database.url).await);
    let jonas = first.signed_in("jonas-weidner").await;
    let again = jonas.at(&second);
    let skills = ["catheter-care", "fall-prevention", "moving-and-lifting", "wound-care"];
    let writing = skills.iter().enumerate().map(|(place, skill)| {
        let browser = if place % 2 == 0 { &jonas } else { &again };
        let fields = format!("form[skill]={skill}&form[target]=3&form[priority]=soon");
        async move { browser.ask("set_want", &fields).await.status() }
    });
    let statuses = futures::future::join_all(writing).await;
    assert!(statuses.iter().all(|status| *status == 200), "{statuses:?}");
    for browser in [&jonas, &again] {
        for skill in skills {
            // What the other process wrote comes with the log, a moment later.
            assert!(browser.shows_soon("/me/skills", &format!("value=\"{skill}\"")).await, "{skill}");
        }
    }
}
