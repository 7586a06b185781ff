//! Saying yes and saying no. When the last one says yes, every lesson becomes a request between two, in the same
//! transaction; when somebody drops out, it is looked at once what to offer the others.

use super::rows::{alive, gone, hold, read, write_ring};
use crate::error::Result;
use crate::exchange::{self, only_one_open, teaches};
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::exchange::Exchange;
use domain::id::{ExchangeId, PersonId, RingId};
use domain::rejection::{Noun, Rejection};
use domain::swap::{Fall, Passes, RingStage, Round, SwapRing, SwapTerms, Yes, swap_program};
use domain::swaps::YesForm;
use domain::text::Prose;
use domain::time::Timestamp;
use serde_json::json;

/// What somebody says with their yes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YesSaid {
    /// A word to the others; may be empty.
    pub words: Prose,
    /// When they would like to meet whoever teaches them.
    pub starts_at: Option<Timestamp>,
}

impl Store {
    /// The actor says yes to a ring of theirs. When they are the last, it counts: each lesson is a request between its two
    /// people from now on, and rings for which somebody has no place left fall. Refuses rings that were decided already,
    /// times that have passed, and programs in which nobody swaps now; not found for everybody who is not in it. A ring in
    /// which somebody is who left the program falls instead.
    pub async fn confirm_swap(&self, actor: &Actor, id: &RingId, said: &YesSaid) -> Result<()> {
        let me = &actor.member()?.id;
        let turn = self.turn_of(actor, id).await?;
        let changed = self
            .change(actor, |tx| async move {
                let ring = held(&tx, id, me).await?;
                if let Some(over) = ring.over() {
                    return Err(over.into());
                }
                let terms = self.read(actor, |org| swap_program(org, &ring.program).map(SwapTerms::of))?;
                if said.starts_at.is_some_and(|at| at <= tx.now()) {
                    return Err(Rejection::invalid("starts_at", "Choose a time that is still to come.").into());
                }
                let left = gone(&tx, &ring.program, ring.people()).await?;
                let round = Round::new(terms.places, alive(&tx, &ring.program).await?);
                let changed = if left.is_empty() {
                    let (words, starts_at) = (said.words.clone(), said.starts_at);
                    round.confirm(id, Yes { person: me.clone(), at: tx.now(), words, starts_at })?
                } else {
                    round.swept(&left, Passes::On, tx.now())
                };
                self.write_all(&tx, changed).await
            })
            .await?;
        drop(turn);
        self.mend_after(&changed).await;
        match changed.iter().find(|ring| ring.id == *id).and_then(SwapRing::over) {
            Some(over) => Err(over.into()),
            None => Ok(()),
        }
    }

    /// The same from a form.
    pub async fn confirm_swap_by_form(&self, actor: &Actor, form: &YesForm) -> Result<()> {
        let starts_at = self.chosen_time(actor, &form.slot, &form.own)?;
        let words = Prose::parse("words", &form.words)?;
        self.confirm_swap(actor, &form.ring, &YesSaid { words, starts_at }).await
    }

    /// The actor says no to a ring of theirs, also after they had said yes, as long as it does not count: it falls, and
    /// the smallest repair is offered to the others. Refuses rings that were decided already; not found for everybody who
    /// is not in it.
    pub async fn decline_swap(&self, actor: &Actor, id: &RingId, reason: &Prose) -> Result<()> {
        let me = &actor.member()?.id;
        let turn = self.turn_of(actor, id).await?;
        let changed = self
            .change(actor, |tx| async move {
                let ring = held(&tx, id, me).await?;
                match (ring.fall(), ring.over()) {
                    // The same answer once more.
                    (Some(Fall::Declined { by, .. }), _) if by == me => return Ok(Vec::new()),
                    (_, Some(over)) => return Err(over.into()),
                    (_, None) => {}
                }
                let terms = self.read(actor, |org| {
                    let program = org.program(&ring.program).ok_or(Rejection::NotFound(Noun::Program))?;
                    Ok(SwapTerms::of(program))
                })?;
                let round = Round::new(terms.places, alive(&tx, &ring.program).await?);
                let changed = round.decline(id, (me, reason.clone()), tx.now())?;
                self.write_all(&tx, changed).await
            })
            .await?;
        drop(turn);
        self.mend_after(&changed).await;
        Ok(())
    }

    /// Waits until nobody else in this process changes rings of the same program. Not found for everybody who is not in
    /// the ring.
    async fn turn_of(&self, actor: &Actor, id: &RingId) -> Result<tokio::sync::OwnedMutexGuard<()>> {
        let me = &actor.member()?.id;
        let program = self.read(actor, |org| {
            let ring = org.swap_ring(id).filter(|ring| ring.has(me));
            ring.map(|ring| ring.program.clone()).ok_or(Rejection::NotFound(Noun::Ring))
        })?;
        Ok(self.turns().of(&program).await)
    }

    /// Writes rings that changed; those that count now with the requests that their lessons are.
    pub(super) async fn write_all(&self, tx: &Tx, changed: Vec<SwapRing>) -> Result<Vec<SwapRing>> {
        let mut written = Vec::new();
        for mut ring in changed {
            if let RingStage::Committed { at, .. } = ring.stage {
                let exchanges = self.begin_lessons(tx, &ring).await?;
                ring.stage = RingStage::Committed { at, exchanges, over: false };
            }
            write_ring(tx, &ring).await?;
            written.push(ring);
        }
        Ok(written)
    }

    /// Each lesson of a ring as a request between two, which they arrange by themselves.
    async fn begin_lessons(&self, tx: &Tx, ring: &SwapRing) -> Result<Vec<ExchangeId>> {
        for person in ring.people() {
            teaches(tx, person).await?;
        }
        let mut exchanges = Vec::new();
        for lesson in &ring.ring.lessons {
            let id = ExchangeId::parse(&format!("{:016x}", self.stamp().random()))?;
            let request = ring.request(id, lesson, tx.now())?;
            match open_already(tx, &request).await? {
                Some(open) => exchanges.push(open),
                None => {
                    only_one_open(tx, &request).await?;
                    exchange::write(tx, &request).await?;
                    exchanges.push(request.id);
                }
            }
        }
        Ok(exchanges)
    }
}

/// The ring, its program held; not found for everybody who is not in it.
async fn held(tx: &Tx, id: &RingId, me: &PersonId) -> Result<SwapRing> {
    let ring = read(tx, id).await?.filter(|ring| ring.has(me)).ok_or(Rejection::NotFound(Noun::Ring))?;
    hold(tx, &ring.program).await?;
    Ok(ring)
}

/// The same request where the two have made it by themselves meanwhile.
async fn open_already(tx: &Tx, request: &Exchange) -> Result<Option<ExchangeId>> {
    let query = "SELECT *, record::id(id) AS id FROM exchange WHERE learner = $learner";
    let all: Vec<Exchange> = tx.rows(query, json!({ "learner": request.learner })).await?;
    let same = |other: &&Exchange| {
        let lapses = (*other).clone().expired(tx.now()).is_some();
        other.is_open() && !lapses && other.teacher == request.teacher && other.skill == request.skill
    };
    Ok(all.iter().find(same).map(|other| other.id.clone()))
}
