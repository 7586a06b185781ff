//! How hours together stand in a calendar: from sessions and agreed meetings to entries.

use super::event::{Ends, Event, Organizer, Repetition, Standing, Version};
use super::words::Words;
use super::zone::Rules;
use domain::clocks::{Day, Wall};
use domain::exchange::{Exchange, Move};
use domain::feed::{Feed, Part, Scope, Shown};
use domain::id::{ExchangeId, PersonId, SessionId};
use domain::org::Org;
use domain::session::{Change, Exception, Place, Session, Timing, Until};
use domain::time::{Timestamp, Zone};

/// Who describes: the organisation, and what is the same for all entries of a file.
#[derive(Clone, Copy, Debug)]
pub struct Describing<'a> {
    /// The organisation.
    pub org: &'a Org,
    /// Where its pages are: `https://kith.example`.
    pub origin: &'a str,
    /// The address that mail of ours comes from; `None` where no mail is sent.
    pub address: Option<&'a str>,
    /// Calendars are told when, and not what.
    pub hides_titles: bool,
}

impl Describing<'_> {
    /// The entries of what a feed shows: for each hour one, or a series and its dates that are otherwise. Time is taken
    /// only in the calendar of whoever comes.
    pub fn feed(&self, feed: &Feed, shown: &[Shown]) -> Vec<Event> {
        let entries = |shown: &Shown| match shown {
            Shown::Session(session) => self.session(session),
            Shown::Date { session, on, part } => self.date_of(session, *on, *part).into_iter().collect(),
            Shown::Exchange(exchange) => self.exchange(exchange, &feed.person).into_iter().collect(),
        };
        let mut events: Vec<Event> = shown.iter().flat_map(entries).collect();
        events.iter_mut().for_each(|event| event.is_busy &= feed.scope == Scope::Mine);
        events
    }

    /// All of a session: a series, and after it each of its dates that is at another time or elsewhere. Nothing while
    /// people still vote, or when every date was called off apart.
    pub fn session(&self, session: &Session) -> Vec<Event> {
        let Some(timing) = session.timing() else { return Vec::new() };
        let days = timing.days();
        let Some(repetition) = repetition(timing, &days) else {
            return days.first().and_then(|on| self.date(session, *on)).into_iter().collect();
        };
        if repetition.left_out.len() == days.len() {
            return Vec::new();
        }
        let start = Wall { day: days.first().copied().unwrap_or(timing.first), minute: timing.minute };
        let series = Event { repeats: Some(repetition), ..self.plain(session, timing, start) };
        let moved = timing.exceptions.iter().filter(|exception| exception.change != Change::CalledOff);
        let moved = moved.filter(|exception| days.contains(&exception.on));
        let dates = moved.filter_map(|exception| self.date(session, exception.on));
        std::iter::once(series).chain(dates).collect()
    }

    /// One date of a session, named by the day on which the rule puts it; called off where it was. `None` when the rule
    /// puts none there.
    pub fn date(&self, session: &Session, on: Day) -> Option<Event> {
        let timing = session.timing()?;
        timing.days().contains(&on).then_some(())?;
        let start = Wall { day: on, minute: timing.minute };
        let mut event = self.plain(session, timing, start);
        event.original = timing.repeats.is_some().then_some(start);
        if !self.hides_titles {
            event.url = format!("{}/sessions/{}/{}", self.origin, session.id, on.iso());
        }
        if let Some(exception) = timing.exceptions.iter().find(|exception| exception.on == on) {
            self.change(&mut event, exception);
        }
        Some(event)
    }

    /// A start that a date of a series had, as a date of it.
    pub(super) fn start(&self, session: &Session, starts: Timestamp) -> Option<Event> {
        let timing = session.timing()?;
        let start = Rules::of(&timing.zone).wall(starts);
        Some(Event { original: timing.repeats.is_some().then_some(start), ..self.plain(session, timing, start) })
    }

    /// The same for somebody’s own feed, unless it was called off apart.
    fn date_of(&self, session: &Session, on: Day, part: Part) -> Option<Event> {
        let is_off = |exception: &Exception| exception.on == on && exception.change == Change::CalledOff;
        if session.timing()?.exceptions.iter().any(is_off) {
            return None;
        }
        let mut event = self.date(session, on)?;
        event.is_busy = part == Part::Comes;
        let before = match part {
            Part::Comes => "",
            Part::MayCome => "Maybe: ",
            Part::InLine => "In line: ",
        };
        event.summary.insert_str(0, before);
        Some(event)
    }

    /// A meeting that two agreed on, as the calendar of one of them shows it.
    pub fn exchange(&self, exchange: &Exchange, me: &PersonId) -> Option<Event> {
        let side = exchange.side_of(me).ok()?;
        let starts = exchange.starts_at?;
        let words = Words::of_exchange(self, exchange, side);
        let other = exchange.person(side.other());
        // Every move may change the time or whether they meet; what they say afterwards does not.
        let moves = exchange.history.iter().filter(|made| !matches!(made.step, Move::Confirm { .. }));
        let at = moves.clone().next_back().map_or(exchange.asked_at, |made| made.at);
        let sequence = u32::try_from(moves.count()).unwrap_or(u32::MAX);
        Some(Event {
            uid: exchange_uid(&exchange.id),
            original: None,
            version: Version { sequence, at, modified: exchange.moved_at },
            zone: Zone::utc(),
            start: Rules::of(&Zone::utc()).wall(starts),
            length: exchange.minutes,
            repeats: None,
            follows: None,
            summary: words.summary,
            description: words.description,
            location: String::new(),
            url: words.url,
            standing: Standing::Confirmed,
            is_busy: true,
            organizer: self.organizer(other),
            attendee: None,
        })
    }

    /// A session as it is without exceptions.
    fn plain(&self, session: &Session, timing: &Timing, start: Wall) -> Event {
        let words = Words::of_session(self, session);
        // A session and its dates count together: whatever is put back, no number ever goes down.
        let version =
            Version { sequence: session.revision.sequence, at: session.revision.at, modified: session.revision.at };
        let standing = if session.called_off.is_some() { Standing::Cancelled } else { Standing::Confirmed };
        Event {
            uid: session_uid(&session.id),
            original: None,
            version,
            zone: timing.zone.clone(),
            start,
            length: timing.length,
            repeats: None,
            follows: session.follows.as_ref().map(session_uid),
            summary: words.summary,
            description: words.description,
            location: self.location(&session.place),
            url: words.url,
            standing,
            is_busy: true,
            organizer: session.hosts.first().and_then(|host| self.organizer(host)),
            attendee: None,
        }
    }

    /// Makes `event` say what is otherwise on its date.
    fn change(&self, event: &mut Event, exception: &Exception) {
        let mut place = None;
        match &exception.change {
            Change::CalledOff => event.standing = Standing::Cancelled,
            Change::Moved { day, minute, length, place: elsewhere } => {
                event.start = Wall { day: *day, minute: *minute };
                event.length = *length;
                place = elsewhere.as_ref();
            }
        }
        if let Some(place) = place {
            event.location = self.location(place);
        }
        if !self.hides_titles {
            Words::note(&mut event.description, &exception.note, place);
        }
    }

    fn location(&self, place: &Place) -> String {
        match &place.link {
            _ if self.hides_titles => String::new(),
            Some(link) if place.room.is_empty() => link.to_string(),
            Some(_) | None => place.room.to_string(),
        }
    }

    fn organizer(&self, host: &PersonId) -> Option<Organizer> {
        let address = self.address.filter(|_| !self.hides_titles)?;
        Some(Organizer { name: self.org.name_of(host).to_owned(), address: address.to_owned() })
    }
}

/// The name of a session for life.
pub fn session_uid(id: &SessionId) -> String {
    format!("session-{id}@kith")
}

/// The name of a meeting of two for life.
pub fn exchange_uid(id: &ExchangeId) -> String {
    format!("exchange-{id}@kith")
}

/// How a series goes on; `None` for what takes place once.
fn repetition(timing: &Timing, days: &[Day]) -> Option<Repetition> {
    let repeats = timing.repeats.as_ref()?;
    let rule = repeats.cadence().ok()?.rule();
    let last = *days.last()?;
    let until = match repeats.until {
        Until::Count { .. } => Ends::Count(u16::try_from(days.len()).unwrap_or(u16::MAX)),
        Until::Day { .. } => Ends::With(Wall { day: last, minute: 23 * 60 + 59 }),
    };
    let is_off = |exception: &&Exception| exception.change == Change::CalledOff && days.contains(&exception.on);
    let off = timing.exceptions.iter().filter(is_off);
    let left_out = off.map(|exception| Wall { day: exception.on, minute: timing.minute }).collect();
    Some(Repetition { rule, until, last, left_out })
}
