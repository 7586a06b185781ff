//! What is told of drills, rings, hours, notes, questions, comments, pairs and searches for a mentor that moved on.

use crate::comment::{CommentStep, Subject};
use crate::id::{
    CommentId, ConfirmationId, CourseId, DrillId, NoteId, PairId, PersonId, ProgramId, RingId, SkillId, ThreadId,
};
use crate::ledger::{Reason, TransferKey};
use crate::note::NoteStep;
use crate::thread::ThreadStep;
use serde::{Deserialize, Serialize};

/// A drill moved on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedDrill {
    /// Which.
    pub drill: DrillId,
    /// Of what.
    pub skill: SkillId,
    /// Who stands back.
    pub holder: PersonId,
    /// Who steps in.
    pub backup: PersonId,
    /// Who proposed it.
    pub proposed_by: PersonId,
}

/// A request to confirm a skill was made or moved on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedConfirmation {
    /// Which.
    pub confirmation: ConfirmationId,
    /// Whose skill it is.
    pub asker: PersonId,
    /// Who is asked.
    pub colleague: PersonId,
    /// Which skill.
    pub skill: SkillId,
}

/// A ring moved on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedRing {
    /// Which.
    pub ring: RingId,
    /// Of which program.
    pub program: ProgramId,
    /// Who is in it.
    pub people: Vec<PersonId>,
}

/// The board of a swap program is another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedBoard {
    /// Of which program.
    pub program: ProgramId,
    /// The course that was proposed or moved on; `None` when it was looked for rings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course: Option<CourseId>,
}

/// Hours moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedHours {
    /// By which entry.
    pub entry: TransferKey,
    /// What for.
    pub reason: Reason,
    /// Whose; the commons may be among them.
    pub people: Vec<PersonId>,
    /// The hash of all of the entry, so that none can be changed unseen.
    pub digest: String,
}

/// A note moved on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedNote {
    /// Which.
    pub note: NoteId,
    /// What came of it.
    pub how: NoteStep,
}

/// A question moved on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedThread {
    /// Which.
    pub thread: ThreadId,
    /// What came of it.
    pub how: ThreadStep,
}

/// A comment moved on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedComment {
    /// Which.
    pub comment: CommentId,
    /// What it is below.
    pub subject: Subject,
    /// What came of it.
    pub how: CommentStep,
    /// The only people who may know, below what is between them; nobody in particular elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub among: Vec<PersonId>,
}

/// A pair was brought together or moved on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedPair {
    /// Which.
    pub pair: PairId,
    /// The program that brought them together.
    pub program: ProgramId,
    /// Who is in it, and who just left it.
    pub people: Vec<PersonId>,
}

/// A round of matching moved on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedRound {
    /// In which program.
    pub program: ProgramId,
    /// Which round.
    pub n: u32,
    /// What came of it.
    pub how: RoundStep,
}

/// What comes of a round of matching.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundStep {
    /// A pair was pinned or ruled out, or left open again.
    Decided,
    /// Something counts more or less than before.
    Weighed,
    /// A pairing was kept, dropped or taken up again.
    Kept,
    /// Its pairs were published.
    Published,
    /// They were taken back.
    Undone,
}

/// Somebody's search for a mentor moved on, or a mentor's places did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedSeeking {
    /// In which program.
    pub program: ProgramId,
    /// Whose search; of places, whose.
    pub person: PersonId,
    /// The mentors whom it concerns: who is asked, who was, whose places they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentors: Vec<PersonId>,
}

/// A session was proposed to somebody who could hold it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposedHost {
    /// On what.
    pub skill: SkillId,
    /// Who could hold it.
    pub host: PersonId,
}
