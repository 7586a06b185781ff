//! The first page: the one next step, today, people to learn from, requests under way, and what the team is glad of.

mod agenda;
mod pulse;
#[cfg(test)]
mod tests;

pub use agenda::{AgendaLine, AgendaTag};
pub use pulse::{Pulse, PulseLine};

use crate::exchanges::{ExchangeLine, Tone, exchange_line};
use crate::mentorings::{LookingCard, asked_mentors};
use crate::next_step::{NextStep, Snooze, steps};
use crate::question::QuestionSpot;
use crate::reader::Reader;
use crate::suggest::{Search, Suggestion, suggestions};
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
    /// Requests for a mentor that wait for an answer.
    #[serde(default)]
    pub mentors: Vec<LookingCard>,
    /// What the team taught, learned and was glad of.
    pub pulse: Pulse,
}

/// The first page of the reader.
pub fn home_page(reader: &Reader, snoozes: &[Snooze]) -> HomePage {
    let steps = steps(reader, snoozes);
    let (agenda_title, agenda) = agenda::agenda(reader);
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
        mentors: asked_mentors(reader),
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
