//! What an organiser says about a matching: who must be together, who must not, and what weighs how much.

use super::fit::Ingredient;
use crate::matching::{Pair, TOP_SCORE};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an organiser says about a matching. The usual terms pin nobody, forbid nothing and weigh all as usual.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// What weighs how much.
    #[serde(default)]
    pub weights: Weights,
    /// Pairs that must be: also of people who would not be candidates for each other, as organisers know more;
    /// not of a lead and their people where the program keeps those apart. The mentor must have a place.
    #[serde(default)]
    pub pins: Vec<Pair>,
    /// Pairs that must not be.
    #[serde(default)]
    pub forbids: Vec<Pair>,
    /// The pairs that were published last, kept where that costs nothing.
    #[serde(default)]
    pub previous: Vec<Pair>,
}

/// How much an ingredient weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// It does not count.
    Nothing,
    /// Half of what is usual.
    Less,
    /// As [`Ingredient::most`] says.
    #[default]
    Usual,
    /// Twice that.
    More,
}

impl Weight {
    /// All of them, least first.
    pub const ALL: [Self; 4] = [Self::Nothing, Self::Less, Self::Usual, Self::More];

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Nothing => "Does not count",
            Self::Less => "Less",
            Self::Usual => "As usual",
            Self::More => "More",
        }
    }

    /// Its name in forms and rows.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Less => "less",
            Self::Usual => "usual",
            Self::More => "more",
        }
    }

    /// The weight of that name.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|weight| weight.slug() == slug)
    }

    const fn halves(self) -> u32 {
        match self {
            Self::Nothing => 0,
            Self::Less => 1,
            Self::Usual => 2,
            Self::More => 4,
        }
    }
}

/// What each ingredient weighs against the others: only shares count, all together always give [`TOP_SCORE`] points.
/// Ingredients that were not weighed weigh as usual.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weights(BTreeMap<Ingredient, Weight>);

impl Weights {
    /// What an ingredient weighs.
    pub fn of(&self, ingredient: Ingredient) -> Weight {
        self.0.get(&ingredient).copied().unwrap_or_default()
    }

    /// The same weights but for `ingredient`.
    pub fn with(mut self, ingredient: Ingredient, weight: Weight) -> Self {
        match weight {
            Weight::Usual => self.0.remove(&ingredient),
            other => self.0.insert(ingredient, other),
        };
        self
    }

    /// True when every ingredient weighs as usual.
    pub fn are_usual(&self) -> bool {
        self.0.is_empty()
    }

    /// The points of `share`, in thousandths of all that `ingredient` can give, when all that count together give
    /// [`TOP_SCORE`].
    pub(super) fn points(&self, ingredient: Ingredient, share: u16, counting: &[Ingredient]) -> u16 {
        let weigh = |ingredient: Ingredient| self.of(ingredient).halves() * u32::from(ingredient.most());
        let all: u32 = counting.iter().map(|counts| weigh(*counts)).sum();
        u16::try_from(weigh(ingredient) * u32::from(share.min(TOP_SCORE)) / all.max(1)).unwrap_or(TOP_SCORE)
    }
}
