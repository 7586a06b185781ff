//! From the yes of both on a request is an hour together: made with the yes, and called off and closed with what the two
//! go on to say. What is done on the page of the hour comes back to the request here.

use super::{met, read, write};
use crate::error::{Error, Result};
use crate::hours::Ledger;
use crate::sessions::of_two::{call_off_hour, open_hour};
use crate::sessions::rows::clocks;
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::exchange::{Exchange, HourNames, Move, Outcome, Side, Stage};
use domain::id::{ExchangeId, PersonId, SessionId};
use domain::rejection::{Noun, Rejection};
use domain::session::{SaidBefore, Session, SessionKind};

impl Store {
    /// Writes a request after a move of `side`, with what follows for both and for the hour that it is.
    pub(super) async fn write_and_follow(&self, tx: &Tx, moved: Exchange, side: Side) -> Result<()> {
        let Some(made) = moved.history.last().cloned() else { return write(tx, &moved).await };
        match (made.step, moved.session.clone()) {
            (Move::Accept, _) => self.agree(tx, moved).await,
            (Move::Confirm { .. }, Some(_)) => {
                write(tx, &moved).await?;
                self.say_of_hour(tx, &moved, side).await
            }
            (Move::Confirm { .. }, None) => {
                write(tx, &moved).await?;
                if !matches!(moved.stage, Stage::Done { .. }) {
                    return Ok(());
                }
                met::give_both_their_due(tx, &moved).await?;
                Ledger { store: self, tx }.post_met(&moved, moved.person(side)).await
            }
            (Move::Decline { reason }, Some(hour)) => {
                write(tx, &moved).await?;
                call_off_hour(tx, &hour, moved.person(side), &reason).await
            }
            (Move::Decline { .. }, None) | (Move::Propose { .. } | Move::Withdraw | Move::Reschedule { .. }, _) => {
                write(tx, &moved).await
            }
        }
    }

    /// Gives every meeting that was agreed before there were hours together, and is still to come, the hour that it is,
    /// and says how many those were; one that has begun is confirmed as it was agreed. Again it finds nothing to do. For
    /// the server's own clock; refused for people below organisation admin.
    pub async fn give_agreed_hours(&self, actor: &Actor) -> Result<usize> {
        actor.at_least(Role::OrgAdmin)?;
        let now = self.clock().now();
        let is_ahead = |exchange: &Exchange| exchange.starts_at.is_some_and(|start| start > now);
        let lacks_one =
            &|exchange: &Exchange| exchange.stage == Stage::Agreed && exchange.session.is_none() && is_ahead(exchange);
        let due: Vec<ExchangeId> = self.read(actor, |org| {
            let due = org.exchanges().filter(|exchange| lacks_one(exchange));
            Ok(due.map(|exchange| exchange.id.clone()).collect())
        })?;
        let mut given = 0;
        for id in &due {
            let agreed = self.change(actor, |tx| async move {
                match read(&tx, id).await?.filter(lacks_one) {
                    Some(agreed) => self.agree(&tx, agreed).await.map(|()| 1),
                    // Another process was faster, or the two called it off.
                    None => Ok(0),
                }
            });
            given += match agreed.await {
                // One of the two, or the skill, is no more.
                Err(Error::Rejected(Rejection::NotFound(_))) => 0,
                agreed => agreed?,
            };
        }
        Ok(given)
    }

    /// Writes a request on whose time both agreed as the hour together that it is from now on.
    async fn agree(&self, tx: &Tx, agreed: Exchange) -> Result<()> {
        let (names, program) = self.read(&Actor::Console, |org| {
            let skill = org.skill(&agreed.skill).ok_or(Rejection::NotFound(Noun::Skill))?;
            let person = |id: &PersonId| org.person(id).ok_or(Rejection::NotFound(Noun::Person));
            let names = HourNames::of(skill, person(&agreed.teacher)?, person(&agreed.learner)?);
            Ok((names, org.swap_ring_of(&agreed.id).map(|ring| ring.program.clone())))
        })?;
        let id = SessionId::parse(&format!("{:016x}", self.stamp().random()))?;
        let hour = agreed.hour(id, names, &clocks(tx));
        let no_time = || Rejection::invalid("starts_at", "Propose a time to meet.");
        let (exchange, mut session, date) = hour.ok_or_else(no_time)?;
        if program.is_some() {
            // A lesson of a swap, and a step of its program.
            (session.kind, session.program) = (SessionKind::Swap, program);
        }
        write(tx, &exchange).await?;
        open_hour(tx, session, &date).await
    }
}

/// Lets the request in which two agreed on `session` be what `along` makes of it.
pub(crate) async fn go_along(tx: &Tx, session: &Session, along: impl FnOnce(Exchange) -> Exchange) -> Result<()> {
    let Some(id) = &session.exchange else { return Ok(()) };
    let Some(before) = read(tx, id).await? else { return Ok(()) };
    let after = along(before.clone());
    if after == before { Ok(()) } else { write(tx, &after).await }
}

/// That the learner of an hour of two said that they met, before its host did; `None` for other hours.
pub(crate) async fn said_before(tx: &Tx, session: &Session) -> Result<Option<SaidBefore>> {
    let Some(id) = &session.exchange else { return Ok(None) };
    let said = read(tx, id).await?.and_then(|exchange| Some((exchange.learner, exchange.learner_says?)));
    let met = said.filter(|(_, word)| word.outcome == Outcome::Met);
    Ok(met.map(|(person, word)| SaidBefore { person, words: word.words }))
}
