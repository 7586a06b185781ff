//! What a cadence reads, says and falls on: words, rules, month ends, leap years.

use super::*;
use proptest::prelude::*;

fn parse(text: &str) -> Result<Cadence, String> {
    Cadence::parse("cadence", text).map_err(|refused| refused.to_string())
}

fn day(text: &str) -> Day {
    Day::parse("day", text).unwrap()
}

fn dates(cadence: &str, anchor: &str, from: &str, count: usize) -> Vec<String> {
    parse(cadence).unwrap().days(day(anchor), day(from)).take(count).map(Day::iso).collect()
}

#[test]
fn words_and_rules_say_the_same() {
    let rows = [
        ("every week on Thursday", "FREQ=WEEKLY;BYDAY=TH"),
        ("every 2 weeks on Thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("every month on the first Tuesday", "FREQ=MONTHLY;BYDAY=1TU"),
        ("every 3 months on the last Friday", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR"),
        ("every 12 months on the fourth Sunday", "FREQ=MONTHLY;INTERVAL=12;BYDAY=4SU"),
    ];
    for (words, rule) in rows {
        assert_eq!(parse(words).unwrap().rule(), rule, "{words}");
        assert_eq!(parse(rule).unwrap().words(), words, "{rule}");
    }
}

#[test]
fn people_may_say_it_otherwise() {
    let rows = [
        ("Weekly on Thursdays", "every week on Thursday"),
        ("every Thursday", "every week on Thursday"),
        ("every other week, on Thu.", "every 2 weeks on Thursday"),
        ("fortnightly on monday", "every 2 weeks on Monday"),
        ("every two weeks on Thursday", "every 2 weeks on Thursday"),
        ("monthly on the 1st Tuesday", "every month on the first Tuesday"),
        ("RRULE:FREQ=MONTHLY;INTERVAL=1;BYDAY=+2WE", "every month on the second Wednesday"),
        ("freq=weekly;byday=sa;", "every week on Saturday"),
    ];
    for (text, words) in rows {
        assert_eq!(parse(text).map(Cadence::words).unwrap_or_default(), words, "{text}");
    }
}

#[test]
fn what_no_calendar_here_has_is_refused_with_what_to_write() {
    let rows = [
        ("", "Write it as"),
        ("now and then", "Write it as"),
        ("every day", "Not every day"),
        ("every week", "Say on which weekday."),
        ("every 0 weeks on Thursday", "Write a number from 1 to 12"),
        ("every 13 weeks on Thursday", "Write a number from 1 to 12"),
        ("every -1 weeks on Thursday", "Write a number from 1 to 12"),
        ("every 2 years on Thursday", "People meet every so many weeks or months."),
        ("every 2 weeks on Blursday", "“blursday” is no weekday."),
        ("every 2 weeks on Tuesday and Thursday", "One weekday is enough."),
        ("every month on the fifth Tuesday", "Not every month has a fifth one."),
        ("every month on the Tuesday", "Say on which weekday of the month."),
        ("every month on the 31st Tuesday", "Write first, second, third, fourth or last"),
        ("FREQ=DAILY", "Say on which weekday, with BYDAY."),
        ("FREQ=DAILY;BYDAY=TU", "FREQ is WEEKLY or MONTHLY."),
        ("BYDAY=TU", "FREQ is WEEKLY or MONTHLY."),
        ("FREQ=WEEKLY;INTERVAL=0;BYDAY=TU", "Write a number from 1 to 12"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "One weekday is enough."),
        ("FREQ=WEEKLY;BYDAY=2TU", "write BYDAY=TU."),
        ("FREQ=MONTHLY;BYDAY=TU", "write BYDAY=1TU."),
        ("FREQ=MONTHLY;BYDAY=5TU", "Not every month has a fifth one."),
        ("FREQ=MONTHLY;BYDAY=-2TU", "Before the weekday stands 1 to 4"),
        ("FREQ=MONTHLY;BYDAY=1XX", "BYDAY is one of"),
        ("FREQ=WEEKLY;BYDAY=TU;COUNT=3", "Leave out COUNT"),
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270101T000000Z", "Leave out UNTIL"),
        ("FREQ=WEEKLY;FREQ=WEEKLY;BYDAY=TU", "FREQ stands there twice."),
    ];
    for (text, message) in rows {
        let refused = parse(text).unwrap_err();
        assert!(refused.contains(message), "{text}: {refused}");
    }
}

#[test]
fn weeks_are_counted_from_the_first_such_weekday_of_the_program() {
    // 2026-09-07 is a Monday.
    let thursdays = ["2026-09-10", "2026-09-24", "2026-10-08"];
    assert_eq!(dates("every 2 weeks on Thursday", "2026-09-07", "2026-09-07", 3), thursdays);
    assert_eq!(dates("every 2 weeks on Thursday", "2026-09-07", "2026-01-01", 3), thursdays);
    assert_eq!(dates("every 2 weeks on Thursday", "2026-09-07", "2026-09-10", 1), ["2026-09-10"]);
    assert_eq!(dates("every 2 weeks on Thursday", "2026-09-07", "2026-09-11", 1), ["2026-09-24"]);
    assert_eq!(dates("every week on Monday", "2026-09-07", "2026-12-25", 2), ["2026-12-28", "2027-01-04"]);
    // Over a leap day.
    assert_eq!(dates("every week on Tuesday", "2028-02-22", "2028-02-23", 2), ["2028-02-29", "2028-03-07"]);
}

#[test]
fn months_end_where_they_end() {
    let tuesdays = ["2026-10-06", "2026-11-03", "2026-12-01", "2027-01-05"];
    assert_eq!(dates("every month on the first Tuesday", "2026-09-07", "2026-09-07", 4), tuesdays);
    // The last one is the fourth in a plain February, and the fifth on a leap day.
    let fridays = ["2027-01-29", "2027-02-26", "2027-03-26", "2027-04-30"];
    assert_eq!(dates("every month on the last Friday", "2027-01-01", "2027-01-01", 4), fridays);
    assert_eq!(dates("every month on the last Tuesday", "2028-02-01", "2028-02-01", 1), ["2028-02-29"]);
    assert_eq!(dates("every month on the fourth Tuesday", "2028-02-01", "2028-02-01", 1), ["2028-02-22"]);
    // The anchor is after this month's, so the next month counts as the first.
    let quarters = ["2026-12-25", "2027-03-26", "2027-06-25"];
    assert_eq!(dates("every 3 months on the last Friday", "2026-11-28", "2026-12-01", 3), quarters);
    assert_eq!(dates("every 3 months on the last Friday", "2026-11-28", "2027-01-01", 1), ["2027-03-26"]);
}

#[test]
fn the_calendar_ends_and_so_do_the_days() {
    assert_eq!(parse("every week on Thursday").unwrap().days(day("2199-12-01"), day("2199-12-20")).count(), 1);
    assert_eq!(parse("every month on the last Friday").unwrap().days(day("2199-11-01"), day("2199-11-01")).count(), 2);
    assert_eq!(parse("every week on Monday").unwrap().days(Day(i64::MAX / 4), Day(0)).count(), 0);
}

fn any_cadence() -> impl Strategy<Value = Cadence> {
    let weekly = (1..=12u8, 0..7u8).prop_map(|(every, weekday)| Cadence::Weekly { every, weekday });
    let monthly = (1..=12u8, 1..=5u8, 0..7u8);
    prop_oneof![weekly, monthly.prop_map(|(every, nth, weekday)| Cadence::Monthly { every, nth, weekday })]
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(cadence in any_cadence()) {
        prop_assert_eq!(parse(&cadence.words()), Ok(cadence));
        prop_assert_eq!(parse(&cadence.rule()), Ok(cadence));
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,60}") {
        let _ = parse(&text);
    }

    #[test]
    fn where_one_begins_to_look_changes_nothing(cadence in any_cadence(), anchor in 0..40_000i64, later in 0..4_000i64) {
        let (anchor, from) = (Day(anchor), Day(anchor + later));
        let all = cadence.days(anchor, anchor).find(|day| *day >= from);
        prop_assert_eq!(cadence.days(anchor, from).next(), all);
        let (first, second) = { let mut days = cadence.days(anchor, from); (days.next(), days.next()) };
        prop_assert!(first < second && first >= Some(from));
    }
}
