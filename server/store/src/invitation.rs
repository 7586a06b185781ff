//! Links that work once: by which somebody joins, and by which somebody chooses a new password.

use crate::account::{active, give_role, has_password, still_here, write_password};
use crate::error::Result;
use crate::session::Token;
use crate::{SessionToken, Store, Tx};
use domain::actor::{Actor, Role};
use domain::event::Happening;
use domain::id::PersonId;
use domain::person::Person;
use domain::rejection::{Noun, Rejection};
use domain::text::{EmailAddress, Name};
use domain::time::{Span, Timestamp};
use serde::Deserialize;
use serde_json::json;

/// What a one-time link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Joining: fourteen days.
    Join,
    /// A new password: thirty minutes.
    Reset,
}

impl Purpose {
    const fn word(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Reset => "reset",
        }
    }

    const fn lasts(self) -> Span {
        match self {
            Self::Join => Span::days(14),
            Self::Reset => Span::minutes(30),
        }
    }
}

/// A link that lets one person set a password once.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Whom it is for.
    pub person: PersonId,
    /// The secret part of the link, shown once and stored as a hash only.
    pub token: Token,
    /// Until when it works.
    pub ends_at: Timestamp,
}

#[derive(Deserialize)]
struct Invited {
    person: PersonId,
    ends_at: Timestamp,
}

impl Store {
    /// Invites somebody: a person with `role`, new or known and never here, and a link that works for fourteen days
    /// in the place of any earlier one. Refuses somebody who has a password already, and all but organisation admins.
    pub async fn invite(&self, actor: &Actor, name: &Name, email: &EmailAddress, role: Role) -> Result<Invitation> {
        actor.at_least(Role::OrgAdmin)?;
        let token = Token::new()?;
        let hash = &token.hash();
        let invited = self.change(actor, |tx| async move {
            let person = match person_with(&tx, email).await? {
                Some(person) => not_yet_here(&tx, person, role).await?,
                None => new_person(&tx, name, email, role).await?,
            };
            tx.emit(Happening::PersonInvited { person: person.clone() }).await?;
            let ends_at = write_link(&tx, &person, hash, Purpose::Join).await?;
            Ok((person, ends_at))
        });
        let (person, ends_at) = invited.await?;
        Ok(Invitation { person, token, ends_at })
    }

    /// A link by which `person` sets a new password within thirty minutes; it replaces any earlier one. Organisation
    /// admins and the console only: who hands it over knows whom they hand it to.
    pub async fn offer_reset(&self, actor: &Actor, person: &PersonId) -> Result<Invitation> {
        actor.at_least(Role::OrgAdmin)?;
        let token = Token::new()?;
        let hash = &token.hash();
        let ends_at = self
            .change(actor, |tx| async move {
                active(&tx, person).await?;
                tx.emit(Happening::ResetOffered { person: person.clone() }).await?;
                write_link(&tx, person, hash, Purpose::Reset).await
            })
            .await?;
        Ok(Invitation { person: person.clone(), token, ends_at })
    }

    /// Whom a link is for, so that the page can greet them; using it is [`Store::accept_invitation`]. Refuses a network
    /// address that tried many which do not work.
    pub async fn invited(&self, token: &Token) -> Result<PersonId> {
        let counted = self.count_link().await?;
        let invited: Option<Invited> = self.row(INVITED, json!({ "hash": token.hash() })).await?;
        let invited = still_works(invited, self.clock().now())?;
        self.take_back(counted).await;
        Ok(invited.person)
    }

    /// Sets the password by a link, which then works no more, ends all earlier sessions, and signs in. Refuses links of
    /// people who left.
    pub async fn accept_invitation(&self, token: &Token, password: &str) -> Result<SessionToken> {
        // Asked first, so that nobody makes the server hash passwords with links that do not work.
        self.invited(token).await?;
        let hash = &self.hashed(password).await?;
        let key = &token.hash();
        let person = self
            .change(&Actor::Console, |tx| async move {
                let invited = still_works(tx.row(INVITED, json!({ "hash": key })).await?, tx.now())?;
                let person = still_here(&tx, &invited.person).await?;
                person.ok_or(Rejection::NotFound(Noun::Invitation))?;
                // Ends this link too.
                write_password(&tx, &invited.person, hash).await?;
                Ok(invited.person)
            })
            .await?;
        self.begin_session(&person).await
    }
}

const INVITED: &str = "SELECT person, ends_at FROM ONLY type::record('invitation', $hash)";

fn still_works(invited: Option<Invited>, now: Timestamp) -> Result<Invited, Rejection> {
    invited.filter(|invited| invited.ends_at > now).ok_or(Rejection::NotFound(Noun::Invitation))
}

async fn person_with(tx: &Tx, email: &EmailAddress) -> Result<Option<Person>> {
    let query = "SELECT *, record::id(id) AS id FROM person WHERE email = $email";
    let known: Option<Person> = tx.row(query, json!({ "email": email })).await?;
    match known {
        Some(person) if !person.is_active() => {
            let message = "Somebody with this address has left. Use another address.";
            Err(Rejection::Conflict(message.to_owned()).into())
        }
        known => Ok(known),
    }
}

/// Somebody whom the organisation knows, as from an import, and who never chose a password: they get the role.
async fn not_yet_here(tx: &Tx, person: Person, role: Role) -> Result<PersonId> {
    let person = active(tx, &person.id).await?;
    if has_password(tx, &person.id).await? {
        let message = format!("{} is already here: reset their password or change their role.", person.name);
        return Err(Rejection::Conflict(message).into());
    }
    if person.role != role {
        give_role(tx, &person.id, role).await?;
    }
    Ok(person.id)
}

async fn new_person(tx: &Tx, name: &Name, email: &EmailAddress, role: Role) -> Result<PersonId> {
    let base = PersonId::from_name(name.as_str())
        .ok_or_else(|| Rejection::invalid("name", "Write a name with at least one letter or digit."))?;
    let id = free_id(tx, base).await?;
    let mut person = Person::new(id.clone(), name.clone(), email.clone(), tx.now());
    person.role = role;
    let values = json!({ "id": id, "row": crate::row::content(&person)? });
    tx.run("CREATE type::record('person', $id) CONTENT $row RETURN NONE", values).await?;
    tx.emit(Happening::PersonChanged { person: id.clone() }).await?;
    if role != Role::Member {
        tx.emit(Happening::RoleGiven { person: id.clone(), role }).await?;
    }
    Ok(id)
}

/// `base`, or `base-2`, `base-3` … when others have it.
async fn free_id(tx: &Tx, base: PersonId) -> Result<PersonId> {
    for number in 1..1_000 {
        let id = match number {
            1 => base.clone(),
            _ => PersonId::parse(&format!("{base}-{number}"))?,
        };
        let taken: Option<serde_json::Value> =
            tx.row("SELECT name FROM ONLY type::record('person', $id)", json!({ "id": id })).await?;
        if taken.is_none() {
            return Ok(id);
        }
    }
    Err(Rejection::invalid("name", "Too many people have this name. Add a middle name.").into())
}

async fn write_link(tx: &Tx, person: &PersonId, hash: &str, purpose: Purpose) -> Result<Timestamp> {
    let ends_at = tx.now().after(purpose.lasts());
    let values = json!({
        "hash": hash,
        "person": person,
        "row": { "person": person, "purpose": purpose.word(), "made_at": tx.now(), "ends_at": ends_at },
    });
    tx.run("DELETE invitation WHERE person = $person; CREATE type::record('invitation', $hash) CONTENT $row", values)
        .await?;
    Ok(ends_at)
}
