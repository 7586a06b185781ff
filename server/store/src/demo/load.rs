//! Writing a whole company at once: the demo on the first run and every night, large ones for measuring, and the way
//! out of the demo. What is written is made elsewhere in this module.

use super::calendar::last_reset;
use super::hour_rows::write_hours;
use super::{Company, Happened, company, load_parts};
use crate::error::Result;
use crate::organisation::{Organisation, organisation, write};
use crate::{SessionToken, Store, Tx, account, log, row};
use domain::actor::{Actor, Role};
use domain::event::Happening;
use domain::id::PersonId;
use domain::note::NoteVersion;
use domain::person::Person;
use domain::rejection::Rejection;
use domain::text::{EmailAddress, Name};
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Duration;

/// How many rows one statement writes.
const BATCH: usize = 500;

/// How often [`Store::keep_demo_fresh`] looks at the clock.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// Tables that outlive what the organisation held: the log, and what is not content.
const KEPT: [&str; 9] =
    ["attempt", "event", "guard", "keyring", "mail_reader", "organisation", "schema_version", "sequencer", "ticket"];

/// Whoever leaves the demo and starts an organisation of their own.
#[derive(Clone, Debug)]
pub struct Founder {
    /// What the organisation is called.
    pub organisation: Name,
    /// What the founder is called.
    pub name: Name,
    /// By which address they sign in.
    pub email: EmailAddress,
    /// Their password.
    pub password: String,
}

impl Store {
    /// Writes `company` into an empty database as the demo. Refuses when it already holds people or teams, and refuses
    /// everybody but the console.
    pub async fn load_company(&self, actor: &Actor, company: &Company) -> Result<()> {
        console(actor)?;
        self.change(actor, |tx| async move {
            let nobody: Vec<Value> = tx.rows("SELECT name FROM person LIMIT 1", json!({})).await?;
            let no_team: Vec<Value> = tx.rows("SELECT name FROM team LIMIT 1", json!({})).await?;
            if !nobody.is_empty() || !no_team.is_empty() {
                return Err(Rejection::Conflict(HOLDS_PEOPLE.to_owned()).into());
            }
            fill(&tx, company).await
        })
        .await
    }

    /// Writes `company` in the place of everything: people, skills, accounts, imports. The log and the sessions of
    /// people who are in both stay. Refuses everybody but the console.
    pub async fn replace_company(&self, actor: &Actor, company: &Company) -> Result<()> {
        console(actor)?;
        self.change(actor, |tx| async move {
            empty(&tx, &["session"]).await?;
            fill(&tx, company).await
        })
        .await
    }

    /// Puts `happened` at the end of the log, as measurements of long logs need; nothing else is changed. Refuses
    /// everybody but the console.
    pub async fn lengthen_log(&self, actor: &Actor, happened: impl IntoIterator<Item = Happened> + Send) -> Result<()> {
        console(actor)?;
        let now = self.clock().now();
        let tickets: Vec<_> =
            happened.into_iter().map(|h| self.stamp().ticket(now, h.by, h.what).dated(h.at)).collect();
        self.sequence().await?;
        let turn = self.sequencing().lock().await;
        for batch in tickets.chunks(BATCH) {
            let head = self.head().await?;
            self.number(head, batch.to_vec()).await?;
        }
        drop(turn);
        self.reload().await
    }

    /// Loads the demo anew when it is from before the last 03:00 UTC; true when it did. Nothing happens in a real
    /// organisation. Refuses everybody but the console.
    pub async fn refresh_demo(&self, actor: &Actor) -> Result<bool> {
        console(actor)?;
        let due = last_reset(self.clock().now());
        let is_old =
            |now: &Option<Organisation>| now.as_ref().and_then(|now| now.demo_since).is_some_and(|since| since < due);
        if !is_old(&self.organisation()) {
            return Ok(false);
        }
        let company = &company(self.clock().now());
        self.change(actor, |tx| async move {
            // Another process may have been faster, or somebody has started an organisation of their own.
            let still = is_old(&organisation(&tx).await?);
            if still {
                empty(&tx, &["session"]).await?;
                fill(&tx, company).await?;
            }
            Ok(still)
        })
        .await
    }

