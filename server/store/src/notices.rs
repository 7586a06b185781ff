//! What somebody wants to be told, and how: read, chosen, and an address that takes no mail confirmed again.

use crate::error::Result;
use crate::reader::ahead;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::clocks::Clocks;
use domain::event::Happening;
use domain::id::PersonId;
use domain::notices::{Bounced, Notices, NoticesForm, NoticesPage, notices_page};
use domain::rejection::{Noun, Rejection};
use serde_json::json;

const NOTICES: &str = "SELECT * OMIT id FROM ONLY type::record('notices', $person)";
const NOTICES_FOR_UPDATE: &str = "SELECT * OMIT id FROM ONLY type::record('notices', $person) FOR UPDATE";
const BOUNCED: &str = "SELECT * OMIT id FROM ONLY type::record('bounced', $person)";
const WRITE: &str = "UPSERT type::record('notices', $person) CONTENT $row RETURN NONE";

/// Keeps what somebody wants to be told.
pub(crate) async fn write(tx: &Tx, person: &PersonId, notices: &Notices) -> Result<()> {
    let mut row = crate::row::content(notices)?;
    row["person"] = json!(person);
    tx.run(WRITE, json!({ "person": person, "row": row })).await
}

impl Store {
    /// How the actor is told of what.
    pub async fn notices_page(&self, actor: &Actor) -> Result<NoticesPage> {
        let me = &actor.member()?.id;
        let notices = self.notices(me).await?;
        let bounced: Option<Bounced> = self.row(BOUNCED, json!({ "person": me })).await?;
        let clocks = Clocks { now: self.clock().now(), ahead: &ahead };
        self.read(actor, |org| {
            let me = org.person(me).ok_or(Rejection::NotFound(Noun::Person))?;
            Ok(notices_page(me, &clocks, notices, bounced, self.mail_setup().is_some()))
        })
    }

    /// The actor is told as the form says, from now on. Refuses what no such form sends.
    pub async fn choose_notices(&self, actor: &Actor, form: &NoticesForm) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let before: Option<Notices> = tx.row(NOTICES_FOR_UPDATE, json!({ "person": me })).await?;
            write(&tx, me, &form.read(before.unwrap_or_default())?).await?;
            tx.emit(Happening::NoticesChanged { person: me.clone() }).await
        })
        .await
    }

    /// The actor says that their address takes mail: it is tried again. Nothing happens when nobody doubts it.
    pub async fn confirm_address(&self, actor: &Actor) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            tx.run("DELETE type::record('bounced', $person) RETURN NONE", json!({ "person": me })).await?;
            tx.emit(Happening::NoticesChanged { person: me.clone() }).await
        })
        .await
    }

    /// What somebody wants to be told.
    pub(crate) async fn notices(&self, person: &PersonId) -> Result<Notices> {
        let notices: Option<Notices> = self.row(NOTICES, json!({ "person": person })).await?;
        Ok(notices.unwrap_or_default())
    }
}
