//! What people say of a date, as functions of the date, who says it and the moment: each returns the date afterwards, or
//! says why it cannot be so. Time is let pass first, so that nothing depends on when somebody last looked.

use super::{Answer, Occurrence, Says, Seat, Seating};
use crate::id::PersonId;
use crate::rejection::Rejection;
use crate::time::Timestamp;
use crate::wording::counted;

/// What somebody says of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saying<'a> {
    /// Who is to come.
    pub person: &'a PersonId,
    /// What.
    pub says: Says,
    /// How many guests they bring; counts when they come.
    pub guests: u8,
    /// The host who says it for them.
    pub by: Option<&'a PersonId>,
}

impl Occurrence {
    /// The date after somebody answered. Whoever comes gets a seat when there is one and nobody waits, else a place in
    /// line; a seat that is held for them is theirs. Whoever comes no more frees their seats for the first in line.
    /// Refuses too many guests, more guests than there is room for, and what comes too late; a host answers for others
    /// until it starts.
    pub fn answered(self, saying: Saying, seating: &Seating, now: Timestamp) -> Result<Self, Rejection> {
        if saying.guests > seating.guests {
            return Err(Rejection::invalid("guests", most_guests(seating.guests)));
        }
        let mut occurrence = self.passed(seating, now);
        let before = occurrence.answer_of(saying.person).cloned();
        may_say(&saying, before.as_ref(), seating, now)?;
        let seat = match saying.says {
            Says::Going => occurrence.seat_for(&saying, before.as_ref(), seating)?,
            Says::Maybe | Says::NotGoing => Seat::Nothing,
        };
        let guests = if saying.says == Says::Going { saying.guests } else { 0 };
        occurrence.say(&saying, (seat, guests), now);
        Ok(occurrence.passed(seating, now))
    }

    /// The date after `person` took the seat that is held for them. Refuses when none is.
    pub fn claimed(self, person: &PersonId, seating: &Seating, now: Timestamp) -> Result<Self, Rejection> {
        seating.still_ahead(now)?;
        let mut occurrence = self.passed(seating, now);
        let answer = occurrence.answers.iter_mut().find(|answer| answer.person == *person);
        let answer = answer.ok_or(Rejection::Conflict("No seat is held for you. Say that you come.".into()))?;
        match answer.seat {
            Seat::Held { .. } => {
                (answer.seat, answer.at, answer.by) = (Seat::Seat, now, None);
                Ok(occurrence)
            }
            Seat::Seat => Err(Rejection::Stale("You have the seat already.".into())),
            Seat::Lapsed => {
                let words = "The time to take the seat is over, and it went to the next in line. You can ask again.";
                Err(Rejection::Stale(words.into()))
            }
            Seat::InLine => Err(Rejection::Conflict("No seat is free yet. You keep your place in line.".into())),
            Seat::Nothing => Err(Rejection::Conflict("No seat is held for you. Say that you come.".into())),
        }
    }

    /// The date after the host `by` gave `person` a seat, and their guests, whether or not there is room.
    pub fn given(self, person: &PersonId, by: &PersonId, seating: &Seating, now: Timestamp) -> Result<Self, Rejection> {
        seating.still_ahead(now)?;
        let mut occurrence = self.passed(seating, now);
        let before = occurrence.answer_of(person);
        if before.is_some_and(|before| before.seat == Seat::Seat) {
            return Err(Rejection::Stale("They have a seat already.".into()));
        }
        let guests = before.filter(|before| before.says == Says::Going).map_or(0, |before| before.guests);
        let saying = Saying { person, says: Says::Going, guests, by: Some(by) };
        occurrence.say(&saying, (Seat::Seat, guests), now);
        Ok(occurrence.passed(seating, now))
    }

    /// The date without anything that `person` said; their seats go to the first in line.
    pub fn without(mut self, person: &PersonId, seating: &Seating, now: Timestamp) -> Self {
        self.answers.retain(|answer| answer.person != *person);
        self.passed(seating, now)
    }

    /// What `person` has of the room once they come. They keep what they have; only what they ask for beyond it has to be
    /// free.
    fn seat_for(&self, saying: &Saying, before: Option<&Answer>, seating: &Seating) -> Result<Seat, Rejection> {
        let free = self.free(seating);
        let has = before.map_or(0, Answer::seats);
        let party = 1 + u32::from(saying.guests);
        let fits = free.is_none_or(|free| party <= free + has);
        match before.map(|before| before.seat) {
            Some(Seat::Seat | Seat::Held { .. }) if fits => Ok(Seat::Seat),
            // More are over than there is room for, but they ask for no more than they have.
            Some(Seat::Seat | Seat::Held { .. }) if party <= has => Ok(Seat::Seat),
            Some(Seat::Seat | Seat::Held { .. }) => {
                let most = (has + free.unwrap_or(0)).saturating_sub(1);
                Err(Rejection::invalid("guests", room_for(most)))
            }
            Some(Seat::InLine) => Ok(Seat::InLine),
            Some(Seat::Nothing | Seat::Lapsed) | None if fits && self.line().is_empty() => Ok(Seat::Seat),
            Some(Seat::Nothing | Seat::Lapsed) | None => Ok(Seat::InLine),
        }
    }

    /// Writes the answer down. Whoever comes anew is the last to have answered.
    fn say(&mut self, saying: &Saying, (seat, guests): (Seat, u8), now: Timestamp) {
        let before = self.answer_of(saying.person);
        let keeps = |before: &&Answer| {
            saying.says != Says::Going
                || before.says == Says::Going && !matches!(before.seat, Seat::Nothing | Seat::Lapsed)
        };
        let number = before.filter(keeps).map(|before| before.number);
        let number = number.unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        self.answers.retain(|answer| answer.person != *saying.person);
        let by = saying.by.filter(|by| *by != saying.person).cloned();
        let person = saying.person.clone();
        self.answers.push(Answer { person, says: saying.says, guests, seat, number, at: now, by });
        self.answers.sort_by_key(|answer| answer.number);
    }
}

/// Refuses what comes too late. Whoever gives something up may do so until the start.
fn may_say(saying: &Saying, before: Option<&Answer>, seating: &Seating, now: Timestamp) -> Result<(), Rejection> {
    let comes = before.filter(|before| before.says == Says::Going);
    let gives_up = match saying.says {
        Says::NotGoing => true,
        Says::Maybe => comes.is_some(),
        Says::Going => comes.is_some_and(|before| {
            !matches!(before.seat, Seat::Lapsed | Seat::Nothing) && saying.guests <= before.guests
        }),
    };
    if gives_up || saying.by.is_some() { seating.still_ahead(now) } else { seating.takes_answers(now) }
}

fn most_guests(most: u8) -> String {
    match most {
        0 => "Guests cannot come to this one.".to_owned(),
        most => format!("Bring at most {}.", counted(usize::from(most), "guest", "guests")),
    }
}

fn room_for(most: u32) -> String {
    match most {
        0 => "There is no room for a guest. You keep your seat.".to_owned(),
        most => {
            let guests = counted(usize::try_from(most).unwrap_or(usize::MAX), "guest", "guests");
            format!("There is room for {guests}. You keep what you have.")
        }
    }
}
