//! Writing the ledger of the demo, with the balances and the chains that its entries made.

use super::DemoHours;
use super::load::insert;
use crate::Tx;
use crate::error::Result;
use serde::Serialize;
use serde_json::{Value, json};

/// Writes it as it stands.
pub(super) async fn write_hours(tx: &Tx, hours: &DemoHours) -> Result<()> {
    let transfers = hours.entries.iter().map(|entry| named(json!(entry.transfer.key), entry));
    let postings = hours.postings.iter().map(|posting| named(json!([posting.account.key(), posting.number]), posting));
    let accounts = hours.accounts.iter().map(|(account, row)| named(json!(account.key()), row));
    insert(tx, "INSERT INTO transfer $rows RETURN NONE", &transfers.collect::<Result<Vec<_>>>()?).await?;
    insert(tx, "INSERT INTO posting $rows RETURN NONE", &postings.collect::<Result<Vec<_>>>()?).await?;
    insert(tx, "INSERT INTO hours_account $rows RETURN NONE", &accounts.collect::<Result<Vec<_>>>()?).await
}

/// A row under its key.
fn named(key: Value, row: &impl Serialize) -> Result<Value> {
    let mut row = serde_json::to_value(row)?;
    row["id"] = key;
    Ok(row)
}
