//! Changes that wait for their day. Applying one is an ordinary save with its author's rights of that day. Its own row
//! guards that: of two processes that apply it one finds it applied.

use super::access::may_edit;
use super::publish::today_in;
use super::rows::{ScheduledRow, Standing, draft, scheduled, write_draft, write_scheduled};
use super::save::{Save, Saved};
use crate::account::still_here;
use crate::error::{Error, Result};
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::clocks::Day;
use domain::event::{Awaited, Happening};
use domain::id::{ProgramId, ScheduleId};
use domain::program::{Author, Draft, Outcome, Scheduled};
use domain::rejection::Rejection;
use serde_json::json;

const CALLED_OFF: &str = "This change is not waiting any more: it is live, was refused, or somebody called it off.";
const NO_ADMIN: &str = "Its author is not a program admin any more.";
const OVERTAKEN: &str = "Others have changed the same settings meanwhile: each of them can be settled.";
const GIVEN_BACK: &str = "What it changes is back in its author’s draft.";

/// What became of one that was due.
enum Applied {
    /// Another process was faster, or somebody called it off.
    No,
    /// It was applied, or refused and told of; more people may wait for seats.
    Yes { more: bool },
}

impl Store {
    /// Calls a scheduled change off; what it changes is its author's draft again. Refuses all but program admins; stale
    /// when it waits no more.
    pub async fn cancel_schedule(&self, actor: &Actor, id: &ScheduleId) -> Result<()> {
        may_edit(actor)?;
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let waiting = scheduled(&tx, id).await?;
            if !waiting.waits() {
                return Err(Rejection::Stale(CALLED_OFF.to_owned()).into());
            }
            let standing = Standing::read(self, &tx, &waiting.program).await?;
            give_back(&tx, &standing, &waiting).await?;
            let outcome = Outcome::Cancelled { by: me.clone(), at: tx.now() };
            finish(&tx, &Scheduled { outcome, ..waiting }).await
        })
        .await
    }

    /// Applies every scheduled change whose day has come in its program's zone, and says how many those were. What cannot
    /// be applied says why, and the admins are told. For the server's own clock; refused for people below organisation
    /// admin.
    pub async fn apply_due_schedules(&self, actor: &Actor) -> Result<usize> {
        actor.at_least(Role::OrgAdmin)?;
        let query = "SELECT scheduled FROM program_schedule WHERE is_waiting = true ORDER BY due";
        let waiting: Vec<ScheduledRow> = self.rows(query, json!({})).await?;
        let now = self.clock().now();
        let mut done = 0;
        for row in waiting {
            let scheduled = row.scheduled()?;
            let is_due = self.read(actor, |org| {
                Ok(org.program(&scheduled.program).is_some_and(|program| today_in(program, now) >= scheduled.due))
            })?;
            if is_due && self.apply_schedule(&scheduled).await? {
                done += 1;
            }
        }
        Ok(done)
    }

    /// True when it was applied or refused here and now.
    async fn apply_schedule(&self, due: &Scheduled) -> Result<bool> {
        let turn = self.turn(&Actor::Console, &due.program).await?;
        let applied = self.change(&Actor::Console, |tx| async move { self.try_to_apply(&tx, &due.id).await }).await?;
        drop(turn);
        match applied {
            Applied::No => Ok(false),
            Applied::Yes { more } => {
                if more {
                    self.seat_the_rest(&due.program).await?;
                }
                Ok(true)
            }
        }
    }

    async fn try_to_apply(&self, tx: &Tx, id: &ScheduleId) -> Result<Applied> {
        let due = scheduled(tx, id).await?;
        if !due.waits() {
            return Ok(Applied::No);
        }
        let standing = Standing::read(self, tx, &due.program).await?;
        let author = still_here(tx, &due.by).await?;
        if author.is_none_or(|author| author.role < Role::ProgramAdmin) {
            return refuse(tx, &standing, due, NO_ADMIN.to_owned()).await;
        }
        let author = &Author { by: Some(due.by.clone()), at: tx.now() };
        let save = Save { proposal: &due.proposal, publish: &due.publish, author, seen: None, schedule: Some(&due.id) };
        match self.save(tx, &standing, save).await {
            Ok(Saved::Live { n, more }) => {
                finish(tx, &Scheduled { outcome: Outcome::Applied { n, at: tx.now() }, ..due }).await?;
                Ok(Applied::Yes { more })
            }
            Ok(Saved::Conflicts) => refuse(tx, &standing, due, OVERTAKEN.to_owned()).await,
            // A save refuses before it writes.
            Err(Error::Rejected(why)) => refuse(tx, &standing, due, why.to_string()).await,
            Err(broken) => Err(broken),
        }
    }

    /// The changes that were refused when their day came, from the day `since` on.
    pub(crate) async fn refused_schedules(&self, since: Day) -> Result<Vec<Scheduled>> {
        let query = "SELECT scheduled FROM program_schedule WHERE is_waiting = false AND due >= $since";
        let rows: Vec<ScheduledRow> = self.rows(query, json!({ "since": since })).await?;
        let all: Vec<Scheduled> = rows.iter().map(ScheduledRow::scheduled).collect::<Result<_>>()?;
        Ok(all.into_iter().filter(|one| matches!(one.outcome, Outcome::Refused { .. })).collect())
    }

    /// The scheduled changes of a program, those that wait first, then the newest.
    pub(crate) async fn schedules_of(&self, program: &ProgramId) -> Result<Vec<Scheduled>> {
        let query = "SELECT scheduled, due, is_waiting FROM program_schedule WHERE program = $program";
        let rows: Vec<ScheduledRow> = self.rows(query, json!({ "program": program })).await?;
        let mut schedules: Vec<Scheduled> = rows.iter().map(ScheduledRow::scheduled).collect::<Result<_>>()?;
        schedules.sort_by_key(|scheduled| (!scheduled.waits(), -scheduled.at.0));
        Ok(schedules)
    }
}

/// It is not applied; what it changes is its author's draft again.
async fn refuse(tx: &Tx, standing: &Standing, due: Scheduled, why: String) -> Result<Applied> {
    give_back(tx, standing, &due).await?;
    let why = format!("{why} {GIVEN_BACK}");
    finish(tx, &Scheduled { outcome: Outcome::Refused { why, at: tx.now() }, ..due }).await?;
    Ok(Applied::Yes { more: false })
}

/// Notes what became of it, and tells the admins.
async fn finish(tx: &Tx, scheduled: &Scheduled) -> Result<()> {
    write_scheduled(tx, scheduled).await?;
    tx.emit(told(scheduled)).await
}

/// What the log tells of it.
pub(super) fn told(scheduled: &Scheduled) -> Happening {
    Happening::ProgramScheduled { program: scheduled.program.clone(), how: Some(Awaited::from(&scheduled.outcome)) }
}

/// What a scheduled change holds is its author's draft again, beside what they have begun since: where both say something,
/// what they wrote later stands.
async fn give_back(tx: &Tx, standing: &Standing, due: &Scheduled) -> Result<()> {
    let history = standing.history();
    let again = Draft {
        program: due.program.clone(),
        person: due.by.clone(),
        base: due.proposal.base,
        writes: due.proposal.writes.clone(),
        typed: std::collections::BTreeMap::new(),
        unsettled: Vec::new(),
        at: tx.now(),
    };
    let kept = match draft(tx, &due.program, &due.by).await? {
        Some(begun) => begun.with(&history, again)?,
        None => again.rebased(&history)?,
    };
    write_draft(tx, &Draft { at: tx.now(), ..kept }).await
}
