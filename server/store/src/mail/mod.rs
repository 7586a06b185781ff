//! Mail: written once with what caused it, handed over by whoever takes its job, and marked with what came of that.

mod digest;
mod entries;
mod page;
mod reader;
mod send;

pub use send::Outgoing;

use crate::error::Result;
use crate::reader::ahead;
use crate::{Store, Tx, job};
use domain::actor::{Actor, Role};
use domain::clocks::Clocks;
use domain::id::PersonId;
use domain::job::Task;
use domain::mail::{Mail, MailKey, MailSetup};
use domain::notices::Notices;
use domain::person::Person;
use domain::time::Timestamp;
use serde_json::{Value, json};

const PERSON: &str = "SELECT *, record::id(id) AS id FROM ONLY type::record('person', $person) FOR UPDATE";
const NOTICES: &str = "SELECT * OMIT id FROM ONLY type::record('notices', $person)";

/// Somebody to whom mail may be written, and when it may reach them.
#[derive(Debug)]
pub(crate) struct Post {
    pub(crate) person: Person,
    pub(crate) notices: Notices,
}

impl Post {
    /// That person; `None` once they have left.
    pub(crate) async fn to(tx: &Tx, person: &PersonId) -> Result<Option<Self>> {
        let found: Option<Person> = tx.row(PERSON, json!({ "person": person })).await?;
        let Some(person) = found.filter(Person::is_active) else { return Ok(None) };
        let notices: Option<Notices> = tx.row(NOTICES, json!({ "person": person.id })).await?;
        Ok(Some(Self { person, notices: notices.unwrap_or_default() }))
    }

    /// The first moment from now on at which a mail may reach them.
    pub(crate) fn opens(&self, now: Timestamp) -> Timestamp {
        self.notices.opens(&Clocks { now, ahead: &ahead }, &self.person.zone, now)
    }

    /// Writes `mail`, to go out when their quiet hours let it. One of its name there is already stays as it is.
    pub(crate) async fn write(&self, tx: &Tx, mail: &Mail) -> Result<()> {
        write(tx, &[(mail.clone(), self.opens(tx.now()))]).await
    }
}

/// Writes mails, each with when it goes out. Those whose names there are already stay as they are.
pub(crate) async fn write(tx: &Tx, mails: &[(Mail, Timestamp)]) -> Result<()> {
    if mails.is_empty() {
        return Ok(());
    }
    let row = |(mail, _): &(Mail, Timestamp)| -> Result<Value> {
        let mut row = serde_json::to_value(mail)?;
        if let Value::Object(fields) = &mut row {
            fields.remove("key");
        }
        row["id"] = json!(mail.key);
        Ok(row)
    };
    let rows = mails.iter().map(row).collect::<Result<Vec<_>>>()?;
    tx.run("INSERT IGNORE INTO mail $rows RETURN NONE", json!({ "rows": rows })).await?;
    let task = |(mail, due): &(Mail, Timestamp)| (Task::Mail { mail: mail.key.clone() }, *due);
    job::put(tx, &mails.iter().map(task).collect::<Vec<_>>()).await
}

impl Store {
    /// How this process sends mail; `None` when it sends none, and none is written then.
    pub fn mail_setup(&self) -> Option<&MailSetup> {
        self.post_office().get()
    }

    /// This process sends mail from now on, of what happens from now on. For the server’s start; refused for people below
    /// organisation admin.
    pub async fn begin_mail(&self, actor: &Actor, setup: MailSetup) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        self.begin_reading().await?;
        // A second call names the same mail server.
        drop(self.post_office().set(setup));
        Ok(())
    }

    /// The mail of that name, whatever became of it. Refused for people below organisation admin.
    pub async fn mail(&self, actor: &Actor, key: &MailKey) -> Result<Option<Mail>> {
        actor.at_least(Role::OrgAdmin)?;
        let query = "SELECT *, record::id(id) AS key OMIT id FROM ONLY type::record('mail', $key)";
        self.row(query, json!({ "key": key })).await
    }
}
