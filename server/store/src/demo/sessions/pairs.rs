//! Meetings of pairs: two people and nobody else, in the rhythm of their program. None lies ahead, so that whoever visits
//! the demo books the next one.

use super::script::{DemoSession, LUNCH, Row, Script, once, series};
use crate::demo::calendar::Calendar;
use crate::demo::pairs::PROGRAM;
use domain::session::SessionKind;

const TALKS: Row = Row {
    kind: SessionKind::OneToOne,
    title: "Amara and Leïla: Palliative talks",
    skills: &["palliative-talks"],
    hosts: &["amara-okafor"],
    asked: &["leila-haddou"],
    room: "Harbour Road, quiet room",
    program: PROGRAM,
    ..LUNCH
};
const WOUNDS: Row = Row {
    kind: SessionKind::OneToOne,
    title: "Caitríona and Emeka: Wound care",
    skills: &["wound-care"],
    hosts: &["caitriona-ni-dhomhnaill"],
    asked: &["emeka-nwosu"],
    room: "Mill Lane, treatment room",
    program: PROGRAM,
    ..LUNCH
};
const ROUND: Row = Row {
    kind: SessionKind::OneToOne,
    title: "Ingrid and Minh: Medication round",
    skills: &["medication-round"],
    hosts: &["ingrid-sorensen"],
    asked: &["minh-pham"],
    room: "Night office",
    program: PROGRAM,
    ..LUNCH
};

pub(super) fn sessions(calendar: &Calendar) -> Vec<DemoSession> {
    let first = calendar.day_of(calendar.workday_ago(48, 14 * 60));
    let mut talks = Script::planned(calendar, &TALKS, series(first, 14 * 60, "WEEKLY;INTERVAL=2;", 3), 58);
    for index in 0..3 {
        let on = talks.day(index);
        talks.come(on, 30, &["leila-haddou"]).held(on, &[], "");
    }
    let met_once = |row: &Row, days: u32| {
        let on = calendar.day_of(calendar.workday_ago(days, 15 * 60));
        let mut meeting = Script::planned(calendar, row, once(on, 15 * 60), days + 6);
        meeting.come(on, 20, row.asked).held(on, &[], "");
        meeting.end()
    };
    vec![talks.end(), met_once(&WOUNDS, 49), met_once(&ROUND, 40)]
}
