//! What an import came to, and all imports.

use super::record::{Record, State};
use crate::clock::face;
use crate::{Result, Store};
use domain::actor::{Actor, Role};
use domain::id::ImportId;
use domain::import::page::{FileOutcome, ImportHistory, ImportReport, ImportRow};
use domain::import::undo::UNDO_WITHIN;
use domain::org::Org;
use domain::time::{Face, Timestamp, Zone};

/// Who reads: in which zone, and when.
struct Reading {
    zone: Zone,
    now: Timestamp,
}

impl Store {
    /// How far an import is, what came in, and until when it can be taken back.
    pub async fn import_report(&self, actor: &Actor, import: &ImportId) -> Result<ImportReport> {
        actor.at_least(Role::OrgAdmin)?;
        let record = self.import_record(import).await?;
        let now = self.clock().now();
        self.read(actor, |org| {
            let reading = Reading { zone: zone_of(org, actor), now };
            Ok(ImportReport {
                id: record.id.clone(),
                by: who(org, &record),
                at: face(record.at, &reading.zone),
                stage: record.stage(now),
                files: files(&record),
                total: record.total_counts(),
                overtaken: record.overtaken,
                undo_until: undo_until(&record, &reading),
                kept: record.kept.clone(),
            })
        })
    }

    /// All imports, newest first.
    pub async fn import_history(&self, actor: &Actor) -> Result<ImportHistory> {
        actor.at_least(Role::OrgAdmin)?;
        let records = self.import_records().await?;
        let now = self.clock().now();
        self.read(actor, |org| {
            let reading = Reading { zone: zone_of(org, actor), now };
            Ok(ImportHistory { imports: records.iter().map(|record| row(org, record, &reading)).collect() })
        })
    }
}

fn row(org: &Org, record: &Record, reading: &Reading) -> ImportRow {
    let files: Vec<&str> = record.sheets.iter().map(|sheet| sheet.file.as_str()).collect();
    ImportRow {
        id: record.id.clone(),
        files: files.join(", "),
        by: who(org, record),
        at: face(record.at, &reading.zone),
        counts: (record.state != State::Draft).then(|| record.total_counts()),
        stage: record.stage(reading.now),
        undo_until: undo_until(record, reading),
    }
}

fn files(record: &Record) -> Vec<FileOutcome> {
    let file = |(place, sheet): (u16, &super::record::SheetRecord)| FileOutcome {
        place,
        file: sheet.file.clone(),
        kind: sheet.meaning.kind,
        counts: sheet.counts,
    };
    (0_u16..).zip(&record.sheets).map(file).collect()
}

fn who(org: &Org, record: &Record) -> String {
    record.by.as_ref().map_or_else(|| "the command line".to_owned(), |by| org.name_of(by).to_owned())
}

fn zone_of(org: &Org, actor: &Actor) -> Zone {
    actor.person().and_then(|id| org.person(id)).map_or_else(Zone::utc, |person| person.zone.clone())
}

fn undo_until(record: &Record, reading: &Reading) -> Option<Face> {
    let until = record.finished_at.filter(|_| record.state == State::Done)?.after(UNDO_WITHIN);
    (reading.now <= until).then(|| face(until, &reading.zone))
}
