//! What the page of a session says in its parts: what kind of hour, for whom, where, held by whom, and what the reader has.

use super::mine::Mine;
use super::page::{About, HostLine, MyPart, PlaceCard};
use super::series;
use crate::colleague::Colleague;
use crate::id::PersonId;
use crate::session::OpenTo;
use crate::wording::counted;

impl About<'_> {
    pub(super) fn kind(&self) -> String {
        let place = self.date.as_ref().map(|date| series::place(self.session, date.on)).unwrap_or_default();
        let label = self.session.kind.label();
        if place.is_empty() { label.to_owned() } else { format!("{label}, {place}") }
    }

    pub(super) fn open_to(&self) -> String {
        match &self.session.open_to {
            OpenTo::Everyone => "Open to everybody here".to_owned(),
            OpenTo::Invited { .. } if self.session.exchange.is_some() => "For the two of you".to_owned(),
            OpenTo::Invited { people } => {
                let people = counted(people.len(), "person who is invited", "people who are invited");
                format!("For {people}")
            }
        }
    }

    pub(super) fn program(&self) -> Option<(String, String)> {
        let id = self.session.program.as_ref()?;
        let sight = crate::programs::Sight::of(self.reader, id).ok()?;
        Some((format!("/programs/{id}"), sight.title()))
    }

    pub(super) fn banner(&self) -> String {
        let session = self.session;
        if let Some(called_off) = &session.called_off {
            let by = self.reader.org.name_of(&called_off.by);
            return with_words(&format!("{by} called it off."), called_off.reason.as_str());
        }
        let Some(date) = &self.date else { return String::new() };
        let exceptions = session.timing().map(|timing| timing.exceptions.as_slice()).unwrap_or_default();
        let Some(exception) = exceptions.iter().find(|exception| exception.on == date.on) else {
            return String::new();
        };
        let first = if date.takes_place { "This date was moved." } else { "This date was called off." };
        with_words(first, exception.note.as_str())
    }

    pub(super) fn place(&self) -> PlaceCard {
        let usual = &self.session.place;
        let place = self.date.as_ref().map_or(usual, |date| date.place(usual));
        let link = place.link.as_ref();
        PlaceCard {
            room: place.room.to_string(),
            link: link.map(|link| (link.to_string(), link.provider().opens().to_owned())),
        }
    }

    pub(super) fn host(&self, id: &PersonId) -> HostLine {
        let person = Colleague::named(self.reader.org, id);
        let held = self.reader.org.sessions_of(id).filter(|session| session.is_host(id));
        let held = held.flat_map(|session| self.reader.org.occurrences_of(&session.id));
        let held = held.filter(|occurrence| occurrence.closed.is_some()).count();
        let held = (held > 0).then(|| format!("has held {}", counted(held, "hour", "hours")));
        let parts = [Some(person.work()).filter(|work| !work.is_empty()), held];
        HostLine { person, note: parts.into_iter().flatten().collect::<Vec<_>>().join(", ") }
    }

    pub(super) fn mine(&self) -> MyPart {
        let me = &self.reader.me.id;
        let mine = Mine::of(self.session, self.occurrence, me);
        let guests = self.occurrence.and_then(|date| date.answer_of(me)).map_or(0, |answer| answer.guests);
        let closed = self.occurrence.and_then(|occurrence| occurrence.closed.as_ref());
        let survey = closed.and_then(|closed| closed.surveys.iter().find(|survey| survey.person == *me));
        MyPart {
            words: if self.date.is_some() { mine.words(self.reader, guests) } else { String::new() },
            tone: mine.tone(),
            is_going: matches!(mine, Mine::Seat | Mine::Held { .. } | Mine::InLine { .. }),
            is_maybe: mine == Mine::Maybe,
            is_not: mine == Mine::No,
            guests,
            deadline: self.deadline(),
            survey: survey.map(|survey| (survey.useful, survey.words.to_string())),
        }
    }

    fn deadline(&self) -> String {
        let seating = self.seating.as_ref().filter(|seating| seating.closes_at < seating.starts);
        let Some(closes) = seating.map(|seating| seating.closes_at) else { return String::new() };
        let when = self.reader.when(closes);
        if closes > self.now() { format!("Answer until {when}.") } else { format!("Answers closed {when}.") }
    }
}

fn with_words(sentence: &str, words: &str) -> String {
    if words.is_empty() { sentence.to_owned() } else { format!("{sentence} {words}") }
}
