//! What the reader has of one date.

use crate::exchanges::Tone;
use crate::id::PersonId;
use crate::reader::Reader;
use crate::session::{Occurrence, Says, Seat, Session};
use crate::time::Timestamp;

/// What the reader has of one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mine {
    /// They hold it.
    Host,
    /// A seat.
    Seat,
    /// A seat is held for them.
    Held {
        /// Until then.
        until: Timestamp,
    },
    /// A place in line, from 1.
    InLine {
        /// Which.
        place: u32,
    },
    /// A seat was held for them, and they did not take it.
    Lapsed,
    /// They come perhaps.
    Maybe,
    /// They said no.
    No,
    /// They have said nothing.
    Nothing,
}

impl Mine {
    /// What `person` has of a date of which `occurrence` is known.
    pub(crate) fn of(session: &Session, occurrence: Option<&Occurrence>, person: &PersonId) -> Self {
        if session.is_host(person) {
            return Self::Host;
        }
        let answer = occurrence.and_then(|occurrence| Some((occurrence, occurrence.answer_of(person)?)));
        let Some((occurrence, answer)) = answer else { return Self::Nothing };
        match (answer.says, answer.seat) {
            (Says::Maybe, _) => Self::Maybe,
            (Says::NotGoing, _) => Self::No,
            (Says::Going, Seat::Held { until }) => Self::Held { until },
            (Says::Going, Seat::InLine) => Self::InLine { place: occurrence.place_in_line(person).unwrap_or(1) },
            (Says::Going, Seat::Lapsed) => Self::Lapsed,
            (Says::Going, Seat::Seat | Seat::Nothing) => Self::Seat,
        }
    }

    /// True when it stands in the reader's own calendar.
    pub(crate) const fn is_coming(self) -> bool {
        matches!(self, Self::Host | Self::Seat | Self::Held { .. } | Self::InLine { .. } | Self::Maybe)
    }

    /// What it means for the reader.
    pub(crate) const fn tone(self) -> Tone {
        match self {
            Self::Host | Self::Seat => Tone::Agreed,
            Self::Held { .. } => Tone::Yours,
            Self::InLine { .. } | Self::Maybe => Tone::Theirs,
            Self::Lapsed | Self::No | Self::Nothing => Tone::Over,
        }
    }

    /// A word or two, for a chip; empty when there is nothing to say.
    pub(crate) fn label(self) -> String {
        match self {
            Self::Host => "you host it".to_owned(),
            Self::Seat => "seat saved".to_owned(),
            Self::Held { .. } => "seat held for you".to_owned(),
            Self::InLine { place } => format!("{} in line", ordinal(place)),
            Self::Lapsed => "seat passed on".to_owned(),
            Self::Maybe => "maybe".to_owned(),
            Self::No => "not going".to_owned(),
            Self::Nothing => String::new(),
        }
    }

    /// The same in a sentence; empty when there is nothing to say.
    pub(crate) fn words(self, reader: &Reader, guests: u8) -> String {
        let with = match guests {
            0 => String::new(),
            1 => ", and one for your guest".to_owned(),
            n => format!(", and {n} for your guests"),
        };
        match self {
            Self::Host => "You host it.".to_owned(),
            Self::Seat => format!("You have a seat{with}."),
            Self::Held { until } => format!("A seat is held for you until {}.", reader.when(until)),
            Self::InLine { place } => format!("You are {} in line.", ordinal(place)),
            Self::Lapsed => "The seat that was held for you went on to the next. You can ask again.".to_owned(),
            Self::Maybe => "You said maybe. That takes no seat.".to_owned(),
            Self::No => "You said that you do not come.".to_owned(),
            Self::Nothing => String::new(),
        }
    }
}

/// "1st", "2nd", "11th".
pub(super) fn ordinal(n: u32) -> String {
    let ending = match (n % 10, n % 100) {
        (1, 11) | (2, 12) | (3, 13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}
