//! The fields of the form, drawn from the description of the kind.

use super::rail::ConflictCard;
use super::words::in_words;
use crate::id::{SkillId, TeamId};
use crate::markdown::{HTML_HINT, holds_html};
use crate::org::Org;
use crate::program::kind::form_text;
use crate::program::{
    Conflict, Draft, FieldSpec, FieldType, Guard, History, List, Path, Problem, ProgramKind, Section, Settings, Value,
};
use crate::tag::PersonTag;
use crate::time::{Face, Span};
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};

/// How long a change counts as new.
const NEW: Span = Span::minutes(2);
/// How long it is said who changed a field.
const SAID: Span = Span::days(14);

/// A heading of the form with its fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormSection {
    /// Its id on the page.
    pub id: String,
    /// The heading.
    pub title: String,
    /// Its fields.
    pub fields: Vec<FieldView>,
}

/// A field as somebody edits it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldView {
    /// Its path: what the form calls it.
    pub path: String,
    /// Its label.
    pub label: String,
    /// A sentence under the label; may be empty.
    pub help: String,
    /// With what it is edited.
    pub control: Control,
    /// What stands in it for whoever edits: what they typed, else their draft, else what is live.
    pub text: String,
    /// The ids in it, for fields that hold several.
    pub ids: Vec<String>,
    /// What is live, as the form would hold it.
    pub live: String,
    /// What is live in words, when the draft says something else.
    pub was: Option<String>,
    /// Who changed it last, when that is not long ago.
    pub edited: Option<Edited>,
    /// What cannot be, and what to write instead.
    pub problem: Option<String>,
    /// What somebody else wrote there meanwhile.
    pub conflict: Option<ConflictCard>,
}

/// Who changed a field last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edited {
    /// Who; `None` for the server.
    pub by: Option<PersonTag>,
    /// "just now", "yesterday 12:30".
    pub at: Face,
    /// True in the first minutes.
    pub is_new: bool,
    /// True when it was whoever looks.
    pub is_own: bool,
}

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
}

/// What a form is filled from.
pub(super) struct Sheet<'a> {
    pub viewer: &'a Viewer<'a>,
    pub history: History<'a>,
    /// The changes of whoever looks, against the newest version.
    pub draft: Option<&'a Draft>,
    /// The program with them.
    pub settings: Settings,
    /// What cannot be.
    pub problems: Vec<Problem>,
}

