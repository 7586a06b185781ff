//! What happened in a request, line by line, as each of the two reads it.

use crate::colleague::Colleague;
use crate::exchange::{Exchange, Move, Outcome, Side, Stage};
use crate::reader::Reader;
use crate::time::{Face, Timestamp};
use serde::{Deserialize, Serialize};

/// One thing that happened in a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryLine {
    /// "You proposed Thursday 12:30".
    pub text: String,
    /// What they wrote, if anything.
    pub words: String,
    /// Who did it; `None` when time passed.
    pub by: Option<Side>,
    /// When.
    pub at: Face,
}

/// Everything that happened, oldest first.
pub(super) fn lines(reader: &Reader, exchange: &Exchange, mine: Side) -> Vec<HistoryLine> {
    let other = reader.other(exchange, mine);
    let subject = |by: Side| if by == mine { "You".to_owned() } else { other.first_name.clone() };
    let face = |at| reader.clocks.face(&reader.me.zone, at);
    let mut time = first_time(exchange);
    let by = exchange.plan.is_none().then_some(Side::Learner);
    let asked = match time {
        _ if exchange.plan.is_some() => "The cover plan suggested it".to_owned(),
        Some(at) => format!("{} asked, for {}", subject(Side::Learner), reader.when(at)),
        None => format!("{} asked", subject(Side::Learner)),
    };
    let words = exchange.message.as_str().to_owned();
    let mut lines = vec![HistoryLine { text: asked, words, by, at: face(exchange.asked_at) }];
    for made in &exchange.history {
        if let Move::Propose { starts_at } = made.step {
            time = Some(starts_at);
        }
        let (text, words) = of_move(reader, &made.step, time);
        let text = format!("{} {text}", subject(made.by));
        lines.push(HistoryLine { text, words: words.to_owned(), by: Some(made.by), at: face(made.at) });
    }
    lines.extend(ending(exchange, &other).map(|text| HistoryLine {
        text,
        words: String::new(),
        by: None,
        at: face(exchange.moved_at),
    }));
    lines
}

/// The time asked for, when no later one has taken its place.
fn first_time(exchange: &Exchange) -> Option<Timestamp> {
    let is_other = |step: &Move| matches!(step, Move::Propose { .. } | Move::Reschedule { .. });
    let proposed = exchange.history.iter().any(|made| is_other(&made.step));
    exchange.starts_at.filter(|_| !proposed)
}

fn of_move<'a>(reader: &Reader, step: &'a Move, time: Option<Timestamp>) -> (String, &'a str) {
    match step {
        Move::Accept => (time.map_or("said yes".to_owned(), |at| format!("said yes to {}", reader.when(at))), ""),
        Move::Propose { starts_at } => (format!("proposed {}", reader.when(*starts_at)), ""),
        Move::Reschedule { starts_at } => (format!("moved it to {}", reader.when(*starts_at)), ""),
        Move::Decline { reason } => ("declined".to_owned(), reason.as_str()),
        Move::Withdraw => ("took the request back".to_owned(), ""),
        Move::Confirm { outcome: Outcome::Met, words } => ("said that you met".to_owned(), words.as_str()),
        Move::Confirm { outcome: Outcome::DidNotMeet, words } => {
            ("said that you did not meet".to_owned(), words.as_str())
        }
    }
}

fn ending(exchange: &Exchange, other: &Colleague) -> Option<String> {
    let last_word_ended_it = exchange.history.last().is_some_and(|made| made.at == exchange.moved_at);
    match &exchange.stage {
        Stage::Expired => Some("It expired without an answer; both of you were told".to_owned()),
        Stage::Missed if !last_word_ended_it => {
            Some(format!("You and {} did not both say that you met", other.first_name))
        }
        Stage::Waiting { .. }
        | Stage::Agreed
        | Stage::Done { .. }
        | Stage::Declined { .. }
        | Stage::Withdrawn
        | Stage::Missed => None,
    }
}
