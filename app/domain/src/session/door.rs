//! Who was there. People come in with the code, the host ticks them off or writes them in, and whatever of it arrives
//! when, twice, or late from a device without a connection, everybody is there once.

use super::code::{DoorCode, DoorHours, DoorKey};
use super::{Attended, Date, Door, Occurrence, Session};
use crate::id::PersonId;
use crate::rejection::Rejection;
use crate::time::{Span, Timestamp};

/// So far a device’s clock may be ahead of the server’s.
const AHEAD: Span = Span::minutes(2);

/// One date of a session, at a moment.
#[derive(Clone, Copy, Debug)]
pub struct Hour<'a> {
    /// The session.
    pub session: &'a Session,
    /// The date.
    pub date: &'a Date,
    /// The moment.
    pub now: Timestamp,
}

/// That somebody stands at the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Who.
    pub person: PersonId,
    /// The code that they read there.
    pub code: DoorCode,
    /// When, as their device says.
    pub at: Timestamp,
}

impl Hour<'_> {
    /// The date once `claim` is made: they were there. Once only, however often it arrives. Refuses a code that did not
    /// stand at the door at that moment, a moment at which the door was closed, hosts, and a date whose attendance is
    /// final.
    pub fn checked_in(&self, mut date: Occurrence, claim: &Claim, key: &DoorKey) -> Result<Occurrence, Rejection> {
        self.takes_place()?;
        if self.session.is_host(&claim.person) {
            return Err(Rejection::Conflict("You hold it: you need no code.".into()));
        }
        if date.was_there(&claim.person) {
            return Ok(date);
        }
        self.is_not_final(&date)?;
        self.was_open(claim.at)?;
        if !key.fits(claim.code, claim.at) {
            let words = "This code does not stand at the door. Read it again, or ask the host to tick you off.";
            return Err(Rejection::invalid("code", words));
        }
        date.attended.push(Attended { person: claim.person.clone(), door: Door::Code, at: claim.at, by: None });
        Ok(date)
    }

    /// The date once the host `by` says that `person` was there; whoever had not answered is a walk-up. Refuses all but
    /// hosts, a host as guest, the time before the door opens, and a date whose attendance is final.
    pub fn ticked(&self, mut date: Occurrence, person: &PersonId, by: &PersonId) -> Result<Occurrence, Rejection> {
        self.is_held_by(by)?;
        self.takes_place()?;
        if self.session.is_host(person) {
            return Err(Rejection::invalid("person", "Hosts are there anyway."));
        }
        if date.was_there(person) {
            return Ok(date);
        }
        self.is_not_final(&date)?;
        if self.now < DoorHours::of(self.date).from {
            return Err(Rejection::Conflict("The door opens ten minutes before the start.".into()));
        }
        let door = date.door_for(person);
        date.attended.push(Attended { person: person.clone(), door, at: self.now, by: Some(by.clone()) });
        Ok(date)
    }

    /// The date once the host `by` says that `person` was not there after all. Refuses all but hosts, and a date whose
    /// attendance is final.
    pub fn unticked(&self, mut date: Occurrence, person: &PersonId, by: &PersonId) -> Result<Occurrence, Rejection> {
        self.is_held_by(by)?;
        self.is_not_final(&date)?;
        date.attended.retain(|attended| attended.person != *person);
        Ok(date)
    }

    /// Refuses all but hosts.
    pub(super) fn is_held_by(&self, by: &PersonId) -> Result<(), Rejection> {
        if self.session.is_host(by) {
            return Ok(());
        }
        Err(Rejection::Forbidden("Only those who hold it say who was there.".into()))
    }

    /// Refuses a date that was called off.
    pub(super) fn takes_place(&self) -> Result<(), Rejection> {
        if self.date.takes_place && self.session.called_off.is_none() {
            return Ok(());
        }
        Err(Rejection::Conflict("It was called off.".into()))
    }

    fn is_not_final(&self, date: &Occurrence) -> Result<(), Rejection> {
        if !self.stage(date).is_final() {
            return Ok(());
        }
        Err(Rejection::Conflict("Who was there is final by now. Talk to the host.".into()))
    }

    fn was_open(&self, at: Timestamp) -> Result<(), Rejection> {
        if at > self.now.after(AHEAD) {
            let words = "The clock of this device is ahead. Set it right, or ask the host to tick you off.";
            return Err(Rejection::invalid("code", words));
        }
        if DoorHours::of(self.date).hold(at) {
            return Ok(());
        }
        let words = "The door is open from ten minutes before the start to a quarter of an hour after the end. Ask the \
                     host to tick you off.";
        Err(Rejection::invalid("code", words))
    }
}

