//! What stands on the first page.

use super::*;
use crate::fernhill::{NOW, fernhill};
use crate::next_step::NextStepKind;
use crate::org::Org;
use crate::reader::tests::{agreed, asked, done, prose, read_by};
use crate::thanks::Thanks;
use crate::time::Span;

fn home(org: &Org, me: &str) -> HomePage {
    read_by(org, me, |reader| home_page(reader, &[]))
}

#[test]
fn the_page_greets_on_the_readers_clock_and_says_who_waits() {
    let mut org = fernhill();
    let page = home(&org, "jonas-weidner");
    assert_eq!((page.greeting.as_str(), page.today.as_str()), ("Good morning, Jonas", "Thursday 19 November"));
    assert_eq!(page.lead, "Eight people here teach each other what they know.");
    org.put_exchange(asked(18, Some(26)));
    let page = home(&org, "jonas-weidner");
    assert!(page.lead.ends_with("One of them is waiting for you."));
    assert_eq!(page.step.unwrap().kind, NextStepKind::Answer);
    assert_eq!(home(&org, "amara-okafor").waiting[0].status.label, "waiting");
}

#[test]
fn today_shows_todays_meetings_and_else_the_next_ones() {
    let rows = [(3, "Today", "12:12", ""), (26, "Coming up", "11:12", "Tomorrow")];
    for (in_hours, title, time, day) in rows {
        let mut org = fernhill();
        org.put_exchange(agreed(40, in_hours));
        let page = home(&org, "amara-okafor");
        assert_eq!(
            (page.agenda_title.as_str(), page.agenda[0].time.as_str(), page.agenda[0].day.as_str()),
            (title, time, day)
        );
        assert_eq!((page.agenda[0].title.as_str(), page.agenda[0].length.as_str()), ("Jonas teaches you", "45 min"));
        assert!(page.agenda[0].theirs.ends_with("for Jonas"));
    }
    assert_eq!(home(&fernhill(), "amara-okafor").agenda_title, "Today");
}

#[test]
fn at_most_three_people_are_named() {
    let page = home(&fernhill(), "jonas-weidner");
    assert_eq!(page.teachers.len(), 3);
    assert_eq!(page.teachers[0].person.first_name, "Noor");
}

#[test]
fn the_pulse_counts_the_team_and_names_the_latest_thanks() {
    let mut org = fernhill();
    org.put_exchange(done());
    for (from, to, days) in [
        ("noor-halabi", "jonas-weidner", 1),
        ("amara-okafor", "noor-halabi", 0),
        ("leila-haddou", "dag-ek", 0),
        ("wen-li", "noor-halabi", 40),
    ] {
        org.put_thanks(Thanks {
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
            skill: "backup-restore".parse().unwrap(),
            words: prose("Thank you."),
            at: NOW.before(Span::days(days)),
            exchange: None,
        });
    }
    let pulse = home(&org, "jonas-weidner").pulse;
    assert_eq!((pulse.title.as_str(), pulse.taught, pulse.learned), ("Digital, last 4 weeks", 1, 0));
    let lines: Vec<_> =
        pulse.lines.iter().map(|l| (l.from_says.as_str(), l.to_says.as_str(), l.at.text.as_str())).collect();
    assert_eq!(lines, [("Amara", "Noor", "10:12"), ("Noor", "you", "Wed")]);
}

#[test]
fn whoever_waits_is_told_of_even_while_put_off() {
    let mut org = fernhill();
    org.put_exchange(asked(18, Some(26)));
    let (me, step) = ("jonas-weidner".parse().unwrap(), home(&org, "jonas-weidner").step.unwrap().id);
    let snooze = Snooze::new(me, step, crate::next_step::Pause::Day, NOW).unwrap();
    let page = read_by(&org, "jonas-weidner", |reader| home_page(reader, &[snooze]));
    assert!(page.lead.ends_with("One of them is waiting for you."));
    assert_eq!((page.put_off, home(&org, "jonas-weidner").put_off), (1, 0));
}

#[test]
fn with_nothing_to_do_there_is_no_step() {
    let org = fernhill();
    let snoozes: Vec<Snooze> = NextStepKind::ALL
        .into_iter()
        .map(|kind| Snooze {
            person: "jonas-weidner".parse().unwrap(),
            what: crate::next_step::Snoozed::Kind { kind },
            until: None,
        })
        .collect();
    assert_eq!(read_by(&org, "jonas-weidner", |reader| home_page(reader, &snoozes)).step, None);
}
