//! How people come to their roles: some they take themselves, others an organiser gives them.

use super::{Decided, Decision, Participant, ProgramKind, RoleSpec, Standing, Taken};
use crate::id::PersonId;
use crate::rejection::Rejection;
use crate::text::Prose;
use crate::time::Timestamp;

/// Who gives a role, and when.
#[derive(Clone, Copy, Debug)]
pub struct Giving<'a> {
    /// Whoever gives it: an organiser.
    pub by: &'a PersonId,
    /// The present.
    pub now: Timestamp,
}

impl ProgramKind {
    /// The role of that name; refused beside the form field `role` when the kind has none such.
    pub fn known_role(self, key: &str) -> Result<&'static RoleSpec, Rejection> {
        self.role(key).ok_or_else(|| Rejection::invalid("role", "Choose one of the roles of this program."))
    }

    /// The same of a role that people take themselves; refused for those that an organiser gives.
    pub fn free_role(self, key: &str) -> Result<&'static RoleSpec, Rejection> {
        let role = self.known_role(key)?;
        match role.taken {
            Taken::Freely => Ok(role),
            Taken::Given => {
                let title = role.title.to_lowercase();
                Err(Rejection::Forbidden(format!("An organiser makes people {title}. Ask one of them.")))
            }
        }
    }

    /// As what people join unless they say otherwise.
    pub fn first_role(self) -> &'static str {
        self.description().roles.first().map_or("", |role| role.key)
    }
}

impl Participant {
    /// The same in another role, which they take themselves. Refuses roles that an organiser gives, and those who are not
    /// in the program or on their way into it.
    pub fn took_role(self, kind: ProgramKind, role: &str) -> Result<Self, Rejection> {
        self.has_a_role()?;
        if self.role == role {
            return Ok(self);
        }
        Ok(Self { role: kind.free_role(role)?.key.to_owned(), ..self })
    }

    /// The same in another role, which an organiser gives them; they are told, unless it is their own doing. Refuses for
    /// those who are not in the program or on their way into it.
    pub fn given_role(self, kind: ProgramKind, role: &str, giving: Giving) -> Result<Self, Rejection> {
        self.has_a_role()?;
        let role = kind.known_role(role)?.key.to_owned();
        if self.role == role {
            return Ok(self);
        }
        let what = Decided::Role { role: role.clone() };
        let decision = Decision { what, by: giving.by.clone(), at: giving.now, words: Prose::default() };
        let is_own = self.person == *giving.by;
        let mut after = Self { role, ..self };
        after.decisions.extend((!is_own).then_some(decision));
        Ok(after)
    }

    fn has_a_role(&self) -> Result<(), Rejection> {
        match self.standing {
            Standing::Inside | Standing::Waiting | Standing::Applied | Standing::Invited { .. } => Ok(()),
            Standing::Finished => {
                Err(Rejection::Conflict("Who is through with a program stays in it as what they were.".into()))
            }
            Standing::Left => Err(Rejection::Conflict("Only those who are in a program have a role in it.".into())),
        }
    }
}
