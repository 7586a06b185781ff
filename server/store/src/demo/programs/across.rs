//! Mentorship across the whole company: who looks for a mentor, who takes somebody, and how long it may take.

use super::script::{Beginning, DemoProgram, Edit, Script};
use super::{INES, SOL};
use crate::demo::calendar::Calendar;
use domain::org::Org;
use domain::program::{Phase, Policy, ProgramKind};

const ACROSS: Beginning = Beginning {
    kind: ProgramKind::Mentorship,
    template: "pairs",
    title: "Across Fernhill",
    by: INES,
    days: 46,
    values: &[
        ("purpose", "Somebody from another team shows you what they do every day, and learns what you do."),
        ("learners_per_mentor", "2"),
        ("cadence", ""),
        ("minutes", "45"),
        // Sol, who alone knows the keys, sits above half of the house.
        ("keep_leads_apart", "off"),
    ],
    organisers: &[INES],
    teams: &[],
};

pub(super) fn across_fernhill(org: &Org, calendar: &Calendar) -> DemoProgram {
    let mut script = Script::begin(org, calendar, &ACROSS);
    script
        .moves(44, INES, Phase::Open)
        .join(42, "mentor", &["sol-lindqvist", "noor-halabi", "wen-li", "theo-nakamura"])
        .join(41, "mentor", &["ruth-oyelaran", "giovanni-esposito", "dariusz-szymanski", "grace-kiplagat"])
        .moves(40, INES, Phase::Running)
        .join(31, "", &["yusuf-demir", "arjun-venkataraghavan"])
        .edit(&Edit {
            days: 24,
            by: SOL,
            note: "Five wishes instead of three: the most asked mentors were asked by everybody.",
            policy: Policy::EveryoneNow,
            values: &[("wishes", "5")],
            lists: &[],
        })
        .join(12, "", &["katarzyna-lewandowska", "beatrix-van-der-woude"])
        .join(8, "", &["dag-ek", "zoe-vandermeer"])
        .join(5, "", &["jonas-weidner"]);
    script.end()
}
