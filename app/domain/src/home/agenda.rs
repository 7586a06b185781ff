//! What the reader has today, or next: meetings with one colleague, and those of their programs.

use super::FEW;
use crate::exchange::{Exchange, Side, Stage};
use crate::programs::{Sight, coming, my_programs};
use crate::reader::Reader;
use crate::sessions::{Entry, dates_between, seen, session_entry};
use crate::tag::SkillTag;
use crate::time::{Face, Span, Timestamp};
use crate::wording::sentence;
use serde::{Deserialize, Serialize};

/// How far ahead the next ones are looked for.
const AHEAD: Span = Span::days(30);
/// No hour together takes longer.
const LONGEST: Span = Span::hours(10);
/// A program meets again and again: further ahead than this, one alone is news to nobody.
const PROGRAMS_AHEAD: Span = Span::days(7);

/// A meeting to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaLine {
    /// Its page.
    pub href: String,
    /// When it starts; its words are the day and the time.
    pub starts: Face,
    /// "12:30".
    pub time: String,
    /// "tomorrow"; empty for today.
    pub day: String,
    /// "45 min".
    pub length: String,
    /// "Jonas teaches you", "You teach Jonas", "Pairs for Care".
    pub title: String,
    /// What it is about.
    pub tag: AgendaTag,
    /// "11:30 for Amara"; empty when their clocks agree.
    pub theirs: String,
}

/// What a meeting is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum AgendaTag {
    /// A skill that is taught.
    Skill {
        /// What is taught.
        skill: SkillTag,
        /// The reader's side.
        side: Side,
    },
    /// An hour together.
    Session {
        /// What is taught, the main thing.
        skill: Option<SkillTag>,
        /// True when the reader holds it.
        teaches: bool,
        /// "Seat saved"; "2 of 20 seats left".
        words: String,
        /// True when the reader has said nothing yet and may come.
        may_save: bool,
    },
    /// A program that meets.
    Program {
        /// "Mentorship".
        kind: String,
    },
}

/// Today's meetings; the next ones when there are none.
pub(super) fn agenda(reader: &Reader) -> (&'static str, Vec<AgendaLine>) {
    let now = reader.now();
    let agreed = reader.exchanges().filter(|(exchange, _)| exchange.stage == Stage::Agreed && !exchange.is_over(now));
    let exchanges = agreed.filter_map(|(exchange, side)| {
        let start = exchange.starts_at.filter(|start| start.since(now) <= AHEAD)?;
        Some((start, exchange.id.to_string(), of_exchange(reader, (exchange, side), start)))
    });
    let programs = my_programs(reader).into_iter().filter_map(|sight| {
        sight.inside()?;
        let start = coming(&sight).into_iter().next().filter(|start| start.since(now) <= PROGRAMS_AHEAD)?;
        Some((start, sight.program.id.to_string(), of_program(&sight, start)))
    });
    let mut meetings: Vec<(Timestamp, String, AgendaLine)> = exchanges.chain(programs).collect();
    meetings.extend(sessions(reader));
    meetings.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let any_today = meetings.iter().any(|(.., line)| line.day.is_empty());
    meetings.retain(|(.., line)| !any_today || line.day.is_empty());
    let title = if any_today || meetings.is_empty() { "Today" } else { "Coming up" };
    (title, meetings.into_iter().take(FEW).map(|(.., line)| line).collect())
}

/// Hours together that the reader comes to, and today also those to which they may.
fn sessions(reader: &Reader) -> Vec<(Timestamp, String, AgendaLine)> {
    let (now, zone) = (reader.now(), &reader.me.zone);
    let today = reader.clocks.today(zone);
    let span = (now.before(LONGEST), now.after(AHEAD));
    // What two agreed on stands there in their words.
    let stand = seen(reader).filter(|session| session.called_off.is_none() && session.exchange.is_none());
    let of = |session| {
        let dates = dates_between(session, span, reader.clocks).into_iter();
        let dates = dates.filter(|date| date.takes_place && date.ends > now);
        let lines = dates.filter_map(|date| {
            let entry = session_entry(reader, session, &date);
            let is_today = reader.clocks.wall(zone, date.starts).day == today;
            let is_shown = entry.is_mine || is_today && entry.label.is_empty() && session.is_open_to(&reader.me.id);
            is_shown.then(|| (date.starts, entry.href.clone(), of_session(reader, entry, date.starts)))
        });
        lines.collect::<Vec<_>>()
    };
    stand.flat_map(of).collect()
}

fn of_session(reader: &Reader, entry: Entry, start: Timestamp) -> AgendaLine {
    let may_save = entry.label.is_empty();
    let words = if may_save { entry.seats } else { entry.label };
    AgendaLine {
        href: entry.href,
        starts: entry.starts,
        day: day(reader, start),
        length: entry.length,
        title: entry.title,
        tag: AgendaTag::Session { skill: entry.skill, teaches: entry.teaches, words: sentence(&words), may_save },
        theirs: String::new(),
        time: entry.time,
    }
}

fn of_exchange(reader: &Reader, (exchange, side): (&Exchange, Side), start: Timestamp) -> AgendaLine {
    let other = reader.other(exchange, side);
    let their_time = reader.clocks.time(reader.other_zone(exchange, side), start);
    let time = reader.clocks.time(&reader.me.zone, start);
    AgendaLine {
        href: exchange.meeting_href(),
        starts: reader.clocks.face(&reader.me.zone, start),
        day: day(reader, start),
        length: format!("{} min", exchange.minutes.0),
        title: match side {
            Side::Learner => format!("{} teaches you", other.first_name),
            Side::Teacher => format!("You teach {}", other.first_name),
        },
        tag: AgendaTag::Skill { skill: SkillTag::of(reader.org, &exchange.skill), side },
        theirs: if time == their_time { String::new() } else { format!("{their_time} for {}", other.first_name) },
        time,
    }
}

fn of_program(sight: &Sight, start: Timestamp) -> AgendaLine {
    let reader = &sight.reader;
    let meeting = crate::programs::Meeting::of(sight, start);
    AgendaLine {
        href: sight.href(),
        starts: reader.clocks.face(&reader.me.zone, start),
        day: day(reader, start),
        title: sight.title(),
        tag: AgendaTag::Program { kind: sight.program.kind.description().title.to_owned() },
        length: meeting.length,
        theirs: meeting.theirs,
        time: meeting.time,
    }
}

/// "Tomorrow"; empty for today.
fn day(reader: &Reader, start: Timestamp) -> String {
    let (clocks, zone) = (reader.clocks, &reader.me.zone);
    let is_today = clocks.wall(zone, start).day == clocks.today(zone);
    if is_today { String::new() } else { sentence(&clocks.day(zone, start)) }
}
