//! What is no lunch: meetings of two, swaps, projects, talks, and an hour that looks for its time.

use super::script::{DemoSession, LUNCH, Row, Script, once, series};
use crate::demo::calendar::Calendar;
use domain::session::{Fits, SessionKind};

const RESTORE: Row = Row {
    kind: SessionKind::OneToOne,
    title: "Restoring from the notes alone",
    about: "Dag does it, Noor keeps her hands in her pockets.",
    skills: &["backup-restore"],
    hosts: &["noor-halabi"],
    asked: &["dag-ek"],
    link: "https://fernhill.zoom.us/j/4417",
    minutes: 60,
    ..LUNCH
};
const RADIO: Row = Row {
    kind: SessionKind::Swap,
    title: "Calm calls for neat sheets",
    about: "Tomás shows how to stay calm on the radio, Sunniva how a sheet stays readable.",
    skills: &["calm-radio-calls", "spreadsheet-models"],
    hosts: &["tomas-rivera", "sunniva-aas"],
    room: "Harbour Road, room 2",
    seats: 6,
    minutes: 60,
    ..LUNCH
};
const ROTA: Row = Row {
    kind: SessionKind::ProjectMeeting,
    title: "One rota: where we stand",
    about: "What was done, what is in the way, who does what until next time.",
    hosts: &["ruth-oyelaran"],
    asked: &["wen-li", "yusuf-demir", "jean-baptiste-tchoumi", "marguerite-delacroix"],
    room: "Blue room",
    link: "https://teams.microsoft.com/l/meetup-join/fernhill-rota",
    ..LUNCH
};
const SEEN: Row = Row {
    kind: SessionKind::FeedbackTalk,
    title: "How the first quarter went",
    hosts: &["beatrix-van-der-woude"],
    asked: &["delroy-campbell"],
    room: "Garden bench",
    minutes: 30,
    ..LUNCH
};
const REPORTS: Row = Row {
    title: "SQL for people who read reports",
    about: "Where a number in a report comes from, and how to ask for another.",
    outcomes: &["read a query aloud", "change a date in one"],
    skills: &["sql-for-reports"],
    hosts: &["wen-li"],
    room: "Training room",
    seats: 12,
    minutes: 60,
    ..LUNCH
};
const PUMPS: Row = Row {
    kind: SessionKind::OneToOne,
    title: "Clearing the second alarm",
    about: "The pump on the practice ward, as often as it takes.",
    skills: &["infusion-pumps"],
    hosts: &["rosalind-achterberg"],
    asked: &["gwendolyn-okonkwo-baptiste"],
    room: "Practice ward",
    minutes: 30,
    ..LUNCH
};

pub(super) fn sessions(calendar: &Calendar) -> Vec<DemoSession> {
    use Fits::{IfNeeded, No, Yes};
    let restore_on = calendar.day_of(calendar.workday_ago(16, 14 * 60));
    let mut restore = Script::planned(calendar, &RESTORE, once(restore_on, 14 * 60), 25);
    restore.come(restore_on, 40, &["dag-ek"]).held(restore_on, &[], "Step seven takes twenty minutes. Let it.");
    let mut radio = Script::planned(calendar, &RADIO, once(calendar.day_ahead(12), 15 * 60), 6);
    let on = radio.day(0);
    radio.come(on, 40, &["grace-kiplagat", "meera-subramaniam", "henrik-lindholm"]);
    let rota_on = calendar.day_ahead(2);
    let mut rota =
        Script::planned(calendar, &ROTA, series(rota_on.plus(-28), 9 * 60 + 30, "WEEKLY;INTERVAL=2;", 6), 45);
    for index in 0..2 {
        let on = rota.day(index);
        rota.come(on, 30, &["wen-li", "yusuf-demir", "marguerite-delacroix"]).held(on, &[], "");
    }
    rota.come(rota_on, 20, &["wen-li", "jean-baptiste-tchoumi"]);
    let mut seen = Script::planned(calendar, &SEEN, once(calendar.day_ahead(4), 16 * 60), 3);
    let on = seen.day(0);
    seen.come(on, 20, &["delroy-campbell"]);
    let choices = [(8, 12 * 60 + 30), (10, 12 * 60 + 30), (11, 16 * 60)];
    let choices = choices.map(|(days, minute)| calendar.moment_on(calendar.day_ahead(days), minute));
    let mut choices = choices.to_vec();
    choices.sort_unstable();
    choices.dedup();
    let mut reports = Script::voting(calendar, &REPORTS, &choices, 2);
    reports
        .votes("philippa-drummond", &[Yes, No, IfNeeded])
        .votes("meera-subramaniam", &[Yes, Yes, No])
        .votes("mateo-duarte", &[IfNeeded, Yes, Yes])
        .votes("oisin-byrne", &[Yes, IfNeeded, No]);
    let pumps_on = calendar.day_ahead(6);
    let mut pumps = Script::planned(calendar, &PUMPS, once(pumps_on, 10 * 60), 5);
    pumps.come(pumps_on, 30, &["gwendolyn-okonkwo-baptiste"]);
    [restore, radio, rota, seen, reports, pumps].iter().map(Script::end).collect()
}
