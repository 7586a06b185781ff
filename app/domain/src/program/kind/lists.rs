//! The lists that every program has: paragraphs of the guidelines, stages, and the steps within stages.

use super::{Choice, FieldSpec, FieldType, Guard, ListSpec, Section};
use crate::program::{ByHour, List, Value};

/// The lists of every program, in the order of the form.
pub const LISTS: [ListSpec; 3] = [
    ListSpec { list: List::Guidelines, title: "Paragraph", fields: &PARAGRAPH },
    ListSpec { list: List::Stages, title: "Stage", fields: &STAGE },
    ListSpec { list: List::Steps, title: "Step", fields: &STEP },
];

const PARAGRAPH: [FieldSpec; 1] = [FieldSpec {
    key: "text",
    label: "How this works",
    help: "Guidelines in Markdown; leave an empty line between paragraphs.",
    field: FieldType::Prose { longest: 4_000 },
    ..FieldSpec::of(Section::Words)
}];

const STAGE: [FieldSpec; 3] = [
    FieldSpec {
        key: "title",
        label: "Name",
        help: "Such as “First meeting”.",
        field: FieldType::Line { longest: 120, required: true },
        ..FieldSpec::of(Section::Rhythm)
    },
    FieldSpec {
        key: "about",
        label: "What happens in it",
        help: "A sentence or two for those who enter it.",
        field: FieldType::Prose { longest: 500 },
        ..FieldSpec::of(Section::Rhythm)
    },
    FieldSpec {
        key: "days",
        label: "Lasts",
        help: "So many days after somebody enters it, its steps are due. Empty when nothing is due.",
        field: FieldType::Number { min: 1, max: 365, unit: ("day", "days"), optional: true },
        guard: Guard::Deadline,
        empty: "no limit",
        ..FieldSpec::of(Section::Rhythm)
    },
];

const STEP: [FieldSpec; 4] = [
    FieldSpec {
        key: "title",
        label: "Name",
        help: "What there is to do, such as “Agree one goal”.",
        field: FieldType::Line { longest: 120, required: true },
        ..FieldSpec::of(Section::Rhythm)
    },
    FieldSpec {
        key: "stage",
        label: "Stage",
        help: "In which stage it is to be done.",
        field: FieldType::Stage,
        ..FieldSpec::of(Section::Rhythm)
    },
    FieldSpec {
        key: "remind_after",
        label: "Remind after",
        help: "So many days into the stage, whoever has not done it is reminded. Empty for no reminder.",
        field: FieldType::Number { min: 1, max: 365, unit: ("day", "days"), optional: true },
        empty: "no reminder",
        ..FieldSpec::of(Section::Rhythm)
    },
    FieldSpec {
        key: ByHour::KEY,
        label: "Done when",
        help: "By itself once an hour of this program is closed and both sides say so, or when somebody ticks it.",
        field: FieldType::OneOf(&[
            Choice { key: "hand", label: "Somebody ticks it" },
            Choice { key: "came", label: "They came to a session" },
            Choice { key: "held", label: "They held a session" },
            Choice { key: "met", label: "They came to a session or held one" },
        ]),
        default: || Value::Text("hand".to_owned()),
        ..FieldSpec::of(Section::Rhythm)
    },
];
