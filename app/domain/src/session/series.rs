//! Changes of a session: edited as a whole, called off, one date moved, a series split in two. Each returns the session
//! afterwards, with its revision counted as calendars need it, and says where dates went.

use super::poll::called_off;
use super::{CalledOff, Change, Date, Exception, Place, Revision, Session, SessionPlan, Timing, Until, When};
use crate::clocks::{Clocks, Day};
use crate::id::{PersonId, SessionId};
use crate::rejection::{Noun, Rejection};
use crate::text::Prose;
use crate::time::Timestamp;
use std::collections::BTreeMap;

/// Where the dates of a session went: to another day, or nowhere. Those that are not named stayed.
pub type Went = BTreeMap<Day, Option<Day>>;

/// What is otherwise on one date, and what those who come read about it.
#[derive(Clone, Copy, Debug)]
pub struct Otherwise<'a> {
    /// Of which date.
    pub on: Day,
    /// What; `None` puts the date back to what the rule says.
    pub change: Option<&'a Change>,
    /// In the host’s words.
    pub note: &'a Prose,
}

/// A series in two.
#[derive(Clone, Debug)]
pub struct Split {
    /// What goes on until then.
    pub before: Session,
    /// What goes on from then, under an id of its own.
    pub after: Session,
    /// Where the dates from then on went; each is now one of `after`.
    pub went: Went,
}

impl Revision {
    /// After words changed.
    pub fn worded(self, now: Timestamp) -> Self {
        Self { at: now, ..self }
    }

    /// After a time, the rule, a place or a standing changed.
    pub fn moved(self, now: Timestamp) -> Self {
        Self { sequence: self.sequence.saturating_add(1), at: now }
    }
}

impl Session {
    /// Refuses a change of something that changed since it was `seen`.
    pub fn is_as_seen(&self, seen: Timestamp) -> Result<(), Rejection> {
        if self.revision.at == seen {
            return Ok(());
        }
        let words = "Somebody changed this session since you opened it. What you wrote is still here: look at the \
            session, then save again.";
        Err(Rejection::Stale(words.into()))
    }

    /// Refuses a new session of which a date is over.
    pub fn is_all_ahead(&self, clocks: &Clocks) -> Result<(), Rejection> {
        let all = self.timing().map_or(0, |timing| timing.dates(clocks).count());
        if self.ahead(clocks).len() == all {
            return Ok(());
        }
        Err(Rejection::invalid("day", "That time is over. Choose one to come."))
    }

    /// Every date that has not begun.
    pub fn ahead(&self, clocks: &Clocks) -> Vec<Date> {
        let timing = self.timing().into_iter();
        timing.flat_map(|timing| timing.dates(clocks)).filter(|date| date.starts > clocks.now).collect()
    }

    /// The session as `plan` says. Dates that are over stay as they are: refuses a plan by which they would be others.
    pub fn edited(mut self, plan: &SessionPlan, clocks: &Clocks) -> Result<(Self, Went), Rejection> {
        self.stands()?;
        self.stays_of_two(plan)?;
        let (mut when, went) = match (&self.when, &plan.when) {
            (When::Set { timing: before }, When::Set { .. }) => edited_timing(before, plan, clocks)?,
            (When::Voting { poll }, When::Voting { .. }) => (plan.when(Some(poll)), Went::new()),
            (When::Set { .. }, When::Voting { .. }) => {
                return Err(Rejection::invalid("when", "The time is settled. Change it, or call this session off."));
            }
            (When::Voting { .. }, When::Set { .. }) => {
                return Err(Rejection::invalid("when", "People still vote. Settle on one of the times first."));
            }
        };
        let moves = is_elsewhen(&self.when, &when) || self.place != plan.place;
        self.revision = if moves { self.revision.moved(clocks.now) } else { self.revision.worded(clocks.now) };
        if let (true, When::Set { timing }) = (moves, &mut when) {
            // What is otherwise was told of the series as it was.
            timing.exceptions.iter_mut().for_each(|one| one.revision = self.revision);
        }
        (self.kind, self.title, self.about) = (plan.kind, plan.title.clone(), plan.about.clone());
        (self.outcomes, self.skills, self.hosts) = (plan.outcomes.clone(), plan.skills.clone(), plan.hosts.clone());
        (self.place, self.when, self.seats) = (plan.place.clone(), when, plan.seats.clone());
        (self.open_to, self.materials) = (plan.open_to.clone(), plan.materials.clone());
        self.program = plan.program.clone();
        Ok((self, went))
    }

