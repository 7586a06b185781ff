//! All entries, for organisation admins: where one is taken back or set right.

use super::entry::Entry;
use super::page::{called, what};
use super::words::signed;
use crate::actor::Role;
use crate::ledger::Reason;
use crate::query_string::{Pairs, link, print};
use crate::reader::Reader;
use crate::receipt::RequestKey;
use crate::rejection::Rejection;
use crate::tag::PersonTag;
use crate::time::Face;
use serde::{Deserialize, Serialize};

/// Which entries are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursBookQuery {
    /// Those of this person; everybody's when empty.
    pub person: String,
    /// Only those before that moment, in milliseconds.
    pub before: Option<i64>,
}

/// Entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoursBook {
    /// What is looked for.
    pub query: HoursBookQuery,
    /// The newest first.
    pub lines: Vec<BookLine>,
    /// The address of older ones.
    pub older: Option<String>,
    /// Whose entries can be looked at: id and name.
    pub people: Vec<(String, String)>,
    /// Names the next change, so that it counts once.
    pub key: RequestKey,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookLine {
    /// Its key.
    pub entry: String,
    /// When.
    pub at: Face,
    /// What it was.
    pub what: String,
    /// Where that stands; empty for nowhere.
    pub href: String,
    /// Who asked for it.
    pub by: PersonTag,
    /// What they wrote.
    pub words: String,
    /// What each account gained or paid.
    pub legs: Vec<BookLeg>,
    /// True when it was taken back.
    pub is_reversed: bool,
    /// True when it can be taken back.
    pub may_reverse: bool,
    /// How many minutes it says, where they can be set right.
    pub minutes: Option<u32>,
}

/// What an account gained or paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookLeg {
    /// Whose.
    pub name: String,
    /// How much: "+1 h".
    pub minutes: String,
}

impl HoursBookQuery {
    /// Reads an address.
    pub fn parse(query: &str) -> Self {
        let pairs = Pairs::parse(query);
        let before = pairs.get("before").and_then(|before| before.parse().ok());
        Self { person: pairs.get("person").unwrap_or_default().to_owned(), before }
    }

    /// The address.
    pub fn href(&self) -> String {
        let before = self.before.map(|before| before.to_string());
        link("/admin/hours", &print([("person", Some(self.person.as_str())), ("before", before.as_deref())]))
    }
}

/// The entries that the store found, the newest first, each with whether it was taken back. Refuses all but organisation
/// admins; `key` names their next change.
pub fn hours_book(
    reader: &Reader,
    (entries, is_more): (&[(Entry, bool)], bool),
    (query, key): (HoursBookQuery, RequestKey),
) -> Result<HoursBook, Rejection> {
    reader.actor().at_least(Role::OrgAdmin)?;
    let last = entries.last().filter(|_| is_more);
    let older = last.map(|(entry, _)| HoursBookQuery { before: Some(entry.at.0), ..query.clone() }.href());
    let with_hours = reader.org.hours_accounts().filter_map(|account| account.account.person());
    let mut people: Vec<_> =
        with_hours.map(|person| (reader.org.name_of(person).to_owned(), person.to_string())).collect();
    people.sort_unstable();
    Ok(HoursBook {
        lines: entries.iter().map(|(entry, is_reversed)| line(reader, entry, *is_reversed)).collect(),
        older,
        people: people.into_iter().map(|(name, id)| (id, name)).collect(),
        query,
        key,
    })
}

fn line(reader: &Reader, entry: &Entry, is_reversed: bool) -> BookLine {
    let (what, href) = what(reader.org, entry, true);
    let leg = |leg: &crate::ledger::Leg| BookLeg {
        name: called(reader.org, &leg.account).to_owned(),
        minutes: signed(leg.minutes),
    };
    let stands = !is_reversed && entry.transfer.reason != Reason::Reversed;
    let minutes = entry.taught().filter(|_| stands);
    BookLine {
        entry: entry.transfer.key.as_str().to_owned(),
        at: reader.clocks.face(&reader.me.zone, entry.at),
        what,
        href,
        by: PersonTag::of(reader.org, &entry.transfer.by),
        words: entry.words.as_str().to_owned(),
        legs: entry.transfer.legs.iter().map(leg).collect(),
        is_reversed,
        may_reverse: stands,
        minutes: minutes.and_then(|(_, minutes)| u32::try_from(minutes.get()).ok()),
    }
}
