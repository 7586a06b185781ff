//! The statement: what somebody holds, how far they may go, and every entry that brought them there.

use super::entry::{Entry, Occasion};
use super::form::TO_ALL;
use super::words::{length, signed};
use crate::ledger::{Account, HoursLimits, Minutes, Posting, Reason};
use crate::org::Org;
use crate::reader::Reader;
use crate::receipt::RequestKey;
use crate::tag::PersonTag;
use crate::time::Face;
use crate::wording::listed;
use serde::{Deserialize, Serialize};

/// So many names stand beside an entry.
const NAMES: usize = 3;

/// What was read of somebody's account.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Their entries, the newest first.
    pub moved: Vec<Moved>,
    /// The place after which older ones go on; `None` when there are none.
    pub older: Option<u64>,
    /// True when these are not the newest.
    pub is_later_page: bool,
}

/// A posting with the entry that made it.
#[derive(Clone, Debug)]
pub struct Moved {
    /// How it stands on the account.
    pub posting: Posting,
    /// The whole of it.
    pub entry: Entry,
    /// True when it was taken back since.
    pub is_reversed: bool,
}

/// Somebody's hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursPage {
    /// "You have 2 h 15 min to spend."
    pub lead: String,
    /// What the limits mean for them now.
    pub limit: String,
    /// What they hold beside how far they may go.
    pub scale: HoursScale,
    /// The newest first.
    pub lines: Vec<HoursLine>,
    /// Where older ones go on.
    pub older: Option<u64>,
    /// True when these are not the newest.
    pub is_later_page: bool,
    /// To whom they can give: the commons first.
    pub choices: Vec<(String, String)>,
    /// Names the next gift, so that it counts once.
    pub key: RequestKey,
}

/// In minutes: what an account holds on the way from the least that it may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursScale {
    /// Below this giving is refused.
    pub hard: i32,
    /// Below this it is told.
    pub soft: i32,
    /// What it holds.
    pub balance: i32,
    /// Where the picture ends.
    pub most: i32,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursLine {
    /// When.
    pub at: Face,
    /// "Taught at “SQL at lunch”".
    pub what: String,
    /// Where that is; empty for what has no page.
    pub href: String,
    /// Who was on the other side.
    pub with: String,
    /// What was written with it.
    pub words: String,
    /// "+1 h".
    pub minutes: String,
    /// True when the account gained by it.
    pub is_gain: bool,
    /// What it held afterwards.
    pub balance: String,
    /// True when it was taken back since.
    pub is_reversed: bool,
}

/// The statement of the reader; `key` names their next gift.
pub fn hours_page(reader: &Reader, statement: &Statement, (limits, key): (HoursLimits, RequestKey)) -> HoursPage {
    let own = Account::Person(reader.me.id.clone());
    let balance = reader.org.hours_of(&reader.me.id);
    let line = |moved: &Moved| line(reader, &own, moved);
    HoursPage {
        lead: lead(balance),
        limit: limit(balance, limits),
        scale: scale(balance, limits),
        lines: statement.moved.iter().map(line).collect(),
        older: statement.older,
        is_later_page: statement.is_later_page,
        choices: choices(reader),
        key,
    }
}

fn lead(balance: Minutes) -> String {
    match balance.get() {
        0 => "You have taught as much as you have learned.".to_owned(),
        1.. => format!("You have taught {} more than you have learned.", length(balance)),
        _ => format!("You have learned {} more than you have taught.", length(balance)),
    }
}

fn limit(balance: Minutes, limits: HoursLimits) -> String {
    let (soft, hard) = (length(limits.soft), length(limits.hard));
    if balance < limits.soft {
        format!(
            "That is more than {soft}, so it is your turn to teach. Nobody is locked out: you go on learning, and what \
             goes beyond {hard} the commons pays."
        )
    } else {
        format!(
            "From {soft} below zero on we tell you that it is your turn to teach. Learning goes on even then; giving \
             hours away ends at {hard} below zero."
        )
    }
}

fn scale(balance: Minutes, limits: HoursLimits) -> HoursScale {
    let number = |minutes: Minutes| i32::try_from(minutes.get()).unwrap_or(i32::MAX);
    let (hard, balance) = (number(limits.hard), number(balance));
    HoursScale { hard: hard.min(balance), soft: number(limits.soft), balance, most: balance.max(-hard / 2) }
}

/// To whom the reader can give.
fn choices(reader: &Reader) -> Vec<(String, String)> {
    let others = reader.org.people().filter(|person| person.id != reader.me.id);
    let mut people: Vec<_> = others.map(|person| (person.name.to_string(), person.id.to_string())).collect();
    people.sort_unstable();
    let all = (TO_ALL.0.to_owned(), TO_ALL.1.to_owned());
    std::iter::once(all).chain(people.into_iter().map(|(name, id)| (id, name))).collect()
}

fn line(reader: &Reader, own: &Account, moved: &Moved) -> HoursLine {
    let Moved { posting, entry, is_reversed } = moved;
    let is_gain = !posting.minutes.is_negative();
    let (what, href) = what(reader.org, entry, is_gain);
    HoursLine {
        at: reader.clocks.face(&reader.me.zone, entry.at),
        what,
        href,
        with: others(reader.org, own, entry, is_gain),
        words: entry.words.as_str().to_owned(),
        minutes: signed(posting.minutes),
        is_gain,
        balance: signed(posting.balance),
        is_reversed: *is_reversed,
    }
}

/// What an entry is called for whoever gains by it or pays, and where more of it stands.
pub(super) fn what(org: &Org, entry: &Entry, is_gain: bool) -> (String, String) {
    let by = || PersonTag::of(org, &entry.transfer.by).first_name().to_owned();
    match (entry.transfer.reason, &entry.occasion) {
        (Reason::Taught, Some(Occasion::Session { session, on })) => {
            let title = org.session(session).map_or_else(|| "a session".to_owned(), |it| format!("“{}”", it.title));
            let verb = if is_gain { "Taught at" } else { "Learned at" };
            (format!("{verb} {title}"), format!("/sessions/{session}/{}", on.iso()))
        }
        (Reason::Taught, Some(Occasion::Exchange { exchange })) => {
            let skill = org.exchange(exchange).and_then(|exchange| org.skill(&exchange.skill));
            let skill = skill.map_or("something", |skill| skill.name.as_str());
            let verb = if is_gain { "Taught" } else { "Learned" };
            (format!("{verb} {skill}"), format!("/exchanges/{exchange}"))
        }
        (Reason::Taught, None) => (if is_gain { "Taught" } else { "Learned" }.to_owned(), String::new()),
        (Reason::Given, _) => (if is_gain { "Given" } else { "Gave away" }.to_owned(), String::new()),
        (Reason::Corrected, _) => (format!("Set right by {}", by()), String::new()),
        (Reason::Reversed, _) => (format!("Taken back by {}", by()), String::new()),
    }
}

/// Who is on the other side of an entry: of what is gained those who pay, and the other way round.
fn others(org: &Org, own: &Account, entry: &Entry, is_gain: bool) -> String {
    let legs = entry.transfer.legs.iter().filter(|leg| leg.account != *own && leg.minutes.is_negative() == is_gain);
    let accounts: Vec<&Account> = legs.map(|leg| &leg.account).collect();
    listed(accounts.iter().map(|account| called(org, account)), NAMES)
}

/// What an account is called.
pub(super) fn called<'a>(org: &'a Org, account: &'a Account) -> &'a str {
    match account {
        Account::Commons => "the commons",
        Account::Person(person) => org.name_of(person),
    }
}
