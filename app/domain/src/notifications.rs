//! What concerns the reader: requests, drills, programs, answers, thanks, what ended by itself, and cover that dropped.
//!
//! Nothing is stored but how far somebody has read; the rest follows from requests, programs, thanks and drops.

mod confirmations;
mod drills;
mod programs;
#[cfg(test)]
mod tests;

use crate::coverage::{CoverDrop, Hearing};
use crate::exchange::{Exchange, Move, Outcome, Side, Stage};
use crate::id::PersonId;
use crate::program::{Scheduled, TakenOver};
use crate::reader::{Phrase, Reader};
use crate::thanks::Thanks;
use crate::time::{Face, Span, Timestamp};
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// How many are listed.
const MOST: usize = 100;

/// For somebody who has never marked anything as read, what is older than this is not new.
const NEW_FOR: Span = Span::days(7);

/// How far somebody has read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadUntil {
    /// Who.
    pub person: PersonId,
    /// Everything until then.
    pub at: Timestamp,
}

/// The reader's notifications.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationsPage {
    /// "Two new." or "You’re up to date."
    pub lead: String,
    /// The newest first.
    pub items: Vec<Notification>,
    /// How many are new.
    pub unread: u32,
    /// The moment of the newest: what "mark all read" sends.
    pub newest: Option<Timestamp>,
}

/// Something that somebody did, or that time did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notification {
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
    /// An organiser took the reader out of a program.
    ProgramLeft,
    /// A step of a program of theirs is still open.
    ProgramReminder,
    /// The day of a scheduled change came, and it was not applied.
    ScheduleRefused,
    /// Another admin took over what the reader had changed in a program and not published.
    DraftTakenOver,
}

/// What is told and is not in memory.
#[derive(Clone, Copy, Debug, Default)]
pub struct Brought<'a> {
    /// Scheduled changes of programs that were not applied.
    pub refused: &'a [Scheduled],
    /// Changes of the reader that others took over.
    pub taken: &'a [TakenOver],
}

/// The reader's notifications, the newest first; new are those after `read`.
pub fn notifications_page(reader: &Reader, read: Option<Timestamp>, brought: Brought) -> NotificationsPage {
    let mut items = items(reader);
    items.extend(programs::refused(reader, brought.refused));
    items.extend(programs::taken_over(reader, brought.taken));
    // Of one moment the later move comes first: they are made oldest first, and the sort keeps their order.
    items.reverse();
    items.sort_by_key(|(at, _)| Reverse(*at));
    items.truncate(MOST);
    let newest = items.first().map(|(at, _)| *at);
    let read = read.unwrap_or(reader.now().before(NEW_FOR));
    let is_new = |at: Timestamp| at > read;
    let items: Vec<Notification> =
        items.into_iter().map(|(at, item)| Notification { is_new: is_new(at), ..item }).collect();
    let unread = items.iter().filter(|item| item.is_new).count();
    let lead = match unread {
        0 => "You’re up to date.".to_owned(),
        n => format!("{}.", sentence(&counted(n, "is new", "are new"))),
    };
    NotificationsPage { lead, items, unread: u32::try_from(unread).unwrap_or(u32::MAX), newest }
}

/// How many notifications after `read` the reader has.
pub fn unread(reader: &Reader, read: Option<Timestamp>, brought: Brought) -> u32 {
    notifications_page(reader, read, brought).unread
}

fn items(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    let exchanges = reader.exchanges().flat_map(|(exchange, mine)| of_exchange(reader, exchange, mine));
    let thanked = |thanks: &&Thanks| thanks.to == reader.me.id && thanks.from != reader.me.id;
    let thanks = reader.org.thanks().iter().filter(thanked).map(|thanks| of_thanks(reader, thanks));
    let others = confirmations::of_reader(reader).into_iter().chain(drills::items(reader));
    let others = others.chain(programs::items(reader));
    let hearing = Hearing::of(reader.org, reader.me);
    let drops = reader.org.drops().filter(|drop| hearing.heard(drop)).map(|drop| of_drop(reader, drop));
    exchanges.chain(thanks).chain(others).chain(drops).collect()
}

fn of_drop(reader: &Reader, drop: &CoverDrop) -> (Timestamp, Notification) {
    let cover = format!(", {} of {}", drop.have, drop.target);
    let text = vec![
        Phrase::plain("Cover dropped below target: "),
        Phrase::strong(reader.skill(&drop.skill)),
        Phrase::plain(cover),
    ];
    let href = format!("/skills/{}", drop.skill);
    (drop.at, Said { kind: NotificationKind::CoverDropped, text, words: "", href }.of_time(reader, drop.at))
}