    /// All of it is called off. Refuses a second time, no reason, and what is over.
    pub fn called_off_by(mut self, by: &PersonId, reason: &Prose, clocks: &Clocks) -> Result<Self, Rejection> {
        self.stands()?;
        if reason.is_empty() {
            return Err(Rejection::invalid("reason", "Say why, for those who meant to come; one sentence is enough."));
        }
        if self.timing().is_some() && self.ahead(clocks).is_empty() {
            return Err(Rejection::Conflict("It is over. What happened there stays.".into()));
        }
        self.called_off = Some(CalledOff { by: by.clone(), at: clocks.now, reason: reason.clone() });
        self.revision = self.revision.moved(clocks.now);
        Ok(self)
    }

    /// One date is otherwise, or again as the rule says. A session without a rule is at another time from now on, and its
    /// one date gets another name by it. Refuses a date that has begun, and one that would begin before now.
    pub fn with_date(mut self, otherwise: Otherwise, clocks: &Clocks) -> Result<(Self, Went), Rejection> {
        self.stands()?;
        let Otherwise { on, change, note } = otherwise;
        let date = self.timing().and_then(|timing| timing.date(on, clocks));
        let date = date.ok_or(Rejection::NotFound(Noun::Session))?;
        if date.takes_place && date.starts <= clocks.now {
            return Err(Rejection::Conflict("That date has begun or is over. It stays as it is.".into()));
        }
        let (stood, mut place) = (self.clone(), None);
        let When::Set { timing } = &mut self.when else { return Err(Rejection::NotFound(Noun::Session)) };
        let is_single = timing.repeats.is_none();
        let known = timing.exceptions.iter().position(|exception| exception.on == on);
        let known = known.map(|at| timing.exceptions.remove(at));
        match change {
            Some(Change::CalledOff) if is_single => {
                let words = "It has one date only. Call off the session instead.";
                return Err(Rejection::Conflict(words.into()));
            }
            Some(Change::Moved { day, minute, length, place: elsewhere }) if is_single => {
                (timing.first, timing.minute, timing.length, place) = (*day, *minute, *length, elsewhere.clone());
            }
            Some(change) => {
                let same = known.filter(|known| known.change == *change).map(|known| known.revision);
                let revision = same.unwrap_or(self.revision.moved(clocks.now));
                let exception = Exception { on, change: change.clone(), note: note.clone(), revision };
                timing.exceptions.push(exception);
                timing.exceptions.sort_by_key(|exception| exception.on);
            }
            None => {}
        }
        let now_on = if is_single { timing.first } else { on };
        let now = timing.date(now_on, clocks).filter(|date| !date.takes_place || date.starts > clocks.now);
        let now = now.ok_or_else(|| Rejection::invalid("day", "That time is over. Choose one to come."))?;
        if now.ends <= now.starts {
            return Err(Rejection::invalid("ends", "Let it end after it starts."));
        }
        if let Some(place) = place {
            self.place = place;
        }
        let moves = self.place != stood.place || is_elsewhen(&stood.when, &self.when);
        self.revision = if moves { self.revision.moved(clocks.now) } else { self.revision.worded(clocks.now) };
        let went = if now_on == on { Went::new() } else { Went::from([(on, Some(now_on))]) };
        Ok((self, went))
    }

    /// The series ends before `from`, and what `plan` says goes on from there as a session of its own. Refuses the first
    /// date, which is to be edited as a whole, and a date that has begun.
    pub fn split(
        mut self,
        from: Day,
        plan: &SessionPlan,
        (id, by): (SessionId, &PersonId),
        clocks: &Clocks,
    ) -> Result<Split, Rejection> {
        self.stands()?;
        let mut after = Self { follows: Some(self.id.clone()), ..plan.session(id, by, clocks) };
        let (revision, moved) = (after.revision, self.revision.moved(clocks.now));
        let When::Set { timing } = &mut self.when else { return Err(Rejection::NotFound(Noun::Session)) };
        let When::Set { timing: next } = &mut after.when else {
            return Err(Rejection::invalid("when", "Say when it goes on; times to choose from are for new sessions."));
        };
        let days = timing.days();
        let date = timing.date(from, clocks).ok_or(Rejection::NotFound(Noun::Session))?;
        let last = days.iter().copied().take_while(|day| *day < from).last();
        let last =
            last.ok_or_else(|| Rejection::Conflict("That is the first date. Change the whole series instead.".into()))?;
        if date.starts <= clocks.now {
            return Err(Rejection::Conflict("That date has begun or is over. Split the series at a later one.".into()));
        }
        let old: Vec<Day> = days.into_iter().filter(|day| *day >= from).collect();
        let went = went(&old, &next.days());
        next.exceptions = carried(&timing.exceptions, &old, &went, Some(revision));
        timing.exceptions.retain(|exception| exception.on < from);
        if let Some(repeats) = &mut timing.repeats {
            repeats.until = Until::Day { day: last };
        }
        self.revision = moved;
        Ok(Split { before: self, after, went })
    }

