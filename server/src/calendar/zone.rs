//! Time zones: where their clocks stand, and how a calendar file says so.
//!
//! A file says it as a list of changes of the clocks, one by one, from the year before its first entry to two years past
//! its last. Rules by which zones change are not in it: they differ between countries and years.

use super::line::{Lines, offset};
use domain::clocks::{Clocks, Day, Wall};
use domain::time::{Span, Timestamp, Zone};
use jiff::SignedDuration;
use jiff::tz::TimeZone;

/// The clocks of a zone.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    zone: TimeZone,
    /// `None` where files write UTC.
    name: Option<String>,
}

impl Rules {
    /// The clocks of `zone`; those of UTC where nothing is known of it.
    pub(super) fn of(zone: &Zone) -> Self {
        let is_utc = ["UTC", "Etc/UTC", "Etc/UCT", "Zulu"].contains(&zone.as_str());
        match TimeZone::get(zone.as_str()) {
            Ok(found) if !is_utc => Self { zone: found, name: Some(zone.as_str().to_owned()) },
            Ok(_) | Err(_) => Self { zone: TimeZone::UTC, name: None },
        }
    }

    /// The name by which moments in this zone refer to it.
    pub(super) fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Seconds that its clocks are ahead of UTC.
    fn ahead(&self, at: jiff::Timestamp) -> i32 {
        self.zone.to_offset(at).seconds()
    }

    /// The moment at which its clocks show `wall`: a skipped hour moves forward, and of a repeated one the first counts.
    pub(super) fn moment(&self, wall: Wall) -> Timestamp {
        let moment = civil(wall).and_then(|civil| self.zone.to_timestamp(civil).ok());
        Timestamp(moment.map_or(wall.day.begins().0, |moment| moment.as_millisecond()))
    }

    /// What its clocks show.
    pub(super) fn wall(&self, at: Timestamp) -> Wall {
        let ahead = |_: &Zone, at: Timestamp| {
            let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
            Span(i64::from(self.ahead(at)) * 1_000)
        };
        Clocks { now: at, ahead: &ahead }.wall(&Zone::utc(), at)
    }

    /// Writes every change of its clocks in those years, the year before them and the two after them.
    pub(super) fn write(&self, lines: &mut Lines, years: (i64, i64)) {
        let Some(name) = self.name() else { return };
        lines.begin("VTIMEZONE");
        lines.plain("TZID", name);
        self.observances(years).iter().for_each(|observance| observance.write(lines));
        lines.end("VTIMEZONE");
    }

    fn observances(&self, (first, last): (i64, i64)) -> Vec<Observance> {
        let new_year = |year| Day::from_date(year, 1, 1).map_or(0, |day| day.begins().0);
        let at = |year| jiff::Timestamp::from_millisecond(new_year(year)).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let (from, to) = (at(first - 1), at(last + 3));
        let mut ahead = self.ahead(from);
        let mut observances = vec![self.first(from, ahead)];
        for change in self.zone.following(from).take_while(|change| change.timestamp() < to) {
            let becomes = change.offset().seconds();
            if becomes != ahead {
                let name = change.abbreviation().to_owned();
                observances.push(Observance {
                    at: change.timestamp(),
                    was: ahead,
                    is: becomes,
                    is_summer: becomes > ahead,
                    name,
                });
            }
            ahead = becomes;
        }
        observances
    }

    /// How the clocks stand at the start.
    fn first(&self, from: jiff::Timestamp, ahead: i32) -> Observance {
        let next = self.zone.following(from).find(|change| change.offset().seconds() != ahead);
        let is_summer =
            next.is_some_and(|next| next.offset().seconds() < ahead && self.zone.to_offset_info(from).dst().is_dst());
        let name = self.zone.to_offset_info(from).abbreviation().to_owned();
        Observance { at: from, was: ahead, is: ahead, is_summer, name }
    }
}

/// From when clocks are so far ahead of UTC.
struct Observance {
    at: jiff::Timestamp,
    was: i32,
    is: i32,
    is_summer: bool,
    name: String,
}

impl Observance {
    fn write(&self, lines: &mut Lines) {
        let kind = if self.is_summer { "DAYLIGHT" } else { "STANDARD" };
        // What clocks showed that had not been changed yet.
        let shown = self.at.saturating_add(SignedDuration::from_secs(self.was.into()));
        let shown = shown.unwrap_or(self.at).strftime("%Y%m%dT%H%M%S").to_string();
        lines.begin(kind);
        lines.plain("DTSTART", &shown);
        lines.plain("TZOFFSETFROM", &offset(self.was));
        lines.plain("TZOFFSETTO", &offset(self.is));
        lines.text("TZNAME", &self.name);
        lines.end(kind);
    }
}

fn civil(wall: Wall) -> Option<jiff::civil::DateTime> {
    let (year, month, day) = wall.day.date();
    let (hour, minute) = (wall.minute / 60, wall.minute % 60);
    let date = jiff::civil::Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    Some(date.to_datetime(jiff::civil::Time::new(hour.try_into().ok()?, minute.try_into().ok()?, 0, 0).ok()?))
}
