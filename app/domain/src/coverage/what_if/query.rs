//! Who is taken out, as it stands in the address.

use crate::chosen;
use crate::id::{PersonId, TeamId};
use crate::org::Org;
use crate::query_string::{Pairs, print};
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Who is taken out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhatIfQuery {
    /// These people.
    pub people: BTreeSet<PersonId>,
    /// Names as typed where no list could be chosen from.
    pub named: Vec<String>,
    /// Everybody of this team and of those below it.
    pub team: Option<TeamId>,
}

/// The most people that can be named one by one.
const MOST: usize = 20;

impl WhatIfQuery {
    /// The address that asks for it.
    pub fn link(&self) -> String {
        crate::query_string::link("/continuity/what-if", &self.to_string())
    }

    /// The question of an address; what cannot be read is left out.
    pub fn parse(text: &str) -> Self {
        let pairs = Pairs::parse(text);
        Self {
            people: pairs.all("person").filter_map(|person| PersonId::parse(person).ok()).take(MOST).collect(),
            named: pairs.all("person_text").take(MOST).map(str::to_owned).collect(),
            team: pairs.get("team").and_then(|team| TeamId::parse(team).ok()),
        }
    }

    /// True when nobody is taken out.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.named.is_empty() && self.team.is_none()
    }

    /// The same with every typed name as an id, and what is wrong with the first name that leads to nobody.
    pub(super) fn resolved(mut self, org: &Org) -> (Self, Option<String>) {
        let mut unknown = None;
        for name in std::mem::take(&mut self.named) {
            match chosen::person(org, "person", "", &name) {
                Ok(person) => {
                    self.people.insert(person);
                }
                Err(Rejection::Invalid { message, .. }) => unknown = unknown.or(Some(message)),
                Err(other) => unknown = unknown.or(Some(other.to_string())),
            }
        }
        (self, unknown)
    }
}

impl std::fmt::Display for WhatIfQuery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let people = self.people.iter().map(|person| ("person", Some(person.as_str())));
        let named = self.named.iter().map(|name| ("person_text", Some(name.as_str())));
        let team = std::iter::once(("team", self.team.as_ref().map(TeamId::as_str)));
        f.write_str(&print(people.chain(named).chain(team)))
    }
}
