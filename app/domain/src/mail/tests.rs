//! What a letter says of what somebody is told, and what a digest holds.

use super::*;
use crate::exchange::Exchange;
use crate::fernhill::{NOW, fernhill};
use crate::notices::{About, Channel, MailList, Notices};
use crate::notifications::{Inbox, NotificationKey, told};
use crate::reader::tests::{agreed, asked, read_by};
use crate::thanks::Thanks;
use crate::time::Span;

fn inbox(notices: Notices) -> Inbox {
    Inbox { notices, ..Inbox::default() }
}

/// Jonas’s digest when this was asked of him, by what he chose.
fn digest_of(exchange: Exchange, inbox: &Inbox, since: Option<Timestamp>) -> Option<Letter> {
    let mut org = fernhill();
    org.put_exchange(exchange);
    read_by(&org, "jonas-weidner", |reader| digest(reader, inbox, Stretch { since, until: NOW }, &[]))
}

#[test]
fn a_letter_says_what_was_told_and_how_to_stop_it() {
    let mut org = fernhill();
    org.put_exchange(asked(2, None));
    let (_, item) = read_by(&org, "jonas-weidner", |reader| told(reader, &Inbox::default())).remove(0);
    let letter = letter_of(&item);
    assert_eq!(letter.subject, "Amara asks you to teach SQL for reports");
    assert_eq!(letter.parts[0].words, "Could you show me joins?");
    assert_eq!(letter.list, Some(MailList::About(About::Requests)));
    assert!(letter.why.contains("requests and meetings"), "{}", letter.why);
}

#[test]
fn a_subject_is_one_line_that_lists_show() {
    let long = format!("one\ntwo\r\nBcc: everybody {}", "x".repeat(200));
    let short = letter::shortened(&long);
    assert!(!short.contains(['\n', '\r']) && short.chars().count() == 120 && short.ends_with('…'), "{short}");
}

#[test]
fn a_digest_holds_what_is_new_once() {
    let usual = inbox(Notices::default());
    let letter = digest_of(asked(2, None), &usual, None).unwrap();
    assert_eq!(letter.subject, "Amara asks you to teach SQL for reports");
    assert!(letter.lead.contains("Amara"), "what to do next stands on top: {}", letter.lead);
    assert_eq!(letter.list, Some(MailList::Digest));
    assert_eq!(digest_of(asked(2, None), &usual, Some(NOW.before(Span::hours(1)))), None, "the last one had it");
    let at_once = inbox(Notices::default().with(About::Requests, Channel::Now));
    assert_eq!(digest_of(asked(2, None), &at_once, None), None, "it came by a mail of its own");
    let read = told_keys(asked(2, None));
    let mut has_read = inbox(Notices::default());
    has_read.read.one_by_one.extend(read);
    assert_eq!(digest_of(asked(2, None), &has_read, None), None, "it is read already");
    assert_eq!(
        digest_of(asked(24 * 5 + 2, None), &usual, Some(NOW.before(Span::days(9)))).map(|l| l.parts.len()),
        Some(1)
    );
}

fn told_keys(exchange: Exchange) -> Vec<NotificationKey> {
    let mut org = fernhill();
    org.put_exchange(exchange);
    let all = read_by(&org, "jonas-weidner", |reader| told(reader, &Inbox::default()));
    all.into_iter().map(|(_, item)| item.key).collect()
}

#[test]
fn a_digest_names_a_few_and_counts_the_rest() {
    let mut org = fernhill();
    for minute in 1..=20 {
        org.put_thanks(Thanks {
            from: "amara-okafor".parse().unwrap(),
            to: "jonas-weidner".parse().unwrap(),
            skill: "sql-for-reports".parse().unwrap(),
            words: crate::reader::tests::prose("Thank you."),
            at: NOW.before(Span::minutes(minute)),
            exchange: None,
        });
    }
    let letter =
        read_by(&org, "jonas-weidner", |reader| digest(reader, &Inbox::default(), Stretch::up_to(NOW), &[])).unwrap();
    assert_eq!((letter.subject.as_str(), letter.parts.len()), ("20 new things for you", 13));
    assert_eq!(letter.parts[12].text[0].text, "And 8 more.");
}

#[test]
fn two_things_told_never_have_one_name() {
    let mut org = fernhill();
    org.put_exchange(agreed(48, 1));
    let all = read_by(&org, "amara-okafor", |reader| told(reader, &Inbox::default()));
    let names: std::collections::BTreeSet<_> = all.iter().map(|(_, item)| &item.key).collect();
    assert_eq!(names.len(), all.len());
}
