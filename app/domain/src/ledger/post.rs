//! Whether a transfer may be, and the postings that it makes.

use super::account::{Account, Guard};
use super::amount::{Minutes, TooMany};
use super::transfer::{Leg, MOST_LEGS, Reason, Transfer, TransferKey, hex};
use crate::id::PersonId;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// One leg as it stands on its account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// Whose.
    pub account: Account,
    /// The place among the account's postings, from 1.
    pub number: u64,
    /// The transfer that made it.
    pub transfer: TransferKey,
    /// What the account gained, or paid where it is below zero.
    pub minutes: Minutes,
    /// The balance after it.
    pub balance: Minutes,
    /// The hash over this posting and the hash before.
    pub hash: String,
}

impl Posting {
    /// The hash that a posting has after one with the hash `previous`.
    pub(super) fn hash_after(&self, previous: &str) -> String {
        let account = match &self.account {
            Account::Commons => "commons".to_owned(),
            Account::Person(person) => format!("person:{person}"),
        };
        let (number, key) = (self.number, self.transfer.as_str());
        let (minutes, balance) = (self.minutes.get(), self.balance.get());
        let row = format!("kith/posting/1\0{previous}\0{account}\0{number}\0{key}\0{minutes}\0{balance}");
        hex(&Sha256::digest(row))
    }
}

/// What a transfer does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// The postings to write, by account.
    pub postings: Vec<Posting>,
    /// Who is below their soft limit now and was not before.
    pub warned: Vec<PersonId>,
}

/// Why a transfer may not be. Nothing was posted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Legs that do not even out.
    #[error("The hours of this entry do not even out: {0} minutes are left over.")]
    Uneven(i64),
    /// No legs, or too many.
    #[error("An entry moves hours between 2 and 64 accounts.")]
    Legs,
    /// More than can be counted.
    #[error(transparent)]
    TooMany(#[from] TooMany),
    /// An account that was not read.
    #[error("One of the accounts of this entry is missing. Try again.")]
    Unknown(Account),
    /// A person who would go below their hard limit.
    #[error("This would leave `{person}` {short} minutes below what they may owe. Teach first, or ask the commons.")]
    Limit {
        /// Who.
        person: PersonId,
        /// By how much they would pass the limit.
        short: i64,
    },
    /// Another transfer has this key.
    #[error("This entry was made before with other hours. Load the page again.")]
    OtherLegs(TransferKey),
    /// It was undone already.
    #[error("This entry was reversed already.")]
    Reversed(TransferKey),
    /// A reversal of nothing, or of a reversal.
    #[error("There is no such entry to reverse.")]
    NotReversible(TransferKey),
}

/// What a transfer does to the accounts that it touches, as they stand. Refuses legs that do not sum to zero, and whoever
/// would go further below their hard limit.
pub fn post(transfer: &Transfer, guards: &BTreeMap<Account, Guard>) -> Result<Done, Refusal> {
    // In a reversal the commons may stand beside those it undoes.
    let most = MOST_LEGS + usize::from(transfer.reverses.is_some());
    if !(2..=most).contains(&transfer.legs.len()) {
        return Err(Refusal::Legs);
    }
    let left: i64 = transfer.legs.iter().map(|leg| leg.minutes.get()).sum();
    if left != 0 {
        return Err(Refusal::Uneven(left));
    }
    let mut done = Done::default();
    for (account, minutes) in transfer.sums()? {
        let guard = guards.get(account).ok_or_else(|| Refusal::Unknown(account.clone()))?;
        let balance = guard.balance.plus(minutes)?;
        if let (Account::Person(person), Some(limits)) = (account, guard.limits) {
            if minutes.is_negative() && balance < limits.hard {
                let short = limits.hard.get() - balance.get();
                return Err(Refusal::Limit { person: person.clone(), short });
            }
            if balance < limits.soft && guard.balance >= limits.soft {
                done.warned.push(person.clone());
            }
        }
        let mut posting = Posting {
            account: account.clone(),
            number: guard.postings + 1,
            transfer: transfer.key.clone(),
            minutes,
            balance,
            hash: String::new(),
        };
        posting.hash = posting.hash_after(&guard.head);
        done.postings.push(posting);
    }
    Ok(done)
}

/// The transfer that undoes another, as its accounts stand. What would take somebody below their hard limit, the commons
/// bears, so that a reversal is never refused for what was spent since. Refuses the reversal of a reversal.
pub fn reversal(of: &Transfer, by: PersonId, guards: &BTreeMap<Account, Guard>) -> Result<Transfer, Refusal> {
    if of.reverses.is_some() {
        return Err(Refusal::NotReversible(of.key.clone()));
    }
    let (mut legs, mut borne) = (Vec::new(), Minutes::ZERO);
    for (account, minutes) in of.sums()? {
        let guard = guards.get(account).ok_or_else(|| Refusal::Unknown(account.clone()))?;
        let back = minutes.negated();
        let least = match guard.limits {
            Some(limits) if back.is_negative() => limits.hard.get().min(guard.balance.get()) - guard.balance.get(),
            Some(_) | None => i64::MIN,
        };
        let taken = Minutes::new(back.get().max(least))?;
        borne = borne.plus(Minutes::new(back.get() - taken.get())?)?;
        legs.push(Leg { account: account.clone(), minutes: taken });
    }
    legs.push(Leg { account: Account::Commons, minutes: borne });
    legs.retain(|leg| leg.minutes != Minutes::ZERO);
    Ok(Transfer {
        key: TransferKey::of_reversal(&of.key),
        legs,
        reason: Reason::Reversed,
        by,
        reverses: Some(of.key.clone()),
    })
}
