//! Reminders: a step that is still open so many days into its stage. They follow from what somebody has done and has
//! before them; nothing is stored, so one is gone when its step is ticked.

use super::{History, List, Path, Standing, Who, steps_of};
use crate::id::ItemId;
use crate::time::Timestamp;

/// A step of which somebody is reminded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Which.
    pub step: ItemId,
    /// What it is called.
    pub title: String,
    /// So many days into the stage.
    pub days: i64,
    /// Since when they are reminded: once for each step.
    pub at: Timestamp,
}

/// The open steps of the stage that `who` is in of which they are to be reminded by now, in order. None for those who are
/// not inside, and while the program does not go on: days on which it stands still do not count.
pub fn reminders(history: &History, who: &Who, now: Timestamp) -> Vec<Reminder> {
    let running = history.program.running(now);
    let (participant, Some(entered)) = (who.participant, who.participant.entered.last()) else { return Vec::new() };
    if !running.goes_on() || participant.standing != Standing::Inside {
        return Vec::new();
    }
    let settings = history.settings_for(who, now);
    let reminder = |step: ItemId| {
        let days = settings.number(&Path::item(List::Steps, &step, "remind_after"))?;
        let at = running.after(entered.at, days).max(asked_since(history, who, &step, now));
        let title = settings.text(&Path::item(List::Steps, &step, "title")).to_owned();
        (at <= now).then_some(Reminder { step, title, days, at })
    };
    let open = steps_of(&settings, &entered.stage).into_iter().filter(|step| !participant.has_done(step));
    open.filter_map(reminder).collect()
}

/// Since when a step is asked of `who` as it is: whom it reaches later than its day is reminded then.
fn asked_since(history: &History, who: &Who, step: &ItemId, now: Timestamp) -> Timestamp {
    let is_asked_by = |path: &Path| match path {
        Path::Alive(List::Steps, item) => item == step,
        Path::Item(List::Steps, item, key) => item == step && matches!(key.as_str(), "stage" | "remind_after"),
        Path::Field(_) | Path::Order(_) | Path::Alive(..) | Path::Item(..) => false,
    };
    let asking = history.versions.iter().filter(|version| version.writes.iter().any(|write| is_asked_by(&write.path)));
    let reached = asking.filter_map(|version| history.reached(who, version.n, now).into_iter().max());
    reached.max().unwrap_or(history.program.created_at)
}
