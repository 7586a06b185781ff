//! Bringing an earlier version back, to the byte.

use super::access::may_edit;
use super::rows::{Standing, hold_participants};
use super::save::may_stand;
use crate::error::{Fault, Result};
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::id::ProgramId;
use domain::program::forms::RollBackForm;
use domain::program::{Author, Digest, breaches, rolled_back};
use domain::rejection::{Noun, Rejection};
use domain::text::Prose;
use serde::Deserialize;
use serde_json::json;

impl Store {
    /// Makes the settings of an earlier version those of a new one, to the byte, and answers with its number. What would
    /// break a promise reaches people at their next stage, or new ones alone. Refuses all but program admins, a version
    /// that there is not, one from which nothing differs, and what no reach makes right.
    pub async fn roll_back(&self, actor: &Actor, id: &ProgramId, form: &RollBackForm) -> Result<u32> {
        may_edit(actor)?;
        let note = &Prose::parse("note", &form.note)?;
        let turn = self.turn(actor, id).await?;
        let written = self.change(actor, |tx| async move {
            let standing = Standing::read(self, &tx, id).await?;
            let wanted = standing.versions.iter().find(|version| version.n == form.n);
            let wanted = wanted.ok_or(Rejection::NotFound(Noun::Version))?.digest.clone();
            hold_participants(&tx, id).await?;
            let author = Author { by: actor.person().cloned(), at: tx.now() };
            let (version, breaches) = self.with_people(&standing, |people| {
                let history = standing.history();
                let version = rolled_back(&history, people, form.n, note.clone(), &author)?;
                let breaches = breaches(&history, people, &version, tx.now());
                Ok((version, breaches))
            })?;
            if let Some(breach) = breaches.into_iter().next() {
                return Err(Rejection::invalid(breach.path, breach.message).into());
            }
            may_stand(self, &standing, &version)?;
            if version.digest != wanted {
                return Err(Fault::new("a roll-back is not what it brings back", &version.n).into());
            }
            let more = self.write_version(&tx, &standing, &version, None).await?;
            if bytes(&tx, id, version.n).await? != bytes(&tx, id, form.n).await? {
                return Err(Fault::new("a roll-back is not equal to the byte", &version.n).into());
            }
            Ok((version.n, more))
        });
        let (n, more) = written.await?;
        drop(turn);
        if more {
            self.seat_the_rest(id).await?;
        }
        Ok(n)
    }

    /// The canonical text of a program's settings after version `n`, and its digest, as the version's own row holds them.
    /// Refuses all but program admins; not found when there is no such version.
    pub async fn version_bytes(&self, actor: &Actor, id: &ProgramId, n: u32) -> Result<(String, Digest)> {
        may_edit(actor)?;
        let query = "SELECT bytes, digest FROM ONLY type::record('program_version', [$program, $n])";
        let row: Option<Kept> = self.row(query, json!({ "program": id, "n": n })).await?;
        let kept = row.ok_or(Rejection::NotFound(Noun::Version))?;
        Ok((kept.bytes, kept.digest))
    }
}

#[derive(Deserialize)]
struct Kept {
    bytes: String,
    digest: Digest,
}

async fn bytes(tx: &Tx, id: &ProgramId, n: u32) -> Result<Option<String>> {
    let query = "SELECT VALUE bytes FROM ONLY type::record('program_version', [$program, $n])";
    tx.row(query, json!({ "program": id, "n": n })).await
}
