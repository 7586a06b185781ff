//! Whether the versions of programs are what the log says of them: the chain covers events, and through them this covers
//! what was changed, by whom, why, and whom it reaches.

use crate::Store;
use crate::error::Result;
use crate::program::VersionRow;
use domain::event::{Event, Happening, Seq};
use domain::id::ProgramId;
use domain::program::Digest;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

type Key = (ProgramId, u32);

/// Programs and their versions as their rows stand, also those that are none any more.
#[derive(Debug, Deserialize)]
pub(crate) struct Rows {
    versions: Vec<Value>,
    programs: Vec<Head>,
}

#[derive(Debug, Deserialize)]
struct Head {
    id: ProgramId,
    n: Value,
    settings: Value,
}

/// What the log says of versions, as far as it was read.
#[derive(Debug)]
pub(crate) struct Sealed {
    /// Where the log stood before the rows were read.
    settled: Seq,
    noted: BTreeMap<Key, Vec<Digest>>,
    /// Everything was replaced after the rows were read, so that they are of before.
    is_of_before: bool,
}

impl Sealed {
    /// Nothing so far.
    pub(crate) const fn since(settled: Seq) -> Self {
        Self { settled, noted: BTreeMap::new(), is_of_before: false }
    }

    /// How many versions the log speaks of.
    pub(crate) fn count(&self) -> u64 {
        u64::try_from(self.noted.len()).unwrap_or(u64::MAX)
    }

    /// Goes on with the next event. What happened after the rows were read may be in them or not.
    pub(crate) fn note(&mut self, event: &Event) {
        let (program, n, digest) = match &event.what {
            Happening::EverythingReplaced => {
                self.noted.clear();
                self.is_of_before = event.seq > self.settled;
                return;
            }
            Happening::ProgramEdited { program, n, digest: Some(digest) }
            | Happening::ProgramLetOut { program, n, digest, .. } => (program, *n, digest),
            _ => return,
        };
        let digests = self.noted.entry((program.clone(), n)).or_default();
        if event.seq <= self.settled {
            digests.clear();
        }
        digests.push(digest.clone());
    }

    /// The first version that is not as it was written or is gone, or on which the program does not stand any more.
    pub(crate) fn first_bad(&self, rows: &Rows) -> Option<Key> {
        if self.is_of_before {
            return None;
        }
        let found: BTreeMap<Key, &Value> = rows.versions.iter().filter_map(|row| Some((key_of(row)?, row))).collect();
        let is_bad = |(key, digests): &(&Key, &Vec<Digest>)| !found.get(*key).is_some_and(|row| is_as(row, digests));
        let bad = self.noted.iter().find(is_bad).map(|(key, _)| key.clone());
        bad.or_else(|| self.newest().into_iter().find(|key| !stands_on(key, &found, &rows.programs)))
    }

    /// The newest version of each program.
    fn newest(&self) -> Vec<Key> {
        let newest: BTreeMap<&ProgramId, u32> = self.noted.keys().map(|(program, n)| (program, *n)).collect();
        newest.into_iter().map(|(program, n)| (program.clone(), n)).collect()
    }
}

fn key_of(row: &Value) -> Option<Key> {
    serde_json::from_value(row["id"].clone()).ok()
}

/// True when a row says what was noted of it, and its text is the one that its digest is of.
fn is_as(row: &Value, digests: &[Digest]) -> bool {
    let row = serde_json::from_value::<VersionRow>(row.clone());
    row.is_ok_and(|row| row.is_whole() && row.seal().is_ok_and(|seal| digests.contains(&seal)))
}

/// True when the program has the settings of its newest version, which is this one or one that came meanwhile.
fn stands_on((program, n): &Key, versions: &BTreeMap<Key, &Value>, programs: &[Head]) -> bool {
    let Some(head) = programs.iter().find(|head| head.id == *program) else { return false };
    let Some(now) = head.n.as_u64().and_then(|now| u32::try_from(now).ok()).filter(|now| now >= n) else {
        return false;
    };
    let digest = head.settings.as_str().map(Digest::of);
    versions.get(&(program.clone(), now)).is_some_and(|row| row["digest"] == json!(digest))
}

impl Store {
    /// Programs and versions as their rows stand, all of one moment.
    pub(crate) async fn sealed_rows(&self) -> Result<Rows> {
        let query = "
            RETURN {
                versions: (SELECT *, record::id(id) AS id FROM program_version),
                programs: (SELECT record::id(id) AS id, n, settings FROM program)
            }
        ";
        let rows: Option<Rows> = self.row(query, json!({})).await?;
        Ok(rows.unwrap_or(Rows { versions: Vec::new(), programs: Vec::new() }))
    }
}
