//! What hosts have beside the page that everybody sees: who said what, and the forms with which a date is changed.

use super::mine::ordinal;
use crate::clocks::{Clocks, Day, Wall};
use crate::reader::Reader;
use crate::rejection::Rejection;
use crate::session::{Answer, Change, Date, Link, Occurrence, Place, Says, Seat, Session, Survey};
use crate::tag::PersonTag;
use crate::text::Line;
use crate::time::Minutes;
use serde::{Deserialize, Serialize};

/// What the host of a date needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostTools {
    /// Who said what, in the order of seats.
    pub answers: Vec<AnswerLine>,
    /// The day on which the date is, on clocks of the event.
    pub day: String,
    /// When it starts: "12:30".
    pub time: String,
    /// How long it takes.
    pub minutes: String,
    /// The room.
    pub room: String,
    /// The video link; empty for none.
    pub link: String,
    /// The earliest day to which it can be moved.
    pub earliest: String,
    /// True when it was moved or called off, so that it can be put back.
    pub is_changed: bool,
    /// What people said afterwards.
    pub surveys: Vec<SurveyLine>,
    /// True for a date of a series, so that "this and following" can be changed.
    pub is_series: bool,
}

/// What somebody said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerLine {
    /// Who.
    pub person: PersonTag,
    /// "has a seat", "2nd in line", "maybe".
    pub has: String,
    /// "with one guest"; empty for none.
    pub guests: String,
    /// "said so by Priya"; empty when they said it themself.
    pub by: String,
    /// True when a seat can be given to them beyond the line.
    pub may_get_seat: bool,
    /// True when it can be said for them that they do not come.
    pub may_be_taken_out: bool,
}

/// What somebody said afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyLine {
    /// Who.
    pub person: PersonTag,
    /// How useful it was, from 1 to 5.
    pub useful: u8,
    /// Their words; empty for none.
    pub words: String,
}

/// What the host of `date` needs.
pub(super) fn tools(
    reader: &Reader,
    session: &Session,
    date: &Date,
    occurrence: Option<&Occurrence>,
) -> Option<HostTools> {
    let timing = session.timing()?;
    let start = reader.clocks.wall(&timing.zone, date.starts);
    let place = date.place(&session.place);
    Some(HostTools {
        answers: answers(reader, occurrence),
        day: start.day.iso(),
        time: clock(start.minute),
        minutes: (date.ends.since(date.starts).0 / 60_000).to_string(),
        room: place.room.to_string(),
        link: place.link.as_ref().map(ToString::to_string).unwrap_or_default(),
        earliest: reader.clocks.today(&timing.zone).iso(),
        is_changed: timing.exceptions.iter().any(|exception| exception.on == date.on),
        is_series: timing.repeats.is_some(),
        surveys: surveys(reader, occurrence),
    })
}

fn surveys(reader: &Reader, occurrence: Option<&Occurrence>) -> Vec<SurveyLine> {
    let closed = occurrence.and_then(|occurrence| occurrence.closed.as_ref());
    let surveys = closed.map(|closed| closed.surveys.as_slice()).unwrap_or_default();
    let line = |survey: &Survey| SurveyLine {
        person: PersonTag::of(reader.org, &survey.person),
        useful: survey.useful,
        words: survey.words.to_string(),
    };
    surveys.iter().map(line).collect()
}

/// "12:30".
pub(super) fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn answers(reader: &Reader, occurrence: Option<&Occurrence>) -> Vec<AnswerLine> {
    let mut all: Vec<&Answer> = occurrence.into_iter().flat_map(|occurrence| &occurrence.answers).collect();
    all.sort_by_key(|answer| (order(answer), answer.number));
    let mut in_line = 0;
    all.into_iter()
        .map(|answer| {
            in_line += u32::from(answer.seat == Seat::InLine);
            line(reader, answer, in_line)
        })
        .collect()
}

fn order(answer: &Answer) -> u8 {
    match (answer.says, answer.seat) {
        (Says::Going, Seat::Seat | Seat::Nothing) => 0,
        (Says::Going, Seat::Held { .. }) => 1,
        (Says::Going, Seat::InLine) => 2,
        (Says::Going, Seat::Lapsed) => 3,
        (Says::Maybe, _) => 4,
        (Says::NotGoing, _) => 5,
    }
}

