//! The fields of the form, drawn from the description of the kind.

use super::control::{Control, control};
use super::unsettled::ConflictCard;
use super::words::in_words;
use crate::markdown::{HTML_HINT, holds_html};
use crate::program::kind::form_text;
use crate::program::{
    Breach, Conflict, Draft, FieldSpec, Guard, History, List, Path, Problem, ProgramKind, Section, Settings, Value,
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
    /// The promises that publishing as chosen would break.
    pub breaches: Vec<Breach>,
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
        let (text, live_text) = (as_typed.clone().unwrap_or_else(|| form_text(field, &mine)), form_text(field, &live));
        FieldView {
            path: path.to_string(),
            label: label.to_owned(),
            help: help(field),
            control: control(org, field.field, &named(&[&text, &live_text])),
            text,
            ids: if let Value::Several(ids) = &mine { ids.clone() } else { Vec::new() },
            live: live_text,
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
        let unread = typed.map(|text| super::words::unread(self.viewer.org, field, path, text));
        unread.or_else(|| self.wrong(&|other| other == path))
    }

    /// What cannot be at such a register, or which promise it would break there.
    fn wrong(&self, is_there: &dyn Fn(&Path) -> bool) -> Option<String> {
        let problem = self.problems.iter().find(|problem| is_there(&problem.path)).map(|problem| &problem.message);
        let breach = || self.breaches.iter().find(|breach| is_there(&breach.path)).map(|breach| &breach.message);
        problem.or_else(breach).cloned()
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
            problem: self.wrong(&is_one).or(has_html),
            conflict: conflict.map(|conflict| ConflictCard::of(self, conflict)),
        }
    }
}

/// "today 07:24"; the name of a weekday keeps its capital.
pub(super) fn within(text: &str) -> String {
    let relative = ["Today", "Yesterday"].into_iter().any(|word| text.starts_with(word));
    if relative { text.to_lowercase() } else { text.to_owned() }
}

/// The ids in the texts of a field that holds several.
fn named<'a>(texts: &[&'a str]) -> Vec<&'a str> {
    texts.iter().flat_map(|text| text.split(',')).map(str::trim).collect()
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
