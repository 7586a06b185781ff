//! The hour of two who agreed on it: made with their yes, and called off and closed by what they say to each other.

use super::change::call_off;
use super::door::Scene;
use super::rows::{put_occurrence, session, write_session};
use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::exchange::{Exchange, Outcome, Side};
use domain::id::{PersonId, SessionId};
use domain::session::{Occurrence, Session};
use domain::text::Prose;

/// Writes the hour that both agreed on; they know of it.
pub(crate) async fn open_hour(tx: &Tx, session: Session, date: &Occurrence) -> Result<()> {
    put_occurrence(tx, date).await?;
    write_session(tx, None, session).await
}

/// Calls the hour off, as one of the two says; the other is told.
pub(crate) async fn call_off_hour(tx: &Tx, id: &SessionId, by: &PersonId, reason: &Prose) -> Result<()> {
    let before = session(tx, &Actor::Console, id).await?;
    call_off(tx, &before, by, reason).await
}

impl Store {
    /// The hour after one of the two said whether they met: the teacher’s word closes it, the learner’s yes counter-signs
    /// what the teacher said; before that it waits in the exchange.
    pub(crate) async fn say_of_hour(&self, tx: &Tx, exchange: &Exchange, side: Side) -> Result<()> {
        let Some(id) = &exchange.session else { return Ok(()) };
        let held = session(tx, &Actor::Console, id).await?;
        let Some(timing) = held.timing() else { return Ok(()) };
        let me = exchange.person(side);
        let scene = Scene::of(tx, (id, timing.first), me).await?;
        let closed = scene.0.occurrence.closed.as_ref();
        match (side, &exchange.learner_says, closed) {
            (Side::Teacher, _, closed) => self.propose(tx, &scene, &exchange.closing(&held, closed), me).await,
            (Side::Learner, Some(word), Some(closed)) if word.outcome == Outcome::Met && closed.people.contains(me) => {
                self.sign(tx, &scene, (me, &word.words), closed.at).await
            }
            (Side::Learner, _, _) => Ok(()),
        }
    }
}
