//! By when what people have to do is due, where the stage that they are in says it.

use super::{Agreed, Broken, Reached, is_earlier, number};
use crate::id::ItemId;
use crate::program::crowd::Group;
use crate::program::{List, Path, Promise, Value};
use std::collections::BTreeMap;

impl Agreed<'_> {
    /// The stage that somebody is in is due so many days after they entered it.
    pub(super) fn hold_stage<'w>(
        &self,
        reached: &Reached<'w>,
        (group, stage): (&Group, &ItemId),
        found: &mut BTreeMap<(Promise, &'w Path), Broken>,
    ) {
        if !is_earlier(&reached.gets, &reached.has) {
            return;
        }
        for who in self.inside(group, Some(stage)) {
            let (Some(entered), Some(gets)) = (who.participant.entered.last(), number(&reached.gets)) else { continue };
            let due_on = |days| self.history.program.running(self.now).due_on(entered.at, days);
            let earliest = self.earliest();
            let earliest = number(&reached.has).map_or(earliest, |had| due_on(had).min(earliest));
            let due = due_on(gets);
            if due < earliest {
                let least = gets + earliest.0 - due.0;
                let broken = found.entry((Promise::Notice, reached.path)).or_default();
                broken.people.push(who.participant.person.clone());
                broken.nearest = broken.nearest.max(least);
            }
        }
    }

    /// A step that moves into the stage that somebody is in is due with that. A new step is no step that is due earlier.
    pub(super) fn hold_step<'w>(
        &self,
        reached: &Reached<'w>,
        (group, step): (&Group, &ItemId),
        found: &mut BTreeMap<(Promise, &'w Path), Broken>,
    ) {
        let Value::Text(stage) = &reached.gets else { return };
        let Ok(stage) = ItemId::parse(stage) else { return };
        let is_there = self.shift.had(&group.before, &Path::Alive(List::Steps, step.clone()));
        if reached.has == reached.gets || is_there.is_none_or(|(_, value)| *value != Value::Flag(true)) {
            return;
        }
        let days = self.shift.had(&group.after, &Path::item(List::Stages, &stage, "days"));
        let Some(days) = days.and_then(|(_, days)| number(days)) else { return };
        for who in self.inside(group, Some(&stage)).filter(|who| !who.participant.has_done(step)) {
            let running = self.history.program.running(self.now);
            let due = who.participant.entered.last().map(|entered| running.due_on(entered.at, days));
            if due.is_some_and(|due| due < self.earliest()) {
                let broken = found.entry((Promise::Notice, reached.path)).or_default();
                broken.people.push(who.participant.person.clone());
            }
        }
    }
}
