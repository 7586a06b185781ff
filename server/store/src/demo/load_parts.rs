//! Writing what has rows of several kinds: programs with their versions and people, sessions with their dates.

use super::load::{insert, rows};
use super::{DemoProgram, DemoSession};
use crate::Tx;
use crate::error::Result;
use crate::program::{ProgramRow, VersionRow, write_draft};
use domain::program::{Settings, applied};
use serde_json::json;

/// Writes programs with their versions and people, as if each save had written its own.
pub(super) async fn write_programs(tx: &Tx, programs: &[DemoProgram]) -> Result<()> {
    let (mut heads, mut versions, mut participants) = (Vec::new(), Vec::new(), Vec::new());
    for draft in programs.iter().flat_map(|made| &made.drafts) {
        write_draft(tx, draft).await?;
    }
    for made in programs {
        heads.push(ProgramRow::of(&made.program)?);
        let mut settings = Settings::default();
        for version in &made.versions {
            settings = applied(settings, &version.writes);
            let mut row = serde_json::to_value(VersionRow::of(version, settings.bytes(), None)?)?;
            row["id"] = json!([version.program, version.n]);
            versions.push(row);
        }
        for participant in &made.participants {
            let mut row = serde_json::to_value(participant)?;
            row["id"] = json!([participant.program, participant.person]);
            participants.push(row);
        }
    }
    insert(tx, "INSERT INTO program $rows RETURN NONE", &rows(&heads)?).await?;
    insert(tx, "INSERT INTO program_version $rows RETURN NONE", &versions).await?;
    insert(tx, "INSERT INTO participant $rows RETURN NONE", &participants).await
}

/// Writes sessions with their dates.
pub(super) async fn write_sessions(tx: &Tx, made: &[DemoSession]) -> Result<()> {
    let sessions: Vec<_> = made.iter().map(|made| &made.session).collect();
    let mut occurrences = Vec::new();
    for occurrence in made.iter().flat_map(|made| &made.occurrences) {
        let mut row = serde_json::to_value(occurrence)?;
        row["id"] = json!([occurrence.session, occurrence.on]);
        occurrences.push(row);
    }
    insert(tx, "INSERT INTO learning_session $rows RETURN NONE", &rows(&sessions)?).await?;
    insert(tx, "INSERT INTO occurrence $rows RETURN NONE", &occurrences).await
}
