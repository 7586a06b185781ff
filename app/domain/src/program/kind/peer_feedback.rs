//! Peer feedback: structured, kind, and safe to give.
//!
//! How safe answers are can only ever get stronger here: audience, thresholds and retention are guarded. What answers
//! hold and how they stay apart from people is elsewhere.

use super::{
    Choice, Description, FieldSpec, FieldType, Guard, RoleSpec, Section, Taken, Template, TemplateStage, by_hand, came,
};
use crate::program::Value;

/// All that it is.
pub const DESCRIPTION: Description = Description {
    key: "peer_feedback",
    title: "Peer feedback",
    purpose: "Colleagues tell each other what works and what to try, in a form that makes it easy and safe.",
    unit: ("person", "people"),
    fields: &FIELDS,
    roles: &ROLES,
    done_when: "You are done when you have answered those who asked you, and said what you do with what you got.",
    templates: &[ROUND, EVERYDAY, KEEP_STOP_START],
};

const ROLES: [RoleSpec; 2] = [
    RoleSpec {
        key: "giver",
        title: "Giver",
        help: "Answers colleagues who ask, and asks for answers about their own work.",
        can: &[],
        taken: Taken::Freely,
    },
    RoleSpec {
        key: "receiver",
        title: "Receiver",
        help: "Asks for answers without giving any; for people who just came.",
        can: &[],
        taken: Taken::Freely,
    },
];

/// From the weakest protection of whoever answers to the strongest.
const AUDIENCES: [Choice; 4] = [
    Choice { key: "program", label: "Everybody in the program, with names" },
    Choice { key: "with_lead", label: "Whoever asked and their lead, with names" },
    Choice { key: "recipient", label: "Only whoever asked, with names" },
    Choice { key: "unnamed", label: "Only whoever asked, without names" },
];

const FIELDS: [FieldSpec; 10] = [
    FieldSpec {
        key: "form",
        label: "Form of an answer",
        help: "What whoever answers is asked.",
        field: FieldType::OneOf(&[
            Choice { key: "situation", label: "Situation, effect, suggestion" },
            Choice { key: "keep_stop_start", label: "Keep, stop, start" },
            Choice { key: "criteria", label: "Criteria with a comment each" },
            Choice { key: "rubric", label: "Rubric with levels" },
            Choice { key: "comment", label: "One comment" },
        ]),
        default: || Value::Text("situation".to_owned()),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "audience",
        label: "Who reads answers",
        help: "People see this before they type. Once the program is open it can only become stricter.",
        field: FieldType::OneOf(&AUDIENCES),
        default: || Value::Text("unnamed".to_owned()),
        guard: Guard::OnlyStronger,
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "threshold",
        label: "Fewest answers per perspective",
        help: "Answers of colleagues, leads or guests show when there are at least this many of them. Once the program is \
               open it can only rise.",
        field: FieldType::Number { min: 3, max: 20, unit: ("answer", "answers"), optional: false },
        default: || Value::Number(5),
        guard: Guard::OnlyStronger,
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "comment_threshold",
        label: "Fewest answers before comments show",
        help: "Words give away more than numbers do. Once the program is open it can only rise.",
        field: FieldType::Number { min: 3, max: 20, unit: ("answer", "answers"), optional: false },
        default: || Value::Number(5),
        guard: Guard::OnlyStronger,
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "retention_days",
        label: "Answers are kept for",
        help: "Then they are deleted. Once the program is open it can only become shorter.",
        field: FieldType::Number { min: 30, max: 1_095, unit: ("day", "days"), optional: false },
        default: || Value::Number(365),
        guard: Guard::OnlyLess,
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "reviewers_each",
        label: "Reviewers each",
        help: "How many colleagues are asked about one person’s work. Late ones get theirs too.",
        field: FieldType::Number { min: 1, max: 10, unit: ("reviewer", "reviewers"), optional: false },
        default: || Value::Number(3),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "reviews_most",
        label: "Most reviews each",
        help: "Nobody is asked to write more than this many in one round.",
        field: FieldType::Number { min: 1, max: 10, unit: ("review", "reviews"), optional: false },
        default: || Value::Number(4),
        guard: Guard::Hours,
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "answer_within",
        label: "Answer within",
        help: "After that somebody else is asked, so that nobody goes without.",
        field: FieldType::Number { min: 2, max: 30, unit: ("day", "days"), optional: false },
        default: || Value::Number(7),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "coach",
        label: "Help with the wording",
        help: "While somebody types, Kith points out what is vague or harsh. It never sends what they type anywhere.",
        field: FieldType::Flag,
        default: || Value::Flag(true),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "guests",
        label: "Guests can answer by link",
        help: "For people outside, such as partners or families. They count as a perspective of their own.",
        field: FieldType::Flag,
        default: || Value::Flag(false),
        ..FieldSpec::of(Section::Kind)
    },
];

