//! Imports: files are staged, understood, planned, and brought in by a job that anyone can watch and that survives a
//! restart; then taken back within seven days if that was wrong.
//!
//! Until [`Store::start_import`] nothing of the organisation is written: a draft lives in tables of its own. What the
//! files say and what would change is decided in `domain::import`. Only organisation admins and the console are let in.

mod address;
mod apply;
mod draft;
mod record;
mod report;
mod run;
#[cfg(test)]
mod tests;
mod text;
mod undo;

pub use draft::{RejectedRows, Upload};

use crate::Store;
use crate::error::{Error, Fault, Result};
use domain::actor::Actor;
use domain::evidence::Level;
use domain::id::{ImportId, PersonId, SkillId};
use domain::import::Kind;
use domain::import::plan::{ImportedLevel, ImportedLevels, Plan, Setting, plan};
use domain::import::sheet::Sheet;
use domain::time::Timestamp;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Imported {
    person: PersonId,
    skill: SkillId,
    level: Level,
    at: Timestamp,
}

impl Store {
    /// What importing `sheets` as `import` would do now. Computed beside the runtime: it may take a second.
    async fn planned(&self, actor: &Actor, import: &ImportId, sheets: Vec<Sheet>) -> Result<(Vec<Sheet>, Plan)> {
        let has_levels = sheets.iter().any(|sheet| sheet.meaning.kind == Kind::Levels);
        let levels = if has_levels { self.imported_levels().await? } else { ImportedLevels::default() };
        let org = self.read(actor, |org| Ok(org.clone()))?;
        let (import, now) = (import.clone(), self.clock().now());
        let work = move || {
            let knows_zone = crate::clock::zone_exists;
            let setting = Setting { org: &org, levels: &levels, knows_zone: &knows_zone, import: &import, now };
            let plan = plan(&sheets, setting);
            (sheets, plan)
        };
        tokio::task::spawn_blocking(work).await.map_err(|cause| Error::Broken(Fault::new("planning", &cause)))
    }

    async fn imported_levels(&self) -> Result<ImportedLevels> {
        let rows: Vec<Imported> = self.rows(IMPORTED_LEVELS, json!({})).await?;
        let mut levels = ImportedLevels::default();
        for row in rows {
            levels.put(row.person, row.skill, ImportedLevel { level: row.level, at: row.at });
        }
        Ok(levels)
    }
}

const IMPORTED_LEVELS: &str = "
SELECT person, skill, level, at
FROM evidence
WHERE source = 'imported' AND reversed_at = NONE
ORDER BY at
";
