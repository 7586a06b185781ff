//! A change in words: what of which field from what to what.

mod items;
#[cfg(test)]
mod tests;

use super::{FieldSpec, FieldType, List, Path, ProgramKind, Section, Settings, Value, kind, words};
use crate::id::ItemId;
use serde::{Deserialize, Serialize};

/// One change as people read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which register; of an item that came or went, whether it is there.
    pub path: Path,
    /// "Learners per mentor", "Order of stages", "Stage “First talk”: lasts".
    pub label: String,
    /// What it was, in words; empty for what is new.
    pub before: String,
    /// What it is, in words; empty for what is gone.
    pub after: String,
    /// For texts: word by word what went, came and stays; empty for other values.
    pub words: Vec<WordChange>,
}

/// Words that stay, go or come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WordChange {
    /// They stay.
    Same(String),
    /// They go.
    Gone(String),
    /// They come.
    New(String),
}

/// Longer texts are not repeated in a sentence.
const SHORT: usize = 60;

impl Change {
    /// The change in one sentence without its full stop: "Stage “Departure drill” is new, before “Thank and close”",
    /// "Learners per mentor: 1 learner → 2 learners", "How this works is worded otherwise".
    pub fn sentence(&self) -> String {
        let Self { path, label, before, after, .. } = self;
        let is_long = before.chars().count().max(after.chars().count()) > SHORT;
        match path {
            Path::Alive(List::Guidelines, _) => label.clone(),
            Path::Alive(..) if after.is_empty() => format!("{label} is gone"),
            Path::Alive(..) => format!("{label} is {after}"),
            Path::Item(_, _, key) if key.as_str() == "title" => format!("{label} is now called “{after}”"),
            Path::Order(_) => format!("{label}: {after}"),
            Path::Field(_) | Path::Item(..) if is_long => format!("{label} is worded otherwise"),
            Path::Field(_) | Path::Item(..) => match (before.as_str(), after.as_str()) {
                ("", after) => format!("{label}: {after}"),
                (before, "") => format!("{label}: no longer “{before}”"),
                (before, after) => format!("{label}: {before} → {after}"),
            },
        }
    }
}

/// What is another in `after`, in the order of the form: of each list the items that came and went first, then those that
/// moved, then fields of items. `name` says what an id of a team, skill or person is called.
pub fn changes(kind: ProgramKind, before: &Settings, after: &Settings, name: &dyn Fn(&str) -> String) -> Vec<Change> {
    let both = Both { kind, before, after, name };
    let mut found = Vec::new();
    for section in Section::ALL {
        let fields = kind.fields().filter(|field| field.section == section);
        found.extend(fields.filter_map(|field| both.field(Path::field(field.key), field, field.label.to_owned())));
        match section {
            Section::Words => found.extend(both.list(List::Guidelines)),
            Section::Rhythm => found.extend([List::Stages, List::Steps].into_iter().flat_map(|list| both.list(list))),
            Section::Joining | Section::Kind => {}
        }
    }
    found
}

/// The settings on both sides of a change.
struct Both<'a> {
    kind: ProgramKind,
    before: &'a Settings,
    after: &'a Settings,
    name: &'a dyn Fn(&str) -> String,
}

impl Both<'_> {
    /// What became of one register, called `label`; `None` when it holds what it held.
    fn field(&self, path: Path, field: &FieldSpec, label: String) -> Option<Change> {
        let (before, after) = (self.kind.value(self.before, &path), self.kind.value(self.after, &path));
        if before == after {
            return None;
        }
        let is_text = matches!(field.field, FieldType::Line { .. } | FieldType::Prose { .. });
        let worded = |settings: &Settings, value: &Value| match value {
            Value::Nothing if is_text => String::new(),
            Value::Text(stage) if matches!(field.field, FieldType::Stage) => stage_name(settings, stage),
            value => kind::worded(field, value, self.name),
        };
        let (before, after) = (worded(self.before, &before), worded(self.after, &after));
        let words = if is_text { words::diff(&before, &after) } else { Vec::new() };
        Some(Change { path, label, before, after, words })
    }
}

/// What a stage is called, there or gone.
fn stage_name(settings: &Settings, id: &str) -> String {
    let title = ItemId::parse(id).ok().map(|stage| title_of(settings, List::Stages, &stage));
    title.filter(|title| !title.is_empty()).unwrap_or_else(|| id.to_owned())
}

/// What an item is called; a paragraph, by the words that it begins with.
fn title_of(settings: &Settings, list: List, item: &ItemId) -> String {
    let text = |key| settings.text(&Path::item(list, item, key));
    if list != List::Guidelines {
        return text("title").to_owned();
    }
    let mut all = text("text").split_whitespace();
    let first: Vec<&str> = all.by_ref().take(6).collect();
    format!("{}{}", first.join(" "), if all.next().is_some() { "…" } else { "" })
}
