//! Changes of a session as a whole: edited, called off.

use super::plan::{Booked, hosts_stay, zone_is_known};
use super::rows::{clocks, doing, may_run, session, write_session};
use super::series::Dates;
use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::clocks::Clocks;
use domain::id::{PersonId, SessionId};
use domain::session::{Carrying, Date, News, Session, SessionPlan, When};
use domain::text::Prose;
use domain::time::Timestamp;
use std::collections::BTreeSet;

impl Store {
    /// The session is as `plan` says from now on. Answers go with their dates, the line moves up when there is more room,
    /// and everybody whom it concerns is told once. Refuses all but those who run it, a session that changed since `base`
    /// (the moment of the revision that was seen), what [`Session::edited`] refuses, and what planning one refuses.
    pub async fn edit_session(&self, actor: &Actor, id: &SessionId, plan: &SessionPlan, base: Timestamp) -> Result<()> {
        let me = &actor.member()?.id;
        zone_is_known(plan)?;
        let _turn = self.session_turn(actor, id).await?;
        self.change(actor, |tx| async move {
            let before = session(&tx, actor, id).await?;
            may_run(actor, &before)?;
            before.is_as_seen(base)?;
            let clocks = clocks(&tx);
            self.read(actor, |org| plan.checked(org, &clocks))?;
            hosts_stay(&tx, plan).await?;
            let (after, went) = before.clone().edited(plan, &clocks)?;
            let dates = changed_dates(&before, &after, &clocks);
            let despite_overlaps = plan.despite_overlaps;
            self.book(&tx, Booked { session: &after, dates: &dates, by: me, despite_overlaps }).await?;
            let mut carrying = Carrying { before: &before, after: &after, doing: doing(&tx), told: BTreeSet::new() };
            Dates::ahead_of(&tx, &before).await?.carry(&tx, &mut carrying, &went).await?;
            write_session(&tx, Some(&before), after).await
        })
        .await
    }

    /// All of the session that is still to come is called off. Everybody who meant to come, waits or is asked is told,
    /// once. Refuses all but those who run it, and what [`Session::called_off_by`] refuses.
    pub async fn call_off_session(&self, actor: &Actor, id: &SessionId, reason: &Prose) -> Result<()> {
        let me = &actor.member()?.id;
        let _turn = self.session_turn(actor, id).await?;
        self.change(actor, |tx| async move {
            let before = session(&tx, actor, id).await?;
            may_run(actor, &before)?;
            call_off(&tx, &before, me, reason).await
        })
        .await
    }
}

/// Calls off all of it that is still to come.
pub(super) async fn call_off(tx: &Tx, before: &Session, by: &PersonId, reason: &Prose) -> Result<()> {
    let mut after = before.clone().called_off_by(by, reason, &clocks(tx))?;
    let stands = after.clone();
    let mut carrying = Carrying { before, after: &stands, doing: doing(tx), told: BTreeSet::new() };
    Dates::ahead_of(tx, before).await?.carry(tx, &mut carrying, &Default::default()).await?;
    let others: Vec<&PersonId> =
        waiting(before).into_iter().filter(|person| !carrying.told.contains(*person)).collect();
    after.told.extend(doing(tx).told_all(others, &News::CalledOff));
    write_session(tx, Some(before), after).await
}

/// Who waits for a session as a whole: hosts, whom it asks by name, and who voted.
fn waiting(session: &Session) -> BTreeSet<&PersonId> {
    let voters = match &session.when {
        When::Voting { poll } => poll.voters(),
        When::Set { .. } => Vec::new(),
    };
    session.hosts.iter().chain(session.asked()).chain(voters).collect()
}

/// The dates to come at which the session did not stand before in that room, with those hosts.
fn changed_dates(before: &Session, after: &Session, clocks: &Clocks) -> Vec<Date> {
    let is_same = before.hosts == after.hosts;
    let stood = |date: &Date| {
        let known = before.date_and_place(date.on, clocks);
        known.is_some_and(|(known, place)| {
            (known.starts, known.ends, known.takes_place) == (date.starts, date.ends, date.takes_place)
                && known.place(place) == date.place(&after.place)
        })
    };
    after.ahead(clocks).into_iter().filter(|date| !is_same || !stood(date)).collect()
}
