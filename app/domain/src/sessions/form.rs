//! The form with which a session is planned or changed: everything as text, so that what cannot be taken is said beside
//! its field and nothing that was typed is lost.

use super::tools::{length, minute, wall};
use super::words::kind_called;
use crate::chosen;
use crate::clocks::{Clocks, Day, Wall};
use crate::id::{PersonId, ProgramId};
use crate::program::Cadence;
use crate::reader::Reader;
use crate::rejection::Rejection;
use crate::session::{
    CHOICES, Link, MOST_DATES, MOST_GUESTS, MOST_SEATS, OpenTo, Place, Poll, Repeats, Seats, SessionPlan, Timing,
    Until, When,
};
use crate::text::{Line, Name, Prose};
use crate::time::{Minutes, Timestamp, Zone};
use crate::zones::known_zone;
use serde::{Deserialize, Serialize};

/// The most hours before the start at which answers close: two weeks.
const MOST_HOURS: u16 = 336;
/// The most things that people can do afterwards.
const MOST_OUTCOMES: usize = 12;
/// The last minute of a day.
const LAST_MINUTE: u16 = 24 * 60 - 1;

/// What the form sends, but for its lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionForm {
    /// Which session is changed; empty for a new one.
    pub session: String,
    /// The revision from which it was begun.
    pub base: String,
    /// From which date on it is changed; empty for all of it.
    pub from: String,
    /// What kind of hour: "lunch-and-learn".
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// What people can do afterwards, a line each.
    pub outcomes: String,
    /// "once", "series" or "poll".
    pub how: String,
    /// The first day: `2026-11-18`.
    pub on: String,
    /// When it starts: `12:30`.
    pub at: String,
    /// One of the times offered, as milliseconds; counts where no day is written.
    pub slot: String,
    /// How long.
    pub minutes: String,
    /// The zone of the event.
    pub zone: String,
    /// The rule in words.
    pub repeats: String,
    /// "count" or "day".
    pub ends: String,
    /// After how many dates the series ends.
    pub times: String,
    /// With which day it ends.
    pub until: String,
    /// The times to choose from; empty ones are nothing.
    pub choices: Vec<String>,
    /// The last day on which people vote.
    pub vote_until: String,
    /// The room.
    pub room: String,
    /// The video link.
    pub link: String,
    /// How many seats; empty for as many as like.
    pub capacity: String,
    /// How many guests each may bring.
    pub guests: String,
    /// How many hours before the start answers close.
    pub closes_before: String,
    /// How many minutes somebody who moves up has.
    pub claim_within: String,
    /// "everyone" or "invited".
    pub open_to: String,
    /// The program that it belongs to.
    pub program: String,
    /// "true" when a host is known to have something else then.
    pub despite_overlaps: String,
}

/// The lists that the form sends: ids as chosen, and names as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FormLists {
    /// What is taught.
    pub skills: Vec<String>,
    /// The same by name.
    pub skills_text: Vec<String>,
    /// Who holds it.
    pub hosts: Vec<String>,
    /// The same by name.
    pub hosts_text: Vec<String>,
    /// Who is asked, where not everybody may come.
    pub invited: Vec<String>,
    /// The same by name.
    pub invited_text: Vec<String>,
}

impl SessionForm {
    /// The plan; refuses the first field that cannot be taken. Whoever names no host holds it themself. Materials are none;
    /// those of a session stay with it.
    pub fn plan(&self, lists: &FormLists, reader: &Reader) -> Result<SessionPlan, Rejection> {
        let (org, me) = (reader.org, &reader.me.id);
        let mut hosts = people(reader, "hosts", &lists.hosts, &lists.hosts_text)?;
        if hosts.is_empty() {
            hosts.push(me.clone());
        }
        Ok(SessionPlan {
            kind: kind_called(&self.kind)?,
            title: Name::parse("title", &self.title)?,
            about: Prose::parse("about", &self.about)?,
            outcomes: self.outcomes()?,
            skills: chosen::skills(org, "skills", &lists.skills, &lists.skills_text)?,
            hosts,
            when: self.when(reader)?,
            place: self.place()?,
            seats: self.seats()?,
            open_to: self.open_to(lists, reader)?,
            materials: Vec::new(),
            program: self.program()?,
            despite_overlaps: self.despite_overlaps == "true",
        })
    }