fn of_thanks(reader: &Reader, thanks: &Thanks) -> (Timestamp, Notification) {
    let text = vec![Phrase::plain(" thanked you for "), Phrase::strong(reader.skill(&thanks.skill))];
    let href = match &thanks.exchange {
        Some(exchange) => format!("/exchanges/{exchange}"),
        None => format!("/people/{}", thanks.from),
    };
    let said = Said { kind: NotificationKind::Thanked, text, words: thanks.words.as_str(), href };
    (thanks.at, said.by(reader, &thanks.from, thanks.at))
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
        Notification { by: Some(by.clone()), by_name: name.name, text, ..self.of_time(reader, at) }
    }

    fn of_time(&self, reader: &Reader, at: Timestamp) -> Notification {
        let (clocks, zone) = (reader.clocks, &reader.me.zone);
        Notification {
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

fn of_exchange(reader: &Reader, exchange: &Exchange, mine: Side) -> Vec<(Timestamp, Notification)> {
    let skill = reader.skill(&exchange.skill);
    let href = format!("/exchanges/{}", exchange.id);
    let other = exchange.person(mine.other());
    let mut items = Vec::new();
    if exchange.plan.is_some() {
        let who = if mine == Side::Learner { "you learn " } else { "you teach " };
        let text = vec![Phrase::plain(format!("The cover plan suggests that {who}")), Phrase::strong(skill)];
        let said = Said { kind: NotificationKind::Asked, text, words: exchange.message.as_str(), href: href.clone() };
        items.push((exchange.asked_at, said.of_time(reader, exchange.asked_at)));
    } else if mine == Side::Teacher {
        let text = vec![Phrase::plain(" asks you to teach "), Phrase::strong(skill)];
        let said = Said { kind: NotificationKind::Asked, text, words: exchange.message.as_str(), href: href.clone() };
        items.push((exchange.asked_at, said.by(reader, other, exchange.asked_at)));
    }
    for made in exchange.history.iter().filter(|made| made.by != mine) {
        let (kind, lead, words) = of_move(reader, &made.step);
        let text = vec![Phrase::plain(lead), Phrase::strong(skill)];
        items.push((made.at, Said { kind, text, words, href: href.clone() }.by(reader, other, made.at)));
    }
    if let Some(lead) = ended_by_itself(reader, exchange, mine) {
        let text = vec![Phrase::plain(lead), Phrase::strong(skill)];
        let said = Said { kind: NotificationKind::Ended, text, words: "", href };
        items.push((exchange.moved_at, said.of_time(reader, exchange.moved_at)));
    }
    items
}

fn of_move<'a>(reader: &Reader, step: &'a Move) -> (NotificationKind, String, &'a str) {
    match step {
        Move::Accept => (NotificationKind::Agreed, " said yes: ".to_owned(), ""),
        Move::Propose { starts_at } => {
            (NotificationKind::Proposed, format!(" proposes {} for ", reader.when(*starts_at)), "")
        }
        Move::Decline { reason } => (NotificationKind::Ended, " declined: ".to_owned(), reason.as_str()),
        Move::Withdraw => (NotificationKind::Ended, " took the request back: ".to_owned(), ""),
        // The learner's words come as a thank-you once both have confirmed.
        Move::Confirm { outcome: Outcome::Met, .. } => {
            (NotificationKind::Confirmed, " says that you met: ".to_owned(), "")
        }
        Move::Confirm { outcome: Outcome::DidNotMeet, words } => {
            (NotificationKind::Confirmed, " says that you did not meet: ".to_owned(), words.as_str())
        }
    }
}

/// Both are told when time ended a request.
fn ended_by_itself(reader: &Reader, exchange: &Exchange, mine: Side) -> Option<String> {
    let name = reader.other(exchange, mine).first_name;
    let by_a_word = exchange.history.last().is_some_and(|made| made.at == exchange.moved_at);
    match (&exchange.stage, mine) {
        (Stage::Expired, Side::Learner) => Some(format!("Your request to {name} expired without an answer: ")),
        (Stage::Expired, Side::Teacher) => Some(format!("{name}’s request expired without an answer: ")),
        (Stage::Missed, _) if !by_a_word => Some(format!("You and {name} did not both say that you met: ")),
        (
            Stage::Waiting { .. }
            | Stage::Agreed
            | Stage::Done { .. }
            | Stage::Declined { .. }
            | Stage::Withdrawn
            | Stage::Missed,
            _,
        ) => None,
    }
}
