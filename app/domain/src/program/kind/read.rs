//! Reading what a form sends into a value, and checking that a value can stand in its field. Both refuse in the same words.

use super::{FieldSpec, FieldType};
use crate::clocks::Day;
use crate::id;
use crate::program::{Cadence, Path, Value};
use crate::rejection::Rejection;
use crate::time::Zone;
use crate::wording;
use crate::zones::known_zone;

/// What the form's field at `path` says: nothing when it is empty. Refuses beside that field what cannot stand in it, and
/// says what to write instead.
pub fn read(field: &FieldSpec, path: &Path, text: &str) -> Result<Value, Rejection> {
    let text = text.replace("\r\n", "\n");
    let text = match field.field {
        // Spaces before the first word make it code in Markdown.
        FieldType::Prose { .. } => text.trim_start_matches('\n').trim_end(),
        _ => text.trim(),
    };
    let value = value_of(field, text).and_then(|value| check(field, &value).map(|()| value));
    value.map_err(|message| Rejection::invalid(path.to_string(), message))
}

/// The ids that were chosen in the form's field at `path`, each once and sorted; nothing when there are none.
pub fn read_ids(field: &FieldSpec, path: &Path, ids: &[String]) -> Result<Value, Rejection> {
    let value = several(ids.iter().map(|id| id.trim()));
    check(field, &value).map_err(|message| Rejection::invalid(path.to_string(), message))?;
    Ok(value)
}

/// Whether a value can stand in a field; says what to write instead where it cannot.
pub fn check(field: &FieldSpec, value: &Value) -> Result<(), String> {
    match (&field.field, value) {
        (FieldType::Line { required: true, .. }, Value::Nothing) => {
            Err(format!("Write the {}.", field.label.to_lowercase()))
        }
        (FieldType::Stage, Value::Nothing) => Err("Choose a stage.".to_owned()),
        (_, Value::Nothing) | (FieldType::Flag, Value::Flag(_)) => Ok(()),
        (FieldType::Line { .. }, Value::Text(text)) if text.contains('\n') => Err("Keep it on one line.".to_owned()),
        (FieldType::Line { longest, .. } | FieldType::Prose { longest }, Value::Text(text)) => fits(text, *longest),
        (FieldType::Link, Value::Text(text)) => link(text),
        (FieldType::Number { min, max, .. }, Value::Number(number)) if (*min..=*max).contains(number) => Ok(()),
        (FieldType::OneOf(choices), Value::Text(key)) if choices.iter().any(|choice| choice.key == key) => Ok(()),
        (FieldType::SomeOf(choices), Value::Several(keys))
            if keys.iter().all(|key| choices.iter().any(|choice| choice.key == key)) =>
        {
            Ok(())
        }
        (FieldType::Day, Value::Number(day)) if Day::parse("", &Day(*day).iso()) == Ok(Day(*day)) => Ok(()),
        (FieldType::TimeOfDay, Value::Text(text)) if time_of_day(text).as_ref() == Some(text) => Ok(()),
        (FieldType::Cadence, Value::Text(rule)) => cadence(rule).map(|_| ()),
        (FieldType::Zone, Value::Text(zone)) => match Zone::parse(zone) {
            Ok(zone) => known_zone(zone.as_str()),
            Err(refused) => Err(refused.to_string()),
        },
        (FieldType::Stage, Value::Text(item)) if is_id(item) => Ok(()),
        (FieldType::Teams | FieldType::Skills | FieldType::People, Value::Several(ids))
            if ids.len() <= MOST_IDS && ids.iter().all(|id| is_id(id)) =>
        {
            Ok(())
        }
        _ => Err(what_to_write(field)),
    }
}

/// The most teams, skills or people in one field.
const MOST_IDS: usize = 500;

fn value_of(field: &FieldSpec, text: &str) -> Result<Value, String> {
    let wanted = || what_to_write(field);
    match &field.field {
        FieldType::Zone | FieldType::TimeOfDay | FieldType::OneOf(_) | FieldType::Flag if text.is_empty() => {
            Err(wanted())
        }
        FieldType::Number { optional: false, .. } if text.is_empty() => Err(wanted()),
        _ if text.is_empty() => Ok(Value::Nothing),
        FieldType::Line { .. }
        | FieldType::Prose { .. }
        | FieldType::Link
        | FieldType::OneOf(_)
        | FieldType::Zone
        | FieldType::Stage => Ok(Value::Text(text.to_owned())),
        FieldType::Number { unit, .. } => number(text, *unit).map(Value::Number).ok_or_else(wanted),
        FieldType::Flag => flag(text).map(Value::Flag).ok_or_else(wanted),
        FieldType::Day => Day::parse("", text).map(|day| Value::Number(day.0)).map_err(|refused| refused.to_string()),
        FieldType::TimeOfDay => time_of_day(text).map(Value::Text).ok_or_else(wanted),
        FieldType::Cadence => cadence(text).map(|cadence| Value::Text(cadence.rule())),
        FieldType::SomeOf(_) | FieldType::Teams | FieldType::Skills | FieldType::People => {
            Ok(several(text.split(',').map(str::trim)))
        }
    }
}

