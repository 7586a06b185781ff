//! How people sign in: passwords, invitations and resets.
//!
//! An unknown address costs the same time and reads the same as a wrong password.

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

/// Failed tries in a quarter of an hour before an address has to wait.
const MOST_FAILURES: u32 = 10;
const WINDOW: Span = Span::minutes(15);

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
struct Account {
    password: Option<String>,
}

#[derive(Deserialize)]
struct Invited {
    person: PersonId,
    ends_at: Timestamp,
}

#[derive(Deserialize)]
struct Attempts {
    count: u32,
}

impl Store {
    /// Signs in with an address and a password. Refuses a wrong pair, whichever half is wrong, in the same words and
    /// time; after ten failures the address waits for the rest of a quarter of an hour.
    pub async fn sign_in(&self, email: &str, password: &str) -> Result<SessionToken> {
        let address = EmailAddress::parse(email).map(|address| address.to_string()).unwrap_or_default();
        self.still_has_tries(&address).await?;
        let person: Option<Person> = self
            .row("SELECT *, record::id(id) AS id FROM person WHERE email = $email LIMIT 1", json!({ "email": address }))
            .await?;
        let account: Option<Account> = match &person {
            Some(person) => {
                self.row("SELECT password FROM ONLY type::record('account', $id)", json!({ "id": person.id })).await?
            }
            None => None,
        };
        let hash = account.and_then(|account| account.password);
        let matches = self.password_matches(password, hash).await?;
        match person {
            Some(person) if matches && person.is_active() => self.begin_session(&person.id).await,
            _ => {
                self.count_failure(&address).await?;
                Err(Rejection::invalid("password", "That address and password do not belong together.").into())
            }
        }
    }

    /// Invites somebody: a new person with `role`, and a link that works for fourteen days. An address that is known
    /// already gets a new link. Refuses all but organisation admins.
    pub async fn invite(&self, actor: &Actor, name: &Name, email: &EmailAddress, role: Role) -> Result<Invitation> {
        actor.at_least(Role::OrgAdmin)?;
        let token = Token::new()?;
        let hash = &token.hash();
        let invited = self.change(actor, |tx| async move {
            let person = match person_with(&tx, email).await? {
                Some(person) => person,
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
                tx.emit(Happening::PersonInvited { person: person.clone() }).await?;
                write_link(&tx, person, hash, Purpose::Reset).await
            })
            .await?;
        Ok(Invitation { person: person.clone(), token, ends_at })
    }

    /// Whom a link is for, so that the page can greet them; using it is [`Store::accept_invitation`].
    pub async fn invited(&self, token: &Token) -> Result<PersonId> {
        let invited: Option<Invited> = self.row(INVITED, json!({ "hash": token.hash() })).await?;
        match invited {
            Some(invited) if invited.ends_at > self.clock().now() => Ok(invited.person),
            _ => Err(Rejection::NotFound(Noun::Invitation).into()),
        }
    }

    /// Sets the password by a link, which then works no more, ends all earlier sessions, and signs in.
    pub async fn accept_invitation(&self, token: &Token, password: &str) -> Result<SessionToken> {
        let hash = &self.hashed(password).await?;
        let key = &token.hash();
        let person = self
            .change(&Actor::Console, |tx| async move {
                let invited: Option<Invited> = tx.row(INVITED, json!({ "hash": key })).await?;
                let invited = invited
                    .filter(|invited| invited.ends_at > tx.now())
                    .ok_or(Rejection::NotFound(Noun::Invitation))?;
                tx.run("DELETE type::record('invitation', $hash)", json!({ "hash": key })).await?;
                write_password(&tx, &invited.person, hash).await?;
                Ok(invited.person)
            })
            .await?;
        self.begin_session(&person).await
    }

    /// Sets the password of `person` and ends all their sessions. The console and organisation admins only.
    pub async fn set_password(&self, actor: &Actor, person: &PersonId, password: &str) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        let hash = &self.hashed(password).await?;
        self.change(actor, |tx| async move {
            active(&tx, person).await?;
            write_password(&tx, person, hash).await
        })
        .await
    }

