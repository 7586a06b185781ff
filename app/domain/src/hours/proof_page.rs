//! The proof that hours even out, for everybody, signed in or not: totals, and what the ledger stands at.
//!
//! Nobody's own hours are on it. Where only a few have any, what they hold together is left out too.

use super::account::HoursAccount;
use super::words::length;
use crate::event::Seq;
use crate::ledger::{Account, Minutes};
use crate::org::Org;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// With fewer people than this who hold anything, or owe it, sums would tell of one of them.
const FEW: usize = 5;

/// What everybody may check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursProof {
    /// The sum of all balances in minutes: zero.
    pub sum: i64,
    /// What people above zero hold together; `None` for a few of them.
    pub held: Option<String>,
    /// What people below zero owe together; `None` for a few of them.
    pub owed: Option<String>,
    /// What the commons paid for others, or holds; `None` where it would tell the two above.
    pub commons: Option<String>,
    /// How many people have an account.
    pub people: u32,
    /// How many postings there are.
    pub postings: u64,
    /// What the ledger stands at: `kith ledger verify` says the same when nothing was altered.
    pub head: String,
    /// After which event of the log.
    pub seq: u64,
}

/// The proof as the accounts stand at the event `seq`.
pub fn hours_proof(org: &Org, seq: Seq) -> HoursProof {
    let people = || org.hours_accounts().filter(|account| account.account != Account::Commons);
    let above: Vec<&HoursAccount> = people().filter(|account| account.balance > Minutes::ZERO).collect();
    let below: Vec<&HoursAccount> = people().filter(|account| account.balance.is_negative()).collect();
    let is_shown = [&above, &below].iter().all(|of| of.is_empty() || of.len() >= FEW);
    let shown = |sum: i64| is_shown.then(|| length(Minutes::new(sum).unwrap_or_default()));
    let commons = org.hours_account(&Account::Commons).map_or(0, |account| account.balance.get());
    HoursProof {
        sum: total(org.hours_accounts()),
        held: shown(total(above.into_iter())),
        owed: shown(total(below.into_iter())),
        commons: shown(commons).map(|length| match commons {
            0 => "nothing".to_owned(),
            1.. => format!("holds {length}"),
            _ => format!("paid {length} for others"),
        }),
        people: u32::try_from(people().count()).unwrap_or(u32::MAX),
        postings: org.hours_accounts().map(|account| account.postings).sum(),
        head: ledger_head(org.hours_accounts().map(|account| (&account.account, account))),
        seq: seq.0,
    }
}

fn total<'a>(of: impl Iterator<Item = &'a HoursAccount>) -> i64 {
    of.map(|account| account.balance.get()).sum()
}

/// The SHA-256 over the last posting of every account, in their order: changes with every posting, and names all of them.
pub fn ledger_head<'a>(accounts: impl Iterator<Item = (&'a Account, &'a HoursAccount)>) -> String {
    let mut hash = Sha256::new();
    hash.update("kith/ledger/1\0");
    for (account, HoursAccount { balance, postings, head, .. }) in accounts {
        hash.update(format!("{}\0{postings}\0{}\0{head}\n", account.key(), balance.get()));
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
