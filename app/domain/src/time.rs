//! Moments, lengths and zones. The clock itself is not here: `now` is always a parameter.

use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};

/// A moment: milliseconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The moment `span` later.
    pub fn after(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }

    /// The moment `span` earlier.
    pub fn before(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }

    /// How long after `earlier` this is; negative when it is before.
    pub fn since(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

/// A length of time in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span(pub i64);

impl Span {
    /// So many minutes.
    pub const fn minutes(n: i64) -> Self {
        Self(n * 60_000)
    }

    /// So many hours.
    pub const fn hours(n: i64) -> Self {
        Self(n * 3_600_000)
    }

    /// So many days of 24 hours.
    pub const fn days(n: i64) -> Self {
        Self(n * 86_400_000)
    }

    /// Whole days in it, rounded towards zero.
    pub const fn whole_days(self) -> i64 {
        self.0 / 86_400_000
    }
}

/// A number of minutes that someone spends: 1 to 6,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Minutes(pub u16);

/// The IANA name of a time zone, such as `Europe/Lisbon`. Only its shape is checked here; the server knows which exist.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(String);

impl Zone {
    /// The zone of the form field `zone`.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        let text = text.trim();
        let shaped = !text.is_empty()
            && text.len() <= 64
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"/_+-".contains(&b));
        if !shaped {
            return Err(Rejection::invalid("zone", "Write a time zone such as Europe/Lisbon."));
        }
        Ok(Self(text.to_owned()))
    }

    /// Coordinated universal time.
    pub fn utc() -> Self {
        Self("UTC".to_owned())
    }

    /// The IANA name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Zone {
    type Error = Rejection;
    fn try_from(text: String) -> Result<Self, Rejection> {
        Self::parse(&text)
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.0
    }
}

/// A moment as a person reads it: worded once, on the server, in the zone of whoever reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Face {
    /// For machines, as in `<time datetime>`: RFC 3339 in UTC.
    pub iso: String,
    /// For people: `Thu 19 Nov, 12:30`.
    pub text: String,
}