const ROUND: Template = Template {
    key: "round",
    title: "A round each quarter",
    about: "Everybody asks, everybody answers three colleagues, and everybody says what they will try.",
    guidelines: &[
        "Write about **one situation that you saw yourself**. Say what the colleague did, what it led to, and what you \
         would try instead or keep.",
        "Be as specific as you would want it for yourself. “Great work” helps nobody, and neither does “be more \
         proactive”.",
        "Answers show without names, and only when at least five have come. Leads do not see them. *Nobody is paid, \
         promoted or graded by them.*",
        "When you get yours, wait a day. Then thank, choose **one thing to try**, and tell whoever asks what came of it.",
    ],
    stages: &[
        TemplateStage {
            title: "Ask",
            about: "Choose what you want to hear about.",
            days: 7,
            steps: &[by_hand("Say what you want to hear about"), by_hand("Name colleagues who saw you do it")],
        },
        TemplateStage {
            title: "Answer",
            about: "Answer the colleagues who were given to you.",
            days: 14,
            steps: &[by_hand("Answer each of your colleagues")],
        },
        TemplateStage {
            title: "Act on it",
            about: "Read, thank, and try one thing.",
            days: 30,
            steps: &[by_hand("Read your answers"), by_hand("Choose one thing to try"), by_hand("Say what came of it")],
        },
    ],
    values: &[("cadence", "every 3 months on the first Monday"), ("minutes", "30")],
};

const EVERYDAY: Template = Template {
    key: "everyday",
    title: "Feedback every week",
    about: "Ask one person about one thing that you did this week. Ten minutes, with names.",
    guidelines: &[
        "Once a week ask **one colleague about one thing** that you did: a handover, a talk, a piece of code, a difficult \
         visit.",
        "Whoever is asked answers in three sentences: the situation, the effect it had, one suggestion. More is not \
         better.",
        "Answers carry names and go to nobody but you. If you want your lead to see one, show it to them yourself.",
    ],
    stages: &[
        TemplateStage {
            title: "Begin",
            about: "Ask for the first time and answer for the first time.",
            days: 14,
            steps: &[by_hand("Ask one colleague"), by_hand("Answer one colleague")],
        },
        TemplateStage {
            title: "Keep it up",
            about: "Four weeks, one question a week.",
            days: 28,
            steps: &[by_hand("Ask in four different weeks"), by_hand("Say what you tried")],
        },
    ],
    values: &[
        ("audience", "recipient"),
        ("cadence", "every week on Friday"),
        ("minutes", "10"),
        ("reviewers_each", "1"),
        ("reviews_most", "2"),
        ("answer_within", "3"),
    ],
};

const KEEP_STOP_START: Template = Template {
    key: "team",
    title: "A team looks at itself",
    about: "What to keep, stop and start, gathered without names and talked about in one meeting.",
    guidelines: &[
        "Each of you writes **one thing to keep, one to stop, one to start**. Write about how the team works, not about \
         who someone is.",
        "Answers show without names when at least five have come. The host reads them out; nobody guesses who wrote what.",
        "The team picks one thing to start, gives it an owner and a date, and looks at it again next time.",
    ],
    stages: &[
        TemplateStage {
            title: "Write",
            about: "Three sentences, without names.",
            days: 7,
            steps: &[by_hand("Write what to keep, stop and start")],
        },
        TemplateStage {
            title: "Talk",
            about: "One meeting, one decision.",
            days: 14,
            steps: &[came("Come to the meeting"), by_hand("Choose one thing to start")],
        },
    ],
    values: &[("form", "keep_stop_start"), ("cadence", "every 2 months on the last Thursday"), ("minutes", "60")],
};
