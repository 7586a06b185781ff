//! Drawing up versions: of a new program, of a proposal, and of a roll-back. Whoever keeps one checks the promises first
//! ([`super::breaches`]).

use super::together::Together;
use super::{
    Digest, History, List, Path, Phase, Policy, Program, ProgramKind, Promise, Proposal, Publish, RollOut, Settings,
    Value, Version, Who, Write, applied, breaches,
};
use crate::id::{ItemId, PersonId, ProgramId};
use crate::rejection::{Noun, Rejection};
use crate::text::Prose;
use crate::time::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// Who makes a version, and when.
#[derive(Clone, Debug)]
pub struct Author {
    /// Who; `None` for the server.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

impl Program {
    /// A new program with its first version.
    pub fn begun(id: ProgramId, kind: ProgramKind, settings: Settings, author: &Author) -> (Self, Version) {
        let writes = settings.registers().map(|(path, value)| Write {
            path: path.clone(),
            before: Value::Nothing,
            value: value.clone(),
            policy: Policy::EveryoneNow,
        });
        let version = Version {
            program: id.clone(),
            n: 1,
            by: author.by.clone(),
            at: author.at,
            note: Prose::default(),
            writes: writes.collect(),
            digest: settings.digest(),
            restores: None,
            roll_out: None,
        };
        let empty = Self {
            id,
            kind,
            n: 0,
            digest: Digest::default(),
            settings: Settings::default(),
            revisions: BTreeMap::new(),
            phase: Phase::Draft,
            phase_since: author.at,
            phases: Vec::new(),
            created_by: author.by.clone(),
            created_at: author.at,
        };
        (empty.after(&version), version)
    }

    /// The program after its next version.
    pub fn after(mut self, version: &Version) -> Self {
        self.n = version.n;
        self.digest = version.digest.clone();
        self.settings = applied(self.settings, &version.writes);
        self.revisions.extend(version.writes.iter().map(|write| (write.path.clone(), version.n)));
        self
    }
}

/// The version that publishing `proposal`, already merged onto the newest version, makes. An item that comes brings all
/// that it holds, also what it held when it was there before: not everybody has that still.
pub fn drawn_up(history: &History, proposal: &Proposal, publish: &Publish, author: &Author) -> Version {
    let head = &history.program.settings;
    let mut after = head.clone();
    proposal.writes.iter().for_each(|(path, value)| after.set(path.clone(), value.clone()));
    let together = Together { publish, before: head, after: &after };
    let differs = |path: &&Path| head.get(path) != after.get(path);
    let comes = |path: &&Path| matches!(path, Path::Item(list, item, _) if together.comes(*list, item));
    let mut paths: BTreeSet<&Path> = proposal.writes.keys().filter(differs).collect();
    paths.extend(after.registers().map(|(path, _)| path).filter(comes));
    let write = |path: &Path| Write {
        path: path.clone(),
        before: head.get(path).clone(),
        value: after.get(path).clone(),
        policy: together.policy_of(path),
    };
    Version {
        program: history.program.id.clone(),
        n: history.program.n + 1,
        by: author.by.clone(),
        at: author.at,
        note: publish.note.clone(),
        digest: after.digest(),
        writes: paths.into_iter().map(write).collect(),
        restores: None,
        roll_out: publish.reach.clone().map(|reach| RollOut::begun(reach, author.at)),
    }
}

/// The version that brings back the settings of version `n`: to everyone now, except what would break a promise by that,
/// which reaches people at their next stage, or else new ones alone, with all that belongs to it. The program's own settings are those of `n` to the
/// byte whatever reaches whom. Not found when there is no version `n`; stale when nothing differs.
///
/// What no policy mends, such as weaker anonymity, is left for [`breaches`] to name.
pub fn rolled_back(
    history: &History,
    people: &[Who],
    n: u32,
    note: Prose,
    author: &Author,
) -> Result<Version, Rejection> {
    let old = history.at(n).ok_or(Rejection::NotFound(Noun::Version))?;
    let head = &history.program.settings;
    let paths: BTreeSet<&Path> = head.registers().chain(old.registers()).map(|(path, _)| path).collect();
    let writes = paths.into_iter().map(|path| (path.clone(), old.get(path).clone())).collect();
    let proposal = Proposal { base: history.program.n, writes };
    let mut publish = Publish { policy: Policy::EveryoneNow, note, ..Publish::default() };
    loop {
        let version = drawn_up(history, &proposal, &publish, author);
        if version.writes.is_empty() {
            return Err(Rejection::Stale(format!("The program is as it was in version {n} already.")));
        }
        let broken = breaches(history, people, &version, author.at);
        let mut is_softer = false;
        for breach in broken.into_iter().filter(|breach| breach.promise != Promise::Anonymity) {
            let together = Together { publish: &publish, before: head, after: &old };
            let Some(policy) = softer(together.policy_of(&breach.path)) else { continue };
            let mut paths = vec![together.decided_at(&breach.path)];
            if let Path::Alive(List::Stages, stage) = &breach.path {
                let steps = steps_put_into(history, stage).into_iter();
                paths.extend(steps.map(|step| together.decided_at(&Path::item(List::Steps, step, "stage"))));
            }
            for path in paths {
                let policy = publish.policies.get(&path).map_or(policy, |own| policy.max(*own));
                is_softer |= publish.policies.insert(path, policy) != Some(policy);
            }
        }
        if !is_softer {
            return Ok(Version { restores: Some(n), ..version });
        }
    }
}

/// The steps that any version put into a stage: whoever is in it may have them there still.
fn steps_put_into<'a>(history: &History<'a>, stage: &ItemId) -> BTreeSet<&'a ItemId> {
    let stage = Value::Text(stage.to_string());
    let step = |write: &'a Write| match &write.path {
        Path::Item(List::Steps, step, key) if key.as_str() == "stage" && write.value == stage => Some(step),
        Path::Field(_) | Path::Order(_) | Path::Alive(..) | Path::Item(..) => None,
    };
    history.versions.iter().flat_map(|version| &version.writes).filter_map(step).collect()
}

/// The next policy that asks less of those inside.
const fn softer(policy: Policy) -> Option<Policy> {
    match policy {
        Policy::EveryoneNow => Some(Policy::NextStage),
        Policy::NextStage => Some(Policy::NewJoiners),
        Policy::NewJoiners => None,
    }
}
