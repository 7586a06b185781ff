//! What the forms of hours send.

use crate::chosen;
use crate::id::PersonId;
use crate::ledger::{Account, Leg, Minutes, Reason, Transfer, TransferKey};
use crate::org::Org;
use crate::receipt::RequestKey;
use crate::rejection::Rejection;
use crate::text::Prose;
use serde::{Deserialize, Serialize};

/// What the choice of everybody is called, by which the commons is meant. No person has this id.
pub const TO_ALL: (&str, &str) = (":all", "Everybody (the commons)");
/// The most minutes of one gift.
const MOST: i64 = 600;

/// Somebody gives hours away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GiveHoursForm {
    /// To whom, as chosen.
    #[serde(default)]
    pub to: String,
    /// To whom, as typed.
    #[serde(default)]
    pub to_text: String,
    /// How many minutes.
    #[serde(default)]
    pub minutes: String,
    /// What for; may be empty.
    #[serde(default)]
    pub words: String,
    /// Names the request, so that it counts once however often it is sent; empty where it is sent once.
    #[serde(default)]
    pub key: String,
}

/// The same, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GiveHours {
    /// To whom.
    pub to: Account,
    /// How much.
    pub minutes: Minutes,
    /// What for.
    pub words: Prose,
    /// Names the request.
    pub key: Option<RequestKey>,
}

impl GiveHoursForm {
    /// What it says. Refuses nobody, and anything but 1 to 600 minutes.
    pub fn read(&self, org: &Org) -> Result<GiveHours, Rejection> {
        let is_all = self.to.trim() == TO_ALL.0 || self.to_text.trim().eq_ignore_ascii_case(TO_ALL.1);
        let to = if is_all {
            Account::Commons
        } else {
            Account::Person(chosen::person(org, "to", &self.to, &self.to_text)?)
        };
        let words = Prose::parse("words", &self.words)?;
        Ok(GiveHours { to, minutes: minutes(&self.minutes)?, words, key: RequestKey::of_field(&self.key)? })
    }
}

impl GiveHours {
    /// What it moves, for `by`; `other` names the request where it has no name. Refuses gifts to oneself.
    pub fn transfer(&self, by: &PersonId, other: &RequestKey) -> Result<Transfer, Rejection> {
        let own = Account::Person(by.clone());
        if self.to == own {
            return Err(Rejection::invalid("to", "Choose somebody other than yourself."));
        }
        let legs = vec![
            Leg { account: own, minutes: self.minutes.negated() },
            Leg { account: self.to.clone(), minutes: self.minutes },
        ];
        let key = TransferKey::of_request(by, self.key.as_ref().unwrap_or(other));
        Ok(Transfer { key, legs, reason: Reason::Given, by: by.clone(), reverses: None })
    }
}

/// An admin says how long an hour really took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetRightForm {
    /// The entry.
    pub entry: TransferKey,
    /// How many minutes it took.
    #[serde(default)]
    pub minutes: String,
    /// Why.
    #[serde(default)]
    pub words: String,
    /// Names the request.
    #[serde(default)]
    pub key: String,
}

/// The same, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetRight {
    /// The entry.
    pub entry: TransferKey,
    /// How long it took.
    pub minutes: Minutes,
    /// Why.
    pub words: Prose,
    /// Names the request.
    pub key: Option<RequestKey>,
}

impl SetRightForm {
    /// What it says. Refuses anything but 1 to 600 minutes.
    pub fn read(&self) -> Result<SetRight, Rejection> {
        Ok(SetRight {
            entry: self.entry.clone(),
            minutes: minutes(&self.minutes)?,
            words: Prose::parse("words", &self.words)?,
            key: RequestKey::of_field(&self.key)?,
        })
    }
}

fn minutes(text: &str) -> Result<Minutes, Rejection> {
    let read = text.trim().parse().ok().filter(|minutes| (1..=MOST).contains(minutes));
    let minutes = read.and_then(|minutes| Minutes::new(minutes).ok());
    minutes.ok_or_else(|| Rejection::invalid("minutes", format!("Write how many minutes, from 1 to {MOST}.")))
}
