//! Where the reader stands with a program, and where its life does.

use super::sight::Sight;
use super::words::{date, ordinal};
use crate::exchanges::{Status, Tone};
use crate::program::{Phase, Standing};
use crate::tag::PersonTag;
use serde::{Deserialize, Serialize};

/// Where the reader stands with a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum MyStanding {
    /// Never in it.
    Outside,
    /// Asked to join.
    Invited {
        /// By whom.
        by: PersonTag,
    },
    /// Asking to join, and not answered yet.
    Applied,
    /// In the queue.
    Waiting {
        /// First is 1.
        place: u32,
    },
    /// In it.
    Inside,
    /// Through all its stages.
    Finished,
    /// Once in it.
    Left,
}

impl MyStanding {
    /// The reader's.
    pub(super) fn of(sight: &Sight) -> Self {
        match sight.mine.map(|mine| &mine.standing) {
            None => Self::Outside,
            Some(Standing::Invited { by }) => Self::Invited { by: PersonTag::of(sight.reader.org, by) },
            Some(Standing::Applied) => Self::Applied,
            Some(Standing::Waiting) => Self::Waiting { place: place_in_queue(sight) },
            Some(Standing::Inside) => Self::Inside,
            Some(Standing::Finished) => Self::Finished,
            Some(Standing::Left) => Self::Left,
        }
    }
}

/// The reader's place among those who wait, by when they came.
fn place_in_queue(sight: &Sight) -> u32 {
    let Some(mine) = sight.mine else { return 1 };
    let queue = sight.reader.org.participants(&sight.program.id).filter(|other| other.standing == Standing::Waiting);
    let before = queue.filter(|other| (other.since, &other.person) < (mine.since, &mine.person)).count();
    u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
}

/// A chip and a sentence: what the program is for the reader just now.
pub(super) fn status(sight: &Sight, standing: &MyStanding) -> Status {
    let phase = sight.program.phase;
    let (tone, label, text) = match standing {
        MyStanding::Invited { by } => {
            let text = format!("{} asks you to join.", by.first_name());
            (Tone::Yours, "invited".to_owned(), text)
        }
        MyStanding::Applied => {
            let text = "You have applied. You are told as soon as somebody has answered.".to_owned();
            (Tone::Theirs, "applied".to_owned(), text)
        }
        MyStanding::Waiting { place } => {
            let text = format!("You are {} in line. You are told when a seat is free.", ordinal(*place));
            (Tone::Theirs, "waiting".to_owned(), text)
        }
        MyStanding::Inside if phase == Phase::Closed => (Tone::Over, "closed".to_owned(), of_phase(sight)),
        MyStanding::Inside if phase == Phase::Paused => (Tone::Theirs, "paused".to_owned(), of_phase(sight)),
        MyStanding::Inside => (Tone::Agreed, "you are in it".to_owned(), of_phase(sight)),
        MyStanding::Finished => {
            (Tone::Done, "finished".to_owned(), "You are through all of it. What you did stays.".to_owned())
        }
        MyStanding::Outside | MyStanding::Left => (of_tone(phase), phase.title().to_lowercase(), of_phase(sight)),
    };
    Status { tone, label, text }
}

/// Who took the reader out, and whom to write to.
pub(super) fn taken_out(sight: &Sight) -> Option<String> {
    let mine = sight.mine.filter(|mine| mine.standing == Standing::Left)?;
    let by = PersonTag::of(sight.reader.org, mine.taken_out_by.as_ref()?);
    let (name, day) = (by.first_name(), date(sight.day(mine.since)));
    Some(format!("{name} took you out of it on {day}. Write to {name} or another organiser if you want to be in it."))
}

const fn of_tone(phase: Phase) -> Tone {
    match phase {
        Phase::Open | Phase::Running => Tone::Agreed,
        Phase::Paused => Tone::Theirs,
        Phase::Draft | Phase::Closed => Tone::Over,
    }
}

/// What its phase means, in a sentence.
pub(super) fn of_phase(sight: &Sight) -> String {
    let since = date(sight.day(sight.program.phase_since));
    match sight.program.phase {
        Phase::Draft => "Only program admins see it so far.".to_owned(),
        Phase::Open => match sight.terms.day("starts_on") {
            Some(day) if day > sight.day(sight.reader.now()) => format!("It begins on {}.", date(day)),
            Some(day) if day == sight.day(sight.reader.now()) => "It begins today.".to_owned(),
            Some(_) | None => "It has not begun yet.".to_owned(),
        },
        Phase::Running => "It goes on.".to_owned(),
        Phase::Paused => format!("Paused since {since}: nothing is due, and nobody joins until it goes on."),
        Phase::Closed => format!("Closed since {since}. What people did stays."),
    }
}
