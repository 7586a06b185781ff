//! Kinds of program. A kind describes its fields, stages, roles and templates; the admin's form, the public page and the
//! words for a difference are drawn from that description alone.
//!
//! To add a kind, write one file beside the others that holds its [`Description`], and give it a variant here.

mod every_program;
mod field;
mod lists;
mod lunch_and_learn;
mod mentorship;
#[cfg(test)]
mod one_file_tests;
mod peer_feedback;
mod project;
mod read;
#[cfg(test)]
mod reading_circle;
mod skill_swap;
#[cfg(test)]
mod tests;
mod worded;

pub use field::{Choice, FieldSpec, FieldType, Guard, ListSpec, Section};
pub use read::{check, read, read_ids};
pub use worded::{form_text, worded};

use super::{Capability, Path, Settings, Value};
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};

/// What a program is, in kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProgramKind {
    /// Pairs of different levels; both learn.
    Mentorship,
    /// Colleagues teach each other in turn.
    SkillSwap,
    /// Structured feedback that is safe to give.
    PeerFeedback,
    /// A team from several teams makes something and learns by it.
    Project,
    /// An hour at lunch, one host, everybody welcome.
    LunchAndLearn,
    /// A sixth kind that exists in tests alone: it proves that a kind is one file.
    #[cfg(test)]
    ReadingCircle,
}

/// All that a kind is.
#[derive(Clone, Copy, Debug)]
pub struct Description {
    /// Its name in addresses and rows, as `serde` writes it.
    pub key: &'static str,
    /// Its name on screen: "Mentorship".
    pub title: &'static str,
    /// What it is for, in a sentence.
    pub purpose: &'static str,
    /// What one of those in it is called: "person", "people".
    pub unit: (&'static str, &'static str),
    /// Its own fields, beside those that every program has.
    pub fields: &'static [FieldSpec],
    /// As what people can be in it; the first is what somebody joins as unless they say otherwise.
    pub roles: &'static [RoleSpec],
    /// What counts as done, in a sentence for the page.
    pub done_when: &'static str,
    /// What a new program can start from; the first is the usual one.
    pub templates: &'static [Template],
}

/// As what somebody can be in a program: what they may do there for others, not a rank.
#[derive(Clone, Copy, Debug)]
pub struct RoleSpec {
    /// Its name in rows.
    pub key: &'static str,
    /// Its name on screen: "Mentor".
    pub title: &'static str,
    /// What they do, in a sentence.
    pub help: &'static str,
    /// What they may do for others, beside what everybody does for themselves.
    pub can: &'static [Capability],
    /// How people come to it.
    pub taken: Taken,
}

/// How people come to a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Whoever wants it takes it.
    Freely,
    /// An organiser gives it.
    Given,
}

/// What a new program can start from.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// Its name in forms.
    pub key: &'static str,
    /// "Pairs for eight weeks".
    pub title: &'static str,
    /// What it brings, in a sentence.
    pub about: &'static str,
    /// Paragraphs of the guidelines, in Markdown.
    pub guidelines: &'static [&'static str],
    /// Its stages, in order.
    pub stages: &'static [TemplateStage],
    /// The fields that differ from their defaults: key, and value as the form would send it.
    pub values: &'static [(&'static str, &'static str)],
}

/// A stage of a new program.
#[derive(Clone, Copy, Debug)]
pub struct TemplateStage {
    /// What it is called.
    pub title: &'static str,
    /// What happens in it, in a sentence.
    pub about: &'static str,
    /// How many days it lasts.
    pub days: i64,
    /// What there is to do, in order.
    pub steps: &'static [TemplateStep],
}

/// A step of a new program.
#[derive(Clone, Copy, Debug)]
pub struct TemplateStep {
    /// What it is called.
    pub title: &'static str,
    /// What ticks it, as its field says.
    pub done_when: &'static str,
}

/// A step that somebody ticks.
const fn by_hand(title: &'static str) -> TemplateStep {
    TemplateStep { title, done_when: "hand" }
}

/// A step that ticks itself when somebody came to an hour of the program.
const fn came(title: &'static str) -> TemplateStep {
    TemplateStep { title, done_when: "came" }
}

/// A step that ticks itself when somebody held an hour of the program.
const fn held(title: &'static str) -> TemplateStep {
    TemplateStep { title, done_when: "held" }
}

/// A step that ticks itself when somebody came to an hour of the program or held one.
const fn met(title: &'static str) -> TemplateStep {
    TemplateStep { title, done_when: "met" }
}

impl ProgramKind {
    /// Every kind.
    #[cfg(not(test))]
    pub const ALL: &'static [Self] =
        &[Self::Mentorship, Self::SkillSwap, Self::PeerFeedback, Self::Project, Self::LunchAndLearn];
    /// Every kind, the one of the tests too.
    #[cfg(test)]
    pub const ALL: &'static [Self] = &[
        Self::Mentorship,
        Self::SkillSwap,
        Self::PeerFeedback,
        Self::Project,
        Self::LunchAndLearn,
        Self::ReadingCircle,
    ];

    /// All that it is.
    pub const fn description(self) -> &'static Description {
        match self {
            Self::Mentorship => &mentorship::DESCRIPTION,
            Self::SkillSwap => &skill_swap::DESCRIPTION,
            Self::PeerFeedback => &peer_feedback::DESCRIPTION,
            Self::Project => &project::DESCRIPTION,
            Self::LunchAndLearn => &lunch_and_learn::DESCRIPTION,
            #[cfg(test)]
            Self::ReadingCircle => &reading_circle::DESCRIPTION,
        }
    }

    /// The kind of that name; refused beside the form field `kind` when there is none.
    pub fn parse(key: &str) -> Result<Self, Rejection> {
        let found = Self::ALL.iter().find(|kind| kind.description().key == key);
        found.copied().ok_or_else(|| Rejection::invalid("kind", "Choose what kind of program it is."))
    }

    /// The template of that name; refused beside the form field `template` when there is none.
    pub fn template(self, key: &str) -> Result<&'static Template, Rejection> {
        let found = self.description().templates.iter().find(|template| template.key == key);
        found.ok_or_else(|| Rejection::invalid("template", "Choose what it starts from."))
    }

    /// As what somebody can be in it; `None` when the kind has no such role.
    pub fn role(self, key: &str) -> Option<&'static RoleSpec> {
        self.description().roles.iter().find(|role| role.key == key)
    }

    /// Every field of a program of this kind: those that all have, then its own.
    pub fn fields(self) -> impl Iterator<Item = &'static FieldSpec> {
        every_program::FIELDS.iter().chain(self.description().fields)
    }

    /// The lists that every program has, with their fields.
    pub const fn lists(self) -> &'static [ListSpec] {
        &lists::LISTS
    }

    /// The field behind a path; `None` for the order and presence of items, and for what no field stands behind.
    pub fn field(self, path: &Path) -> Option<&'static FieldSpec> {
        match path {
            Path::Field(key) => self.fields().find(|field| field.key == key.as_str()),
            Path::Item(list, _, key) => {
                let list = self.lists().iter().find(|spec| spec.list == *list)?;
                list.fields.iter().find(|field| field.key == key.as_str())
            }
            Path::Order(_) | Path::Alive(..) => None,
        }
    }

    /// What stands in a register of a program: what was written, else the default.
    pub fn value(self, settings: &Settings, path: &Path) -> Value {
        match settings.get(path) {
            Value::Nothing if !settings.is_written(path) => self.field(path).map_or(Value::Nothing, |f| (f.default)()),
            written => written.clone(),
        }
    }
}
