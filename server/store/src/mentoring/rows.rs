//! The rows of searches and of mentors' places.

use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::event::{Happening, MovedSeeking};
use domain::id::{PersonId, ProgramId};
use domain::mentoring::{MENTOR, Mentor, Rules, Seeking};
use domain::program::{Participant, Phase, Standing};
use domain::rejection::{Noun, Rejection};
use serde::Deserialize;
use serde_json::json;

/// A program as mentoring goes by it.
pub(super) struct Setting {
    pub(super) rules: Rules,
    pub(super) phase: Phase,
}

impl Store {
    /// What a program asks for and where its life stands; not found when it is none of mentorship, or a draft.
    pub(super) fn setting(&self, program: &ProgramId) -> Result<Setting> {
        self.read(&Actor::Console, |org| {
            let found = org.program(program).filter(|program| program.phase.is_public());
            let found = found.and_then(|program| Some(Setting { rules: Rules::of(program)?, phase: program.phase }));
            found.ok_or(Rejection::NotFound(Noun::Program))
        })
    }
}

impl Setting {
    /// Refuses while the program takes nobody: it is paused, or over.
    pub(super) fn goes_on(&self) -> Result<()> {
        if self.phase.takes_people() {
            return Ok(());
        }
        let words = match self.phase {
            Phase::Paused => "This program is paused. Nothing is due until it goes on.",
            _ => "This program is over.",
        };
        Err(Rejection::Conflict(words.to_owned()).into())
    }
}

/// Somebody's search, held against other writers; `None` while they have ranked nobody.
pub(super) async fn seeking(tx: &Tx, program: &ProgramId, person: &PersonId) -> Result<Option<Seeking>> {
    let query = "SELECT * OMIT id FROM ONLY type::record('seeking', [$program, $person]) FOR UPDATE";
    tx.row(query, json!({ "program": program, "person": person })).await
}

/// Somebody's places, held against other writers; as usual while they have said nothing of them.
pub(super) async fn mentor(tx: &Tx, program: &ProgramId, person: &PersonId) -> Result<Mentor> {
    let query = "SELECT * OMIT id FROM ONLY type::record('mentor', [$program, $person]) FOR UPDATE";
    let found: Option<Mentor> = tx.row(query, json!({ "program": program, "person": person })).await?;
    Ok(found.unwrap_or_else(|| Mentor::usual(program.clone(), person.clone(), tx.now())))
}

/// Somebody in the program in that role, held against other writers; `None` when they are not.
pub(super) async fn in_role(
    tx: &Tx,
    program: &ProgramId,
    person: &PersonId,
    role: &str,
) -> Result<Option<Participant>> {
    let query = "SELECT * OMIT id FROM ONLY type::record('participant', [$program, $person]) FOR UPDATE";
    let found: Option<Participant> = tx.row(query, json!({ "program": program, "person": person })).await?;
    Ok(found.filter(|found| found.role == role && found.standing == Standing::Inside))
}

/// Refuses whoever does not mentor in the program.
pub(super) async fn mentors(tx: &Tx, program: &ProgramId, person: &PersonId) -> Result<()> {
    let words = "You do not mentor in this program. Join it as a mentor first.";
    let found = in_role(tx, program, person, MENTOR).await?;
    found.map(drop).ok_or_else(|| Rejection::Forbidden(words.to_owned()).into())
}

/// How many learners a mentor has in the program.
pub(super) async fn learners(tx: &Tx, program: &ProgramId, mentor: &PersonId) -> Result<u32> {
    let query = "SELECT VALUE array::len(learners) FROM pair
        WHERE mentor = $mentor AND program = $program AND stage.is IN ['active', 'paused']";
    let pairs: Vec<u32> = tx.rows(query, json!({ "program": program, "mentor": mentor })).await?;
    Ok(pairs.into_iter().sum())
}

/// Who has whom in an open pair.
#[derive(Deserialize)]
pub(super) struct OpenPair {
    pub(super) mentor: PersonId,
    pub(super) learners: Vec<PersonId>,
}

/// All open pairs of a program.
pub(super) async fn open_pairs(tx: &Tx, program: &ProgramId) -> Result<Vec<OpenPair>> {
    let query = "SELECT mentor, learners FROM pair WHERE program = $program AND stage.is IN ['active', 'paused']";
    tx.rows(query, json!({ "program": program })).await
}

/// True when somebody has a mentor in the program.
pub(super) async fn has_mentor(tx: &Tx, program: &ProgramId, learner: &PersonId) -> Result<bool> {
    let query = "SELECT VALUE mentor FROM pair
        WHERE program = $program AND learners CONTAINS $learner AND stage.is IN ['active', 'paused']";
    let mentors: Vec<PersonId> = tx.rows(query, json!({ "program": program, "learner": learner })).await?;
    Ok(!mentors.is_empty())
}

pub(super) async fn put_seeking(tx: &Tx, seeking: &Seeking) -> Result<()> {
    let query = "UPSERT type::record('seeking', [$row.program, $row.person]) CONTENT $row RETURN NONE";
    tx.run(query, json!({ "row": seeking })).await
}

pub(super) async fn put_mentor(tx: &Tx, mentor: &Mentor) -> Result<()> {
    let query = "UPSERT type::record('mentor', [$row.program, $row.person]) CONTENT $row RETURN NONE";
    tx.run(query, json!({ "row": mentor })).await
}

/// Writes a search and says that it moved, also to those whom it was about before.
pub(super) async fn write_seeking(tx: &Tx, before: Option<&Seeking>, after: &Seeking) -> Result<()> {
    put_seeking(tx, after).await?;
    tell_seeking(tx, before, after, tx.by().cloned()).await
}

/// Says that a search moved, by somebody or by time.
pub(super) async fn tell_seeking(
    tx: &Tx,
    before: Option<&Seeking>,
    after: &Seeking,
    by: Option<PersonId>,
) -> Result<()> {
    let asked = before.into_iter().chain([after]).filter_map(|seeking| seeking.asked.as_ref());
    let mut mentors: Vec<PersonId> = asked.map(|asked| asked.mentor.clone()).collect();
    mentors.sort();
    mentors.dedup();
    let moved = MovedSeeking { program: after.program.clone(), person: after.person.clone(), mentors };
    tx.emit_for(by, Happening::SeekingMoved(moved)).await
}

/// Writes a mentor's places and says that they moved.
pub(super) async fn write_mentor(tx: &Tx, mentor: &Mentor) -> Result<()> {
    put_mentor(tx, mentor).await?;
    let (program, person) = (mentor.program.clone(), mentor.person.clone());
    let moved = MovedSeeking { program, person, mentors: Vec::new() };
    tx.emit(Happening::SeekingMoved(moved)).await
}
