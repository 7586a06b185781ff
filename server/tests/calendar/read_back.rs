//! Whatever is written reads back as it was, by both libraries.

use crate::dice::Dice;
use crate::read::{events, read, value};
use crate::world::{any_session, entries};
use domain::clocks::Wall;
use server::calendar::event::Event;
use server::calendar::{File, Method};

fn local(wall: Wall) -> String {
    format!("{}T{:02}{:02}00", wall.day.iso().replace('-', ""), wall.minute / 60, wall.minute % 60)
}

fn starts(event: &Event) -> String {
    format!("{}{}", local(event.start), if event.zone.as_str() == "UTC" { "Z" } else { "" })
}

#[test]
fn any_session_reads_back_as_it_was() {
    let mut dice = Dice::new(7);
    for _ in 0..400 {
        let written = entries(&any_session(&mut dice));
        let file = File { method: Method::Publish, feed: Some("Käse, Öl"), events: &written }.bytes();
        let found = events(&file);
        assert_eq!(found.len(), written.len());
        for (event, found) in written.iter().zip(&found) {
            let text = |name| value(found, name).unwrap_or_default().to_owned();
            let said = [text("SUMMARY"), text("DESCRIPTION"), text("LOCATION"), text("URL"), text("UID")];
            assert_eq!(
                said,
                [&event.summary, &event.description, &event.location, &event.url, &event.uid].map(String::clone)
            );
            assert_eq!(text("DTSTART"), starts(event));
            assert_eq!(text("SEQUENCE"), event.version.sequence.to_string());
            assert_eq!(value(found, "RECURRENCE-ID").is_some(), event.original.is_some());
            let left_out = found.iter().filter(|line| line.name == "EXDATE").count();
            assert_eq!(left_out, event.repeats.as_ref().map_or(0, |repeats| repeats.left_out.len()));
        }
    }
}

#[test]
fn every_zone_is_described_once_and_before_it_is_used() {
    let mut dice = Dice::new(11);
    let written: Vec<Event> = (0..60).flat_map(|_| entries(&any_session(&mut dice))).collect();
    let lines = read(&File { method: Method::Publish, feed: None, events: &written }.bytes());
    let described: Vec<&str> =
        lines.iter().filter(|line| line.component == "VTIMEZONE").map(|line| line.value.as_str()).collect();
    assert_eq!(described.len(), 6, "and UTC needs none: {described:?}");
    let mut apart = described.clone();
    apart.sort_unstable();
    apart.dedup();
    assert_eq!(apart.len(), described.len());
    for line in lines.iter().filter(|line| line.component == "VEVENT") {
        for (name, zone) in &line.params {
            assert!(name != "TZID" || described.contains(&zone.as_str()), "{line:?}");
        }
    }
}

#[test]
fn every_line_ends_as_it_must_and_is_short_enough() {
    let mut dice = Dice::new(13);
    for _ in 0..200 {
        let file = File { method: Method::Publish, feed: None, events: &entries(&any_session(&mut dice)) }.bytes();
        let text = String::from_utf8(file).unwrap();
        assert!(text.ends_with("END:VCALENDAR\r\n") && text.matches('\n').count() == text.matches("\r\n").count());
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    }
}
