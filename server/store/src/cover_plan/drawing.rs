//! Drawings that are on: how far each has come, and whether it should stop.

use crate::Store;
use crate::error::Result;
use domain::actor::{Actor, Role};
use domain::cover_plan::{Go, Progress};
use domain::cover_plans::{Drawing, Stop};
use domain::id::PersonId;
use domain::rejection::Rejection;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// One drawing.
#[derive(Debug, Default)]
pub(super) struct Run {
    stop: AtomicBool,
    leave: AtomicBool,
    come: Mutex<Drawing>,
}

impl Run {
    /// Notes how far it has come; says whether to go on.
    pub(super) fn tell(&self, progress: &Progress) -> Go {
        *self.come.lock().unwrap_or_else(PoisonError::into_inner) =
            Drawing { empty: progress.empty, gap_per_mille: gap_per_mille(progress) };
        if self.stop.load(Ordering::Relaxed) { Go::Stop } else { Go::On }
    }

    /// True when nothing of it is wanted any more.
    pub(super) fn is_left(&self) -> bool {
        self.leave.load(Ordering::Relaxed)
    }
}

/// What could be saved at most, in parts of 1,000, rounded up.
fn gap_per_mille(progress: &Progress) -> Option<u32> {
    let open = i128::from(progress.cost) - i128::from(progress.bound);
    let parts = (open * 1_000 + i128::from(progress.cost) - 1).checked_div(i128::from(progress.cost))?;
    u32::try_from(parts).ok()
}

/// The drawings of this process, by who asked; `None` is the console.
#[derive(Debug, Default)]
pub(crate) struct Drawings(Mutex<BTreeMap<Option<PersonId>, Arc<Run>>>);

/// Takes the drawing out of the list when it is over, whatever became of it.
pub(super) struct Turn<'a> {
    drawings: &'a Drawings,
    of: Option<PersonId>,
    pub(super) run: Arc<Run>,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        // Nobody reads on: the search stops at its next word.
        self.run.stop.store(true, Ordering::Relaxed);
        self.drawings.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.of);
    }
}

impl Drawings {
    /// Begins one for `actor`; refused while another of theirs is on.
    pub(super) fn begin(&self, actor: &Actor) -> Result<Turn<'_>, Rejection> {
        let of = actor.person().cloned();
        let mut on = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if on.contains_key(&of) {
            return Err(Rejection::Conflict("A plan of yours is being drawn up. Wait for it, or stop it.".into()));
        }
        let run = Arc::new(Run::default());
        on.insert(of.clone(), Arc::clone(&run));
        Ok(Turn { drawings: self, of, run })
    }

    fn of(&self, actor: &Actor) -> Option<Arc<Run>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&actor.person().cloned()).cloned()
    }
}

impl Store {
    /// How far the actor's drawing has come; `None` when none is on here.
    pub fn drawing(&self, actor: &Actor) -> Result<Option<Drawing>> {
        actor.at_least(Role::ProgramAdmin)?;
        Ok(self.drawings().of(actor).map(|run| *run.come.lock().unwrap_or_else(PoisonError::into_inner)))
    }

    /// Stops the actor's drawing, which then takes the best plan so far, or leaves everything as it was. Nothing happens
    /// when none is on here.
    pub fn stop_drawing(&self, actor: &Actor, how: Stop) -> Result<()> {
        actor.at_least(Role::ProgramAdmin)?;
        if let Some(run) = self.drawings().of(actor) {
            match how {
                Stop::TakeBest => {}
                Stop::Leave => run.leave.store(true, Ordering::Relaxed),
            }
            run.stop.store(true, Ordering::Relaxed);
        }
        Ok(())
    }
}
