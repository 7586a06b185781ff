//! What more than two do together: lunch, a project across teams, and a round of feedback.

use super::script::{Beginning, DemoProgram, Edit, Script};
use super::{INES, PRIYA, SOL};
use crate::demo::calendar::Calendar;
use domain::org::Org;
use domain::program::{Phase, Policy, ProgramKind};

const LUNCH_TABLE: Beginning = Beginning {
    kind: ProgramKind::LunchAndLearn,
    template: "series",
    title: "Lunch table",
    by: SOL,
    days: 82,
    values: &[
        ("purpose", "One of us shows something at lunch; the others eat and ask. The long table has ten chairs."),
        ("seats", "10"),
        ("room", "Harbour Road, the long table"),
    ],
    organisers: &["ottoline-marsh"],
    teams: &[],
};

pub(super) fn lunch_table(org: &Org, calendar: &Calendar) -> DemoProgram {
    let mut script = Script::begin(org, calendar, &LUNCH_TABLE);
    script
        .moves(82, SOL, Phase::Running)
        .join(79, "host", &["ottoline-marsh"])
        .join(79, "", &["wen-li"])
        .give_role(79, "ottoline-marsh", ("wen-li", "host"))
        .join(78, "", &["jonas-weidner", "philippa-drummond", "mateo-duarte", "segun-balogun", "delroy-campbell"])
        .join(74, "", &["nele-janssens", "yaw-boateng", "milica-jovanovic"])
        .finish(60, 2, &["jonas-weidner", "philippa-drummond", "wen-li", "segun-balogun"])
        .join(52, "", &["agnieszka-brzezinska", "oisin-byrne", "ruth-oyelaran"])
        .edit(&Edit {
            days: 47,
            by: SOL,
            note: "Two more chairs, from the waiting room. There is no space for a thirteenth.",
            policy: Policy::EveryoneNow,
            values: &[("seats", "12")],
            lists: &[],
        })
        .seat(47)
        .join(35, "", &["anneke-de-vries", "pedro-antunes"])
        .finish(28, 2, &["wen-li", "mateo-duarte", "nele-janssens"])
        .edit(&Edit {
            days: 16,
            by: INES,
            note: "Questions sent before help first-time hosts to prepare.",
            policy: Policy::EveryoneNow,
            values: &[("questions_before", "on"), ("claim_hours", "12")],
            lists: &[],
        })
        .leave(12, "delroy-campbell")
        .join(7, "", &["priya-raman"])
        .finish(5, 1, &["wen-li", "agnieszka-brzezinska"])
        .keep(3, INES, &[("room", "Harbour Road, the library"), ("claim_hours", "24")]);
    script.end()
}

const ONE_ROTA: Beginning = Beginning {
    kind: ProgramKind::Project,
    template: "eight_weeks",
    title: "One rota for all",
    by: INES,
    days: 56,
    values: &[
        (
            "purpose",
            "Care East, Care West and the night team read one rota instead of three. Digital builds it with them.",
        ),
        ("seats", "9"),
        ("admission", "at_once"),
    ],
    organisers: &[PRIYA, "ruth-oyelaran"],
    teams: &[],
};

pub(super) fn one_rota(org: &Org, calendar: &Calendar) -> DemoProgram {
    let mut script = Script::begin(org, calendar, &ONE_ROTA);
    script
        .moves(55, INES, Phase::Open)
        .join(54, "lead", &["priya-raman"])
        .join(
            53,
            "",
            &["jonas-weidner", "yusuf-demir", "rosalind-achterberg", "dariusz-szymanski", "meera-subramaniam"],
        )
        .moves(50, INES, Phase::Running)
        .finish(44, 5, &["priya-raman", "jonas-weidner", "yusuf-demir", "rosalind-achterberg"])
        .edit(&Edit {
            days: 36,
            by: INES,
            note: "Wednesday is handover day in both wards; Tuesday is free for all of you.",
            policy: Policy::EveryoneNow,
            values: &[("cadence", "every week on Tuesday")],
            lists: &[],
        })
        .join(34, "", &["gwendolyn-okonkwo-baptiste", "arjun-venkataraghavan"])
        .finish(24, 1, &["priya-raman", "jonas-weidner", "yusuf-demir"])
        .moves(10, INES, Phase::Paused);
    script.end()
}

const AUTUMN_FEEDBACK: Beginning = Beginning {
    kind: ProgramKind::PeerFeedback,
    template: "round",
    title: "What helped this quarter",
    by: INES,
    days: 19,
    values: &[
        ("purpose", "Each of us hears from five colleagues what to keep doing. Nobody is rated."),
        ("threshold", "5"),
    ],
    organisers: &["beatrix-van-der-woude"],
    teams: &[],
};

pub(super) fn autumn_feedback(org: &Org, calendar: &Calendar) -> DemoProgram {
    let mut script = Script::begin(org, calendar, &AUTUMN_FEEDBACK);
    script
        .edit(&Edit {
            days: 13,
            by: INES,
            note: "The works council asked for a month less.",
            policy: Policy::EveryoneNow,
            values: &[("retention_days", "150")],
            lists: &[],
        })
        .moves(11, INES, Phase::Open)
        .join(10, "receiver", &["ines-carvalho", "beatrix-van-der-woude", "amara-okafor"])
        .join(8, "", &["delroy-campbell", "henrik-lindholm", "sunniva-aas", "theo-nakamura"])
        .join(3, "", &["katarzyna-lewandowska", "jean-baptiste-tchoumi"]);
    script.end()
}
