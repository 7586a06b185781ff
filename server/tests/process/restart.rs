//! One process after another in one folder: whatever was acknowledged is there, however the one before ended.

use crate::support::{Browser, Folder, Kith};

const ABOUT: &str = "/people/jonas-weidner";

/// Jonas wants to learn a skill that he did not want before.
async fn wants(jonas: &Browser, skill: &str) {
    jonas.call("set_want", &format!("form[skill]={skill}&form[target]=2&form[priority]=soon")).await;
}

async fn is_wanted(jonas: &Browser, skill: &str) -> bool {
    let page = jonas.page("/me/skills").await.expect("the session goes on");
    page.contains(&format!("value=\"{skill}\""))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_was_stopped_goes_on_where_it_was() {
    let folder = Folder::new("stopped");
    let data = folder.path("data");
    let kith = Kith::in_folder(&data).await;
    let jonas = kith.signed_in("jonas-weidner").await;
    wants(&jonas, "wound-care").await;
    assert!(kith.process.stop().await.success());
    assert!(data.join("kith/organisation").is_file(), "what is in memory is kept for the next start");

    let kith = Kith::in_folder(&data).await;
    let jonas = jonas.at(&kith);
    assert!(is_wanted(&jonas, "wound-care").await);
    assert!(jonas.page(ABOUT).await.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_was_killed_loses_nothing_that_it_acknowledged() {
    let folder = Folder::new("killed");
    let data = folder.path("data");
    let kith = Kith::in_folder(&data).await;
    let jonas = kith.signed_in("jonas-weidner").await;
    assert!(kith.process.stop().await.success());

    let kith = Kith::in_folder(&data).await;
    wants(&jonas.at(&kith), "wound-care").await;
    kith.process.kill().await;

    let kith = Kith::in_folder(&data).await;
    assert!(is_wanted(&jonas.at(&kith), "wound-care").await, "it happened after the organisation was kept");
}
