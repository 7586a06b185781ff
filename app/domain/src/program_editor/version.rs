//! One version: what it changed, whom it reached, and what bringing it back would do.

use super::effect::EffectView;
use super::words::{label, name_of, reach};
use super::{EditorHead, organised, page};
use crate::id::ProgramId;
use crate::program::{Author, Change, History, Path, Proposal, Value, Who, breaches, changes, report, rolled_back};
use crate::rejection::{Noun, Rejection};
use crate::tag::PersonTag;
use crate::text::Prose;
use crate::time::Face;
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};

/// A version of a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionPage {
    /// What stands above it.
    pub head: EditorHead,
    /// Its number.
    pub n: u32,
    /// When.
    pub at: Face,
    /// Who; `None` for the server.
    pub by: Option<PersonTag>,
    /// Why; may be empty.
    pub note: String,
    /// "for each at their next stage".
    pub reach: String,
    /// The version whose settings it brought back.
    pub restores: Option<u32>,
    /// What changed against the version before.
    pub changes: Vec<Change>,
    /// The first characters of the digest of the settings after it.
    pub digest: String,
    /// The one before.
    pub older: Option<u32>,
    /// The one after.
    pub newer: Option<u32>,
    /// What bringing it back would do; `None` for the newest, and for those who may not.
    pub back: Option<BringBack>,
}

/// What bringing a version back would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BringBack {
    /// What would change.
    pub changes: Vec<Change>,
    /// What it does to people.
    pub effect: Option<EffectView>,
    /// Promises that it would break: what, in words.
    pub breaches: Vec<String>,
    /// Nothing differs from how it stands now.
    pub is_same: bool,
    /// All but what would break a promise can be brought back as a draft.
    pub has_rest: bool,
}

/// One version, for program admins and the program's organisers.
pub fn version_page(viewer: &Viewer, id: &ProgramId, n: u32) -> Result<VersionPage, Rejection> {
    let history = organised(viewer, id)?;
    let version = history.versions.iter().find(|version| version.n == n).ok_or(Rejection::NotFound(Noun::Version))?;
    let (before, after) = page::around(&history, n).ok_or(Rejection::NotFound(Noun::Version))?;
    let may_bring = super::may_edit(viewer) && n < history.program.n;
    Ok(VersionPage {
        head: EditorHead::of(viewer, &history),
        n,
        at: viewer.clocks.face(&viewer.zone, version.at),
        by: version.by.as_ref().map(|by| PersonTag::of(viewer.org, by)),
        note: version.note.to_string(),
        reach: reach(viewer.org, version),
        restores: version.restores,
        changes: changes(history.program.kind, &before, &after, &|id| name_of(viewer.org, id)),
        digest: version.digest.0.chars().take(12).collect(),
        older: (n > 1).then(|| n - 1),
        newer: (n < history.program.n).then_some(n + 1),
        back: may_bring.then(|| bring_back(viewer, &history, n)).transpose()?,
    })
}

fn bring_back(viewer: &Viewer, history: &History, n: u32) -> Result<BringBack, Rejection> {
    let old = history.at(n).ok_or(Rejection::NotFound(Noun::Version))?;
    let (kind, now) = (history.program.kind, viewer.clocks.now);
    let found = changes(kind, &history.program.settings, &old, &|id| name_of(viewer.org, id));
    let people: Vec<Who> = viewer.org.participants(&history.program.id).map(|one| viewer.org.who(one)).collect();
    let author = Author { by: viewer.me().cloned(), at: now };
    let Ok(version) = rolled_back(history, &people, n, Prose::default(), &author) else {
        return Ok(BringBack { changes: found, effect: None, breaches: Vec::new(), is_same: true, has_rest: false });
    };
    let broken = breaches(history, &people, &version, now);
    let words = |path: &Path, message: &str| format!("{}: {message}", label(kind, &old, path));
    let is_broken = |path: &Path| broken.iter().any(|breach| breach.path == *path);
    Ok(BringBack {
        changes: found,
        effect: Some(EffectView::of(viewer.org, &report(history, &people, &version, now))),
        breaches: broken.iter().map(|breach| words(&breach.path, &breach.message)).collect(),
        is_same: false,
        has_rest: !broken.is_empty() && version.writes.iter().any(|write| !is_broken(&write.path)),
    })
}

/// What of version `n` can be brought back without breaking a promise, as changes against the newest version. Refuses all
/// but program admins; stale when nothing is left.
pub fn rest_of(viewer: &Viewer, id: &ProgramId, n: u32) -> Result<Proposal, Rejection> {
    let history = super::edited(viewer, id)?;
    let now = viewer.clocks.now;
    let people: Vec<Who> = viewer.org.participants(id).map(|one| viewer.org.who(one)).collect();
    let author = Author { by: viewer.me().cloned(), at: now };
    let version = rolled_back(&history, &people, n, Prose::default(), &author)?;
    let broken = breaches(&history, &people, &version, now);
    let is_broken = |path: &Path| broken.iter().any(|breach| breach.path == *path);
    let differing = version.writes.into_iter().filter(|write| write.before != write.value);
    let writes = differing.filter(|write| !is_broken(&write.path));
    let writes: std::collections::BTreeMap<Path, Value> = writes.map(|write| (write.path, write.value)).collect();
    if writes.is_empty() {
        return Err(Rejection::Stale("Nothing else differs from how the program stands now.".to_owned()));
    }
    Ok(Proposal { base: history.program.n, writes })
}
