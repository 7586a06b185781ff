//! What a learner does: rank mentors, ask, take it back, look no more.

use super::rows::{has_mentor, in_role, seeking, write_seeking};
use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::id::{PersonId, ProgramId};
use domain::mentoring::{Because, LEARNER, Roll, Rules, Seeking, Unfit, Wish};
use domain::mentorings::parse_wishes;
use domain::rejection::{Noun, Rejection};
use domain::text::Prose;
use domain::time::Timestamp;

impl Store {
    /// The actor wishes for these mentors from now on, the dearest first; a request that waits stays. Refuses what
    /// [`Seeking::ranked`] refuses, whoever does not learn in the program or has a mentor in it, and programs that are
    /// paused or over.
    pub async fn rank_mentors(&self, actor: &Actor, program: &ProgramId, wishes: &[Wish]) -> Result<()> {
        let (me, setting) = (&actor.member()?.id, self.setting(program)?);
        setting.goes_on()?;
        let rules = &setting.rules;
        self.change(actor, |tx| async move {
            let (before, search) = self.open_search(&tx, program, me).await?;
            let unfit = |mentor: &PersonId| self.unfit(program, me, mentor);
            let after = search.ranked(wishes.to_vec(), rules, unfit, tx.now())?;
            write_seeking(&tx, before.as_ref(), &after).await
        })
        .await
    }

    /// The same from a form, as “mentor/skill” each.
    pub async fn rank_by_form(&self, actor: &Actor, program: &ProgramId, wishes: &[String]) -> Result<()> {
        self.rank_mentors(actor, program, &parse_wishes(wishes)?).await
    }

    /// The actor asks the first of their wishes who has a place: they have as long to answer as the program says, and then
    /// it goes on to the next. Refuses what [`Seeking::sent`] refuses, and what [`Store::rank_mentors`] refuses of people
    /// and programs.
    pub async fn ask_mentor(&self, actor: &Actor, program: &ProgramId, words: &Prose) -> Result<()> {
        let (me, setting) = (&actor.member()?.id, self.setting(program)?);
        setting.goes_on()?;
        let rules = &setting.rules;
        self.change(actor, |tx| async move {
            let (before, search) = self.open_search(&tx, program, me).await?;
            let can_be_asked = |mentor: &PersonId| self.can_be_asked(program, rules, me, mentor);
            let after = search.sent(words.clone(), rules, can_be_asked, tx.now())?;
            if let Some(asked) = &after.asked {
                crate::exchange::skill_exists(&tx, &asked.skill).await?;
                crate::account::active(&tx, &asked.mentor).await?;
            }
            write_seeking(&tx, before.as_ref(), &after).await
        })
        .await
    }

    /// The actor takes their request back; nobody is asked then. Refuses when none waits.
    pub async fn take_back_mentor_request(&self, actor: &Actor, program: &ProgramId) -> Result<()> {
        let (me, setting) = (&actor.member()?.id, self.setting(program)?);
        let rules = &setting.rules;
        self.change(actor, |tx| async move {
            let before = seeking(&tx, program, me).await?.ok_or(Rejection::NotFound(Noun::Program))?;
            let after = before.clone().passed_on(Because::TakenBack, rules, |_| false, tx.now())?;
            write_seeking(&tx, Some(&before), &after).await
        })
        .await
    }

    /// The actor looks for no mentor in the program any more; ranking somebody opens the search again. Refuses when they
    /// do not look for one.
    pub async fn stop_seeking(&self, actor: &Actor, program: &ProgramId) -> Result<()> {
        let me = &actor.member()?.id;
        self.setting(program)?;
        self.change(actor, |tx| async move {
            let (before, search) = self.open_search(&tx, program, me).await?;
            write_seeking(&tx, before.as_ref(), &search.stopped(tx.now())?).await
        })
        .await
    }

    /// True for a mentor of the program who has a free place, as memory has it. Whoever accepts decides for good.
    pub(super) fn has_place(&self, program: &ProgramId, rules: &Rules, mentor: &PersonId) -> bool {
        Roll::of(&self.org_here(), program).taken(rules, mentor).free() > 0
    }

    /// True for a mentor with a free place whom nothing keeps from being `learner`'s, as memory has it.
    pub(super) fn can_be_asked(
        &self,
        program: &ProgramId,
        rules: &Rules,
        learner: &PersonId,
        mentor: &PersonId,
    ) -> bool {
        let is_barred = || self.unfit(program, learner, mentor).and_then(Unfit::refused).is_some();
        self.has_place(program, rules, mentor) && !is_barred()
    }

    /// Somebody's search as it was, and as one that is open. Refuses those who do not learn in the program, or have a
    /// mentor in it.
    pub(super) async fn open_search(
        &self,
        tx: &Tx,
        program: &ProgramId,
        me: &PersonId,
    ) -> Result<(Option<Seeking>, Seeking)> {
        let Some(participant) = in_role(tx, program, me, LEARNER).await? else {
            let words = "Join this program as a learner first.";
            return Err(Rejection::Forbidden(words.to_owned()).into());
        };
        let before = seeking(tx, program, me).await?;
        if has_mentor(tx, program, me).await? {
            return Err(Rejection::Conflict("You have a mentor in this program already.".to_owned()).into());
        }
        let since: Timestamp = Roll::of(&self.org_here(), program).since(&participant);
        let begun = || Seeking::begun(program.clone(), me.clone(), since, tx.now());
        let search = before.clone().unwrap_or_else(begun).open(since);
        Ok((before, search))
    }
}
