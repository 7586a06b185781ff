//! Times that suit the people who are needed, for the form with which a session is planned.

use super::tools::{clock, wall_field};
use super::words::person_name;
use crate::id::PersonId;
use crate::query_string::Pairs;
use crate::reader::Reader;
use crate::session::{Found, Unsuited, Wanted, find_time};
use crate::time::{Minutes, Timestamp, Zone};
use crate::wording::{listed, number, sentence};
use serde::{Deserialize, Serialize};

/// How far ahead times are looked for.
const DAYS: i64 = 21;
/// How many times are offered.
const OFFERED: usize = 6;
/// How many of those whom a time does not suit are named.
const NAMED: usize = 2;

/// For whom a time is looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindQuery {
    /// Who is needed.
    pub people: Vec<PersonId>,
    /// How long it takes.
    pub minutes: u16,
    /// The zone of the event; the reader's own when it is none.
    pub zone: String,
}

/// A time that suits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundTime {
    /// When it starts.
    pub at: Timestamp,
    /// "2026-11-19", on clocks of the event.
    pub on: String,
    /// "12:30", the same.
    pub time: String,
    /// "2026-11-19T12:30", as a field takes it.
    pub field: String,
    /// "Thursday 12:30", on clocks of the event.
    pub text: String,
    /// "suits all four"; "not Zoë".
    pub note: String,
}

impl FindQuery {
    /// Reads `people=…&people=…&minutes=45&zone=…`; what is no id is left out.
    pub fn parse(text: &str) -> Self {
        let pairs = Pairs::parse(text);
        Self {
            people: pairs.all("people").filter_map(|id| PersonId::parse(id).ok()).collect(),
            minutes: pairs.get("minutes").and_then(|minutes| minutes.parse().ok()).unwrap_or(45),
            zone: pairs.get("zone").unwrap_or_default().to_owned(),
        }
    }
}

/// Times that suit: those that suit most, in the order of time.
pub fn found_times(reader: &Reader, query: &FindQuery) -> Vec<FoundTime> {
    let zone = Zone::parse(&query.zone).unwrap_or_else(|_| reader.me.zone.clone());
    let mut people: Vec<PersonId> = query.people.clone();
    if !people.contains(&reader.me.id) {
        people.push(reader.me.id.clone());
    }
    let from = reader.clocks.today(&zone);
    let wanted = Wanted {
        people: &people,
        length: Minutes(query.minutes.clamp(5, 600)),
        from,
        until: from.plus(DAYS),
        zone: &zone,
        most: OFFERED,
    };
    let mut found = find_time(reader.org, &wanted, reader.clocks);
    found.sort_by_key(|found| found.starts);
    found.iter().map(|found| time(reader, &zone, found, people.len())).collect()
}

fn time(reader: &Reader, zone: &Zone, found: &Found, of: usize) -> FoundTime {
    let at = found.starts;
    let wall = reader.clocks.wall(zone, at);
    let note = match (found.unsuited.is_empty(), of) {
        (true, 1) => "suits you".to_owned(),
        (true, 2) => "suits both".to_owned(),
        (true, all) => format!("suits all {}", number(all)),
        (false, _) => {
            let whom: Vec<String> = found.unsuited.iter().map(|one| whom(reader, one)).collect();
            listed(whom.iter().map(String::as_str), NAMED)
        }
    };
    FoundTime {
        at,
        on: wall.day.iso(),
        time: clock(wall.minute),
        field: wall_field(reader.clocks, zone, at),
        text: sentence(&reader.clocks.when_short(zone, at)),
        note,
    }
}

/// "Zoë is away"; for the reader "not when you like to meet".
fn whom(reader: &Reader, one: &Unsuited) -> String {
    if one.person == reader.me.id {
        return "not for you".to_owned();
    }
    format!("{} {}", person_name(reader, &one.person), one.why.words())
}