    /// Gives `person` the role and ends their sessions. The last organisation admin stays one.
    pub async fn set_role(&self, actor: &Actor, person: &PersonId, role: Role) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        self.change(actor, |tx| async move {
            active(&tx, person).await?;
            keep_an_admin(&tx, person, role).await?;
            let values = json!({ "person": person, "role": role });
            tx.run("UPDATE type::record('person', $person) SET role = $role RETURN NONE", values).await?;
            tx.emit(Happening::PersonChanged { person: person.clone() }).await?;
            end_sessions(&tx, person).await
        })
        .await
    }

    /// Ends every session of `person`: their own wish, or an organisation admin's.
    pub async fn sign_out_everywhere(&self, actor: &Actor, person: &PersonId) -> Result<()> {
        actor.may_edit_person(person)?;
        self.change(actor, |tx| async move { end_sessions(&tx, person).await }).await
    }

    async fn still_has_tries(&self, address: &str) -> Result<()> {
        let attempts: Option<Attempts> =
            self.row("SELECT count FROM ONLY type::record('attempt', $key)", self.attempt(address)).await?;
        match attempts {
            Some(attempts) if attempts.count >= MOST_FAILURES => Err(Rejection::TooMany { seconds: 15 * 60 }.into()),
            _ => Ok(()),
        }
    }

    async fn count_failure(&self, address: &str) -> Result<()> {
        self.run(
            "UPSERT type::record('attempt', $key) SET count = (count ?? 0) + 1, ends_at = $ends_at RETURN NONE",
            self.attempt(address),
        )
        .await
    }

    fn attempt(&self, address: &str) -> serde_json::Value {
        let now = self.clock().now();
        let window = now.0 / WINDOW.0;
        json!({ "key": ["sign_in", Token::hash_of(address), window], "ends_at": now.after(WINDOW) })
    }
}

const INVITED: &str = "SELECT person, ends_at FROM ONLY type::record('invitation', $hash)";

async fn active(tx: &Tx, person: &PersonId) -> Result<Person> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('person', $person) FOR UPDATE";
    let found: Option<Person> = tx.row(query, json!({ "person": person })).await?;
    Ok(found.filter(Person::is_active).ok_or(Rejection::NotFound(Noun::Person))?)
}

async fn person_with(tx: &Tx, email: &EmailAddress) -> Result<Option<PersonId>> {
    let query = "SELECT *, record::id(id) AS id FROM person WHERE email = $email";
    let known: Option<Person> = tx.row(query, json!({ "email": email })).await?;
    match known {
        Some(person) if person.is_active() => Ok(Some(person.id)),
        Some(_) => Err(Rejection::Conflict("Somebody with this address has left. Use another address.".into()).into()),
        None => Ok(None),
    }
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

pub(crate) async fn write_password(tx: &Tx, person: &PersonId, hash: &str) -> Result<()> {
    let values = json!({ "person": person, "row": { "password": hash, "changed_at": tx.now() } });
    tx.run("UPSERT type::record('account', $person) CONTENT $row RETURN NONE", values).await?;
    end_sessions(tx, person).await
}

async fn end_sessions(tx: &Tx, person: &PersonId) -> Result<()> {
    tx.run("DELETE session WHERE person = $person", json!({ "person": person })).await?;
    tx.emit(Happening::SessionsEnded { person: person.clone() }).await
}

async fn keep_an_admin(tx: &Tx, person: &PersonId, role: Role) -> Result<()> {
    if role == Role::OrgAdmin {
        return Ok(());
    }
    // Every change of an admin's role reads all admins for update, so two of them cannot both be the last to go.
    let query = "SELECT *, record::id(id) AS id FROM person WHERE role = 'org_admin' AND left_at = NONE";
    let admins: Vec<Person> = tx.rows(query, json!({})).await?;
    tx.run("UPSERT guard:admins SET touched_at = $now", json!({ "now": tx.now() })).await?;
    if admins.iter().all(|admin| admin.id == *person) && !admins.is_empty() {
        return Err(
            Rejection::Conflict("This is the last organisation admin. Make somebody else one first.".into()).into()
        );
    }
    Ok(())
}
