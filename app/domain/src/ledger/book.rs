//! The ledger in memory: what the store does in a transaction, one after the other.

use super::account::{Account, Guard, HoursLimits};
use super::amount::Minutes;
use super::post::{Done, Posting, Refusal, post, reversal};
use super::transfer::{Reason, Transfer, TransferKey};
use crate::id::PersonId;
use std::collections::BTreeMap;

/// Every transfer and posting.
#[derive(Clone, Debug)]
pub struct Book {
    pub(super) limits: HoursLimits,
    pub(super) guards: BTreeMap<Account, Guard>,
    pub(super) transfers: BTreeMap<TransferKey, Transfer>,
    pub(super) postings: BTreeMap<Account, Vec<Posting>>,
}

/// A row of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The posting.
    pub posting: &'a Posting,
    /// What it was for.
    pub reason: Reason,
    /// Who was on the other side.
    pub others: Vec<&'a Account>,
    /// True when it was undone since.
    pub is_reversed: bool,
}

impl Book {
    /// An empty one. Everyone in it has these limits.
    pub const fn new(limits: HoursLimits) -> Self {
        Self { limits, guards: BTreeMap::new(), transfers: BTreeMap::new(), postings: BTreeMap::new() }
    }

    /// The same with what was stored, under the names that it was found by. Nothing of it is checked here:
    /// [`prove`](super::prove) does that.
    pub fn holding(
        self,
        guards: BTreeMap<Account, Guard>,
        transfers: BTreeMap<TransferKey, Transfer>,
        postings: BTreeMap<Account, Vec<Posting>>,
    ) -> Self {
        Self { guards, transfers, postings, ..self }
    }

    /// What an account holds.
    pub fn balance(&self, account: &Account) -> Minutes {
        self.guards.get(account).map_or(Minutes::ZERO, |guard| guard.balance)
    }

    /// Posts a transfer; done with nothing more to write when it was posted before. Refuses another transfer of its key,
    /// and what [`post`] refuses.
    pub fn post(&mut self, transfer: Transfer) -> Result<Done, Refusal> {
        if let Some(before) = self.transfers.get(&transfer.key) {
            let is_same = before.legs == transfer.legs && before.reverses == transfer.reverses;
            return if is_same { Ok(Done::default()) } else { Err(Refusal::OtherLegs(transfer.key)) };
        }
        let guards = self.guards_of(transfer.accounts());
        let done = post(&transfer, &guards)?;
        for posting in &done.postings {
            let guard = self.guards.entry(posting.account.clone());
            let guard = guard.or_insert_with(|| Guard::new(limits_of(&posting.account, self.limits)));
            guard.balance = posting.balance;
            guard.postings = posting.number;
            guard.head = posting.hash.clone();
            self.postings.entry(posting.account.clone()).or_default().push(posting.clone());
        }
        self.transfers.insert(transfer.key.clone(), transfer);
        Ok(done)
    }

    /// Undoes a transfer, once. Refuses a transfer that there is not, a reversal, and one that was undone already.
    pub fn reverse(&mut self, of: &TransferKey, by: PersonId) -> Result<Done, Refusal> {
        let Some(transfer) = self.transfers.get(of) else { return Err(Refusal::NotReversible(of.clone())) };
        if self.is_reversed(of) {
            return Err(Refusal::Reversed(of.clone()));
        }
        let accounts = transfer.accounts().into_iter().chain([&Account::Commons]).collect();
        let back = reversal(transfer, by, &self.guards_of(accounts))?;
        self.post(back)
    }

    /// The postings of an account, the first one first.
    pub fn statement(&self, account: &Account) -> Vec<Line<'_>> {
        let line = |posting| self.line(account, posting);
        self.postings.get(account).into_iter().flatten().filter_map(line).collect()
    }

    fn line<'a>(&'a self, account: &Account, posting: &'a Posting) -> Option<Line<'a>> {
        let transfer = self.transfers.get(&posting.transfer)?;
        let others = transfer.accounts().into_iter().filter(|other| *other != account).collect();
        let is_reversed = self.is_reversed(&transfer.key);
        Some(Line { posting, reason: transfer.reason, others, is_reversed })
    }

    fn is_reversed(&self, key: &TransferKey) -> bool {
        self.transfers.contains_key(&TransferKey::of_reversal(key))
    }

    /// These accounts as they stand; those without a posting as new ones.
    fn guards_of(&self, accounts: Vec<&Account>) -> BTreeMap<Account, Guard> {
        let guard = |account: &Account| {
            let known = self.guards.get(account).cloned();
            known.unwrap_or_else(|| Guard::new(limits_of(account, self.limits)))
        };
        accounts.into_iter().map(|account| (account.clone(), guard(account))).collect()
    }
}

const fn limits_of(account: &Account, limits: HoursLimits) -> Option<HoursLimits> {
    match account {
        Account::Commons => None,
        Account::Person(_) => Some(limits),
    }
}
