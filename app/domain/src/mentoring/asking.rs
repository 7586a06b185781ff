//! The moves of a search, as functions of the row and the moment: each returns the row after it, or says why it cannot be.
//! Who is a mentor with a free place is asked of the caller, who knows the organisation.

use super::{Asked, Because, Closed, Ending, Passed, Rules, Seeking, Unfit, Wish};
use crate::id::{PersonId, ProgramId};
use crate::rejection::Rejection;
use crate::text::Prose;
use crate::time::{Span, Timestamp};

/// After somebody said no they are not asked again for so long.
pub const REST_AFTER_NO: Span = Span::days(60);

/// After somebody did not answer they are not asked again for so long.
pub const REST_AFTER_SILENCE: Span = Span::days(14);

/// The most requests that a row remembers.
const MOST_PASSED: usize = 60;

impl Seeking {
    /// A search that begins, without wishes.
    pub fn begun(program: ProgramId, person: PersonId, since: Timestamp, now: Timestamp) -> Self {
        let (wishes, passed) = (Vec::new(), Vec::new());
        Self { program, person, wishes, since, moved_at: now, asked: None, passed, overdue: None, closed: None }
    }

    /// The search with these wishes, the dearest first. Refuses more than the program lets people rank, somebody twice,
    /// oneself, and whom `unfit` says that they must not be paired with. A request that waits stays.
    pub fn ranked(
        mut self,
        wishes: Vec<Wish>,
        rules: &Rules,
        unfit: impl Fn(&PersonId) -> Option<Unfit>,
        now: Timestamp,
    ) -> Result<Self, Rejection> {
        if wishes.len() > rules.wishes {
            let most = crate::wording::counted(rules.wishes, "mentor", "mentors");
            return Err(Rejection::invalid("wishes", format!("Rank at most {most}.")));
        }
        for (place, wish) in wishes.iter().enumerate() {
            let unfit = if wish.mentor == self.person { Some(Unfit::Oneself) } else { unfit(&wish.mentor) };
            if let Some(words) = unfit.and_then(Unfit::refused) {
                return Err(Rejection::invalid("wishes", words));
            }
            if wishes.iter().take(place).any(|other| other.mentor == wish.mentor) {
                return Err(Rejection::invalid("wishes", "Rank each mentor once."));
            }
        }
        self.wishes = wishes;
        self.moved_at = now;
        Ok(self)
    }

    /// The search with a request to the first wish that `has_place`. Refuses while another request waits, where the
    /// program’s people do not ask themselves, and when no wish can be asked.
    pub fn sent(
        mut self,
        words: Prose,
        rules: &Rules,
        has_place: impl Fn(&PersonId) -> bool,
        now: Timestamp,
    ) -> Result<Self, Rejection> {
        if !rules.mode.asks() {
            let words = "In this program the organisers pair people. Your wishes tell them whom you would like.";
            return Err(Rejection::Conflict(words.into()));
        }
        if self.asked.is_some() {
            return Err(Rejection::Conflict("You have asked already. Wait for the answer, or take it back.".into()));
        }
        let wish = self.next_wish(&has_place, now).ok_or_else(|| self.nobody_to_ask())?;
        self.asked = Some(Asked {
            mentor: wish.mentor,
            skill: wish.skill,
            words,
            at: now,
            until: now.after(rules.answer_within),
        });
        self.moved_at = now;
        Ok(self)
    }

    /// The search after its request went past the mentor, for that reason: on to the next wish that `has_place`, or to
    /// nobody when there is none, or when it was taken back. Refuses when nobody is asked.
    pub fn passed_on(
        mut self,
        because: Because,
        rules: &Rules,
        has_place: impl Fn(&PersonId) -> bool,
        now: Timestamp,
    ) -> Result<Self, Rejection> {
        let asked = self.asked.take().ok_or_else(gone_on)?;
        let goes_on = because != Because::TakenBack && rules.mode.asks();
        self.note_passed(&asked, because, now);
        let takes = |mentor: &PersonId| *mentor != asked.mentor && has_place(mentor);
        let next = self.next_wish(takes, now).filter(|_| goes_on);
        let (words, until) = (asked.words, now.after(rules.answer_within));
        self.asked = next.map(|wish| Asked { mentor: wish.mentor, skill: wish.skill, words, at: now, until });
        Ok(self)
    }

    fn note_passed(&mut self, asked: &Asked, because: Because, now: Timestamp) {
        let (mentor, skill) = (asked.mentor.clone(), asked.skill.clone());
        self.passed.push(Passed { mentor, skill, asked_at: asked.at, at: now, because });
        if self.passed.len() > MOST_PASSED {
            self.passed.remove(0);
        }
        self.moved_at = now;
    }

