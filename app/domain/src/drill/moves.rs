//! The moves of a drill, as functions of the drill, the mover and the moment: each returns the drill after the move or
//! says why it cannot be made. On the day itself nobody has to do anything here.

use super::{
    ANSWER_WITHIN, Drill, MOST_DAYS, MOST_GAPS, MOST_MOVES, Made, Move, Plan, REPORT_WITHIN, Report, Side, Stage, When,
};
use crate::clocks::Day;
use crate::id::{DrillId, PersonId};
use crate::rejection::{Noun, Rejection};
use crate::text::Prose;

impl Drill {
    /// The drill that `by` proposes: everybody in it but `by` has [`ANSWER_WITHIN`] to say yes. Refuses one person on
    /// both sides, no task, no notes, and days that are not ahead.
    pub fn proposed(id: DrillId, by: PersonId, plan: Plan, when: When) -> Result<Self, Rejection> {
        if plan.holder == plan.backup {
            return Err(Rejection::invalid("backup", "Choose somebody other than who usually does it."));
        }
        if plan.task.is_empty() {
            return Err(Rejection::invalid("task", "Say what is to be done."));
        }
        if plan.notes.is_empty() {
            return Err(Rejection::invalid("notes", "Say where the notes are, or write them here."));
        }
        check_days(plan.on, plan.until, when.today)?;
        let mut drill = Self {
            id,
            skill: plan.skill,
            holder: plan.holder,
            backup: plan.backup,
            task: plan.task,
            notes: plan.notes,
            on: plan.on,
            until: plan.until,
            minutes: plan.minutes,
            proposed_by: by.clone(),
            proposed_at: when.now,
            moved_at: when.now,
            stage: Stage::Agreed,
            holder_says: None,
            backup_says: None,
            history: Vec::new(),
        };
        drill.stage = drill.waiting_after(&by, when);
        Ok(drill)
    }

    /// The drill after `by` makes `step`. Not found for those who are neither in it nor proposed it.
    pub fn moved(mut self, by: &PersonId, step: Move, when: When) -> Result<Self, Rejection> {
        let side = self.side_of(by);
        if side.is_none() && *by != self.proposed_by {
            return Err(Rejection::NotFound(Noun::Drill));
        }
        if self.is_open() && self.history.len() >= MOST_MOVES && self.goes_round(side, &step) {
            return Err(Rejection::Conflict("This has gone back and forth often enough. Talk to each other.".into()));
        }
        let made = Made { by: by.clone(), at: when.now, step: step.clone() };
        self.stage = match (&self.stage, step) {
            (Stage::Done { .. } | Stage::Declined { .. } | Stage::Expired | Stage::Withdrawn | Stage::Untold, _) => {
                return Err(Rejection::Stale("This drill has ended. Plan another one.".into()));
            }
            (Stage::Proposed { until, .. }, _) if when.now >= *until => {
                return Err(Rejection::Stale("Nobody answered in time. Plan another drill.".into()));
            }
            (Stage::Proposed { waits_for, .. }, Move::Accept) => self.accepted(waits_for, side, when)?,
            (Stage::Agreed, Move::Accept) => return Err(Rejection::Stale("You have both agreed already.".into())),
            (Stage::Proposed { .. } | Stage::Agreed, Move::Propose { on, until }) => {
                self.proposed_anew(by, (on, until), when)?
            }
            (Stage::Proposed { .. } | Stage::Agreed, Move::Decline { reason }) => {
                self.declined(in_it(side)?, reason, when)?
            }
            (Stage::Proposed { .. } | Stage::Agreed, Move::Withdraw) => self.withdrawn(by, when)?,
            (Stage::Agreed, Move::Report { verdict, words, lacked }) => {
                let report = Report { verdict, words, lacked, at: when.now };
                self.told(in_it(side)?, report, when)?
            }
            (Stage::Proposed { .. }, Move::Report { .. }) => {
                return Err(Rejection::Conflict("Agree on a day first.".into()));
            }
        };
        self.moved_at = when.now;
        self.history.push(made);
        Ok(self)
    }

    /// The drill after `by` says yes to the days `seen`, the first and the last. Refuses when others were proposed since,
    /// so that nobody agrees to a day that they have not read.
    pub fn accepted_as_seen(self, by: &PersonId, seen: (Day, Day), when: When) -> Result<Self, Rejection> {
        if matches!(self.stage, Stage::Proposed { .. }) && (self.on, self.until) != seen {
            return Err(Rejection::Stale("Another day has been proposed since. Look at it, then answer.".into()));
        }
        self.moved(by, Move::Accept, when)
    }

