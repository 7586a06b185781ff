//! What concerns the reader: requests, drills, programs, hours together, answers, thanks, what ended by itself, and cover
//! that dropped.
//!
//! Nothing is stored but what somebody has read; the rest follows from requests, programs, sessions, thanks and drops.

mod concerned;
mod confirmations;
mod drills;
mod exchanges;
mod host_proposals;
mod hours;
mod inbox;
mod kind;
mod library;
mod match_rounds;
mod meetings;
mod mentoring;
mod news;
mod pairs;
mod programs;
mod sessions;
mod swaps;
#[cfg(test)]
mod tests;

pub use concerned::concerned;
pub use inbox::{AboutFilter, Inbox, NotificationsQuery, Read, ReadOne, ReadUntil};
pub use meetings::reminder_of;

use crate::coverage::Hearing;
use crate::id::PersonId;
use crate::reader::{Phrase, Reader};
use crate::thanks::Thanks;
use crate::time::{Face, Timestamp};
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// How many are listed.
const MOST: usize = 100;

/// The reader's notifications.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationsPage {
    /// "Two new." or "You’re up to date."
    pub lead: String,
    /// The newest first, of the topic that is looked at.
    pub items: Vec<Notification>,
    /// How many are new, of all topics.
    pub unread: u32,
    /// The moment of the newest: what "mark all read" sends.
    pub newest: Option<Timestamp>,
    /// The topics that there is anything of, to look at one alone.
    pub filters: Vec<AboutFilter>,
    /// What is looked at.
    pub query: NotificationsQuery,
}

/// Names a notification for as long as it is one: what it is about, where it leads, when and by whom.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NotificationKey(pub String);

/// Something that somebody did, or that time did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notification {
    /// Its name.
    pub key: NotificationKey,
    /// What it is about.
    pub kind: NotificationKind,
    /// The sentence.
    pub text: Vec<Phrase>,
    /// What they wrote, if anything.
    pub words: String,
    /// On which day of the reader's: "Today", "Tuesday 10 November".
    pub day: String,
    /// At what time of it, on the reader's clock.
    pub at: Face,
    /// Where it leads.
    pub href: String,
    /// Whose face it has; `None` when time did it.
    pub by: Option<PersonId>,
    /// Their name.
    pub by_name: String,
    /// True until the reader has seen it.
    pub is_new: bool,
}

/// What a notification is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotificationKind {
    /// Somebody asks the reader to teach.
    Asked,
    /// A time was agreed.
    Agreed,
    /// Another time was proposed.
    Proposed,
    /// It will not happen.
    Ended,
    /// The other said whether they met.
    Confirmed,
    /// Somebody thanked the reader.
    Thanked,
    /// The reader and others were brought together as a pair.
    PairBegan,
    /// Something in a pair of theirs waits for the reader’s word.
    PairAsks,
    /// A pair of theirs takes a break, goes on, or is over.
    PairMoved,
    /// The reader meets somebody soon.
    MeetingNear,
    /// A skill dropped below its target.
    CoverDropped,
    /// Somebody asks the reader into a program.
    ProgramInvited,
    /// Somebody applies to a program that the reader looks after.
    ProgramApplied,
    /// The reader applied to a program and was answered.
    ProgramAnswered,
    /// The reader was given a role in a program.
    ProgramRole,
    /// The reader waited for a seat in a program and has it.
    ProgramSeated,
    /// A program of theirs is another for them.
    ProgramChanged,
    /// A program of theirs has begun, is paused, goes on, or is over.
    ProgramMoved,
    /// A matching was published, and there was no mentor for the reader.
    ProgramUnmatched,
    /// An organiser took the reader out of a program.
    ProgramLeft,
    /// A step of a program of theirs is still open.
    ProgramReminder,
    /// The day of a scheduled change came, and it was not applied.
    ScheduleRefused,
    /// Another admin took over what the reader had changed in a program and not published.
    DraftTakenOver,
    /// A seat is held for the reader.
    SeatHeld,
    /// The reader has a seat, or not any more.
    Seated,
    /// A session of theirs is at another time or place, or not at all.
    SessionChanged,
    /// Somebody asks the reader something about a session, or to come.
    SessionAsked,
    /// Somebody answered a question before a session.
    SessionAnswered,
    /// A session of theirs soon begins.
    SessionReminder,
    /// Somebody asks the reader to be their mentor.
    MentorAsked,
    /// A request for a mentor went on, or is none any more.
    MentorAnswered,
    /// The reader takes no learners for now, as requests went by without an answer.
    MentorPaused,
    /// Somebody waits for a mentor longer than a program promises that the reader looks after.
    MentorWaits,
    /// Somebody calls the reader in a comment.
    Mentioned,
    /// Somebody commented on what is the reader's.
    Commented,
    /// A question was put to the reader.
    QuestionAsked,
    /// Somebody answered the reader's question.
    QuestionAnswered,
    /// An answer solved a question: the reader's answer, or a question that the reader would like answered too.
    QuestionSolved,
    /// A note was given to the reader.
    NoteHandedOver,
    /// Somebody changed a note of the reader's.
    NoteChanged,
    /// A note waits for the reader to say that it holds.
    NoteDue,
    /// A swap was found for the reader.
    SwapOffered,
    /// All said yes to a swap of the reader’s.
    SwapAgreed,
    /// A swap of the reader’s will not be.
    SwapFell,
    /// Somebody holds a course that the reader waits for.
    CourseTaken,
    /// What the reader offered or wanted is so old that nobody counts on it.
    OfferLapsed,
    /// Somebody gave the reader hours.
    HoursGiven,
    /// The reader has learned so much more than they taught that it is their turn, or an entry of theirs was changed.
    HoursChanged,
}

