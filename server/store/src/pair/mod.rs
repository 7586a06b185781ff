//! Pairs of a mentor and whoever learns from them: brought together, moved on, ended. The pair's own record guards
//! every move of it. What somebody notes for themself is in `note`, and only they read it.

mod ending;
mod note;
mod rows;

pub(crate) use ending::{leave, take_back};

use crate::error::Result;
use crate::reader::ahead;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::clocks::Clocks;
use domain::id::{PairId, PersonId, ProgramId};
use domain::pair::{FeedbackForm, Fits, Move, NewPair, Pair, Plan, When};
use domain::pairs::{HealthPage, PairsPage, RoomPage, health_page, moment, pairs_page, room_page};

/// Brings them together in the transaction of whatever decided so: an answer to a wish, or a round that is published.
/// Whether the mentor has a place is decided there. Refuses what [`Pair::begin`] refuses.
pub(crate) async fn begin(tx: &Tx, new: NewPair) -> Result<PairId> {
    let id = PairId::parse(&format!("{:016x}", tx.random()))?;
    rows::write(tx, &Pair::begin(new, id.clone(), tx.now())?).await?;
    Ok(id)
}

impl Store {
    /// The actor makes `step` in a pair of theirs. Whoever ends it early is in no log of it. Refuses what
    /// [`Pair::moved`] refuses; not found for everybody who is not in it.
    pub async fn move_pair(&self, actor: &Actor, id: &PairId, step: &Move) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let pair = rows::found(&tx, id).await?;
            let when = self.moment(&tx, &pair, me)?;
            let moved = pair.moved(me, step.clone(), when)?;
            match step {
                Move::Stop | Move::SayFit { .. } => ending::write_parted(&tx, &moved).await,
                Move::Plan(_) | Move::Pause { .. } | Move::GoOn | Move::Finish(_) | Move::GiveFeedback(_) => {
                    rows::write(&tx, &moved).await
                }
            }
        })
        .await
    }

    /// Something that they write together. Refuses what [`Store::move_pair`] refuses.
    pub async fn plan_in_pair(&self, actor: &Actor, id: &PairId, plan: Plan) -> Result<()> {
        self.move_pair(actor, id, &Move::Plan(plan)).await
    }

    /// The actor says whether they fit. Refuses what [`Store::move_pair`] refuses.
    pub async fn say_fit(&self, actor: &Actor, id: &PairId, says: &str) -> Result<()> {
        actor.member()?;
        self.move_pair(actor, id, &Move::SayFit { says: Fits::parse(says)? }).await
    }

    /// They come to a close, with the actor's word on how it was.
    pub async fn finish_pair(&self, actor: &Actor, id: &PairId, form: &FeedbackForm) -> Result<()> {
        actor.member()?;
        self.move_pair(actor, id, &Move::Finish(form.parsed()?)).await
    }

    /// The actor says how it was, once they came to a close.
    pub async fn give_pair_feedback(&self, actor: &Actor, id: &PairId, form: &FeedbackForm) -> Result<()> {
        actor.member()?;
        self.move_pair(actor, id, &Move::GiveFeedback(form.parsed()?)).await
    }

    /// The pairs that the actor is in.
    pub fn pairs_page(&self, actor: &Actor) -> Result<PairsPage> {
        self.read_as(actor, |reader| Ok(pairs_page(reader)))
    }

    /// The room of a pair, with what the actor noted there for themself; not found for everybody who is not in it.
    pub async fn pair_room(&self, actor: &Actor, id: &PairId) -> Result<RoomPage> {
        let page = self.read_as(actor, |reader| room_page(reader, id))?;
        let (note, note_at) = self.own_note(actor, id).await?;
        Ok(RoomPage { note, note_at, ..page })
    }

    /// How the pairs of a program are, for those who see how far its people are.
    pub fn pair_health(&self, actor: &Actor, program: &ProgramId) -> Result<HealthPage> {
        self.read_as(actor, |reader| health_page(reader, program))
    }

    /// What is known when `person` moves in `pair`.
    fn moment(&self, tx: &Tx, pair: &Pair, person: &PersonId) -> Result<When> {
        let clocks = Clocks { now: tx.now(), ahead: &ahead };
        self.read(&Actor::Console, |org| Ok(moment(org, &clocks, pair, person)))
    }
}
