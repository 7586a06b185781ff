//! Steps that come after an hour together: say what came of it, or that it was so; and the one before: open the session
//! that colleagues wait for.

use super::{Act, Candidate, NextStep, NextStepKind, StepId, effort};
use crate::host_proposals::{waiting_for, who_asks};
use crate::reader::{Phrase, Reader};
use crate::session::{CloseStage, Date, HostProposal, Hour, Occurrence, Session};
use crate::tag::PersonTag;
use crate::time::Span;

/// A date that is over for longer is not asked for any more.
const REMEMBERED: Span = Span::days(7);

pub(super) fn candidates(reader: &Reader) -> Vec<Candidate> {
    // Two who agreed on an hour are asked whether they met.
    let of_more = |session: &&Session| session.exchange.is_none();
    let dates = reader.org.dates_of(&reader.me.id).filter(|(session, _)| of_more(session));
    let signs = dates.filter_map(|(session, said)| sign(reader, session, said));
    let held = reader.org.sessions_of(&reader.me.id).filter(|session| session.is_host(&reader.me.id));
    let held = held.filter(of_more);
    let closes = held.flat_map(|session| close(reader, session));
    let opens = waiting_for(reader).into_iter().map(|proposal| open(reader, proposal));
    signs.chain(closes).chain(opens).collect()
}

/// Somebody who was there says that it was so.
fn sign(reader: &Reader, session: &Session, said: &Occurrence) -> Option<Candidate> {
    let closed = said.closed.as_ref().filter(|closed| closed.may_countersign(session, &reader.me.id))?;
    let date = session.timing()?.date(said.on, reader.clocks)?;
    let hour = Hour { session, date: &date, now: reader.now() };
    if !matches!(hour.stage(said), CloseStage::Proposed { .. }) {
        return None;
    }
    let host = PersonTag::of(reader.org, &closed.by);
    let href = format!("/sessions/{}/{}/close", session.id, said.on.iso());
    let mut step = step(session, &date, format!("Was it so? {}", session.title), href);
    step.verb = "So it was".to_owned();
    step.act = Act::Countersign { session: session.id.clone(), on: said.on.iso(), seen: closed.at };
    let people = crate::wording::counted(closed.people.len(), "person was", "people were");
    step.why = vec![
        Phrase::strong(host.first_name()),
        Phrase::plain(format!(" says that {people} there, for {} minutes. Your word makes it ", closed.minutes.0)),
        Phrase::strong("count"),
        Phrase::plain("."),
    ];
    Some(Candidate { step, urgency: 30, value: 10, minutes: 1 })
}

/// A host says what came of the latest date that is over.
fn close(reader: &Reader, session: &Session) -> Option<Candidate> {
    let now = reader.now();
    let over = session.timing()?.dates(reader.clocks).filter(|date| date.takes_place && date.ends <= now);
    let date = over.last().filter(|date| now.since(date.ends) < REMEMBERED && session.called_off.is_none())?;
    if reader.org.occurrence(&session.id, date.on).is_some_and(|said| said.closed.is_some()) {
        return None;
    }
    let href = format!("/sessions/{}/{}/close", session.id, date.on.iso());
    let mut step = step(session, &date, format!("What came of {}?", session.title), href);
    step.verb = "Close it".to_owned();
    step.why = vec![
        Phrase::plain("Who was there is filled in. Say that it is right, and one of them confirms it; then it "),
        Phrase::strong("counts"),
        Phrase::plain(" for all of you."),
    ];
    Some(Candidate { step, urgency: 15, value: 10, minutes: 1 })
}

fn step(session: &Session, date: &Date, title: String, href: String) -> NextStep {
    let kind = NextStepKind::Confirm;
    NextStep {
        id: StepId::new(kind, &["session", session.id.as_str(), &date.on.iso()]),
        kind,
        title,
        verb: String::new(),
        act: Act::Open { href },
        effort: effort(1),
        why: Vec::new(),
        quote: None,
        reasons: vec![kind.because().to_owned()],
        pair: None,
    }
}

/// A session that is ready.
fn open(reader: &Reader, proposal: &HostProposal) -> Candidate {
    let kind = NextStepKind::Host;
    let skill = reader.org.skill(&proposal.skill).map_or(proposal.skill.as_str(), |skill| skill.name.as_str());
    let when = reader.when(proposal.starts);
    let room = proposal.room.as_str();
    let place = if room.is_empty() { String::new() } else { format!(", {room}") };
    let step = NextStep {
        id: StepId::new(kind, &[proposal.skill.as_str()]),
        kind,
        title: format!("Show {skill} {when}?"),
        verb: "Open it to them".to_owned(),
        act: Act::OpenProposal { skill: proposal.skill.clone(), seen: proposal.at },
        effort: effort(1),
        why: vec![
            Phrase::strong(who_asks(proposal)),
            Phrase::plain(format!(" to learn it. Everything is ready: {} minutes{place}.", proposal.length.0)),
        ],
        quote: None,
        reasons: vec![kind.because().to_owned(), "The time suits most of them, as far as Kith knows.".to_owned()],
        pair: None,
    };
    let value = u32::try_from(proposal.people.len()).unwrap_or(100).min(100);
    Candidate { step, urgency: 10, value, minutes: 1 }
}
