//! Lunch-and-learns.

use super::script::{DemoSession, LUNCH, Row, Script, once, series};
use crate::demo::calendar::Calendar;
use domain::session::{Change, Place, Says};
use domain::text::Line;
use domain::time::Minutes;

const NOON: u16 = 12 * 60 + 30;

const ALLERGENS: Row = Row {
    title: "Allergens in plain words",
    about: "Ottoline shows how to read the kitchen’s matrix in two minutes, so that nobody has to ring the kitchen from a \
        bedside.",
    outcomes: &[
        "find the 14 allergens of any dish in the matrix",
        "say what “may contain” means to a resident",
        "enter a swap so that the night team sees it",
    ],
    skills: &["allergen-matrix"],
    hosts: &["ottoline-marsh"],
    room: "Kitchen, long table",
    link: "https://meet.jit.si/fernhill-allergens",
    seats: 20,
    guests: 2,
    program: "lunch-table",
    ..LUNCH
};
const COLD_CHAIN: Row = Row {
    title: "Cold chain on four wheels",
    about: "Milica opens a cold box that was on the road for three hours, and reads what the logger says about it.",
    outcomes: &["read a logger", "say when a box has to go back"],
    skills: &["cold-chain"],
    hosts: &["milica-jovanovic"],
    room: "Loading bay",
    seats: 6,
    ..LUNCH
};
const TALKS: Row = Row {
    title: "When a talk turns difficult",
    about: "One true story each month, and what could have been said instead. Nothing leaves the room.",
    outcomes: &["begin with what you saw", "end with who does what"],
    skills: &["difficult-conversations"],
    hosts: &["beatrix-van-der-woude"],
    room: "Blue room",
    seats: 12,
    ..LUNCH
};
const PORTUGUESE: Row = Row {
    title: "Portuguese at lunch",
    about: "Ten words a week, all of them for the bedside.",
    outcomes: &["ask about pain", "say what happens next"],
    skills: &["portuguese-for-care"],
    hosts: &["marisol-quintana"],
    room: "Ward kitchen",
    link: "https://meet.google.com/fer-nhil-por",
    guests: 1,
    minutes: 30,
    ..LUNCH
};
const GENERATOR: Row = Row {
    title: "The generator, with the lights on",
    about: "Once around the generator before anybody has to start it in the dark.",
    outcomes: &["find the room and the key", "start it with the sheet in hand"],
    skills: &["generator-start-up"],
    hosts: &["lars-thorvaldsen"],
    room: "Generator room",
    seats: 8,
    ..LUNCH
};
const STORIES: Row = Row {
    title: "One page for the board",
    about: "Three numbers, one sentence each. Bring a page of yours.",
    outcomes: &["choose three numbers", "leave the rest out"],
    skills: &["data-stories"],
    hosts: &["yusuf-demir"],
    room: "Harbour Road, the long table",
    seats: 10,
    ..LUNCH
};

/// Who comes to the long table most.
const EATERS: [&str; 20] = [
    "leila-haddou",
    "theo-nakamura",
    "yusuf-demir",
    "wen-li",
    "kwabena-asante",
    "mateo-duarte",
    "nele-janssens",
    "pedro-antunes",
    "segun-balogun",
    "grace-kiplagat",
    "oisin-byrne",
    "anneke-de-vries",
    "yaw-boateng",
    "minh-pham",
    "elif-yildiz",
    "chidi-eze",
    "eun-ji-park",
    "vesna-kovacevic",
    "emeka-nwosu",
    "delroy-campbell",
];

pub(super) fn sessions(calendar: &Calendar) -> Vec<DemoSession> {
    vec![
        allergens(calendar),
        cold_chain(calendar),
        talks(calendar),
        portuguese(calendar),
        generator(calendar),
        stories(calendar),
    ]
}

