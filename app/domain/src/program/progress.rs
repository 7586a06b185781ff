//! How people get through a program: steps in any order within a stage, stages one after the other.
//!
//! A stage is done when all its steps are, as its person has the program. Which comes next is read from the program as
//! they have it once they enter a stage, so that what waits for that moment counts: nobody enters a stage that is gone.

use super::outline::{Moment, Outline};
use super::{Done, Entered, History, List, Participant, Phase, Settings, Standing, Who};
use crate::id::ItemId;
use crate::rejection::{Noun, Rejection};
use crate::time::Timestamp;

impl Participant {
    /// The stage that they are in; `None` before the first.
    pub fn stage(&self) -> Option<&ItemId> {
        self.entered.last().map(|entered| &entered.stage)
    }

    /// True when they finished that step.
    pub fn has_done(&self, step: &ItemId) -> bool {
        self.done.iter().any(|done| done.step == *step)
    }

    /// True when they are in that stage or were.
    pub fn has_entered(&self, stage: &ItemId) -> bool {
        self.entered.iter().any(|entered| entered.stage == *stage)
    }

    /// True when they have gone through that stage, or through all.
    fn is_through_with(&self, stage: &ItemId) -> bool {
        match self.standing {
            Standing::Inside => self.has_entered(stage) && self.stage() != Some(stage),
            Standing::Finished => self.has_entered(stage),
            Standing::Invited { .. } | Standing::Applied | Standing::Waiting | Standing::Left => false,
        }
    }

    /// True for a step that they finished and need not finish again.
    fn has_ticked(&self, step: &ItemId) -> bool {
        matches!(self.standing, Standing::Inside | Standing::Finished) && self.has_done(step)
    }
}

/// The steps of a stage, in order.
pub fn steps_of(settings: &Settings, stage: &ItemId) -> Vec<ItemId> {
    Outline::of(settings.clone()).steps_in(stage).map(|step| step.id.clone()).collect()
}

/// The steps that are asked for, in order: those of stages that are there.
pub fn steps_asked(settings: &Settings) -> Vec<ItemId> {
    Outline::of(settings.clone()).steps.into_iter().map(|step| step.id).collect()
}

/// `who` after they finished a step of a stage that they entered; with the last one of their stage they enter the next,
/// and with the last of all they are through. Refuses steps of stages that they have before them, and everybody who is
/// not inside a program that goes on. Finishing a step again changes nothing, also after the last one.
pub fn step_finished(history: &History, who: &Who, step: &ItemId, now: Timestamp) -> Result<Participant, Rejection> {
    if who.participant.has_ticked(step) {
        return Ok(who.participant.clone());
    }
    let mut walker = Walker::new(history, who, now)?;
    let outline = walker.outline();
    let found = outline.step(step).ok_or(Rejection::NotFound(Noun::Setting))?;
    if !walker.at.has_entered(&found.stage) {
        return Err(Rejection::Conflict("This step belongs to a stage that comes later.".into()));
    }
    walker.at.done.push(Done { step: step.clone(), title: outline.title(List::Steps, step), at: now });
    walker.go_on();
    Ok(walker.kept())
}

/// `who` after they are through with their stage, for a stage without steps. Refuses while steps of it are open. Being
/// through with it again changes nothing.
pub fn stage_finished(history: &History, who: &Who, stage: &ItemId, now: Timestamp) -> Result<Participant, Rejection> {
    if who.participant.is_through_with(stage) {
        return Ok(who.participant.clone());
    }
    let mut walker = Walker::new(history, who, now)?;
    if walker.at.stage() != Some(stage) {
        return Err(Rejection::Stale("You are in another stage now. Look at it again.".into()));
    }
    let outline = walker.outline();
    let open = outline.steps_in(stage).find(|step| !walker.at.has_done(&step.id));
    if let Some(open) = open {
        let title = outline.title(List::Steps, &open.id);
        return Err(Rejection::Conflict(format!("Finish its steps first; “{title}” is open.")));
    }
    walker.enter_next();
    walker.go_on();
    Ok(walker.kept())
}

/// Somebody on their way.
struct Walker<'a> {
    history: &'a History<'a>,
    who: &'a Who<'a>,
    at: Participant,
    now: Timestamp,
}

impl<'a> Walker<'a> {
    /// Refuses whoever is not inside a program that goes on. Who has no stage yet, since there was none, enters the first.
    fn new(history: &'a History<'a>, who: &'a Who<'a>, now: Timestamp) -> Result<Self, Rejection> {
        match who.participant.standing {
            Standing::Inside => {}
            Standing::Finished => return Err(Rejection::Stale("You are through with this program.".into())),
            Standing::Invited { .. } | Standing::Applied | Standing::Waiting | Standing::Left => {
                return Err(Rejection::Conflict("Join the program first.".into()));
            }
        }
        match history.program.phase {
            Phase::Running => {}
            Phase::Draft | Phase::Open => return Err(Rejection::Conflict("The program has not begun yet.".into())),
            Phase::Paused => return Err(Rejection::Conflict("The program is paused; nothing is due.".into())),
            Phase::Closed => return Err(Rejection::Conflict("The program is over.".into())),
        }
        let mut walker = Self { history, who, at: who.participant.clone(), now };
        if walker.at.entered.is_empty() {
            walker.enter_next();
        }
        Ok(walker)
    }

    /// Them with the teams that decided, which a row from before does not hold.
    fn kept(self) -> Participant {
        Participant { teams: Some(self.who.teams.to_vec()), ..self.at }
    }

    /// The program as they have it now.
    fn outline(&self) -> Outline {
        let who = Who { participant: &self.at, ..self.who.clone() };
        Outline::of(self.history.settings_for(&who, self.now))
    }

    /// The next stage, or through.
    fn enter_next(&mut self) {
        // As they have it once they enter a stage, whichever it is.
        let mut entering = Self { at: self.at.clone(), ..*self };
        if let Some(last) = self.at.entered.last() {
            entering.at.entered.push(Entered { stage: last.stage.clone(), at: self.now });
        }
        let outline = entering.outline();
        match outline.ahead(&self.at, Moment::Leaving).first() {
            Some(next) => self.at.entered.push(Entered { stage: (*next).clone(), at: self.now }),
            None if self.at.entered.is_empty() => {}
            None => (self.at.standing, self.at.since) = (Standing::Finished, self.now),
        }
    }

    /// On from every stage whose steps are all done.
    fn go_on(&mut self) {
        while self.at.standing == Standing::Inside {
            let outline = self.outline();
            let Some(stage) = self.at.stage().cloned() else { return };
            let mut steps = outline.steps_in(&stage).peekable();
            let is_done = steps.peek().is_some() && steps.all(|step| self.at.has_done(&step.id));
            if !is_done {
                return;
            }
            self.enter_next();
        }
    }
}
