//! How far somebody has read what concerns them.

use crate::Store;
use crate::error::Result;
use crate::reader::ahead;
use domain::actor::Actor;
use domain::clocks::{Clocks, Day};
use domain::event::Happening;
use domain::notifications::{Brought, NotificationsPage, ReadUntil, notifications_page, unread};
use domain::program::{Scheduled, TakenOver};
use domain::time::{Span, Timestamp, Zone};
use serde_json::json;

/// For how many days it is told of a scheduled change that was refused, and of changes that were taken over.
const TOLD_FOR: i64 = 30;

impl Store {
    /// The actor's notifications.
    pub async fn notifications_page(&self, actor: &Actor) -> Result<NotificationsPage> {
        let (read, refused, taken) = self.asked_of_notifications(actor).await?;
        let brought = Brought { refused: &refused, taken: &taken };
        self.read_as(actor, |reader| Ok(notifications_page(reader, read, brought)))
    }

    /// How many notifications are new to the actor.
    pub async fn unread_notifications(&self, actor: &Actor) -> Result<u32> {
        let (read, refused, taken) = self.asked_of_notifications(actor).await?;
        let brought = Brought { refused: &refused, taken: &taken };
        self.read_as(actor, |reader| Ok(unread(reader, read, brought)))
    }

    /// The actor has read everything up to `until`; what they read before stays read.
    pub async fn mark_notifications_read(&self, actor: &Actor, until: Timestamp) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let until = until.min(tx.now());
            let query = "
                UPSERT type::record('read_until', $me)
                SET person = $me, at = math::max([at ?? 0, $until])
                RETURN NONE
            ";
            tx.run(query, json!({ "me": me, "until": until })).await?;
            tx.emit(Happening::NotificationsRead { person: me.clone() }).await
        })
        .await
    }

    /// What notifications need and memory does not hold.
    async fn asked_of_notifications(
        &self,
        actor: &Actor,
    ) -> Result<(Option<Timestamp>, Vec<Scheduled>, Vec<TakenOver>)> {
        let since = self.clock().now().before(Span::days(TOLD_FOR));
        let taken = self.taken_over_from(&actor.member()?.id, since).await?;
        Ok((self.read_until(actor).await?, self.refused_lately().await?, taken))
    }

    /// Scheduled changes that were refused and are still worth telling of.
    async fn refused_lately(&self) -> Result<Vec<Scheduled>> {
        let since = Clocks { now: self.clock().now(), ahead: &ahead }.today(&Zone::utc());
        self.refused_schedules(Day(since.0 - TOLD_FOR)).await
    }

    async fn read_until(&self, actor: &Actor) -> Result<Option<Timestamp>> {
        let query = "SELECT person, at FROM ONLY type::record('read_until', $me)";
        let read: Option<ReadUntil> = self.row(query, json!({ "me": actor.member()?.id })).await?;
        Ok(read.map(|read| read.at))
    }
}
