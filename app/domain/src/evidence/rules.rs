//! How much each kind of evidence weighs and how fast it fades: a setting of the organisation, with what is usual.

use super::Source;
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};

/// How one kind of evidence counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRule {
    /// Which kind.
    pub source: Source,
    /// What a fresh piece weighs, in hundredths of what the model makes of it: 0 to 200.
    pub weight: u16,
    /// After how many days it weighs half: 30 to 3,650.
    pub half_life: u16,
}

impl SourceRule {
    /// The heaviest that a kind can be made; 0 is the lightest, and then it counts for nothing.
    pub const HEAVIEST: u16 = 200;
    /// The shortest and the longest half-life, in days.
    pub const HALF_LIVES: (u16, u16) = (30, 3_650);

    /// What is usual for `source`.
    pub const fn usual(source: Source) -> Self {
        let (weight, half_life) = match source {
            Source::Own => (100, 180),
            Source::Imported => (100, 540),
            Source::Attended => (30, 365),
            Source::Taught | Source::Project => (100, 365),
            Source::Credential => (100, 730),
            Source::Drill => (100, 420),
            Source::Peer | Source::Manager => (100, 280),
        };
        Self { source, weight, half_life }
    }

    /// The rule of the form fields `weight-SOURCE` and `half-life-SOURCE`.
    pub fn parse(source: Source, weight: &str, half_life: &str) -> Result<Self, Rejection> {
        let number = |text: &str| text.trim().parse::<u16>().ok();
        let title = source.title();
        let weight = number(weight).filter(|weight| *weight <= Self::HEAVIEST).ok_or_else(|| {
            let message = format!("Write a weight from 0 to {} for “{title}”.", Self::HEAVIEST);
            Rejection::invalid(format!("weight-{}", source.slug()), message)
        })?;
        let (shortest, longest) = Self::HALF_LIVES;
        let half_life = number(half_life).filter(|days| (shortest..=longest).contains(days)).ok_or_else(|| {
            let message = format!("Write a half-life from {shortest} to 3,650 days for “{title}”.");
            Rejection::invalid(format!("half-life-{}", source.slug()), message)
        })?;
        Ok(Self { source, weight, half_life })
    }
}

/// How every kind of evidence counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<SourceRule>", into = "Vec<SourceRule>")]
pub struct EvidenceRules([SourceRule; 9]);

impl EvidenceRules {
    /// What is usual.
    pub const USUAL: Self = Self([
        SourceRule::usual(Source::Own),
        SourceRule::usual(Source::Imported),
        SourceRule::usual(Source::Attended),
        SourceRule::usual(Source::Taught),
        SourceRule::usual(Source::Project),
        SourceRule::usual(Source::Credential),
        SourceRule::usual(Source::Drill),
        SourceRule::usual(Source::Peer),
        SourceRule::usual(Source::Manager),
    ]);

    /// How `source` counts.
    pub fn of(&self, source: Source) -> SourceRule {
        self.0.iter().find(|rule| rule.source == source).copied().unwrap_or(SourceRule::usual(source))
    }

    /// Each kind, least trusted first.
    pub fn iter(&self) -> impl Iterator<Item = &SourceRule> {
        self.0.iter()
    }

    /// The same with `rule` in the place of the one for its kind.
    #[must_use]
    pub fn with(mut self, rule: SourceRule) -> Self {
        self.0.iter_mut().filter(|old| old.source == rule.source).for_each(|old| *old = rule);
        self
    }
}

impl Default for EvidenceRules {
    fn default() -> Self {
        Self::USUAL
    }
}

/// What is not among `rules` counts as usual.
impl From<Vec<SourceRule>> for EvidenceRules {
    fn from(rules: Vec<SourceRule>) -> Self {
        rules.into_iter().fold(Self::USUAL, Self::with)
    }
}

impl From<EvidenceRules> for Vec<SourceRule> {
    fn from(rules: EvidenceRules) -> Self {
        rules.0.to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_rule_and_one_can_be_changed() {
        for source in Source::ALL {
            assert_eq!(EvidenceRules::USUAL.of(source), SourceRule::usual(source));
        }
        let own = SourceRule::parse(Source::Own, " 50 ", "90").unwrap();
        let rules = EvidenceRules::from(vec![own]);
        assert_eq!((rules.of(Source::Own), rules.of(Source::Peer)), (own, SourceRule::usual(Source::Peer)));
        let text = serde_json::to_string(&rules).unwrap();
        assert_eq!(serde_json::from_str::<EvidenceRules>(&text).unwrap(), rules);
    }

    #[test]
    fn weights_and_half_lives_have_ends() {
        let field = |weight, half_life| match SourceRule::parse(Source::Peer, weight, half_life) {
            Err(Rejection::Invalid { field, .. }) => field,
            other => format!("{other:?}"),
        };
        for (weight, half_life) in [("201", "280"), ("-1", "280"), ("much", "280"), ("", "280")] {
            assert_eq!(field(weight, half_life), "weight-peer", "{weight}");
        }
        for (weight, half_life) in [("100", "29"), ("100", "3651"), ("100", "")] {
            assert_eq!(field(weight, half_life), "half-life-peer", "{half_life}");
        }
        assert!(SourceRule::parse(Source::Peer, "0", "3650").is_ok());
    }
}