    /// The date on `on` as it is and where; `None` when there is none.
    pub fn date_and_place(&self, on: Day, clocks: &Clocks) -> Option<(Date, &Place)> {
        let date = self.timing()?.date(on, clocks)?;
        let takes_place = date.takes_place && self.called_off.is_none();
        Some((Date { takes_place, ..date }, &self.place))
    }

    pub(super) fn stands(&self) -> Result<(), Rejection> {
        if self.called_off.is_some() { Err(called_off()) } else { Ok(()) }
    }
}

/// The timing of a plan with the exceptions from before, and where the dates to come went.
fn edited_timing(before: &Timing, plan: &SessionPlan, clocks: &Clocks) -> Result<(When, Went), Rejection> {
    let When::Set { timing: mut after } = plan.when(None) else { return Err(Rejection::NotFound(Noun::Session)) };
    let over = |date: &Date| date.starts <= clocks.now;
    let past: Vec<Day> = before.dates(clocks).filter(over).map(|date| date.on).collect();
    let new_days = after.days();
    let is_as_long = (after.minute, after.length, &after.zone) == (before.minute, before.length, &before.zone);
    if !past.is_empty() && (!is_as_long || !past.iter().all(|day| new_days.contains(day))) {
        let words = "Some of its dates are over and stay as they were. Change this date and those that follow instead.";
        return Err(Rejection::invalid("when", words));
    }
    let old: Vec<Day> = before.days().into_iter().filter(|day| !past.contains(day)).collect();
    let new: Vec<Day> = new_days.into_iter().filter(|day| !past.contains(day)).collect();
    let went = went(&old, &new);
    let mut all = past;
    all.extend(&old);
    after.exceptions = carried(&before.exceptions, &all, &went, None);
    if is_over_already(before, &after, clocks) {
        return Err(Rejection::invalid("day", "That time is over. Choose one to come."));
    }
    Ok((When::Set { timing: after }, went))
}

/// True when something that was to come would be over by the change.
fn is_over_already(before: &Timing, after: &Timing, clocks: &Clocks) -> bool {
    let over = |timing: &Timing| timing.dates(clocks).filter(|date| date.starts <= clocks.now).count();
    over(after) > over(before)
}

/// Where dates on `old` days are found when the rule puts dates on `new` days: those that it still has stay; when it has
/// none of them but as many, each goes to the one in its place; the others go nowhere.
fn went(old: &[Day], new: &[Day]) -> Went {
    let is_shifted = old.len() == new.len() && !old.iter().any(|day| new.contains(day));
    if is_shifted {
        return old.iter().copied().zip(new.iter().copied().map(Some)).collect();
    }
    old.iter().filter(|day| !new.contains(day)).map(|day| (*day, None)).collect()
}

/// What was otherwise on `days`, where those went.
fn carried(exceptions: &[Exception], days: &[Day], went: &Went, revision: Option<Revision>) -> Vec<Exception> {
    let of = |exception: &Exception| {
        let on = went.get(&exception.on).copied().unwrap_or(Some(exception.on))?;
        let revision = revision.unwrap_or(exception.revision);
        days.contains(&exception.on).then(|| Exception { on, revision, ..exception.clone() })
    };
    exceptions.iter().filter_map(of).collect()
}

/// True when calendars have to show it at other times.
fn is_elsewhen(before: &When, after: &When) -> bool {
    match (before, after) {
        (When::Set { timing: before }, When::Set { timing: after }) => {
            let changes = |timing: &Timing| -> Vec<(Day, Change)> {
                timing.exceptions.iter().map(|one| (one.on, one.change.clone())).collect()
            };
            let bare = |timing: &Timing| Timing { exceptions: Vec::new(), ..timing.clone() };
            bare(before) != bare(after) || changes(before) != changes(after)
        }
        (When::Voting { .. }, When::Voting { .. }) => false,
        (When::Set { .. }, When::Voting { .. }) | (When::Voting { .. }, When::Set { .. }) => true,
    }
}
