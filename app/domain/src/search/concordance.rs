//! Every word of the organisation and where it stands: in names, in what stands beside a name, and in texts.
//!
//! It is made from the organisation when it is first asked for and kept current from then on, one thing at a time; what it
//! holds of a thing is taken out exactly when the thing changes. `finding` asks it, `standing` says which words of a thing
//! it holds. Numbers are whole, so the same organisation ranks the same everywhere.
//!
//! # Why it is our own
//!
//! `cargo run --release -p domain --example search` measures it: 10,000 people, 1,500 skills and 5,000 notes of 350 words,
//! and a thousand searches as people type them, among them single letters, beginnings and typos; the README says what came
//! of it. `cargo run --release -p store --example search_surreal` asks the same of SurrealDB's full-text index. Besides
//! speed, three things speak for our own: it forgives typos by the rule that the palette has, one question finds every kind
//! of thing, and what somebody may not see is left out before anything is counted. SurrealDB's index ranks and highlights,
//! but knows beginnings only by keeping them all and typos not at all, asks once for each table, and costs every write its
//! tokens. A search engine such as tantivy would bring several dozen crates, threads and a folder of its own beside the
//! database, to be kept in step with it in every process, for an index that fits in memory many times over.

use super::reading::Closeness;
use super::standing::{Entry, Standing};
use super::words;
use crate::org::Org;
use std::collections::BTreeMap;

/// Where words stand.
#[derive(Clone, Debug, Default)]
pub struct Concordance {
    /// The number of each word, in the order of words.
    pub(super) by_word: BTreeMap<Box<str>, u32>,
    pub(super) terms: Vec<Term>,
    /// What the numbers of things stand for; none where one was taken out.
    pub(super) entries: Vec<Option<Held>>,
    by_entry: BTreeMap<Entry, u32>,
    free: Vec<u32>,
}

/// A word.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub(super) word: Box<str>,
    /// Which letters it has, to pass over most words quickly.
    pub(super) letters: u64,
    /// Where it stands, by the number of the thing.
    pub(super) places: Vec<Place>,
    /// In how many names, and beside how many, it stands.
    pub(super) named: u32,
}

/// How often a word stands in a thing: in its name, beside it, in its text; each at most 255.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) entry: u32,
    pub(super) name: u8,
    pub(super) beside: u8,
    pub(super) text: u8,
}

/// A thing as it is held.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) entry: Entry,
    /// Its name, folded: what is equally near stands in this order.
    pub(super) order: Box<str>,
    terms: Box<[u32]>,
}

/// How large a concordance is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// How many things.
    pub entries: usize,
    /// How many different words.
    pub words: usize,
    /// How many words in things, each word counted once a thing.
    pub places: usize,
    /// About how many bytes of memory all that takes.
    pub bytes: usize,
}

impl Concordance {
    /// All words of `org` as it stands.
    pub fn of(org: &Org) -> Self {
        let mut concordance = Self::default();
        Entry::all(org).for_each(|entry| concordance.put(&entry, entry.standing(org)));
        concordance
    }

    /// Puts a thing as it stands now in place of what was held of it; `None` takes it out.
    pub fn put(&mut self, entry: &Entry, standing: Option<Standing>) {
        let before = self.take_out(entry);
        let Some(standing) = standing else {
            self.free.extend(before);
            return;
        };
        let number = before.or_else(|| self.free.pop()).unwrap_or_else(|| {
            self.entries.push(None);
            index(self.entries.len() - 1)
        });
        let mut counts: BTreeMap<u32, Place> = BTreeMap::new();
        for (field, text) in [&standing.name, &standing.beside, &standing.text].into_iter().enumerate() {
            for word in words(text) {
                let place = counts.entry(self.term(&word)).or_insert(Place { entry: number, ..Place::default() });
                let count = [&mut place.name, &mut place.beside, &mut place.text].into_iter().nth(field);
                count.into_iter().for_each(|count| *count = count.saturating_add(1));
            }
        }
        for (term, place) in &counts {
            let term = &mut self.terms[at(*term)];
            let here = term.places.partition_point(|other| other.entry < number);
            term.places.insert(here, *place);
            term.named += u32::from(place.name > 0 || place.beside > 0);
        }
        self.by_entry.insert(entry.clone(), number);
        self.entries[at(number)] = Some(Held {
            entry: entry.clone(),
            order: super::fold(&standing.name).into_boxed_str(),
            terms: counts.into_keys().collect(),
        });
    }

    /// How large it is.
    pub fn size(&self) -> Size {
        let places: usize = self.terms.iter().map(|term| term.places.len()).sum();
        let room: usize = self.terms.iter().map(|term| term.places.capacity()).sum();
        let letters: usize = self.terms.iter().map(|term| 2 * term.word.len()).sum();
        let held = self.entries.iter().flatten();
        let bytes = room * size_of::<Place>()
            + letters
            + self.terms.capacity() * (size_of::<Term>() + 24)
            + self.entries.capacity() * (size_of::<Option<Held>>() + 64)
            + held.map(|held| held.terms.len() * size_of::<u32>() + held.order.len()).sum::<usize>();
        Size { entries: self.by_entry.len(), words: self.terms.len(), places, bytes }
    }

    /// Takes a thing out, and says which number it had.
    fn take_out(&mut self, entry: &Entry) -> Option<u32> {
        let number = self.by_entry.remove(entry)?;
        let held = self.entries[at(number)].take()?;
        for term in &held.terms {
            let term = &mut self.terms[at(*term)];
            if let Ok(here) = term.places.binary_search_by_key(&number, |place| place.entry) {
                let place = term.places.remove(here);
                term.named -= u32::from(place.name > 0 || place.beside > 0);
            }
        }
        Some(number)
    }

    /// The number of a word, which it gets when it is new.
    fn term(&mut self, word: &str) -> u32 {
        if let Some(number) = self.by_word.get(word) {
            return *number;
        }
        let number = index(self.terms.len());
        self.by_word.insert(word.into(), number);
        self.terms.push(Term { word: word.into(), letters: letters(word), places: Vec::new(), named: 0 });
        number
    }
}

impl Term {
    /// True when it stands somewhere: in names and beside them, or anywhere.
    pub(super) fn stands(&self, in_names: bool) -> bool {
        if in_names { self.named > 0 } else { !self.places.is_empty() }
    }
}

/// A mark for every letter that a word has; rare letters share one.
pub(super) fn letters(word: &str) -> u64 {
    word.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) % 64))
}

/// How much a hit that near is worth.
pub(super) const fn worth(closeness: Closeness) -> u32 {
    match closeness {
        Closeness::Same => 8,
        Closeness::Start => 5,
        Closeness::Inside | Closeness::Typo => 2,
    }
}

/// A number as a place in a list.
pub(super) fn at(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn index(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
