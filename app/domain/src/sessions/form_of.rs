//! What the form is filled with: the session as it is, or the usual for a new one.

use super::form::SessionForm;
use super::tools::{clock, wall_field};
use super::words::slug;
use crate::clocks::{Clocks, Day};
use crate::session::{CLAIM_WITHIN, OpenTo, Poll, Session, SessionKind, Timing, Until, When};
use crate::time::Zone;

/// How long it takes unless somebody says otherwise.
const USUAL: &str = "45";
/// How many fields for times a form has.
const FIELDS: usize = 8;

impl SessionForm {
    /// The usual for a new one of that kind.
    pub(super) fn usual(kind: SessionKind, zone: &Zone) -> Self {
        let seats = if kind.has_seats() { "20" } else { "" };
        Self {
            kind: slug(kind).to_owned(),
            how: "once".to_owned(),
            at: "12:30".to_owned(),
            minutes: USUAL.to_owned(),
            zone: zone.as_str().to_owned(),
            ends: "count".to_owned(),
            times: "4".to_owned(),
            choices: vec![String::new(); FIELDS],
            capacity: seats.to_owned(),
            guests: "0".to_owned(),
            closes_before: "0".to_owned(),
            claim_within: CLAIM_WITHIN.0.to_string(),
            open_to: "everyone".to_owned(),
            ..Self::default()
        }
    }

    /// A session as it is.
    pub(super) fn of(session: &Session, clocks: &Clocks) -> Self {
        let form = Self {
            session: session.id.to_string(),
            base: session.revision.at.0.to_string(),
            kind: slug(session.kind).to_owned(),
            title: session.title.to_string(),
            about: session.about.to_string(),
            outcomes: session.outcomes.iter().map(|line| format!("{line}\n")).collect(),
            room: session.place.room.to_string(),
            link: session.place.link.as_ref().map(ToString::to_string).unwrap_or_default(),
            capacity: session.seats.capacity.map(|seats| seats.to_string()).unwrap_or_default(),
            guests: session.seats.guests.to_string(),
            closes_before: (session.seats.closes_before.0 / 60).to_string(),
            claim_within: session.seats.claim_within.0.to_string(),
            open_to: match session.open_to {
                OpenTo::Everyone => "everyone".to_owned(),
                OpenTo::Invited { .. } => "invited".to_owned(),
            },
            program: session.program.as_ref().map(ToString::to_string).unwrap_or_default(),
            ..Self::usual(session.kind, &Zone::utc())
        };
        match &session.when {
            When::Set { timing } => form.with_timing(timing),
            When::Voting { poll } => form.with_poll(poll, clocks),
        }
    }

    fn with_timing(self, timing: &Timing) -> Self {
        let form = Self {
            on: timing.first.iso(),
            at: clock(timing.minute),
            minutes: timing.length.0.to_string(),
            zone: timing.zone.as_str().to_owned(),
            ..self
        };
        let Some(repeats) = &timing.repeats else { return form };
        let repeats_words = repeats.cadence().map_or(repeats.rule.clone(), |cadence| cadence.words());
        let form = Self { how: "series".to_owned(), repeats: repeats_words, ..form };
        match repeats.until {
            Until::Count { dates } => Self { ends: "count".to_owned(), times: dates.to_string(), ..form },
            Until::Day { day } => Self { ends: "day".to_owned(), until: day.iso(), ..form },
        }
    }

    fn with_poll(self, poll: &Poll, clocks: &Clocks) -> Self {
        let mut choices: Vec<String> = poll.choices.iter().map(|at| wall_field(clocks, &poll.zone, *at)).collect();
        choices.resize(FIELDS, String::new());
        Self {
            how: "poll".to_owned(),
            choices,
            minutes: poll.length.0.to_string(),
            zone: poll.zone.as_str().to_owned(),
            vote_until: clocks.wall(&poll.zone, poll.until).day.iso(),
            ..self
        }
    }

    /// The same for this date and those after it: a series of its own that begins there.
    pub(super) fn from(self, timing: &Timing, from: Day) -> Self {
        let left = timing.days().iter().filter(|day| **day >= from).count();
        Self { from: from.iso(), on: from.iso(), times: left.max(2).to_string(), ..self }
    }
}
