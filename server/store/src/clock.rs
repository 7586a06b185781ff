//! The one clock, and the words for a moment in somebody's zone.

use domain::time::{Face, Timestamp, Zone};
use jiff::tz::TimeZone;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Where the store takes the time from. Tests set it; everything else reads the machine's.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The machine's.
    #[default]
    Machine,
    /// Stands still until it is moved on.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `now`.
    pub fn standing_at(now: Timestamp) -> Self {
        Self::Set(Arc::new(AtomicI64::new(now.0)))
    }

    /// Moves a standing clock to `now`; the machine's cannot be moved.
    pub fn set(&self, now: Timestamp) {
        if let Self::Set(at) = self {
            at.store(now.0, Ordering::Relaxed);
        }
    }

    /// The moment it is.
    pub fn now(&self) -> Timestamp {
        match self {
            Self::Machine => Timestamp(jiff::Timestamp::now().as_millisecond()),
            Self::Set(at) => Timestamp(at.load(Ordering::Relaxed)),
        }
    }
}

/// True when the machine's time zone tables hold `zone`.
pub fn zone_exists(zone: &Zone) -> bool {
    TimeZone::get(zone.as_str()).is_ok()
}

/// The moment in the words of `zone`: `Thu 19 Nov, 12:30`.
pub fn face(at: Timestamp, zone: &Zone) -> Face {
    face_as(at, zone, "%a %-d %b, %H:%M")
}

/// The day in the words of `zone`: `19 Nov 2026`.
pub fn day(at: Timestamp, zone: &Zone) -> Face {
    face_as(at, zone, "%-d %b %Y")
}

/// The moment in the words of `zone` and a strftime pattern.
pub fn face_as(at: Timestamp, zone: &Zone, pattern: &str) -> Face {
    let zoned = zoned(at, zone);
    Face { iso: zoned.timestamp().to_string(), text: zoned.strftime(pattern).to_string() }
}

/// Minutes that clocks in `zone` are ahead of UTC at that moment.
pub fn offset_minutes(at: Timestamp, zone: &Zone) -> i32 {
    zoned(at, zone).offset().seconds() / 60
}

/// The moment in `zone`; in UTC when the zone is not known.
pub fn zoned(at: Timestamp, zone: &Zone) -> jiff::Zoned {
    let zone = TimeZone::get(zone.as_str()).unwrap_or(TimeZone::UTC);
    jiff::Timestamp::from_millisecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_zoned(zone)
}

/// The moment that `text` (`2026-11-19T12:30`, as a browser's date and time field writes it) names in `zone`. A time
/// that the clocks skip moves forward; one that they repeat is the first.
pub fn from_field(text: &str, zone: &Zone) -> Option<Timestamp> {
    let zone = TimeZone::get(zone.as_str()).ok()?;
    let civil: jiff::civil::DateTime = text.trim().parse().ok()?;
    Some(Timestamp(civil.to_zoned(zone).ok()?.timestamp().as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_read_in_its_zone_and_gaps_move_forward() {
        let lisbon = Zone::parse("Europe/Lisbon").unwrap();
        let rows = [("2026-11-19T12:30", "Thu 19 Nov, 12:30"), ("2026-03-29T01:30", "Sun 29 Mar, 02:30")];
        for (text, expected) in rows {
            assert_eq!(face(from_field(text, &lisbon).unwrap(), &lisbon).text, expected);
        }
        assert_eq!(from_field("soon", &lisbon), None);
    }

    #[test]
    fn every_zone_that_a_form_takes_is_in_the_tables() {
        let missing = domain::zones::names().filter(|name| !zone_exists(&Zone::parse(name).unwrap()));
        assert_eq!(missing.collect::<Vec<_>>(), Vec::<&str>::new());
    }

    #[test]
    fn one_moment_reads_differently_in_two_zones() {
        let at = from_field("2026-11-19T12:30", &Zone::parse("Europe/Lisbon").unwrap()).unwrap();
        assert_eq!(face(at, &Zone::parse("Asia/Kolkata").unwrap()).text, "Thu 19 Nov, 18:00");
    }
}
