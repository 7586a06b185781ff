//! What goes first, in which words, and what is put off.

use super::steps as steps_of;
use super::*;
use crate::exchange::{Exchange, Move, Side};
use crate::fernhill::{NOW, fernhill, vouched, want};
use crate::org::Org;
use crate::reader::tests::{agreed, asked, done, met, prose, read_by};
use crate::thanks::Thanks;
use crate::time::Span;

fn with(exchange: Exchange) -> Org {
    let mut org = fernhill();
    org.put_exchange(exchange);
    org
}

/// The steps of somebody, as kind and title.
fn steps(org: &Org, me: &str) -> Vec<(NextStepKind, String)> {
    let steps = read_by(org, me, |reader| next_steps(reader, &[]));
    steps.into_iter().map(|step| (step.kind, step.title)).collect()
}

fn welcome(org: &mut Org, me: &str) {
    let mut person = org.person(&me.parse().unwrap()).unwrap().clone();
    person.welcomed_at = Some(NOW);
    person.about = prose("I like tidy data.");
    org.put_person(person);
}

#[test]
fn each_stage_asks_for_its_own_step() {
    use NextStepKind::{Answer, Confirm, Meet, Prepare};
    let proposed = || {
        let starts_at = NOW.after(Span::hours(30));
        asked(18, None).moved(Side::Teacher, Move::Propose { starts_at }, NOW.before(Span::hours(3))).unwrap()
    };
    let rows = [
        ("jonas-weidner", asked(18, Some(26)), Some((Answer, "Confirm tomorrow 12:12 with Amara"))),
        ("amara-okafor", asked(18, Some(26)), None),
        ("jonas-weidner", asked(18, None), Some((Answer, "Find a time with Amara"))),
        ("jonas-weidner", asked(40, Some(-2)), Some((Answer, "Find a time with Amara"))),
        ("jonas-weidner", asked(130, Some(26)), None),
        ("amara-okafor", proposed(), Some((Answer, "Confirm tomorrow 15:12 with Jonas"))),
        ("jonas-weidner", proposed(), None),
        ("amara-okafor", agreed(20, 3), Some((Meet, "Meet Jonas today 12:12"))),
        ("jonas-weidner", agreed(20, 50), Some((Prepare, "Get ready for Amara on Saturday 12:12"))),
        ("jonas-weidner", agreed(20, 200), None),
        ("jonas-weidner", agreed(48, -2), Some((Confirm, "Did you meet Amara?"))),
        ("amara-okafor", agreed(48, -2), Some((Confirm, "Did you meet Jonas? Say thank you"))),
        ("jonas-weidner", met(Side::Teacher, ""), None),
        ("amara-okafor", done(), None),
    ];
    for (me, exchange, expected) in rows {
        let stage = format!("{me} {:?} {:?}", exchange.stage, exchange.starts_at);
        let found = steps(&with(exchange), me).into_iter().find(|(kind, _)| *kind <= Prepare);
        assert_eq!(found, expected.map(|(kind, title)| (kind, title.to_owned())), "{stage}");
    }
}

#[test]
fn a_step_says_who_waits_since_when_for_what_and_in_whose_time() {
    let step = read_by(&with(asked(18, Some(26))), "jonas-weidner", |reader| next_steps(reader, &[]).remove(0));
    let why: String = step.why.iter().map(|phrase| phrase.text.as_str()).collect();
    assert_eq!(why, "Amara has been waiting since yesterday 16:12. You teach SQL for reports, 45 minutes.");
    assert_eq!(step.verb, "Confirm tomorrow 12:12");
    let starts_at = NOW.after(Span::hours(26));
    assert_eq!(step.act, Act::Accept { exchange: "k1".parse().unwrap(), starts_at });
    let quote = step.quote.unwrap();
    assert_eq!((quote.lead.as_str(), quote.words.as_str()), ("Amara asks:", "Could you show me joins?"));
    assert_eq!(
        step.reasons,
        [
            "Someone is waiting on you. That goes before everything else.",
            "Tomorrow 12:12 your time · 11:12 for Amara.",
            "The request lapses on Monday 16:12.",
        ]
    );
    let pair = step.pair.unwrap();
    assert_eq!((pair.side, pair.other_yes, pair.you_yes), (Side::Teacher, true, false));
}

