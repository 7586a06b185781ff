//! Steps that come out of sessions: take the seat that is held, go to what is today.

use super::{Act, Candidate, NextStep, NextStepKind, StepId, effort};
use crate::reader::{Phrase, Reader};
use crate::session::{Date, Session};
use crate::sessions::{Mine, dates_between, seen};
use crate::time::{Span, Timestamp};
use crate::wording::sentence;

/// From so soon on an hour together is the next thing to happen.
const SOON: Span = Span::hours(24);
/// A seat is held for no date further ahead than this.
const AHEAD: Span = Span::days(370);
/// No hour together takes longer.
const LONGEST: Span = Span::hours(10);

pub(super) fn candidates(reader: &Reader) -> Vec<Candidate> {
    let now = reader.now();
    let span = (now.before(LONGEST), now.after(AHEAD));
    let of = |session: &Session| -> Vec<Candidate> {
        let dates = dates_between(session, span, reader.clocks).into_iter();
        let dates = dates.filter(|date| date.takes_place && date.ends > now);
        dates.filter_map(|date| candidate(reader, session, &date)).collect()
    };
    // What two agreed on is a step of theirs already.
    let stand = seen(reader).filter(|session| session.called_off.is_none() && session.exchange.is_none());
    stand.flat_map(of).collect()
}

fn candidate(reader: &Reader, session: &Session, date: &Date) -> Option<Candidate> {
    let now = reader.now();
    match Mine::of(session, reader.org.occurrence(&session.id, date.on), &reader.me.id) {
        Mine::Held { until } if now < until => Some(claim(reader, (session, date), until)),
        Mine::Host if date.starts.since(now) <= SOON => Some(go(reader, (session, date), "You hold it. ")),
        Mine::Seat if date.starts.since(now) <= SOON => Some(go(reader, (session, date), "You have a seat. ")),
        Mine::Host
        | Mine::Seat
        | Mine::Held { .. }
        | Mine::InLine { .. }
        | Mine::Lapsed
        | Mine::Maybe
        | Mine::No
        | Mine::Nothing => None,
    }
}

fn claim(reader: &Reader, (session, date): (&Session, &Date), until: Timestamp) -> Candidate {
    let minutes = u32::try_from(until.since(reader.now()).0 / 60_000).unwrap_or(0);
    let mut step = step(NextStepKind::Claim, (session, date), format!("Take your seat in {}", session.title));
    "Take the seat".clone_into(&mut step.verb);
    step.why = vec![
        Phrase::plain("A seat has opened. It is held for you until "),
        Phrase::strong(reader.when(until)),
        Phrase::plain(format!(". It starts {}.", reader.when(date.starts))),
    ];
    Candidate { step, urgency: 101 - minutes.clamp(1, 100), value: 10, minutes: 1 }
}

fn go(reader: &Reader, (session, date): (&Session, &Date), mine: &str) -> Candidate {
    let now = reader.now();
    let has_begun = date.starts <= now;
    let title = if has_begun {
        format!("{} has begun", session.title)
    } else {
        format!("{}: {}", reader.when(date.starts), session.title)
    };
    let mut step = step(NextStepKind::Meet, (session, date), title);
    let place = date.place(&session.place);
    let verb = match (&place.link, has_begun) {
        (Some(_), true) => "Join now",
        (Some(_), false) => "Join",
        (None, _) => "See where",
    };
    verb.clone_into(&mut step.verb);
    step.why = vec![Phrase::plain(mine)];
    if !place.room.is_empty() {
        step.why.push(Phrase::strong(place.room.to_string()));
        step.why.push(Phrase::plain(". "));
    }
    let minutes = u32::try_from(date.ends.since(date.starts).0 / 60_000).unwrap_or(0);
    step.effort = effort(minutes);
    let hours = u32::try_from(date.starts.since(now).0 / 3_600_000).unwrap_or(0);
    Candidate { step, urgency: 25 - hours.min(24), value: 10, minutes }
}

fn step(kind: NextStepKind, (session, date): (&Session, &Date), title: String) -> NextStep {
    let on = date.on.iso();
    NextStep {
        id: StepId::new(kind, &[session.id.as_str(), &on]),
        kind,
        title: sentence(&title),
        verb: String::new(),
        act: Act::Open { href: format!("/sessions/{}/{on}", session.id) },
        effort: effort(1),
        why: Vec::new(),
        quote: None,
        reasons: vec![kind.because().to_owned()],
        pair: None,
    }
}