impl Occurrence {
    /// How it is known of somebody whom the host names.
    pub(super) fn door_for(&self, person: &PersonId) -> Door {
        if self.answer_of(person).is_some() { Door::Host } else { Door::WalkUp }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::world::{AMARA, JONAS, LEILA, START, at_minute, hour, key, lunch, lunch_date, signed_up};

    fn claim(person: &str, minute: i64) -> Claim {
        let at = at_minute(minute);
        Claim { person: person.parse().unwrap(), code: key().code_at(at), at }
    }

    fn at(minute: i64) -> Result<Occurrence, Rejection> {
        let (session, date) = (lunch(), lunch_date());
        hour(&session, &date, minute).checked_in(signed_up(), &claim(AMARA, minute), &key())
    }

    #[test]
    fn the_code_lets_people_in_while_the_door_is_open() {
        assert!(at(-10).unwrap().was_there(&AMARA.parse().unwrap()));
        for minute in [-11, 76] {
            assert!(at(minute).unwrap_err().to_string().starts_with("The door is open from"), "{minute}");
        }
    }

    #[test]
    fn a_code_that_was_guessed_or_is_old_lets_nobody_in() {
        let (session, date) = (lunch(), lunch_date());
        let hour = hour(&session, &date, 20);
        let guessed = Claim { code: DoorCode::parse("000-000").unwrap(), ..claim(AMARA, 20) };
        let old = Claim { at: at_minute(20), ..claim(AMARA, 15) };
        let ahead = claim(AMARA, 23);
        for wrong in [guessed, old, ahead] {
            let refused = hour.checked_in(signed_up(), &wrong, &key());
            assert!(matches!(refused, Err(Rejection::Invalid { field, .. }) if field == "code"));
        }
    }

    #[test]
    fn a_claim_that_arrives_hours_later_counts_for_the_moment_at_which_it_was_made() {
        let (session, date) = (lunch(), lunch_date());
        let later = hour(&session, &date, 600).checked_in(signed_up(), &claim(AMARA, 5), &key()).unwrap();
        assert_eq!(later.attended[0].at, START.after(Span::minutes(5)));
    }

    #[test]
    fn whoever_the_host_ticked_off_and_who_used_the_code_is_there_once() {
        let (session, date) = (lunch(), lunch_date());
        let (amara, jonas) = (AMARA.parse().unwrap(), JONAS.parse().unwrap());
        let hour = hour(&session, &date, 10);
        let ticked = hour.ticked(signed_up(), &amara, &jonas).unwrap();
        let both = hour.checked_in(ticked.clone(), &claim(AMARA, 8), &key()).unwrap();
        assert_eq!(both, ticked, "the host had said so");
        let coded = hour.checked_in(signed_up(), &claim(AMARA, 8), &key()).unwrap();
        assert_eq!(hour.ticked(coded.clone(), &amara, &jonas), Ok(coded.clone()));
        assert_eq!(hour.checked_in(coded.clone(), &claim(AMARA, 9), &key()), Ok(coded));
    }

    #[test]
    fn whoever_had_not_answered_is_a_walk_up_and_a_tick_can_be_taken_back() {
        let (session, date) = (lunch(), lunch_date());
        let jonas = JONAS.parse().unwrap();
        let hour = hour(&session, &date, 10);
        let doors = [(AMARA, Door::Host), (LEILA, Door::WalkUp)];
        for (person, door) in doors {
            let person = person.parse().unwrap();
            let ticked = hour.ticked(signed_up(), &person, &jonas).unwrap();
            assert_eq!((ticked.attended[0].door, &ticked.attended[0].by), (door, &Some(jonas.clone())));
            assert_eq!(hour.unticked(ticked, &person, &jonas), Ok(signed_up()));
        }
    }

    #[test]
    fn guests_tick_nobody_off_and_hosts_need_no_code() {
        let (session, date) = (lunch(), lunch_date());
        let (amara, jonas) = (AMARA.parse().unwrap(), JONAS.parse().unwrap());
        let hour = hour(&session, &date, 10);
        assert!(matches!(hour.ticked(signed_up(), &amara, &amara), Err(Rejection::Forbidden(_))));
        assert!(hour.ticked(signed_up(), &jonas, &jonas).is_err());
        assert!(hour.checked_in(signed_up(), &claim(JONAS, 10), &key()).is_err());
    }

    #[test]
    fn nobody_comes_to_a_date_that_was_called_off_or_before_the_door_opens() {
        let (session, date) = (lunch(), Date { takes_place: false, ..lunch_date() });
        let called_off = Hour { session: &session, date: &date, now: at_minute(10) };
        assert!(called_off.checked_in(signed_up(), &claim(AMARA, 10), &key()).is_err());
        let (amara, jonas) = (AMARA.parse().unwrap(), JONAS.parse().unwrap());
        let date = lunch_date();
        assert!(hour(&session, &date, -11).ticked(signed_up(), &amara, &jonas).is_err());
    }
}
