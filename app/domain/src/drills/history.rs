//! What happened in a drill, line by line. That somebody said how it went is told; what they said is not.

use super::words::days_in;
use crate::drill::{Drill, Move, Stage};
use crate::id::PersonId;
use crate::reader::Reader;
use crate::tag::PersonTag;
use crate::time::Face;
use serde::{Deserialize, Serialize};

/// One thing that happened in a drill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillHistoryLine {
    /// "You said yes".
    pub text: String,
    /// What they wrote, if anything.
    pub words: String,
    /// True when time did it.
    pub by_time: bool,
    /// When.
    pub at: Face,
}

/// Everything that happened, oldest first.
pub(super) fn lines(reader: &Reader, drill: &Drill) -> Vec<DrillHistoryLine> {
    let face = |at| reader.clocks.face(&reader.me.zone, at);
    let subject = |by: &PersonId| match by == &reader.me.id {
        true => "You".to_owned(),
        false => PersonTag::of(reader.org, by).first_name().to_owned(),
    };
    let line = |text, words: &str, at| DrillHistoryLine { text, words: words.to_owned(), by_time: false, at: face(at) };
    let mut lines = vec![line(format!("{} proposed it", subject(&drill.proposed_by)), "", drill.proposed_at)];
    for made in &drill.history {
        let (text, words) = of_move(&made.step);
        lines.push(line(format!("{} {text}", subject(&made.by)), words, made.at));
    }
    lines.extend(
        ending(drill).map(|text| DrillHistoryLine { by_time: true, ..line(text.to_owned(), "", drill.moved_at) }),
    );
    lines
}

fn of_move(step: &Move) -> (String, &str) {
    match step {
        Move::Accept => ("said yes".to_owned(), ""),
        Move::Propose { on, until } => (format!("proposed {}", days_in(*on, *until)), ""),
        Move::Decline { reason } => ("declined".to_owned(), reason.as_str()),
        Move::Withdraw => ("took the proposal back".to_owned(), ""),
        Move::Report { .. } => ("said how it went".to_owned(), ""),
    }
}

fn ending(drill: &Drill) -> Option<&'static str> {
    match &drill.stage {
        Stage::Expired => Some("It expired without an answer"),
        Stage::Untold => Some("It ended, since not both said how it went"),
        Stage::Proposed { .. } | Stage::Agreed | Stage::Done { .. } | Stage::Declined { .. } | Stage::Withdrawn => None,
    }
}
