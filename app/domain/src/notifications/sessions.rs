//! What hours together have for the reader: a seat that is held, a date that moved, a question, a vote, and that it soon
//! begins. What they are told is kept with the session and its dates; reminders follow from when those start.

use super::{Notification, NotificationKind, Said};
use crate::colleague::Colleague;
use crate::free_time;
use crate::id::PersonId;
use crate::reader::{Phrase, Reader};
use crate::session::{Date, News, Occurrence, Says, Seat, Session, Told};
use crate::time::{Span, Timestamp};
use crate::wording::counted;

/// How long before its start people are reminded.
const REMINDED: [Span; 2] = [Span::hours(24), Span::hours(1)];

/// For how long after its start a reminder still stands there.
const REMINDED_FOR: Span = Span::days(7);

pub(super) fn items(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    let me = &reader.me.id;
    let mine = |told: &&Told| told.person == *me;
    let of_dates = reader.org.dates_of(me).flat_map(|(session, occurrence)| {
        let about = About { reader, session, occurrence: Some(occurrence) };
        occurrence.told.iter().filter(mine).map(|told| about.told(told)).collect::<Vec<_>>()
    });
    let of_sessions = reader.org.sessions_of(me).flat_map(|session| {
        let about = About { reader, session, occurrence: None };
        session.told.iter().filter(mine).map(|told| about.told(told)).collect::<Vec<_>>()
    });
    of_dates.chain(of_sessions).chain(reminders(reader)).collect()
}

/// A session, or one date of it, of which somebody is told.
struct About<'a> {
    reader: &'a Reader<'a>,
    session: &'a Session,
    occurrence: Option<&'a Occurrence>,
}

impl<'a> About<'a> {
    fn told(&self, told: &Told) -> (Timestamp, Notification) {
        let (kind, text) = self.news(&told.news, told.by.is_some());
        let said = Said { kind, text, words: self.words(&told.news), href: self.href_of(&told.news) };
        let item = match &told.by {
            Some(by) => said.by(self.reader, by, told.at),
            None => said.of_time(self.reader, told.at),
        };
        (told.at, item)
    }

