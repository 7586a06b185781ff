//! What an hour together does for those who take part in the program that it belongs to.

use super::rows::{Standing, participant};
use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::id::{PersonId, ProgramId};
use domain::program::{ByHour, Phase, Right, step_finished, ticked_by_hour};
use tokio::sync::OwnedMutexGuard;

impl Store {
    /// The turn of the program that an hour belongs to, to be held while it comes to count; `None` for an hour of none.
    pub(crate) async fn turn_for_hour(&self, program: Option<&ProgramId>) -> Result<Option<OwnedMutexGuard<()>>> {
        match program {
            Some(program) => self.turn(&Actor::Console, program).await.map(Some),
            None => Ok(None),
        }
    }

    /// Ticks for each of `people`, who are inside a program that goes on, the step that this hour is enough for. Seats
    /// that get free by it are given once the change is made.
    pub(crate) async fn tick_by_hour(&self, tx: &Tx, id: &ProgramId, people: &[(PersonId, ByHour)]) -> Result<()> {
        let standing = Standing::read(self, tx, id).await?;
        if standing.program.phase != Phase::Running {
            return Ok(());
        }
        for (person, was) in people {
            let Some(before) = participant(tx, id, person).await? else { continue };
            let step = self.read(&Actor::Console, |org| {
                Ok(ticked_by_hour(&standing.history(), &org.who(&before), *was, tx.now()))
            })?;
            let Some(step) = &step else { continue };
            let finished = |scene: &super::take_part::Scene| {
                step_finished(&scene.history, &scene.org.who(&before), step, scene.now)
            };
            self.step_in_program(tx, &standing, Right::Organiser, (person, finished)).await?;
        }
        Ok(())
    }
}
