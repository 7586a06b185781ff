//! Every row of the ledger that somebody alters, drops or slips in is found, and what is whole is not.

use super::LedgerCheck;
use crate::demo::company;
use crate::{Clock, Store};
use domain::actor::Actor;
use domain::event::Happening;
use domain::time::Timestamp;
use serde_json::{Value, json};

const NOW: Timestamp = Timestamp(1_795_000_000_000);

/// Fernhill with its hours.
async fn fernhill() -> Store {
    let store = Store::in_memory(Clock::standing_at(NOW)).await.unwrap();
    let mut company = company(NOW);
    // The rest of the log only takes time to read.
    company.happened.retain(|happened| matches!(happened.what, Happening::HoursMoved(_)));
    store.load_company(&Actor::Console, &company).await.unwrap();
    store
}

async fn check(store: &Store) -> LedgerCheck {
    store.verify_ledger(&Actor::Console).await.unwrap()
}

/// The keys of some rows: every seventh, and the last.
async fn keys(store: &Store, query: &'static str) -> Vec<Value> {
    let all: Vec<Value> = store.rows(query, json!({})).await.unwrap();
    let last = all.last().cloned();
    assert!(all.len() > 20, "the demo has hours");
    all.into_iter().step_by(7).chain(last).collect()
}

/// Does `harm` to a row, which has to be found, and puts the row back as it was.
async fn is_found(store: &Store, table: &str, key: &Value, harm: &'static str) {
    let values = json!({ "table": table, "key": key });
    let query = "SELECT * OMIT id FROM ONLY type::record($table, $key)";
    let before: Option<Value> = store.row(query, values.clone()).await.unwrap();
    store.run(harm, values).await.unwrap();
    let found = check(store).await.proof;
    assert!(found.is_err(), "{harm} of {key}");
    let back = json!({ "table": table, "key": key, "row": before.unwrap() });
    store.run("UPSERT type::record($table, $key) CONTENT $row RETURN NONE", back).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_altered_posting_is_found() {
    let store = fernhill().await;
    let whole = check(&store).await;
    assert!(whole.proof.is_ok() && whole.head == store.hours_proof().head, "{whole:?}");
    for key in keys(&store, "SELECT VALUE record::id(id) FROM posting").await {
        for harm in [
            "UPDATE type::record($table, $key) SET minutes += 1",
            "UPDATE type::record($table, $key) SET balance -= 1",
            "UPDATE type::record($table, $key) SET number += 1",
            "UPDATE type::record($table, $key) SET transfer = 'close:nothing:2026-11-18'",
            "UPDATE type::record($table, $key) SET hash = string::reverse(hash)",
            "UPDATE type::record($table, $key) SET account = { person: 'mallory' }",
            "DELETE type::record($table, $key)",
        ] {
            is_found(&store, "posting", &key, harm).await;
        }
    }
    assert_eq!(check(&store).await, whole, "all of it is as it was");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_altered_transfer_and_account_is_found_and_so_is_one_from_nowhere() {
    let store = fernhill().await;
    for key in keys(&store, "SELECT VALUE record::id(id) FROM transfer").await {
        for harm in [
            "UPDATE type::record($table, $key) SET legs[0].minutes += 1",
            "UPDATE type::record($table, $key) SET legs = []",
            "UPDATE type::record($table, $key) SET key = 'close:nothing:2026-11-18'",
            "UPDATE type::record($table, $key) SET reason = 'stolen'",
            "UPDATE type::record($table, $key) SET by = 'mallory'",
            "UPDATE type::record($table, $key) SET at -= 1",
            "UPDATE type::record($table, $key) SET words = 'For nothing'",
            "UPDATE type::record($table, $key) SET reverses = 'close:nothing:2026-11-18'",
            "DELETE type::record($table, $key)",
        ] {
            is_found(&store, "transfer", &key, harm).await;
        }
    }
    for key in keys(&store, "SELECT VALUE record::id(id) FROM hours_account").await {
        for harm in [
            "UPDATE type::record($table, $key) SET balance += 60",
            "UPDATE type::record($table, $key) SET postings -= 1",
            "UPDATE type::record($table, $key) SET head = ''",
            "UPDATE type::record($table, $key) SET account = { person: 'mallory' }",
            "DELETE type::record($table, $key)",
        ] {
            is_found(&store, "hours_account", &key, harm).await;
        }
    }
    assert!(check(&store).await.proof.is_ok());
    let mallory = "CREATE type::record('hours_account', 'person:mallory') SET account = { person: 'mallory' },
        balance = 60, postings = 0, head = ''";
    store.run(mallory, json!({})).await.unwrap();
    let found = check(&store).await.proof.unwrap_err();
    assert_eq!(found, "The balance of the account of mallory is not the sum of its postings.");
}