    /// What it is about and the sentence; it goes on from a name when somebody did it.
    fn news(&self, news: &News, is_by: bool) -> (NotificationKind, Vec<Phrase>) {
        use NotificationKind::{SeatHeld, Seated, SessionAnswered, SessionAsked, SessionChanged};
        let title = |lead: &str, end: String| self.led(lead, &end);
        let when = |at: Timestamp| self.reader.when(at);
        let by = |done: &'static str, alone: &'static str| if is_by { done } else { alone };
        match news {
            News::Held { until, guests } => {
                let room = with_guests(*guests);
                let lead = format!("A seat is held for you until {}: ", when(*until));
                (SeatHeld, title(&lead, format!(".{room}")))
            }
            News::MovedUp { guests } => {
                let room = with_guests(*guests);
                (Seated, title("You moved up and have a seat: ", format!(".{room}")))
            }
            News::Lapsed => {
                let end = ". You did not take it in time, and it went to the next in line.".to_owned();
                (Seated, title("The seat is not held for you any more: ", end))
            }
            News::Given => (Seated, title(by(" gave you a seat: ", "You have a seat: "), String::new())),
            News::AnsweredFor { says } => {
                let says = match says {
                    Says::Going => " said for you that you come: ",
                    Says::Maybe => " said for you that you may come: ",
                    Says::NotGoing => " said for you that you do not come: ",
                };
                (Seated, title(says, String::new()))
            }
            News::TakenOut => {
                (SessionChanged, title(by(" opened to others: ", "Not open to you any more: "), ".".to_owned()))
            }
            News::Moved { from, to } => {
                let end = format!(" from {} to {}.", when(*from), when(*to));
                (SessionChanged, title(by(" moved ", "Moved: "), end))
            }
            News::Elsewhere => {
                let place = self.place().map(|place| format!(": {place}")).unwrap_or_default();
                (SessionChanged, title(by(" changed where you meet for ", "Elsewhere: "), place))
            }
            News::CalledOff => (SessionChanged, title(by(" called off ", "Called off: "), self.on_day())),
            News::PutBack => (SessionChanged, title("It takes place after all: ", self.on_day())),
            News::OverCapacity { seats, people } => {
                let names: Vec<String> =
                    people.iter().map(|person| Colleague::named(self.reader.org, person).first_name).collect();
                let over = counted(usize::try_from(*seats).unwrap_or(usize::MAX), "seat", "seats");
                let end = format!(": {over} too few. Last to answer: {}.", names.join(", "));
                (SessionAsked, self.led("There are fewer seats than people in ", &end))
            }
            News::Asked { .. } => (SessionAsked, title(by(" asks before ", "Somebody asks before "), String::new())),
            News::Replied { .. } => {
                (SessionAnswered, title(by(" answered a question before ", "Answered before "), String::new()))
            }
            News::Voted => (SessionAsked, title(by(" voted on a time for ", "A vote on a time for "), String::new())),
            News::Settled { starts } => {
                (SessionChanged, title(by(" settled on a time for ", "Settled: "), format!(": {}.", when(*starts))))
            }
            News::HostNow => (SessionAsked, title(by(" made you a host of ", "You are a host of "), String::new())),
            News::NeedsHost => (SessionAsked, self.led("", " needs a host. Whoever held it works here no more.")),
            News::Proposed => {
                let end = ": you were there. Was it so? One tap, and it counts.".to_owned();
                (SessionAsked, title(by(" said what came of ", "What came of "), end))
            }
            News::Counted => {
                (SessionChanged, title(by(" says that it was so. It counts: ", "It counts: "), String::new()))
            }
            News::BecauseYouAsked { skill } => {
                let named = self.reader.org.skill(skill).map_or(skill.as_str(), |skill| skill.name.as_str());
                let end = format!(", because you asked for {named}.");
                (SessionAsked, title(by(" opened a session: ", "A session for you: "), end))
            }
            News::Invited => {
                (SessionAsked, title(by(" asks you to come to ", "You are asked to come to "), String::new()))
            }
        }
    }

    /// What somebody wrote about it.
    fn words(&self, news: &News) -> &'a str {
        let question = |number: u32| {
            let questions = self.occurrence.map(|occurrence| &occurrence.questions);
            questions.into_iter().flatten().find(|question| question.number == number)
        };
        match news {
            News::Asked { question: number } => question(*number).map_or("", |question| question.text.as_str()),
            News::Replied { question: number } => {
                let reply = question(*number).and_then(|question| question.reply.as_ref());
                reply.map_or("", |reply| reply.text.as_str())
            }
            News::Moved { .. } | News::Elsewhere | News::CalledOff | News::PutBack => self.note(),
            News::Held { .. }
            | News::MovedUp { .. }
            | News::Lapsed
            | News::Given
            | News::AnsweredFor { .. }
            | News::TakenOut
            | News::OverCapacity { .. }
            | News::Voted
            | News::Settled { .. }
            | News::HostNow
            | News::Proposed
            | News::Counted
            | News::BecauseYouAsked { .. }
            | News::NeedsHost
            | News::Invited => "",
        }
    }

    /// What the host said about a date that is otherwise, or about all of it.
    fn note(&self) -> &'a str {
        let of_all = self.session.called_off.as_ref().map(|off| off.reason.as_str());
        let of_date = || {
            let on = self.occurrence?.on;
            let exceptions = &self.session.timing()?.exceptions;
            exceptions.iter().find(|exception| exception.on == on).map(|exception| exception.note.as_str())
        };
        of_all.or_else(of_date).unwrap_or_default()
    }

    fn led(&self, lead: &str, end: &str) -> Vec<Phrase> {
        let parts = [Phrase::plain(lead), Phrase::strong(self.session.title.as_str()), Phrase::plain(end)];
        parts.into_iter().filter(|phrase| !phrase.text.is_empty()).collect()
    }

    fn date(&self) -> Option<Date> {
        self.session.timing()?.date(self.occurrence?.on, self.reader.clocks)
    }

    /// ", Thursday 12:30."
    fn on_day(&self) -> String {
        self.date().map_or_else(String::new, |date| format!(", {}.", self.reader.when(date.starts)))
    }

    /// The room, or that it is by video.
    fn place(&self) -> Option<String> {
        let date = self.date()?;
        let place = date.place(&self.session.place);
        let has_room = !place.room.is_empty();
        if has_room { Some(place.room.to_string()) } else { place.link.as_ref().map(|_| "by video".to_owned()) }
    }

    /// Where what is told is to be read; what came of a date has a page of its own.
    fn href_of(&self, news: &News) -> String {
        match news {
            News::Proposed | News::Counted => format!("{}/close", self.href()),
            _ => self.href(),
        }
    }

    fn href(&self) -> String {
        match self.occurrence {
            Some(occurrence) => format!("/sessions/{}/{}", self.session.id, occurrence.on.iso()),
            None => format!("/sessions/{}", self.session.id),
        }
    }
}