    /// The refusal of its plan, beside the field of the form that says what was refused.
    pub fn beside_field(&self, refused: Rejection) -> Rejection {
        match refused {
            Rejection::Invalid { field, message } if field == "when" => Rejection::Conflict(message),
            Rejection::Invalid { field, message } => {
                let name = match (field.as_str(), self.how.as_str()) {
                    ("people", _) => "invited",
                    ("day", _) => "on",
                    ("starts", "poll") => "choices",
                    ("starts", _) => "at",
                    ("ends", _) => "minutes",
                    ("until", "poll") => "vote_until",
                    (own, _) => own,
                };
                Rejection::invalid(name, message)
            }
            other => other,
        }
    }

    /// When it is, or the times to choose from.
    pub fn when(&self, reader: &Reader) -> Result<When, Rejection> {
        match self.how.as_str() {
            "poll" => Ok(When::Voting { poll: self.poll(reader)? }),
            _ => Ok(When::Set { timing: self.timing(reader)? }),
        }
    }

    /// On which dates it falls.
    pub fn timing(&self, reader: &Reader) -> Result<Timing, Rejection> {
        let zone = self.zone(reader)?;
        let start = self.start(reader.clocks, &zone)?;
        let once = Timing::once(start, length("minutes", &self.minutes)?, zone);
        let repeats = if self.how == "series" { Some(self.repeats(start.day)?) } else { None };
        Ok(Timing { repeats, ..once })
    }

    fn start(&self, clocks: &Clocks, zone: &Zone) -> Result<Wall, Rejection> {
        if self.on.trim().is_empty() {
            let slot = self.slot.trim().parse().map(Timestamp);
            let slot = slot.map_err(|_| Rejection::invalid("on", "Choose a day, or one of the times offered."))?;
            return Ok(clocks.wall(zone, slot));
        }
        Ok(Wall { day: Day::parse("on", &self.on)?, minute: minute("at", &self.at)? })
    }

    fn repeats(&self, first: Day) -> Result<Repeats, Rejection> {
        let rule = Cadence::parse("repeats", &self.repeats)?.rule();
        let until = if self.ends == "day" {
            let day = Day::parse("until", &self.until)?;
            if day < first {
                return Err(Rejection::invalid("until", "Choose a day after the first one."));
            }
            Until::Day { day }
        } else {
            let dates = self.times.trim().parse().ok().filter(|dates| (2..=MOST_DATES).contains(dates));
            let words = format!("Write a number of dates from 2 to {MOST_DATES}.");
            Until::Count { dates: dates.ok_or_else(|| Rejection::invalid("times", words))? }
        };
        Ok(Repeats { rule, until })
    }

    fn poll(&self, reader: &Reader) -> Result<Poll, Rejection> {
        let zone = self.zone(reader)?;
        let written = self.choices.iter().filter(|choice| !choice.trim().is_empty());
        let moment = |choice: &String| Ok(reader.clocks.moment(&zone, wall("choices", choice)?));
        let mut choices: Vec<Timestamp> = written.map(moment).collect::<Result<_, Rejection>>()?;
        choices.sort();
        choices.dedup();
        if !CHOICES.contains(&choices.len()) {
            return Err(Rejection::invalid("choices", "Propose two to eight different times."));
        }
        let last = Day::parse("vote_until", &self.vote_until)?;
        let until = reader.clocks.moment(&zone, Wall { day: last, minute: LAST_MINUTE });
        Ok(Poll { choices, length: length("minutes", &self.minutes)?, zone, until, votes: Vec::new() })
    }

