//! What an hour together moves once both sides have said that it took place.
//!
//! Who taught gains the time, each of them all of it; where several things were taught, each gets an equal part. In
//! meetings of two and in swaps those who learned pay, in equal parts; at lunches the commons does. Meetings at which
//! nobody teaches move nothing, and neither does an hour to which nobody came.

use crate::clocks::Day;
use crate::evidence::{Level, Source};
use crate::exchange::Exchange;
use crate::id::{PersonId, SkillId};
use crate::ledger::{Account, Guard, Leg, MOST_LEGS, Minutes, Reason, Refusal, Shares, TooMany, Transfer, TransferKey};
use crate::session::{CloseOut, Session, SessionKind};
use std::collections::BTreeMap;

/// A date that both sides have closed.
#[derive(Clone, Copy, Debug)]
pub struct ClosedHour<'a> {
    /// Of which session.
    pub session: &'a Session,
    /// Which date.
    pub on: Day,
    /// What came of it.
    pub closed: &'a CloseOut,
}

/// Who taught whom.
type Taught<'a> = (Vec<&'a PersonId>, Vec<PersonId>);

impl ClosedHour<'_> {
    fn shares(&self) -> Option<Shares> {
        match self.session.kind {
            SessionKind::OneToOne | SessionKind::Swap => Some(Shares::Learners),
            SessionKind::LunchAndLearn => Some(Shares::Commons),
            SessionKind::FeedbackTalk | SessionKind::ProjectMeeting => None,
        }
    }

    /// Who taught and who learned each of its skills; of an hour without any, the hosts taught whoever came.
    fn lessons(&self, level: impl Fn(&PersonId, &SkillId) -> Level) -> Vec<Taught<'_>> {
        let (session, closed) = (self.session, self.closed);
        if closed.skills.is_empty() {
            let teachers = session.hosts.iter().filter(|_| session.kind != SessionKind::Swap);
            return vec![(teachers.collect(), closed.people.clone())];
        }
        let due = closed.due(session, level);
        let of = |skill: &SkillId, source| {
            let found = due.iter().filter(move |due| due.skill == *skill && due.source == source);
            found.map(|due| due.person.clone()).collect::<Vec<_>>()
        };
        let lesson = |skill| {
            let taught = of(skill, Source::Taught);
            let teachers = session.hosts.iter().filter(|host| taught.contains(host));
            (teachers.collect(), of(skill, Source::Attended))
        };
        closed.skills.iter().map(lesson).collect()
    }
}

/// The transfer that a closed date makes, for whoever confirmed it; `None` when nothing moves. `level` says what somebody
/// knew of a skill before, as [`CloseOut::due`] takes it.
pub fn taught(
    hour: ClosedHour,
    by: &PersonId,
    level: impl Fn(&PersonId, &SkillId) -> Level,
) -> Result<Option<Transfer>, TooMany> {
    let Some(shares) = hour.shares() else { return Ok(None) };
    let moved = shared(&hour, by, (shares, &level))?;
    // More people than a transfer has room for: the commons pays for all of them.
    let moved = if moved.legs.len() > MOST_LEGS { shared(&hour, by, (Shares::Commons, &level))? } else { moved };
    Ok((moved.legs.len() > 1).then_some(moved))
}

fn shared(
    hour: &ClosedHour,
    by: &PersonId,
    (shares, level): (Shares, &impl Fn(&PersonId, &SkillId) -> Level),
) -> Result<Transfer, TooMany> {
    let key = TransferKey::of_close(&hour.session.id, hour.on);
    let lessons = hour.lessons(level);
    let (all, parts) = (i64::from(hour.closed.minutes.0), i64::try_from(lessons.len().max(1)).unwrap_or(i64::MAX));
    let mut sums: BTreeMap<Account, Minutes> = BTreeMap::new();
    for (place, (teachers, learners)) in (0..).zip(&lessons) {
        let minutes = Minutes::new(all.div_euclid(parts) + i64::from(place < all.rem_euclid(parts)))?;
        for teacher in teachers.iter().filter(|_| !learners.is_empty()) {
            let lesson =
                Transfer::taught((key.clone(), by.clone()), (*teacher, learners.as_slice()), (minutes, shares))?;
            add(&mut sums, lesson.legs)?;
        }
    }
    Ok(Transfer { key, legs: legs(sums), reason: Reason::Taught, by: by.clone(), reverses: None })
}

/// The transfer of a request whose two sides both say that they met: the learner pays the teacher.
pub fn of_meeting(done: &Exchange, by: &PersonId) -> Result<Transfer, TooMany> {
    let who = (&done.teacher, std::slice::from_ref(&done.learner));
    let minutes = Minutes::new(i64::from(done.minutes.0))?;
    Transfer::taught((TransferKey::of_exchange(&done.id), by.clone()), who, (minutes, Shares::Learners))
}

/// The same transfer, with the commons paying what somebody may not owe any more: an hour that took place counts.
pub fn within_limits(transfer: Transfer, guards: &BTreeMap<Account, Guard>) -> Result<Transfer, Refusal> {
    let mut sums: BTreeMap<Account, Minutes> = BTreeMap::new();
    add(&mut sums, transfer.legs)?;
    let mut borne = Minutes::ZERO;
    for (account, minutes) in sums.iter_mut().filter(|(_, minutes)| minutes.is_negative()) {
        let Some(guard) = guards.get(account) else { return Err(Refusal::Unknown(account.clone())) };
        let Some(limits) = guard.limits else { continue };
        let may = limits.hard.plus(guard.balance.negated())?.min(Minutes::ZERO);
        if *minutes < may {
            borne = borne.plus(minutes.plus(may.negated())?)?;
            *minutes = may;
        }
    }
    add(&mut sums, vec![Leg { account: Account::Commons, minutes: borne }])?;
    Ok(Transfer { legs: legs(sums), ..transfer })
}

fn add(sums: &mut BTreeMap<Account, Minutes>, legs: Vec<Leg>) -> Result<(), TooMany> {
    for leg in legs {
        let sum = sums.entry(leg.account).or_default();
        *sum = sum.plus(leg.minutes)?;
    }
    Ok(())
}

/// A leg for each account that gains or pays.
fn legs(sums: BTreeMap<Account, Minutes>) -> Vec<Leg> {
    let moved = sums.into_iter().filter(|(_, minutes)| *minutes != Minutes::ZERO);
    moved.map(|(account, minutes)| Leg { account, minutes }).collect()
}
