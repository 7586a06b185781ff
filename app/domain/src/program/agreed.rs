//! What people inside agreed to: their hours, their days, and the stage that they are in.

mod due;
mod hours;
mod message;

use super::admission::Admission;
use super::crowd::{Group, Shift};
use super::{Breach, FieldType, Guard, History, List, Path, Policy, Promise, Standing, Value, Who, Write};
use crate::clocks::Day;
use crate::id::{ItemId, PersonId};
use crate::time::Timestamp;
use std::collections::BTreeMap;

/// The least days of notice, whatever a program says.
const LEAST_NOTICE: i64 = 2;

/// How many days of notice a program gives that says nothing.
const USUAL_NOTICE: i64 = 7;

/// A change of who has what, held against what those inside agreed to.
pub(super) struct Agreed<'a> {
    pub history: &'a History<'a>,
    pub people: &'a [Who<'a>],
    pub shift: &'a Shift<'a>,
    pub now: Timestamp,
}

/// For whom a promise would break, and the value that would be the nearest to keep it.
#[derive(Default)]
struct Broken {
    people: Vec<PersonId>,
    nearest: i64,
    is_by_chance: bool,
}

/// What a write does to a group: what they have, what they may have by then, and whether it reaches them at once.
struct Reached<'a> {
    path: &'a Path,
    has: Value,
    may_have: Vec<Value>,
    gets: Value,
    at_once: bool,
    /// It reaches them once it is let out further, and is held against that day then.
    is_held_back: bool,
}

