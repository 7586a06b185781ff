//! What a typed word is taken to mean among the words that stand in the organisation.

use std::collections::BTreeMap;

/// How near a word that stands somewhere is to the word that was typed; nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Closeness {
    /// It is the same word.
    Same,
    /// It begins with what was typed.
    Start,
    /// It holds what was typed.
    Inside,
    /// It is what was typed but for one or two letters.
    Typo,
}

impl Closeness {
    /// What it adds to a rank; less is better. Any hit as written outranks any typo.
    pub const fn rank(self) -> u32 {
        match self {
            Self::Same => 0,
            Self::Start => 1,
            Self::Inside => 2,
            Self::Typo => 4,
        }
    }
}

/// One typed word and the words it is taken to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What was typed, folded.
    pub typed: String,
    /// The words that stand in the organisation and how near each is; none when nothing is near.
    pub means: BTreeMap<String, Closeness>,
}

/// How many letters may be wrong in a word of `letters` letters: none below 4, one below 8, else two.
pub const fn typos_allowed(letters: usize) -> usize {
    match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

impl Reading {
    /// What `typed` (folded) is taken to mean among `vocabulary`.
    pub fn of<'a>(typed: String, vocabulary: impl Iterator<Item = &'a str> + Clone) -> Self {
        let written = |word: &'a str| Some((word.to_owned(), as_written(&typed, word)?));
        let mut means: BTreeMap<String, Closeness> = vocabulary.clone().filter_map(written).collect();
        if means.is_empty() {
            means = nearest(&typed, vocabulary);
        }
        Self { typed, means }
    }

    /// The word that a mistyped one was read as; `None` when it was taken as written or means nothing.
    pub fn read_as(&self) -> Option<&str> {
        self.means.iter().find(|(_, closeness)| **closeness == Closeness::Typo).map(|(word, _)| word.as_str())
    }
}

/// The words of `vocabulary` with the fewest wrong letters, if few enough.
fn nearest<'a>(typed: &str, vocabulary: impl Iterator<Item = &'a str>) -> BTreeMap<String, Closeness> {
    let mut least = typos_allowed(typed.chars().count());
    let mut found = BTreeMap::new();
    if least == 0 {
        return found;
    }
    for word in vocabulary {
        let wrong = wrong_letters(typed, word, least);
        if wrong < least {
            found.clear();
            least = wrong;
        }
        if wrong <= least {
            found.insert(word.to_owned(), Closeness::Typo);
        }
    }
    found
}

pub(super) fn as_written(typed: &str, word: &str) -> Option<Closeness> {
    // Scripts without spaces write several words as one, so there any part counts; elsewhere three letters must.
    let long_enough = typed.len() >= 3 || !typed.is_ascii();
    if word == typed {
        Some(Closeness::Same)
    } else if word.starts_with(typed) {
        Some(Closeness::Start)
    } else if long_enough && word.contains(typed) {
        Some(Closeness::Inside)
    } else {
        None
    }
}

/// Letters wrong, missing, too many or swapped between `typed` and `word`, or the beginning of `word` when it is
/// longer. More than `most` when the lengths alone say so.
pub(super) fn wrong_letters(typed: &str, word: &str, most: usize) -> usize {
    let letters = typed.chars().count();
    let length = word.chars().count();
    if length + most < letters {
        return most + 1;
    }
    let whole = if length <= letters + most { strsim::damerau_levenshtein(typed, word) } else { most + 1 };
    if length <= letters {
        return whole;
    }
    let beginning: String = word.chars().take(letters).collect();
    whole.min(strsim::damerau_levenshtein(typed, &beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: [&str; 6] = ["amara", "achterberg", "handover", "palliative", "rust", "trust"];

    fn read(typed: &str) -> Vec<(String, Closeness)> {
        Reading::of(typed.to_owned(), WORDS.into_iter()).means.into_iter().collect()
    }

    #[test]
    fn a_word_is_taken_as_written_when_it_stands_somewhere() {
        let word = |w: &str, c| (w.to_owned(), c);
        assert_eq!(read("rust"), [word("rust", Closeness::Same), word("trust", Closeness::Inside)]);
        assert_eq!(read("pal"), [word("palliative", Closeness::Start)]);
    }

    #[test]
    fn one_wrong_letter_is_forgiven_from_four_letters_and_two_from_eight() {
        let rows = [
            ("amra", Some("amara")),
            ("amaar", Some("amara")),
            ("handvoer", Some("handover")),
            ("acterbegr", Some("achterberg")),
            ("paliativ", Some("palliative")),
            ("amx", None),
            ("amxxa", None),
            ("hxxdoxer", None),
        ];
        for (typed, expected) in rows {
            let reading = Reading::of(typed.to_owned(), WORDS.into_iter());
            assert_eq!(reading.read_as(), expected, "{typed}");
        }
    }

    #[test]
    fn the_beginning_of_a_long_word_may_be_mistyped_too() {
        assert_eq!(read("acthe"), [("achterberg".to_owned(), Closeness::Typo)]);
    }
}
