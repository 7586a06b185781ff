//! What can be done with a plan, and what came of it; it outlives what changes the page around it.

use super::api::{ChooseStep, DrawPlan, KeepPair, RedrawPlan, StartSteps, StopDrawing};
use crate::AppError;
use crate::ui::toast_when_done;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The six things to do, and which steps are not to start.
#[derive(Clone, Copy)]
pub(super) struct PlanActions {
    pub draw: ServerAction<DrawPlan>,
    pub redraw: ServerAction<RedrawPlan>,
    pub choose: ServerAction<ChooseStep>,
    pub keep: ServerAction<KeepPair>,
    pub start: ServerAction<StartSteps>,
    pub stop: ServerAction<StopDrawing>,
    /// The keys of the steps whose tick was taken away.
    pub unticked: RwSignal<BTreeSet<String>>,
}

impl PlanActions {
    pub fn new() -> Self {
        let actions = Self {
            draw: ServerAction::new(),
            redraw: ServerAction::new(),
            choose: ServerAction::new(),
            keep: ServerAction::new(),
            start: ServerAction::new(),
            stop: ServerAction::new(),
            unticked: RwSignal::new(BTreeSet::new()),
        };
        toast_when_done(actions.draw, "The plan is drawn up.");
        toast_when_done(actions.redraw, "Drawn up anew.");
        toast_when_done(actions.choose, "Drawn up anew with your choice.");
        toast_when_done(actions.keep, "Drawn up anew around this pair.");
        toast_when_done(actions.start, "Started. Each learner is asked first, then the teacher.");
        actions
    }

    /// Remembers whether the step named `key` is to start.
    pub fn tick(self, key: &str, is_on: bool) {
        self.unticked.update(|unticked| {
            if is_on {
                unticked.remove(key);
            } else {
                unticked.insert(key.to_owned());
            }
        });
    }

    /// Grows whenever one of them has come back.
    pub fn versions(self) -> usize {
        let versions = [
            self.draw.version(),
            self.redraw.version(),
            self.choose.version(),
            self.keep.version(),
            self.start.version(),
        ];
        versions.into_iter().map(|version| version.get()).sum()
    }

    /// True while the engine is at work for one of them.
    pub fn is_drawing(self) -> bool {
        [self.draw.pending(), self.redraw.pending(), self.choose.pending(), self.keep.pending()]
            .into_iter()
            .any(|pending| pending.get())
    }

    /// What was refused last, for the line above the plan.
    pub fn refused(self) -> Option<String> {
        let refusals = [
            self.draw.value().get(),
            self.redraw.value().get(),
            self.choose.value().get(),
            self.keep.value().get(),
            self.start.value().get(),
        ];
        refusals.into_iter().flatten().filter_map(Result::err).next().map(|error: AppError| error.to_string())
    }
}
