//! What is particular to a kind of program, drawn from its description alone.

use super::sight::Sight;
use crate::id::{PersonId, SkillId, TeamId};
use crate::program::{Path, Section, Value, kind};
use crate::tag::{PersonTag, SkillTag, TeamTag};
use serde::{Deserialize, Serialize};

/// A setting as members read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldLine {
    /// Its name in paths.
    pub key: String,
    /// "Learners per mentor".
    pub label: String,
    /// "2 people".
    pub value: String,
}

/// The public fields of the kind itself that hold something, in the order of the form.
pub(super) fn lines(sight: &Sight) -> Vec<FieldLine> {
    let own = sight.program.kind.fields().filter(|field| field.is_public && field.section == Section::Kind);
    let name = |id: &str| called(sight, id);
    own.filter_map(|field| {
        let value = sight.terms.value(&Path::field(field.key));
        let is_empty =
            value == Value::Nothing || value == Value::Text(String::new()) || value == Value::Several(vec![]);
        let line = || FieldLine {
            key: field.key.to_owned(),
            label: field.label.to_owned(),
            value: kind::worded(field, &value, &name),
        };
        (!is_empty).then(line)
    })
    .collect()
}

/// What somebody, a skill or a team is called.
fn called(sight: &Sight, id: &str) -> String {
    let org = sight.reader.org;
    let person = PersonId::parse(id).ok().filter(|id| org.person(id).is_some());
    let skill = SkillId::parse(id).ok().filter(|id| org.skill(id).is_some());
    let team = TeamId::parse(id).ok().filter(|id| org.team(id).is_some());
    person
        .map(|id| PersonTag::of(org, &id).name)
        .or_else(|| skill.map(|id| SkillTag::of(org, &id).name))
        .or_else(|| team.map(|id| TeamTag::of(org, &id).name))
        .unwrap_or_else(|| id.to_owned())
}
