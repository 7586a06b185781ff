//! What no edit, roll-out or roll-back can break.

use super::agreed::Agreed;
use super::crowd::Shift;
use super::{FieldType, Guard, History, Path, Reach, RollOut, Value, Version, Who, applied};
use crate::id::PersonId;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// The promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Promise {
    /// How safe answers are never weakens.
    Anonymity,
    /// What was earned stays, and nobody's stage vanishes under them.
    EarnedStays,
    /// A lower limit ejects nobody.
    Seats,
    /// Nothing is due earlier without notice.
    Notice,
    /// Agreed hours never rise without a yes.
    Hours,
}

/// A promise that a change would break.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breach {
    /// Which.
    pub promise: Promise,
    /// The register that would break it, beside which the words stand.
    pub path: Path,
    /// What would break, and what to do instead.
    pub message: String,
    /// For whom; none when it is for all.
    pub people: Vec<PersonId>,
}

/// The promises that publishing `candidate` on top of `history` would break; also for a roll-back.
///
/// How safe answers are is a promise of the program itself, whoever is inside. The others are made to those inside, and
/// hold for whatever may reach them by this version: at once, at their next stage, or as its roll-out widens. A lower
/// limit of seats breaks none: it puts nobody out ([`super::Report::notes`] says what it means), and what was done is
/// no part of any version.
pub fn breaches(history: &History, people: &[Who], candidate: &Version, now: Timestamp) -> Vec<Breach> {
    let mut found = weaker(history, candidate);
    let shift = Shift::publishing(history, candidate);
    found.extend(Agreed { history, people, shift: &shift, now }.breaches(&shift.groups(people, now)));
    found
}

/// The promises that letting version `n` out to `reach` would break; none when there is no such version.
pub fn breaches_of_widening(history: &History, people: &[Who], n: u32, reach: &Reach, now: Timestamp) -> Vec<Breach> {
    let Some(version) = history.version(n) else { return Vec::new() };
    let mut wider = version.clone();
    wider.roll_out = Some(RollOut::begun(reach.clone(), now));
    let Some(shift) = Shift::widening(history, &wider) else { return Vec::new() };
    Agreed { history, people, shift: &shift, now }.breaches(&shift.groups(people, now))
}

/// Registers of answers that would be less safe; none while the program is a draft, where nobody has given any.
pub(super) fn weaker(history: &History, candidate: &Version) -> Vec<Breach> {
    if !history.program.phase.is_public() {
        return Vec::new();
    }
    let kind = history.program.kind;
    let before = &history.program.settings;
    let after = applied(before.clone(), &candidate.writes);
    let mut found = Vec::new();
    for path in candidate.writes.iter().map(|write| &write.path) {
        let Some(field) = kind.field(path) else { continue };
        let (was, is) = (kind.value(before, path), kind.value(&after, path));
        let holds = match field.guard {
            Guard::OnlyStronger => is_at_least(field.field, &is, &was),
            Guard::OnlyLess => is_at_most(field.field, &is, &was),
            Guard::None | Guard::Seats | Guard::Deadline | Guard::Hours => true,
        };
        if !holds {
            let message = format!(
                "“{}” would make answers less safe than they were when people gave them. It can only get stronger here; start a new program for other rules.",
                field.label
            );
            found.push(Breach { promise: Promise::Anonymity, path: path.clone(), message, people: Vec::new() });
        }
    }
    found
}

/// Whether a value is as strong as another where more is stronger; nothing is weakest, and what cannot be compared is not.
fn is_at_least(field: FieldType, value: &Value, than: &Value) -> bool {
    match (strength(field, value), strength(field, than)) {
        (_, None) if *than == Value::Nothing => true,
        (Some(value), Some(than)) => value >= than,
        _ => value == than,
    }
}

/// The same where less is stronger.
fn is_at_most(field: FieldType, value: &Value, than: &Value) -> bool {
    match (strength(field, value), strength(field, than)) {
        (_, None) if *than == Value::Nothing => true,
        (Some(value), Some(than)) => value <= than,
        _ => value == than,
    }
}

fn strength(field: FieldType, value: &Value) -> Option<i64> {
    match (field, value) {
        (_, Value::Number(number)) => Some(*number),
        (_, Value::Flag(flag)) => Some(i64::from(*flag)),
        (FieldType::OneOf(choices), Value::Text(key)) => {
            choices.iter().position(|choice| choice.key == key).and_then(|at| i64::try_from(at).ok())
        }
        (_, Value::Nothing | Value::Text(_) | Value::Several(_)) => None,
    }
}
