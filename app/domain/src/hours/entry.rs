//! A transfer as it is kept: with when, why and after what.

use crate::clocks::Day;
use crate::event::MovedHours;
use crate::id::{ExchangeId, PersonId, SessionId};
use crate::ledger::{Account, Minutes, Reason, Shares, Transfer, TransferKey};
use crate::rejection::Rejection;
use crate::text::Prose;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// A transfer, and what is worth knowing of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What moved.
    #[serde(flatten)]
    pub transfer: Transfer,
    /// When.
    pub at: Timestamp,
    /// What whoever asked for it wrote; empty for nothing.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub words: Prose,
    /// After which hour together; `None` for what somebody gave, and for reversals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasion: Option<Occasion>,
}

/// The hour that was taught.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Occasion {
    /// A date of a session, closed by both sides.
    Session {
        /// Of which session.
        session: SessionId,
        /// Which date.
        on: Day,
    },
    /// A request whose two sides both said that they met.
    Exchange {
        /// Which.
        exchange: ExchangeId,
    },
}

impl Occasion {
    fn text(&self) -> String {
        match self {
            Self::Session { session, on } => format!("session:{session}:{}", on.iso()),
            Self::Exchange { exchange } => format!("exchange:{exchange}"),
        }
    }
}

impl Entry {
    /// What the log tells of it.
    pub fn told(&self) -> MovedHours {
        let Transfer { key, reason, .. } = &self.transfer;
        MovedHours { entry: key.clone(), reason: *reason, people: self.people(), digest: self.digest() }
    }

    /// The SHA-256 of all that it says.
    pub fn digest(&self) -> String {
        let Transfer { key, legs, reason, by, reverses } = &self.transfer;
        let reason = match reason {
            Reason::Taught => "taught",
            Reason::Given => "given",
            Reason::Corrected => "corrected",
            Reason::Reversed => "reversed",
        };
        let legs: Vec<String> = legs.iter().map(|leg| format!("{}={}", leg.account.key(), leg.minutes.get())).collect();
        let reverses = reverses.as_ref().map_or("", TransferKey::as_str);
        let occasion = self.occasion.as_ref().map(Occasion::text).unwrap_or_default();
        let (key, legs, at, words) = (key.as_str(), legs.join(","), self.at.0, self.words.as_str());
        let all = [key, &legs, reason, by.as_str(), reverses, &at.to_string(), &occasion, words];
        let row = format!("kith/entry/1\0{}", all.join("\0"));
        Sha256::digest(row).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Everybody whose hours it touches, by id.
    pub fn people(&self) -> Vec<PersonId> {
        self.transfer.accounts().into_iter().filter_map(Account::person).cloned().collect()
    }

    /// How long somebody taught, where one person did and others or the commons paid for it: what an admin can set right.
    /// `None` for everything else.
    pub fn taught(&self) -> Option<(&PersonId, Minutes)> {
        if !matches!(self.transfer.reason, Reason::Taught | Reason::Corrected) {
            return None;
        }
        let mut gains = self.transfer.legs.iter().filter(|leg| leg.minutes > Minutes::ZERO);
        match (gains.next(), gains.next()) {
            (Some(leg), None) => Some((leg.account.person()?, leg.minutes)),
            (Some(_) | None, _) => None,
        }
    }
}

/// The transfer of an hour that took `minutes` instead, paid by the same accounts. Refuses what is no hour that one person
/// taught.
pub fn corrected(of: &Entry, minutes: Minutes, (key, by): (TransferKey, PersonId)) -> Result<Transfer, Rejection> {
    let no_hour = || Rejection::Conflict("Only an hour that one person taught can be set right. Reverse it.".into());
    let (teacher, _) = of.taught().ok_or_else(no_hour)?;
    let paid = of.transfer.legs.iter().filter(|leg| leg.minutes.is_negative());
    let learners: Vec<PersonId> = paid.filter_map(|leg| leg.account.person()).cloned().collect();
    let shares = if learners.is_empty() { Shares::Commons } else { Shares::Learners };
    let moved = Transfer::taught((key, by), (teacher, &learners), (minutes, shares));
    let moved = moved.map_err(|many| Rejection::invalid("minutes", many.to_string()))?;
    Ok(Transfer { reason: Reason::Corrected, ..moved })
}
