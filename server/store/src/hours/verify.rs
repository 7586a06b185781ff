//! The proof from the rows alone: nothing that is in memory is trusted.

use super::rows::of_admins;
use crate::Store;
use crate::error::{Fault, Result};
use domain::actor::Actor;
use domain::event::Seq;
use domain::hours::{Entry, HoursAccount, fault_words, ledger_head};
use domain::ledger::{Account, Book, Guard, HoursLimits, Minutes, Posting, Proof, Transfer, TransferKey, prove};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What came of recomputing the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerCheck {
    /// What was found, or the first fault in words.
    pub proof: Result<Proof, String>,
    /// What the ledger stands at, as the public proof says it.
    pub head: String,
    /// After which event of the log, at least.
    pub seq: Seq,
}

/// All rows of one moment, under their keys.
#[derive(Deserialize)]
struct Rows {
    accounts: Vec<Row<String>>,
    transfers: Vec<Row<TransferKey>>,
    postings: Vec<Row<(String, u64)>>,
}

#[derive(Deserialize)]
struct Row<K> {
    id: K,
    #[serde(flatten)]
    row: Value,
}

const ROWS: &str = "
    RETURN {
        accounts: (SELECT *, record::id(id) AS id FROM hours_account),
        transfers: (SELECT *, record::id(id) AS id FROM transfer),
        postings: (SELECT *, record::id(id) AS id FROM posting)
    }
";

impl Store {
    /// Recomputes every chain, balance, transfer and reversal of the ledger from its rows, and that all balances sum to
    /// zero. Refuses all but organisation admins.
    pub async fn verify_ledger(&self, actor: &Actor) -> Result<LedgerCheck> {
        of_admins(actor)?;
        self.sequence().await?;
        let seq = self.end_of_log().await?.seq;
        let rows: Option<Rows> = self.row(ROWS, json!({})).await?;
        let rows = rows.ok_or_else(|| Fault::new("the ledger", &"its rows were not read"))?;
        let (proof, head) = match rows.read() {
            Ok((accounts, book)) => {
                let head = ledger_head(accounts.iter().map(|(account, row)| (account, row)));
                (prove(&book).map_err(|falsity| fault_words(&falsity)), head)
            }
            Err(unread) => (Err(unread), String::new()),
        };
        Ok(LedgerCheck { proof, head, seq })
    }
}

impl Rows {
    /// The ledger that they are, under the names that they were found by; in words what cannot be read any more.
    fn read(self) -> Result<(BTreeMap<Account, HoursAccount>, Book), String> {
        let mut accounts = BTreeMap::new();
        for Row { id: key, row } in self.accounts {
            let unread = format!("The account {key} cannot be read.");
            let account = Account::of_key(&key).ok_or_else(|| unread.clone())?;
            accounts.insert(account, read::<HoursAccount>(row).ok_or(unread)?);
        }
        let mut transfers: BTreeMap<TransferKey, Transfer> = BTreeMap::new();
        for Row { id: key, row } in self.transfers {
            let unread = format!("The transfer {} cannot be read.", key.as_str());
            transfers.insert(key, read::<Entry>(row).ok_or(unread)?.transfer);
        }
        let mut postings: BTreeMap<Account, Vec<Posting>> = BTreeMap::new();
        let mut all = self.postings;
        all.sort_by(|one, other| one.id.cmp(&other.id));
        for Row { id: (name, number), row } in all {
            let unread = format!("Posting {number} of {name} cannot be read.");
            let account = Account::of_key(&name).ok_or_else(|| unread.clone())?;
            postings.entry(account).or_default().push(read(row).ok_or(unread)?);
        }
        let guards: BTreeMap<Account, Guard> =
            accounts.iter().map(|(account, row)| (account.clone(), row.guard(None))).collect();
        let limits = HoursLimits { soft: Minutes::ZERO, hard: Minutes::ZERO };
        Ok((accounts, Book::new(limits).holding(guards, transfers, postings)))
    }
}

fn read<T: DeserializeOwned>(row: Value) -> Option<T> {
    serde_json::from_value(row).ok()
}
