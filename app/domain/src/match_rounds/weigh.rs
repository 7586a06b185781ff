//! How much each ingredient of a fit counts, in words.

use crate::mentoring::{Ingredient, Weight, Weights};
use crate::rejection::Rejection;
use crate::wording::sentence;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

/// A row for each of the ingredients that count in the program.
pub(super) fn rows(weights: &Weights, counting: &[Ingredient]) -> Vec<WeightRow> {
    let row = |ingredient: Ingredient| WeightRow {
        key: ingredient.slug().to_owned(),
        title: sentence(ingredient.title()),
        weight: weights.of(ingredient),
    };
    counting.iter().copied().map(row).collect()
}

impl WeighForm {
    /// What it says. Refuses words that are no weight, and a matching in which nothing counts.
    pub fn parsed(&self) -> Result<Weights, Rejection> {
        let mut weights = Weights::default();
        let mut counts = false;
        for ingredient in Ingredient::ALL {
            let written = self.weights.get(ingredient.slug()).map_or("usual", |text| text.trim());
            let refused = || Rejection::invalid("weights", "Choose how much each of these counts.");
            let weight = Weight::parse(written).ok_or_else(refused)?;
            counts |= weight != Weight::Nothing;
            weights = weights.with(ingredient, weight);
        }
        if counts { Ok(weights) } else { Err(Rejection::invalid("weights", "Let at least one of these count.")) }
    }
}
