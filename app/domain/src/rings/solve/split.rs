//! What to decide next.

use super::branch::Choice;
use super::fixed::Hold;
use super::packing::Packing;
use std::collections::BTreeMap;

/// What is nearer to nothing or once than this is whole.
const WHOLE: f64 = 1e-6;

/// The lesson whose use is nearest to half; when the use of every lesson is whole, such a column; when all are whole, a
/// column that is not decided. `None` when all is decided.
pub(super) fn split(packing: &Packing, chosen: &[f64], (holds, choices): (&[Hold], &[Choice])) -> Option<Choice> {
    let mut used: BTreeMap<usize, f64> = BTreeMap::new();
    for (column, share) in chosen.iter().enumerate().filter(|(_, share)| **share > WHOLE) {
        packing.lessons.get(column).iter().for_each(|lesson| *used.entry(*lesson).or_default() += share);
    }
    let is_decided = |lesson: &usize| {
        choices.iter().any(|choice| matches!(choice, Choice::Lesson { number, .. } if number == lesson))
    };
    let lessons = used.into_iter().filter(|(lesson, _)| !is_decided(lesson));
    if let Some(number) = nearest_to_half(lessons) {
        return Some(Choice::Lesson { number, is_given: true });
    }
    let is_free = |column: &usize| holds[*column] == Hold::Free;
    let columns = chosen.iter().copied().enumerate().filter(|(column, _)| is_free(column));
    let number = nearest_to_half(columns).or_else(|| (0..holds.len()).find(is_free))?;
    Some(Choice::Column { number, is_chosen: true })
}

fn nearest_to_half(shares: impl Iterator<Item = (usize, f64)>) -> Option<usize> {
    let mut best: Option<(f64, usize)> = None;
    for (number, share) in shares.filter(|(_, share)| *share > WHOLE && *share < 1.0 - WHOLE) {
        let off = (share - 0.5).abs();
        if best.is_none_or(|(least, _)| off < least - WHOLE) {
            best = Some((off, number));
        }
    }
    best.map(|(_, number)| number)
}
