//! Collaborative projects: a team from several teams makes something real and learns by it.
//!
//! Which team covers the needs and learns most is decided elsewhere; here stands what an admin can set about it.

use super::{
    Choice, Description, FieldSpec, FieldType, Guard, RoleSpec, Section, Taken, Template, TemplateStage, by_hand,
};
use crate::program::{Capability, Value};

/// All that it is.
pub const DESCRIPTION: Description = Description {
    key: "project",
    title: "Project",
    purpose: "People from several teams make something real together, and some of them learn a skill by it.",
    unit: ("person", "people"),
    fields: &FIELDS,
    roles: &ROLES,
    done_when: "It is done when what you made is in use and everybody’s part in it is written down.",
    templates: &[EIGHT_WEEKS, SPRINT],
};

const ROLES: [RoleSpec; 3] = [
    RoleSpec {
        key: "member",
        title: "Member",
        help: "Does a part of the work, with a skill they have or one they learn.",
        can: &[],
        taken: Taken::Freely,
    },
    RoleSpec {
        key: "lead",
        title: "Lead",
        help: "Keeps the goal in sight, and says who does what by when.",
        can: &[Capability::SeeProgress, Capability::TickForOthers, Capability::Admit, Capability::Invite],
        taken: Taken::Given,
    },
    RoleSpec {
        key: "guide",
        title: "Guide",
        help: "Teaches whoever is in a growth seat, and does not do it for them.",
        can: &[Capability::SeeProgress, Capability::TickForOthers],
        taken: Taken::Given,
    },
];

const FIELDS: [FieldSpec; 8] = [
    FieldSpec {
        key: "mode",
        label: "Who proposes",
        help: "How a team comes about. Whoever is put forward can always say no.",
        field: FieldType::OneOf(&[
            Choice { key: "suggested", label: "Kith suggests a team" },
            Choice { key: "apply", label: "People come forward" },
            Choice { key: "nominate", label: "Teams name people" },
        ]),
        default: || Value::Text("suggested".to_owned()),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "team_size",
        label: "People in the team",
        help: "Growth seats included.",
        field: FieldType::Number { min: 2, max: 30, unit: ("person", "people"), optional: false },
        default: || Value::Number(6),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "growth_seats",
        label: "Growth seats",
        help: "Places for people who want to learn a skill that the project needs and do not have it yet.",
        field: FieldType::Number { min: 0, max: 10, unit: ("seat", "seats"), optional: false },
        default: || Value::Number(1),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "guide_each",
        label: "A guide for every growth seat",
        help: "Somebody in the team who can teach the skill and has the time to.",
        field: FieldType::Flag,
        default: || Value::Flag(true),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "learning",
        label: "Weight of learning",
        help: "At 0 the team that covers the needs best is suggested, at 100 the one that learns most; 50 weighs both alike.",
        field: FieldType::Number { min: 0, max: 100, unit: ("per cent", "per cent"), optional: false },
        default: || Value::Number(50),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "hours_a_week",
        label: "Hours a week",
        help: "What people agree to give. More than that reaches only those who join later.",
        field: FieldType::Number { min: 1, max: 40, unit: ("hour", "hours"), optional: false },
        default: || Value::Number(4),
        guard: Guard::Hours,
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "lending_credit",
        label: "Credit the teams that lend people",
        help: "The page and the close name them beside what was made.",
        field: FieldType::Flag,
        default: || Value::Flag(true),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "workplace",
        label: "Where the work is",
        help: "The address of the board, the folder or the repository.",
        field: FieldType::Link,
        empty: "no link",
        ..FieldSpec::of(Section::Kind)
    },
];

const EIGHT_WEEKS: Template = Template {
    key: "eight_weeks",
    title: "Eight weeks, one result",
    about: "A cross-team project with a clear end, a growth seat with a guide, and a close that counts as evidence.",
    guidelines: &[
        "Say in **one sentence what will exist at the end** that does not exist today, and who will use it. If the team \
         cannot agree on that sentence, the project is not ready.",
        "You give the hours that stand here, and no more. If they are not enough, make the result smaller rather than \
         the evenings longer.",
        "A growth seat is for learning. Its guide explains, watches and asks; whoever sits in it does the work with \
         their own hands.",
        "Meet every week for half an hour: what is done, what is next, who needs help. Write down what you decide.",
        "At the close each of you says what the others did. That is what everybody takes away.",
    ],
    stages: &[
        TemplateStage {
            title: "Set out",
            about: "Agree the result, the parts and who learns what from whom.",
            days: 7,
            steps: &[
                by_hand("Agree the result in one sentence"),
                by_hand("Share out the parts"),
                by_hand("Name a learning goal for each growth seat"),
            ],
        },
        TemplateStage {
            title: "Make it",
            about: "Work on it in small pieces that somebody can try.",
            days: 35,
            steps: &[by_hand("Show a first piece to whoever will use it"), by_hand("Show it again after changing it")],
        },
        TemplateStage {
            title: "Hand over",
            about: "Put it to use, with somebody who looks after it from now on.",
            days: 7,
            steps: &[by_hand("Put it to use"), by_hand("Hand it to whoever looks after it")],
        },
        TemplateStage {
            title: "Close",
            about: "Write down who did and who learned what, and thank the teams that lent people.",
            days: 7,
            steps: &[
                by_hand("Confirm each other’s parts"),
                by_hand("Leave a note in the library"),
                by_hand("Thank the teams"),
            ],
        },
    ],
    values: &[("cadence", "every week on Wednesday"), ("minutes", "30"), ("admission", "apply")],
};

const SPRINT: Template = Template {
    key: "sprint",
    title: "Two days together",
    about: "A short, full-time push on one problem by people who rarely meet.",
    guidelines: &[
        "You have two days for **one problem that several teams share**. At the end of the second day you show something \
         that works, however small.",
        "Sit together, or in one call that stays open. Put other work aside; your leads have agreed to it.",
        "Work in pairs of people from different teams and change pairs at every meal.",
    ],
    stages: &[
        TemplateStage {
            title: "Before",
            about: "Choose the problem and bring what you know about it.",
            days: 14,
            steps: &[by_hand("Agree the problem"), by_hand("Bring one example from your own work")],
        },
        TemplateStage {
            title: "Two days",
            about: "Make it and show it.",
            days: 2,
            steps: &[by_hand("Work with somebody from another team"), by_hand("Show what works")],
        },
        TemplateStage {
            title: "After",
            about: "Decide whether it lives on, and with whom.",
            days: 14,
            steps: &[by_hand("Decide what happens with it"), by_hand("Confirm each other’s parts")],
        },
    ],
    values: &[("hours_a_week", "16"), ("growth_seats", "2"), ("mode", "apply"), ("admission", "apply")],
};
