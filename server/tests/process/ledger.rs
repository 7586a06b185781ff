//! `kith ledger verify`: a ledger that is whole proves itself with the head that the public page shows, and whatever is
//! altered behind its back is named.

use crate::support::{Database, Kith, said_by};

/// How `kith ledger verify` ends, and what it says.
async fn verified(database: &Database) -> (bool, String) {
    let (ended, said) = said_by(&["ledger", "verify", "--db", &database.url]).await;
    (ended.success(), said)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_altered_behind_its_back_is_named() {
    let database = Database::start().await;
    let kith = Kith::on(&database.url).await;
    let jonas = kith.signed_in("jonas-weidner").await;
    jonas.call("give_hours", "form[to]=amara-okafor&form[minutes]=25&form[words]=For+the+notes").await;
    let page = jonas.page("/hours/proof").await.unwrap();
    assert!(kith.process.stop().await.success());
    let (whole, said) = verified(&database).await;
    assert!(whole && said.contains("All balances together are 0 minutes"), "{said}");
    let head = said.split("is ").last().unwrap().trim().trim_end_matches('.');
    assert!(head.len() == 64 && page.contains(head), "{head} is not on the page");

    for (tampered, back, named) in [
        (
            "UPDATE posting SET minutes += 1 WHERE number = 1 AND account.person = 'jonas-weidner'",
            "UPDATE posting SET minutes -= 1 WHERE number = 1 AND account.person = 'jonas-weidner'",
            "Posting 1 of the account of jonas-weidner does not follow",
        ),
        (
            "UPDATE hours_account SET balance += 60 WHERE account.person = 'amara-okafor'",
            "UPDATE hours_account SET balance -= 60 WHERE account.person = 'amara-okafor'",
            "The balance of the account of amara-okafor is not the sum",
        ),
        (
            "UPDATE transfer SET reason = 'stolen' WHERE words = 'For the notes'",
            "UPDATE transfer SET reason = 'given' WHERE words = 'For the notes'",
            "cannot be read",
        ),
    ] {
        database.tamper(tampered).await;
        let (whole, said) = verified(&database).await;
        assert!(!whole && said.contains(named), "{tampered}: {said}");
        database.tamper(back).await;
        assert!(verified(&database).await.0, "{back}");
    }
    database.tamper("DELETE posting WHERE account = 'commons' AND number = 1").await;
    let (whole, said) = verified(&database).await;
    assert!(!whole && said.contains("Posting 1 of the commons"), "{said}");
}