/// What to write into a field, for when something else stands in it.
fn what_to_write(field: &FieldSpec) -> String {
    match &field.field {
        FieldType::Line { .. } | FieldType::Prose { .. } => "Write a text.".to_owned(),
        FieldType::Link => "Write an address that begins with https://.".to_owned(),
        FieldType::Number { min, max, optional, .. } => {
            let or_nothing = if *optional { ", or leave it empty" } else { "" };
            format!("Write a number from {} to {}{or_nothing}.", figure(*min), figure(*max))
        }
        FieldType::OneOf(choices) | FieldType::SomeOf(choices) => {
            let labels: Vec<String> = choices.iter().map(|choice| format!("“{}”", choice.label)).collect();
            format!("Choose one of {}.", wording::listed(labels.iter().map(String::as_str), labels.len()))
        }
        FieldType::Flag => "Choose yes or no.".to_owned(),
        FieldType::Day => "Write a day such as 2026-11-18.".to_owned(),
        FieldType::TimeOfDay => "Write a time such as 12:30.".to_owned(),
        FieldType::Cadence => "Write it as “every 2 weeks on Thursday”.".to_owned(),
        FieldType::Zone => "Write a time zone such as Europe/Lisbon.".to_owned(),
        FieldType::Teams => format!("Choose teams from the list, {MOST_IDS} at most."),
        FieldType::Skills => format!("Choose skills from the list, {MOST_IDS} at most."),
        FieldType::People => format!("Choose people from the list, {MOST_IDS} at most."),
        FieldType::Stage => "Choose a stage.".to_owned(),
    }
}

/// "5", and as people also write it: "5 days".
fn number(text: &str, unit: (&str, &str)) -> Option<i64> {
    let bare = text.strip_suffix(unit.1).or_else(|| text.strip_suffix(unit.0)).unwrap_or(text);
    bare.trim().parse().ok()
}

fn flag(text: &str) -> Option<bool> {
    match text {
        "on" | "yes" | "true" => Some(true),
        "off" | "no" | "false" => Some(false),
        _ => None,
    }
}

/// "09:05" for "9:05" or "9.05"; `None` for what no clock shows.
fn time_of_day(text: &str) -> Option<String> {
    let (hour, minute) = text.split_once([':', '.'])?;
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, (minute.len() == 2).then(|| minute.parse().ok())??);
    (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

fn cadence(text: &str) -> Result<Cadence, String> {
    Cadence::parse("", text).map_err(|refused| refused.to_string())
}

fn fits(text: &str, longest: usize) -> Result<(), String> {
    let length = text.chars().count();
    if length > longest {
        let longest = i64::try_from(longest).unwrap_or(i64::MAX);
        return Err(format!("Keep it under {} characters; it has {length}.", figure(longest)));
    }
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err("Remove the control characters.".to_owned());
    }
    Ok(())
}

/// Only pages and calls: nothing that a browser would run.
fn link(text: &str) -> Result<(), String> {
    let lower = text.to_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let leads_somewhere = rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
    let is_clean = !text.chars().any(|c| c.is_whitespace() || c.is_control());
    if !leads_somewhere || !is_clean {
        return Err("Write an address that begins with https://.".to_owned());
    }
    fits(text, 500)
}

fn several<'a>(ids: impl Iterator<Item = &'a str>) -> Value {
    let mut ids: Vec<String> = ids.filter(|id| !id.is_empty()).map(str::to_owned).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() { Value::Nothing } else { Value::Several(ids) }
}

fn is_id(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !text.is_empty() && text.len() <= id::LONGEST && text.bytes().all(allowed)
}

/// A number with a comma from a thousand.
fn figure(number: i64) -> String {
    if number < 1_000 { number.to_string() } else { format!("{},{:03}", number / 1_000, number % 1_000) }
}
