//! Texts word by word: what went and came between two of them, and a proposal that holds what two people changed.
//!
//! A word is a run of letters with the spaces after it, so that joining the words of a text gives the text.

use super::WordChange;
use super::longest_run::common;
use std::ops::Range;

/// What of `before` stays, goes, and what comes in `after`. Joined without what goes it is `after`, without what comes
/// `before`; spaces stay with the word before them.
pub fn diff(before: &str, after: &str) -> Vec<WordChange> {
    let (old, new) = (split(before), split(after));
    let mut changes = Vec::new();
    let (mut from, mut to) = (0, 0);
    let pairs = common(&old, &new);
    for (at_old, at_new) in pairs.into_iter().chain([(old.len(), new.len())]) {
        push(&mut changes, WordChange::Gone, &old[from..at_old]);
        push(&mut changes, WordChange::New, &new[to..at_new]);
        (from, to) = (at_old, at_new);
        if from < old.len() {
            push(&mut changes, WordChange::Same, &old[from..=from]);
            (from, to) = (from + 1, to + 1);
        }
    }
    changes
}

/// `base` with what both changed; `None` where they touched the same words. Only ever a proposal: somebody reads it
/// before it is published.
pub fn merge3(base: &str, theirs: &str, mine: &str) -> Option<String> {
    let (old, theirs, mine) = (split(base), split(theirs), split(mine));
    let (hunks_of_theirs, hunks_of_mine) = (hunks(&old, &theirs), hunks(&old, &mine));
    let mut all: Vec<(Range<usize>, &[&str])> = Vec::new();
    for (range, words) in hunks_of_theirs.iter().map(|(range, new)| (range, &theirs[new.clone()])) {
        all.push((range.clone(), words));
    }
    for (range, words) in hunks_of_mine.iter().map(|(range, new)| (range, &mine[new.clone()])) {
        let same = (range.clone(), words);
        if all.contains(&same) {
            continue;
        }
        if hunks_of_theirs.iter().any(|(other, _)| other.start <= range.end && range.start <= other.end) {
            return None;
        }
        all.push(same);
    }
    all.sort_by_key(|(range, _)| range.start);
    let mut merged = String::new();
    let mut at = 0;
    for (range, words) in all {
        merged.extend(old[at..range.start].iter().copied().chain(words.iter().copied()));
        at = range.end;
    }
    merged.extend(old[at..].iter().copied());
    Some(merged)
}

/// How much two texts have in common: 0 for nothing, 100 for all words.
pub(super) fn likeness(one: &str, other: &str) -> usize {
    let words = |text| split(text).into_iter().map(str::trim_end).filter(|word| !word.is_empty()).collect::<Vec<_>>();
    let (one, other) = (words(one), words(other));
    let total = one.len() + other.len();
    (common(&one, &other).len() * 200).checked_div(total).unwrap_or(100)
}

/// What stands instead of which words: ranges of the old and of the new.
fn hunks(old: &[&str], new: &[&str]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut found = Vec::new();
    let (mut from, mut to) = (0, 0);
    for (at_old, at_new) in common(old, new).into_iter().chain([(old.len(), new.len())]) {
        if from < at_old || to < at_new {
            found.push((from..at_old, to..at_new));
        }
        (from, to) = (at_old + 1, at_new + 1);
    }
    found
}

fn split(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let gap = rest[word..].find(|letter: char| !letter.is_whitespace()).unwrap_or(rest.len() - word);
        let (head, tail) = rest.split_at(word + gap);
        words.push(head);
        rest = tail;
    }
    words
}

fn push(changes: &mut Vec<WordChange>, make: fn(String) -> WordChange, words: &[&str]) {
    if words.is_empty() {
        return;
    }
    let more = make(words.concat());
    match (changes.last_mut(), more) {
        (Some(WordChange::Same(last)), WordChange::Same(more))
        | (Some(WordChange::Gone(last)), WordChange::Gone(more))
        | (Some(WordChange::New(last)), WordChange::New(more)) => last.push_str(&more),
        (_, more) => changes.push(more),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_that_stay_go_and_come_are_told_apart() {
        let expected = vec![
            WordChange::Same("You meet every ".into()),
            WordChange::Gone("week ".into()),
            WordChange::New("two weeks ".into()),
            WordChange::Same("and agree one goal.".into()),
        ];
        assert_eq!(
            diff("You meet every week and agree one goal.", "You meet every two weeks and agree one goal."),
            expected
        );
    }

    #[test]
    fn two_who_change_different_words_are_both_heard() {
        let base = "You meet every week and agree one goal. Notes stay between you.";
        let theirs = "You meet every two weeks and agree one goal. Notes stay between you.";
        let mine = "You meet every week and agree one goal. Notes stay between the two of you.";
        let both = "You meet every two weeks and agree one goal. Notes stay between the two of you.";
        assert_eq!(merge3(base, theirs, mine).as_deref(), Some(both));
        assert_eq!(merge3(base, theirs, "You meet every month and agree one goal. Notes stay between you."), None);
        assert_eq!(merge3(base, theirs, theirs).as_deref(), Some(theirs));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn a_difference_holds_both_texts(before in "[ab \n]{0,12}", after in "[ab \n]{0,12}") {
            let changes = diff(&before, &after);
            let joined = |leave_out: fn(&WordChange) -> bool| -> String {
                let kept = changes.iter().filter(|change| !leave_out(change));
                kept.map(|change| match change {
                    WordChange::Same(text) | WordChange::Gone(text) | WordChange::New(text) => text.as_str(),
                }).collect()
            };
            prop_assert_eq!(joined(|change| matches!(change, WordChange::New(_))), before);
            prop_assert_eq!(joined(|change| matches!(change, WordChange::Gone(_))), after);
        }

        #[test]
        fn who_changes_nothing_loses_nothing(base in "[ab ]{0,12}", other in "[ab ]{0,12}") {
            prop_assert_eq!(merge3(&base, &base, &other), Some(other.clone()));
            prop_assert_eq!(merge3(&base, &other, &base), Some(other));
        }
    }
}
