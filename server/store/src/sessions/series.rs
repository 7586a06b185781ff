//! Changes of the dates of a session: one is otherwise, a series goes on as another.

use super::plan::{Booked, hosts_stay, zone_is_known};
use super::rows::{clocks, doing, may_run, occurrence, put_occurrence, session, write_session};
use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::clocks::Day;
use domain::id::SessionId;
use domain::session::{Carrying, Change, Occurrence, Otherwise, Session, SessionPlan, Went};
use domain::text::Prose;
use serde_json::json;
use std::collections::BTreeSet;

impl Store {
    /// One date is otherwise from now on, or, without a change, as the rule says again. Everybody who comes or waits is
    /// told; the line of a date that is called off is closed. Refuses all but those who run the session, a room that is
    /// taken, and what [`Session::with_date`] refuses.
    pub async fn change_date(
        &self,
        actor: &Actor,
        id: &SessionId,
        on: Day,
        change: Option<&Change>,
        note: &Prose,
    ) -> Result<()> {
        let me = &actor.member()?.id;
        let _turn = self.session_turn(actor, id).await?;
        self.change(actor, |tx| async move {
            let before = session(&tx, actor, id).await?;
            may_run(actor, &before)?;
            let clocks = clocks(&tx);
            let (after, went) = before.clone().with_date(Otherwise { on, change, note }, &clocks)?;
            let now_on = went.get(&on).copied().unwrap_or(Some(on)).unwrap_or(on);
            let dates: Vec<_> = after.date_and_place(now_on, &clocks).map(|(date, _)| date).into_iter().collect();
            // Whoever moves one date has looked at that day: only the room is not theirs alone to give.
            self.book(&tx, Booked { session: &after, dates: &dates, by: me, despite_overlaps: true }).await?;
            let mut carrying = Carrying { before: &before, after: &after, doing: doing(&tx), told: BTreeSet::new() };
            Dates(vec![occurrence(&tx, id, on).await?]).carry(&tx, &mut carrying, &went).await?;
            write_session(&tx, Some(&before), after).await
        })
        .await
    }

    /// From the date on `from` the series goes on as `plan` says, as a session of its own, to which answers go along; what
    /// was before stays. Refuses all but those who run it, and what [`Session::split`] and planning a session refuse.
    pub async fn split_series(
        &self,
        actor: &Actor,
        id: &SessionId,
        from: Day,
        plan: &SessionPlan,
    ) -> Result<SessionId> {
        let me = &actor.member()?.id;
        zone_is_known(plan)?;
        let (_turn, stamp) = (self.session_turn(actor, id).await?, self.stamp());
        self.change(actor, |tx| async move {
            let before = session(&tx, actor, id).await?;
            may_run(actor, &before)?;
            let (clocks, new) = (clocks(&tx), SessionId::parse(&format!("{:016x}", stamp.random()))?);
            self.read(actor, |org| plan.checked(org, &clocks))?;
            hosts_stay(&tx, plan).await?;
            let split = before.clone().split(from, plan, (new.clone(), me), &clocks)?;
            split.after.is_all_ahead(&clocks)?;
            let dates = split.after.ahead(&clocks);
            // The series itself stands there only until it is split.
            let standing = Session { id: id.clone(), ..split.after.clone() };
            let despite_overlaps = plan.despite_overlaps;
            self.book(&tx, Booked { session: &standing, dates: &dates, by: me, despite_overlaps }).await?;
            let told = BTreeSet::new();
            let mut carrying = Carrying { before: &before, after: &split.after, doing: doing(&tx), told };
            let mut moved = Dates::ahead_of(&tx, &before).await?;
            moved.0.retain(|date| date.on >= from);
            moved.carry(&tx, &mut carrying, &split.went).await?;
            write_session(&tx, Some(&before), split.before).await?;
            // Whoever was asked before or held it has nothing new to hear.
            write_session(&tx, Some(&before), split.after).await?;
            Ok(new)
        })
        .await
    }
}

/// Dates of a session that a change may touch, held against other writers.
pub(super) struct Dates(Vec<Occurrence>);

impl Dates {
    /// All that are to come: also the first of them when nobody has said anything of it, for hosts to be told by.
    pub(super) async fn ahead_of(tx: &Tx, session: &Session) -> Result<Self> {
        let days: Vec<Day> = session.ahead(&clocks(tx)).into_iter().map(|date| date.on).collect();
        let mut found = Vec::new();
        for (index, on) in days.into_iter().enumerate() {
            // One by one: only a single record can be read for update.
            let date = occurrence(tx, &session.id, on).await?;
            found.extend((index == 0 || !date.is_untouched()).then_some(date));
        }
        found.sort_by_key(|date| date.on);
        Ok(Self(found))
    }

    /// Writes what became of them where `went` says that they went. Nothing is written of a date of which nobody said
    /// anything and nobody is told anything.
    pub(super) async fn carry(self, tx: &Tx, carrying: &mut Carrying<'_>, went: &Went) -> Result<()> {
        let clocks = clocks(tx);
        let mut after = Vec::new();
        for before in self.0 {
            let (key, is_new) = (before.on, before.is_untouched());
            let on = went.get(&key).copied().unwrap_or(Some(key));
            let now = carrying.carried(before.clone(), on, &clocks);
            if (now.session != before.session || now.on != key) && !is_new {
                let query = "DELETE type::record('occurrence', [$id, $on])";
                tx.run(query, json!({ "id": before.session, "on": key })).await?;
            }
            after.extend((now != before && !now.is_untouched()).then_some(now));
        }
        // After all have left their old days: one may go where another was.
        for occurrence in &after {
            put_occurrence(tx, occurrence).await?;
        }
        Ok(())
    }
}
