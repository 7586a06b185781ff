//! How much each ingredient of a fit counts, in words.

use crate::mentoring::{Ingredient, Weights};
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How much an ingredient counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Not at all.
    Nothing,
    /// Half as much as usual.
    Less,
    /// As usual.
    #[default]
    Usual,
    /// Twice as much.
    More,
    /// Four times as much.
    Most,
}

/// An ingredient and how much it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeightRow {
    /// Its name in the form.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// How much it counts.
    pub weight: Weight,
}

/// How much each ingredient is to count, by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeighForm {
    /// The name of a weight for each; what is left out counts as usual.
    #[serde(default)]
    pub weights: BTreeMap<String, String>,
}

impl Weight {
    /// All of them, the least first.
    pub const ALL: [Self; 5] = [Self::Nothing, Self::Less, Self::Usual, Self::More, Self::Most];

    /// Its name in forms.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Less => "less",
            Self::Usual => "usual",
            Self::More => "more",
            Self::Most => "most",
        }
    }

    /// The words for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Nothing => "does not count",
            Self::Less => "counts less",
            Self::Usual => "as usual",
            Self::More => "counts more",
            Self::Most => "counts most",
        }
    }

    fn points(self, ingredient: Ingredient) -> u16 {
        let usual = ingredient.most();
        match self {
            Self::Nothing => 0,
            Self::Less => usual / 2,
            Self::Usual => usual,
            Self::More => usual.saturating_mul(2),
            Self::Most => usual.saturating_mul(4),
        }
    }

    /// The nearest word for what an ingredient weighs.
    fn of(weights: &Weights, ingredient: Ingredient) -> Self {
        let own = weights.of(ingredient);
        Self::ALL.into_iter().min_by_key(|weight| weight.points(ingredient).abs_diff(own)).unwrap_or_default()
    }
}

/// A row for each ingredient that counts in the program.
pub(super) fn rows(weights: &Weights, counts: impl Fn(Ingredient) -> bool) -> Vec<WeightRow> {
    let row = |ingredient: Ingredient| WeightRow {
        key: ingredient.slug().to_owned(),
        title: ingredient.title().to_owned(),
        weight: Weight::of(weights, ingredient),
    };
    Ingredient::ALL.into_iter().filter(|ingredient| counts(*ingredient)).map(row).collect()
}

impl WeighForm {
    /// What it says. Refuses words that are no weight, and a matching in which nothing counts.
    pub fn parsed(&self) -> Result<Weights, Rejection> {
        let mut weights = Weights::default();
        let mut counts = false;
        for ingredient in Ingredient::ALL {
            let written = self.weights.get(ingredient.slug()).map_or("usual", |text| text.trim());
            let found = Weight::ALL.into_iter().find(|weight| weight.slug() == written);
            let weight = found.ok_or_else(|| Rejection::invalid("weights", "Choose how much each of these counts."))?;
            counts |= weight != Weight::Nothing;
            if weight != Weight::Usual {
                weights = weights.with(ingredient, weight.points(ingredient));
            }
        }
        if counts { Ok(weights) } else { Err(Rejection::invalid("weights", "Let at least one of these count.")) }
    }
}
