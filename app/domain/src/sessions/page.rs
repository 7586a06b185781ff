//! One date of a session, or the poll that is to settle one.

use super::moves::SessionMoves;
use super::poll::{PollCard, poll};
use super::questions::{self, QuestionLine, questions};
use super::seats::{self, SeatsCard};
use super::series::{self, DateLine, lines};
use super::tools::{HostTools, tools as tools_of};
use super::when::{WhenCard, when};
use super::{dates, found};
use crate::actor::Role;
use crate::clocks::Day;
use crate::colleague::Colleague;
use crate::comment::{CommentList, Subject, comments};
use crate::exchanges::Tone;
use crate::id::SessionId;
use crate::library::{NoteTag, notes_of};
use crate::markdown::{self, Node};
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::session::{Date, Material, Occurrence, Seating, Session};
use crate::tag::SkillTag;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// One date of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionPage {
    /// Which session.
    pub id: SessionId,
    /// Which date, as addresses name it; empty while its time is voted on.
    pub on: String,
    /// What it is called.
    pub title: String,
    /// "Lunch-and-learn, 3rd of 4".
    pub kind: String,
    /// What is taught, the main thing first.
    pub skills: Vec<SkillTag>,
    /// What it is about.
    pub about: Vec<Node>,
    /// Who may come: "Open to everybody here".
    pub open_to: String,
    /// The program that it belongs to: its page and its name.
    pub program: Option<(String, String)>,
    /// The page of the request in which two agreed on it.
    pub request: Option<String>,
    /// What is out of the ordinary: that it was called off or moved, and why; empty else.
    pub banner: String,
    /// When it is; `None` while that is voted on.
    pub when: Option<WhenCard>,
    /// "Every 2 weeks on Thursday, 4 times"; empty for once.
    pub rule: String,
    /// Where it is.
    pub place: PlaceCard,
    /// Who holds it.
    pub hosts: Vec<HostLine>,
    /// What people can do afterwards.
    pub outcomes: Vec<String>,
    /// Who comes.
    pub seats: SeatsCard,
    /// What the reader has of it.
    pub mine: MyPart,
    /// What the reader may do.
    pub moves: SessionMoves,
    /// What people ask before.
    pub questions: Vec<QuestionLine>,
    /// "Three asked, one answered"; empty when nobody asked.
    pub asked: String,
    /// What to read before and see after.
    pub materials: Vec<MaterialLine>,
    /// The other dates of the series.
    pub dates: Vec<DateLine>,
    /// Times to choose from, while nothing is settled.
    pub poll: Option<PollCard>,
    /// What hosts have beside.
    pub tools: Option<HostTools>,
    /// What is worth keeping of it; nothing before hosts closed it.
    pub note: Vec<Node>,
    /// Notes in the library that the session left, the newest first.
    pub notes: Vec<NoteTag>,
    /// What hosts thanked for; empty for nothing.
    pub thanks: String,
    /// It is over.
    pub is_past: bool,
    /// What is said below it, of all its dates.
    pub comments: CommentList,
    /// The revision that the reader has seen, for whoever changes it.
    pub base: i64,
}

/// Where people meet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceCard {
    /// The room; empty for none.
    pub room: String,
    /// The video link: its address, and what the button says.
    pub link: Option<(String, String)>,
}

/// Who holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostLine {
    /// Who.
    pub person: Colleague,
    /// "Head cook, has held nine hours".
    pub note: String,
}

/// What the reader has of a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyPart {
    /// A sentence; empty when they have said nothing.
    pub words: String,
    /// What it means for them.
    pub tone: Tone,
    /// True when they come: a seat, a held seat or a place in line.
    pub is_going: bool,
    /// True when they said maybe.
    pub is_maybe: bool,
    /// True when they said no.
    pub is_not: bool,
    /// How many guests they bring.
    pub guests: u8,
    /// Until when answers are taken: "Answer until today 10:30"; empty when that is the start.
    pub deadline: String,
    /// What they said afterwards: how useful it was, and their words.
    pub survey: Option<(u8, String)>,
}

/// Something to read before or see after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaterialLine {
    /// What it is called.
    pub title: String,
    /// Its address.
    pub href: String,
    /// "docs.fernhill.example".
    pub from: String,
    /// True for a recording of the hour.
    pub is_recording: bool,
}