    /// The zone of the event; the reader's own when none is named.
    fn zone(&self, reader: &Reader) -> Result<Zone, Rejection> {
        if self.zone.trim().is_empty() {
            return Ok(reader.me.zone.clone());
        }
        known_zone(self.zone.trim()).map_err(|message| Rejection::invalid("zone", message))?;
        Zone::parse(&self.zone)
    }

    fn outcomes(&self) -> Result<Vec<Line>, Rejection> {
        let lines = self.outcomes.lines().map(|line| line.trim().trim_start_matches(['-', '*', '•']).trim());
        let lines: Vec<Line> = lines
            .filter(|line| !line.is_empty())
            .map(|line| Line::parse("outcomes", line))
            .collect::<Result<_, _>>()?;
        if lines.len() > MOST_OUTCOMES {
            return Err(Rejection::invalid("outcomes", format!("Name at most {MOST_OUTCOMES} things.")));
        }
        Ok(lines)
    }

    fn place(&self) -> Result<Place, Rejection> {
        let link = if self.link.trim().is_empty() { None } else { Some(Link::parse("link", &self.link)?) };
        Ok(Place { room: Line::parse("room", &self.room)?, link })
    }

    fn seats(&self) -> Result<Seats, Rejection> {
        let number = |field: &str, text: &str, most: u32| match text.trim() {
            "" => Ok(0),
            text => text.parse().ok().filter(|number| *number <= most).ok_or_else(|| {
                Rejection::invalid(field, format!("Write a number from 0 to {most}, or leave it empty."))
            }),
        };
        let small = |field: &str, text: &str, most: u16| {
            number(field, text, u32::from(most)).map(|number| u16::try_from(number).unwrap_or(most))
        };
        let capacity = match self.capacity.trim() {
            "" => None,
            text => Some(text.parse().ok().filter(|seats| (1..=MOST_SEATS).contains(seats)).ok_or_else(|| {
                let words = "Write how many seats there are, at least one; leave it empty for as many as like.";
                Rejection::invalid("capacity", words)
            })?),
        };
        let guests = small("guests", &self.guests, u16::from(MOST_GUESTS))?;
        Ok(Seats {
            capacity,
            guests: u8::try_from(guests).unwrap_or(MOST_GUESTS),
            closes_before: Minutes(60 * small("closes_before", &self.closes_before, MOST_HOURS)?),
            claim_within: Minutes(small("claim_within", &self.claim_within, 24 * 60)?),
        })
    }

    fn open_to(&self, lists: &FormLists, reader: &Reader) -> Result<OpenTo, Rejection> {
        if self.open_to != "invited" {
            return Ok(OpenTo::Everyone);
        }
        let people = people(reader, "invited", &lists.invited, &lists.invited_text)?;
        if people.is_empty() {
            return Err(Rejection::invalid("invited", "Name at least one colleague, or open it to everybody."));
        }
        Ok(OpenTo::Invited { people })
    }

    fn program(&self) -> Result<Option<ProgramId>, Rejection> {
        let text = self.program.trim();
        if text.is_empty() { Ok(None) } else { ProgramId::parse(text).map(Some) }
    }
}

/// The colleagues that the form names, each once.
fn people(reader: &Reader, field: &str, ids: &[String], names: &[String]) -> Result<Vec<PersonId>, Rejection> {
    let is_written = |text: &&String| !text.trim().is_empty();
    let by_id = ids.iter().filter(is_written).map(|id| chosen::person(reader.org, field, id, ""));
    let by_name = names.iter().filter(is_written).map(|name| chosen::person(reader.org, field, "", name));
    let mut found: Vec<PersonId> = Vec::new();
    for person in by_id.chain(by_name) {
        let person = person?;
        if !found.contains(&person) {
            found.push(person);
        }
    }
    Ok(found)
}
