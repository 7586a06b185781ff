//! What clocks show.

use super::*;

/// Wednesday 18 November 2026, 08:12 UTC.
const NOW: Timestamp = Timestamp(1_794_989_520_000);

/// Where clocks stand in winter.
pub fn ahead(zone: &Zone, _: Timestamp) -> Span {
    match zone.as_str() {
        "Europe/Berlin" => Span::hours(1),
        "America/Lima" => Span::hours(-5),
        "Asia/Kolkata" => Span::minutes(330),
        _ => Span::hours(0),
    }
}

fn clocks() -> Clocks<'static> {
    Clocks { now: NOW, ahead: &ahead }
}

fn zone(name: &str) -> Zone {
    Zone::parse(name).unwrap()
}

#[test]
fn days_have_the_dates_of_the_calendar() {
    let rows = [
        (0, (1970, 1, 1), "Thursday 1 January"),
        (-1, (1969, 12, 31), "Wednesday 31 December"),
        (11_016, (2000, 2, 29), "Tuesday 29 February"),
        (20_775, (2026, 11, 18), "Wednesday 18 November"),
    ];
    for (day, date, words) in rows {
        assert_eq!((Day(day).date(), Day(day).in_full().as_str()), (date, words));
    }
}

#[test]
fn a_moment_reads_as_people_say_it() {
    let rows = [
        (0, "today 09:12"),
        (24, "tomorrow 09:12"),
        (-24, "yesterday 09:12"),
        (48, "Friday 09:12"),
        (24 * 6, "Tuesday 09:12"),
        (24 * 7, "Wednesday 25 November 09:12"),
        (-48, "Monday 16 November 09:12"),
    ];
    for (hours, words) in rows {
        assert_eq!(clocks().when(&zone("Europe/Berlin"), NOW.after(Span::hours(hours))), words);
    }
}

#[test]
fn two_people_read_one_moment_on_their_own_clocks() {
    let rows = [
        ("Europe/Berlin", 0, "Today 09:12 for both of you"),
        ("UTC", 0, "Today 09:12 your time · 08:12 for Amara"),
        ("America/Lima", -5, "Today 04:12 your time · Tuesday 22:12 for Amara"),
        ("Asia/Kolkata", 24, "Tomorrow 09:12 your time · 13:42 for Amara"),
    ];
    for (theirs, hours, words) in rows {
        let at = NOW.after(Span::hours(hours));
        assert_eq!(clocks().for_both(&zone("Europe/Berlin"), &zone(theirs), "Amara", at), words);
    }
}

#[test]
fn a_wall_time_leads_back_to_its_moment() {
    for name in ["Europe/Berlin", "America/Lima", "Asia/Kolkata", "UTC"] {
        let wall = clocks().wall(&zone(name), NOW);
        assert_eq!(clocks().moment(&zone(name), wall), NOW, "{name}");
    }
    assert_eq!(clocks().face(&zone("America/Lima"), NOW).iso, "2026-11-18T08:12:00Z");
    assert_eq!(clocks().face(&zone("Europe/Berlin"), NOW.before(Span::days(8))).text, "Tue 10 Nov 09:12");
}

#[test]
fn a_skipped_hour_moves_forward_and_of_a_repeated_one_the_first_counts() {
    // Clocks east of Greenwich change at 01:00 UTC, those west of it at 07:00 and 06:00 UTC.
    let ahead = |zone: &Zone, at: Timestamp| {
        let hour = |text: &str, hour| Day::parse("", text).unwrap().begins().after(Span::hours(hour));
        let (winter, starts, ends) = match zone.as_str() {
            "Europe/Berlin" => (1, hour("2026-03-29", 1), hour("2026-10-25", 1)),
            _ => (-5, hour("2026-03-08", 7), hour("2026-11-01", 6)),
        };
        Span::hours(if (starts..ends).contains(&at) { winter + 1 } else { winter })
    };
    let clocks = Clocks { now: NOW, ahead: &ahead };
    let rows = [
        ("Europe/Berlin", "2026-03-28", 150, "2026-03-28T01:30:00Z"),
        ("Europe/Berlin", "2026-03-29", 119, "2026-03-29T00:59:00Z"),
        ("Europe/Berlin", "2026-03-29", 150, "2026-03-29T01:30:00Z"),
        ("Europe/Berlin", "2026-03-29", 180, "2026-03-29T01:00:00Z"),
        ("Europe/Berlin", "2026-10-25", 119, "2026-10-24T23:59:00Z"),
        ("Europe/Berlin", "2026-10-25", 150, "2026-10-25T00:30:00Z"),
        ("Europe/Berlin", "2026-10-25", 180, "2026-10-25T02:00:00Z"),
        ("America/New_York", "2026-03-08", 119, "2026-03-08T06:59:00Z"),
        ("America/New_York", "2026-03-08", 150, "2026-03-08T07:30:00Z"),
        ("America/New_York", "2026-03-08", 180, "2026-03-08T07:00:00Z"),
        ("America/New_York", "2026-11-01", 90, "2026-11-01T05:30:00Z"),
        ("America/New_York", "2026-11-01", 120, "2026-11-01T07:00:00Z"),
    ];
    for (name, day, minute, iso) in rows {
        let wall = Wall { day: Day::parse("", day).unwrap(), minute };
        assert_eq!(clocks.face(&zone(name), clocks.moment(&zone(name), wall)).iso, iso, "{name} {day} {minute}");
    }
}

#[test]
fn a_greeting_follows_the_readers_own_clock() {
    assert_eq!(clocks().greeting(&zone("Europe/Berlin")), "Good morning");
    assert_eq!(clocks().greeting(&zone("Asia/Kolkata")), "Good afternoon");
    assert_eq!(clocks().greeting(&zone("America/Lima")), "Good evening");
}
