//! What would break, and what to do instead, in words.

use super::{Agreed, Broken, is_cadence};
use crate::clocks::Day;
use crate::id::ItemId;
use crate::program::{FieldSpec, List, Path, Promise, Value};

impl Agreed<'_> {
    pub(super) fn message(&self, promise: Promise, path: &Path, broken: &Broken) -> String {
        let (one, many) = self.history.program.kind.description().unit;
        let n = broken.people.len();
        let who = format!("{n} {}", if n == 1 { one } else { many });
        let label = |field: Option<&FieldSpec>| field.map_or_else(|| path.to_string(), |field| field.label.to_owned());
        let label = label(self.history.program.kind.field(path));
        let is_widening = self.shift.was.is_some();
        match (promise, path) {
            (Promise::EarnedStays, Path::Alive(_, stage)) => {
                let title = self.history.program.settings.text(&Path::item(List::Stages, stage, "title"));
                let title = if title.is_empty() { self.title_before(stage) } else { title.to_owned() };
                let are = if n == 1 { "is" } else { "are" };
                if is_widening {
                    return format!("{who} whom it would reach {are} in “{title}”. Widen it once they finish it.");
                }
                format!(
                    "{who} {are} in “{title}”. Let it reach people at their next stage, so that they finish it first."
                )
            }
            (Promise::Hours, path) if is_cadence(path) => {
                format!("They would meet more often than {who} agreed to. Let it count for new joiners only.")
            }
            (Promise::Hours, _) => {
                let agreed = broken.nearest;
                format!("“{label}” would rise for {who}, who agreed to {agreed}. Let it count for new joiners only.")
            }
            (Promise::Notice, Path::Item(List::Steps, step, _)) => {
                let title = self.history.program.settings.text(&Path::item(List::Steps, step, "title"));
                let notice = self.notice();
                format!(
                    "“{title}” would be due with less than {notice} days’ notice for {who}. Leave it in its stage, or let it reach people at their next stage."
                )
            }
            (Promise::Notice, Path::Item(_, stage, _)) => {
                let title = self.history.program.settings.text(&Path::item(List::Stages, stage, "title"));
                let (days, notice) = (broken.nearest, self.notice());
                format!(
                    "“{title}” would be due earlier for {who}, with less than {notice} days’ notice. Give it {days} days or more, or let it reach people at their next stage."
                )
            }
            (Promise::Notice, _) if broken.is_by_chance => {
                format!(
                    "“{label}” would move earlier for {who} at a moment when they may have no notice. Let it reach everyone now, in time, or new joiners only."
                )
            }
            _ => {
                let (day, notice) = (Day(broken.nearest).in_full(), self.notice());
                format!(
                    "“{label}” would move earlier for {who}, with less than {notice} days’ notice. The earliest day is {day}; or let it count for new joiners only."
                )
            }
        }
    }

    /// What a stage was called when somebody last named it.
    fn title_before(&self, stage: &ItemId) -> String {
        let path = Path::item(List::Stages, stage, "title");
        let writes = self.shift.versions.iter().rev().flat_map(|version| &version.writes);
        let mut titles = writes.filter(|write| write.path == path).filter_map(|write| match &write.value {
            Value::Text(title) => Some(title.clone()),
            Value::Nothing | Value::Flag(_) | Value::Number(_) | Value::Several(_) => None,
        });
        titles.next().unwrap_or_else(|| stage.to_string())
    }
}
