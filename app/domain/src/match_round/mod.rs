//! A round of matching in a mentorship program: what an organiser pinned, ruled out and weighed, the pairings that were
//! kept to be compared, and the one that was published.
//!
//! Here is what a round holds; `moves` is the one place that changes it. Who could be whose mentor and how well two people
//! fit is `mentoring`, which pairing is the best is `matching`, and what an organiser sees of it is `match_rounds`.

mod moves;
#[cfg(test)]
pub(crate) mod tests;

use crate::id::{PairId, PersonId, ProgramId, SkillId};
use crate::matching::{Objective, Pair};
use crate::mentoring::{Band, Terms, Weights};
use crate::org::Org;
use crate::text::Line;
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// For so long a published round can be taken back.
pub const UNDO_WITHIN: Span = Span::days(1);

/// The most pairings that are kept in one round.
pub const MOST_KEPT: usize = 8;

/// The most pairs that are pinned or ruled out in one round.
pub const MOST_DECISIONS: usize = 400;

/// One round of matching in a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchRound {
    /// In which program.
    pub program: ProgramId,
    /// Its number in the program, from 1.
    pub n: u32,
    /// What is pinned and ruled out, and what counts how much.
    #[serde(default)]
    pub terms: Terms,
    /// Pairings that were kept, oldest first.
    #[serde(default)]
    pub kept: Vec<Kept>,
    /// The number of the next one that is kept.
    #[serde(default = "first_number")]
    pub next: u32,
    /// The last move.
    pub moved_at: Timestamp,
    /// Where it stands.
    pub stage: RoundStage,
}

/// Where a round stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum RoundStage {
    /// It can be bent and published.
    Open,
    /// Its pairs were brought together.
    Published(Published),
    /// They were taken back.
    Undone {
        /// What had been published.
        published: Published,
        /// When it was taken back.
        at: Timestamp,
        /// By whom; `None` for the console.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<PersonId>,
        /// Pairs that had met or moved on, and stayed.
        #[serde(default)]
        stayed: Vec<PairId>,
    },
}

/// What was published, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// When.
    pub at: Timestamp,
    /// By whom; `None` for the console.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// Who was brought together.
    pub pairing: Pairing,
    /// The pairs that came of it.
    pub pairs: Vec<PairId>,
}

/// A pairing that was kept, with the terms that led to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Its number in the round.
    pub number: u32,
    /// What it is called.
    pub name: Line,
    /// Who kept it; `None` for the console.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// What was pinned, ruled out and weighed.
    pub terms: Terms,
    /// What came out.
    pub pairing: Pairing,
}

/// Who is paired with whom, who is not, and what that reaches.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pairing {
    /// The pairs, by learner.
    pub couples: Vec<Couple>,
    /// Who has nobody, by id.
    pub left: Vec<PersonId>,
    /// What it reaches.
    pub objective: Objective,
    /// The digest of the people, places and terms that it was found for.
    pub digest: String,
}

/// A learner and the mentor whom they would have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Couple {
    /// Who learns.
    pub mentee: PersonId,
    /// From whom.
    pub mentor: PersonId,
    /// What.
    pub skill: SkillId,
    /// What the mentor learns in turn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back: Option<SkillId>,
    /// How well the two fit, from 0 to 1,000.
    pub score: u16,
    /// The same as people read it.
    pub band: Band,
}

/// A move in a round that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// These two are to be a pair, whatever is best.
    Pin(Pair),
    /// These two are not to be one.
    Forbid(Pair),
    /// What is best decides about these two again.
    LeaveOpen(Pair),
    /// So much counts from now on.
    Weigh(Weights),
    /// A pairing is kept under a name.
    Keep {
        /// What to call it.
        name: Line,
        /// Which.
        pairing: Pairing,
    },
    /// A pairing is kept no more.
    Drop {
        /// Its number.
        number: u32,
    },
    /// What led to a kept pairing is pinned, ruled out and weighed again.
    TakeUp {
        /// Its number.
        number: u32,
    },
}

const fn first_number() -> u32 {
    1
}

impl Couple {
    /// The two.
    pub fn pair(&self) -> Pair {
        Pair { mentee: self.mentee.clone(), mentor: self.mentor.clone() }
    }
}

impl Pairing {
    /// Whom a learner would have.
    pub fn couple_of(&self, mentee: &PersonId) -> Option<&Couple> {
        self.couples.iter().find(|couple| couple.mentee == *mentee)
    }

    /// How many pairs fit that well.
    pub fn count(&self, band: Band) -> usize {
        self.couples.iter().filter(|couple| couple.band == band).count()
    }
}

impl MatchRound {
    /// The round of a program that is open: the newest, or one that begins with what the newest left.
    pub fn current(org: &Org, program: &ProgramId, now: Timestamp) -> Self {
        match org.match_rounds(program).next_back() {
            None => Self::first(program.clone(), now),
            Some(last) if last.is_open() => last.clone(),
            Some(last) => last.after(now),
        }
    }

    /// True until it is published.
    pub fn is_open(&self) -> bool {
        self.stage == RoundStage::Open
    }

    /// True once it is published, until it is taken back.
    pub const fn is_published(&self) -> bool {
        matches!(self.stage, RoundStage::Published(_))
    }

    /// What was published in it, taken back or not.
    pub const fn published(&self) -> Option<&Published> {
        match &self.stage {
            RoundStage::Open => None,
            RoundStage::Published(published) | RoundStage::Undone { published, .. } => Some(published),
        }
    }

    /// Who had nobody when it was published, while that stands.
    pub fn left(&self) -> &[PersonId] {
        match &self.stage {
            RoundStage::Published(published) => &published.pairing.left,
            RoundStage::Open | RoundStage::Undone { .. } => &[],
        }
    }

    /// The pairing that was kept as that number.
    pub fn kept_as(&self, number: u32) -> Option<&Kept> {
        self.kept.iter().find(|kept| kept.number == number)
    }

    /// True for a pair that is pinned.
    pub fn is_pinned(&self, pair: &Pair) -> bool {
        self.terms.pins.contains(pair)
    }

    /// True for a pair that is ruled out.
    pub fn is_forbidden(&self, pair: &Pair) -> bool {
        self.terms.forbids.contains(pair)
    }
}
