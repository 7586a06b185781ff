//! What time does: a request that nobody answers goes on, and so does one whose mentor cannot take anybody any more.

use super::rows::{mentor, put_mentor, put_seeking, seeking, tell_seeking};
use crate::error::{Error, Result};
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::id::{PersonId, ProgramId};
use domain::mentoring::{Asked, Because, Ending, Roll, Rules, Seeking};
use domain::org::Org;
use domain::program::Phase;
use domain::time::Timestamp;
use serde_json::json;

impl Store {
    /// Lets every request go on whose mentor did not answer in time, has no place any more, is paused or gone; whoever let
    /// two pass in silence is paused. Says how many went on. Programs that are paused or over stand still. For the server's
    /// own clock; refused for people below organisation admin.
    pub async fn look_after_mentoring(&self, actor: &Actor) -> Result<usize> {
        actor.at_least(Role::OrgAdmin)?;
        let now = self.clock().now();
        let due: Vec<(ProgramId, PersonId)> = self.read(actor, |org| Ok(all_due(org, now)))?;
        let (mut moved, mut failed) = (0, Ok(()));
        for (program, learner) in &due {
            match self.look_at(program, learner).await {
                Ok(n) => moved += n,
                // The others do not wait for this one.
                Err(error) => failed = Err(error),
            }
        }
        self.tell_of_late(actor, now).await?;
        failed.map(|()| moved)
    }

    /// Those who look after a program are told of everybody in it who has looked longer than it promises.
    async fn tell_of_late(&self, actor: &Actor, now: Timestamp) -> Result<()> {
        let late: Vec<(ProgramId, PersonId)> = self.read(actor, |org| Ok(all_late(org, now)))?;
        for (program, learner) in &late {
            self.change(actor, |tx| async move {
                let (before, search) = match self.open_search(&tx, program, learner).await {
                    // They left, or have a mentor, since memory was read.
                    Err(Error::Rejected(_)) => return Ok(()),
                    found => found?,
                };
                let stopped = before.as_ref().and_then(|before| before.closed.as_ref());
                if stopped.is_some_and(|closed| closed.how == Ending::Stopped && closed.at >= search.since) {
                    // They look no more since memory was read.
                    return Ok(());
                }
                let Some(after) = search.told_late(tx.now()) else { return Ok(()) };
                put_seeking(&tx, &after).await?;
                tell_seeking(&tx, before.as_ref(), &after, None).await
            })
            .await?;
        }
        Ok(())
    }

    /// Looks at one request; how many went on.
    pub(super) async fn look_at(&self, program: &ProgramId, learner: &PersonId) -> Result<usize> {
        let setting = self.setting(program)?;
        if !setting.phase.takes_people() {
            return Ok(0);
        }
        let rules = &setting.rules;
        self.change(&Actor::Console, |tx| async move {
            let Some(before) = seeking(&tx, program, learner).await? else { return Ok(0) };
            let Some(asked) = before.asked.clone() else { return Ok(0) };
            let because = self.read(&Actor::Console, |org| {
                let roll = Roll::of(org, program);
                Ok(why_on((org, &roll), rules, &before, &asked, tx.now()))
            })?;
            let Some(because) = because else { return Ok(0) };
            if because == Because::Silent {
                stay_silent(&tx, program, &asked).await?;
            }
            self.pass_on(&tx, rules, &before, because, None).await?;
            Ok(1)
        })
        .await
    }
}

/// Whoever is asked has longer to answer by the time since `from`, in which the program stood still.
pub(crate) async fn put_off(tx: &Tx, program: &ProgramId, from: Timestamp) -> Result<()> {
    let query = "SELECT * OMIT id FROM seeking WHERE program = $program AND asked != NONE";
    let asking: Vec<Seeking> = tx.rows(query, json!({ "program": program })).await?;
    for before in asking {
        let Some(after) = before.clone().put_off(from, tx.now()) else { continue };
        put_seeking(tx, &after).await?;
        tell_seeking(tx, Some(&before), &after, None).await?;
    }
    Ok(())
}

/// The mentor let a request pass.
async fn stay_silent(tx: &Tx, program: &ProgramId, asked: &Asked) -> Result<()> {
    let row = mentor(tx, program, &asked.mentor).await?.stayed_silent(tx.now());
    put_mentor(tx, &row).await
}

/// Everybody who has looked longer than their program promises, and of whom nobody was told yet.
fn all_late(org: &Org, now: Timestamp) -> Vec<(ProgramId, PersonId)> {
    let running = org.programs().filter(|program| program.phase == Phase::Running);
    let mut late = Vec::new();
    for (program, rules) in running.filter_map(|program| Some((&program.id, Rules::of(program)?))) {
        let is_told = |person: &PersonId| {
            let open = org.seeking(program, person).filter(|seeking| seeking.closed.is_none());
            open.is_some_and(|seeking| seeking.overdue.is_some())
        };
        let all = Roll::of(org, program).late(&rules, now).into_iter().filter(|seeker| !is_told(&seeker.person));
        late.extend(all.map(|seeker| (program.clone(), seeker.person)));
    }
    late
}

/// Every request that is to go on.
fn all_due(org: &Org, now: Timestamp) -> Vec<(ProgramId, PersonId)> {
    let programs = org.programs().filter(|program| program.phase.takes_people());
    let mut due = Vec::new();
    for (program, rules) in programs.filter_map(|program| Some((&program.id, Rules::of(program)?))) {
        let roll = Roll::of(org, program);
        let goes_on = |seeking: &&Seeking| {
            let asked = seeking.asked.as_ref();
            asked.is_some_and(|asked| why_on((org, &roll), &rules, seeking, asked, now).is_some())
        };
        let all = org.seekings_in(program).filter(goes_on);
        due.extend(all.map(|seeking| (program.clone(), seeking.person.clone())));
    }
    due
}

/// Why a request cannot wait for its mentor any longer; `None` while it can.
fn why_on(
    (org, roll): (&Org, &Roll),
    rules: &Rules,
    seeking: &Seeking,
    asked: &Asked,
    now: Timestamp,
) -> Option<Because> {
    if !roll.is_mentor(&asked.mentor) {
        Some(Because::Left)
    } else if !roll.is_learner(&seeking.person) {
        // Nobody waits for somebody who left.
        Some(Because::TakenBack)
    } else if now >= asked.until {
        Some(Because::Silent)
    } else if org.mentor(&seeking.program, &asked.mentor).is_some_and(|mentor| mentor.paused.is_some()) {
        Some(Because::Paused)
    } else if roll.taken(rules, &asked.mentor).free() == 0 {
        Some(Because::Full)
    } else {
        None
    }
}
