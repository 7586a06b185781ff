//! An account as it is kept, and what its person is told.

use super::entry::Entry;
use crate::id::PersonId;
use crate::ledger::{Account, Done, Guard, HoursLimits, Minutes, Posting, Reason};
use crate::text::Prose;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// So much of what somebody was told is kept; the rest stands in the statement.
const TOLD: usize = 12;

/// An account with what its person was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursAccount {
    /// Whose.
    pub account: Account,
    /// The sum of its postings.
    pub balance: Minutes,
    /// How many postings it has.
    pub postings: u64,
    /// The hash of the last one.
    pub head: String,
    /// What its person was told, the oldest first.
    #[serde(default)]
    pub told: Vec<HoursTold>,
}

/// Something that somebody was told of their hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursTold {
    /// When.
    pub at: Timestamp,
    /// Who did it; `None` when nobody in particular did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// What.
    pub news: HoursNews,
    /// What they wrote.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub words: Prose,
}

/// What is told of hours. That an hour counts is told by its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum HoursNews {
    /// Somebody gave them hours.
    Given {
        /// How many.
        minutes: Minutes,
    },
    /// They are below the soft limit now.
    Low {
        /// What they hold.
        balance: Minutes,
    },
    /// An admin took an entry back, or set it right.
    Changed {
        /// What they gained by it, or lost.
        minutes: Minutes,
    },
}

impl HoursAccount {
    /// A new one.
    pub const fn new(account: Account) -> Self {
        Self { account, balance: Minutes::ZERO, postings: 0, head: String::new(), told: Vec::new() }
    }

    /// What a transfer is decided by; limits where its person has some.
    pub fn guard(&self, limits: Option<HoursLimits>) -> Guard {
        Guard { balance: self.balance, limits, postings: self.postings, head: self.head.clone() }
    }

    fn after(mut self, entry: &Entry, posting: &Posting, is_low: bool) -> Self {
        self.balance = posting.balance;
        self.postings = posting.number;
        self.head.clone_from(&posting.hash);
        if let Account::Person(person) = &self.account {
            let by = Some(entry.transfer.by.clone()).filter(|by| by != person);
            let news = news(entry.transfer.reason, posting.minutes).filter(|_| by.is_some());
            let told = |by, news, words| HoursTold { at: entry.at, by, news, words };
            self.told.extend(news.map(|news| told(by, news, entry.words.clone())));
            let low = HoursNews::Low { balance: posting.balance };
            self.told.extend(is_low.then(|| told(None, low, Prose::default())));
            self.told.drain(..self.told.len().saturating_sub(TOLD));
        }
        self
    }
}

/// What an entry tells somebody who did not make it themselves.
fn news(reason: Reason, minutes: Minutes) -> Option<HoursNews> {
    match reason {
        Reason::Taught => None,
        Reason::Given => (!minutes.is_negative()).then_some(HoursNews::Given { minutes }),
        Reason::Corrected | Reason::Reversed => Some(HoursNews::Changed { minutes }),
    }
}

/// The accounts that `entry` touches as they stand once `done` is written; those without a posting before are new.
pub fn accounts_after(entry: &Entry, before: &BTreeMap<Account, HoursAccount>, done: &Done) -> Vec<HoursAccount> {
    let after = |posting: &Posting| {
        let account = before.get(&posting.account).cloned();
        let account = account.unwrap_or_else(|| HoursAccount::new(posting.account.clone()));
        let is_low = posting.account.person().is_some_and(|person| done.warned.contains(person));
        account.after(entry, posting, is_low)
    };
    done.postings.iter().map(after).collect()
}
