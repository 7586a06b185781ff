//! The graph in memory after the process that held it was killed: what the next one holds is what the tables say.

use crate::support::{Browser, Folder, Kith, said_by};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// So many changes are acknowledged before the power goes; more are under way then.
const BEFORE: u32 = 12;
const KILLS: usize = 3;

/// Changes levels and wants one after the other until nobody answers any more; each round begins with other ones.
async fn write_on(browser: Browser, round: usize, acknowledged: Arc<AtomicU32>) {
    let skills = ["wound-care", "catheter-care", "fall-prevention", "moving-and-lifting"];
    for (number, skill) in skills.iter().cycle().enumerate().skip(round * skills.len()) {
        let (function, fields) = match number / skills.len() % 4 {
            0 => ("set_own_level", format!("skill={skill}&level={}", number % 2 + 1)),
            1 => ("set_want", format!("form[skill]={skill}&form[target]=4&form[priority]=soon")),
            2 => ("set_own_level", format!("skill={skill}&level=3")),
            _ => ("drop_want", format!("skill={skill}")),
        };
        let Some(is_done) = browser.tries(function, &fields).await else { return };
        acknowledged.fetch_add(u32::from(is_done), Ordering::SeqCst);
    }
}

/// What `kith check` says of a folder: that all is equal, and the digest.
async fn checked(data: &Path) -> String {
    let (ended, said) = said_by(&["check", "--data", data.to_str().unwrap()]).await;
    assert!(ended.success(), "{said}");
    let digest = |line: &str| said.lines().find_map(|said| said.strip_prefix(line)).unwrap().trim().to_owned();
    assert_eq!(digest("in memory"), digest("from tables"), "{said}");
    digest("from tables")
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_in_the_middle_of_writing_the_next_process_holds_what_the_tables_say() {
    let folder = Folder::new("graph");
    let data = folder.path("data");
    // Stopped once, so that there is a kept file to be behind the tables.
    let mut browsers = Vec::new();
    let kith = Kith::in_folder(&data).await;
    for handle in ["jonas-weidner", "amara-okafor", "sol-lindqvist"] {
        browsers.push(kith.signed_in(handle).await);
    }
    assert!(kith.process.stop().await.success());
    let mut before = checked(&data).await;
    for round in 0..KILLS {
        let kith = Kith::in_folder(&data).await;
        let acknowledged = Arc::new(AtomicU32::new(0));
        let writing = |browser: &Browser| tokio::spawn(write_on(browser.at(&kith), round, Arc::clone(&acknowledged)));
        let writers: Vec<_> = browsers.iter().map(writing).collect();
        let mut again = tokio::time::interval(Duration::from_millis(1));
        while acknowledged.load(Ordering::SeqCst) < BEFORE {
            assert!(writers.iter().all(|writer| !writer.is_finished()), "the server is gone");
            again.tick().await;
        }
        kith.process.kill().await;
        for writer in writers {
            writer.await.unwrap();
        }
        let after = checked(&data).await;
        assert_ne!(after, before);
        before = after;
    }
    // The server itself, asked by an admin, stands where the last check stood.
    let kith = Kith::in_folder(&data).await;
    let sol = browsers.pop().unwrap().at(&kith);
    let health = sol.page("/healthz/graph").await.expect("Sol is an admin");
    assert!(health.contains(&format!("\"digest\":\"{before}\"")) && health.contains("\"status\":\"ok\""), "{health}");
}
