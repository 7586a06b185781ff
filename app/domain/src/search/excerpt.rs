//! Where typed words stand in a text: the whole of a short one, the best stretch of a long one, with those words marked.

use super::finding::Meaning;
use super::fold::fold;
use crate::org::Org;
use crate::reader::Phrase;

/// How many words of a long text are shown.
const SHOWN: usize = 28;
/// How many of them stand before the first that is marked.
const BEFORE: usize = 6;

/// A word of a text, by where it stands.
struct Word {
    from: usize,
    to: usize,
    /// Which of the typed words it is, as the bits of their places; none for most.
    hits: u8,
}

/// The stretch of `text` that holds most of what was typed, read as the words of `org` have it.
pub fn excerpt_of(org: &Org, text: &str, typed: &str) -> Vec<Phrase> {
    excerpt(text, &org.words().read(typed, false))
}

/// `text` with the words marked that were meant; strong pieces are marked.
pub(super) fn marked(text: &str, meanings: &[Meaning]) -> Vec<Phrase> {
    pieces(text, &split(text, meanings), 0..text.len())
}

/// The stretch of `text` that holds most of what was meant; nothing where it holds none.
pub(super) fn excerpt(text: &str, meanings: &[Meaning]) -> Vec<Phrase> {
    let words = split(text, meanings);
    let Some(from) = best(&words) else { return Vec::new() };
    let from = from.saturating_sub(BEFORE);
    let to = (from + SHOWN).min(words.len());
    let from = if to == words.len() { to.saturating_sub(SHOWN) } else { from };
    let shown = &words[from..to];
    let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return Vec::new() };
    let end = if to == words.len() { text.len() } else { last.to };
    let begin = if from == 0 { 0 } else { first.from };
    let mut phrases = pieces(text, shown, begin..end);
    if from > 0 {
        phrases.insert(0, Phrase::plain("… "));
    }
    phrases.extend((to < words.len()).then(|| Phrase::plain(" …")));
    phrases
}

/// The place of the word at which the stretch begins that holds the most different typed words, the first of them.
fn best(words: &[Word]) -> Option<usize> {
    let count = |at: usize| {
        let bits = words[at..].iter().take(SHOWN - BEFORE).fold(0, |bits, word| bits | word.hits);
        bits.count_ones()
    };
    let hits = (0..words.len()).filter(|at| words[*at].hits > 0);
    hits.max_by_key(|at| (count(*at), std::cmp::Reverse(*at)))
}

fn split(text: &str, meanings: &[Meaning]) -> Vec<Word> {
    let joined = |c: char| c.is_alphanumeric() || c == '+' || c == '#' || ('\u{300}'..='\u{36f}').contains(&c);
    let mut words = Vec::new();
    let mut from = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (from, joined(letter)) {
            (None, true) => from = Some(at),
            (Some(begin), false) => {
                words.push(Word { from: begin, to: at, hits: hits(&text[begin..at], meanings) });
                from = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    words
}

fn hits(word: &str, meanings: &[Meaning]) -> u8 {
    let word = fold(word);
    let bits = meanings.iter().zip([1, 2, 4, 8, 16, 32, 64, 128]);
    bits.filter(|(meaning, _)| meaning.closeness(&word).is_some()).fold(0, |bits, (_, bit)| bits | bit)
}

/// A stretch of `text` in pieces; the marked ones are strong.
fn pieces(text: &str, words: &[Word], range: std::ops::Range<usize>) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    let mut from = range.start;
    for word in words.iter().filter(|word| word.hits > 0) {
        if from < word.from {
            phrases.push(Phrase::plain(&text[from..word.from]));
        }
        phrases.push(Phrase::strong(&text[word.from..word.to]));
        from = word.to;
    }
    phrases.extend((from < range.end).then(|| Phrase::plain(&text[from..range.end])));
    phrases
}

#[cfg(test)]
mod tests {
    use super::super::{Concordance, Entry, Standing};
    use super::*;

    fn shown(text: &str, typed: &str) -> String {
        let mut concordance = Concordance::default();
        let standing = Standing { text: text.to_owned(), ..Standing::default() };
        concordance.put(&Entry::Team("a".parse().unwrap()), Some(standing));
        let meanings = concordance.read(typed, false);
        let piece = |phrase: Phrase| if phrase.strong { format!("[{}]", phrase.text) } else { phrase.text };
        excerpt(text, &meanings).into_iter().map(piece).collect()
    }

    #[test]
    fn words_are_marked_as_they_stand_whatever_their_accents_and_endings() {
        assert_eq!(shown("The night of Inês.", "ines nigh"), "The [night] of [Inês].");
        assert_eq!(shown("Flush the infusion pump.", "infuson"), "Flush the [infusion] pump.");
        assert_eq!(shown("Flush the pump.", "alarm"), "");
    }

    #[test]
    fn of_a_long_text_the_stretch_is_shown_that_holds_most() {
        let far = "word ".repeat(40);
        let text = format!("{far}alarm {far}the shrill alarm rings {far}");
        let shown = shown(&text, "shrill alarm");
        assert!(shown.starts_with("… ") && shown.ends_with(" …"), "{shown}");
        assert!(shown.contains("the [shrill] [alarm] rings"), "{shown}");
    }
}