#[test]
fn kinds_stand_in_their_order_and_everything_else_behind() {
    let mut org = with(asked(18, Some(26)));
    let kinds: Vec<_> = steps(&org, "jonas-weidner").into_iter().map(|(kind, _)| kind).collect();
    use NextStepKind::{Answer, Ask, Profile, Thank};
    assert_eq!(kinds, [Answer, Ask, Thank, Profile]);
    welcome(&mut org, "jonas-weidner");
    let kinds: Vec<_> = steps(&org, "jonas-weidner").into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Answer, Ask, Thank]);
}

#[test]
fn the_request_that_lapses_first_is_answered_first() {
    let mut org = with(asked(18, Some(26)));
    let older = Exchange { id: "z9".parse().unwrap(), learner: "leila-haddou".parse().unwrap(), ..asked(90, Some(26)) };
    org.put_exchange(older);
    let titles: Vec<_> = steps(&org, "jonas-weidner").into_iter().map(|(_, title)| title).collect();
    assert_eq!(titles[..2], ["Confirm tomorrow 12:12 with Leïla", "Confirm tomorrow 12:12 with Amara"]);
}

#[test]
fn who_alone_can_teach_what_three_want_is_asked_to_offer_it() {
    let mut org = fernhill();
    for person in ["amara-okafor", "jonas-weidner", "noor-halabi"] {
        org.put_want(
            &person.parse().unwrap(),
            &"infusion-pumps".parse().unwrap(),
            Some(want(person, "infusion-pumps", 3)),
        );
    }
    let rescue =
        |org: &Org| steps(org, "rosalind-achterberg").into_iter().find(|(kind, _)| *kind == NextStepKind::Rescue);
    assert_eq!(rescue(&org), Some((NextStepKind::Rescue, "Offer to teach Infusion pumps".to_owned())));
    let second = vouched("priya-raman", "infusion-pumps", 4);
    org.put_evidence(&second[0].person, &second[0].skill, &second, NOW);
    assert_eq!(rescue(&org), None);
}

#[test]
fn thanks_are_suggested_after_three_weeks_without_any() {
    let mut org = with(done());
    let thank = |org: &Org, me| steps(org, me).into_iter().find(|(kind, _)| *kind == NextStepKind::Thank);
    assert_eq!(thank(&org, "amara-okafor").unwrap().1, "Thank Jonas for SQL for reports");
    assert_eq!(thank(&org, "jonas-weidner").unwrap().1, "Thank somebody who helped you");
    assert_eq!(thank(&org, "wen-li"), None, "Wen has been here for ten days");
    for days in [22, 20] {
        org.put_thanks(Thanks {
            from: "amara-okafor".parse().unwrap(),
            to: "jonas-weidner".parse().unwrap(),
            skill: "sql-for-reports".parse().unwrap(),
            words: prose("Thank you."),
            at: NOW.before(Span::days(days)),
            exchange: None,
        });
        assert_eq!(thank(&org, "amara-okafor").is_some(), days == 22, "{days} days ago");
    }
}

#[test]
fn a_profile_is_completed_one_gap_at_a_time() {
    let mut org = fernhill();
    let gap =
        |org: &Org| steps(org, "dag-ek").into_iter().find(|(kind, _)| *kind == NextStepKind::Profile).map(|s| s.1);
    assert_eq!(gap(&org).unwrap(), "Answer three questions");
    welcome(&mut org, "dag-ek");
    assert_eq!(gap(&org).unwrap(), "Add one thing you could teach");
}

#[test]
fn what_is_put_off_stays_away_for_its_time() {
    let org = with(asked(18, Some(26)));
    let me: crate::id::PersonId = "jonas-weidner".parse().unwrap();
    let first = |step: &str, pause, days: i64| {
        let step = StepId::parse(step).unwrap();
        let snooze = Snooze::new(me.clone(), step, pause, NOW.before(Span::days(days))).unwrap();
        read_by(&org, "jonas-weidner", |reader| next_steps(reader, &[snooze])[0].kind)
    };
    use NextStepKind::{Answer, Ask};
    let rows = [(Pause::Day, 0, Ask), (Pause::Day, 1, Answer), (Pause::Week, 6, Ask), (Pause::Week, 7, Answer)];
    for (pause, days, kind) in rows {
        assert_eq!(first("answer:k1", pause, days), kind, "{pause:?} {days} days ago");
    }
    let others = Snooze::new("noor-halabi".parse().unwrap(), StepId::parse("answer:k1").unwrap(), Pause::Week, NOW);
    let kind = read_by(&org, "jonas-weidner", |reader| next_steps(reader, &[others.unwrap()])[0].kind);
    assert_eq!(kind, Answer, "what Noor put off is Noor's");
}