/// " There is room for you and one guest."
fn with_guests(guests: u8) -> String {
    match guests {
        0 => String::new(),
        guests => format!(" There is room for you and {}.", counted(usize::from(guests), "guest", "guests")),
    }
}

/// A date that the reader holds or has a seat at, and since when.
struct Coming<'a> {
    session: &'a Session,
    date: Date,
    since: Timestamp,
}

fn reminders(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    coming(reader).iter().flat_map(|coming| reminders_of(reader, coming)).collect()
}

/// The dates whose reminders may stand there now.
fn coming<'a>(reader: &Reader<'a>) -> Vec<Coming<'a>> {
    let me = &reader.me.id;
    let span = (reader.now().before(REMINDED_FOR), reader.now().after(REMINDED[0]).after(Span::minutes(1)));
    // Two who agreed on an hour are reminded of each other.
    let of_more = |session: &&Session| session.exchange.is_none();
    let dates = reader.org.dates_of(me).filter(|(session, _)| of_more(session));
    let seats = dates.filter_map(|(session, occurrence)| {
        let since = seat_since(occurrence, me).filter(|_| !session.is_host(me))?;
        let (date, _) = session.date_and_place(occurrence.on, reader.clocks)?;
        let is_near = span.0 < date.starts && date.starts < span.1;
        (date.takes_place && is_near).then_some(Coming { session, date, since })
    });
    let held = reader.org.sessions_of(me).filter(of_more).filter(|session| session.is_host(me));
    let held = held.filter(|session| free_time::dates(session, span, reader.clocks).next().is_some());
    let held = held.flat_map(|session| {
        let all = session.timing().into_iter().flat_map(|timing| timing.dates(reader.clocks));
        let near = all.filter(|date| date.takes_place && span.0 < date.starts && date.starts < span.1);
        near.map(|date| Coming { session, date, since: session.made_at }).collect::<Vec<_>>()
    });
    seats.chain(held).collect()
}

fn seat_since(occurrence: &Occurrence, me: &PersonId) -> Option<Timestamp> {
    occurrence.answer_of(me).filter(|answer| answer.seat == Seat::Seat).map(|answer| answer.at)
}

/// One for each span before the start that came after the reader had the seat.
fn reminders_of(reader: &Reader, coming: &Coming) -> Vec<(Timestamp, Notification)> {
    let Coming { session, date, since } = coming;
    let moments = REMINDED.into_iter().map(|before| date.starts.before(before));
    let due = moments.filter(|at| *at <= reader.now() && at > since);
    due.map(|at| {
        let verb = if date.starts > reader.now() { "starts" } else { "started" };
        let place = date.place(&session.place).room.as_str();
        let place = if place.is_empty() { String::new() } else { format!(", {place}") };
        let end = format!(" {verb} {}{place}.", reader.when(date.starts));
        let text = vec![Phrase::strong(session.title.as_str()), Phrase::plain(end)];
        let href = format!("/sessions/{}/{}", session.id, date.on.iso());
        let said = Said { kind: NotificationKind::SessionReminder, text, words: "", href };
        (at, said.of_time(reader, at))
    })
    .collect()
}
