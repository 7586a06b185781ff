//! Versions: what each save wrote, whom it reaches, and the program as one person has it.
//!
//! `admitted(p, v, w) = v.effective ≤ now ∧ v.roll_out reaches p ∧ (p joined at v.n or later ∨ w is for everyone now ∨
//! w is for the next stage and p entered a stage after v.effective)`. What somebody has is, for each register, the last
//! admitted write; version 1 reaches all. A list's order keeps the items that are there for them.

use super::admission::{Admission, admission, folded};
use super::{Digest, Participant, Path, Program, RollOut, Settings, Value};
use crate::actor::Role;
use crate::id::{PersonId, ProgramId, SkillId, TeamId};
use crate::text::Prose;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// When a change reaches those who are in the program already. New ones have it from the start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Policy {
    /// Everyone, now.
    EveryoneNow,
    /// Each when they enter their next stage.
    #[default]
    NextStage,
    /// Nobody who is in it already.
    NewJoiners,
}

impl Policy {
    /// Its name in forms and addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EveryoneNow => "everyone_now",
            Self::NextStage => "next_stage",
            Self::NewJoiners => "new_joiners",
        }
    }

    /// The policy of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::EveryoneNow, Self::NextStage, Self::NewJoiners].into_iter().find(|policy| policy.as_str() == name)
    }
}

/// One register that a version writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Write {
    /// Which.
    pub path: Path,
    /// What stood there before.
    pub before: Value,
    /// What stands there from now on.
    pub value: Value,
    /// Whom it reaches when.
    pub policy: Policy,
}

/// One save; never changed afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Of which program.
    pub program: ProgramId,
    /// Its number: dense from 1.
    pub n: u32,
    /// Who; `None` for the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// When, and since when it counts.
    pub at: Timestamp,
    /// Why, in the author's words; may be empty.
    pub note: Prose,
    /// What it writes.
    pub writes: Vec<Write>,
    /// The digest of the program's settings after it.
    pub digest: Digest,
    /// The version whose settings it brought back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restores: Option<u32>,
    /// To whom of those already inside it is let out so far; to all when `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roll_out: Option<RollOut>,
}

impl Version {
    /// True when it writes whom the program is for.
    pub(super) fn changes_who_may_join(&self) -> bool {
        let is_rule = |path: &Path| ["teams", "skills", "org_roles", "invite_only"].map(Path::field).contains(path);
        self.writes.iter().any(|write| is_rule(&write.path))
    }
}

/// A program with all its versions, in order.
#[derive(Clone, Copy, Debug)]
pub struct History<'a> {
    /// The program as it stands.
    pub program: &'a Program,
    /// Its versions: number `n` at place `n - 1`.
    pub versions: &'a [Version],
}

/// Somebody in a program, with the teams that decide what is let out to them, their own and those above it as they joined,
/// and what they know or want.
#[derive(Clone, Debug)]
pub struct Who<'a> {
    /// Them in the program.
    pub participant: &'a Participant,
    /// What they are in the organisation.
    pub role: Role,
    /// Their team and the teams above it.
    pub teams: Cow<'a, [TeamId]>,
    /// The skills that they know or want.
    pub skills: Vec<&'a SkillId>,
}

impl History<'_> {
    /// The settings after version `n`; `None` when there is no such version.
    pub fn at(&self, n: u32) -> Option<Settings> {
        let until = usize::try_from(n).ok().filter(|until| (1..=self.versions.len()).contains(until))?;
        Some(
            self.versions[..until].iter().fold(Settings::default(), |so_far, version| applied(so_far, &version.writes)),
        )
    }

    /// Version `n`.
    pub fn version(&self, n: u32) -> Option<&Version> {
        self.versions.get(usize::try_from(n).ok()?.checked_sub(1)?)
    }

    /// The program as `who` has it at `now`.
    pub fn settings_for(&self, who: &Who, now: Timestamp) -> Settings {
        let admitted: Vec<Admission> = self.versions.iter().map(|version| admission(version, who, now)).collect();
        if admitted.iter().all(|admission| *admission == Admission::All) {
            return self.program.settings.clone();
        }
        folded(self.versions.iter().zip(admitted))
    }

    /// The newest version of which something reaches `who` at `now`; 1 when nothing newer does.
    pub fn version_for(&self, who: &Who, now: Timestamp) -> u32 {
        let reaches = |version: &&Version| {
            let level = admission(version, who, now);
            version.writes.iter().any(|write| level.lets(write.policy))
        };
        self.versions.iter().rev().find(reaches).map_or(1, |version| version.n)
    }
}

/// `settings` with `writes` on top.
pub fn applied(mut settings: Settings, writes: &[Write]) -> Settings {
    writes.iter().for_each(|write| settings.set(write.path.clone(), write.value.clone()));
    settings
}
