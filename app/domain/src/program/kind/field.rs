//! What a field is: its name, its words, what can stand in it, who sees it, and what no edit may do to it.

use crate::program::{List, Value};
use serde::{Deserialize, Serialize};

/// Under which heading of the form a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// What members read.
    Words,
    /// Who may join, and how many.
    Joining,
    /// When and how often.
    Rhythm,
    /// What the kind itself needs.
    Kind,
}

impl Section {
    /// Every section, as the form shows them. Stages stand between the rhythm and the kind's own.
    pub const ALL: [Self; 4] = [Self::Words, Self::Joining, Self::Rhythm, Self::Kind];

    /// The heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Words => "What members read",
            Self::Joining => "Who may join",
            Self::Rhythm => "Rhythm",
            Self::Kind => "How it works",
        }
    }
}

/// One field.
#[derive(Clone, Copy, Debug)]
pub struct FieldSpec {
    /// Its name in paths.
    pub key: &'static str,
    /// Its label: "Learners per mentor".
    pub label: &'static str,
    /// A sentence under the label; may be empty.
    pub help: &'static str,
    /// Under which heading.
    pub section: Section,
    /// What can stand in it.
    pub field: FieldType,
    /// What stands in it as long as nobody wrote it. Of a field that may be empty it is [`Value::Nothing`].
    pub default: fn() -> Value,
    /// What people read while nothing stands in it: "no limit", "all teams".
    pub empty: &'static str,
    /// Whether members see it on the program's page.
    pub is_public: bool,
    /// What no edit may do to it while people are inside.
    pub guard: Guard,
}

impl FieldSpec {
    /// A field of that section as most are: one line, empty, seen by members, unguarded. A description says what differs:
    /// `FieldSpec { key: "room", label: "Room", ..FieldSpec::of(Section::Kind) }`.
    pub const fn of(section: Section) -> Self {
        Self {
            key: "",
            label: "",
            help: "",
            section,
            field: FieldType::Line { longest: 160, required: false },
            default: || Value::Nothing,
            empty: "nothing",
            is_public: true,
            guard: Guard::None,
        }
    }
}

/// What can stand in a field.
#[derive(Clone, Copy, Debug)]
pub enum FieldType {
    /// One line.
    Line {
        /// The most characters.
        longest: usize,
        /// True when something must stand in it.
        required: bool,
    },
    /// Several lines.
    Prose {
        /// The most characters.
        longest: usize,
    },
    /// The address of a page or a call, with http or https; or none.
    Link,
    /// A whole number, or nothing where `optional`.
    Number {
        /// The least.
        min: i64,
        /// The most.
        max: i64,
        /// Of what: "people", "minutes", "days".
        unit: (&'static str, &'static str),
        /// True when nothing may stand in it.
        optional: bool,
    },
    /// One of these.
    OneOf(&'static [Choice]),
    /// Some of these; none means all.
    SomeOf(&'static [Choice]),
    /// Yes or no.
    Flag,
    /// A day, or none.
    Day,
    /// A time of day as "12:30".
    TimeOfDay,
    /// A recurrence, as a rule of RFC 5545; see [`crate::program::Cadence`].
    Cadence,
    /// A time zone.
    Zone,
    /// Teams; none means all.
    Teams,
    /// Skills; none means any.
    Skills,
    /// People: the organisers.
    People,
    /// One of the program's stages: its [`crate::id::ItemId`].
    Stage,
}

/// One of several that a field can hold.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// What stands in the register.
    pub key: &'static str,
    /// What people read.
    pub label: &'static str,
}

/// What a change to a field may not do to those inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// Nothing in particular.
    None,
    /// A seat limit: below those inside it ejects nobody and stops joining.
    Seats,
    /// A day by which something must be done: earlier only with notice.
    Deadline,
    /// Hours that people agreed to give: never more without their yes.
    Hours,
    /// How safe answers are: numbers only grow, and choices only move down their list.
    OnlyStronger,
    /// The same where less is stronger, such as for how many days answers are kept.
    OnlyLess,
}

/// The fields of the items of a list.
#[derive(Clone, Copy, Debug)]
pub struct ListSpec {
    /// Which list.
    pub list: List,
    /// "Stage".
    pub title: &'static str,
    /// Each item's fields.
    pub fields: &'static [FieldSpec],
}
