//! The list at the door: who said that they come, and who came.

use super::Seen;
use crate::colleague::Colleague;
use crate::id::PersonId;
use crate::session::{Answer, Attended, Door, Says, Seat};
use serde::{Deserialize, Serialize};

/// Somebody on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterLine {
    /// Who.
    pub person: Colleague,
    /// What they said: "has a seat", "third in line", "maybe"; empty for walk-ups.
    pub said: String,
    /// How many guests they bring.
    pub guests: u8,
    /// That they came.
    pub came: Option<Came>,
}

/// That somebody came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Came {
    /// How it is known.
    pub door: Door,
    /// At what time, on the reader’s clock.
    pub at: String,
}

/// Everybody who may be expected, by name: those who come or may come, and those who came without a word.
pub(super) fn roster(seen: &Seen) -> Vec<RosterLine> {
    let expected = |answer: &&Answer| answer.says != Says::NotGoing || seen.said.was_there(&answer.person);
    let answered: Vec<&Answer> = seen.said.answers.iter().filter(expected).collect();
    let is_walk_up = |attended: &&Attended| !answered.iter().any(|answer| answer.person == attended.person);
    let walk_ups = seen.said.attended.iter().filter(is_walk_up).map(|attended| line(seen, &attended.person, None));
    let mut lines: Vec<RosterLine> =
        answered.iter().map(|answer| line(seen, &answer.person, Some(answer))).chain(walk_ups).collect();
    lines.sort_by_cached_key(|line| (crate::search::fold(&line.person.name), line.person.id.clone()));
    lines
}

fn line(seen: &Seen, person: &PersonId, answer: Option<&Answer>) -> RosterLine {
    let came = seen.said.attended.iter().find(|attended| attended.person == *person);
    RosterLine {
        person: Colleague::named(seen.reader.org, person),
        said: answer.map(said).unwrap_or_default().to_owned(),
        guests: answer.map_or(0, |answer| answer.guests),
        came: came.map(|attended| Came { door: attended.door, at: seen.time(attended.at) }),
    }
}

fn said(answer: &Answer) -> &'static str {
    match (answer.says, answer.seat) {
        (Says::NotGoing, _) => "had said no",
        (Says::Maybe, _) => "maybe",
        (Says::Going, Seat::Seat) => "comes",
        (Says::Going, Seat::Held { .. }) => "a seat is held",
        (Says::Going, Seat::InLine | Seat::Lapsed | Seat::Nothing) => "in line",
    }
}
