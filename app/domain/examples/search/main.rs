//! How fast the concordance answers, and how large it is: 10,000 people, 1,500 skills and 5,000 notes of 350 words that
//! are made up, and a thousand searches as people type them. `cargo run --release -p domain --example search` runs it; the
//! same texts go into SurrealDB with `cargo run --release -p store --example search_surreal`.

mod texts;
mod world;

use domain::actor::Actor;
use domain::org::Org;
use domain::search::{Concordance, found, jump};
use std::io::Write;
use std::time::{Duration, Instant};
use texts::{NOTES, Texts};
use world::{PEOPLE, SKILLS, notes, people, skills};

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let texts = Texts::new();
    let mut org = Org::default();
    people(&texts).for_each(|person| org.put_person(person));
    skills(&texts).for_each(|skill| org.put_skill(skill));
    notes(&texts).for_each(|note| org.put_note(note));
    let begun = Instant::now();
    let size = Concordance::of(&org).size();
    writeln!(out, "{PEOPLE} people, {SKILLS} skills, {NOTES} notes, {} bytes of text", texts.bytes())?;
    writeln!(
        out,
        "gathered in {:?}: {} words, {} places, {} KiB",
        begun.elapsed(),
        size.words,
        size.places,
        size.bytes / 1024
    )?;
    org.words();
    let searches = texts.searches();
    let line = |name: &str, times: Vec<Duration>| {
        let at = |share: usize| times.get(times.len() * share / 1000).copied().unwrap_or_default();
        format!("{name:<28} p50 {:>9.1?}  p99 {:>9.1?}  longest {:>9.1?}", at(500), at(990), at(999))
    };
    let page = timed(&searches, |text| found(&org, &Actor::Console, text).is_ok());
    writeln!(out, "{}", line("page of results", page))?;
    let palette = timed(&searches, |text| jump(&org, &Actor::Console, text).is_ok());
    writeln!(out, "{}", line("palette, names alone", palette))?;
    let mut edits = Vec::new();
    for note in notes(&texts).take(200) {
        let mut put = || {
            let note = note.clone();
            let begun = Instant::now();
            org.put_note(note);
            begun.elapsed()
        };
        edits.extend((0..TIMES).map(|_| put()).min());
    }
    edits.sort_unstable();
    writeln!(out, "{}", line("one note put again", edits))
}

/// How often each search is made: the quickest counts, so that what else the machine does does not.
const TIMES: usize = 5;

/// How long each search took, the shortest first.
fn timed(searches: &[String], search: impl Fn(&str) -> bool) -> Vec<Duration> {
    let once = |text: &str| {
        let begun = Instant::now();
        assert!(search(text), "everybody may search");
        begun.elapsed()
    };
    let mut times: Vec<Duration> = searches.iter().filter_map(|text| (0..TIMES).map(|_| once(text)).min()).collect();
    times.sort_unstable();
    times
}
