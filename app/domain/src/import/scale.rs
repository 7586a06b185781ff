//! What the values of a level column mean: other people's scales, mapped to 0–4.
//!
//! A scale is a list of the values that occur and the level of each, so that a person can see and change all of it.

use crate::evidence::Level;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most different values that are still a scale.
pub const MOST_VALUES: usize = 120;

/// The level that each value stands for; `None` for a value that nobody has given a level yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale(BTreeMap<String, Option<Level>>);

/// How a scale was understood, for a sentence above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// Numbers from 0 to 4, as they are.
    Own,
    /// Numbers of another range, spread evenly.
    Range {
        /// The lowest, which becomes 0.
        low: u16,
        /// The highest, which becomes 4.
        high: u16,
    },
    /// Words.
    Words,
    /// Too many different values to be a scale.
    NotAScale,
}

impl Scale {
    /// The scale that `values` are probably from: numbers are spread evenly over 0–4, well-known words are known.
    /// Values are compared without case and outer blanks; blanks are no values.
    pub fn guess<'a>(values: impl IntoIterator<Item = &'a str>) -> (Self, Reading) {
        let mut different: BTreeMap<String, Option<Level>> = BTreeMap::new();
        for value in values.into_iter().filter(|value| !value.trim().is_empty()) {
            if different.len() > MOST_VALUES {
                return (Self::default(), Reading::NotAScale);
            }
            different.entry(key(value)).or_default();
        }
        let numbers: Option<Vec<u32>> = different.keys().map(|value| hundredths(value)).collect();
        let reading = match numbers {
            Some(numbers) if !numbers.is_empty() => range(&numbers),
            Some(_) | None => Reading::Words,
        };
        for (value, level) in &mut different {
            *level = match reading {
                Reading::Own => hundredths(value).and_then(|n| spread(n, 0, 400)),
                Reading::Range { low, high } => {
                    hundredths(value).and_then(|n| spread(n, u32::from(low) * 100, u32::from(high) * 100))
                }
                Reading::Words | Reading::NotAScale => meaning(value),
            };
        }
        (Self(different), reading)
    }

    /// The level that a value stands for.
    pub fn level(&self, value: &str) -> Option<Level> {
        self.0.get(&key(value)).copied().flatten()
    }

    /// Gives a value a level, or takes it away so that its rows stay out. Values that do not occur are ignored.
    pub fn choose(&mut self, value: &str, level: Option<Level>) {
        if let Some(entry) = self.0.get_mut(&key(value)) {
            *entry = level;
        }
    }

    /// The values in order, numbers by size, each with its level.
    pub fn values(&self) -> Vec<(&str, Option<Level>)> {
        let mut values: Vec<_> = self.0.iter().map(|(value, level)| (value.as_str(), *level)).collect();
        values.sort_by_key(|(value, _)| hundredths(value));
        values
    }
}

fn key(value: &str) -> String {
    value.trim().to_lowercase()
}

/// The number that a value is or begins with (`3`, `3,5`, `80 %`, `3 – alone`), times a hundred.
pub(super) fn hundredths(value: &str) -> Option<u32> {
    let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    let (whole, rest) = value.split_at(end);
    let fraction = rest.strip_prefix(['.', ',']).unwrap_or("");
    let digits: String = fraction.chars().take_while(char::is_ascii_digit).chain("00".chars()).take(2).collect();
    let after = if fraction.is_empty() { rest } else { fraction.trim_start_matches(|c: char| c.is_ascii_digit()) };
    let is_number = !after.starts_with(|c: char| c.is_alphanumeric());
    let number = whole.parse::<u32>().ok().filter(|whole| is_number && *whole <= 1000)?;
    Some(number * 100 + digits.parse::<u32>().ok()?)
}

/// The range that numbers are probably from. A scale that stops at 4 is our own; one that never says 0 starts at 1.
fn range(numbers: &[u32]) -> Reading {
    let low = numbers.iter().min().copied().unwrap_or_default();
    let high = numbers.iter().max().copied().unwrap_or_default();
    let start = u16::from(low >= 100);
    match high {
        0..=400 => Reading::Own,
        401..=500 => Reading::Range { low: start, high: 5 },
        501..=700 => Reading::Range { low: start, high: u16::try_from(high.div_ceil(100)).unwrap_or(7) },
        701..=1000 => Reading::Range { low: start, high: 10 },
        1001..=10_000 => Reading::Range { low: 0, high: 100 },
        _ => Reading::Range { low: 0, high: 1000 },
    }
}

