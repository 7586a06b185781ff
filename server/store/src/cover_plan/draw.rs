//! Asking the engine: what the organisation and the wishes come to, solved off the request threads, in words.

use crate::Store;
use crate::error::{self, Result};
use crate::reader::ahead;
use domain::actor::Actor;
use domain::clocks::Clocks;
use domain::cover_plan::{self, Fault, Held, Limits, Plan};
use domain::cover_plans::{CoverPlan, drawn, excerpt, question, refused, wishes};
use domain::rejection::Rejection;
use std::sync::Arc;

/// What came of a drawing.
pub(super) enum Answer {
    /// The plan as the engine draws it up now.
    Drawn(Box<CoverPlan>),
    /// What is asked for contradicts itself.
    Clash(Vec<Fault>),
}

impl Store {
    /// `plan` as the engine draws it up now. Refuses what contradicts itself.
    pub(super) async fn drawn_or_refused(&self, actor: &Actor, plan: &CoverPlan) -> Result<CoverPlan> {
        match self.drawn(actor, plan).await? {
            Answer::Drawn(drawn) => Ok(*drawn),
            Answer::Clash(faults) => self.read(actor, |org| Err(refused(org, &faults))),
        }
    }

    /// What the engine makes of `plan` now. Refuses when it was stopped and everything is to stay as it was.
    pub(super) async fn drawn(&self, actor: &Actor, plan: &CoverPlan) -> Result<Answer> {
        let turn = self.drawings().begin(actor)?;
        let now = self.clock().now();
        // Only copying it keeps others from writing.
        let org = self.read(actor, |org| Ok(excerpt(org, plan)))?;
        let (run, asked) = (Arc::clone(&turn.run), plan.clone());
        let solved = tokio::task::spawn_blocking(move || {
            let clocks = Clocks { now, ahead: &ahead };
            let instance = question(&org, &asked, &wishes(&org, &asked, now), &clocks);
            let found = cover_plan::solve(&instance, &Limits::default(), &mut |progress| run.tell(progress))?;
            let held = cover_plan::reasons(&instance, &found);
            Ok::<(Plan, Vec<Held>), Vec<Fault>>((found, held))
        });
        let solved = solved.await.map_err(|cause| error::Fault::new("drawing a plan", &cause))?;
        if turn.run.is_left() {
            return Err(Rejection::Conflict("Stopped. Everything is as it was.".to_owned()).into());
        }
        match solved {
            Ok((found, held)) => {
                self.read(actor, |org| Ok(Answer::Drawn(Box::new(drawn(org, plan.clone(), (&found, &held), now)))))
            }
            Err(faults) => Ok(Answer::Clash(faults)),
        }
    }
}
