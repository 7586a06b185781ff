//! A new session, and whether room and hosts are free for it.

use super::rows::{clocks, write_session};
use crate::account::active;
use crate::error::Result;
use crate::{Store, Tx, clock};
use domain::actor::Actor;
use domain::id::{PersonId, SessionId};
use domain::rejection::Rejection;
use domain::session::{Booking, Date, Session, SessionPlan, When, room_key};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The dates of a session that are to stand, and whether hosts may have something else then.
pub(super) struct Booked<'a> {
    pub(super) session: &'a Session,
    pub(super) dates: &'a [Date],
    pub(super) by: &'a PersonId,
    pub(super) despite_overlaps: bool,
}

impl Store {
    /// The actor plans a session: it stands from now on, for whoever it is open to; those whom it asks by name and its
    /// other hosts are told. Refuses what [`SessionPlan::checked`] refuses, dates that are over, a room that is taken, and
    /// hosts who have something else, unless the plan says that it is so on purpose.
    pub async fn plan_session(&self, actor: &Actor, plan: &SessionPlan) -> Result<SessionId> {
        let me = &actor.member()?.id;
        zone_is_known(plan)?;
        let stamp = self.stamp();
        self.change(actor, |tx| async move {
            let id = SessionId::parse(&format!("{:016x}", stamp.random()))?;
            let clocks = clocks(&tx);
            self.read(actor, |org| plan.checked(org, &clocks))?;
            hosts_stay(&tx, plan).await?;
            let session = plan.session(id.clone(), me, &clocks);
            session.is_all_ahead(&clocks)?;
            let dates = session.ahead(&clocks);
            let despite_overlaps = plan.despite_overlaps;
            self.book(&tx, Booked { session: &session, dates: &dates, by: me, despite_overlaps }).await?;
            write_session(&tx, None, session).await?;
            Ok(id)
        })
        .await
    }

    /// Passes when rooms and hosts are free. Each room has a guard, so that of two who book it only one gets through.
    pub(super) async fn book(&self, tx: &Tx, booked: Booked<'_>) -> Result<()> {
        let places = booked.dates.iter().map(|date| date.place(&booked.session.place).room.as_str());
        let rooms: BTreeSet<String> = places.map(room_key).filter(|key| !key.is_empty()).collect();
        for room in &rooms {
            hold_room(tx, room).await?;
        }
        if !rooms.is_empty() {
            // What another process booked before the guard was read is in memory from here on.
            self.catch_up().await?;
        }
        let clocks = clocks(tx);
        let Booked { session, dates, by, despite_overlaps } = booked;
        self.read(&Actor::Console, |org| {
            let booking = Booking { org, session, dates, by, clocks: &clocks };
            booking.room_is_free()?;
            if despite_overlaps { Ok(()) } else { booking.hosts_are_free() }
        })
    }
}

/// Refuses a zone that no clock knows.
pub(super) fn zone_is_known(plan: &SessionPlan) -> Result<()> {
    let zone = match &plan.when {
        When::Set { timing } => &timing.zone,
        When::Voting { poll } => &poll.zone,
    };
    if clock::zone_exists(zone) {
        return Ok(());
    }
    Err(Rejection::invalid("zone", "That time zone is not known. Write one such as Europe/Lisbon.").into())
}

/// Nobody leaves while they are made a host.
pub(super) async fn hosts_stay(tx: &Tx, plan: &SessionPlan) -> Result<()> {
    for host in &plan.hosts {
        active(tx, host).await?;
    }
    Ok(())
}

async fn hold_room(tx: &Tx, room: &str) -> Result<()> {
    let key = json!(["room", room]);
    let query = "SELECT touched_at FROM ONLY type::record('guard', $key) FOR UPDATE";
    let _: Option<Value> = tx.row(query, json!({ "key": key })).await?;
    let values = json!({ "key": key, "row": { "touched_at": tx.now() } });
    tx.run("UPSERT type::record('guard', $key) CONTENT $row RETURN NONE", values).await
}