/// All that the reader is told in Kith, the newest first, with when; new is what `inbox` has not seen.
pub fn told(reader: &Reader, inbox: &Inbox) -> Vec<(Timestamp, Notification)> {
    let mut items = items(reader);
    items.extend(programs::refused(reader, &inbox.refused));
    items.extend(programs::taken_over(reader, &inbox.taken));
    items.retain(|(_, item)| inbox.notices.shows(item.kind.about()));
    // Of one moment the later move comes first: they are made oldest first, and the sort keeps their order.
    items.reverse();
    items.sort_by_key(|(at, _)| Reverse(*at));
    items.truncate(MOST);
    for (at, item) in &mut items {
        item.is_new = inbox.read.is_new(*at, &item.key, reader.now());
    }
    items
}

/// The reader's notifications of the topic that `query` names, the newest first.
pub fn notifications_page(reader: &Reader, inbox: &Inbox, query: NotificationsQuery) -> NotificationsPage {
    let items = told(reader, inbox);
    let newest = items.first().map(|(at, _)| *at);
    let unread = items.iter().filter(|(_, item)| item.is_new).count();
    let lead = match unread {
        0 => "You’re up to date.".to_owned(),
        n => format!("{}.", sentence(&counted(n, "is new", "are new"))),
    };
    let filters = query.filters(items.iter().map(|(_, item)| item));
    let items = items.into_iter().map(|(_, item)| item).filter(|item| query.keeps(item)).collect();
    NotificationsPage { lead, items, unread: u32::try_from(unread).unwrap_or(u32::MAX), newest, filters, query }
}

/// How many notifications are new to the reader.
pub fn unread(reader: &Reader, inbox: &Inbox) -> u32 {
    let new = told(reader, inbox).into_iter().filter(|(_, item)| item.is_new).count();
    u32::try_from(new).unwrap_or(u32::MAX)
}

fn items(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    let exchanges = reader.exchanges().flat_map(|(exchange, mine)| exchanges::of_exchange(reader, exchange, mine));
    let thanked = |thanks: &&Thanks| thanks.to == reader.me.id && thanks.from != reader.me.id;
    let thanks = reader.org.thanks().iter().filter(thanked).map(|thanks| news::of_thanks(reader, thanks));
    let others = confirmations::of_reader(reader).into_iter().chain(drills::items(reader));
    let others = others.chain(programs::items(reader)).chain(meetings::items(reader)).chain(mentoring::items(reader));
    let others = others.chain(match_rounds::items(reader));
    let others =
        others.chain(host_proposals::items(reader)).chain(sessions::items(reader)).chain(library::items(reader));
    let others = others.chain(pairs::items(reader));
    let others = others.chain(swaps::items(reader));
    let others = others.chain(hours::items(reader));
    let hearing = Hearing::of(reader.org, reader.me);
    let drops = reader.org.drops().filter(|drop| hearing.heard(drop)).map(|drop| news::of_drop(reader, drop));
    exchanges.chain(thanks).chain(others).chain(drops).collect()
}

impl Notification {
    /// The same, told from others of the same moment by `mark`.
    fn marked(self, mark: &str) -> Self {
        Self { key: NotificationKey(format!("{}:{mark}", self.key.0)), ..self }
    }
}

/// What is told, before it is known by whom and when.
struct Said<'a> {
    kind: NotificationKind,
    text: Vec<Phrase>,
    words: &'a str,
    href: String,
}

impl Said<'_> {
    fn by(self, reader: &Reader, by: &PersonId, at: Timestamp) -> Notification {
        let name = crate::colleague::Colleague::named(reader.org, by);
        let mut text = vec![Phrase::strong(name.first_name)];
        text.extend(self.text.iter().cloned());
        let told = self.of_time(reader, at).marked(by.as_str());
        Notification { by: Some(by.clone()), by_name: name.name, text, ..told }
    }

    fn of_time(&self, reader: &Reader, at: Timestamp) -> Notification {
        let (clocks, zone) = (reader.clocks, &reader.me.zone);
        Notification {
            key: NotificationKey(format!("{}:{}:{}", self.kind.slug(), self.href, at.0)),
            kind: self.kind,
            text: self.text.clone(),
            words: self.words.to_owned(),
            day: sentence(&clocks.day(zone, at)),
            at: Face { text: clocks.time(zone, at), ..clocks.face(zone, at) },
            href: self.href.clone(),
            by: None,
            by_name: String::new(),
            is_new: true,
        }
    }
}
