//! The catalogue: areas, the skills in them, and how many people should know each.

use crate::clocks::Day;
use crate::evidence::Level;
use crate::id::{AreaId, ImportId, SkillId};
use crate::text::{Line, Name, Prose};
use serde::{Deserialize, Serialize};

/// A group of skills.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Its id.
    pub id: AreaId,
    /// What it is called.
    pub name: Name,
    /// The import that brought it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportId>,
}

/// Something people can know and teach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skill {
    /// Its id.
    pub id: SkillId,
    /// What it is called.
    pub name: Name,
    /// The area it belongs to.
    pub area: AreaId,
    /// What it is.
    pub description: Prose,
    /// What each level from 0 to 4 looks like in this skill; an empty line means the general words.
    pub levels: Vec<Line>,
    /// How bad it is when nobody knows it.
    pub criticality: Criticality,
    /// How many people should know it, and how well.
    pub target: Target,
    /// What somebody should be able to do with help before they learn this.
    #[serde(default)]
    pub after: Vec<SkillId>,
    /// The import that brought it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportId>,
}

impl Skill {
    /// What `level` looks like in this skill.
    pub fn level_text(&self, level: Level) -> &str {
        match self.levels.get(usize::from(level.number())) {
            Some(line) if !line.is_empty() => line.as_str(),
            _ => level.behaviour(),
        }
    }
}

/// How bad it is when nobody is left who knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Criticality {
    /// Nice to have.
    Low,
    /// Work goes on, more slowly.
    #[default]
    Normal,
    /// Something important waits.
    High,
    /// Something stops.
    Critical,
}

impl Criticality {
    /// Every choice, least first.
    pub const ALL: [Self; 4] = [Self::Low, Self::Normal, Self::High, Self::Critical];

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Low => "Low",
            Self::Normal => "Normal",
            Self::High => "High",
            Self::Critical => "Critical",
        }
    }

    /// The word for it in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Normal => "normal",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }

    /// Weight in sums of risk.
    pub const fn weight(self) -> u32 {
        match self {
            Self::Low => 1,
            Self::Normal => 2,
            Self::High => 4,
            Self::Critical => 8,
        }
    }
}

/// How many people should know a skill, at which level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Target {
    /// How many people.
    pub people: u8,
    /// How well.
    pub level: Level,
    /// By when; see [`Target::due`] for what plans take where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Day>,
}

impl Target {
    /// In how many days a target should be reached that has no date of its own, or whose date has passed.
    pub const USUAL_DAYS: i64 = 90;

    /// The day by which plans of `today` reach it.
    pub fn due(&self, today: Day) -> Day {
        self.by.filter(|by| *by > today).unwrap_or(today.plus(Self::USUAL_DAYS))
    }
}

impl Default for Target {
    fn default() -> Self {
        Self { people: 2, level: Level::ALONE, by: None }
    }
}
