//! Publishing a draft: now, or on a day to come.

use super::access::{in_clear_words, may_edit};
use super::rows::{Standing, delete_draft, draft, write_draft, write_scheduled};
use super::save::{Save, Saved};
use super::schedule::told;
use crate::error::Result;
use crate::reader::ahead;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::clocks::{Clocks, Day};
use domain::id::{PersonId, ProgramId, ScheduleId};
use domain::program::forms::{PublishForm, Published};
use domain::program::{Author, Draft, Outcome, Path, Program, Publish, Scheduled, Value, merge};
use domain::rejection::Rejection;
use domain::time::{Timestamp, Zone};

const NO_DRAFT: &str = "There is nothing of yours to publish. Change something first; in another tab you may have \
    published or discarded it.";
const UNSETTLED: &str = "Somebody else has changed the same. Decide what is to stand there, then publish. What you wrote \
    is kept.";

/// What came of a try to publish; a refusal here is written, in that the draft says what to settle.
enum Tried {
    Done(Published, bool),
    Refused(Rejection),
}

impl Store {
    /// Makes the actor's draft the newest version, or schedules it for the day that the form names; the draft is gone
    /// then. Refused, with the draft kept: what others changed meanwhile (the draft names each such register from then
    /// on), settings that cannot be, broken promises at the field that breaks them, an outcome other than the one that was
    /// seen, and everybody but program admins.
    pub async fn publish(&self, actor: &Actor, id: &ProgramId, form: &PublishForm) -> Result<Published> {
        may_edit(actor)?;
        let me = &actor.member()?.id;
        let turn = self.turn(actor, id).await?;
        let tried = self.change(actor, |tx| async move { self.try_to_publish(&tx, (id, me), form).await }).await;
        drop(turn);
        match in_clear_words(actor, tried)? {
            Tried::Refused(rejection) => Err(rejection.into()),
            Tried::Done(published, more) => {
                if more {
                    self.seat_the_rest(id).await?;
                }
                Ok(published)
            }
        }
    }

    async fn try_to_publish(&self, tx: &Tx, (id, me): (&ProgramId, &PersonId), form: &PublishForm) -> Result<Tried> {
        let standing = Standing::read(self, tx, id).await?;
        let draft = draft(tx, id, me).await?.ok_or_else(|| Rejection::Stale(NO_DRAFT.to_owned()))?;
        let publish = &form.publish()?;
        let due = form.due(today_in(&standing.program, tx.now()))?;
        if !draft.unsettled.is_empty() {
            return Err(Rejection::Stale(UNSETTLED.to_owned()).into());
        }
        readable(&draft)?;
        let author = &Author { by: Some(me.clone()), at: tx.now() };
        if let Some(due) = due {
            let scheduled = self.scheduled_for(tx, &standing, (draft, publish.clone()), due).await?;
            return Ok(Tried::Done(scheduled, false));
        }
        let proposal = &draft.proposal();
        let save = Save { proposal, publish, author, seen: Some(&form.seen), schedule: None };
        match self.save(tx, &standing, save).await? {
            Saved::Live { n, more } => {
                delete_draft(tx, id, me).await?;
                Ok(Tried::Done(Published::Live { n }, more))
            }
            Saved::Conflicts => {
                write_draft(tx, &draft.rebased(&standing.history())?).await?;
                Ok(Tried::Refused(Rejection::Stale(UNSETTLED.to_owned())))
            }
        }
    }

    /// Puts the draft off to a day. What it does to whom is worked out anew on that day.
    async fn scheduled_for(
        &self,
        tx: &Tx,
        standing: &Standing,
        (draft, publish): (Draft, Publish),
        due: Day,
    ) -> Result<Published> {
        let scheduled = Scheduled {
            id: ScheduleId::parse(&format!("{:016x}", self.stamp().random()))?,
            program: standing.program.id.clone(),
            by: draft.person.clone(),
            due,
            at: tx.now(),
            proposal: draft.proposal(),
            publish,
            outcome: Outcome::Waits,
        };
        let merged = merge(&standing.history(), &scheduled.proposal)?;
        if merged.proposal.writes.is_empty() && merged.conflicts.is_empty() {
            return Err(Rejection::Stale(NO_DRAFT.to_owned()).into());
        }
        write_scheduled(tx, &scheduled).await?;
        delete_draft(tx, &scheduled.program, &scheduled.by).await?;
        tx.emit(told(&scheduled)).await?;
        Ok(Published::Scheduled { id: scheduled.id, due })
    }
}

/// Refuses a draft in which something stands that cannot be read, at the first such field.
fn readable(draft: &Draft) -> Result<()> {
    let Some((path, text)) = draft.typed.iter().next() else { return Ok(()) };
    let why = format!("“{text}” cannot be read here. Write it as the example beside the field shows, then publish.");
    Err(Rejection::invalid(path.clone(), why).into())
}

/// The day it is where the program takes place.
pub(super) fn today_in(program: &Program, now: Timestamp) -> Day {
    let zone = match program.kind.value(&program.settings, &Path::field("zone")) {
        Value::Text(zone) => Zone::parse(&zone).ok(),
        Value::Nothing | Value::Flag(_) | Value::Number(_) | Value::Several(_) => None,
    };
    let zone = zone.unwrap_or_else(Zone::utc);
    Clocks { now, ahead: &ahead }.today(&zone)
}
