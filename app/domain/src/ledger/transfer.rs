//! What moves minutes.

use super::account::Account;
use super::amount::{Minutes, TooMany};
use crate::clocks::Day;
use crate::id::{ExchangeId, PersonId, SessionId};
use crate::receipt::RequestKey;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// The most legs of a transfer.
pub const MOST_LEGS: usize = 64;

/// Names a transfer for ever.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TransferKey(String);

impl TransferKey {
    /// Of a person's request, which may arrive more than once. Two people's requests never share one.
    pub fn of_request(person: &PersonId, request: &RequestKey) -> Self {
        let hash = Sha256::digest(format!("kith/transfer/1\0{person}\0{}", request.as_str()));
        Self(format!("request:{}", hex(&hash)))
    }

    /// Of a person's request about an entry: what is asked about two entries is never one request.
    pub fn of_request_about(person: &PersonId, request: &RequestKey, entry: &Self) -> Self {
        let text = format!("kith/transfer-about/1\0{person}\0{}\0{}", request.as_str(), entry.0);
        Self(format!("request:{}", hex(&Sha256::digest(text))))
    }

    /// Of the close of one date of a session, which happens once.
    pub fn of_close(session: &SessionId, on: Day) -> Self {
        Self(format!("close:{session}:{}", on.iso()))
    }

    /// Of a meeting that both sides of a request confirmed, which happens once.
    pub fn of_exchange(exchange: &ExchangeId) -> Self {
        Self(format!("exchange:{exchange}"))
    }

    /// Of the reversal of a transfer, which happens once.
    pub fn of_reversal(of: &Self) -> Self {
        Self(format!("reversal:{}", of.0))
    }

    /// The key as it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.filter_map(|half| char::from_digit(u32::from(half), 16)).collect()
}

/// What a transfer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Somebody taught.
    Taught,
    /// Somebody gave hours to somebody else, or to the commons.
    Given,
    /// An admin set something right.
    Corrected,
    /// It undoes another transfer.
    Reversed,
}

/// What an account gains, or pays where it is below zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leg {
    /// Whose.
    pub account: Account,
    /// How much.
    pub minutes: Minutes,
}

/// Minutes that move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    /// Its name.
    pub key: TransferKey,
    /// Its legs; they sum to zero.
    pub legs: Vec<Leg>,
    /// What for.
    pub reason: Reason,
    /// Who asked for it.
    pub by: PersonId,
    /// The transfer that it undoes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reverses: Option<TransferKey>,
}

/// Who pays for an hour that was taught.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shares {
    /// Those who learned, in equal parts.
    Learners,
    /// The commons.
    Commons,
}

impl Transfer {
    /// What teaching moves: the teacher gains `minutes`, and the learners share them out, the first ones by id a minute
    /// more where they do not divide. Without learners the commons pays.
    pub fn taught(
        (key, by): (TransferKey, PersonId),
        (teacher, learners): (&PersonId, &[PersonId]),
        (minutes, shares): (Minutes, Shares),
    ) -> Result<Self, TooMany> {
        let mut payers: Vec<Account> =
            learners.iter().filter(|id| *id != teacher).cloned().map(Account::Person).collect();
        payers.sort();
        payers.dedup();
        if shares == Shares::Commons || payers.is_empty() {
            payers = vec![Account::Commons];
        }
        let count = i64::try_from(payers.len()).unwrap_or(i64::MAX);
        let (each, rest) = (minutes.get().div_euclid(count), minutes.get().rem_euclid(count));
        let mut legs = vec![Leg { account: Account::Person(teacher.clone()), minutes }];
        for (place, account) in (0..).zip(payers) {
            let minutes = Minutes::new(-each - i64::from(place < rest))?;
            legs.push(Leg { account, minutes });
        }
        Ok(Self { key, legs, reason: Reason::Taught, by, reverses: None })
    }

    /// What each account gains in all, those that gain nothing left out.
    pub(super) fn sums(&self) -> Result<BTreeMap<&Account, Minutes>, TooMany> {
        let mut sums: BTreeMap<&Account, Minutes> = BTreeMap::new();
        for leg in &self.legs {
            let sum = sums.entry(&leg.account).or_default();
            *sum = sum.plus(leg.minutes)?;
        }
        sums.retain(|_, minutes| *minutes != Minutes::ZERO);
        Ok(sums)
    }

    /// Every account that it touches, in order: they are read and written in this order.
    pub fn accounts(&self) -> Vec<&Account> {
        let mut accounts: Vec<&Account> = self.legs.iter().map(|leg| &leg.account).collect();
        accounts.sort();
        accounts.dedup();
        accounts
    }
}
