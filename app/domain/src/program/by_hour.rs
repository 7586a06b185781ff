//! Steps that tick themselves: once an hour of a program counts, whoever came to it or held it is through with the step
//! that asks for that.

use super::outline::Outline;
use super::{History, List, Path, Settings, Standing, Who};
use crate::id::ItemId;
use crate::time::Timestamp;

/// What somebody was at an hour of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByHour {
    /// They came to it.
    Came,
    /// They held it.
    Held,
}

impl ByHour {
    /// The field of a step that says what ticks it.
    pub const KEY: &'static str = "done_when";

    /// True for a step of `settings` that this ticks.
    fn ticks(self, settings: &Settings, step: &ItemId) -> bool {
        match settings.text(&Path::item(List::Steps, step, Self::KEY)) {
            "came" => self == Self::Came,
            "held" => self == Self::Held,
            "met" => true,
            _ => false,
        }
    }
}

/// The step that an hour ticks for `who`: the first open one, in the stages that they have entered, that asks for it.
/// One hour ticks one step at most; none for whoever is not inside.
pub fn ticked_by_hour(history: &History, who: &Who, was: ByHour, now: Timestamp) -> Option<ItemId> {
    let participant = who.participant;
    if participant.standing != Standing::Inside {
        return None;
    }
    let outline = Outline::of(history.settings_for(who, now));
    let asks = |step: &ItemId| was.ticks(&outline.settings, step) && !participant.has_done(step);
    let open = outline.steps.iter().filter(|step| participant.has_entered(&step.stage));
    open.map(|step| &step.id).find(|step| asks(step)).cloned()
}
