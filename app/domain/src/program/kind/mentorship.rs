//! Mentorship: two people of different levels meet in a steady rhythm, and both learn.
//!
//! Who is matched with whom is decided elsewhere; here stands what an admin can set about it.

use super::{
    Choice, Description, FieldSpec, FieldType, RoleSpec, Section, Taken, Template, TemplateStage, by_hand, held, met,
};
use crate::program::{Capability, Value};

/// All that it is.
pub const DESCRIPTION: Description = Description {
    key: "mentorship",
    title: "Mentorship",
    purpose: "Two people of different levels meet in a steady rhythm; both learn.",
    unit: ("person", "people"),
    fields: &FIELDS,
    roles: &ROLES,
    done_when: "You are done when you have finished the steps of the last stage and thanked each other.",
    templates: &[PAIRS, CIRCLE, FLASH],
};

const ROLES: [RoleSpec; 3] = [
    RoleSpec {
        key: "mentee",
        title: "Learner",
        help: "Brings one goal, and asks for the meetings.",
        can: &[],
        taken: Taken::Freely,
    },
    RoleSpec {
        key: "mentor",
        title: "Mentor",
        help: "Shares what they know, at their own pace, and learns too.",
        can: &[Capability::SeeProgress],
        taken: Taken::Freely,
    },
    RoleSpec {
        key: "guide",
        title: "Guide",
        help: "Helps pairs to begin, and those that are stuck.",
        can: &[Capability::SeeProgress, Capability::TickForOthers, Capability::Admit],
        taken: Taken::Given,
    },
];

const FIELDS: [FieldSpec; 9] = [
    FieldSpec {
        key: "mode",
        label: "Who proposes",
        help: "How pairs come about. People can decline in every one of these, without giving a reason.",
        field: FieldType::OneOf(&[
            Choice { key: "suggested", label: "Kith suggests, people rank" },
            Choice { key: "people", label: "People ask each other" },
            Choice { key: "organisers", label: "Organisers pair people" },
            Choice { key: "everyone", label: "Everybody is matched on the first day" },
            Choice { key: "circles", label: "One mentor, a circle of learners" },
        ]),
        default: || Value::Text("suggested".to_owned()),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "learners_per_mentor",
        label: "Learners per mentor",
        help: "The most at once. A mentor can always take fewer.",
        field: FieldType::Number { min: 1, max: 12, unit: ("learner", "learners"), optional: false },
        default: || Value::Number(1),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "wishes",
        label: "Wishes each",
        help: "How many mentors a learner can rank.",
        field: FieldType::Number { min: 1, max: 5, unit: ("wish", "wishes"), optional: false },
        default: || Value::Number(3),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "answer_within",
        label: "Answer a request within",
        help: "After that the request goes to the next wish, so that nobody waits for silence.",
        field: FieldType::Number { min: 1, max: 14, unit: ("day", "days"), optional: false },
        default: || Value::Number(3),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "levels_apart",
        label: "Levels between mentor and learner",
        help: "By how much the mentor is ahead in the skill, at least.",
        field: FieldType::Number { min: 1, max: 3, unit: ("level", "levels"), optional: false },
        default: || Value::Number(1),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "different_teams",
        label: "Prefer different teams",
        help: "Pairs from different teams carry knowledge further.",
        field: FieldType::Flag,
        default: || Value::Flag(true),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "keep_leads_apart",
        label: "Never pair people with their own lead",
        help: "It is easier to ask somebody who does not judge your work.",
        field: FieldType::Flag,
        default: || Value::Flag(true),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "fit_check",
        label: "Ask after the first meeting whether the pair fits",
        help: "If one of them says no, both are matched anew. Nobody sees who said it.",
        field: FieldType::Flag,
        default: || Value::Flag(true),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "mutual",
        label: "Let pairs teach both ways",
        help: "One pair, two goals: each is the other’s mentor in something.",
        field: FieldType::Flag,
        default: || Value::Flag(true),
        ..FieldSpec::of(Section::Kind)
    },
];