    /// The drill once the time to answer, or to say how it went, has passed; `None` while it has not.
    pub fn expired(mut self, when: When) -> Option<Self> {
        let ended = match self.stage {
            Stage::Proposed { until, .. } if when.now >= until => Stage::Expired,
            Stage::Agreed if when.today > self.until.plus(REPORT_WITHIN) => Stage::Untold,
            Stage::Proposed { .. }
            | Stage::Agreed
            | Stage::Done { .. }
            | Stage::Declined { .. }
            | Stage::Expired
            | Stage::Withdrawn
            | Stage::Untold => return None,
        };
        self.stage = ended;
        self.moved_at = when.now;
        Some(self)
    }

    /// True for moves that can follow each other without end.
    fn goes_round(&self, side: Option<Side>, step: &Move) -> bool {
        match step {
            Move::Propose { .. } => true,
            Move::Report { .. } => side.is_some_and(|side| self.report_of(side).is_some()),
            Move::Accept | Move::Decline { .. } | Move::Withdraw => false,
        }
    }

    /// Whoever proposes has said yes for their own side.
    fn waiting_after(&self, by: &PersonId, when: When) -> Stage {
        let waits_for = Side::ALL.into_iter().filter(|side| self.person(*side) != by).collect();
        Stage::Proposed { waits_for, until: when.now.after(ANSWER_WITHIN) }
    }

    fn accepted(&self, waits_for: &[Side], side: Option<Side>, when: When) -> Result<Stage, Rejection> {
        let Some(side) = side.filter(|side| waits_for.contains(side)) else {
            return Err(Rejection::Conflict("It is not your turn to answer.".into()));
        };
        if self.on < when.today {
            return Err(Rejection::invalid("on", "That day has passed. Propose another."));
        }
        let left: Vec<Side> = waits_for.iter().copied().filter(|other| *other != side).collect();
        match &self.stage {
            Stage::Proposed { until, .. } if !left.is_empty() => Ok(Stage::Proposed { waits_for: left, until: *until }),
            Stage::Proposed { .. }
            | Stage::Agreed
            | Stage::Done { .. }
            | Stage::Declined { .. }
            | Stage::Expired
            | Stage::Withdrawn
            | Stage::Untold => Ok(Stage::Agreed),
        }
    }

    fn proposed_anew(&mut self, by: &PersonId, (on, until): (Day, Day), when: When) -> Result<Stage, Rejection> {
        check_days(on, until, when.today)?;
        self.nobody_has_told()?;
        (self.on, self.until) = (on, until);
        Ok(self.waiting_after(by, when))
    }

    fn declined(&self, side: Side, reason: Prose, when: When) -> Result<Stage, Rejection> {
        if reason.is_empty() {
            return Err(Rejection::invalid("reason", "Give a reason; one sentence is enough."));
        }
        self.nobody_has_told()?;
        if self.stage == Stage::Agreed && when.today > self.until {
            return Err(Rejection::Conflict("The day is over. Say how it went, or propose another.".into()));
        }
        Ok(Stage::Declined { by: side, reason })
    }

    fn withdrawn(&self, by: &PersonId, when: When) -> Result<Stage, Rejection> {
        if *by != self.proposed_by || (self.stage == Stage::Agreed && when.today >= self.on) {
            let words = "Decline with a reason instead, so that the other side knows why.";
            return Err(Rejection::Conflict(words.into()));
        }
        Ok(Stage::Withdrawn)
    }

    fn told(&mut self, side: Side, report: Report, when: When) -> Result<Stage, Rejection> {
        if when.today < self.until {
            return Err(Rejection::Conflict("Say how it went once the day has come.".into()));
        }
        if report.verdict != super::Verdict::Alone && report.words.is_empty() {
            return Err(Rejection::invalid("words", "Say with what; one sentence is enough."));
        }
        if report.lacked.len() > MOST_GAPS {
            return Err(Rejection::invalid("lacked", "Name twenty gaps at most: the ones that matter."));
        }
        match side {
            Side::Holder => self.holder_says = Some(report),
            Side::Backup => self.backup_says = Some(report),
        }
        Ok(if self.outcome().is_some() { Stage::Done { at: when.now } } else { Stage::Agreed })
    }

    fn nobody_has_told(&self) -> Result<(), Rejection> {
        if self.holder_says.is_some() || self.backup_says.is_some() {
            return Err(Rejection::Conflict(
                "One of you has said how it went already. Say how it went for you.".into(),
            ));
        }
        Ok(())
    }
}

fn in_it(side: Option<Side>) -> Result<Side, Rejection> {
    side.ok_or_else(|| Rejection::Conflict("Only the two who are in it can do this.".into()))
}

fn check_days(on: Day, until: Day, today: Day) -> Result<(), Rejection> {
    if on <= today {
        return Err(Rejection::invalid("on", "Choose a day from tomorrow on."));
    }
    if on > today.plus(366) {
        return Err(Rejection::invalid("on", "Choose a day within a year."));
    }
    if until < on {
        return Err(Rejection::invalid("until", "The last day comes before the first."));
    }
    if until >= on.plus(MOST_DAYS) {
        return Err(Rejection::invalid("until", "Keep it within a month."));
    }
    Ok(())
}
