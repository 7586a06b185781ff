//! The moves of an exchange, as functions of the exchange, the mover and the moment: each returns the exchange after
//! the move or says why it cannot be made. Who may call them and where they are kept is not decided here.

use super::{ANSWER_WITHIN, Ask, Confirmation, Exchange, MOST_MOVES, Made, Move, Outcome, Side, Stage};
use crate::id::{ExchangeId, PersonId, PlanId};
use crate::rejection::Rejection;
use crate::text::Prose;
use crate::time::{Span, Timestamp};

impl Exchange {
    /// The exchange that `learner` opens by asking; the teacher has [`ANSWER_WITHIN`] to answer. Refuses asking
    /// oneself and times that have passed.
    pub fn open(id: ExchangeId, learner: PersonId, ask: Ask, now: Timestamp) -> Result<Self, Rejection> {
        if learner == ask.teacher {
            return Err(Rejection::invalid("teacher", "Choose somebody other than yourself."));
        }
        if let Some(starts_at) = ask.starts_at {
            in_the_future(starts_at, now)?;
        }
        Ok(Self {
            id,
            learner,
            teacher: ask.teacher,
            skill: ask.skill,
            message: ask.message,
            minutes: ask.minutes,
            asked_at: now,
            moved_at: now,
            starts_at: ask.starts_at,
            stage: Stage::Waiting { on: Side::Teacher, until: now.after(ANSWER_WITHIN) },
            learner_says: None,
            teacher_says: None,
            plan: None,
            session: None,
            history: Vec::new(),
        })
    }

    /// The exchange that `plan` suggests to `learner`, who has [`ANSWER_WITHIN`] to propose a time or to decline; only
    /// then is the teacher asked.
    pub fn suggested(self, plan: PlanId) -> Self {
        let stage = match self.stage {
            Stage::Waiting { until, .. } => Stage::Waiting { on: Side::Learner, until },
            stage => stage,
        };
        Self { plan: Some(plan), stage, starts_at: None, ..self }
    }

    /// The exchange after `side` makes `step` at `now`.
    pub fn moved(mut self, side: Side, step: Move, now: Timestamp) -> Result<Self, Rejection> {
        if self.is_open() && self.history.len() >= MOST_MOVES && self.goes_round(side, &step) {
            return Err(Rejection::Conflict("This has gone back and forth often enough. Talk to each other.".into()));
        }
        let made = Made { by: side, at: now, step: step.clone() };
        let suggestion = self.is_suggestion();
        if suggestion && side == Side::Teacher && !matches!(step, Move::Decline { .. }) {
            return Err(Rejection::Conflict(
                "The plan asks the learner first. You are asked when they say yes.".into(),
            ));
        }
        self.stage = match (&self.stage, step) {
            (Stage::Done { .. } | Stage::Declined { .. } | Stage::Expired | Stage::Withdrawn | Stage::Missed, _) => {
                return Err(Rejection::Stale("This request has ended. Ask again if you still want to meet.".into()));
            }
            (Stage::Waiting { until, .. }, _) if now >= *until => {
                return Err(Rejection::Stale("This request has expired. Ask again.".into()));
            }
            (Stage::Waiting { on, .. }, Move::Accept) => self.accepted(side == *on, now)?,
            (Stage::Agreed, Move::Accept) => return Err(Rejection::Stale("You have both agreed already.".into())),
            (Stage::Agreed, Move::Propose { .. }) if self.session.is_some() => {
                return Err(Rejection::Conflict(
                    "You have agreed on this time. Move the meeting on its own page.".into(),
                ));
            }
            (Stage::Waiting { .. } | Stage::Agreed, Move::Reschedule { .. }) => {
                return Err(Rejection::Conflict("What you agreed on is moved on the page of the meeting.".into()));
            }
            (Stage::Waiting { .. } | Stage::Agreed, Move::Propose { starts_at }) => {
                self.proposed(side, starts_at, now)?
            }
            (Stage::Waiting { .. } | Stage::Agreed, Move::Decline { reason }) => self.declined(side, reason, now)?,
            (Stage::Waiting { .. }, Move::Withdraw) if side == Side::Learner && !suggestion => Stage::Withdrawn,
            (Stage::Waiting { .. } | Stage::Agreed, Move::Withdraw) => {
                return Err(Rejection::Conflict(
                    "Decline with a reason instead, so that the other side knows why.".into(),
                ));
            }
            (Stage::Agreed, Move::Confirm { outcome, words }) => self.confirmed(side, outcome, words, now)?,
            (Stage::Waiting { .. }, Move::Confirm { .. }) => {
                return Err(Rejection::Conflict("Agree on a time first.".into()));
            }
        };
        self.moved_at = now;
        self.history.push(made);
        Ok(self)
    }

    /// The exchange after `side` says yes to the time `seen`. Refuses when the other has proposed another since, so that
    /// nobody agrees to a time they have not read.
    pub fn accepted_as_seen(self, side: Side, seen: Timestamp, now: Timestamp) -> Result<Self, Rejection> {
        if matches!(self.stage, Stage::Waiting { .. }) && self.starts_at.is_some_and(|start| start != seen) {
            return Err(Rejection::Stale("Another time has been proposed since. Look at it, then answer.".into()));
        }
        self.moved(side, Move::Accept, now)
    }

