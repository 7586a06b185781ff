//! Skill swaps: colleagues teach each other in turn, two by two, in rings, or in chains that a volunteer starts.
//!
//! How rings are found is decided elsewhere; here stands what an admin can set about it.

use super::{
    Choice, Description, FieldSpec, FieldType, RoleSpec, Section, Taken, Template, TemplateStage, by_hand, came, held,
};
use crate::program::{Capability, Value};

/// All that it is.
pub const DESCRIPTION: Description = Description {
    key: "skill_swap",
    title: "Skill swap",
    purpose: "Colleagues teach each other in turn: an hour given is an hour to get.",
    unit: ("person", "people"),
    fields: &FIELDS,
    roles: &ROLES,
    done_when: "You are done when you have taught once, learned once and thanked whoever taught you.",
    templates: &[MONTHLY, TASTER],
};

const ROLES: [RoleSpec; 3] = [
    RoleSpec {
        key: "member",
        title: "Member",
        help: "Offers something to teach and wants something to learn.",
        can: &[],
        taken: Taken::Freely,
    },
    RoleSpec {
        key: "volunteer",
        title: "Volunteer",
        help: "Teaches without asking for anything, and so starts a chain.",
        can: &[],
        taken: Taken::Freely,
    },
    RoleSpec {
        key: "host",
        title: "Host",
        help: "Brings people together who do not know each other yet, and finds the room.",
        can: &[Capability::SeeProgress, Capability::TickForOthers, Capability::Admit, Capability::Invite],
        taken: Taken::Given,
    },
];

const FIELDS: [FieldSpec; 8] = [
    FieldSpec {
        key: "format",
        label: "How people learn",
        help: "In a small group the same hour serves several who want the same thing.",
        field: FieldType::OneOf(&[
            Choice { key: "pairs", label: "Two by two" },
            Choice { key: "groups", label: "In small groups" },
            Choice { key: "either", label: "Two by two or in small groups" },
        ]),
        default: || Value::Text("pairs".to_owned()),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "group_most",
        label: "Learners in a group",
        help: "The most who learn from one colleague at once.",
        field: FieldType::Number { min: 2, max: 8, unit: ("learner", "learners"), optional: false },
        default: || Value::Number(4),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "ring_most",
        label: "Longest ring",
        help: "In a ring of three, Amara teaches Jonas, Jonas teaches Wen, and Wen teaches Amara. \
               Longer rings find more partners and need more people to say yes.",
        field: FieldType::Number { min: 2, max: 4, unit: ("person", "people"), optional: false },
        default: || Value::Number(3),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "chains",
        label: "Let volunteers start chains",
        help: "Somebody who teaches without asking for anything lets several others learn, one after the other.",
        field: FieldType::Flag,
        default: || Value::Flag(true),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "answer_within",
        label: "Answer a swap within",
        help: "A swap happens when all in it say yes by then; otherwise the others are matched anew.",
        field: FieldType::Number { min: 1, max: 14, unit: ("day", "days"), optional: false },
        default: || Value::Number(3),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "offers_last",
        label: "Offers and wants last",
        help: "After that Kith asks whether they still hold, so that nobody writes to a dead offer.",
        field: FieldType::Number { min: 14, max: 180, unit: ("day", "days"), optional: false },
        default: || Value::Number(60),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "levels_apart",
        label: "Levels between teacher and learner",
        help: "By how much whoever teaches is ahead in the skill, at least.",
        field: FieldType::Number { min: 1, max: 3, unit: ("level", "levels"), optional: false },
        default: || Value::Number(1),
        ..FieldSpec::of(Section::Kind)
    },
    FieldSpec {
        key: "hours_behind",
        label: "Hours somebody may owe",
        help: "Whoever has learned this much more than they taught is matched as a teacher first. Nobody is locked out.",
        field: FieldType::Number { min: 1, max: 20, unit: ("hour", "hours"), optional: true },
        empty: "no limit",
        ..FieldSpec::of(Section::Kind)
    },
];

const MONTHLY: Template = Template {
    key: "monthly",
    title: "A swap a month",
    about: "Once a month everybody teaches one thing and learns one thing.",
    guidelines: &[
        "Offer **one thing that you could show a colleague in an hour**. You need not be an expert; being two steps \
         ahead is often better than being twenty.",
        "Once a month Kith looks for partners and for rings of three. You see who teaches you and whom you teach, and \
         the swap happens only when all in it say yes.",
        "An hour is an hour, whatever is taught. The first ten minutes are for where the learner stands, the last five \
         for what to try next.",
        "If you cannot make it, say so as early as you can. Kith mends the ring with as little change as possible.",
    ],
    stages: &[
        TemplateStage {
            title: "Offer and want",
            about: "Say what you can show, and what you would like to see.",
            days: 14,
            steps: &[by_hand("Write one offer"), by_hand("Write one want"), by_hand("Say when you have time")],
        },
        TemplateStage {
            title: "Swap",
            about: "Teach once, learn once.",
            days: 30,
            steps: &[held("Teach your hour"), came("Learn your hour")],
        },
        TemplateStage {
            title: "Look back",
            about: "Say what you can do now, and decide whether you swap again.",
            days: 7,
            steps: &[by_hand("Confirm what you learned"), by_hand("Thank whoever taught you")],
        },
    ],
    values: &[("cadence", "every month on the first Tuesday"), ("minutes", "60"), ("hours_behind", "4")],
};

const TASTER: Template = Template {
    key: "taster",
    title: "Half-hour tasters",
    about: "Two weeks of short swaps, for people who have never done it.",
    guidelines: &[
        "Half an hour is enough to see how somebody else does it. Pick something small: a shortcut, a checklist, a way \
         to say no.",
        "You swap with **one partner**: first one of you shows, then the other. Sit at one screen or one bench.",
        "Afterwards each of you writes one sentence about what you will do differently.",
    ],
    stages: &[
        TemplateStage {
            title: "Find a partner",
            about: "Say what you can show in half an hour.",
            days: 7,
            steps: &[by_hand("Write one offer"), by_hand("Write one want")],
        },
        TemplateStage {
            title: "Show each other",
            about: "Half an hour each way.",
            days: 7,
            steps: &[by_hand("Show yours"), by_hand("See theirs"), by_hand("Write one sentence about it")],
        },
    ],
    values: &[("ring_most", "2"), ("chains", "off"), ("minutes", "30"), ("answer_within", "2")],
};
