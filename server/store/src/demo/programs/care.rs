//! Mentorship: the pairs that have met since September, and a circle that is still being thought out.

use super::script::{Beginning, DemoProgram, Edit, Script};
use super::{INES, PRIYA, SOL};
use crate::demo::calendar::Calendar;
use domain::org::Org;
use domain::program::{Phase, Policy, ProgramKind};

const PAIRS: Beginning = Beginning {
    kind: ProgramKind::Mentorship,
    template: "pairs",
    title: "Pairs for Care",
    by: INES,
    days: 84,
    values: &[
        ("purpose", "Nurses and carers learn from somebody who has done it for years, one visit at a time."),
        ("seats", "24"),
        ("minutes", "45"),
    ],
    organisers: &[PRIYA, "marguerite-delacroix"],
    teams: &["care-east", "care-west"],
};

pub(super) fn pairs(org: &Org, calendar: &Calendar) -> DemoProgram {
    let mut script = Script::begin(org, calendar, &PAIRS);
    script
        .moves(81, INES, Phase::Open)
        .join(79, "mentor", &["amara-okafor", "rosalind-achterberg", "kwabena-asante", "ingrid-sorensen"])
        .join(78, "mentor", &["caitriona-ni-dhomhnaill", "eun-ji-park", "elif-yildiz", "dariusz-szymanski"])
        .join(77, "", &["chidi-eze", "leila-haddou", "minh-pham", "bjoern-hakansson", "emeka-nwosu"])
        .join(75, "", &["hannelore-kessler", "zoe-vandermeer", "oluwaseun-adeyemi", "rafael-moreira"])
        .moves(74, INES, Phase::Running)
        .finish(70, 2, &["amara-okafor", "chidi-eze", "rosalind-achterberg", "leila-haddou", "kwabena-asante"])
        .finish(68, 2, &["minh-pham", "ingrid-sorensen", "emeka-nwosu", "elif-yildiz", "hannelore-kessler"])
        .edit(&Edit {
            days: 62,
            by: SOL,
            note: "Two mentors asked for a second learner. Nobody has to take one.",
            policy: Policy::NextStage,
            values: &[("learners_per_mentor", "2")],
            lists: &[],
        })
        .join(58, "", &["abena-mensah", "fatima-zahra-el-idrissi", "vesna-kovacevic"])
        .finish(55, 2, &["caitriona-ni-dhomhnaill", "eun-ji-park", "oluwaseun-adeyemi", "abena-mensah"])
        .finish(48, 2, &["amara-okafor", "chidi-eze", "kwabena-asante", "minh-pham", "ingrid-sorensen"])
        .leave(44, "rafael-moreira")
        .finish(40, 1, &["amara-okafor", "chidi-eze", "kwabena-asante"])
        .edit(&Edit {
            days: 33,
            by: INES,
            note: "A drill before the close shows what only one of the two can do. Asked for by four pairs.",
            policy: Policy::NextStage,
            values: &[
                ("steps/departure-drill", "on"),
                ("steps/departure-drill/title", "Departure drill"),
                ("steps/departure-drill/stage", "thank-and-close"),
            ],
            lists: &[],
        })
        .finish(26, 2, &["amara-okafor", "chidi-eze", "kwabena-asante"])
        .join(20, "", &["siobhan-gallagher", "piotr-wojcik"])
        .finish(15, 1, &["amara-okafor", "chidi-eze", "leila-haddou", "rosalind-achterberg"])
        .edit(&Edit {
            days: 9,
            by: INES,
            note: "Said more plainly who asks for the meetings; three people had waited for each other.",
            policy: Policy::EveryoneNow,
            values: &[(
                "purpose",
                "Nurses and carers learn from somebody who has done it for years, one visit at a time. Whoever learns \
                 asks for the meetings.",
            )],
            lists: &[],
        })
        .invite(6, PRIYA, &["giovanni-esposito"])
        .finish(4, 2, &["amara-okafor", "siobhan-gallagher"])
        .finish(2, 1, &["leila-haddou", "emeka-nwosu"]);
    script.end()
}

const NIGHT_CIRCLE: Beginning = Beginning {
    kind: ProgramKind::Mentorship,
    template: "circle",
    title: "Night circle",
    by: INES,
    days: 5,
    values: &[
        ("purpose", "Whoever is awake alone at three can ask six people who have been."),
        ("seats", "7"),
        ("at", "21:30"),
    ],
    organisers: &["dariusz-szymanski"],
    teams: &["night-team"],
};

pub(super) fn night_circle(org: &Org, calendar: &Calendar) -> DemoProgram {
    let mut script = Script::begin(org, calendar, &NIGHT_CIRCLE);
    script.edit(&Edit {
        days: 3,
        by: SOL,
        note: "The house is locked from ten on, so it begins earlier.",
        policy: Policy::EveryoneNow,
        values: &[("at", "20:30")],
        lists: &[],
    });
    script.end()
}