    /// Refreshes the demo every night, for ever.
    pub async fn keep_demo_fresh(&self) {
        loop {
            match self.refresh_demo(&Actor::Console).await {
                Ok(true) => tracing::info!("the demo company was loaded anew"),
                Ok(false) => {}
                Err(error) => tracing::warn!(%error, "the demo company could not be loaded anew; trying again"),
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// Clears the demo and starts an organisation of the founder's own, with them as its organisation admin, signed
    /// in. Everybody else's sessions end. Refuses all but organisation admins, and refuses outside of the demo.
    pub async fn start_own(&self, actor: &Actor, founder: &Founder) -> Result<SessionToken> {
        actor.at_least(Role::OrgAdmin)?;
        let hash = &self.hashed(&founder.password).await?;
        let founded = self.change(actor, |tx| async move {
            if !organisation(&tx).await?.is_some_and(|organisation| organisation.is_demo()) {
                return Err(Rejection::Conflict(NO_DEMO.to_owned()).into());
            }
            empty(&tx, &[]).await?;
            write(&tx, &Organisation { name: founder.organisation.clone(), demo_since: None }).await?;
            let id = found(&tx, founder).await?;
            tx.emit(Happening::EverythingReplaced).await?;
            account::write_password(&tx, &id, hash).await?;
            Ok(id)
        });
        let founder = founded.await?;
        self.begin_session(&founder).await
    }
}

const HOLDS_PEOPLE: &str = "This database already holds an organisation. Nothing was loaded. \
    Choose an empty folder with --data, or replace everything in this one with --replace.";
const NO_DEMO: &str = "This is a real organisation, not the demo. Nothing was cleared.";

fn console(actor: &Actor) -> Result<()> {
    match actor {
        Actor::Console => Ok(()),
        Actor::Person(_) => Err(Rejection::Forbidden("Only the server's own command line can do this.".into()).into()),
        Actor::Stranger => Err(Rejection::SignedOut.into()),
    }
}

async fn found(tx: &Tx, founder: &Founder) -> Result<PersonId> {
    let id = PersonId::from_name(founder.name.as_str())
        .ok_or_else(|| Rejection::invalid("name", "Write a name with at least one letter or digit."))?;
    let mut person = Person::new(id.clone(), founder.name.clone(), founder.email.clone(), tx.now());
    person.role = Role::OrgAdmin;
    tx.run("INSERT INTO person $rows RETURN NONE", json!({ "rows": row::contents([&person])? })).await?;
    Ok(id)
}

#[derive(Deserialize)]
struct Tables {
    tables: std::collections::BTreeMap<String, Value>,
}

/// Deletes every row of every table but those in [`KEPT`] and `also_kept`, and ends the sessions it deletes.
async fn empty(tx: &Tx, also_kept: &[&str]) -> Result<()> {
    if !also_kept.contains(&"session") {
        let signed_in: Vec<PersonId> = tx.rows("SELECT VALUE person FROM session GROUP BY person", json!({})).await?;
        for person in signed_in {
            tx.emit(Happening::SessionsEnded { person }).await?;
        }
    }
    let known: Option<Tables> = tx.row("INFO FOR DB", json!({})).await?;
    let mut tables: Vec<String> = known.map(|known| known.tables.into_keys().collect()).unwrap_or_default();
    tables.retain(|table| !KEPT.contains(&table.as_str()) && !also_kept.contains(&table.as_str()));
    // Edges first: deleting their ends would look for them one by one.
    tables.sort_by_key(|table| !["evidence", "offers", "wants"].contains(&table.as_str()));
    for table in tables {
        tx.run("DELETE type::table($table) RETURN NONE", json!({ "table": table })).await?;
    }
    Ok(())
}

/// Writes all of `company` and the log of its history.
async fn fill(tx: &Tx, company: &Company) -> Result<()> {
    write(tx, &Organisation { name: company.name.clone(), demo_since: Some(tx.now()) }).await?;
    insert(tx, "INSERT INTO team $rows RETURN NONE", &rows(&company.teams)?).await?;
    insert(tx, "INSERT INTO area $rows RETURN NONE", &rows(&company.areas)?).await?;
    insert(tx, "INSERT INTO skill $rows RETURN NONE", &rows(&company.skills)?).await?;
    insert(tx, "INSERT INTO person $rows RETURN NONE", &rows(&company.people)?).await?;
    insert(tx, WANTS, &rows(&company.wants)?).await?;
    insert(tx, OFFERS, &rows(&company.offers)?).await?;
    insert(tx, EVIDENCE, &keyed(rows(&company.evidence)?, &["person", "skill", "at"])).await?;
    crate::evidence::begin(tx, &company.evidence).await?;
    insert(tx, "INSERT INTO exchange $rows RETURN NONE", &rows(&company.exchanges)?).await?;
    insert(tx, "INSERT INTO drill $rows RETURN NONE", &rows(&company.drills)?).await?;
    insert(tx, "INSERT INTO pair $rows RETURN NONE", &rows(&company.pairs)?).await?;
    insert(tx, "INSERT INTO thanks $rows RETURN NONE", &keyed(rows(&company.thanks)?, &["at"])).await?;
    insert(tx, "INSERT INTO note $rows RETURN NONE", &rows(&company.notes)?).await?;
    insert(tx, "INSERT INTO note_version $rows RETURN NONE", &versions(&company.note_versions)?).await?;
    insert(tx, "INSERT INTO thread $rows RETURN NONE", &rows(&company.threads)?).await?;
    insert(tx, "INSERT INTO comment $rows RETURN NONE", &rows(&company.comments)?).await?;
    insert(tx, "INSERT INTO swap_ring $rows RETURN NONE", &rows(&company.swap_rings)?).await?;
    insert(tx, "INSERT INTO course $rows RETURN NONE", &rows(&company.courses)?).await?;
    insert(tx, "INSERT INTO swap_look (SELECT program AS id, * FROM $rows) RETURN NONE", &rows(&company.swap_looks)?)
        .await?;
    load_parts::write_programs(tx, &company.programs).await?;
    insert(tx, "INSERT INTO seeking $rows RETURN NONE", &of_programs(rows(&company.seekings)?, "person")).await?;
    insert(tx, "INSERT INTO mentor $rows RETURN NONE", &of_programs(rows(&company.mentors)?, "person")).await?;
    insert(tx, "INSERT INTO match_round $rows RETURN NONE", &of_programs(rows(&company.rounds)?, "n")).await?;
    load_parts::write_sessions(tx, &company.sessions).await?;
    write_hours(tx, &company.hours).await?;
    // First, so that readers of the log can leave out whatever stands before it.
    tx.emit(Happening::EverythingReplaced).await?;
    insert(tx, log::WRITE_TICKETS, &tx.tickets(&company.happened)?).await
}

/// Every text of notes, each by its note and its number.
fn versions(versions: &[NoteVersion]) -> Result<Vec<Value>> {
    let mut all = rows(versions)?;
    for (row, version) in all.iter_mut().zip(versions) {
        row["id"] = json!([version.note, version.n]);
    }
    Ok(all)
}

const WANTS: &str = "INSERT RELATION INTO wants (SELECT [person, skill] AS id, type::record('person', person) AS in,
    type::record('skill', skill) AS out, * FROM $rows) RETURN NONE";
const OFFERS: &str = "INSERT RELATION INTO offers (SELECT [person, skill] AS id, type::record('person', person) AS in,
    type::record('skill', skill) AS out, * FROM $rows) RETURN NONE";
const EVIDENCE: &str = "INSERT RELATION INTO evidence (SELECT type::record('person', person) AS in,
    type::record('skill', skill) AS out, * FROM $rows) RETURN NONE";

pub(super) fn rows<T: serde::Serialize>(values: &[T]) -> Result<Vec<Value>> {
    values.iter().map(|value| Ok(serde_json::to_value(value)?)).collect()
}

/// Gives each row the key `[fields…, number]`; the number keeps rows of one moment apart.
fn keyed(mut rows: Vec<Value>, fields: &[&str]) -> Vec<Value> {
    for (number, row) in rows.iter_mut().enumerate() {
        let mut key: Vec<Value> = fields.iter().map(|field| row[*field].clone()).collect();
        key.push(json!(format!("{number:016x}")));
        row["id"] = Value::Array(key);
    }
    rows
}

/// Gives each row the key `[program, …]`.
fn of_programs(mut rows: Vec<Value>, within: &str) -> Vec<Value> {
    rows.iter_mut().for_each(|row| row["id"] = json!([row["program"], row[within]]));
    rows
}

pub(super) async fn insert(tx: &Tx, statement: &'static str, rows: &[Value]) -> Result<()> {
    for batch in rows.chunks(BATCH) {
        tx.run(statement, json!({ "rows": batch })).await?;
    }
    Ok(())
}
