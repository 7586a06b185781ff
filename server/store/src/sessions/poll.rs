//! Times to choose from: votes, and the one that is settled.

use super::plan::Booked;
use super::rows::{clocks, doing, may_run, occurrence, put_occurrence, session, write_session};
use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::id::{PersonId, SessionId};
use domain::session::{Fits, Occurrence, Saying, Says, Seating, Session};
use domain::time::Timestamp;

impl Store {
    /// The actor says which times suit them; hosts hear of everybody’s first vote. Refuses what [`Session::voted`]
    /// refuses.
    pub async fn vote(&self, actor: &Actor, id: &SessionId, votes: &[(Timestamp, Fits)]) -> Result<()> {
        let me = &actor.member()?.id;
        let _turn = self.session_turn(actor, id).await?;
        self.change(actor, |tx| async move {
            let before = session(&tx, actor, id).await?;
            let after = before.clone().voted(me, votes, tx.now())?;
            write_session(&tx, Some(&before), after).await
        })
        .await
    }

    /// The session is at `choice`. Whoever said that it suits them comes, in the order in which they voted, as long as
    /// there are seats; everybody who voted or is asked is told. Refuses all but those who run it, a room that is taken,
    /// and what [`Session::settled`] refuses.
    pub async fn settle_poll(&self, actor: &Actor, id: &SessionId, choice: Timestamp) -> Result<()> {
        let me = &actor.member()?.id;
        let _turn = self.session_turn(actor, id).await?;
        self.change(actor, |tx| async move {
            let before = session(&tx, actor, id).await?;
            may_run(actor, &before)?;
            let suited: Vec<PersonId> = before.poll()?.suited(choice).into_iter().cloned().collect();
            let clocks = clocks(&tx);
            let after = before.clone().settled(choice, &clocks)?;
            let dates = after.ahead(&clocks);
            self.book(&tx, Booked { session: &after, dates: &dates, by: me, despite_overlaps: true }).await?;
            for date in &dates {
                let seating = after.seating(date);
                let empty = occurrence(&tx, id, date.on).await?;
                let mut filled = with_all(empty.clone(), &after, &suited, &seating, tx.now());
                let told = filled.news_since(&empty, &after.hosts, doing(&tx));
                filled.told.extend(told);
                put_occurrence(&tx, &filled).await?;
            }
            write_session(&tx, Some(&before), after).await
        })
        .await
    }
}

/// The date with an answer of each of `people` who may sit there.
fn with_all(date: Occurrence, session: &Session, people: &[PersonId], seating: &Seating, now: Timestamp) -> Occurrence {
    let come = people.iter().filter(|person| session.may_sit(person).is_ok());
    come.fold(date, |date, person| {
        let saying = Saying { person, says: Says::Going, guests: 0, by: None };
        // Whose answer is too late already can still ask the host.
        date.clone().answered(saying, seating, now).unwrap_or(date)
    })
}
