//! How a drill went: what each of the two says, what both together say, and what follows from it.

use super::{Drill, Side, Stage};
use crate::evidence::{Evidence, Source};
use crate::skill::Skill;
use crate::text::{Line, Prose};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// How far the backup came without help. The order is that of the claims, smallest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Could not do it; to the holder: it is wrong or undone.
    Not,
    /// Needed help; to the holder: it is right but for something.
    Partly,
    /// Did it alone from the notes; to the holder: it is right.
    Alone,
}

impl Verdict {
    /// Every choice, the largest claim first.
    pub const ALL: [Self; 3] = [Self::Alone, Self::Partly, Self::Not];

    /// The word for it in forms.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Not => "not",
            Self::Partly => "partly",
            Self::Alone => "alone",
        }
    }

    /// What somebody on `side` says with it.
    pub const fn title(self, side: Side) -> &'static str {
        match (side, self) {
            (Side::Backup, Self::Alone) => "Did it alone from the notes",
            (Side::Backup, Self::Partly) => "Needed help with something",
            (Side::Backup, Self::Not) => "Could not do it",
            (Side::Holder, Self::Alone) => "It is right",
            (Side::Holder, Self::Partly) => "It is right, but for something",
            (Side::Holder, Self::Not) => "It is wrong or undone",
        }
    }
}

/// How one of the two says it went. The other reads it when both have said so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// How far the backup came.
    pub verdict: Verdict,
    /// With what they needed help, or what was wrong.
    pub words: Prose,
    /// What the notes lacked, one thing each.
    pub lacked: Vec<Line>,
    /// When they said so.
    pub at: Timestamp,
}

/// What both together say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The smaller of the two claims.
    pub claim: Verdict,
    /// True when both say the same.
    pub agree: bool,
}

impl Outcome {
    /// True when both say that the backup did it alone.
    pub fn passed(self) -> bool {
        self.claim == Verdict::Alone
    }
}

impl Drill {
    /// What both together say; `None` before both have said it. Where they differ the smaller claim counts.
    pub fn outcome(&self) -> Option<Outcome> {
        let (holder, backup) = (self.holder_says.as_ref()?.verdict, self.backup_says.as_ref()?.verdict);
        Some(Outcome { claim: holder.min(backup), agree: holder == backup })
    }

    /// What the notes lacked, as both found; nothing before both have said how it went.
    pub fn gaps(&self) -> impl Iterator<Item = &Line> {
        let told = [&self.backup_says, &self.holder_says].into_iter().flatten();
        let told = told.filter(|_| matches!(self.stage, Stage::Done { .. }));
        let mut seen: Vec<String> = Vec::new();
        told.flat_map(|report| &report.lacked).filter(move |line| {
            let words = line.as_str().to_lowercase();
            let is_new = !seen.contains(&words);
            seen.push(words);
            is_new
        })
    }

    /// What a drill says of the backup once both have told: that they reach the level at which `skill` should be known, or
    /// that they do not yet, credited by the holder. `None` before.
    pub fn evidence(&self, skill: &Skill) -> Option<Evidence> {
        let Stage::Done { at } = self.stage else { return None };
        let outcome = self.outcome()?;
        Some(Evidence {
            person: self.backup.clone(),
            skill: self.skill.clone(),
            level: skill.target.level,
            source: Source::Drill,
            by: Some(self.holder.clone()),
            at,
            note: Prose::default(),
            import: None,
            passed: Some(outcome.passed()),
            reversed_at: None,
        })
    }
}