    /// The search of somebody who has a mentor now, by a yes to their request or by an organiser. A request that waits for
    /// somebody else counts as taken back.
    pub fn paired(mut self, mentor: PersonId, now: Timestamp) -> Self {
        if let Some(asked) = self.asked.take().filter(|asked| asked.mentor != mentor) {
            self.note_passed(&asked, Because::TakenBack, now);
        }
        self.closed = Some(Closed { at: now, how: Ending::Paired { mentor } });
        self.moved_at = now;
        self
    }

    /// The search, open again if it had ended, of somebody who looks since `since`.
    pub fn open(self, since: Timestamp) -> Self {
        match self.closed {
            Some(_) => Self { since, closed: None, asked: None, overdue: None, ..self },
            None => self,
        }
    }

    /// The search open again as if it had not ended: who was in a pair that did not fit has looked all the time.
    pub fn as_before(self, now: Timestamp) -> Self {
        Self { closed: None, asked: None, moved_at: now, ..self }
    }

    /// The search given up. Refuses when it is over already.
    pub fn stopped(mut self, now: Timestamp) -> Result<Self, Rejection> {
        if self.closed.is_some() {
            return Err(Rejection::Stale("You are not looking for a mentor any more.".into()));
        }
        if let Some(asked) = self.asked.take() {
            self.note_passed(&asked, Because::TakenBack, now);
        }
        self.closed = Some(Closed { at: now, how: Ending::Stopped });
        self.moved_at = now;
        Ok(self)
    }

    /// The search, which has taken longer than the program promises, once those who look after it are told; `None` when
    /// it is over, or when they are told already.
    pub fn told_late(self, now: Timestamp) -> Option<Self> {
        let is_to_tell = self.overdue.is_none() && self.closed.is_none();
        is_to_tell.then_some(Self { overdue: Some(now), ..self })
    }

    /// The search after the program stood still from `from` until `now`: whoever is asked has as long to answer as they had
    /// then. `None` where nobody is asked.
    pub fn put_off(mut self, from: Timestamp, now: Timestamp) -> Option<Self> {
        let asked = self.asked.as_mut()?;
        asked.until = asked.until.after(now.since(from.max(asked.at)));
        Some(self)
    }

    /// The request, if it waits for `mentor` and their time is not over. Refuses in the same words whoever is not asked.
    pub fn waits_for(&self, mentor: &PersonId, now: Timestamp) -> Result<&Asked, Rejection> {
        self.asked.as_ref().filter(|asked| asked.mentor == *mentor && now < asked.until).ok_or_else(gone_on)
    }

    /// The place of a mentor among the wishes, from 0.
    pub fn rank_of(&self, mentor: &PersonId) -> Option<usize> {
        self.wishes.iter().position(|wish| wish.mentor == *mentor)
    }

    /// True for a mentor who said no not long ago.
    pub fn was_declined(&self, mentor: &PersonId, now: Timestamp) -> bool {
        let by = self.passed.iter().filter(|passed| passed.mentor == *mentor);
        by.into_iter().any(|passed| match passed.because {
            Because::Declined { .. } => now.since(passed.at) < REST_AFTER_NO,
            Because::Silent | Because::Full | Because::Paused | Because::Left | Because::TakenBack => false,
        })
    }

    /// True for a mentor who was asked in this search and said no, or did not answer, not long ago: they are not asked
    /// again for a while.
    pub fn rests(&self, mentor: &PersonId, now: Timestamp) -> bool {
        let silent = self.passed.iter().filter(|passed| passed.mentor == *mentor && passed.because == Because::Silent);
        let is_recent = |passed: &Passed| now.since(passed.at) < REST_AFTER_SILENCE;
        self.was_declined(mentor, now) || silent.into_iter().any(is_recent)
    }

    /// The first wish who has a place and was not asked in vain not long ago.
    fn next_wish(&self, has_place: impl Fn(&PersonId) -> bool, now: Timestamp) -> Option<Wish> {
        let mut open = self.wishes.iter().filter(|wish| !self.rests(&wish.mentor, now));
        open.find(|wish| has_place(&wish.mentor)).cloned()
    }

    fn nobody_to_ask(&self) -> Rejection {
        let words = match self.wishes.is_empty() {
            true => "Choose at least one mentor first.",
            false => "None of your wishes can be asked now: they have no place, or have said no. Choose others.",
        };
        Rejection::invalid("wishes", words)
    }
}

fn gone_on() -> Rejection {
    Rejection::Stale("This request has gone on or was taken back. You have nothing to answer.".into())
}
