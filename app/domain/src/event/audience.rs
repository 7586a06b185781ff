//! Who may know of an event.

use crate::actor::{Actor, Role};
use crate::id::PersonId;
use serde::{Deserialize, Serialize};

/// Who may know of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum Audience {
    /// Everybody who is signed in.
    Everyone,
    /// These people.
    People {
        /// Who.
        people: Vec<PersonId>,
    },
    /// People of at least this role.
    AtLeast {
        /// Which role.
        role: Role,
    },
    /// These people, and everybody of at least this role.
    PeopleAndRole {
        /// Who.
        people: Vec<PersonId>,
        /// Which role.
        role: Role,
    },
}

impl Audience {
    /// The same and these people.
    pub fn and(self, more: Vec<PersonId>) -> Self {
        match self {
            Self::Everyone => Self::Everyone,
            Self::People { people } => Self::People { people: [people, more].concat() },
            Self::AtLeast { role } => Self::PeopleAndRole { people: more, role },
            Self::PeopleAndRole { people, role } => Self::PeopleAndRole { people: [people, more].concat(), role },
        }
    }

    /// True when `actor` may know.
    pub fn includes(&self, actor: &Actor) -> bool {
        match (self, actor) {
            (_, Actor::Console) => true,
            (_, Actor::Stranger) => false,
            (Self::Everyone, Actor::Person(_)) => true,
            (Self::People { people }, Actor::Person(member)) => people.contains(&member.id),
            (Self::AtLeast { role }, Actor::Person(member)) => member.role >= *role,
            (Self::PeopleAndRole { people, role }, Actor::Person(member)) => {
                member.role >= *role || people.contains(&member.id)
            }
        }
    }
}