fn line(reader: &Reader, answer: &Answer, in_line: u32) -> AnswerLine {
    let has = match (answer.says, answer.seat) {
        (Says::Maybe, _) => "maybe".to_owned(),
        (Says::NotGoing, _) => "does not come".to_owned(),
        (Says::Going, Seat::Seat | Seat::Nothing) => "has a seat".to_owned(),
        (Says::Going, Seat::Held { until }) => format!("a seat is held until {}", reader.when(until)),
        (Says::Going, Seat::InLine) => format!("{} in line", ordinal(in_line)),
        (Says::Going, Seat::Lapsed) => "did not take the seat in time".to_owned(),
    };
    let guests = match answer.guests {
        0 => String::new(),
        1 => "with one guest".to_owned(),
        n => format!("with {n} guests"),
    };
    let has_seat = answer.says == Says::Going && answer.seat == Seat::Seat;
    AnswerLine {
        person: PersonTag::of(reader.org, &answer.person),
        has,
        guests,
        by: answer.by.as_ref().map(|by| format!("said so by {}", reader.org.name_of(by))).unwrap_or_default(),
        may_get_seat: !has_seat,
        may_be_taken_out: answer.says != Says::NotGoing,
    }
}

/// Another time or place for one date, as a form says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DateForm {
    /// The day.
    pub day: String,
    /// When it starts: `12:30`.
    pub time: String,
    /// How long.
    pub minutes: String,
    /// The room.
    pub room: String,
    /// The video link.
    pub link: String,
    /// What those who come read about it.
    pub note: String,
}

impl DateForm {
    /// The refusal of its change, beside the field of the form that says what was refused.
    pub fn beside_field(refused: Rejection) -> Rejection {
        match refused {
            Rejection::Invalid { field, message } if field == "ends" => Rejection::invalid("minutes", message),
            Rejection::Invalid { field, message } if field == "starts" => Rejection::invalid("time", message),
            other => other,
        }
    }

    /// The change; the place of the series is none.
    pub fn moved(&self, usual: &Place) -> Result<Change, Rejection> {
        let link = if self.link.trim().is_empty() { None } else { Some(Link::parse("link", &self.link)?) };
        let place = Place { room: Line::parse("room", &self.room)?, link };
        Ok(Change::Moved {
            day: Day::parse("day", &self.day)?,
            minute: minute("time", &self.time)?,
            length: length("minutes", &self.minutes)?,
            place: (place != *usual).then_some(place),
        })
    }
}

/// The minute of a day, of "12:30".
pub(super) fn minute(field: &str, text: &str) -> Result<u16, Rejection> {
    let refused = || Rejection::invalid(field, "Write a time such as 12:30.");
    let (hour, minute) = text.trim().split_once(':').ok_or_else(refused)?;
    let number = |text: &str, below: u16| text.parse::<u16>().ok().filter(|number| *number < below);
    let minute = minute.split(':').next().unwrap_or_default();
    Ok(number(hour, 24).ok_or_else(refused)? * 60 + number(minute, 60).ok_or_else(refused)?)
}

/// A length, of a number of minutes.
pub(super) fn length(field: &str, text: &str) -> Result<Minutes, Rejection> {
    let minutes = text.trim().parse().ok().filter(|minutes| (5..=600).contains(minutes));
    minutes.map(Minutes).ok_or_else(|| Rejection::invalid(field, "Write a number of minutes from 5 to 600."))
}

/// What a clock shows, of a date and time field: `2026-11-18T12:30`.
pub(super) fn wall(field: &str, text: &str) -> Result<Wall, Rejection> {
    let refused = || Rejection::invalid(field, "Write a day and a time such as 2026-11-18 12:30.");
    let (day, time) = text.trim().split_once(['T', ' ']).ok_or_else(refused)?;
    let day = Day::parse(field, day).map_err(|_| refused())?;
    Ok(Wall { day, minute: minute(field, time).map_err(|_| refused())? })
}

/// The same backwards.
pub(super) fn wall_field(clocks: &Clocks, zone: &crate::time::Zone, at: crate::time::Timestamp) -> String {
    let wall = clocks.wall(zone, at);
    format!("{}T{}", wall.day.iso(), clock(wall.minute))
}
