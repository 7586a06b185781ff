//! How many seats there are, who has them, and the picture of it.

use super::words::{first_names, person_name};
use crate::id::PersonId;
use crate::reader::Reader;
use crate::session::{Answer, Occurrence, Says, Seat, Session};
use crate::tag::PersonTag;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// More seats than these are counted and not drawn.
const MOST_DRAWN: u32 = 66;
/// How many of those who come are named.
const MOST_FACES: usize = 60;

/// How many seats there are, and who has them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatsCard {
    /// "2 seats left of 20"; "Full: 20 seats"; "12 people come".
    pub title: String,
    /// "17 taken, 1 held for Zoë until 11:00, 3 people in line."
    pub note: String,
    /// Seat by seat; empty when they are not counted, or are too many to draw.
    pub picture: Vec<SeatState>,
    /// Who stands in the middle of the picture.
    pub host: String,
    /// Who comes, in the order of their answers.
    pub going: Vec<PersonTag>,
    /// "from 6 teams"; empty when they are few.
    pub teams: String,
    /// How many seats are left; `None` when as many may come as like.
    pub left: Option<u32>,
    /// True when whoever says yes now gets a place in line.
    pub is_full: bool,
}

/// One seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeatState {
    /// Somebody has it.
    Taken,
    /// The reader has it, or their guest.
    Yours,
    /// It is held for somebody.
    Held,
    /// Nobody has it.
    Free,
}

/// How many seats are taken and how many held, guests among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub taken: u32,
    pub held: u32,
    pub in_line: usize,
}

impl Count {
    pub fn of(occurrence: Option<&Occurrence>) -> Self {
        let answers = occurrence.map(|occurrence| occurrence.answers.as_slice()).unwrap_or_default();
        answers.iter().fold(Self::default(), |count, answer| match answer.seat {
            Seat::Seat => Self { taken: count.taken + heads(answer), ..count },
            Seat::Held { .. } => Self { held: count.held + heads(answer), ..count },
            Seat::InLine => Self { in_line: count.in_line + 1, ..count },
            Seat::Nothing | Seat::Lapsed => count,
        })
    }

    /// How many seats of `capacity` nobody has; `None` when they are not counted.
    pub fn left(self, capacity: Option<u32>) -> Option<u32> {
        capacity.map(|capacity| capacity.saturating_sub(self.taken + self.held))
    }
}

fn heads(answer: &Answer) -> u32 {
    1 + u32::from(answer.guests)
}

/// "2 of 20 seats left"; "full, 3 in line"; empty when they are not counted.
pub(super) fn in_short(session: &Session, occurrence: Option<&Occurrence>) -> String {
    let count = Count::of(occurrence);
    match (session.seats.capacity, count.left(session.seats.capacity)) {
        (Some(_), Some(0)) if count.in_line > 0 => format!("full, {} in line", count.in_line),
        (Some(_), Some(0)) => "full".to_owned(),
        (Some(all), Some(left)) => format!("{left} of {all} seats left"),
        (_, _) => String::new(),
    }
}

/// The seats of one date.
pub(super) fn seats(reader: &Reader, session: &Session, occurrence: Option<&Occurrence>) -> SeatsCard {
    let count = Count::of(occurrence);
    let capacity = session.seats.capacity;
    let left = count.left(capacity);
    let going: Vec<PersonTag> = going(occurrence).take(MOST_FACES).map(|id| PersonTag::of(reader.org, id)).collect();
    SeatsCard {
        title: title(capacity, left, count),
        note: note(reader, capacity, occurrence, count),
        picture: picture(reader, capacity, occurrence),
        host: first_names(reader, &session.hosts),
        teams: teams(reader, &going),
        going,
        left,
        is_full: left == Some(0) || count.in_line > 0,
    }
}

/// Who has a seat, by the order of their answers.
pub(super) fn going(occurrence: Option<&Occurrence>) -> impl Iterator<Item = &PersonId> {
    let answers = occurrence.map(|occurrence| occurrence.answers.as_slice()).unwrap_or_default();
    let mut with_seat: Vec<&Answer> =
        answers.iter().filter(|answer| answer.says == Says::Going && answer.seat == Seat::Seat).collect();
    with_seat.sort_by_key(|answer| answer.number);
    with_seat.into_iter().map(|answer| &answer.person)
}

fn title(capacity: Option<u32>, left: Option<u32>, count: Count) -> String {
    let number = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    match (capacity, left) {
        (Some(all), Some(0)) => format!("Full: all {all} seats are taken"),
        (Some(all), Some(left)) => {
            let seats = if left == 1 { "seat" } else { "seats" };
            format!("{left} {seats} left of {all}")
        }
        (_, _) if count.taken == 0 => "Nobody has said yes yet".to_owned(),
        (_, _) => sentence(&counted(number(count.taken), "person comes", "people come")),
    }
}

fn note(reader: &Reader, capacity: Option<u32>, occurrence: Option<&Occurrence>, count: Count) -> String {
    let mut parts = Vec::new();
    if capacity.is_some() {
        parts.push(format!("{} taken", count.taken));
    }
    for answer in occurrence.into_iter().flat_map(|occurrence| &occurrence.answers) {
        if let Seat::Held { until } = answer.seat {
            let name = person_name(reader, &answer.person);
            parts.push(format!("{} held for {name} until {}", heads(answer), reader.when(until)));
        }
    }
    if count.in_line > 0 {
        parts.push(format!("{} in line", count.in_line));
    }
    let maybes = occurrence.map_or(0, |date| date.answers.iter().filter(|one| one.says == Says::Maybe).count());
    if maybes > 0 {
        parts.push(format!("{maybes} maybe"));
    }
    if parts.is_empty() { String::new() } else { format!("{}.", parts.join(", ")) }
}

fn picture(reader: &Reader, capacity: Option<u32>, occurrence: Option<&Occurrence>) -> Vec<SeatState> {
    let Some(capacity) = capacity.filter(|capacity| *capacity <= MOST_DRAWN) else { return Vec::new() };
    let answers = occurrence.map(|occurrence| occurrence.answers.as_slice()).unwrap_or_default();
    let mut sorted: Vec<&Answer> = answers.iter().collect();
    sorted.sort_by_key(|answer| answer.number);
    let seats = |state: fn(&Reader, &Answer) -> Option<SeatState>| {
        let found = sorted.iter().filter_map(move |answer| Some((state(reader, answer)?, heads(answer))));
        found.flat_map(|(state, heads)| (0..heads).map(move |_| state)).collect::<Vec<_>>()
    };
    let taken = seats(|reader, answer| {
        let is_mine = answer.person == reader.me.id;
        let state = if is_mine { SeatState::Yours } else { SeatState::Taken };
        (answer.seat == Seat::Seat).then_some(state)
    });
    let held = seats(|_, answer| matches!(answer.seat, Seat::Held { .. }).then_some(SeatState::Held));
    let known: Vec<SeatState> = taken.into_iter().chain(held).collect();
    let all = usize::try_from(capacity).unwrap_or(0).max(known.len());
    let free = std::iter::repeat_n(SeatState::Free, all - known.len());
    known.into_iter().chain(free).collect()
}

fn teams(reader: &Reader, going: &[PersonTag]) -> String {
    let team = |tag: &PersonTag| reader.org.person(&tag.id)?.team.clone();
    let teams: BTreeSet<_> = going.iter().filter_map(team).collect();
    if teams.len() < 2 { String::new() } else { format!("from {} teams", teams.len()) }
}
