//! `kith audit`: a log that is whole proves itself, and whatever is altered, cut off or rewritten is named.

use crate::support::{Database, Folder, Kith, said_by};
use std::path::Path;

/// How `kith audit verify` ends, and what it says.
async fn verified(database: &Database, checkpoint: Option<&Path>) -> (bool, String) {
    let mut arguments = vec!["audit", "verify", "--db", &database.url];
    if let Some(checkpoint) = checkpoint {
        arguments.extend(["--checkpoint", checkpoint.to_str().unwrap()]);
    }
    let (ended, said) = said_by(&arguments).await;
    (ended.success(), said)
}

/// `kith audit checkpoint`, and whether it succeeded.
async fn noted(database: &Database, file: &Path) -> bool {
    said_by(&["audit", "checkpoint", "--db", &database.url, file.to_str().unwrap()]).await.0.success()
}

/// Cuts the last event off and makes the log end before it, so that its chain is whole.
const CUT: &str = "
    LET $last = array::max((SELECT VALUE id FROM event));
    LET $before = array::max((SELECT VALUE id FROM event WHERE id != $last));
    UPDATE sequencer:main SET next = next - 1, chain = $before.chain;
    DELETE $last;
";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_altered_or_cut_off_behind_its_back_is_named() {
    let (database, folder) = (Database::start().await, Folder::new("audit"));
    let kith = Kith::on(&database.url).await;
    assert!(kith.process.stop().await.success());
    let file = folder.path("checkpoint");
    assert!(noted(&database, &file).await);
    assert!(!noted(&database, &file).await, "no checkpoint is overwritten");
    let (whole, said) = verified(&database, Some(&file)).await;
    assert!(whole && said.contains("is the one that the checkpoint names"), "{said}");
    assert!(said.contains("events are as they were written") && !said.contains(" 0 versions"), "{said}");

    database.tamper("UPDATE program_version SET note = string::concat(note, ' (sic)') WHERE n = 2").await;
    let (whole, said) = verified(&database, None).await;
    assert!(!whole && said.contains("Version 2 of the program “"), "{said}");
    database.tamper("UPDATE program_version SET note = string::replace(note, ' (sic)', '') WHERE n = 2").await;
    assert!(verified(&database, None).await.0, "it says again what it said");

    database.tamper(CUT).await;
    let (whole, said) = verified(&database, None).await;
    assert!(whole, "a chain alone cannot show that its end is gone: {said}");
    let (whole, said) = verified(&database, Some(&file)).await;
    assert!(!whole && said.contains("is not the one that the checkpoint names"), "{said}");

    database.tamper("UPDATE event:5 SET at = at - 1").await;
    let (whole, said) = verified(&database, None).await;
    assert!(!whole && said.contains("Event 5 is not as it was written"), "{said}");
}
