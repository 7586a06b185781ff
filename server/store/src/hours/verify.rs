//! The proof from the rows alone, and from the log that tells of each of them: nothing that is in memory is trusted.

use super::rows::of_admins;
use crate::Store;
use crate::error::{Fault, Result};
use crate::log::BATCH;
use domain::actor::Actor;
use domain::event::{Happening, Seq};
use domain::hours::{Entry, HoursAccount, fault_words, ledger_head};
use domain::ledger::{Account, Book, Guard, HoursLimits, Minutes, Posting, Proof, TransferKey, prove};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What came of recomputing the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerCheck {
    /// What was found, or the first fault in words.
    pub proof: Result<Proof, String>,
    /// What the ledger stands at, as the public proof says it; empty where its rows cannot be read.
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

/// The rows, read.
struct Whole {
    accounts: BTreeMap<Account, HoursAccount>,
    entries: BTreeMap<TransferKey, Entry>,
    postings: BTreeMap<Account, Vec<Posting>>,
}

/// What the log tells of entries: the digest of each as it was last told.
#[derive(Default)]
struct Told {
    digests: BTreeMap<TransferKey, String>,
    /// Those told since everything was last replaced, and by which event.
    since: BTreeMap<TransferKey, Seq>,
}

const ROWS: &str = "
    RETURN {
        accounts: (SELECT *, record::id(id) AS id FROM hours_account),
        transfers: (SELECT *, record::id(id) AS id FROM transfer),
        postings: (SELECT *, record::id(id) AS id FROM posting)
    }
";

impl Store {
    /// Recomputes every chain, balance, transfer and reversal of the ledger from its rows, that all balances sum to zero,
    /// and that the log tells of every entry as it is. Refuses all but organisation admins.
    pub async fn verify_ledger(&self, actor: &Actor) -> Result<LedgerCheck> {
        of_admins(actor)?;
        // Whatever is numbered before the rows are read is in them, and whatever they hold is numbered afterwards.
        self.sequence().await?;
        let seq = self.end_of_log().await?.seq;
        let rows: Option<Rows> = self.row(ROWS, json!({})).await?;
        let rows = rows.ok_or_else(|| Fault::new("the ledger", &"its rows were not read"))?;
        self.sequence().await?;
        let told = self.told_of_hours().await?;
        let whole = match rows.read() {
            Ok(whole) => whole,
            Err(unread) => return Ok(LedgerCheck { proof: Err(unread), head: String::new(), seq }),
        };
        let head = ledger_head(whole.accounts.iter());
        let proof = prove(&whole.book()).map_err(|falsity| fault_words(&falsity));
        let proof = proof.and_then(|proof| whole.is_told(&told, seq).map(|()| proof));
        Ok(LedgerCheck { proof, head, seq })
    }

    /// Reads the log from its beginning.
    async fn told_of_hours(&self) -> Result<Told> {
        let (mut told, mut after) = (Told::default(), Seq(0));
        loop {
            let batch = self.events_after(after, BATCH).await?;
            let Some(last) = batch.last() else { return Ok(told) };
            after = last.event.seq;
            for event in batch.into_iter().map(|logged| logged.event) {
                if let Happening::HoursMoved(moved) = event.what {
                    told.since.insert(moved.entry.clone(), event.seq);
                    told.digests.insert(moved.entry, moved.digest);
                } else if event.what == Happening::EverythingReplaced {
                    told.since.clear();
                }
            }
        }
    }
}

impl Rows {
    /// What they say; in words the first that cannot be read any more.
    fn read(mut self) -> Result<Whole, String> {
        let mut whole = Whole { accounts: BTreeMap::new(), entries: BTreeMap::new(), postings: BTreeMap::new() };
        for Row { id, row } in self.accounts {
            let unread = format!("The account {id} cannot be read.");
            let account: HoursAccount = read(row).ok_or_else(|| unread.clone())?;
            if account.account.key() != id {
                return Err(unread);
            }
            whole.accounts.insert(account.account.clone(), account);
        }
        for Row { id, row } in self.transfers {
            let unread = format!("The transfer {} cannot be read.", id.as_str());
            whole.entries.insert(id, read(row).ok_or(unread)?);
        }
        self.postings.sort_by(|one, other| one.id.cmp(&other.id));
        for Row { id: (name, number), row } in self.postings {
            let unread = format!("Posting {number} of {name} cannot be read.");
            let account = Account::of_key(&name).ok_or_else(|| unread.clone())?;
            whole.postings.entry(account).or_default().push(read(row).ok_or(unread)?);
        }
        Ok(whole)
    }
}

fn read<T: DeserializeOwned>(row: Value) -> Option<T> {
    serde_json::from_value(row).ok()
}

impl Whole {
    /// The ledger that they are, under the names that they were found by.
    fn book(&self) -> Book {
        let guards =
            self.accounts.iter().map(|(account, row)| -> (Account, Guard) { (account.clone(), row.guard(None)) });
        let transfers = self.entries.iter().map(|(key, entry)| (key.clone(), entry.transfer.clone()));
        // Nobody posts to it.
        let limits = HoursLimits { soft: Minutes::ZERO, hard: Minutes::ZERO };
        Book::new(limits).holding(guards.collect(), transfers.collect(), self.postings.clone())
    }

    /// Passes when the log tells of every entry as it is, and no entry is gone that it told of up to `seq`.
    fn is_told(&self, told: &Told, seq: Seq) -> Result<(), String> {
        for (key, entry) in &self.entries {
            if told.digests.get(key) != Some(&entry.digest()) {
                return Err(format!("The transfer {} is not as the log tells of it.", key.as_str()));
            }
        }
        let gone = told.since.iter().find(|(key, at)| **at <= seq && !self.entries.contains_key(*key));
        gone.map_or(Ok(()), |(key, _)| {
            Err(format!("The transfer {} is missing, of which the log tells.", key.as_str()))
        })
    }
}
