//! Skill swaps: one that goes on every month, and one that is over.

use super::script::{Beginning, DemoProgram, Edit, Script};
use super::{INES, SOL};
use crate::demo::calendar::Calendar;
use domain::org::Org;
use domain::program::{Phase, Policy, ProgramKind};

const FIRST_THURSDAY: Beginning = Beginning {
    kind: ProgramKind::SkillSwap,
    template: "monthly",
    title: "First Thursday swap",
    by: INES,
    days: 80,
    values: &[
        ("purpose", "An hour that you teach and an hour that you learn, on the first Thursday of each month."),
        ("cadence", "every month on the first Thursday"),
        ("at", "15:00"),
        ("answer_within", "7"),
    ],
    organisers: &["beatrix-van-der-woude"],
    teams: &[],
};

pub(super) fn first_thursday(org: &Org, calendar: &Calendar) -> DemoProgram {
    let mut script = Script::begin(org, calendar, &FIRST_THURSDAY);
    script
        .moves(78, INES, Phase::Open)
        .join(76, "", &["jonas-weidner", "wen-li", "ottoline-marsh", "henrik-lindholm", "noor-halabi"])
        .moves(73, INES, Phase::Running)
        .join(70, "", &["theo-nakamura", "sunniva-aas", "aiko-tanabe", "dag-ek"])
        .finish(66, 3, &["jonas-weidner", "wen-li", "ottoline-marsh", "sunniva-aas"])
        .edit(&Edit {
            days: 51,
            by: SOL,
            note: "Half past three is when the late shift comes in. Three o'clock left nobody at the desk.",
            policy: Policy::EveryoneNow,
            values: &[("at", "15:30")],
            lists: &[],
        })
        .finish(45, 2, &["jonas-weidner", "wen-li", "sunniva-aas"])
        .join(38, "", &["marisol-quintana", "grace-kiplagat", "amara-okafor"])
        .finish(31, 1, &["jonas-weidner"])
        .finish(31, 2, &["sunniva-aas"])
        .join(25, "", &["kwabena-asante", "mateo-duarte", "nele-janssens", "jean-baptiste-tchoumi"])
        .join(25, "volunteer", &["caitriona-ni-dhomhnaill"])
        .edit(&Edit {
            days: 17,
            by: INES,
            note: "Rings of four found partners for the three who had none in October.",
            policy: Policy::EveryoneNow,
            values: &[("ring_most", "4")],
            lists: &[],
        })
        .finish(8, 3, &["marisol-quintana", "noor-halabi", "theo-nakamura"]);
    script.end()
}

const WINTER_DRIVING: Beginning = Beginning {
    kind: ProgramKind::SkillSwap,
    template: "taster",
    title: "Half an hour on the skid pad",
    by: SOL,
    days: 70,
    values: &[(
        "purpose",
        "Drivers and carers show each other half an hour of what keeps them safe before the first ice.",
    )],
    organisers: &["tomas-rivera"],
    teams: &[],
};

pub(super) fn winter_driving(org: &Org, calendar: &Calendar) -> DemoProgram {
    let mut script = Script::begin(org, calendar, &WINTER_DRIVING);
    script
        .moves(69, SOL, Phase::Running)
        .join(67, "", &["tomas-rivera", "lars-thorvaldsen", "caitriona-ni-dhomhnaill", "mehmet-sahin"])
        .join(66, "", &["kwabena-asante", "grace-kiplagat"])
        .finish(60, 2, &["tomas-rivera", "lars-thorvaldsen", "caitriona-ni-dhomhnaill", "kwabena-asante"])
        .edit(&Edit {
            days: 55,
            by: SOL,
            note: "The pad is ours until half past nine only.",
            policy: Policy::EveryoneNow,
            values: &[("at", "08:30")],
            lists: &[],
        })
        .finish(49, 3, &["tomas-rivera", "lars-thorvaldsen", "caitriona-ni-dhomhnaill", "kwabena-asante"])
        .finish(42, 4, &["mehmet-sahin"])
        .moves(22, SOL, Phase::Closed);
    script.end()
}
