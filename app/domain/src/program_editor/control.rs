//! With what a field of the form is edited, by what can stand in it.

use crate::chosen::people_to_choose;
use crate::id::{PersonId, SkillId, TeamId};
use crate::org::Org;
use crate::program::FieldType;
use crate::search::fold;
use crate::tag::PersonTag;
use serde::{Deserialize, Serialize};

/// With what a field is edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Control {
    /// One line.
    Line,
    /// Several lines; the number of lines shown at first.
    Prose {
        /// How many.
        rows: u32,
    },
    /// A whole number.
    Number {
        /// The least.
        min: i64,
        /// The most.
        max: i64,
        /// Of what.
        unit: String,
    },
    /// One of these: value and words.
    OneOf {
        /// Which.
        choices: Vec<(String, String)>,
    },
    /// Yes or no.
    Flag,
    /// A day.
    Day,
    /// A time of day.
    TimeOfDay,
    /// Several of these: id and name.
    Several {
        /// Which.
        choices: Vec<(String, String)>,
        /// What it means when none is chosen.
        none: String,
    },
    /// Several people: those whom the field names, and some to choose from. Others are found by their names.
    People {
        /// Which.
        choices: Vec<PersonTag>,
        /// What it means when none is chosen.
        none: String,
    },
}

/// With what a field of that type is edited that names those with the ids `named`.
pub(super) fn control(org: &Org, field: FieldType, named: &[&str]) -> Control {
    let pair = |id: &str, name: &str| (id.to_owned(), name.to_owned());
    match field {
        FieldType::Line { .. } | FieldType::Link | FieldType::Cadence | FieldType::Zone => Control::Line,
        FieldType::Prose { longest } => Control::Prose { rows: if longest > 400 { 4 } else { 2 } },
        FieldType::Number { min, max, unit, .. } => Control::Number { min, max, unit: unit.1.to_owned() },
        FieldType::OneOf(choices) => {
            Control::OneOf { choices: choices.iter().map(|choice| pair(choice.key, choice.label)).collect() }
        }
        FieldType::SomeOf(choices) => Control::Several {
            choices: choices.iter().map(|choice| pair(choice.key, choice.label)).collect(),
            none: "All of them".to_owned(),
        },
        FieldType::Flag => Control::Flag,
        FieldType::Day => Control::Day,
        FieldType::TimeOfDay => Control::TimeOfDay,
        FieldType::Teams => {
            let all = org.teams().map(|team| pair(TeamId::as_str(&team.id), team.name.as_str()));
            several(all, "Every team")
        }
        FieldType::Skills => {
            let all = org.skills().map(|skill| pair(SkillId::as_str(&skill.id), skill.name.as_str()));
            several(all, "Any skill")
        }
        FieldType::People => Control::People { choices: people(org, named), none: "Nobody yet".to_owned() },
        FieldType::Stage => Control::Line,
    }
}

fn several(all: impl Iterator<Item = (String, String)>, none: &str) -> Control {
    let mut choices: Vec<(String, String)> = all.collect();
    choices.sort_by_key(|(_, name)| name.to_lowercase());
    Control::Several { choices, none: none.to_owned() }
}

/// Those whom a field names and some others, by name.
fn people(org: &Org, named: &[&str]) -> Vec<PersonTag> {
    let mut people = people_to_choose(org, "", |_| true);
    let known = named.iter().filter_map(|id| org.person(&PersonId::parse(id).ok()?));
    people.extend(known.map(|person| PersonTag::of(org, &person.id)));
    people.sort_by_cached_key(|tag| (fold(&tag.name), tag.id.clone()));
    people.dedup();
    people
}
