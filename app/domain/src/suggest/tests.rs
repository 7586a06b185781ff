//! Who is suggested, in which order, and in which words.

use super::*;
use crate::clocks::tests::ahead;
use crate::exchange::{Ask, Exchange, Move, Side};
use crate::fernhill::{NOW, fernhill, want};
use crate::person::Availability;
use crate::text::Prose;
use crate::time::{Span, Timestamp};

const CLOCKS: Clocks<'static> = Clocks { now: NOW, ahead: &ahead };

fn id(text: &str) -> PersonId {
    text.parse().unwrap()
}

fn found(org: &Org, learner: &str) -> Vec<Suggestion> {
    suggestions(org, Search { learner: &id(learner), skills: &[], most: 3 }, &CLOCKS)
}

fn why(org: &Org, learner: &str, teacher: &str) -> Option<Suggestion> {
    let skill = "backup-restore".parse().unwrap();
    suggestion_of(org, Pairing { learner: &id(learner), teacher: &id(teacher), skill: &skill }, &CLOCKS)
}

fn names(suggestions: &[Suggestion]) -> Vec<(&str, &str, Band)> {
    suggestions.iter().map(|s| (s.person.first_name.as_str(), s.skill.id.as_str(), s.band)).collect()
}

/// Jonas asked Noor to show him backups, at `asked_at`.
fn asked(asked_at: Timestamp) -> Exchange {
    let ask = Ask {
        teacher: id("noor-halabi"),
        skill: "backup-restore".parse().unwrap(),
        message: Prose::default(),
        minutes: Minutes(45),
        starts_at: Some(asked_at.after(Span::days(2))),
    };
    Exchange::open("e1".parse().unwrap(), id("jonas-weidner"), ask, asked_at).unwrap()
}

#[test]
fn three_people_are_named_wants_first_and_every_one_once() {
    let found = found(&fernhill(), "jonas-weidner");
    assert_eq!(
        names(&found),
        [
            ("Noor", "backup-restore", Band::Strong),
            ("Amara", "palliative-talks", Band::Good),
            ("Leïla", "wound-care", Band::Good),
        ]
    );
}

#[test]
fn the_points_add_up_and_the_reasons_say_why() {
    let found = found(&fernhill(), "jonas-weidner");
    let points: Vec<_> = found[0].ingredients.iter().map(|i| i.points).collect();
    assert_eq!(points, [150, 300, 180, 130, 80, 0, 0]);
    let sentences: Vec<_> = found[0].reasons.iter().map(|r| format!("{}{}", r.lead, r.rest)).collect();
    assert_eq!(
        sentences,
        [
            "Can teach you Backup restore: 45 minutes, at the ward or by video",
            "Any working hour suits you both",
            "Wants SQL for reports, which you offer",
            "Has 2 hours left to teach this month",
        ]
    );
    assert!(found[1].reasons.iter().any(|r| r.rest == ": you would meet another team"));
    assert_eq!(
        found[0].message,
        "Hi Noor, I’d like to learn Backup restore. Could you show me? I could show you SQL for reports in return."
    );
    assert_eq!(found[0].next_time.as_ref().unwrap().text, "Today 12:30");
}

#[test]
fn all_ingredients_together_give_a_thousand() {
    assert_eq!(IngredientKind::ALL.into_iter().map(IngredientKind::most).sum::<u16>(), 1_000);
}

#[test]
fn who_is_asked_already_or_said_no_lately_or_left_is_not_suggested() {
    let decline = Move::Decline { reason: Prose::parse("reason", "No time.").unwrap() };
    let long_ago = NOW.before(Span::days(70));
    let rows = [
        ("nothing yet", None, true),
        ("asked", Some(asked(NOW)), false),
        ("declined lately", Some(asked(NOW).moved(Side::Teacher, decline.clone(), NOW).unwrap()), false),
        ("declined long ago", Some(asked(long_ago).moved(Side::Teacher, decline.clone(), long_ago).unwrap()), true),
        ("called off by the learner", Some(asked(NOW).moved(Side::Learner, decline, NOW).unwrap()), true),
        ("expired", asked(long_ago).expired(NOW), true),
    ];
    for (name, exchange, suggested) in rows {
        let mut org = fernhill();
        exchange.into_iter().for_each(|exchange| org.put_exchange(exchange));
        let backups = found(&org, "jonas-weidner").iter().any(|s| s.skill.id.as_str() == "backup-restore");
        assert_eq!(backups, suggested, "{name}");
    }
    let everyone = suggestions(
        &fernhill(),
        Search { learner: &id("wen-li"), skills: &["palliative-talks".parse().unwrap()], most: 9 },
        &CLOCKS,
    );
    assert_eq!(names(&everyone).iter().map(|row| row.0).collect::<Vec<_>>(), ["Amara"], "Dag has left");
}

#[test]
fn no_shared_hour_is_no_strong_fit_and_says_what_would_help() {
    let mut org = fernhill();
    let mut noor = org.person(&id("noor-halabi")).unwrap().clone();
    noor.availability = Availability::Mornings;
    org.put_person(noor);
    let mut jonas = org.person(&id("jonas-weidner")).unwrap().clone();
    jonas.availability = Availability::Afternoons;
    org.put_person(jonas);
    let noor = found(&org, "jonas-weidner").into_iter().find(|s| s.person.first_name == "Noor").unwrap();
    assert_eq!(noor.band, Band::Good);
    assert_eq!(noor.better.unwrap(), "Noor prefers mornings; other hours of yours would fit better.");
}

#[test]
fn what_was_taught_this_month_is_no_longer_free() {
    let mut org = fernhill();
    let noor = org.person(&id("noor-halabi")).unwrap().clone();
    assert_eq!(teaching_left(&org, &noor, &CLOCKS), 120);
    org.put_exchange(asked(NOW).moved(Side::Teacher, Move::Accept, NOW).unwrap());
    assert_eq!(teaching_left(&org, &noor, &CLOCKS), 75);
    org.put_exchange(
        asked(NOW.before(Span::days(40))).moved(Side::Teacher, Move::Accept, NOW.before(Span::days(40))).unwrap(),
    );
    assert_eq!(teaching_left(&org, &noor, &CLOCKS), 120, "last month's hours are last month's");
}

#[test]
fn quick_answers_speak_for_somebody() {
    let mut org = fernhill();
    let then = NOW.before(Span::days(20));
    org.put_exchange(
        asked(then).moved(Side::Teacher, Move::Accept, then.after(Span::hours(5))).unwrap().expired(NOW).unwrap(),
    );
    let noor = why(&org, "jonas-weidner", "noor-halabi");
    let answers = noor.unwrap().ingredients.into_iter().find(|i| i.kind == IngredientKind::Answers).unwrap();
    assert_eq!(answers.points, 50);
}

#[test]
fn several_wants_are_served_before_one_is_served_twice() {
    let mut org = fernhill();
    for skill in ["wound-care", "infusion-pumps"] {
        org.put_want(&id("wen-li"), &skill.parse().unwrap(), Some(want("wen-li", skill, 2)));
    }
    let found = found(&org, "wen-li");
    assert_eq!(names(&found)[0].1, "wound-care");
    assert_eq!(names(&found)[1].1, "infusion-pumps");
}

#[test]
fn nobody_is_suggested_to_themself_or_to_a_stranger() {
    let org = fernhill();
    assert!(why(&org, "noor-halabi", "noor-halabi").is_none());
    assert!(found(&org, "nobody").is_empty());
    assert!(org.people().all(|p| found(&org, p.id.as_str()).iter().all(|s| s.person.id != p.id)));
}
