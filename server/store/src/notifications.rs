//! What somebody is told, and what of it they have read.

use crate::Store;
use crate::error::Result;
use crate::reader::ahead;
use domain::actor::Actor;
use domain::clocks::{Clocks, Day};
use domain::event::Happening;
use domain::id::PersonId;
use domain::notifications::{
    Inbox, NotificationKey, NotificationsPage, NotificationsQuery, Read, ReadOne, ReadUntil, notifications_page, told,
    unread,
};
use domain::program::Scheduled;
use domain::time::{Span, Timestamp, Zone};
use serde_json::{Value, json};

/// For how many days it is told of a scheduled change that was refused, and of changes that were taken over.
const TOLD_FOR: i64 = 30;

const READ_UNTIL: &str = "SELECT person, at FROM ONLY type::record('read_until', $me)";
const READ_ONES: &str = "SELECT VALUE key FROM type::record('read_one', [$me, NONE]..[$me, ..])";
const MARK_UNTIL: &str = "
UPSERT type::record('read_until', $me) SET person = $me, at = math::max([at ?? 0, $until]) RETURN NONE;
";
const MARK_ONES: &str = "INSERT IGNORE INTO read_one $rows RETURN NONE";

impl Store {
    /// The actor's notifications of what `query` names.
    pub async fn notifications_page(&self, actor: &Actor, query: NotificationsQuery) -> Result<NotificationsPage> {
        let inbox = self.inbox(&actor.member()?.id).await?;
        self.read_as(actor, |reader| Ok(notifications_page(reader, &inbox, query)))
    }

    /// How many notifications are new to the actor.
    pub async fn unread_notifications(&self, actor: &Actor) -> Result<u32> {
        let inbox = self.inbox(&actor.member()?.id).await?;
        self.read_as(actor, |reader| Ok(unread(reader, &inbox)))
    }

    /// The actor has read everything of `query` up to `until`; what they read before stays read.
    pub async fn mark_notifications_read(
        &self,
        actor: &Actor,
        query: NotificationsQuery,
        until: Timestamp,
    ) -> Result<()> {
        let me = &actor.member()?.id;
        if query.about.is_some() {
            return self.mark_topic_read(actor, query, until).await;
        }
        self.change(actor, |tx| async move {
            tx.run(MARK_UNTIL, json!({ "me": me, "until": until.min(tx.now()) })).await?;
            tx.emit(Happening::NotificationsRead { person: me.clone() }).await
        })
        .await
    }

    /// The actor has read this one; nothing happens when it is none of theirs.
    pub async fn mark_notification_read(&self, actor: &Actor, key: &NotificationKey) -> Result<()> {
        let inbox = self.inbox(&actor.member()?.id).await?;
        let found = self.read_as(actor, |reader| Ok(told(reader, &inbox)))?;
        let keys = found.into_iter().filter(|(_, item)| item.is_new && item.key == *key);
        self.mark_ones(actor, keys.map(|(_, item)| item.key).collect()).await
    }

    async fn mark_topic_read(&self, actor: &Actor, query: NotificationsQuery, until: Timestamp) -> Result<()> {
        let inbox = self.inbox(&actor.member()?.id).await?;
        let found = self.read_as(actor, |reader| Ok(told(reader, &inbox)))?;
        let keys = found.into_iter().filter(|(at, item)| item.is_new && *at <= until && query.keeps(item));
        self.mark_ones(actor, keys.map(|(_, item)| item.key).collect()).await
    }

    async fn mark_ones(&self, actor: &Actor, keys: Vec<NotificationKey>) -> Result<()> {
        if keys.is_empty() {
            return Ok(());
        }
        let (me, keys) = (&actor.member()?.id, &keys);
        self.change(actor, |tx| async move {
            let row = |key: &NotificationKey| -> Result<Value> {
                let one = ReadOne { person: me.clone(), key: key.clone(), at: tx.now() };
                let mut row = serde_json::to_value(one)?;
                row["id"] = json!([me, key]);
                Ok(row)
            };
            let rows = keys.iter().map(row).collect::<Result<Vec<_>>>()?;
            tx.run(MARK_ONES, json!({ "rows": rows })).await?;
            tx.emit(Happening::NotificationsRead { person: me.clone() }).await
        })
        .await
    }

    /// What is kept of somebody’s notifications beside the organisation in memory.
    pub(crate) async fn inbox(&self, me: &PersonId) -> Result<Inbox> {
        let until: Option<ReadUntil> = self.row(READ_UNTIL, json!({ "me": me })).await?;
        let ones: Vec<NotificationKey> = self.rows(READ_ONES, json!({ "me": me })).await?;
        let read = Read { until: until.map(|until| until.at), one_by_one: ones.into_iter().collect() };
        let taken = self.taken_over_from(me, self.clock().now().before(Span::days(TOLD_FOR))).await?;
        Ok(Inbox { read, notices: self.notices(me).await?, refused: self.refused_lately().await?, taken })
    }

    /// Scheduled changes that were refused and are still worth telling of.
    pub(crate) async fn refused_lately(&self) -> Result<Vec<Scheduled>> {
        let since = Clocks { now: self.clock().now(), ahead: &ahead }.today(&Zone::utc());
        self.refused_schedules(Day(since.0 - TOLD_FOR)).await
    }
}
