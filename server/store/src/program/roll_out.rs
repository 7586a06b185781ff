//! Letting a version out to more people, or no further.

use super::access::may_edit;
use super::rows::{Standing, hold_participants, seal, write_program};
use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::event::{Happening, LetOut};
use domain::id::ProgramId;
use domain::program::{Reach, RollOut, Version, breaches_of_widening};
use domain::rejection::{Noun, Rejection};
use serde_json::json;

const EVERYONE_HAS_IT: &str = "This version reaches everybody already.";

impl Store {
    /// Version `n` reaches `reach` from now on, and goes on if it was stopped. Refuses all but program admins, whatever
    /// would leave out somebody who has it, and what would break a promise for those whom it newly reaches.
    pub async fn widen_roll_out(&self, actor: &Actor, id: &ProgramId, n: u32, reach: &Reach) -> Result<()> {
        may_edit(actor)?;
        let _turn = self.turn(actor, id).await?;
        self.change(actor, |tx| async move {
            let standing = Standing::read(self, &tx, id).await?;
            let version = of_roll_out(&standing, n)?;
            hold_participants(&tx, id).await?;
            let breaches = self.with_people(&standing, |people| {
                Ok(breaches_of_widening(&standing.history(), people, n, reach, tx.now()))
            })?;
            if let Some(breach) = breaches.into_iter().next() {
                return Err(Rejection::invalid(breach.path, breach.message).into());
            }
            let widened = version.1.clone().widened(reach.clone(), tx.now())?;
            write(&tx, &standing, (version.0, widened), LetOut::Further { reach: reach.clone() }).await
        })
        .await
    }

    /// Version `n` stays with those who have it and reaches nobody else who is inside, until it is widened. Refuses all
    /// but program admins.
    pub async fn stop_roll_out(&self, actor: &Actor, id: &ProgramId, n: u32) -> Result<()> {
        may_edit(actor)?;
        let _turn = self.turn(actor, id).await?;
        self.change(actor, |tx| async move {
            let standing = Standing::read(self, &tx, id).await?;
            let (version, roll_out) = of_roll_out(&standing, n)?;
            write(&tx, &standing, (version, roll_out.clone().stopped(tx.now())), LetOut::Stopped).await
        })
        .await
    }
}

/// The version and how far it is let out; not found when there is none, stale when it reaches all.
fn of_roll_out(standing: &Standing, n: u32) -> Result<(&Version, &RollOut)> {
    let version = standing.versions.iter().find(|version| version.n == n);
    let version = version.ok_or(Rejection::NotFound(Noun::Version))?;
    match &version.roll_out {
        Some(roll_out) => Ok((version, roll_out)),
        None => Err(Rejection::Stale(EVERYONE_HAS_IT.to_owned()).into()),
    }
}

/// Notes how far a version is let out, and touches the record at which savers meet.
async fn write(tx: &Tx, standing: &Standing, (version, roll_out): (&Version, RollOut), to: LetOut) -> Result<()> {
    let after = Version { roll_out: Some(roll_out), ..version.clone() };
    let query = "UPDATE type::record('program_version', [$program, $n]) SET roll_out = $roll_out RETURN NONE";
    tx.run(query, json!({ "program": after.program, "n": after.n, "roll_out": after.roll_out })).await?;
    write_program(tx, &standing.program).await?;
    let digest = seal(&after)?;
    tx.emit(Happening::ProgramLetOut { program: after.program, n: after.n, to, digest }).await
}
