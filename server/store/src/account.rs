//! How people sign in with a password, and what ends their sessions: a new password, a new role. Links by which somebody
//! chooses a password are in [`crate::invitation`].
//!
//! An unknown address costs the same time and reads the same as a wrong password.

use crate::error::Result;
use crate::feed::end_feeds;
use crate::program::takes_part;
use crate::{SessionToken, Store, Tx};
use domain::actor::{Actor, Role};
use domain::clocks::Day;
use domain::event::Happening;
use domain::id::PersonId;
use domain::person::Person;
use domain::rejection::{Noun, Rejection};
use domain::text::EmailAddress;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Account {
    password: Option<String>,
}

impl Store {
    /// Signs in with an address and a password. Refuses a wrong pair, whichever half is wrong, in the same words and
    /// time; and, for the rest of a quarter of an hour, the network address that was wrong about an account ten times.
    pub async fn sign_in(&self, email: &str, password: &str) -> Result<SessionToken> {
        let address = EmailAddress::parse(email).map(|address| address.to_string()).unwrap_or_default();
        let counted = self.count_sign_in(&address).await?;
        let person: Option<Person> = self
            .row("SELECT *, record::id(id) AS id FROM person WHERE email = $email LIMIT 1", json!({ "email": address }))
            .await?;
        // Nobody has an account too, as far as time can tell.
        let id = person.as_ref().map_or("?", |person| person.id.as_str());
        let account: Option<Account> =
            self.row("SELECT password FROM ONLY type::record('account', $id)", json!({ "id": id })).await?;
        let hash = account.and_then(|account| account.password);
        let matches = self.password_matches(password, hash).await?;
        match person {
            Some(person) if matches && person.is_active() => {
                self.take_back(counted).await;
                self.begin_session(&person.id).await
            }
            _ => Err(Rejection::invalid("password", "That address and password do not belong together.").into()),
        }
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

    /// Gives `person` the role, and ends their sessions and the links they were given. The last organisation admin stays
    /// one.
    pub async fn set_role(&self, actor: &Actor, person: &PersonId, role: Role) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        self.change(actor, |tx| async move {
            active(&tx, person).await?;
            give_role(&tx, person, role).await
        })
        .await
    }

    /// `person` works here no more, from now on: their sessions and links end, what they taught stays, they count for no
    /// cover, their pairs end, and their seats in programs and sessions go to those who wait. Refuses all but organisation
    /// admins; the last of those stays.
    pub async fn end_membership(&self, actor: &Actor, person: &PersonId) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        self.change(actor, |tx| async move {
            active(&tx, person).await?;
            keep_an_admin(&tx, person, Role::Member).await?;
            let query = "
                UPDATE type::record('person', $person)
                SET left_at = $now, leaves_on = NONE
                RETURN NONE
            ";
            tx.run(query, json!({ "person": person, "now": tx.now() })).await?;
            tx.emit(Happening::PersonLeft { person: person.clone() }).await?;
            end_links(&tx, person).await?;
            end_feeds(&tx, person).await?;
            end_sessions(&tx, person).await
        })
        .await?;
        self.leave_all(person).await
    }

    /// Programs come last: whoever is in one still is seen by [`Store::part_with_those_gone`].
    async fn leave_all(&self, person: &PersonId) -> Result<()> {
        self.leave_all_sessions(person).await?;
        self.leave_all_pairs(person).await?;
        self.leave_all_programs(person).await
    }

    /// Goes on with memberships whose end was broken off, and ends the pairs of everybody whose last day is over; how many
    /// people those are. For the server's own clock; refused for people below organisation admin.
    pub async fn part_with_those_gone(&self, actor: &Actor) -> Result<usize> {
        actor.at_least(Role::OrgAdmin)?;
        let today = Day::utc(self.clock().now());
        let (left, over) = self.read(actor, |org| {
            let is_paired =
                |person: &Person| org.pairs_of(&person.id).any(|pair| pair.is_open() && pair.has(&person.id));
            let is_in_one = |person: &Person| org.programs().any(|program| takes_part(org, &program.id, &person.id));
            let gone = org.all_people().filter(|person| !person.works_on(today));
            let gone = gone.filter(|person| is_paired(person) || !person.is_active() && is_in_one(person));
            let (over, left): (Vec<&Person>, Vec<&Person>) = gone.partition(|person| person.is_active());
            let ids = |people: Vec<&Person>| people.into_iter().map(|person| person.id.clone()).collect::<Vec<_>>();
            Ok((ids(left), ids(over)))
        })?;
        let (mut parted, mut failed) = (0, Ok(()));
        for person in left.iter().chain(&over) {
            let done =
                if left.contains(person) { self.leave_all(person).await } else { self.leave_all_pairs(person).await };
            match done {
                Ok(()) => parted += 1,
                // The others do not wait for this one.
                Err(error) => failed = Err(error),
            }
        }
        failed.map(|()| parted)
    }

    /// Ends every session of `person`: their own wish, or an organisation admin's.
    pub async fn sign_out_everywhere(&self, actor: &Actor, person: &PersonId) -> Result<()> {
        actor.may_edit_person(person)?;
        self.change(actor, |tx| async move { end_sessions(&tx, person).await }).await
    }
}

/// `person`, who must work here still; nobody else can change them before this transaction ends.
pub(crate) async fn active(tx: &Tx, person: &PersonId) -> Result<Person> {
    Ok(still_here(tx, person).await?.ok_or(Rejection::NotFound(Noun::Person))?)
}

/// The same, or nobody.
pub(crate) async fn still_here(tx: &Tx, person: &PersonId) -> Result<Option<Person>> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('person', $person) FOR UPDATE";
    let found: Option<Person> = tx.row(query, json!({ "person": person })).await?;
    Ok(found.filter(Person::is_active))
}

/// True when `person` has chosen a password.
pub(crate) async fn has_password(tx: &Tx, person: &PersonId) -> Result<bool> {
    let query = "SELECT password FROM ONLY type::record('account', $person)";
    let account: Option<Account> = tx.row(query, json!({ "person": person })).await?;
    Ok(account.is_some_and(|account| account.password.is_some()))
}

/// Sets the password, and ends the sessions and links from before.
pub(crate) async fn write_password(tx: &Tx, person: &PersonId, hash: &str) -> Result<()> {
    let values = json!({ "person": person, "row": { "password": hash, "changed_at": tx.now() } });
    tx.run("UPSERT type::record('account', $person) CONTENT $row RETURN NONE", values).await?;
    end_links(tx, person).await?;
    end_sessions(tx, person).await
}

/// Sets the role, and ends the sessions and links from before.
pub(crate) async fn give_role(tx: &Tx, person: &PersonId, role: Role) -> Result<()> {
    keep_an_admin(tx, person, role).await?;
    let values = json!({ "person": person, "role": role });
    tx.run("UPDATE type::record('person', $person) SET role = $role RETURN NONE", values).await?;
    tx.emit(Happening::RoleGiven { person: person.clone(), role }).await?;
    end_links(tx, person).await?;
    end_feeds(tx, person).await?;
    end_sessions(tx, person).await
}

async fn end_links(tx: &Tx, person: &PersonId) -> Result<()> {
    tx.run("DELETE invitation WHERE person = $person", json!({ "person": person })).await
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
