//! Whom words call: `@jonas-weidner`, or `@jonas` where only one colleague's handle begins like that.

use super::{MOST_MENTIONS, Subject, TextPiece};
use crate::id::PersonId;
use crate::org::Org;

/// A stretch of a text.
struct Stretch<'a> {
    /// With the sign, for a handle.
    text: &'a str,
    /// Without the sign; empty for everything else.
    handle: &'a str,
}

/// Everybody whom `text` calls and who may see `subject`, each once, in the order they are called.
pub fn mentioned(org: &Org, subject: &Subject, text: &str) -> Vec<PersonId> {
    let mut found = Vec::new();
    for stretch in stretches(text).into_iter().filter(|stretch| !stretch.handle.is_empty()) {
        if let Some(person) = called(org, stretch.handle)
            && !found.contains(&person)
            && subject.is_seen_by(org, &person)
        {
            found.push(person);
        }
    }
    found.truncate(MOST_MENTIONS);
    found
}

/// `text` in pieces, of which those that call one of `people` lead to them. Whom it calls was settled when it was written.
pub fn pieces<'a>(text: &str, people: impl Iterator<Item = &'a PersonId> + Clone) -> Vec<TextPiece> {
    let person = |handle: &str| people.clone().find(|person| is_called(person, handle)).cloned();
    let mut pieces: Vec<TextPiece> = Vec::new();
    for stretch in stretches(text) {
        let person = Some(stretch.handle).filter(|handle| !handle.is_empty()).and_then(person);
        match pieces.last_mut() {
            Some(last) if last.person.is_none() && person.is_none() => last.text.push_str(stretch.text),
            _ => pieces.push(TextPiece { text: stretch.text.to_owned(), person }),
        }
    }
    pieces
}

/// The colleague with that handle, or the only one whose handle begins with it; nobody when it is anybody's guess.
fn called(org: &Org, handle: &str) -> Option<PersonId> {
    if let Some(person) = PersonId::parse(handle).ok().filter(|id| org.person(id).is_some_and(|p| p.is_active())) {
        return Some(person);
    }
    let mut begins = org.people().filter(|person| is_called(&person.id, handle));
    match (begins.next(), begins.next()) {
        (Some(person), None) => Some(person.id.clone()),
        _ => None,
    }
}

fn is_called(person: &PersonId, handle: &str) -> bool {
    let rest = person.as_str().strip_prefix(&handle.to_ascii_lowercase());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// A handle begins with a sign that no letter stands before, so that addresses call nobody.
fn stretches(text: &str) -> Vec<Stretch<'_>> {
    let mut found = Vec::new();
    let (mut from, mut before) = (0, ' ');
    for (at, letter) in text.char_indices() {
        let starts = letter == '@' && at >= from && !before.is_alphanumeric();
        before = letter;
        if !starts {
            continue;
        }
        let rest = &text[at + 1..];
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let handle = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
        let handle = handle.trim_end_matches('-');
        if handle.is_empty() {
            continue;
        }
        found.push(Stretch { text: &text[from..at], handle: "" });
        from = at + 1 + handle.len();
        found.push(Stretch { text: &text[at..from], handle });
    }
    found.push(Stretch { text: &text[from..], handle: "" });
    found.retain(|stretch| !stretch.text.is_empty());
    found
}
