//! A feed with ten thousand entries: all of them are there, and the test prints how long it took.

use crate::read::value;
use crate::world::{NOW, clocks, day, describing, lunch, org, timing};
use domain::feed::{Feed, MOST_SHOWN, Scope, Window, shown};
use domain::text::Prose;
use server::calendar::{File, Method};
use std::io::Write;
use std::time::Instant;

#[test]
fn a_feed_of_ten_thousand_entries_is_written_whole() {
    let mut org = org();
    for number in 0..i64::try_from(MOST_SHOWN).unwrap() {
        let mut session = lunch("2026-11-26");
        session.id = format!("{number:016x}").parse().unwrap();
        session.about = Prose::parse("", &"What stands on the label, and what does not. ".repeat(12)).unwrap();
        timing(&mut session).first = day("2025-12-01").plus(number % 800);
        org.put_session(session);
    }
    let me = org.person(&"amara-okafor".parse().unwrap()).unwrap();
    let feed = Feed { person: me.id.clone(), scope: Scope::Everybody, hides_titles: false, made_at: NOW };
    let begun = Instant::now();
    let shown = shown(&org, me, Scope::Everybody, Window::around(NOW), &clocks());
    let found = begun.elapsed();
    let events = describing(&org).feed(&feed, &shown);
    let described = begun.elapsed();
    let bytes = File { method: Method::Publish, feed: Some("All"), events: &events }.bytes();
    let written = begun.elapsed();
    let said = format!(
        "10,000 entries, {} kB: found in {found:?}, described by {described:?}, written by {written:?}\n",
        bytes.len() / 1_000
    );
    std::io::stderr().write_all(said.as_bytes()).unwrap();
    let entries = crate::read::events(&bytes);
    assert_eq!(entries.len(), MOST_SHOWN);
    assert!(entries.iter().all(|entry| value(entry, "SUMMARY") == Some("Allergens, and where they hide")));
}
