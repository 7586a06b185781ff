//! The smallest change that would have given a mentee a mentor. It is promised only after it was made, everything was
//! matched again, and it was found true; then it was taken back.

use super::edit::Edit;
use super::fault::Fault;
use super::instance::{Mentor, Pair};
use super::solve::pool::{Arc, at};
use super::standing::Standing;
use crate::id::PersonId;
use serde::{Deserialize, Serialize};

/// At most so many changes are tried.
const TRIES: usize = 20;
/// How much of an imposition it is when a mentor takes one more.
pub const ONE_MORE: u32 = 100;
/// The same when a forbidden pair is allowed.
pub const ALLOWED: u32 = 200;
/// The same when a pin is taken back.
pub const UNPINNED: u32 = 300;

/// What is wished for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// By whom.
    pub mentee: PersonId,
    /// This mentor, or anybody.
    pub mentor: Option<PersonId>,
}

/// A change that could help, such as an hour that would make two people candidates for each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// What would change.
    pub edit: Edit,
    /// How much of an imposition it is; smaller ones are tried first.
    pub effort: u32,
}

/// A change that fulfils a wish. It holds while the [digest](super::Instance::digest) of the instance is what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// What has to change.
    pub change: Proposal,
    /// Whom the mentee then has.
    pub mentor: PersonId,
    /// How many changes were tried before it was found.
    pub tries: u32,
}

impl Standing {
    /// The first change, in the order of effort, that fulfils a wish, among `proposals` and what the matching knows of
    /// itself: a mentor takes one more, a forbidden pair is allowed, the mentee's own pin is taken back. `None` when the
    /// wish is fulfilled already, or by none of the first twenty. Nothing changes. Refuses a mentee who is not here.
    pub fn smallest_change(&mut self, wish: &Wish, proposals: &[Proposal]) -> Result<Option<Promise>, Fault> {
        let mentee = self.state.pool.mentee(&wish.mentee).ok_or_else(|| Fault::NoMentee(wish.mentee.clone()))?;
        if self.fulfils(wish).is_some() {
            return Ok(None);
        }
        let all = proposals.iter().cloned().chain(self.own_proposals(mentee, wish));
        let mut all: Vec<(u32, i64, Proposal)> =
            all.map(|proposal| (proposal.effort, self.distance(mentee, &proposal.edit), proposal)).collect();
        all.sort_by(|a, b| (a.0, a.1, &a.2.edit).cmp(&(b.0, b.1, &b.2.edit)));
        for (tries, (.., change)) in (1..).zip(all.into_iter().take(TRIES)) {
            // A change that contradicts what stands helps nobody.
            let mentor = self.trial(&change.edit, |standing| standing.fulfils(wish)).ok().flatten();
            if let Some(mentor) = mentor {
                return Ok(Some(Promise { change, mentor, tries }));
            }
        }
        Ok(None)
    }

    /// The mentor by whom a wish is fulfilled.
    fn fulfils(&self, wish: &Wish) -> Option<PersonId> {
        let mentor = self.mentor_of(&wish.mentee)?;
        wish.mentor.as_ref().is_none_or(|wished| wished == mentor).then(|| mentor.clone())
    }

    fn own_proposals(&self, mentee: u32, wish: &Wish) -> Vec<Proposal> {
        let pool = &self.state.pool;
        let row = &pool.rows[at(mentee)];
        let mut all = Vec::new();
        for arc in row.open.iter().chain(&row.aside) {
            let mentor = &pool.mentors[at(arc.to)];
            if !mentor.is_here || wish.mentor.as_ref().is_some_and(|wished| *wished != mentor.id) {
                continue;
            }
            let pair = Pair { mentee: wish.mentee.clone(), mentor: mentor.id.clone() };
            if row.forbids.binary_search(&arc.to).is_ok() {
                all.push(Proposal { edit: Edit::Allow(pair), effort: ALLOWED });
            } else if row.pinned.is_none() {
                let more = Mentor { id: mentor.id.clone(), capacity: mentor.capacity + 1 };
                all.push(Proposal { edit: Edit::Capacity(more), effort: ONE_MORE });
            }
        }
        if let Some(pinned) = row.pinned {
            let mentor = pool.mentors[at(pinned)].id.clone();
            let pair = Pair { mentee: wish.mentee.clone(), mentor };
            all.push(Proposal { edit: Edit::Unpin(pair), effort: UNPINNED });
        }
        all
    }

    /// How far the pair that a change is about is from being chosen, at the prices as they are. It orders what is tried
    /// and promises nothing.
    fn distance(&self, mentee: u32, edit: &Edit) -> i64 {
        let pool = &self.state.pool;
        let candidate = |mentor: &PersonId| pool.rows[at(mentee)].candidate(pool.mentor(mentor)?);
        let arc = match edit {
            Edit::Score { pair, score: Some(score) } => {
                pool.mentor(&pair.mentor).map(|to| Arc { to, cost: pool.scale.cost(*score, false) })
            }
            Edit::Capacity(mentor) => candidate(&mentor.id),
            Edit::Allow(pair) => candidate(&pair.mentor),
            Edit::Join(_)
            | Edit::Leave(_)
            | Edit::Close(_)
            | Edit::Score { .. }
            | Edit::Forbid(_)
            | Edit::Pin(_)
            | Edit::Unpin(_) => None,
        };
        arc.map_or(i64::MAX, |arc| i64::from(arc.cost) + self.state.price(arc.to))
    }
}
