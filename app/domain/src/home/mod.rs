//! The first page: the one next step, today, people to learn from, requests under way, and what the team is glad of.

mod pulse;
#[cfg(test)]
mod tests;

pub use pulse::{Pulse, PulseLine};

use crate::colleague::Colleague;
use crate::exchange::{Side, Stage};
use crate::exchanges::{ExchangeLine, Tone, exchange_line};
use crate::id::ExchangeId;
use crate::next_step::{NextStep, Snooze, steps};
use crate::question::QuestionSpot;
use crate::reader::Reader;
use crate::suggest::{Search, Suggestion, suggestions};
use crate::tag::SkillTag;
use crate::time::{Face, Span};
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};

/// How many meetings, people and requests are shown.
const FEW: usize = 3;

/// The first page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomePage {
    /// "Good morning, Jonas".
    pub greeting: String,
    /// "Thursday 19 November".
    pub today: String,
    /// One sentence on what goes on.
    pub lead: String,
    /// The one thing to do next; `None` when nothing needs the reader.
    pub step: Option<NextStep>,
    /// A question to answer in one tap, below the step; filled in by the store, which knows what was settled.
    pub questions: QuestionSpot,
    /// How many steps, and kinds of steps, the reader put off.
    pub put_off: u32,
    /// "Today", or "Coming up" when today is free.
    pub agenda_title: String,
    /// The next meetings.
    pub agenda: Vec<AgendaLine>,
    /// People the reader could learn from.
    pub teachers: Vec<Suggestion>,
    /// Open requests that wait for others.
    pub waiting: Vec<ExchangeLine>,
    /// What the team taught, learned and was glad of.
    pub pulse: Pulse,
}

/// A meeting to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaLine {
    /// Which request it came out of.
    pub id: ExchangeId,
    /// When it starts; its words are the day and the time.
    pub starts: Face,
    /// "12:30".
    pub time: String,
    /// "tomorrow"; empty for today.
    pub day: String,
    /// "45 min".
    pub length: String,
    /// "Jonas teaches you" or "You teach Jonas".
    pub title: String,
    /// What is taught.
    pub skill: SkillTag,
    /// The reader's side.
    pub side: Side,
    /// The other.
    pub other: Colleague,
    /// "11:30 for Amara"; empty when their clocks agree.
    pub theirs: String,
}

/// The first page of the reader.
pub fn home_page(reader: &Reader, snoozes: &[Snooze]) -> HomePage {
    let steps = steps(reader, snoozes);
    let (agenda_title, agenda) = agenda(reader);
    let search = Search { learner: &reader.me.id, skills: &[], most: FEW };
    HomePage {
        greeting: format!("{}, {}", reader.clocks.greeting(&reader.me.zone), reader.me.first_name()),
        today: reader.clocks.today(&reader.me.zone).in_full(),
        lead: lead(reader, steps.waiting),
        step: steps.next.into_iter().next(),
        questions: QuestionSpot::default(),
        put_off: u32::try_from(steps.put_off).unwrap_or(u32::MAX),
        agenda_title: agenda_title.to_owned(),
        agenda,
        teachers: suggestions(reader.org, search, reader.clocks),
        waiting: waiting_for_others(reader),
        pulse: pulse::pulse(reader),
    }
}

/// "64 people here teach each other what they know. One of them is waiting for you."
fn lead(reader: &Reader, waiting: usize) -> String {
    let people = sentence(&counted(reader.org.people().count(), "person here teaches", "people here teach"));
    let first = format!("{people} each other what they know.");
    match waiting {
        0 => first,
        1 => format!("{first} One of them is waiting for you."),
        n => format!("{first} {} of them are waiting for you.", sentence(&crate::wording::number(n))),
    }
}

fn waiting_for_others(reader: &Reader) -> Vec<ExchangeLine> {
    let mut open: Vec<_> = reader.exchanges().filter(|(exchange, _)| exchange.is_open()).collect();
    open.sort_by_key(|(exchange, _)| (std::cmp::Reverse(exchange.moved_at), &exchange.id));
    let lines = open.into_iter().map(|(exchange, side)| exchange_line(reader, exchange, side));
    lines.filter(|line| line.status.tone == Tone::Theirs).take(FEW).collect()
}

/// Today's meetings; the next ones when there are none.
fn agenda(reader: &Reader) -> (&'static str, Vec<AgendaLine>) {
    let now = reader.now();
    let agreed = reader.exchanges().filter(|(exchange, _)| exchange.stage == Stage::Agreed && !exchange.is_over(now));
    let mut meetings: Vec<_> =
        agreed.filter_map(|(exchange, side)| Some((exchange.starts_at?, exchange, side))).collect();
    meetings.retain(|(start, ..)| start.since(now) <= Span::days(30));
    meetings.sort_by_key(|(start, exchange, _)| (*start, &exchange.id));
    let zone = &reader.me.zone;
    let today = reader.clocks.today(zone);
    let is_today = |start| reader.clocks.wall(zone, start).day == today;
    let any_today = meetings.iter().any(|(start, ..)| is_today(*start));
    meetings.retain(|(start, ..)| !any_today || is_today(*start));
    let line = |(start, exchange, side): (_, &crate::exchange::Exchange, Side)| {
        let other = reader.other(exchange, side);
        let their_time = reader.clocks.time(reader.other_zone(exchange, side), start);
        let time = reader.clocks.time(zone, start);
        AgendaLine {
            id: exchange.id.clone(),
            starts: reader.clocks.face(zone, start),
            day: if is_today(start) { String::new() } else { sentence(&reader.clocks.day(zone, start)) },
            length: format!("{} min", exchange.minutes.0),
            title: match side {
                Side::Learner => format!("{} teaches you", other.first_name),
                Side::Teacher => format!("You teach {}", other.first_name),
            },
            skill: SkillTag::of(reader.org, &exchange.skill),
            side,
            theirs: if time == their_time { String::new() } else { format!("{their_time} for {}", other.first_name) },
            time,
            other,
        }
    };
    let title = if any_today || meetings.is_empty() { "Today" } else { "Coming up" };
    (title, meetings.into_iter().take(FEW).map(line).collect())
}