impl Agreed<'_> {
    pub(super) fn breaches(&self, groups: &[Group]) -> Vec<Breach> {
        let mut found: BTreeMap<(Promise, &Path), Broken> = BTreeMap::new();
        for write in self.shift.version().writes.iter().filter(|write| self.is_promised(&write.path)) {
            for group in groups {
                if let Some(reached) = self.reached(write, group) {
                    self.hold(&reached, group, &mut found);
                }
            }
        }
        let told = found.into_iter().filter(|(_, broken)| !broken.people.is_empty());
        told.map(|((promise, path), mut broken)| {
            broken.people.sort();
            let message = self.message(promise, path, &broken);
            Breach { promise, path: path.clone(), message, people: broken.people }
        })
        .collect()
    }

    fn is_promised(&self, path: &Path) -> bool {
        let field = self.history.program.kind.field(path);
        let is_guarded = field.is_some_and(|field| matches!(field.guard, Guard::Hours | Guard::Deadline));
        is_guarded
            || matches!(path, Path::Alive(List::Stages, _))
            || days_of(path).is_some()
            || stage_of(path).is_some()
    }

    /// What a write does to a group; `None` for one that never reaches them by this change.
    fn reached<'w>(&self, write: &'w Write, group: &Group) -> Option<Reached<'w>> {
        let at = self.shift.at;
        let (was, is) = (group.before[at], group.after[at]);
        if was.lets(write.policy) || is == Admission::All || write.policy == Policy::NewJoiners {
            return None;
        }
        let had = self.shift.had(&group.before, &write.path);
        // A newer version has the last word already.
        if had.is_some_and(|(last, _)| last > at) {
            return None;
        }
        let at_once = is.lets(write.policy);
        let pending = if at_once {
            Vec::new()
        } else {
            self.shift.pending(&group.before, &write.path, had.map_or(0, |(last, _)| last))
        };
        Some(Reached {
            path: &write.path,
            has: self.value(&write.path, had.map(|(_, value)| value)),
            may_have: pending.into_iter().map(|value| self.value(&write.path, Some(value))).collect(),
            gets: self.value(&write.path, Some(&write.value)),
            at_once,
            is_held_back: !at_once && write.policy == Policy::EveryoneNow,
        })
    }

    fn value(&self, path: &Path, written: Option<&Value>) -> Value {
        match written {
            Some(value) if *value != Value::Nothing => value.clone(),
            _ => self.history.program.kind.field(path).map_or(Value::Nothing, |field| (field.default)()),
        }
    }

    fn hold<'w>(&self, reached: &Reached<'w>, group: &Group, found: &mut BTreeMap<(Promise, &'w Path), Broken>) {
        if let Path::Alive(List::Stages, stage) = reached.path {
            if reached.at_once && reached.has == Value::Flag(true) && reached.gets != Value::Flag(true) {
                let broken = found.entry((Promise::EarnedStays, reached.path)).or_default();
                broken.people.extend(self.inside(group, Some(stage)).map(|who| who.participant.person.clone()));
            }
            return;
        }
        if let Some(stage) = days_of(reached.path) {
            if reached.at_once {
                self.hold_stage(reached, (group, stage), found);
            }
            return;
        }
        if let Some(step) = stage_of(reached.path) {
            if reached.at_once {
                self.hold_step(reached, (group, step), found);
            }
            return;
        }
        let Some(field) = self.history.program.kind.field(reached.path) else { return };
        match field.guard {
            Guard::Hours => self.hold_hours(reached, group, found),
            Guard::Deadline => {
                let earliest = self.earliest().0;
                let is_day = matches!(field.field, FieldType::Day);
                let has_notice = is_day && reached.at_once && number(&reached.gets).is_some_and(|day| day >= earliest);
                if !has_notice && !reached.is_held_back && reached.all().any(|had| is_earlier(&reached.gets, had)) {
                    self.add((Promise::Notice, reached.path), earliest, group, found);
                    if let Some(broken) = found.get_mut(&(Promise::Notice, reached.path)) {
                        broken.is_by_chance |= !reached.at_once || !is_day;
                    }
                }
            }
            Guard::None | Guard::Seats | Guard::OnlyStronger | Guard::OnlyLess => {}
        }
    }

    fn add<'w>(
        &self,
        key: (Promise, &'w Path),
        nearest: i64,
        group: &Group,
        found: &mut BTreeMap<(Promise, &'w Path), Broken>,
    ) {
        let broken = found.entry(key).or_default();
        let is_first = broken.people.is_empty();
        broken.people.extend(self.inside(group, None).map(|who| who.participant.person.clone()));
        broken.nearest = if is_first { nearest } else { broken.nearest.min(nearest) };
    }

    /// Those of a group who are inside, in a stage if one is given.
    fn inside<'g>(&'g self, group: &'g Group, stage: Option<&'g ItemId>) -> impl Iterator<Item = &'g Who<'g>> {
        let all = group.people.iter().map(|place| &self.people[*place]);
        all.filter(move |who| {
            who.participant.standing == Standing::Inside && stage.is_none_or(|s| who.participant.stage() == Some(s))
        })
    }

    /// How many days of notice people get, as it stood before the change.
    fn notice(&self) -> i64 {
        let written = self.history.program.settings.number(&Path::field("notice_days"));
        written.unwrap_or(USUAL_NOTICE).max(LEAST_NOTICE)
    }

    /// The first day for which there is notice.
    fn earliest(&self) -> Day {
        Day::utc(self.now).plus(self.notice())
    }
}

impl Reached<'_> {
    /// What they have and what they may have by the time it reaches them.
    fn all(&self) -> impl Iterator<Item = &Value> {
        std::iter::once(&self.has).chain(&self.may_have)
    }
}

fn number(value: &Value) -> Option<i64> {
    if let Value::Number(number) = value { Some(*number) } else { None }
}

/// Whether something is due earlier than it was; what is due on no day is due last.
fn is_earlier(value: &Value, than: &Value) -> bool {
    match (number(value), number(than)) {
        (Some(value), Some(than)) => value < than,
        (Some(_), None) => true,
        (None, _) => false,
    }
}

/// The stage whose length a register is.
fn days_of(path: &Path) -> Option<&ItemId> {
    match path {
        Path::Item(List::Stages, stage, key) if key.as_str() == "days" => Some(stage),
        Path::Field(_) | Path::Order(_) | Path::Alive(..) | Path::Item(..) => None,
    }
}

/// The step whose stage a register is.
fn stage_of(path: &Path) -> Option<&ItemId> {
    match path {
        Path::Item(List::Steps, step, key) if key.as_str() == "stage" => Some(step),
        Path::Field(_) | Path::Order(_) | Path::Alive(..) | Path::Item(..) => None,
    }
}

/// Whether a register says how often people meet.
fn is_cadence(path: &Path) -> bool {
    *path == Path::field("cadence")
}