/// The third of four: twenty came, one waited, three went again. The last is an hour later in the hall.
fn allergens(calendar: &Calendar) -> DemoSession {
    let third = calendar.day_ahead(1);
    let timing = series(third.plus(-14), NOON, "WEEKLY;", 4);
    let mut script = Script::planned(calendar, &ALLERGENS, timing, 33);
    let last = script.day(3);
    let hall = Place { room: Line::parse("room", "Long hall").expect("the demo's own words are valid"), link: None };
    let moved = Change::Moved { day: last, minute: NOON + 60, length: Minutes(45), place: Some(hall) };
    let (first, second) = (script.day(0), script.day(1));
    script
        .come(first, 60, &EATERS[..9])
        .held(first, &["wen-li"], "The red list is history. The matrix hangs beside the hatch.")
        .come(second, 60, &EATERS[5..14])
        .held(second, &[], "Traces count too.")
        .otherwise(last, &moved, "The long table is taken that day.", 4)
        .come(third, 40, &EATERS)
        .says(third, 20, "zoe-vandermeer", (Says::Going, 0))
        .says(third, 18, "rafael-moreira", (Says::Maybe, 0))
        .says(third, 1, "delroy-campbell", (Says::NotGoing, 0))
        .says(third, 1, "emeka-nwosu", (Says::NotGoing, 0))
        .says(third, 1, "vesna-kovacevic", (Says::NotGoing, 0))
        .asks(
            third,
            30,
            ("leila-haddou", "Does celery in stock count if it is strained out?"),
            (
                &["kwabena-asante", "mateo-duarte", "minh-pham", "chidi-eze", "nele-janssens"],
                "Yes. It counts even when you cannot see it. We will look at stock first.",
            ),
        )
        .asks(
            third,
            12,
            ("kwabena-asante", "What do I tell a resident who only trusts the old red list?"),
            (&["leila-haddou", "elif-yildiz", "eun-ji-park"], ""),
        )
        .asks(third, 2, ("mateo-duarte", "Can drivers see the matrix on the tablet?"), (&["grace-kiplagat"], ""))
        .material("Matrix, this week", "https://files.fernhill.example/kitchen/matrix", false)
        .material("Recording of the second session", "https://files.fernhill.example/kitchen/allergens-2", true)
        .end()
}

/// Full, with three in line.
fn cold_chain(calendar: &Calendar) -> DemoSession {
    let mut script = Script::planned(calendar, &COLD_CHAIN, once(calendar.day_ahead(5), NOON), 12);
    let on = script.day(0);
    script
        .come(on, 50, &["pedro-antunes", "mateo-duarte", "agnieszka-brzezinska", "mehmet-sahin", "grace-kiplagat"])
        .come(on, 30, &["anneke-de-vries", "yaw-boateng", "nele-janssens", "oisin-byrne"])
        .end()
}

/// Every four weeks; the second is called off.
fn talks(calendar: &Calendar) -> DemoSession {
    let timing = series(calendar.day_ahead(9), NOON, "WEEKLY;INTERVAL=4;", 5);
    let mut script = Script::planned(calendar, &TALKS, timing, 10);
    let (first, second) = (script.day(0), script.day(1));
    script
        .come(first, 26, &["delroy-campbell", "ruth-oyelaran", "henrik-lindholm", "marguerite-delacroix"])
        .otherwise(second, &Change::CalledOff, "The blue room is being painted.", 3)
        .end()
}

/// Half of it is over.
fn portuguese(calendar: &Calendar) -> DemoSession {
    let next = calendar.day_ahead(3);
    let mut script = Script::planned(calendar, &PORTUGUESE, series(next.plus(-21), NOON, "WEEKLY;", 6), 40);
    let learners = ["bjoern-hakansson", "piotr-wojcik", "hannelore-kessler", "eun-ji-park", "minh-pham"];
    for index in 0..3 {
        let on = script.day(index);
        script.come(on, 30, &learners[index..]).held(on, &[], "");
    }
    script.says(next, 20, "piotr-wojcik", (Says::Going, 1)).come(next, 10, &["minh-pham", "elif-yildiz"]).end()
}

/// Over, and closed.
fn generator(calendar: &Calendar) -> DemoSession {
    let on = calendar.day_of(calendar.workday_ago(9, 12 * 60));
    let mut script = Script::planned(calendar, &GENERATOR, once(on, NOON), 20);
    let people = ["mateo-duarte", "theo-nakamura", "noor-halabi", "katarzyna-lewandowska"];
    script.come(on, 48, &people).held(on, &["theo-nakamura"], "The key hangs left of the door, not on the board.").end()
}

/// Called off, with people who meant to come.
fn stories(calendar: &Calendar) -> DemoSession {
    let mut script = Script::planned(calendar, &STORIES, once(calendar.day_ahead(7), NOON), 9);
    let on = script.day(0);
    script
        .come(on, 100, &["sunniva-aas", "meera-subramaniam", "philippa-drummond"])
        .called_off("The board meets that day. We look for another.", 1)
        .end()
}