    /// The exchange once the time to answer, or to confirm, has passed; `None` while it has not.
    pub fn expired(mut self, now: Timestamp) -> Option<Self> {
        let ended = match self.stage {
            Stage::Waiting { until, .. } if now >= until => Stage::Expired,
            Stage::Agreed if self.confirm_until().is_some_and(|until| now >= until) => Stage::Missed,
            Stage::Waiting { .. }
            | Stage::Agreed
            | Stage::Done { .. }
            | Stage::Declined { .. }
            | Stage::Expired
            | Stage::Withdrawn
            | Stage::Missed => return None,
        };
        self.stage = ended;
        self.moved_at = now;
        Some(self)
    }

    /// True for moves that can follow each other without end.
    fn goes_round(&self, side: Side, step: &Move) -> bool {
        match step {
            Move::Propose { .. } => true,
            Move::Confirm { .. } => self.word_of(side).is_some(),
            Move::Accept | Move::Decline { .. } | Move::Withdraw | Move::Reschedule { .. } => false,
        }
    }

    fn accepted(&self, their_turn: bool, now: Timestamp) -> Result<Stage, Rejection> {
        if !their_turn {
            return Err(Rejection::Conflict("It is the other side's turn to answer.".into()));
        }
        match self.starts_at {
            Some(start) if start > now => Ok(Stage::Agreed),
            Some(_) => Err(Rejection::invalid("starts_at", "That time has passed. Propose another.")),
            None => Err(Rejection::invalid("starts_at", "Propose a time to meet.")),
        }
    }

    fn proposed(&mut self, side: Side, starts_at: Timestamp, now: Timestamp) -> Result<Stage, Rejection> {
        in_the_future(starts_at, now)?;
        if self.somebody_says_they_met() {
            return Err(Rejection::Conflict("The other side says that you met. Say whether you did.".into()));
        }
        self.starts_at = Some(starts_at);
        self.learner_says = None;
        self.teacher_says = None;
        Ok(Stage::Waiting { on: side.other(), until: now.after(ANSWER_WITHIN) })
    }

    fn declined(&self, side: Side, reason: Prose, now: Timestamp) -> Result<Stage, Rejection> {
        if reason.is_empty() {
            return Err(Rejection::invalid("reason", "Give a reason; one sentence is enough."));
        }
        if self.stage == Stage::Agreed && self.starts_at.is_some_and(|start| now >= start) {
            return Err(Rejection::Conflict("The time has come. Say whether you met.".into()));
        }
        Ok(Stage::Declined { by: side, reason })
    }

    fn confirmed(&mut self, side: Side, outcome: Outcome, words: Prose, now: Timestamp) -> Result<Stage, Rejection> {
        if self.starts_at.is_some_and(|start| now < start) {
            return Err(Rejection::Conflict("Confirm once you have met.".into()));
        }
        if self.session.is_some() && self.confirm_until().is_some_and(|until| now > until) {
            return Err(Rejection::Stale("The week in which to say so is over.".into()));
        }
        // Whoever says the same again need not write their words again.
        let before = self.word_of(side).filter(|word| word.outcome == outcome && words.is_empty());
        let words = before.map_or(words.clone(), |word| word.words.clone());
        self.noted(side, Confirmation { outcome, at: now, words });
        Ok(self.as_both_say(now))
    }

    /// Where a meeting stands by what both have said of it, the later of them at `now`.
    pub(super) fn as_both_say(&self, now: Timestamp) -> Stage {
        let outcomes = (self.learner_says.as_ref().map(|c| c.outcome), self.teacher_says.as_ref().map(|c| c.outcome));
        match outcomes {
            (Some(Outcome::Met), Some(Outcome::Met)) => Stage::Done { at: now },
            (Some(Outcome::DidNotMeet), Some(Outcome::DidNotMeet)) => Stage::Missed,
            (None, None)
            | (None, Some(_))
            | (Some(_), None)
            | (Some(Outcome::Met), Some(Outcome::DidNotMeet))
            | (Some(Outcome::DidNotMeet), Some(Outcome::Met)) => Stage::Agreed,
        }
    }

    /// Keeps the word of one side; the same again is what was said when it was said first.
    pub(super) fn noted(&mut self, side: Side, word: Confirmation) {
        let before = self.word_of(side);
        let is_same = before.is_some_and(|before| before.outcome == word.outcome && before.words == word.words);
        match side {
            _ if is_same => {}
            Side::Learner => self.learner_says = Some(word),
            Side::Teacher => self.teacher_says = Some(word),
        }
    }

    fn somebody_says_they_met(&self) -> bool {
        [&self.learner_says, &self.teacher_says].into_iter().flatten().any(|word| word.outcome == Outcome::Met)
    }
}

fn in_the_future(starts_at: Timestamp, now: Timestamp) -> Result<(), Rejection> {
    if starts_at <= now {
        return Err(Rejection::invalid("starts_at", "Choose a time that is still to come."));
    }
    if starts_at > now.after(Span::days(366)) {
        return Err(Rejection::invalid("starts_at", "Choose a time within a year."));
    }
    Ok(())
}
