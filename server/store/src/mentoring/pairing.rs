//! Bringing a mentor and learners together, whoever decided so: an answer to a wish, an organiser, a round.

use super::rows::{
    OpenPair, has_mentor, in_role, learners, mentor, open_pairs, put_mentor, put_seeking, seeking, tell_seeking,
};
use crate::Tx;
use crate::account::active;
use crate::error::Result;
use domain::id::{PairId, PersonId, ProgramId};
use domain::mentoring::{LEARNER, MENTOR, Rules, Seeking};
use domain::pair::{HowPaired, NewPair, Pair};
use domain::rejection::Rejection;
use domain::time::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// They are a pair from now on, and all of its learners look no more. Refuses more learners than the mentor has places,
/// a learner who has a mentor already, whoever is not in the program as what they would be, and whom [`Pair::begin`]
/// refuses.
pub(crate) async fn pair_up(tx: &Tx, rules: &Rules, new: NewPair) -> Result<PairId> {
    let mut together = Together::default();
    together.learners.insert(new.mentor.clone(), learners(tx, &new.program, &new.mentor).await?);
    for learner in &new.learners {
        if has_mentor(tx, &new.program, learner).await? {
            together.mentored.insert(learner.clone());
        }
    }
    bring(tx, rules, new, &mut together).await
}

/// The same of many pairs of one program at once: who has whom already is read once for all of them.
pub(crate) async fn pair_up_all(tx: &Tx, rules: &Rules, program: &ProgramId, all: Vec<NewPair>) -> Result<Vec<PairId>> {
    let mut together = Together::of(open_pairs(tx, program).await?);
    let mut pairs = Vec::new();
    for new in all {
        pairs.push(bring(tx, rules, new, &mut together).await?);
    }
    Ok(pairs)
}

/// Who has whom in a program already.
#[derive(Default)]
struct Together {
    learners: BTreeMap<PersonId, u32>,
    mentored: BTreeSet<PersonId>,
}

impl Together {
    fn of(pairs: Vec<OpenPair>) -> Self {
        let mut all = Self::default();
        pairs.iter().for_each(|pair| all.add(&pair.mentor, &pair.learners));
        all
    }

    fn add(&mut self, mentor: &PersonId, learners: &[PersonId]) {
        let more = u32::try_from(learners.len()).unwrap_or(u32::MAX);
        *self.learners.entry(mentor.clone()).or_default() += more;
        self.mentored.extend(learners.iter().cloned());
    }
}

async fn bring(tx: &Tx, rules: &Rules, new: NewPair, together: &mut Together) -> Result<PairId> {
    takes(tx, rules, &new, together).await?;
    for learner in &new.learners {
        settle(tx, &new, learner, together).await?;
    }
    together.add(&new.mentor, &new.learners);
    crate::pair::begin(tx, new).await
}

/// Each learner of a pair that is over looks again, as if they had never stopped: since when they looked before.
pub(crate) async fn seek_again(tx: &Tx, pair: &Pair) -> Result<()> {
    for learner in &pair.learners {
        let Some(since) = since(tx, &pair.program, learner).await? else { continue };
        let before = seeking(tx, &pair.program, learner).await?;
        let begun = || Seeking::begun(pair.program.clone(), learner.clone(), since, tx.now());
        let after = before.clone().unwrap_or_else(begun).as_before(tx.now());
        put_seeking(tx, &after).await?;
        tell_seeking(tx, before.as_ref(), &after, None).await?;
    }
    Ok(())
}

/// Takes the places, or refuses.
async fn takes(tx: &Tx, rules: &Rules, new: &NewPair, together: &Together) -> Result<()> {
    let (program, person) = (&new.program, &new.mentor);
    active(tx, person).await?;
    if in_role(tx, program, person, MENTOR).await?.is_none() {
        let words = "They do not mentor in this program any more. Choose somebody else.";
        return Err(Rejection::Conflict(words.to_owned()).into());
    }
    let have = together.learners.get(person).copied().unwrap_or(0);
    let row = mentor(tx, program, person).await?;
    if row.paused.is_some() && matches!(new.how, HowPaired::ByOrganiser | HowPaired::Published { .. }) {
        let words = "A mentor takes nobody new since you looked. Look again: the pairing has changed.";
        return Err(Rejection::Stale(words.to_owned()).into());
    }
    let more = u32::try_from(new.learners.len()).unwrap_or(u32::MAX);
    put_mentor(tx, &row.taking(rules, have, more, tx.now())?).await
}

/// Ends one learner's search, or refuses.
async fn settle(tx: &Tx, new: &NewPair, learner: &PersonId, together: &Together) -> Result<()> {
    let (program, now) = (&new.program, tx.now());
    active(tx, learner).await?;
    let Some(since) = since(tx, program, learner).await? else {
        let words = "They do not look for a mentor in this program any more.";
        return Err(Rejection::Conflict(words.to_owned()).into());
    };
    let before = seeking(tx, program, learner).await?;
    if together.mentored.contains(learner) {
        return Err(Rejection::Conflict("They have a mentor in this program already.".to_owned()).into());
    }
    let begun = || Seeking::begun(program.clone(), learner.clone(), since, now);
    let after = before.clone().unwrap_or_else(begun).paired(new.mentor.clone(), now);
    put_seeking(tx, &after).await?;
    let mut told = after.clone();
    // Whose places were taken is read again too.
    told.asked = before.as_ref().and_then(|before| before.asked.clone());
    tell_with_mentor(tx, &told, &new.mentor).await
}

async fn tell_with_mentor(tx: &Tx, seeking: &Seeking, mentor: &PersonId) -> Result<()> {
    use domain::event::{Happening, MovedSeeking};
    let asked = seeking.asked.as_ref().map(|asked| asked.mentor.clone());
    let mentors = asked.filter(|asked| asked != mentor).into_iter().chain([mentor.clone()]).collect();
    let (program, person) = (seeking.program.clone(), seeking.person.clone());
    tx.emit(Happening::SeekingMoved(MovedSeeking { program, person, mentors })).await
}

/// Since when somebody learns in the program; `None` when they do not.
async fn since(tx: &Tx, program: &ProgramId, learner: &PersonId) -> Result<Option<Timestamp>> {
    Ok(in_role(tx, program, learner, LEARNER).await?.map(|participant| participant.since))
}
