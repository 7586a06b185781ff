//! Whose minutes they are, and how far they go.

use super::amount::Minutes;
use crate::id::PersonId;
use serde::{Deserialize, Serialize};

/// Who holds minutes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Account {
    /// What stands in for people: for learners of an open session, for what was written off.
    Commons,
    /// A colleague.
    Person(PersonId),
}

impl Account {
    /// Its name where it is stored: `commons`, `person:amara`.
    pub fn key(&self) -> String {
        match self {
            Self::Commons => "commons".to_owned(),
            Self::Person(person) => format!("person:{person}"),
        }
    }

    /// The account of that name.
    pub fn of_key(key: &str) -> Option<Self> {
        match key.split_once(':') {
            None if key == "commons" => Some(Self::Commons),
            Some(("person", person)) => PersonId::parse(person).ok().map(Self::Person),
            None | Some(_) => None,
        }
    }

    /// Whose it is; `None` for the commons.
    pub const fn person(&self) -> Option<&PersonId> {
        match self {
            Self::Commons => None,
            Self::Person(person) => Some(person),
        }
    }
}

impl From<PersonId> for Account {
    fn from(person: PersonId) -> Self {
        Self::Person(person)
    }
}

/// How far below zero a person may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursLimits {
    /// Going below this is told.
    pub soft: Minutes,
    /// Going below this is refused. Not above the soft limit.
    pub hard: Minutes,
}

/// An account as it stands: what a transfer is decided by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guard {
    /// The sum of its postings.
    pub balance: Minutes,
    /// How far it goes; `None` where that does not matter.
    pub limits: Option<HoursLimits>,
    /// How many postings it has.
    pub postings: u64,
    /// The hash of the last one; empty before the first.
    pub head: String,
}

impl Guard {
    /// A new account.
    pub const fn new(limits: Option<HoursLimits>) -> Self {
        Self { balance: Minutes::ZERO, limits, postings: 0, head: String::new() }
    }
}
