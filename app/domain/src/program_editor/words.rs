//! What things of a program are called, in the words of the form.

use super::named::nobody;
use crate::id::{PersonId, SkillId, TeamId};
use crate::org::Org;
use crate::program::kind::{read, worded};
use crate::program::{FieldSpec, FieldType, List, Path, Policy, ProgramKind, Reach, RollOut, Settings, Value, Version};
use crate::wording::{counted, listed};

/// What an id of a team, a skill or a person is called.
pub(super) fn name_of(org: &Org, id: &str) -> String {
    let team = TeamId::parse(id).ok().and_then(|id| org.team(&id)).map(|team| team.name.to_string());
    let skill = || SkillId::parse(id).ok().and_then(|id| org.skill(&id)).map(|skill| skill.name.to_string());
    let person = || PersonId::parse(id).ok().and_then(|id| org.person(&id)).map(|person| person.name.to_string());
    team.or_else(skill).or_else(person).unwrap_or_else(|| id.to_owned())
}

/// A value in words, for cards and lines.
pub(super) fn in_words(org: &Org, field: Option<&FieldSpec>, value: &Value) -> String {
    match (field, value) {
        (Some(field), value) => worded(field, value, &|id| name_of(org, id)),
        (None, Value::Flag(true)) => "it is there".to_owned(),
        (None, Value::Flag(false) | Value::Nothing) => "it is taken out".to_owned(),
        (None, Value::Several(_)) => "another order".to_owned(),
        (None, Value::Number(number)) => number.to_string(),
        (None, Value::Text(text)) => text.clone(),
    }
}

/// What a register is called: "Seats", "Stage “First talk”: lasts", "Stages".
pub(super) fn label(kind: ProgramKind, settings: &Settings, path: &Path) -> String {
    let title = |list: List, item| {
        let title = settings.text(&Path::item(list, item, "title"));
        let what = kind.lists().iter().find(|spec| spec.list == list).map_or("", |spec| spec.title);
        if title.is_empty() { what.to_owned() } else { format!("{what} “{title}”") }
    };
    let field = kind.field(path).map_or("", |field| field.label);
    match path {
        Path::Field(key) => if field.is_empty() { key.as_str() } else { field }.to_owned(),
        Path::Order(List::Guidelines) | Path::Alive(List::Guidelines, _) | Path::Item(List::Guidelines, ..) => {
            GUIDELINES.to_owned()
        }
        Path::Order(List::Stages) => "Stages".to_owned(),
        Path::Order(List::Steps) => "Steps".to_owned(),
        Path::Alive(list, item) => title(*list, item),
        Path::Item(list, item, _) => format!("{}: {}", title(*list, item), field.to_lowercase()),
    }
}

/// What the guidelines are called.
pub(super) const GUIDELINES: &str = "How this works";

/// "everyone now", "everyone at their next stage", "new people only", with how far it is let out.
pub(super) fn reach(org: &Org, version: &Version) -> String {
    let mut policies: Vec<Policy> = version.writes.iter().map(|write| write.policy).collect();
    policies.sort_unstable();
    policies.dedup();
    let words = match policies.as_slice() {
        [] | [Policy::EveryoneNow] => "for everyone at once",
        [Policy::NextStage] => "for each at their next stage",
        [Policy::NewJoiners] => "for new people only",
        _ => "part at once, part later",
    };
    match &version.roll_out {
        Some(roll_out) => format!("{words}, {}", let_out(org, roll_out)),
        None => words.to_owned(),
    }
}

/// "so far 25 % of those inside", "so far Care East and Care West", with whether it was stopped.
pub(super) fn let_out(org: &Org, roll_out: &RollOut) -> String {
    let whom = whom(org, &roll_out.reach);
    if roll_out.stopped_at.is_some() { format!("{whom}, stopped") } else { whom }
}

/// "so far 25 % of those inside".
pub(super) fn whom(org: &Org, reach: &Reach) -> String {
    match reach {
        Reach::Everyone => "for all".to_owned(),
        Reach::Share { of_10_000 } => format!("so far {} of those inside", percent(*of_10_000)),
        Reach::Teams { teams } => {
            let names: Vec<String> = teams.iter().map(|team| name_of(org, team.as_str())).collect();
            format!("so far {}", listed(names.iter().map(String::as_str), 4))
        }
    }
}

/// "25 %", "12.5 %".
pub(super) fn percent(of_10_000: u16) -> String {
    match (of_10_000 / 100, of_10_000 % 100) {
        (whole, 0) => format!("{whole} %"),
        (whole, part) => format!("{whole}.{} %", format!("{part:02}").trim_end_matches('0')),
    }
}

/// "4 changes".
pub(super) fn changes(n: usize) -> String {
    if n < 10 { counted(n, "change", "changes") } else { format!("{n} changes") }
}

/// Why what was typed cannot be read, and what to write instead.
pub(super) fn unread(org: &Org, field: &FieldSpec, path: &Path, text: &str) -> String {
    let nobody = if matches!(field.field, FieldType::People) { nobody(org, text) } else { None };
    match read(field, path, text) {
        Err(_) if nobody.is_some() => nobody.unwrap_or_default(),
        Err(why) => why.to_string(),
        Ok(_) => "This cannot be read yet.".to_owned(),
    }
}