/// The date `on` of a session, the next one when none is named. Not found for those whom it does not concern, and for a
/// day on which it has no date.
pub fn session_page(reader: &Reader, id: &SessionId, on: Option<Day>) -> Result<SessionPage, Rejection> {
    let session = found(reader, id)?;
    let date = match (on, session.timing()) {
        // A single date takes its name along when it moves; addresses with its old one lead to it all the same.
        (Some(_), Some(timing)) if timing.repeats.is_none() => timing.date(timing.first, reader.clocks),
        (Some(on), Some(timing)) => Some(timing.date(on, reader.clocks).ok_or(Rejection::NotFound(Noun::Session))?),
        (Some(_), None) => return Err(Rejection::NotFound(Noun::Session)),
        (None, _) => dates::next_date(session, reader.clocks),
    };
    let occurrence = date.as_ref().and_then(|date| reader.org.occurrence(id, date.on).cloned());
    let seating = date.as_ref().map(|date| session.seating(date));
    let occurrence = match (occurrence, &seating) {
        (Some(occurrence), Some(seating)) => Some(occurrence.passed(seating, reader.now())),
        (occurrence, _) => occurrence,
    };
    Ok(About { reader, session, date, seating, occurrence: occurrence.as_ref() }.page())
}

/// True when the reader may change the session and answer for others.
pub(super) fn may_change(reader: &Reader, session: &Session) -> bool {
    let me = &reader.me.id;
    session.is_host(me) || session.made_by == *me || reader.me.role >= Role::ProgramAdmin
}

/// A session, one of its dates and what is known of that, as the reader sees them.
pub(super) struct About<'a> {
    pub(super) reader: &'a Reader<'a>,
    pub(super) session: &'a Session,
    pub(super) date: Option<Date>,
    pub(super) seating: Option<Seating>,
    pub(super) occurrence: Option<&'a Occurrence>,
}

impl About<'_> {
    fn page(&self) -> SessionPage {
        let (reader, session, occurrence) = (self.reader, self.session, self.occurrence);
        let timing = session.timing();
        let questions = questions(reader, session, occurrence);
        let tools = self.date.as_ref().filter(|_| may_change(reader, session));
        let closed = occurrence.and_then(|occurrence| occurrence.closed.as_ref());
        SessionPage {
            id: session.id.clone(),
            on: self.date.as_ref().map(|date| date.on.iso()).unwrap_or_default(),
            title: session.title.to_string(),
            kind: self.kind(),
            skills: session.skills.iter().map(|skill| SkillTag::of(reader.org, skill)).collect(),
            about: markdown::read(session.about.as_str()),
            open_to: self.open_to(),
            program: self.program(),
            request: session.exchange.as_ref().map(|exchange| format!("/exchanges/{exchange}")),
            banner: self.banner(),
            when: timing.zip(self.date.as_ref()).map(|(timing, date)| when(reader, &timing.zone, date)),
            rule: timing.map(series::rule).unwrap_or_default(),
            place: self.place(),
            hosts: session.hosts.iter().map(|host| self.host(host)).collect(),
            outcomes: session.outcomes.iter().map(ToString::to_string).collect(),
            seats: seats::seats(reader, session, occurrence),
            mine: self.mine(),
            moves: self.moves(),
            asked: questions::note(&questions),
            questions,
            materials: session.materials.iter().map(material).collect(),
            dates: self.date.as_ref().map(|date| lines(reader, session, date.on)).unwrap_or_default(),
            poll: poll(reader, session),
            tools: tools.and_then(|date| tools_of(reader, session, date, occurrence)),
            note: closed.map(|closed| markdown::read(closed.note.as_str())).unwrap_or_default(),
            notes: notes_of(reader.org, &session.id),
            thanks: closed.map(|closed| closed.thanks.to_string()).unwrap_or_default(),
            is_past: self.is_past(),
            comments: comments(reader, &Subject::Session(session.id.clone())),
            base: session.revision.at.0,
        }
    }

    pub(super) fn now(&self) -> Timestamp {
        self.reader.now()
    }

    fn is_past(&self) -> bool {
        self.date.as_ref().is_some_and(|date| date.ends <= self.now())
    }
}

fn material(material: &Material) -> MaterialLine {
    MaterialLine {
        title: material.title.to_string(),
        href: material.link.to_string(),
        from: material.link.host().to_owned(),
        is_recording: material.is_recording,
    }
}
