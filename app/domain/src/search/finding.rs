//! Asking the concordance: what each typed word means, and which things hold all of them.

use super::concordance::{Concordance, Place, at, letters, worth};
use super::fold::words;
use super::reading::{Closeness, as_written, typos_allowed, wrong_letters};
use super::standing::Entry;
use std::cmp::Reverse;

/// The most words that are looked at.
const MOST_WORDS: usize = 8;

/// What one typed word is taken to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// What was typed, folded.
    pub typed: String,
    /// The numbers of words that stand somewhere, and how near each is.
    terms: Vec<(u32, Closeness)>,
    /// How many letters were wrong; none when it was taken as written.
    pub(super) wrong: usize,
    /// Those words, where letters were wrong.
    pub(super) instead: Vec<String>,
}

impl Meaning {
    /// True when no word is near.
    pub(super) fn is_nothing(&self) -> bool {
        self.terms.is_empty()
    }

    /// The same, meaning nothing here: it is a word that stands elsewhere.
    pub(super) fn forget(&mut self) {
        self.terms.clear();
        self.instead.clear();
    }

    /// How near a folded word of a text is to it; `None` when it does not mean that word.
    pub(super) fn closeness(&self, word: &str) -> Option<Closeness> {
        if self.wrong > 0 {
            return self.instead.iter().any(|meant| meant == word).then_some(Closeness::Typo);
        }
        as_written(&self.typed, word).filter(|_| !self.is_nothing())
    }

    /// The word that it was read as, where letters were wrong.
    pub fn read_as(&self) -> Option<&str> {
        self.instead.first().map(String::as_str)
    }
}

/// A thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// Which.
    pub entry: &'a Entry,
    /// How well it fits; more is better.
    pub score: u32,
    /// Its folded name, by which equally good ones stand.
    pub order: &'a str,
}

impl Concordance {
    /// What each word of `text` means. `in_names`: among words of names and beside them; else also among those of texts.
    pub fn read(&self, text: &str, in_names: bool) -> Vec<Meaning> {
        words(text).into_iter().take(MOST_WORDS).map(|word| self.meaning(word, in_names)).collect()
    }

    fn meaning(&self, typed: String, in_names: bool) -> Meaning {
        let of_typed = letters(&typed);
        let mut terms = Vec::new();
        for (number, term) in (0..).zip(&self.terms) {
            if of_typed & !term.letters == 0
                && term.stands(in_names)
                && let Some(closeness) = as_written(&typed, &term.word)
            {
                terms.push((number, closeness));
            }
        }
        if !terms.is_empty() {
            return Meaning { typed, terms, wrong: 0, instead: Vec::new() };
        }
        self.nearest(typed, in_names)
    }

    /// The words with the fewest wrong letters, if few enough.
    fn nearest(&self, typed: String, in_names: bool) -> Meaning {
        let allowed = typos_allowed(typed.chars().count());
        let (of_typed, mut least) = (letters(&typed), allowed);
        let mut terms: Vec<(u32, Closeness)> = Vec::new();
        for (number, term) in (0..).zip(&self.terms) {
            // Every wrong letter is at most one that the word does not have.
            let missing = (of_typed & !term.letters).count_ones();
            if allowed == 0 || at(missing) > least || !term.stands(in_names) {
                continue;
            }
            let wrong = wrong_letters(&typed, &term.word, least);
            if wrong < least {
                terms.clear();
                least = wrong;
            }
            if wrong <= least {
                terms.push((number, Closeness::Typo));
            }
        }
        let mut instead: Vec<String> =
            terms.iter().map(|(number, _)| self.terms[at(*number)].word.to_string()).collect();
        instead.sort();
        Meaning { typed, terms, wrong: if instead.is_empty() { 0 } else { least }, instead }
    }

    /// Everything whose name holds all that was typed; the score counts down from what is farthest.
    pub fn named(&self, meanings: &[Meaning]) -> Vec<Hit<'_>> {
        self.all(meanings, |_, closeness| {
            let near = FAR - closeness.rank();
            move |place: &Place| if place.name > 0 { near } else { 0 }
        })
    }

    /// Everything that holds all that was typed, in its name, beside it or in its text.
    pub fn holding(&self, meanings: &[Meaning]) -> Vec<Hit<'_>> {
        let things = u64::try_from(self.entries.len()).unwrap_or(u64::MAX).max(1);
        self.all(meanings, |of_term, closeness| {
            let rare = 1 + (16 * things / of_term.max(1)).max(1).ilog2();
            let weight = rare * worth(closeness);
            // What stands inside of longer words counts in names; in texts it would be half of all words.
            let in_texts = closeness != Closeness::Inside;
            move |place: &Place| {
                let in_name = if place.name > 0 { 30 } else { 0 };
                let beside = if place.beside > 0 { 12 } else { 0 };
                let in_text = if in_texts { u32::from(OFTEN[usize::from(place.text.min(7))]) } else { 0 };
                weight * (in_name + beside + in_text)
            }
        })
    }

    /// What all meanings lead to, each thing with the sum of the best that each word scores there; `score` is asked for
    /// every word that is meant, with how many things it stands in and how near it is, and nought is none.
    fn all<S: Fn(&Place) -> u32>(&self, meanings: &[Meaning], score: impl Fn(u64, Closeness) -> S) -> Vec<Hit<'_>> {
        let Some(first) = meanings.first() else { return Vec::new() };
        let mut sums = self.scores(first, &score);
        for meaning in &meanings[1..] {
            let scores = self.scores(meaning, &score);
            for (sum, score) in sums.iter_mut().zip(scores) {
                *sum = if *sum > 0 && score > 0 { *sum + score } else { 0 };
            }
        }
        let found = self.entries.iter().zip(sums).filter(|(_, sum)| *sum > 0);
        let hits = found.filter_map(|(held, score)| {
            let held = held.as_ref()?;
            Some(Hit { entry: &held.entry, score, order: &held.order })
        });
        hits.collect()
    }

    /// The best that one word scores in each thing, by the number of the thing.
    fn scores<S: Fn(&Place) -> u32>(&self, meaning: &Meaning, score: &impl Fn(u64, Closeness) -> S) -> Vec<u32> {
        // One or two letters begin half of all words: they are looked for in names only.
        let in_texts = meaning.typed.len() > 2 || !meaning.typed.is_ascii();
        let mut scores = vec![0; self.entries.len()];
        for (number, closeness) in &meaning.terms {
            let places = &self.terms[at(*number)].places;
            let score = score(u64::try_from(places.len()).unwrap_or(u64::MAX), *closeness);
            for place in places.iter().filter(|place| in_texts || place.name > 0 || place.beside > 0) {
                let best = &mut scores[at(place.entry)];
                *best = score(place).max(*best);
            }
        }
        scores
    }
}

/// What it is worth that a word stands so often in a text: the seventh time says little more than the third.
const OFTEN: [u8; 8] = [0, 6, 8, 9, 10, 10, 11, 11];

/// The first `most` of what was found: the best, and of equally good ones by name.
pub(super) fn best(mut hits: Vec<Hit<'_>>, most: usize) -> Vec<Hit<'_>> {
    let by_place = |a: &Hit, b: &Hit| (Reverse(a.score), a.order, a.entry).cmp(&(Reverse(b.score), b.order, b.entry));
    if hits.len() > most {
        hits.select_nth_unstable_by(most, by_place);
        hits.truncate(most);
    }
    hits.sort_unstable_by(by_place);
    hits
}

/// Farther than any rank.
const FAR: u32 = 100;