const PAIRS: Template = Template {
    key: "pairs",
    title: "Pairs for three months",
    about: "One mentor and one learner, a meeting every two weeks, four stages to a close that both chose.",
    guidelines: &[
        "You meet every two weeks and agree **one goal** for the first month. A small goal that you reach is worth more \
         than a large one that you talk about.",
        "The learner asks for the meetings and brings the questions. The mentor brings what they have seen, mistakes \
         included, and says so when something is not their field.",
        "What you say stays between the two of you. Notes are yours alone unless you both decide to share one.",
        "After four meetings either of you can stop, **without giving a reason**. Thank each other, and both are free \
         to start again with somebody else.",
    ],
    stages: &[
        TemplateStage {
            title: "First meeting",
            about: "Get to know each other, and agree one goal and one date.",
            days: 14,
            steps: &[met("Meet for the first time"), by_hand("Agree one goal for the first month")],
        },
        TemplateStage {
            title: "Learn by doing",
            about: "Three meetings in which the learner does the work and the mentor watches and asks.",
            days: 42,
            steps: &[
                by_hand("Do a real task together"),
                by_hand("Do it again while your mentor watches"),
                by_hand("Look back at the goal"),
            ],
        },
        TemplateStage {
            title: "On your own",
            about: "The learner does it alone and comes back with what was hard.",
            days: 21,
            steps: &[by_hand("Do the task alone"), by_hand("Talk about what was hard")],
        },
        TemplateStage {
            title: "Thank and close",
            about: "Write down what others could use, thank each other, and decide what comes next.",
            days: 14,
            steps: &[by_hand("Leave a note in the library"), by_hand("Thank each other")],
        },
    ],
    values: &[("cadence", "every 2 weeks on Thursday")],
};

const CIRCLE: Template = Template {
    key: "circle",
    title: "A circle around one mentor",
    about: "Up to six learners share a mentor and, just as much, each other.",
    guidelines: &[
        "A circle is one mentor and up to six people who want to learn the same thing. You meet once a month; between \
         meetings you can ask the whole circle.",
        "Each meeting has **one host from among the learners**. The host picks a case from their own work and sends it \
         round two days before. Nobody needs slides.",
        "Everybody speaks once before anybody speaks twice. The mentor speaks last.",
        "Cases stay in the circle. Leave out names of people outside it.",
    ],
    stages: &[
        TemplateStage {
            title: "Come together",
            about: "Say what you hope for, and settle who hosts which meeting.",
            days: 30,
            steps: &[by_hand("Say what you want to learn"), by_hand("Choose the meeting that you host")],
        },
        TemplateStage {
            title: "Cases",
            about: "A case a month, each hosted by another learner.",
            days: 120,
            steps: &[held("Host one case"), by_hand("Try one idea from somebody else’s case")],
        },
        TemplateStage {
            title: "Pass it on",
            about: "Each of you shows one thing to a colleague outside the circle.",
            days: 30,
            steps: &[by_hand("Teach one thing to a colleague"), by_hand("Thank the circle")],
        },
    ],
    values: &[
        ("mode", "circles"),
        ("learners_per_mentor", "6"),
        ("cadence", "every month on the first Tuesday"),
        ("minutes", "60"),
        ("mutual", "off"),
    ],
};

const FLASH: Template = Template {
    key: "flash",
    title: "One question, one hour",
    about: "A single meeting about a single question, for people who cannot promise more.",
    guidelines: &[
        "Bring **one question** that an hour can answer: a decision that you face, a piece of work to look at, a \
         conversation to prepare.",
        "Send it to your mentor two days before, in five sentences: what the matter is, what you tried, and what you \
         want from the hour.",
        "You owe each other nothing afterwards. If you both want to meet again, join a longer program together.",
    ],
    stages: &[TemplateStage {
        title: "The hour",
        about: "Send the question, meet, and say what you did with the answer.",
        days: 21,
        steps: &[by_hand("Send your question"), met("Meet"), by_hand("Tell your mentor what came of it")],
    }],
    values: &[("wishes", "5"), ("answer_within", "2"), ("minutes", "60"), ("fit_check", "off"), ("mutual", "off")],
};
