//! What each side is told, under which day, and what is new.

use super::*;
use crate::exchange::{Exchange, Move, Side};
use crate::fernhill::{NOW, fernhill};
use crate::notices::About;
use crate::org::Org;
use crate::reader::tests::{agreed, asked, done, prose, read_by};
use crate::time::Span;

fn texts(org: &Org, me: &str) -> Vec<String> {
    let page = read_by(org, me, |reader| notifications_page(reader, &Inbox::default(), NotificationsQuery::default()));
    let joined = |item: &Notification| item.text.iter().map(|phrase| phrase.text.as_str()).collect();
    page.items.iter().map(joined).collect()
}

#[test]
fn each_side_is_told_what_the_other_did() {
    let propose = Move::Propose { starts_at: NOW.after(Span::hours(50)) };
    let declined = Move::Decline { reason: prose("Away.") };
    let rows: [(Exchange, &[&str], &[&str]); 5] = [
        (asked(18, Some(26)), &[], &["Amara asks you to teach SQL for reports"]),
        (agreed(20, 26), &["Jonas said yes: SQL for reports"], &["Amara asks you to teach SQL for reports"]),
        (
            asked(18, None).moved(Side::Teacher, propose, NOW).unwrap(),
            &["Jonas proposes Saturday 11:12 for SQL for reports"],
            &["Amara asks you to teach SQL for reports"],
        ),
        (
            asked(18, None).moved(Side::Teacher, declined, NOW).unwrap(),
            &["Jonas declined: SQL for reports"],
            &["Amara asks you to teach SQL for reports"],
        ),
        (
            asked(130, None).expired(NOW).unwrap(),
            &["Your request to Jonas expired without an answer: SQL for reports"],
            &["Amara’s request expired without an answer: SQL for reports", "Amara asks you to teach SQL for reports"],
        ),
    ];
    for (exchange, learner, teacher) in rows {
        let mut org = fernhill();
        org.put_exchange(exchange);
        assert_eq!(texts(&org, "amara-okafor"), learner);
        assert_eq!(texts(&org, "jonas-weidner"), teacher);
        assert!(texts(&org, "noor-halabi").is_empty(), "not hers to know");
    }
}

#[test]
fn each_stands_under_its_day_on_the_readers_own_clock() {
    let rows = [(10, "Today", "00:12"), (11, "Yesterday", "23:12"), (72, "Monday 16 November", "10:12")];
    for (hours, day, time) in rows {
        let mut org = fernhill();
        org.put_exchange(asked(hours, None));
        let item = read_by(&org, "jonas-weidner", |reader| {
            notifications_page(reader, &Inbox::default(), NotificationsQuery::default())
        })
        .items
        .remove(0);
        assert_eq!((item.day.as_str(), item.at.text.as_str()), (day, time));
    }
}

#[test]
fn thanks_are_told_to_whom_they_are_for() {
    let mut org = fernhill();
    org.put_exchange(done());
    org.put_thanks(Thanks {
        from: "amara-okafor".parse().unwrap(),
        to: "jonas-weidner".parse().unwrap(),
        skill: "sql-for-reports".parse().unwrap(),
        words: prose("Now I can read our rota."),
        at: NOW.after(Span::minutes(1)),
        exchange: Some("k1".parse().unwrap()),
    });
    assert_eq!(texts(&org, "jonas-weidner")[0], "Amara thanked you for SQL for reports");
    assert_eq!(texts(&org, "amara-okafor").len(), 2, "the yes and the confirmation");
}

/// Jonas’s page when that is what he has read and wants.
fn page_of(org: &Org, inbox: &Inbox, query: &str) -> NotificationsPage {
    let query = NotificationsQuery::parse(query);
    read_by(org, "jonas-weidner", |reader| notifications_page(reader, inbox, query))
}

#[test]
fn what_was_read_is_no_longer_new() {
    let mut org = fernhill();
    org.put_exchange(asked(18, None));
    let page = |read| page_of(&org, &Inbox { read, ..Inbox::default() }, "");
    let nothing = page(Read::default());
    assert_eq!((nothing.unread, nothing.lead.as_str()), (1, "One is new."));
    let all = page(Read { until: nothing.newest, ..Read::default() });
    assert_eq!((all.unread, all.lead.as_str()), (0, "You’re up to date."));
    let this = page(Read { until: None, one_by_one: [nothing.items[0].key.clone()].into() });
    assert_eq!((this.unread, this.items[0].is_new, this.items.len()), (0, false, 1));
}

#[test]
fn one_topic_can_be_looked_at_alone_and_one_can_be_turned_off() {
    let mut org = fernhill();
    org.put_exchange(agreed(48, 20));
    let all = page_of(&org, &Inbox::default(), "");
    let labels: Vec<_> = all.filters.iter().map(|filter| (filter.label.as_str(), filter.unread)).collect();
    assert_eq!(labels, [("All", 2), ("Requests and meetings", 1), ("Reminders of meetings", 1)]);
    let one = page_of(&org, &Inbox::default(), "about=reminders");
    assert_eq!((one.items.len(), one.unread), (1, 2), "the bell counts all");
    assert_eq!(one.filters[2], AboutFilter { is_on: true, ..all.filters[2].clone() });
    assert_eq!(one.query.link(), "/notifications?about=reminders");
    let off = crate::notices::Notices::default().with(About::Reminders, crate::notices::Channel::Off);
    let off = page_of(&org, &Inbox { notices: off, ..Inbox::default() }, "");
    assert_eq!((off.items.len(), off.filters.len()), (1, 0));
}

#[test]
fn a_drop_is_told_to_whoever_wants_to_know() {
    let mut org = fernhill();
    org.put_drop(crate::coverage::CoverDrop {
        skill: "wound-care".parse().unwrap(),
        number: 1,
        at: NOW,
        have: 1,
        target: 2,
        recovered_at: None,
    });
    assert_eq!(texts(&org, "ines-carvalho"), ["Cover dropped below target: Wound care, 1 of 2"]);
    assert_eq!(texts(&org, "wen-li"), Vec::<String>::new());
}
