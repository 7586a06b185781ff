//! What a swap program says about its rings, as numbers.

use crate::program::{Path, Program, Value};
use crate::rings;
use crate::time::{Minutes, Span};

/// In how many rings somebody is at once where an hour serves several.
const PLACES_IN_GROUPS: u32 = 2;

/// What a swap program says about its rings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SwapTerms {
    /// The most people in a ring: two to four.
    pub longest: u8,
    /// Whether volunteers start chains.
    pub chains: bool,
    /// In how many rings somebody is at once.
    pub places: u32,
    /// To how many people an offer is taught at once.
    pub seats: u32,
    /// How long people have to answer.
    pub answer_within: Span,
    /// How many days offers and wants hold.
    pub offers_last: i64,
    /// By how many levels whoever teaches is ahead at least.
    pub levels_apart: u8,
    /// How long a lesson takes.
    pub minutes: Minutes,
    /// Whether people meet by a rhythm, so that who has swapped once swaps again.
    pub goes_on: bool,
    /// How many minutes somebody may owe before they teach first; `None` without a limit.
    pub may_owe: Option<i64>,
}

impl SwapTerms {
    /// Those of `program` as it stands, with the defaults of its kind.
    pub fn of(program: &Program) -> Self {
        let value = |key| program.kind.value(&program.settings, &Path::field(key));
        let number = |key| if let Value::Number(number) = value(key) { Some(number) } else { None };
        let small = |key, least: i64, most: i64| number(key).unwrap_or(least).clamp(least, most);
        let in_groups = !matches!(value("format"), Value::Text(format) if format == "pairs");
        let most = u32::try_from(small("group_most", 2, 8)).unwrap_or(2);
        Self {
            longest: u8::try_from(small("ring_most", 2, 4)).unwrap_or(2),
            chains: value("chains") == Value::Flag(true),
            places: if in_groups { PLACES_IN_GROUPS } else { 1 },
            seats: if in_groups { most } else { 1 },
            answer_within: Span::days(small("answer_within", 1, 14)),
            offers_last: small("offers_last", 14, 180),
            levels_apart: u8::try_from(small("levels_apart", 1, 3)).unwrap_or(1),
            minutes: Minutes(u16::try_from(small("minutes", 10, 240)).unwrap_or(60)),
            goes_on: matches!(value("cadence"), Value::Text(cadence) if !cadence.is_empty()),
            may_owe: number("hours_behind").map(|hours| hours * 60),
        }
    }

    /// The same for the engine that finds rings.
    pub fn for_engine(&self) -> rings::Terms {
        rings::Terms { longest: self.longest, chains: self.chains, ..rings::Terms::default() }
    }
}
