//! Rows of programs: what a digest is of stands in them as text, so that no database can reword it.

use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::event::Happening;
use domain::id::{PersonId, ProgramId, ScheduleId};
use domain::program::{
    Digest, Draft, History, Moved, Participant, Phase, Program, ProgramKind, RollOut, Scheduled, Version, Write,
};
use domain::rejection::{Noun, Rejection};
use domain::text::Prose;
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// A program as its row holds it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct ProgramRow {
    id: ProgramId,
    kind: ProgramKind,
    n: u32,
    digest: Digest,
    settings: String,
    revisions: String,
    phase: Phase,
    phase_since: Timestamp,
    #[serde(default)]
    phases: Vec<Moved>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    created_by: Option<PersonId>,
    created_at: Timestamp,
}

impl ProgramRow {
    pub(crate) fn of(program: &Program) -> Result<Self> {
        Ok(Self {
            id: program.id.clone(),
            kind: program.kind,
            n: program.n,
            digest: program.digest.clone(),
            settings: program.settings.bytes(),
            revisions: serde_json::to_string(&program.revisions)?,
            phase: program.phase,
            phase_since: program.phase_since,
            phases: program.phases.clone(),
            created_by: program.created_by.clone(),
            created_at: program.created_at,
        })
    }

    fn program(self) -> Result<Program> {
        Ok(Program {
            id: self.id,
            kind: self.kind,
            n: self.n,
            digest: self.digest,
            settings: serde_json::from_str(&self.settings)?,
            revisions: serde_json::from_str(&self.revisions)?,
            phase: self.phase,
            phase_since: self.phase_since,
            phases: self.phases,
            created_by: self.created_by,
            created_at: self.created_at,
        })
    }
}

/// A version as its row holds it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct VersionRow {
    program: ProgramId,
    n: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<PersonId>,
    at: Timestamp,
    note: Prose,
    writes: String,
    #[serde(default)]
    bytes: String,
    digest: Digest,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    restores: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    roll_out: Option<RollOut>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    schedule: Option<ScheduleId>,
}

impl VersionRow {
    /// The row of a version with the canonical text after it, and the scheduled change that it came of.
    pub(crate) fn of(version: &Version, bytes: String, schedule: Option<&ScheduleId>) -> Result<Self> {
        Ok(Self {
            program: version.program.clone(),
            n: version.n,
            by: version.by.clone(),
            at: version.at,
            note: version.note.clone(),
            writes: serde_json::to_string(&version.writes)?,
            bytes,
            digest: version.digest.clone(),
            restores: version.restores,
            roll_out: version.roll_out.clone(),
            schedule: schedule.cloned(),
        })
    }

