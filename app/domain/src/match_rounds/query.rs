//! What of a matching an address asks for.

use crate::id::{PersonId, ProgramId};
use crate::query_string::{Pairs, link, print};

/// What an address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatchQuery {
    /// Of whom it is asked why.
    pub who: Option<PersonId>,
    /// Which kept pairing stands beside the one that is open.
    pub with: Option<u32>,
    /// Which kept one stands beside that instead.
    pub and: Option<u32>,
    /// Which page of the pairs, from 0.
    pub page: usize,
}

impl MatchQuery {
    /// Reads an address. What names nothing is nothing.
    pub fn parse(query: &str) -> Self {
        let pairs = Pairs::parse(query);
        let number = |name: &str| pairs.get(name).and_then(|text| text.parse().ok());
        Self {
            who: pairs.get("who").and_then(|id| PersonId::parse(id).ok()),
            with: number("with"),
            and: number("and"),
            page: pairs.get("page").and_then(|text| text.parse().ok()).unwrap_or(0),
        }
    }

    /// The address.
    pub fn href(&self, program: &ProgramId) -> String {
        let (with, and) = (self.with.map(|n| n.to_string()), self.and.map(|n| n.to_string()));
        let who = self.who.as_ref().map(PersonId::as_str);
        let page = (self.page > 0).then(|| self.page.to_string());
        let query =
            print([("who", who), ("with", with.as_deref()), ("and", and.as_deref()), ("page", page.as_deref())]);
        link(&format!("/admin/programs/{program}/match"), &query)
    }

    /// The address at which it is asked why of `person`.
    pub(super) fn why(program: &ProgramId, person: &PersonId) -> String {
        format!("{}#why", Self { who: Some(person.clone()), ..Self::default() }.href(program))
    }
}
