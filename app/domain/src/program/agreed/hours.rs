//! How much of their time people agreed to: how long a meeting takes, and how often there is one.

use super::{Agreed, Broken, Reached, is_cadence, number};
use crate::program::crowd::Group;
use crate::program::{Cadence, Path, Promise, Value};
use std::collections::BTreeMap;

impl Agreed<'_> {
    /// Neither may rise, also not from what may reach people by then; unless both change at once, and take no more
    /// together.
    pub(super) fn hold_hours<'w>(
        &self,
        reached: &Reached<'w>,
        group: &Group,
        found: &mut BTreeMap<(Promise, &'w Path), Broken>,
    ) {
        let of = if is_cadence(reached.path) { how_often } else { number };
        let least = reached.all().map(of).min().flatten();
        if of(&reached.gets) > least && !self.takes_no_more(reached, group) {
            self.add((Promise::Hours, reached.path), least.unwrap_or_default(), group, found);
        }
    }

    /// True when the same change writes the length of meetings and how often they are, both at once, and what they take
    /// in four weeks does not rise.
    fn takes_no_more(&self, reached: &Reached, group: &Group) -> bool {
        let (minutes, cadence) = (Path::field("minutes"), Path::field("cadence"));
        let Some(other) = [(&minutes, &cadence), (&cadence, &minutes)]
            .into_iter()
            .find_map(|(path, other)| (path == reached.path).then_some(other))
        else {
            return false;
        };
        let write = self.shift.version().writes.iter().find(|write| write.path == *other);
        let Some(other) = write.and_then(|write| self.reached(write, group)) else { return false };
        let taken = |one: &Value, other: &Value| {
            let (minutes, cadence) = if is_cadence(reached.path) { (other, one) } else { (one, other) };
            Some(number(minutes)?.saturating_mul(how_often(cadence)?))
        };
        let before_and_after = taken(&reached.has, &other.has).zip(taken(&reached.gets, &other.gets));
        reached.at_once && other.at_once && before_and_after.is_some_and(|(before, after)| after <= before)
    }
}

/// How often people meet; `None` when they choose.
fn how_often(value: &Value) -> Option<i64> {
    let Value::Text(rule) = value else { return None };
    Cadence::parse("cadence", rule).ok().map(Cadence::how_often)
}