    /// What the log notes of a version: SHA-256 of all that it says. Of the settings after it `digest` speaks.
    pub(crate) fn seal(&self) -> Result<Digest> {
        let Self { program, n, by, at, note, writes, digest, restores, roll_out, .. } = self;
        let said = serde_json::to_string(&(program, n, by, at, note, writes, digest, restores, roll_out))?;
        let hash = Sha256::digest(format!("kith/version/1\0{said}"));
        Ok(Digest(hash.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// True when the canonical text is the one that `digest` is of.
    pub(crate) fn is_whole(&self) -> bool {
        self.digest == Digest::of(&self.bytes)
    }

    fn version(self) -> Result<Version> {
        let writes: Vec<Write> = serde_json::from_str(&self.writes)?;
        Ok(Version {
            program: self.program,
            n: self.n,
            by: self.by,
            at: self.at,
            note: self.note,
            writes,
            digest: self.digest,
            restores: self.restores,
            roll_out: self.roll_out,
        })
    }
}

/// What the log notes of a version; see [`VersionRow::seal`].
pub(crate) fn seal(version: &Version) -> Result<Digest> {
    VersionRow::of(version, String::new(), None)?.seal()
}

/// What the log tells of a version that was made, saved or brought back.
pub(crate) fn edited(version: &Version) -> Result<Happening> {
    Ok(Happening::ProgramEdited { program: version.program.clone(), n: version.n, digest: Some(seal(version)?) })
}

/// Each program with its versions, in order.
pub(crate) fn joined(programs: Vec<ProgramRow>, versions: Vec<VersionRow>) -> Result<Vec<(Program, Vec<Version>)>> {
    let mut of: BTreeMap<ProgramId, Vec<Version>> = BTreeMap::new();
    for row in versions {
        let version = row.version()?;
        of.entry(version.program.clone()).or_default().push(version);
    }
    let together = |row: ProgramRow| {
        let program = row.program()?;
        let mut versions = of.remove(&program.id).unwrap_or_default();
        versions.sort_by_key(|version| version.n);
        Ok((program, versions))
    };
    programs.into_iter().map(together).collect()
}

/// A program as a transaction sees it, held against whoever saves or moves it meanwhile.
#[derive(Debug)]
pub(super) struct Standing {
    pub(super) program: Program,
    pub(super) versions: Vec<Version>,
}

impl Standing {
    /// Not found when there is no such program. What memory holds is at least as new as the transaction from here on.
    pub(super) async fn read(store: &Store, tx: &Tx, id: &ProgramId) -> Result<Self> {
        let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('program', $id) FOR UPDATE";
        let row: Option<ProgramRow> = tx.row(query, json!({ "id": id })).await?;
        let program = row.ok_or(Rejection::NotFound(Noun::Program))?.program()?;
        store.catch_up().await?;
        // Whoever changes a version writes the program too. So versions in memory are those of this program, or newer
        // ones, and then this transaction conflicts.
        let known = store.read(&Actor::Console, |org| {
            let same = |history: &History| history.program.n == program.n && history.program.digest == program.digest;
            Ok(org.history(id).filter(same).map(|history| history.versions.to_vec()))
        })?;
        let versions = match known {
            Some(versions) => versions,
            None => versions_of(tx, id).await?,
        };
        Ok(Self { program, versions })
    }

    pub(super) fn history(&self) -> History<'_> {
        History { program: &self.program, versions: &self.versions }
    }
}

async fn versions_of(tx: &Tx, id: &ProgramId) -> Result<Vec<Version>> {
    let query = "SELECT * OMIT id, bytes FROM type::record('program_version', [$id, NONE]..[$id, ..])";
    let rows: Vec<VersionRow> = tx.rows(query, json!({ "id": id })).await?;
    let mut versions = rows.into_iter().map(VersionRow::version).collect::<Result<Vec<_>>>()?;
    versions.sort_by_key(|version| version.n);
    Ok(versions)
}

/// Writes the program, and with it the record at which two processes meet.
pub(super) async fn write_program(tx: &Tx, program: &Program) -> Result<()> {
    let values = json!({ "id": program.id, "row": crate::row::content(&ProgramRow::of(program)?)? });
    tx.run("UPSERT type::record('program', $id) CONTENT $row RETURN NONE", values).await
}

/// Lets nobody come, go or move on in a program while this transaction lasts; the later of two such ones runs again.
pub(super) async fn hold_participants(tx: &Tx, program: &ProgramId) -> Result<()> {
    let key = json!(["program", program]);
    let query = "SELECT touched_at FROM ONLY type::record('guard', $key) FOR UPDATE";
    let _: Option<Value> = tx.row(query, json!({ "key": key })).await?;
    let values = json!({ "key": key, "row": { "touched_at": tx.now() } });
    tx.run("UPSERT type::record('guard', $key) CONTENT $row RETURN NONE", values).await
}

/// Somebody in a program, held against other writers.
pub(super) async fn participant(tx: &Tx, program: &ProgramId, person: &PersonId) -> Result<Option<Participant>> {
    let query = "SELECT * OMIT id FROM ONLY type::record('participant', [$program, $person]) FOR UPDATE";
    tx.row(query, json!({ "program": program, "person": person })).await
}

/// A draft as its row holds it.
#[derive(Debug, Deserialize)]
pub(super) struct DraftRow {
    draft: String,
}

impl DraftRow {
    pub(super) fn draft(&self) -> Result<Draft> {
        Ok(serde_json::from_str(&self.draft)?)
    }
}

/// The draft of `person`, held against their other tabs.
pub(super) async fn draft(tx: &Tx, program: &ProgramId, person: &PersonId) -> Result<Option<Draft>> {
    let query = "SELECT draft FROM ONLY type::record('program_draft', [$program, $person]) FOR UPDATE";
    let row: Option<DraftRow> = tx.row(query, json!({ "program": program, "person": person })).await?;
    row.map(|row| row.draft()).transpose()
}

/// Keeps a draft, or drops it when there is nothing in it.
pub(crate) async fn write_draft(tx: &Tx, draft: &Draft) -> Result<()> {
    if draft.is_empty() {
        return delete_draft(tx, &draft.program, &draft.person).await;
    }
    let (program, person, text) = (&draft.program, &draft.person, serde_json::to_string(draft)?);
    let row = json!({ "program": program, "person": person, "at": draft.at, "draft": text });
    let values = json!({ "program": program, "person": person, "row": row });
    tx.run("UPSERT type::record('program_draft', [$program, $person]) CONTENT $row RETURN NONE", values).await
}

pub(super) async fn delete_draft(tx: &Tx, program: &ProgramId, person: &PersonId) -> Result<()> {
    let values = json!({ "program": program, "person": person });
    tx.run("DELETE type::record('program_draft', [$program, $person]) RETURN NONE", values).await
}

/// A scheduled change as its row holds it.
#[derive(Debug, Deserialize)]
pub(super) struct ScheduledRow {
    scheduled: String,
}

impl ScheduledRow {
    pub(super) fn scheduled(&self) -> Result<Scheduled> {
        Ok(serde_json::from_str(&self.scheduled)?)
    }
}

/// A scheduled change, held against whoever applies or cancels it; not found when there is none.
pub(super) async fn scheduled(tx: &Tx, id: &ScheduleId) -> Result<Scheduled> {
    let query = "SELECT scheduled FROM ONLY type::record('program_schedule', $id) FOR UPDATE";
    let row: Option<ScheduledRow> = tx.row(query, json!({ "id": id })).await?;
    row.ok_or(Rejection::NotFound(Noun::Schedule))?.scheduled()
}

pub(super) async fn write_scheduled(tx: &Tx, scheduled: &Scheduled) -> Result<()> {
    let (program, text) = (&scheduled.program, serde_json::to_string(scheduled)?);
    let row = json!({ "program": program, "due": scheduled.due, "is_waiting": scheduled.waits(), "scheduled": text });
    let values = json!({ "id": scheduled.id, "row": row });
    tx.run("UPSERT type::record('program_schedule', $id) CONTENT $row RETURN NONE", values).await
}
