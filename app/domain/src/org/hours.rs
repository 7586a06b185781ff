//! Accounts of hours: what everybody holds. The entries behind it are in the database alone.

use super::Org;
use crate::hours::HoursAccount;
use crate::id::PersonId;
use crate::ledger::{Account, Minutes};
use std::collections::BTreeMap;

/// Every account.
pub(super) type Accounts = BTreeMap<Account, HoursAccount>;

impl Org {
    /// Every account that ever had an entry, the commons first.
    pub fn hours_accounts(&self) -> impl Iterator<Item = &HoursAccount> {
        self.hours.values()
    }

    /// One account; `None` before its first entry.
    pub fn hours_account(&self, account: &Account) -> Option<&HoursAccount> {
        self.hours.get(account)
    }

    /// What somebody holds: above zero who taught more than they learned.
    pub fn hours_of(&self, person: &PersonId) -> Minutes {
        let account = self.hours_account(&Account::Person(person.clone()));
        account.map_or(Minutes::ZERO, |account| account.balance)
    }
}

/// Changes, made by the store alone.
impl Org {
    /// Puts or replaces an account.
    pub fn put_hours(&mut self, account: HoursAccount) {
        self.hours.insert(account.account.clone(), account);
    }
}
