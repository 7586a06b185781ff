//! Lunch-and-learns: an hour at lunch, one host, everybody welcome.
//!
//! The single sessions with their guests and rooms are elsewhere; here stands what an admin sets for the series.

use super::{
    Choice, Description, FieldSpec, FieldType, RoleSpec, Section, Taken, Template, TemplateStage, by_hand, came, held,
};
use crate::program::{Capability, Value};

/// All that it is.
pub const DESCRIPTION: Description = Description {
    key: "lunch_and_learn",
    title: "Lunch and learn",
    purpose: "Somebody shows what they know while others eat; everybody is welcome.",
    unit: ("person", "people"),
    fields: &FIELDS,
    roles: &ROLES,
    done_when: "You are done when you have been a guest, and have hosted or helped a host once.",
    templates: &[SERIES, SHOW_AND_TELL],
};

const ROLES: [RoleSpec; 3] = [
    RoleSpec { key: "guest", title: "Guest", help: "Comes, eats, and asks.", can: &[], taken: Taken::Freely },
    RoleSpec {
        key: "host",
        title: "Host",
        help: "Shows one thing that they know, in twenty minutes, and answers questions.",
        can: &[Capability::SeeProgress, Capability::TickForOthers, Capability::Invite],
        taken: Taken::Given,
    },
    RoleSpec {
        key: "guide",
        title: "Guide",
        help: "Helps first-time hosts to prepare, and opens the room.",
        can: &[Capability::SeeProgress, Capability::TickForOthers, Capability::Admit, Capability::Invite],
        taken: Taken::Given,
    },
];

const FIELDS: [FieldSpec; 9] = [
    FieldSpec {
        key: "room",
        label: "Room",
        help: "Where people meet, such as “Canteen, east side”.",
        field: FieldType::Line { longest: 160, required: false },
        empty: "no room",
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "link",
        label: "Video link",
        help: "For those who join from elsewhere.",
        field: FieldType::Link,
        empty: "no link",
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "places",
        label: "Places in the room",
        help: "When they are taken, guests wait in line for the next one. Empty for as many as come.",
        field: FieldType::Number { min: 2, max: 1_000, unit: ("guest", "guests"), optional: true },
        empty: "no limit",
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "claim_hours",
        label: "Take a free place within",
        help: "Whoever is next in line has this long to say yes before the place goes to the one after.",
        field: FieldType::Number { min: 1, max: 48, unit: ("hour", "hours"), optional: false },
        default: || Value::Number(4),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "questions_before",
        label: "Gather questions beforehand",
        help: "Guests write what they want to know, and the host sees what most of them ask.",
        field: FieldType::Flag,
        default: || Value::Flag(true),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "leaves",
        label: "What a session leaves",
        help: "So that those who could not come have something of it.",
        field: FieldType::OneOf(&[
            Choice { key: "note", label: "A note in the library" },
            Choice { key: "recording", label: "A note and a recording" },
            Choice { key: "nothing", label: "Nothing" },
        ]),
        default: || Value::Text("note".to_owned()),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "wants_to_open",
        label: "Wishes that open a session",
        help: "When so many want to hear about the same thing, Kith proposes a host, a day and a room.",
        field: FieldType::Number { min: 2, max: 50, unit: ("wish", "wishes"), optional: false },
        default: || Value::Number(5),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "ask_after",
        label: "Ask guests afterwards",
        help: "One tap: was it worth the hour? The host sees how many said yes.",
        field: FieldType::Flag,
        default: || Value::Flag(true),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "host_kit",
        label: "For hosts",
        help: "What a first-time host needs: how to prepare, what is in the room, whom to call. Markdown.",
        field: FieldType::Prose { longest: 4_000 },
        ..FieldSpec::of(Section::Kind)
    },
];

const HOST_KIT: &str = "**One thing, twenty minutes.** Choose what a colleague could use tomorrow, and start with the \
moment at which you needed it yourself.\n\nShow rather than tell: the screen, the tool, the form. Slides are optional; an \
example is not.\n\nStop after twenty minutes. The questions are the better half. If nobody asks, ask the room what they \
would try first.\n\nThe day after, write three sentences for those who could not come.";

const SERIES: Template = Template {
    key: "series",
    title: "Every month at lunch",
    about: "A monthly session with a host from another team each time.",
    guidelines: &[
        "Bring your lunch. Somebody shows **one thing that they know** for twenty minutes, and the rest of the time is \
         for questions.",
        "Anybody can host, and anybody can come. You need not be senior, finished or funny.",
        "Write your question beforehand if you have one; the host answers what most of you ask.",
        "We begin on time and end on time. If you have to leave early, just go.",
    ],
    stages: &[
        TemplateStage {
            title: "Come along",
            about: "Be a guest, ask something.",
            days: 60,
            steps: &[came("Come to one session"), by_hand("Ask one question")],
        },
        TemplateStage {
            title: "Host one",
            about: "Show one thing, with a guide at your side if you like.",
            days: 120,
            steps: &[
                by_hand("Choose one thing to show"),
                held("Host your session"),
                by_hand("Leave a note in the library"),
            ],
        },
    ],
    values: &[("cadence", "every month on the last Wednesday"), ("host_kit", HOST_KIT)],
};

const SHOW_AND_TELL: Template = Template {
    key: "show_and_tell",
    title: "Three in half an hour",
    about: "Every two weeks three people show something for ten minutes each.",
    guidelines: &[
        "Three people, **ten minutes each**, one after the other. A bell rings at nine.",
        "Show something that you made, found or broke since last time. Half-done is welcome.",
        "Clap, then ask one question. Everything else can be talked about over coffee.",
    ],
    stages: &[TemplateStage {
        title: "Take part",
        about: "Come twice, show once.",
        days: 90,
        steps: &[by_hand("Come twice"), by_hand("Show something for ten minutes")],
    }],
    values: &[("cadence", "every 2 weeks on Friday"), ("minutes", "30"), ("wants_to_open", "3")],
};
