//! What a stranger sees of an organisation before signing in.

use domain::id::PersonId;
use serde::{Deserialize, Serialize};

/// What stands at the door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Door {
    /// What the organisation is called.
    pub company: String,
    /// Whom one may be in the demo; nobody elsewhere.
    pub personas: Vec<Persona>,
}

/// Somebody whom a visitor of the demo may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Persona {
    /// Their handle.
    pub handle: PersonId,
    /// Their name.
    pub name: String,
    /// `Nurse Amara`.
    pub called: String,
    /// What being them shows.
    pub shows: String,
}
