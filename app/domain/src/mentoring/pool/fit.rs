//! How well two people fit, in points from named ingredients.

use crate::id::SkillId;
use crate::suggest::Band;
use serde::{Deserialize, Serialize};

/// How well a learner and a mentor fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fit {
    /// From 0 to 1,000: the points of all ingredients.
    pub score: u16,
    /// What it is made of, in the order of [`Ingredient::ALL`]; those that do not count in the program are not in it.
    pub ingredients: Vec<(Ingredient, u16)>,
    /// The same as people read it.
    pub band: Band,
    /// What the learner would learn: of what they want, that in which the two fit best.
    pub skill: SkillId,
    /// What the mentor could learn from them in turn, where the program lets pairs teach both ways.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back: Option<SkillId>,
}

impl Fit {
    /// The points of one ingredient.
    pub fn points(&self, ingredient: Ingredient) -> u16 {
        self.ingredients.iter().find(|(of, _)| *of == ingredient).map_or(0, |(_, points)| *points)
    }
}

/// What a fit is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ingredient {
    /// The learner wishes for this mentor.
    Wish,
    /// How much the learner wants the skill.
    Goal,
    /// How well the mentor knows it, and how surely, and that they offer it.
    Teaches,
    /// The hours that suit both.
    Hours,
    /// They work in different teams.
    OtherTeam,
    /// They sit in different places.
    OtherPlace,
    /// The mentor could learn something in turn.
    Mutual,
    /// They have not been a pair before.
    New,
}

impl Ingredient {
    /// All of them, in the order shown.
    pub const ALL: [Self; 8] = [
        Self::Wish,
        Self::Goal,
        Self::Teaches,
        Self::Hours,
        Self::OtherTeam,
        Self::OtherPlace,
        Self::Mutual,
        Self::New,
    ];

    /// What it weighs unless an organiser says otherwise; all together weigh 1,000.
    pub const fn most(self) -> u16 {
        match self {
            Self::Wish => 260,
            Self::Goal => 130,
            Self::Teaches => 240,
            Self::Hours => 160,
            Self::OtherTeam => 80,
            Self::OtherPlace => 40,
            Self::Mutual => 60,
            Self::New => 30,
        }
    }

    /// The words for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Wish => "wished for",
            Self::Goal => "wanted skill",
            Self::Teaches => "can teach it",
            Self::Hours => "time overlap",
            Self::OtherTeam => "different team",
            Self::OtherPlace => "different place",
            Self::Mutual => "both can learn",
            Self::New => "new to each other",
        }
    }

    /// Its name in forms and rows.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Wish => "wish",
            Self::Goal => "goal",
            Self::Teaches => "teaches",
            Self::Hours => "hours",
            Self::OtherTeam => "other_team",
            Self::OtherPlace => "other_place",
            Self::Mutual => "mutual",
            Self::New => "new",
        }
    }
}
