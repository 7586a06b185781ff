//! Answers of people to a date, and what follows for the seats.

use super::rows::{OnDate, may_run, on_date, write_occurrence};
use crate::account::active;
use crate::error::{Error, Result};
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::clocks::Day;
use domain::id::{PersonId, SessionId};
use domain::rejection::Rejection;
use domain::session::{Occurrence, Saying, Says};
use domain::time::Timestamp;

/// Which date.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) session: &'a SessionId,
    pub(super) on: Day,
}

impl Store {
    /// The actor says whether they come, with so many guests. Whoever comes has a seat, or a place in line, from now on;
    /// whoever comes no more frees theirs for the first in line. Refuses what [`Occurrence::answered`] refuses, and hosts.
    pub async fn answer(&self, actor: &Actor, id: &SessionId, on: Day, says: Says, guests: u8) -> Result<()> {
        let me = &actor.member()?.id;
        self.move_date(actor, At { session: id, on }, Some(me), |held, now| {
            held.session.may_answer(me)?;
            let saying = Saying { person: me, says, guests, by: None };
            held.occurrence.clone().answered(saying, &held.seating, now)
        })
        .await
    }

    /// The same for `person`, by a host or a program admin, until it starts. They are told.
    pub async fn answer_for(
        &self,
        actor: &Actor,
        id: &SessionId,
        on: Day,
        person: &PersonId,
        says: Says,
    ) -> Result<()> {
        let me = &actor.member()?.id;
        self.run_date(actor, At { session: id, on }, person, |held, now| {
            held.session.may_answer(person)?;
            let guests = held.occurrence.answer_of(person).filter(|own| own.says == says).map_or(0, |own| own.guests);
            let saying = Saying { person, says, guests, by: Some(me) };
            held.occurrence.clone().answered(saying, &held.seating, now)
        })
        .await
    }

    /// The actor takes the seat that is held for them. Refuses what [`Occurrence::claimed`] refuses.
    pub async fn claim_seat(&self, actor: &Actor, id: &SessionId, on: Day) -> Result<()> {
        let me = &actor.member()?.id;
        self.move_date(actor, At { session: id, on }, Some(me), |held, now| {
            held.session.may_sit(me)?;
            held.occurrence.clone().claimed(me, &held.seating, now)
        })
        .await
    }

    /// `person` has a seat from now on, whether or not there is room. Refuses all but hosts and program admins, and what
    /// [`Occurrence::given`] refuses.
    pub async fn give_seat(&self, actor: &Actor, id: &SessionId, on: Day, person: &PersonId) -> Result<()> {
        let me = &actor.member()?.id;
        self.run_date(actor, At { session: id, on }, person, |held, now| {
            held.session.may_answer(person)?;
            held.occurrence.clone().given(person, me, &held.seating, now)
        })
        .await
    }

    /// Ends the time of everybody who did not take their seat, holds it for the next in line, and says on how many dates
    /// that was so. For the server's own clock; refused for people below organisation admin.
    pub async fn expire_holds(&self, actor: &Actor) -> Result<usize> {
        actor.at_least(Role::OrgAdmin)?;
        let now = self.clock().now();
        let due: Vec<(SessionId, Day)> = self.read(actor, |org| {
            let due = org.occurrences().filter(|date| date.next_lapse().is_some_and(|lapse| lapse <= now));
            Ok(due.map(|date| (date.session.clone(), date.on)).collect())
        })?;
        let mut ended = 0;
        for (id, on) in &due {
            let _turn = self.session_turn(actor, id).await?;
            let at = At { session: id, on: *on };
            let passed = || self.change(actor, |tx| async move { pass(&tx, actor, at).await });
            ended += match self.patiently(passed).await {
                // Its date is no more, and with it the seat.
                Err(Error::Rejected(Rejection::NotFound(_))) => 0,
                passed => passed?,
            };
        }
        Ok(ended)
    }

    /// One move on a date, in its turn.
    pub(super) async fn move_date(
        &self,
        actor: &Actor,
        at: At<'_>,
        person: Option<&PersonId>,
        step: impl Fn(&OnDate, Timestamp) -> Result<Occurrence, Rejection> + Send + Sync,
    ) -> Result<()> {
        let (_turn, step) = (self.session_turn(actor, at.session).await?, &step);
        let moved = || {
            self.change(actor, |tx| async move {
                let held = on_date(&tx, actor, at.session, at.on).await?;
                let after = step(&held, tx.now())?;
                write_occurrence(&tx, &held, after, person).await
            })
        };
        self.patiently(moved).await
    }

    /// The same for `person`, who still works here, by somebody who runs the session.
    async fn run_date(
        &self,
        actor: &Actor,
        at: At<'_>,
        person: &PersonId,
        step: impl Fn(&OnDate, Timestamp) -> Result<Occurrence, Rejection> + Send + Sync,
    ) -> Result<()> {
        let (_turn, step) = (self.session_turn(actor, at.session).await?, &step);
        let moved = || {
            self.change(actor, |tx| async move {
                let held = on_date(&tx, actor, at.session, at.on).await?;
                may_run(actor, &held.session)?;
                active(&tx, person).await?;
                let after = step(&held, tx.now())?;
                write_occurrence(&tx, &held, after, Some(person)).await
            })
        };
        self.patiently(moved).await
    }
}

/// Lets time pass on a date; how many dates that changed.
async fn pass(tx: &Tx, actor: &Actor, at: At<'_>) -> Result<usize> {
    let held = on_date(tx, actor, at.session, at.on).await?;
    let after = held.occurrence.clone().passed(&held.seating, tx.now());
    if after == held.occurrence {
        return Ok(0);
    }
    write_occurrence(tx, &held, after, None).await?;
    Ok(1)
}
