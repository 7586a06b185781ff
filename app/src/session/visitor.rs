//! Who is looking, known to every page on both sides.

use super::api::current_visitor;
use crate::wire::{Loading, load};
use domain::actor::Role;
use domain::id::PersonId;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Whoever is signed in, and what the frame of every page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visitor {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// What the organisation is called.
    pub company: String,
    /// How many people work in it.
    pub people: u32,
    /// How many teams it has.
    pub teams: u32,
    /// True in the demo company.
    pub is_demo: bool,
    /// Today in their zone: `Wednesday 18 November`.
    pub today: String,
    /// Where the log stood when the page was made; the live stream goes on from there.
    pub cursor: String,
}

impl Visitor {
    /// True for people of at least `role`.
    pub fn is_at_least(&self, role: Role) -> bool {
        self.role >= role
    }
}

/// The answer to who is looking; `Ok(None)` is nobody.
pub type VisitorHere = Loading<Option<Visitor>>;

/// Asks once who is looking, for the whole page.
pub fn provide_visitor() -> VisitorHere {
    let here = load(|| (), |()| current_visitor());
    provide_context(here);
    here
}

/// Who is looking. Read it with `.await` in a `Suspend`, or `.get()` below a `Loaded`.
pub fn use_visitor() -> VisitorHere {
    use_context().unwrap_or_else(provide_visitor)
}
