//! What searching finds, in which order, and for whom.

use super::*;
use crate::fernhill::{fernhill, signed_in};
use crate::note::tests::{note, rewritten};
use crate::session::world::lunch;
use crate::session::{OpenTo, Session};
use crate::thread::tests::{answered, question};

fn library() -> Org {
    let mut org = fernhill();
    org.put_note(note(
        "n1",
        "Clear an alarm of an infusion pump",
        "Press **hold**, then flush the line.",
        "infusion-pumps",
    ));
    org.put_note(note("n2", "Night handover", "Say which pump is shrill, and who is asleep.", "wound-care"));
    org.put_thread(answered(
        question("q1", "Why is the pump shrill at night?", "infusion-pumps"),
        "The line is kinked.",
    ));
    org
}

fn search(org: &Org, text: &str) -> Found {
    found(org, &signed_in("jonas-weidner"), text).unwrap()
}

fn links(org: &Org, text: &str) -> Vec<String> {
    search(org, text).groups.into_iter().flat_map(|group| group.rows.into_iter().map(|row| row.link)).collect()
}

fn said(phrases: &[Phrase]) -> String {
    phrases.iter().map(|p| if p.strong { format!("[{}]", p.text) } else { p.text.clone() }).collect()
}

#[test]
fn names_stand_before_texts_and_words_are_marked() {
    let org = library();
    assert_eq!(links(&org, "pump"), ["/skills/infusion-pumps", "/library/n1", "/library/n2", "/questions/q1"]);
    let found = search(&org, "shrill pump");
    let note = &found.groups.iter().find(|group| group.kind == JumpKind::Notes).unwrap().rows[0];
    assert_eq!(said(&note.excerpt), "Say which [pump] is [shrill], and who is asleep.");
    let question = &found.groups.iter().find(|group| group.kind == JumpKind::Questions).unwrap().rows[0];
    assert_eq!(said(&question.title), "Why is the [pump] [shrill] at night?");
    assert_eq!(found.sentence, "Two results for “shrill pump”.");
}

#[test]
fn answers_jobs_and_areas_are_searched_too_and_markup_is_not() {
    let org = library();
    assert_eq!(links(&org, "kinked"), ["/questions/q1"]);
    assert_eq!(links(&org, "community nurse"), ["/people/amara-okafor"]);
    assert_eq!(links(&org, "hold flush"), ["/library/n1"]);
}

#[test]
fn a_typo_is_forgiven_where_nothing_stands_as_it_was_typed() {
    let org = library();
    let found = search(&org, "infuson alram");
    let read: Vec<(&str, &str)> = found.read_as.iter().map(|(typed, read)| (typed.as_str(), read.as_str())).collect();
    assert_eq!(read, [("infuson", "infusion"), ("alram", "alarm")]);
    assert_eq!(found.groups[0].rows[0].link, "/library/n1");
    assert_eq!(said(&found.groups[0].rows[0].title), "Clear an [alarm] of an [infusion] pump");
    assert!(links(&org, "xyzzy").is_empty() && search(&org, "xyzzy").sentence.starts_with("Nothing found"));
}

#[test]
fn what_changes_is_found_as_it_is_now() {
    let mut org = library();
    assert_eq!(links(&org, "asleep"), ["/library/n2"]);
    let changed = rewritten(org.note(&"n2".parse().unwrap()).unwrap().clone(), "Say who is awake.");
    org.put_note(changed);
    assert!(links(&org, "asleep").is_empty());
    assert_eq!(links(&org, "awake"), ["/library/n2"]);
    let fresh = org.words().size();
    let mut again = Org::default();
    std::mem::swap(&mut again, &mut org);
    let whole = crate::search::Concordance::of(&again).size();
    assert_eq!((fresh.entries, fresh.places), (whole.entries, whole.places));
}

#[test]
fn an_obsolete_note_stands_last_whatever_it_says() {
    let mut org = library();
    let mut best = note("n3", "Pump", "pump pump pump", "infusion-pumps");
    let why = crate::text::Line::parse("why", "No such pump is left").unwrap();
    best = best
        .moved(&"amara-okafor".parse().unwrap(), crate::note::NoteMove::MakeObsolete { why }, crate::fernhill::NOW)
        .unwrap();
    org.put_note(best);
    let notes = search(&org, "pump").groups.into_iter().find(|group| group.kind == JumpKind::Notes).unwrap();
    assert_eq!(notes.rows.last().map(|row| row.link.as_str()), Some("/library/n3"));
    assert!(notes.rows.last().unwrap().sub.starts_with("Obsolete"));
}

#[test]
fn strangers_are_refused_and_nothing_typed_shows_pages() {
    let org = library();
    assert_eq!(found(&org, &Actor::Stranger, "pump"), Err(Rejection::SignedOut));
    let empty = search(&org, " ");
    assert!(empty.groups.is_empty() && !empty.places.is_empty() && empty.sentence.is_empty());
}

#[test]
fn a_session_is_found_by_those_who_may_see_it_and_last_once_it_is_called_off() {
    let mut org = library();
    org.words();
    org.put_session(lunch());
    let name = lunch().title.to_string();
    assert!(links(&org, &name).contains(&"/sessions/sql-at-lunch".to_owned()), "{:?}", links(&org, &name));
    let of_few = Session { open_to: OpenTo::Invited { people: Vec::new() }, ..lunch() };
    org.put_session(of_few);
    let found_by = |who: &str| {
        let groups = found(&org, &signed_in(who), &name).unwrap().groups;
        groups.iter().any(|group| group.kind == JumpKind::Sessions)
    };
    assert_eq!(["jonas-weidner", "ines-carvalho", "amara-okafor"].map(found_by), [true, true, false]);
}
