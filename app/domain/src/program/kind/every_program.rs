//! The fields that every program has: what members read, who may join, and the rhythm.

use super::{Choice, FieldSpec, FieldType, Guard, Section};
use crate::actor::Role;
use crate::program::Value;

/// The fields of every program, in the order of the form.
pub const FIELDS: [FieldSpec; 17] = [
    FieldSpec {
        key: "title",
        label: "Name",
        help: "What people call it, in a few words.",
        field: FieldType::Line { longest: 120, required: true },
        ..FieldSpec::of(Section::Words)
    },
    FieldSpec {
        key: "purpose",
        label: "Purpose",
        help: "One or two sentences: what people get from it.",
        field: FieldType::Prose { longest: 500 },
        ..FieldSpec::of(Section::Words)
    },
    FieldSpec {
        key: "organisers",
        label: "Organisers",
        help: "Whom members can ask. They see who is in it, invite people and can pause it.",
        field: FieldType::People,
        empty: "nobody",
        ..FieldSpec::of(Section::Joining)
    },
    FieldSpec {
        key: "teams",
        label: "Teams that may join",
        help: "The teams below them count too. Choose none to let everybody join.",
        field: FieldType::Teams,
        empty: "all teams",
        ..FieldSpec::of(Section::Joining)
    },
    FieldSpec {
        key: "org_roles",
        label: "Roles that may join",
        help: "What people are in the organisation. Choose none to let everybody join.",
        field: FieldType::SomeOf(&[
            Choice { key: Role::Member.as_str(), label: "Members" },
            Choice { key: Role::Manager.as_str(), label: "Managers" },
            Choice { key: Role::ProgramAdmin.as_str(), label: "Program admins" },
            Choice { key: Role::OrgAdmin.as_str(), label: "Organisation admins" },
        ]),
        empty: "all roles",
        ..FieldSpec::of(Section::Joining)
    },
    FieldSpec {
        key: "skills",
        label: "Skills that it is about",
        help: "Whoever knows or wants one of these may join. Choose none to leave it open.",
        field: FieldType::Skills,
        empty: "any skill",
        ..FieldSpec::of(Section::Joining)
    },
    FieldSpec {
        key: "seats",
        label: "Seats",
        help: "How many can be in it at once. Nobody loses a seat when you lower it; nobody new joins until one is free.",
        field: FieldType::Number { min: 1, max: 100_000, unit: ("person", "people"), optional: true },
        guard: Guard::Seats,
        empty: "no limit",
        ..FieldSpec::of(Section::Joining)
    },
    FieldSpec {
        key: "waitlist",
        label: "Waiting list",
        help: "When all seats are taken, people can wait; the first to come gets the next free seat.",
        field: FieldType::Flag,
        default: || Value::Flag(true),
        ..FieldSpec::of(Section::Joining)
    },
    FieldSpec {
        key: "invite_only",
        label: "By invitation only",
        help: "Only those whom an organiser invites can join.",
        field: FieldType::Flag,
        default: || Value::Flag(false),
        ..FieldSpec::of(Section::Joining)
    },
    FieldSpec {
        key: "admission",
        label: "How people join",
        help: "Where people apply, organisers accept or decline, and so does whoever has a role for it. Those who are \
               invited are in at once.",
        field: FieldType::OneOf(&[
            Choice { key: "at_once", label: "At once" },
            Choice { key: "apply", label: "They apply, and somebody accepts them" },
        ]),
        default: || Value::Text("at_once".to_owned()),
        ..FieldSpec::of(Section::Joining)
    },
    FieldSpec {
        key: "starts_on",
        label: "First day",
        help: "From when people meet. The rhythm counts from here, and a program that is open begins on it by itself.",
        field: FieldType::Day,
        empty: "no day",
        ..FieldSpec::of(Section::Rhythm)
    },
    FieldSpec {
        key: "ends_on",
        label: "Last day",
        help: "By when everything is done. Nothing ends by itself: organisers are asked then. Leave it empty for no end.",
        field: FieldType::Day,
        guard: Guard::Deadline,
        empty: "no end",
        ..FieldSpec::of(Section::Rhythm)
    },
    FieldSpec {
        key: "cadence",
        label: "How often people meet",
        help: "Such as “every 2 weeks on Thursday” or “every month on the first Tuesday”. Empty when they choose.",
        field: FieldType::Cadence,
        guard: Guard::Hours,
        empty: "as people agree",
        ..FieldSpec::of(Section::Rhythm)
    },
    FieldSpec {
        key: "at",
        label: "Time of day",
        help: "When a meeting begins, unless those who meet agree otherwise.",
        field: FieldType::TimeOfDay,
        default: || Value::Text("12:30".to_owned()),
        ..FieldSpec::of(Section::Rhythm)
    },
    FieldSpec {
        key: "minutes",
        label: "Length of a meeting",
        help: "People agree to this much of their time. Making it longer reaches only those who join later.",
        field: FieldType::Number { min: 10, max: 240, unit: ("minute", "minutes"), optional: false },
        default: || Value::Number(45),
        guard: Guard::Hours,
        ..FieldSpec::of(Section::Rhythm)
    },
    FieldSpec {
        key: "zone",
        label: "Time zone",
        help: "In which the time of day is meant. Everybody reads it on their own clock.",
        field: FieldType::Zone,
        default: || Value::Text("UTC".to_owned()),
        ..FieldSpec::of(Section::Rhythm)
    },
    FieldSpec {
        key: "notice_days",
        label: "Notice before something is due earlier",
        help: "Nothing that people have to do becomes due earlier than this many days after they are told.",
        field: FieldType::Number { min: 2, max: 30, unit: ("day", "days"), optional: false },
        default: || Value::Number(7),
        ..FieldSpec::of(Section::Rhythm)
    },
];
