//! From entries to the bytes of a calendar file. The same entries give the same bytes.

use super::event::{Attendee, Ends, Event, Said, Standing};
use super::line::{Lines, quoted};
use super::zone::Rules;
use domain::clocks::{Day, Wall};
use domain::time::{Span, Timestamp, Zone};
use std::collections::BTreeMap;

/// What a file asks the calendar that reads it to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Show it.
    Publish,
    /// Take it in, or take in what changed.
    Request,
    /// Take it out.
    Cancel,
}

/// A calendar file to be written.
#[derive(Clone, Debug)]
pub struct File<'a> {
    /// What it asks for.
    pub method: Method,
    /// What a calendar that asks again and again is called; `None` for a file that is read once.
    pub feed: Option<&'a str>,
    /// What stands in it.
    pub events: &'a [Event],
}

impl Method {
    /// As files and mails name it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

impl File<'_> {
    /// Its bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut lines = Lines::default();
        lines.begin("VCALENDAR");
        lines.plain("VERSION", "2.0");
        lines.plain("PRODID", "-//Kith//Kith//EN");
        lines.plain("CALSCALE", "GREGORIAN");
        lines.plain("METHOD", self.method.word());
        if let Some(name) = self.feed {
            lines.text("NAME", name);
            lines.text("X-WR-CALNAME", name);
            lines.plain("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
            lines.plain("X-PUBLISHED-TTL", "PT1H");
        }
        let zones = zones(self.events);
        zones.values().for_each(|(rules, years)| rules.write(&mut lines, *years));
        for event in self.events {
            if let Some((rules, _)) = zones.get(&event.zone) {
                Writing { event, rules, method: self.method }.write(&mut lines);
            }
        }
        lines.end("VCALENDAR");
        lines.into_bytes()
    }
}

/// The zones of the entries, each with the first and the last year that they need.
fn zones(events: &[Event]) -> BTreeMap<&Zone, (Rules, (i64, i64))> {
    let mut zones: BTreeMap<&Zone, (Rules, (i64, i64))> = BTreeMap::new();
    for event in events {
        let (first, last) = years(event);
        let (_, known) = zones.entry(&event.zone).or_insert_with(|| (Rules::of(&event.zone), (first, last)));
        *known = (known.0.min(first), known.1.max(last));
    }
    zones
}

/// The years of an entry’s first and last start.
fn years(event: &Event) -> (i64, i64) {
    let year = |day: Day| day.date().0;
    let starts = [Some(event.start), event.original].into_iter().flatten().map(|wall| year(wall.day));
    let first = starts.clone().min().unwrap_or_default();
    let last = starts.max().unwrap_or_default();
    (first, event.repeats.as_ref().map_or(last, |repeats| last.max(year(repeats.last))))
}

/// An entry as it is written.
struct Writing<'a> {
    event: &'a Event,
    rules: &'a Rules,
    method: Method,
}

impl Writing<'_> {
    fn write(&self, lines: &mut Lines) {
        let event = self.event;
        lines.begin("VEVENT");
        lines.plain("UID", &event.uid);
        if let Some(original) = event.original {
            self.wall(lines, "RECURRENCE-ID", original);
        }
        lines.plain("SEQUENCE", &event.version.sequence.to_string());
        lines.plain("DTSTAMP", &utc(event.version.at));
        lines.plain("LAST-MODIFIED", &utc(event.version.modified));
        self.time(lines);
        self.words(lines);
        self.people(lines);
        lines.end("VEVENT");
    }

    fn time(&self, lines: &mut Lines) {
        let event = self.event;
        let starts = self.rules.moment(event.start);
        let shown = self.rules.wall(starts);
        // A rule goes by the wall; what takes place once and would start in a skipped hour is shown where it moved to.
        let start = if event.repeats.is_some() { event.start } else { shown };
        let end = later(start, event.length.0);
        self.wall(lines, "DTSTART", start);
        if start == shown && self.rules.wall(starts.after(Span::minutes(i64::from(event.length.0)))) == end {
            self.wall(lines, "DTEND", end);
        } else {
            // The clocks change meanwhile, so that what they show at the end does not say how long it takes.
            lines.plain("DURATION", &format!("PT{}M", event.length.0));
        }
        if let Some(repeats) = &event.repeats {
            let ends = match repeats.until {
                Ends::Count(dates) => format!("COUNT={dates}"),
                Ends::With(last) => format!("UNTIL={}", utc(self.rules.moment(last))),
            };
            lines.plain("RRULE", &format!("{};{ends}", repeats.rule));
            repeats.left_out.iter().for_each(|left_out| self.wall(lines, "EXDATE", *left_out));
        }
    }

    fn words(&self, lines: &mut Lines) {
        let event = self.event;
        if let Some(follows) = &event.follows {
            lines.text("RELATED-TO", follows);
        }
        lines.text("SUMMARY", &event.summary);
        lines.text("DESCRIPTION", &event.description);
        lines.text("LOCATION", &event.location);
        if !event.url.is_empty() {
            lines.plain("URL", &event.url);
        }
        let is_off = event.standing == Standing::Cancelled || self.method == Method::Cancel;
        lines.plain("STATUS", if is_off { "CANCELLED" } else { "CONFIRMED" });
        lines.plain("TRANSP", if event.is_busy && !is_off { "OPAQUE" } else { "TRANSPARENT" });
    }

    fn people(&self, lines: &mut Lines) {
        if let Some(organizer) = &self.event.organizer {
            let name = format!("ORGANIZER;CN={}", quoted(&organizer.name));
            lines.plain(&name, &format!("mailto:{}", organizer.address));
        }
        // A published file tells nobody who else comes.
        if let Some(attendee) = self.event.attendee.as_ref().filter(|_| self.method != Method::Publish) {
            lines.plain(&attendee.property(), &format!("mailto:{}", attendee.address));
        }
    }

    /// A moment as clocks in the entry’s zone show it.
    fn wall(&self, lines: &mut Lines, name: &str, wall: Wall) {
        match self.rules.name() {
            Some(zone) => lines.plain(&format!("{name};TZID={zone}"), &local(wall)),
            None => lines.plain(name, &format!("{}Z", local(wall))),
        }
    }
}

impl Attendee {
    fn property(&self) -> String {
        let says = match self.says {
            Said::Nothing => "NEEDS-ACTION",
            Said::Yes => "ACCEPTED",
            Said::Maybe => "TENTATIVE",
            Said::No => "DECLINED",
        };
        let name = quoted(&self.name);
        // Answers are given on our pages: no mail is read.
        format!("ATTENDEE;CN={name};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={says};RSVP=FALSE")
    }
}

/// `20261119T123000`.
fn local(wall: Wall) -> String {
    let (year, month, day) = wall.day.date();
    format!("{year:04}{month:02}{day:02}T{:02}{:02}00", wall.minute / 60, wall.minute % 60)
}

/// `20261119T113000Z`.
fn utc(at: Timestamp) -> String {
    let day = Day::utc(at);
    let (year, month, date) = day.date();
    let seconds = at.since(day.begins()).0 / 1_000;
    let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    format!("{year:04}{month:02}{date:02}T{hour:02}{minute:02}{second:02}Z")
}

/// So many minutes later on the same clock.
fn later(wall: Wall, minutes: u16) -> Wall {
    let total = u32::from(wall.minute) + u32::from(minutes);
    let minute = u16::try_from(total % 1_440).unwrap_or_default();
    Wall { day: wall.day.plus(i64::from(total / 1_440)), minute }
}
