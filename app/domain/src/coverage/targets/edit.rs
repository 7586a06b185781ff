//! What is aimed at, and a change of some of it.

use crate::clocks::Day;
use crate::evidence::Level;
use crate::id::SkillId;
use crate::query_string::Pairs;
use crate::rejection::Rejection;
use crate::skill::{Criticality, Skill, Target};
use crate::skills::MOST_PEOPLE;
use serde::{Deserialize, Serialize};

/// What is aimed at in a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aim {
    /// How critical it is.
    pub criticality: Criticality,
    /// How many people should know it, how well, by when.
    pub target: Target,
}

impl Aim {
    /// What is aimed at in `skill`.
    pub const fn of(skill: &Skill) -> Self {
        Self { criticality: skill.criticality, target: skill.target }
    }

    /// `skill` with this in the place of what was aimed at.
    pub fn put(self, skill: &Skill) -> Skill {
        Skill { criticality: self.criticality, target: self.target, ..skill.clone() }
    }

    /// "Critical, 3 at “can teach” by 31 Mar".
    pub fn in_words(self) -> String {
        let by = self.target.by.map(|day| format!(" by {}", day.short())).unwrap_or_default();
        let (criticality, people, level) = (self.criticality.title(), self.target.people, self.target.level.title());
        format!("{criticality}, {people} at “{level}”{by}")
    }
}

/// What one skill aimed at and aims at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AimSwap {
    /// Which.
    pub skill: SkillId,
    /// As it stood.
    pub before: Aim,
    /// As it stands in its place.
    pub after: Aim,
}

/// A change of some of what is aimed at; what is `None` stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AimEdit {
    /// How critical.
    pub criticality: Option<Criticality>,
    /// How many people.
    pub people: Option<u8>,
    /// How well.
    pub level: Option<Level>,
    /// By when; `Some(None)` takes the date away.
    pub by: Option<Option<Day>>,
}

impl AimEdit {
    /// `aim` with the change made.
    pub fn applied(self, aim: Aim) -> Aim {
        Aim {
            criticality: self.criticality.unwrap_or(aim.criticality),
            target: Target {
                people: self.people.unwrap_or(aim.target.people),
                level: self.level.unwrap_or(aim.target.level),
                by: self.by.unwrap_or(aim.target.by),
            },
        }
    }
}

/// A change as text; what is empty stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AimForm {
    /// Low, normal, high or critical.
    pub criticality: String,
    /// How many people.
    pub people: String,
    /// How well, 1 to 4.
    pub level: String,
    /// By when, `2026-12-31`.
    pub by: String,
    /// True to take the date away.
    pub no_date: bool,
}

impl AimForm {
    pub(super) fn of(pairs: &Pairs) -> Self {
        let text = |name| pairs.get(name).unwrap_or_default().to_owned();
        Self {
            criticality: text("set_criticality"),
            people: text("set_people"),
            level: text("set_level"),
            by: text("set_by"),
            no_date: pairs.get("set_no_date").is_some(),
        }
    }

    pub(super) fn pairs(&self) -> [(&'static str, Option<&str>); 5] {
        [
            ("set_criticality", Some(&self.criticality)),
            ("set_people", Some(&self.people)),
            ("set_level", Some(&self.level)),
            ("set_by", Some(&self.by)),
            ("set_no_date", self.no_date.then_some("1")),
        ]
    }

    /// The change; refuses the first field that cannot be taken.
    pub fn parsed(&self) -> Result<AimEdit, Rejection> {
        let given = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
        let refused = || Rejection::invalid("set_people", "Write a number of people from 0 to 99.");
        let people = |text: String| text.parse().ok().filter(|n| *n <= MOST_PEOPLE).ok_or_else(refused);
        let level = |text: String| {
            let level = Level::parse(&text).ok().filter(|level| *level > Level::NONE);
            level.ok_or_else(|| Rejection::invalid("set_level", "Choose a level from 1 (aware) to 4 (can teach)."))
        };
        let criticality = |text: String| {
            Criticality::parse(&text)
                .map_err(|_| Rejection::invalid("set_criticality", "Choose low, normal, high or critical."))
        };
        let by = given(&self.by).map(|text| Day::parse("set_by", &text)).transpose()?;
        if self.no_date && by.is_some() {
            return Err(Rejection::invalid("set_by", "Choose a date, or no date; not both."));
        }
        Ok(AimEdit {
            criticality: given(&self.criticality).map(criticality).transpose()?,
            people: given(&self.people).map(people).transpose()?,
            level: given(&self.level).map(level).transpose()?,
            by: if self.no_date { Some(None) } else { by.map(Some) },
        })
    }
}
