//! Who is doing something. Every operation takes one first.

use crate::id::{PersonId, TeamId};
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};

/// What a person may do in the organisation. Each includes the ones before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Teaches and learns.
    #[default]
    Member,
    /// Also sees what their own teams need.
    Manager,
    /// Also edits programs and the skills catalogue.
    ProgramAdmin,
    /// Also decides who is a member, imports, and changes settings.
    OrgAdmin,
}

impl Role {
    /// Every role, least first.
    pub const ALL: [Self; 4] = [Self::Member, Self::Manager, Self::ProgramAdmin, Self::OrgAdmin];

    /// Its name in forms, addresses and rows.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Manager => "manager",
            Self::ProgramAdmin => "program_admin",
            Self::OrgAdmin => "org_admin",
        }
    }

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Member => "Member",
            Self::Manager => "Manager",
            Self::ProgramAdmin => "Program admin",
            Self::OrgAdmin => "Organisation admin",
        }
    }
}

/// Who asks for an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A person who is signed in.
    Person(Member),
    /// Whoever runs the program on the server's own command line: allowed everything, and named so in the log.
    Console,
    /// Nobody is signed in.
    Stranger,
}

/// A person who is signed in, with what decides what they may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Who.
    pub id: PersonId,
    /// Their role.
    pub role: Role,
    /// Their team.
    pub team: Option<TeamId>,
}

impl Actor {
    /// The person who asks; refused for strangers and for the console, which acts for nobody.
    pub fn member(&self) -> Result<&Member, Rejection> {
        match self {
            Self::Person(member) => Ok(member),
            Self::Console | Self::Stranger => Err(Rejection::SignedOut),
        }
    }

    /// Who stands in the log; `None` for the console.
    pub fn person(&self) -> Option<&PersonId> {
        match self {
            Self::Person(member) => Some(&member.id),
            Self::Console | Self::Stranger => None,
        }
    }

    /// Passes everyone who is signed in, and the console.
    pub fn may_read(&self) -> Result<(), Rejection> {
        match self {
            Self::Person(_) | Self::Console => Ok(()),
            Self::Stranger => Err(Rejection::SignedOut),
        }
    }

    /// Passes people of at least `role`, and the console.
    pub fn at_least(&self, role: Role) -> Result<(), Rejection> {
        match self {
            Self::Console => Ok(()),
            Self::Person(member) if member.role >= role => Ok(()),
            Self::Person(_) => {
                Err(Rejection::Forbidden(format!("Only a {} can do this. Ask one to.", role.title().to_lowercase())))
            }
            Self::Stranger => Err(Rejection::SignedOut),
        }
    }

    /// Passes the person themself, organisation admins, and the console.
    pub fn may_edit_person(&self, person: &PersonId) -> Result<(), Rejection> {
        match self {
            Self::Person(member) if member.id == *person => Ok(()),
            _ => self.at_least(Role::OrgAdmin),
        }
    }
}