impl Sheet<'_> {
    pub fn kind(&self) -> ProgramKind {
        self.history.program.kind
    }

    /// The sections that come before the stages, and those after them.
    pub fn sections(&self) -> (Vec<FormSection>, Vec<FormSection>) {
        let section = |section: Section| FormSection {
            id: format!("section-{}", slug(section)),
            title: section.title().to_owned(),
            fields: self
                .kind()
                .fields()
                .filter(|field| field.section == section)
                .map(|field| self.top(field))
                .collect(),
        };
        let after = [Section::Joining, Section::Rhythm, Section::Kind].map(section);
        (vec![section(Section::Words)], after.into_iter().filter(|one| !one.fields.is_empty()).collect())
    }

    fn top(&self, field: &FieldSpec) -> FieldView {
        self.view(&Path::field(field.key), field, field.label)
    }

    /// The field of an item.
    pub fn of_item(&self, path: &Path) -> Option<FieldView> {
        let field = self.kind().field(path)?;
        Some(self.view(path, field, field.label))
    }

    fn view(&self, path: &Path, field: &FieldSpec, label: &str) -> FieldView {
        let org = self.viewer.org;
        let value = |settings: &Settings| self.kind().value(settings, path);
        let (mine, live) = (value(&self.settings), value(&self.history.program.settings));
        let conflict = self.conflict(path);
        let mine = conflict.map_or(mine, |conflict| conflict.mine.clone());
        let as_typed = self.draft.and_then(|draft| draft.typed.get(path)).cloned();
        let was = (mine != live || as_typed.is_some()).then(|| in_words(org, Some(field), &live));
        FieldView {
            path: path.to_string(),
            label: label.to_owned(),
            help: help(field),
            control: control(org, field.field),
            text: as_typed.clone().unwrap_or_else(|| form_text(field, &mine)),
            ids: if let Value::Several(ids) = &mine { ids.clone() } else { Vec::new() },
            live: form_text(field, &live),
            was: was.filter(|_| conflict.is_none()),
            edited: self.edited(std::slice::from_ref(path)),
            problem: self.problem(path, field, as_typed.as_deref()),
            conflict: conflict.map(|conflict| ConflictCard::of(self, conflict)),
        }
    }

    pub fn conflict(&self, path: &Path) -> Option<&Conflict> {
        self.draft?.unsettled.iter().find(|conflict| conflict.path == *path)
    }

    fn problem(&self, path: &Path, field: &FieldSpec, typed: Option<&str>) -> Option<String> {
        let unread = typed.map(|text| super::words::unread(field, path, text));
        unread.or_else(|| {
            self.problems.iter().find(|problem| problem.path == *path).map(|problem| problem.message.clone())
        })
    }

    /// Who wrote one of these registers last, unless that was long ago or when the program was made.
    pub fn edited(&self, paths: &[Path]) -> Option<Edited> {
        let program = self.history.program;
        let n = paths.iter().filter_map(|path| program.revisions.get(path)).max().copied().filter(|n| *n > 1)?;
        let version = self.history.versions.iter().find(|version| version.n == n)?;
        let (clocks, age) = (self.viewer.clocks, self.viewer.clocks.now.since(version.at));
        let face = clocks.face(&self.viewer.zone, version.at);
        let is_new = age < NEW;
        let text = if is_new { "just now".to_owned() } else { within(&face.text) };
        let by = version.by.as_ref().map(|by| PersonTag::of(self.viewer.org, by));
        let is_own = version.by.as_ref().is_some_and(|by| self.viewer.is(by));
        (age < SAID).then_some(Edited { by, at: Face { text, ..face }, is_new, is_own })
    }

    /// The guidelines as one field.
    pub fn guidelines(&self) -> FieldView {
        let text = |settings: &Settings| {
            let item = |item: &crate::id::ItemId| settings.text(&Path::item(List::Guidelines, item, "text")).to_owned();
            settings.items(List::Guidelines).iter().map(item).collect::<Vec<_>>().join("\n\n")
        };
        let (mine, live) = (text(&self.settings), text(&self.history.program.settings));
        let is_one = |path: &Path| {
            matches!(path, Path::Order(List::Guidelines) | Path::Alive(List::Guidelines, _))
                || matches!(path, Path::Item(List::Guidelines, ..))
        };
        let paths: Vec<Path> = self.history.program.revisions.keys().filter(|path| is_one(path)).cloned().collect();
        let conflict = self.draft.and_then(|draft| draft.unsettled.iter().find(|conflict| is_one(&conflict.path)));
        let typed = self.draft.and_then(|draft| draft.typed.get(&Path::Order(List::Guidelines))).cloned();
        let problem = self.problems.iter().find(|problem| is_one(&problem.path)).map(|problem| problem.message.clone());
        let has_html = holds_html(&mine).then(|| HTML_HINT.to_owned());
        FieldView {
            path: List::Guidelines.as_str().to_owned(),
            label: super::words::GUIDELINES.to_owned(),
            help: "Guidelines in Markdown; leave an empty line between paragraphs.".to_owned(),
            control: Control::Prose { rows: 8 },
            was: (mine != live && conflict.is_none()).then(|| "other words".to_owned()),
            text: typed.unwrap_or(mine),
            ids: Vec::new(),
            live,
            edited: self.edited(&paths),
            problem: problem.or(has_html),
            conflict: conflict.map(|conflict| ConflictCard::of(self, conflict)),
        }
    }
}

/// "today 07:24"; the name of a weekday keeps its capital.
fn within(text: &str) -> String {
    let relative = ["Today", "Yesterday"].into_iter().any(|word| text.starts_with(word));
    if relative { text.to_lowercase() } else { text.to_owned() }
}

const fn slug(section: Section) -> &'static str {
    match section {
        Section::Words => "words",
        Section::Joining => "joining",
        Section::Rhythm => "rhythm",
        Section::Kind => "kind",
    }
}

/// The field's own help, with what no edit may do to it.
fn help(field: &FieldSpec) -> String {
    let promise = match field.guard {
        Guard::None | Guard::Seats => "",
        Guard::Deadline => "An earlier day needs notice.",
        Guard::Hours => "More than people agreed to is for new people only.",
        Guard::OnlyStronger | Guard::OnlyLess => "Never weakens once the program is open.",
    };
    [field.help, promise].iter().filter(|text| !text.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

fn control(org: &Org, field: FieldType) -> Control {
    let pair = |id: &str, name: &str| (id.to_owned(), name.to_owned());
    match field {
        FieldType::Line { .. } | FieldType::Link | FieldType::Cadence | FieldType::Zone => Control::Line,
        FieldType::Prose { longest } => Control::Prose { rows: if longest > 400 { 4 } else { 2 } },
        FieldType::Number { min, max, unit, .. } => Control::Number { min, max, unit: unit.1.to_owned() },
        FieldType::OneOf(choices) => {
            Control::OneOf { choices: choices.iter().map(|choice| pair(choice.key, choice.label)).collect() }
        }
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
        FieldType::People => several(org.people().map(|one| pair(one.id.as_str(), one.name.as_str())), "Nobody yet"),
        FieldType::Stage => Control::Line,
    }
}

fn several(all: impl Iterator<Item = (String, String)>, none: &str) -> Control {
    let mut choices: Vec<(String, String)> = all.collect();
    choices.sort_by_key(|(_, name)| name.to_lowercase());
    Control::Several { choices, none: none.to_owned() }
}
