//! A save: merged, checked, and written in one transaction of a few rows, however many people it reaches.

use super::rows::{Standing, VersionRow, edited, hold_participants, write_program};
use crate::error::{Fault, Result};
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::id::ScheduleId;
use domain::program::{
    Author, Digest, Path, Problem, Proposal, Publish, Settings, Version, Who, applied, drawn_up, merge, problems,
    report, strangers,
};
use domain::rejection::Rejection;
use serde_json::json;

const NOTHING_NEW: &str = "All that you changed stands there already, so there is nothing to publish.";
const LOOKS_OTHERWISE: &str = "What this does has changed since you looked: somebody joined, moved on or published \
    something. Look at it again, then publish. What you wrote is kept.";

/// What is to be saved.
#[derive(Clone, Copy)]
pub(super) struct Save<'a> {
    pub(super) proposal: &'a Proposal,
    pub(super) publish: &'a Publish,
    pub(super) author: &'a Author,
    /// The digest of the report that its author has seen; `None` where nobody looks.
    pub(super) seen: Option<&'a Digest>,
    /// The scheduled change that it is.
    pub(super) schedule: Option<&'a ScheduleId>,
}

/// What came of it.
pub(super) enum Saved {
    /// It is version `n`; `more` people wait for seats that are free.
    Live { n: u32, more: bool },
    /// Nothing was written: others have written the same registers.
    Conflicts,
}

impl Store {
    /// Saves on top of the newest version, and gives seats that are free by it to those who wait. Refuses settings that
    /// cannot be, broken promises, and an outcome that its author has not seen; all of that before anything is written.
    pub(super) async fn save(&self, tx: &Tx, standing: &Standing, save: Save<'_>) -> Result<Saved> {
        let merged = merge(&standing.history(), save.proposal)?;
        if !merged.conflicts.is_empty() {
            return Ok(Saved::Conflicts);
        }
        if merged.proposal.writes.is_empty() {
            return Err(Rejection::Stale(NOTHING_NEW.to_owned()).into());
        }
        let version = drawn_up(&standing.history(), &merged.proposal, save.publish, save.author);
        may_stand(self, standing, &version)?;
        hold_participants(tx, &standing.program.id).await?;
        let (breaches, digest) = self.with_people(standing, |people| {
            let report = report(&standing.history(), people, &version, tx.now());
            Ok((report.breaches, report.digest))
        })?;
        if let Some(breach) = breaches.into_iter().next() {
            return Err(Rejection::invalid(breach.path, breach.message).into());
        }
        if save.seen.is_some_and(|seen| *seen != digest) {
            return Err(Rejection::Stale(LOOKS_OTHERWISE.to_owned()).into());
        }
        let more = self.write_version(tx, standing, &version, save.schedule).await?;
        Ok(Saved::Live { n: version.n, more })
    }

    /// Answers from those who are in a program as memory has them.
    pub(super) fn with_people<T>(
        &self,
        standing: &Standing,
        question: impl FnOnce(&[Who]) -> Result<T, Rejection>,
    ) -> Result<T> {
        self.read(&Actor::Console, |org| {
            let people: Vec<Who> = org.participants(&standing.program.id).map(|one| org.who(one)).collect();
            question(&people)
        })
    }

    /// Writes a version that was checked, with the program after it; true when more people wait for seats that are free.
    pub(super) async fn write_version(
        &self,
        tx: &Tx,
        standing: &Standing,
        version: &Version,
        schedule: Option<&ScheduleId>,
    ) -> Result<bool> {
        let settings = applied(standing.program.settings.clone(), &version.writes);
        let program = standing.program.clone().after(version);
        if program.settings != settings || program.digest != settings.digest() || program.n != standing.program.n + 1 {
            return Err(Fault::new("a version is not what its digest says", &version.n).into());
        }
        create_version(tx, version, &settings, schedule).await?;
        write_program(tx, &program).await?;
        tx.emit_for(version.by.clone(), edited(version)?).await?;
        let seats = Path::field("seats");
        if version.writes.iter().any(|write| write.path == seats) {
            return self.seat_waiting(tx, &program, None).await;
        }
        Ok(false)
    }
}

/// Refuses settings that cannot be, at the first field that is wrong; and teams, skills and people that it names anew
/// and that are not there.
pub(super) fn may_stand(store: &Store, standing: &Standing, version: &Version) -> Result<()> {
    let (kind, after) = (standing.program.kind, applied(standing.program.settings.clone(), &version.writes));
    let strangers = store.read(&Actor::Console, |org| Ok(strangers(kind, &after, org)))?;
    let is_written = |problem: &Problem| version.writes.iter().any(|write| write.path == problem.path);
    let found = problems(kind, &after).into_iter().chain(strangers.into_iter().filter(is_written)).next();
    found.map_or(Ok(()), |problem| Err(Rejection::invalid(problem.path, problem.message).into()))
}

/// Writes a version that there is not yet, with the canonical text of the settings after it.
pub(super) async fn create_version(
    tx: &Tx,
    version: &Version,
    settings: &Settings,
    schedule: Option<&ScheduleId>,
) -> Result<()> {
    let row = VersionRow::of(version, settings.bytes(), schedule)?;
    let values = json!({ "program": version.program, "n": version.n, "row": row });
    tx.run("CREATE type::record('program_version', [$program, $n]) CONTENT $row RETURN NONE", values).await
}