/// `number` spread from `low..=high` over 0–4, rounded to the nearest.
fn spread(number: u32, low: u32, high: u32) -> Option<Level> {
    let above = number.checked_sub(low)?;
    let length = high - low;
    let level = (above * 8 + length) / (length * 2);
    u8::try_from(level).ok().and_then(|level| Level::try_from(level).ok())
}

/// The level that a word stands for.
fn meaning(value: &str) -> Option<Level> {
    let words: [(Level, &[&str]); 5] = [
        (
            Level::NONE,
            &["none", "no", "never", "not at all", "n/a", "-", "–", "no experience", "no knowledge", "false"],
        ),
        (
            Level::AWARE,
            &[
                "aware",
                "awareness",
                "beginner",
                "basic",
                "basics",
                "novice",
                "low",
                "foundation",
                "trainee",
                "learning",
            ],
        ),
        (
            Level::WITH_HELP,
            &["with help", "intermediate", "medium", "working", "advanced beginner", "supported", "junior", "some"],
        ),
        (
            Level::ALONE,
            &["alone", "advanced", "independent", "competent", "proficient", "skilled", "high", "practitioner", "good"],
        ),
        (Level::CAN_TEACH, &["can teach", "expert", "master", "teacher", "teaches", "mentor", "very high", "lead"]),
    ];
    let ticked = ["yes", "x", "true", "✓", "y"].contains(&value).then_some(Level::ALONE);
    words.into_iter().find(|(_, words)| words.contains(&value)).map(|(level, _)| level).or(ticked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(values: &[&str]) -> Vec<Option<u8>> {
        let (scale, _) = Scale::guess(values.iter().copied());
        values.iter().map(|value| scale.level(value).map(Level::number)).collect()
    }

    #[test]
    fn numbers_of_other_ranges_are_spread_evenly() {
        let rows: [(&[&str], &[u8]); 9] = [
            (&["0", "1", "2", "3", "4"], &[0, 1, 2, 3, 4]),
            (&["1", "2", "3", "4"], &[1, 2, 3, 4]),
            (&["1", "2", "3", "4", "5"], &[0, 1, 2, 3, 4]),
            (&["0", "5"], &[0, 4]),
            (&["1", "4", "6", "10"], &[0, 1, 2, 4]),
            (&["0", "25", "50", "75", "100"], &[0, 1, 2, 3, 4]),
            (&["0 %", "80%", "100 %"], &[0, 3, 4]),
            (&["1 - knows of it", "3,5", "5.0"], &[0, 3, 4]),
            (&["3.0", "2.00"], &[3, 2]),
        ];
        for (values, expected) in rows {
            assert_eq!(levels(values), expected.iter().map(|n| Some(*n)).collect::<Vec<_>>(), "{values:?}");
        }
    }

    #[test]
    fn words_are_known_whatever_their_case() {
        let expected = [Some(0), Some(1), Some(2), Some(3), Some(4), Some(4), None];
        let values = ["None", "BEGINNER", " intermediate ", "Advanced", "Expert", "can teach", "wizard"];
        assert_eq!(levels(&values), expected);
    }

    #[test]
    fn a_person_can_choose_another_level_for_a_value() {
        let (mut scale, reading) = Scale::guess(["wizard", "apprentice"]);
        assert_eq!(reading, Reading::Words);
        scale.choose("Wizard", Some(Level::CAN_TEACH));
        scale.choose("unheard of", Some(Level::ALONE));
        assert_eq!(scale.values(), [("apprentice", None), ("wizard", Some(Level::CAN_TEACH))]);
    }

    #[test]
    fn a_column_of_many_different_values_is_no_scale() {
        let values: Vec<String> = (0..500).map(|n| format!("note {n}")).collect();
        assert_eq!(Scale::guess(values.iter().map(String::as_str)), (Scale::default(), Reading::NotAScale));
    }

    #[test]
    fn values_are_listed_by_size() {
        let (scale, reading) = Scale::guess(["10", "9", "1"]);
        assert_eq!(reading, Reading::Range { low: 1, high: 10 });
        assert_eq!(scale.values().iter().map(|(value, _)| *value).collect::<Vec<_>>(), ["1", "9", "10"]);
    }
}