#[test]
fn whoever_waits_cannot_be_put_off_for_good() {
    let me: crate::id::PersonId = "jonas-weidner".parse().unwrap();
    for (step, may) in [("answer:k1", false), ("confirm:k1", false), ("ask:noor-halabi:backup-restore", true)] {
        let never = Snooze::new(me.clone(), StepId::parse(step).unwrap(), Pause::Never, NOW);
        assert_eq!(never.is_ok(), may, "{step}");
    }
    let old = Snooze { person: me, what: Snoozed::Kind { kind: NextStepKind::Answer }, until: None };
    let found = read_by(&with(asked(18, Some(26))), "jonas-weidner", |reader| steps_of(reader, &[old]));
    assert_eq!((found.next[0].kind, found.put_off), (NextStepKind::Answer, 0));
}

#[test]
fn what_is_put_off_is_counted_and_who_waits_all_the_same() {
    let snooze = |step: &str, pause, days| {
        let step = StepId::parse(step).unwrap();
        Snooze::new("jonas-weidner".parse().unwrap(), step, pause, NOW.before(Span::days(days))).unwrap()
    };
    let rows = [
        (vec![], 0),
        (vec![snooze("answer:k1", Pause::Day, 0)], 1),
        (vec![snooze("answer:k1", Pause::Day, 2)], 0),
        (vec![snooze("answer:gone", Pause::Week, 0)], 0),
        (vec![snooze("rescue:wound-care", Pause::Never, 90)], 1),
        (vec![snooze("answer:k1", Pause::Day, 0), snooze("profile:welcome", Pause::Never, 0)], 2),
    ];
    for (snoozes, put_off) in rows {
        let found = read_by(&with(asked(18, Some(26))), "jonas-weidner", |reader| steps_of(reader, &snoozes));
        assert_eq!((found.put_off, found.waiting), (put_off, 1), "{snoozes:?}");
    }
}

#[test]
fn whoever_has_just_asked_is_told_how_long_answers_take_and_thanks_somebody_meanwhile() {
    let meanwhile = |org: &Org| {
        let found = read_by(org, "amara-okafor", |reader| next_steps(reader, &[]));
        found.into_iter().find(|step| step.kind == NextStepKind::Meanwhile)
    };
    let mut org = with(asked(1, Some(26)));
    let step = meanwhile(&org).unwrap();
    assert_eq!(step.title, "Jonas has your request. Meanwhile, thank someone", "he has answered nobody yet");
    assert_eq!(step.act, Act::Open { href: "/thanks".to_owned() });
    let pair = step.pair.unwrap();
    assert_eq!((pair.you_yes, pair.other_yes), (true, false));
    assert_eq!(meanwhile(&with(asked(18, Some(26)))), None, "that was yesterday");
    assert_eq!(meanwhile(&with(agreed(2, 26))), None, "he has answered");
    org.put_exchange(Exchange {
        id: "z9".parse().unwrap(),
        learner: "leila-haddou".parse().unwrap(),
        ..agreed(90, 200)
    });
    assert_eq!(meanwhile(&org).unwrap().title, "Jonas usually answers within a day. Meanwhile, thank someone");
    org.put_thanks(Thanks {
        from: "amara-okafor".parse().unwrap(),
        to: "noor-halabi".parse().unwrap(),
        skill: "sql-for-reports".parse().unwrap(),
        words: prose("Thank you."),
        at: NOW,
        exchange: None,
    });
    assert_eq!(meanwhile(&org), None, "she has thanked somebody");
}

#[test]
fn only_the_first_line_is_quoted_and_not_all_of_a_long_one() {
    let quoted = |words: &str| {
        let exchange = Exchange { message: prose(words), ..asked(18, Some(26)) };
        let found = read_by(&with(exchange), "jonas-weidner", |reader| next_steps(reader, &[]).remove(0).quote);
        found.map(|quote| quote.words)
    };
    assert_eq!(quoted(""), None);
    assert_eq!(quoted("Joins, please.\nI am lost.").as_deref(), Some("Joins, please."));
    let long = quoted(&"word ".repeat(60)).unwrap();
    assert!(long.ends_with(" word…") && long.chars().count() <= 141, "{long}");
}

#[test]
fn a_step_that_was_never_on_the_page_cannot_be_put_off() {
    for text in ["", "answer", "answer:k1", "ask:noor-halabi:backup-restore"] {
        assert_eq!(StepId::parse(text).is_ok(), !text.is_empty(), "{text}");
    }
    for text in ["dance:k1", "answer:K1", "answer:k1 "] {
        assert!(StepId::parse(text).is_err(), "{text}");
    }
}
