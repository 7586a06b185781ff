//! A sixth kind, for tests alone: people read the same book and talk about it. All that it is stands in this file.

use super::{
    Choice, Description, FieldSpec, FieldType, Guard, RoleSpec, Section, Taken, Template, TemplateStage, by_hand,
};
use crate::program::{Capability, Value};

/// All that it is.
pub const DESCRIPTION: Description = Description {
    key: "reading_circle",
    title: "Reading circle",
    purpose: "People read the same book and talk about it.",
    unit: ("reader", "readers"),
    fields: &FIELDS,
    roles: &[
        RoleSpec {
            key: "reader",
            title: "Reader",
            help: "Reads, and says what they make of it.",
            can: &[],
            taken: Taken::Freely,
        },
        RoleSpec {
            key: "chair",
            title: "Chair",
            help: "Chooses the chapters and keeps the time.",
            can: &[Capability::SeeProgress, Capability::TickForOthers],
            taken: Taken::Given,
        },
    ],
    done_when: "You are done when the book is.",
    templates: &[ONE_BOOK],
};

const FIELDS: [FieldSpec; 4] = [
    FieldSpec {
        key: "book",
        label: "Book",
        help: "Title and author.",
        field: FieldType::Line { longest: 160, required: true },
        default: || Value::Text("To be chosen".to_owned()),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "pages",
        label: "Pages a week",
        field: FieldType::Number { min: 10, max: 200, unit: ("page", "pages"), optional: false },
        default: || Value::Number(40),
        guard: Guard::Hours,
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "aloud",
        label: "Read aloud",
        field: FieldType::Flag,
        default: || Value::Flag(false),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "copies",
        label: "Where the copies come from",
        field: FieldType::OneOf(&[
            Choice { key: "library", label: "The library lends them" },
            Choice { key: "own", label: "Everybody brings their own" },
        ]),
        default: || Value::Text("own".to_owned()),
        is_public: false,
        ..FieldSpec::of(Section::Kind)
    },
];

const ONE_BOOK: Template = Template {
    key: "one_book",
    title: "One book",
    about: "Six weeks, one book.",
    guidelines: &["Read the chapter *before* you come.", "Mark one sentence that you would read out."],
    stages: &[
        TemplateStage { title: "First half", about: "", days: 21, steps: &[by_hand("Read the first half")] },
        TemplateStage {
            title: "Second half",
            about: "",
            days: 21,
            steps: &[by_hand("Read the second half"), by_hand("Pass the book on")],
        },
    ],
    values: &[("book", "Middlemarch, George Eliot"), ("cadence", "every week on Monday"), ("aloud", "on")],
};
