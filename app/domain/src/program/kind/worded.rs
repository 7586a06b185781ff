//! What stands in a field, in words for people and as the form holds it.

use super::{FieldSpec, FieldType};
use crate::clocks::Day;
use crate::program::{Cadence, Value};

/// What people read: "45 minutes", "every 2 weeks on Thursday", "18 December 2026", "Care, Estates", "yes", "no limit".
/// `name` says what the id of a team, skill, person or stage is called.
pub fn worded(field: &FieldSpec, value: &Value, name: &dyn Fn(&str) -> String) -> String {
    match (&field.field, value) {
        (_, Value::Nothing) => field.empty.to_owned(),
        (_, Value::Flag(flag)) => if *flag { "yes" } else { "no" }.to_owned(),
        (FieldType::Day, Value::Number(day)) => Day(*day).with_year(),
        (FieldType::Number { unit: (one, many), .. }, Value::Number(number)) => {
            format!("{number} {}", if *number == 1 { one } else { many })
        }
        (_, Value::Number(number)) => number.to_string(),
        (FieldType::OneOf(choices), Value::Text(key)) => {
            let choice = choices.iter().find(|choice| choice.key == key);
            choice.map_or(key.as_str(), |choice| choice.label).to_owned()
        }
        (FieldType::Cadence, Value::Text(rule)) => Cadence::parse("", rule).map_or(rule.clone(), Cadence::words),
        (FieldType::Stage, Value::Text(id)) => name(id),
        (_, Value::Text(text)) => text.clone(),
        (FieldType::SomeOf(choices), Value::Several(keys)) => {
            let label = |key: &String| {
                let choice = choices.iter().find(|choice| choice.key == key);
                choice.map_or_else(|| key.clone(), |choice| choice.label.to_owned())
            };
            keys.iter().map(label).collect::<Vec<_>>().join(", ")
        }
        (_, Value::Several(ids)) => ids.iter().map(|id| name(id)).collect::<Vec<_>>().join(", "),
    }
}

/// What the form's field holds, so that reading it back gives the same value: "45", "on", "2026-11-18", the cadence in
/// words, a text as it is, ids with commas between them. Nothing is an empty field.
pub fn form_text(field: &FieldSpec, value: &Value) -> String {
    match (&field.field, value) {
        (_, Value::Nothing) => String::new(),
        (_, Value::Flag(flag)) => if *flag { "on" } else { "off" }.to_owned(),
        (FieldType::Day, Value::Number(day)) => Day(*day).iso(),
        (_, Value::Number(number)) => number.to_string(),
        (FieldType::Cadence, Value::Text(rule)) => Cadence::parse("", rule).map_or(rule.clone(), Cadence::words),
        (_, Value::Text(text)) => text.clone(),
        (_, Value::Several(ids)) => ids.join(", "),
    }
}
