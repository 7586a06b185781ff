//! Mentoring on the page: what somebody looks for, whom they could ask, what a mentor is asked, and whose mentor they are.
//!
//! Who is a candidate and what becomes of a request is asked of `mentoring`, never decided here.

mod answer;
mod forms;
mod hub;
mod match_page;
mod request;
mod suggested;
#[cfg(test)]
mod tests;

pub use answer::{AnswerPage, answer_page};
pub use forms::parse_wishes;
pub use hub::{HubPage, LookingCard, OpenProgram, PlacesCard, RequestLine, asked_mentors, hub_page};
pub use match_page::{MatchMoves, MatchPage, PassedLine, UnfitLine, WishLine, match_page};
pub use request::RequestCard;
pub use suggested::Suggested;

use crate::id::ProgramId;
use crate::program::{Phase, Program};
use crate::time::{Span, Timestamp};
use crate::wording::counted;
use serde::{Deserialize, Serialize};

/// A program mentioned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramTag {
    /// Which.
    pub id: ProgramId,
    /// What it is called.
    pub title: String,
}

impl ProgramTag {
    fn of(program: &Program) -> Self {
        Self { id: program.id.clone(), title: program.title().to_owned() }
    }
}

/// What is said where a program takes nobody now.
const fn stands_still(phase: Phase) -> &'static str {
    match phase {
        Phase::Paused => "The program is paused. Nothing is due, and nothing goes on, until it does.",
        Phase::Draft | Phase::Open | Phase::Running | Phase::Closed => "The program is over.",
    }
}

/// "12 days", "less than a day".
fn waited(since: Timestamp, now: Timestamp) -> String {
    match days(now.since(since)) {
        0 => "less than a day".to_owned(),
        days => counted(days, "day", "days"),
    }
}

/// Whole days, none for what is to come.
fn days(span: Span) -> usize {
    usize::try_from(span.whole_days().max(0)).unwrap_or(0)
}

/// "3 of 4 places are free", "both places are taken".
fn places_words(taken: crate::mentoring::Taken) -> String {
    let places = usize::try_from(taken.places).unwrap_or(0);
    match (taken.free(), taken.places) {
        (_, 0) => "takes nobody now".to_owned(),
        (0, 1) => "the one place is taken".to_owned(),
        (0, _) => format!("all {} are taken", counted(places, "place", "places")),
        (1, 1) => "one place is free".to_owned(),
        (free, all) => format!("{free} of {all} places free"),
    }
}
