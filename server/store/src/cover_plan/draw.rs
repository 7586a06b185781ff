//! Asking the engine: what the organisation and the wishes come to, solved off the request threads, in words.

use crate::Store;
use crate::error::{self, Result};
use domain::actor::Actor;
use domain::cover_plan::{self, Fault, Held, Limits, Plan};
use domain::cover_plans::{CoverPlan, drawn, question, refused, wishes};
use std::sync::Arc;

impl Store {
    /// `plan` as the engine draws it up now. Refuses what contradicts itself.
    pub(super) async fn drawn(&self, actor: &Actor, plan: &CoverPlan) -> Result<CoverPlan> {
        let turn = self.drawings().begin(actor)?;
        let now = self.clock().now();
        let instance =
            self.read_clocked(actor, |org, clocks| Ok(question(org, plan, &wishes(org, plan, now), clocks)))?;
        let run = Arc::clone(&turn.run);
        let solved = tokio::task::spawn_blocking(move || {
            let found = cover_plan::solve(&instance, &Limits::default(), &mut |progress| run.tell(progress))?;
            let held = cover_plan::reasons(&instance, &found);
            Ok::<(Plan, Vec<Held>), Vec<Fault>>((found, held))
        });
        let solved = solved.await.map_err(|cause| error::Fault::new("drawing a plan", &cause))?;
        self.read(actor, |org| match &solved {
            Ok((found, held)) => Ok(drawn(org, plan.clone(), (found, held), now)),
            Err(faults) => Err(refused(org, faults)),
        })
    }
}
