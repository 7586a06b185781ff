//! Who may ask, answer and take back, and what each sees.

use super::*;
use crate::evidence::Source;
use crate::exchanges::Tone;
use crate::fernhill::{NOW, fernhill};
use crate::next_step::{Act, NextStepKind, next_steps};
use crate::notifications::{Inbox, NotificationsQuery, notifications_page};
use crate::org::Org;
use crate::question::{Outcome, Question};
use crate::reader::tests::{prose, read_by};

/// Noor asks Jonas to confirm backups.
fn ask() -> ConfirmAsk {
    ConfirmAsk {
        colleague: "jonas-weidner".parse().unwrap(),
        skill: "backup-restore".parse().unwrap(),
        level: Level::ALONE,
        words: prose("I restored the rota on Sunday."),
    }
}

fn asked(days_ago: i64) -> Confirmation {
    let at = NOW.before(Span::days(days_ago));
    Confirmation::open("c1".parse().unwrap(), "noor-halabi".parse().unwrap(), ask(), at).unwrap()
}

fn give(level: Level) -> Answer {
    Answer::Give { level, note: prose("I sat beside her.") }
}

fn with(request: Confirmation) -> Org {
    let mut org = fernhill();
    org.put_confirmation(request);
    org
}

#[test]
fn one_asks_somebody_else_for_a_level_with_words() {
    let open = |ask: ConfirmAsk| Confirmation::open("c1".parse().unwrap(), "noor-halabi".parse().unwrap(), ask, NOW);
    let field = |refused: Result<Confirmation, Rejection>| match refused.unwrap_err() {
        Rejection::Invalid { field, .. } => field,
        other => other.to_string(),
    };
    assert!(open(ask()).unwrap().is_open());
    assert_eq!(field(open(ConfirmAsk { colleague: "noor-halabi".parse().unwrap(), ..ask() })), "colleague");
    assert_eq!(field(open(ConfirmAsk { level: Level::NONE, ..ask() })), "level");
    assert_eq!(field(open(ConfirmAsk { words: Prose::default(), ..ask() })), "words");
}

#[test]
fn the_colleague_agrees_says_another_level_or_says_why_not() {
    let given = asked(1).answered(Side::Colleague, give(Level::WITH_HELP), NOW).unwrap();
    assert!(matches!(given.stage, Stage::Given { level: Level::WITH_HELP, .. }));
    let no = |reason| Answer::Decline { reason: prose(reason) };
    let declined = asked(1).answered(Side::Colleague, no(NOT_SEEN), NOW).unwrap();
    assert!(matches!(declined.stage, Stage::Declined { .. }));
    let silent = asked(1).answered(Side::Colleague, no(""), NOW);
    assert!(matches!(silent, Err(Rejection::Invalid { field, .. }) if field == "reason"));
    let own = asked(1).answered(Side::Asker, give(Level::CAN_TEACH), NOW);
    assert!(matches!(own, Err(Rejection::Forbidden(_))), "nobody confirms themself");
    for ended in [given, declined] {
        assert!(matches!(ended.clone().answered(Side::Colleague, give(Level::ALONE), NOW), Err(Rejection::Stale(_))));
        assert!(matches!(ended.withdrawn(Side::Asker, NOW), Err(Rejection::Stale(_))));
    }
}

#[test]
fn who_asked_takes_back_and_time_ends_what_nobody_answers() {
    assert_eq!(asked(1).withdrawn(Side::Asker, NOW).unwrap().stage, Stage::Withdrawn);
    assert!(matches!(asked(1).withdrawn(Side::Colleague, NOW), Err(Rejection::Conflict(_))));
    assert_eq!(asked(13).expired(NOW), None);
    assert_eq!(asked(14).expired(NOW).unwrap().stage, Stage::Expired);
    assert!(matches!(asked(14).answered(Side::Colleague, give(Level::ALONE), NOW), Err(Rejection::Stale(_))));
    assert!(matches!(asked(15).withdrawn(Side::Asker, NOW), Err(Rejection::Stale(_))));
}

#[test]
fn only_the_two_know_of_it() {
    let org = with(asked(1));
    let id = "c1".parse().unwrap();
    for who in ["noor-halabi", "jonas-weidner"] {
        assert!(read_by(&org, who, |reader| confirmation_page(reader, &id)).is_ok());
    }
    let other = read_by(&org, "priya-raman", |reader| confirmation_page(reader, &id));
    assert_eq!(other, Err(Rejection::NotFound(Noun::Confirmation)));
    assert!(read_by(&org, "priya-raman", |reader| confirmations_page(reader, &[])).theirs.is_empty());
}

#[test]
fn whoever_is_asked_has_it_as_the_next_step_and_can_answer_there() {
    let org = with(asked(1));
    let step = read_by(&org, "jonas-weidner", |reader| next_steps(reader, &[]).remove(0));
    assert_eq!((step.kind, step.title.as_str()), (NextStepKind::Answer, "Noor asks you to confirm Backup restore"));
    assert_eq!(step.act, Act::Open { href: "/confirmations/c1".to_owned() });
    assert_eq!(step.quote.unwrap().words, "I restored the rota on Sunday.");
    assert!(
        read_by(&org, "noor-halabi", |reader| next_steps(reader, &[]))
            .iter()
            .all(|step| step.kind != NextStepKind::Answer)
    );

    let page = read_by(&org, "jonas-weidner", |reader| confirmation_page(reader, &"c1".parse().unwrap())).unwrap();
    assert_eq!((page.title.as_str(), page.counts_as), ("Confirm Noor in Backup restore", Some(Source::Peer)));
    assert_eq!((page.status.tone, page.may_withdraw), (Tone::Yours, false));
    let own = read_by(&org, "noor-halabi", |reader| confirmation_page(reader, &"c1".parse().unwrap())).unwrap();
    assert_eq!((own.counts_as, own.may_withdraw), (None, true));
}

#[test]
fn nobody_waits_for_the_word_of_who_has_left_nor_is_asked_by_them() {
    let left = |who: &str| {
        let mut org = with(asked(1));
        let mut person = org.person(&who.parse().unwrap()).unwrap().clone();
        person.left_at = Some(NOW);
        org.put_person(person);
        org
    };
    let org = left("noor-halabi");
    let page = read_by(&org, "jonas-weidner", |reader| confirmations_page(reader, &[]));
    assert_eq!((page.lead.as_str(), page.past.len()), ("Nobody is waiting for your word.", 1));
    let steps = read_by(&org, "jonas-weidner", |reader| next_steps(reader, &[]));
    assert!(steps.iter().all(|step| step.kind != NextStepKind::Answer));
    let page = read_by(&left("jonas-weidner"), "noor-halabi", |reader| confirmations_page(reader, &[]));
    assert_eq!(page.past[0].status.text, "Jonas does not work here any more.");
}

#[test]
fn each_is_told_what_the_other_did() {
    let texts = |request: Confirmation, who: &str| -> Vec<String> {
        let page = read_by(&with(request), who, |reader| {
            notifications_page(reader, &Inbox::default(), NotificationsQuery::default())
        });
        let joined = |item: &crate::notifications::Notification| item.text.iter().map(|p| p.text.as_str()).collect();
        page.items.iter().map(joined).collect()
    };
    let asks = "Noor asks you to confirm Backup restore";
    let given = asked(2).answered(Side::Colleague, give(Level::ALONE), NOW).unwrap();
    let declined = asked(2).answered(Side::Colleague, Answer::Decline { reason: prose(NOT_SEEN) }, NOW).unwrap();
    let rows = [
        (asked(2), vec![], vec![asks]),
        (given, vec!["Jonas sees you at “alone” in Backup restore"], vec![asks]),
        (declined, vec!["Jonas would rather not say: Backup restore"], vec![asks]),
        (
            asked(2).withdrawn(Side::Asker, NOW).unwrap(),
            vec![],
            vec!["Noor took the request back: Backup restore", asks],
        ),
        (
            asked(14).expired(NOW).unwrap(),
            vec!["Jonas did not come to confirm Backup restore"],
            vec!["Noor’s request expired without an answer: Backup restore", asks],
        ),
    ];
    for (request, asker, colleague) in rows {
        assert_eq!(texts(request.clone(), "noor-halabi"), asker);
        assert_eq!(texts(request.clone(), "jonas-weidner"), colleague);
        assert!(texts(request, "amara-okafor").is_empty(), "not hers to know");
    }
}

#[test]
fn the_list_has_what_waits_first_and_what_was_put_aside_last() {
    let org = with(asked(3));
    let put_aside = |outcome| Question {
        person: "jonas-weidner".parse().unwrap(),
        skill: "sql-for-reports".parse().unwrap(),
        subject: "wen-li".parse().unwrap(),
        at: NOW,
        outcome,
    };
    let mine =
        [put_aside(Outcome::NotMine { reason: prose(NOT_SEEN) }), put_aside(Outcome::Answered { level: Level::ALONE })];
    let page = read_by(&org, "jonas-weidner", |reader| confirmations_page(reader, &mine));
    assert_eq!((page.lead.as_str(), page.yours.len()), ("One person is waiting for your word.", 1));
    assert_eq!(page.aside.iter().map(|row| row.reason.as_str()).collect::<Vec<_>>(), [NOT_SEEN]);
    let noor = read_by(&org, "noor-halabi", |reader| confirmations_page(reader, &[]));
    assert_eq!(noor.theirs[0].status.text, "Waiting for Jonas’s word, until Monday 30 November.");
}

#[test]
fn the_form_names_whom_one_came_for_and_who_worked_with_one() {
    let (jonas, skill) = ("jonas-weidner".parse().unwrap(), "backup-restore".parse().unwrap());
    let form = read_by(&fernhill(), "noor-halabi", |reader| confirm_choices(reader, Some(&jonas), Some(&skill)));
    assert_eq!(form.near.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["Jonas Weidner", "Wen Li"]);
    assert_eq!((form.colleague.unwrap().id, form.level), (jonas, Level::CAN_TEACH));
    assert!(form.others.iter().all(|tag| tag.name != "Noor Halabi" && tag.name != "Dag Ek"));
    assert_eq!(form.skills[0].name, "Backup restore", "what she knows comes first");
    let typed = ConfirmForm {
        colleague_text: "jonas weidner".to_owned(),
        skill_text: "Backup restore".to_owned(),
        level: "3".to_owned(),
        words: "I restored the rota.".to_owned(),
        ..ConfirmForm::default()
    };
    assert_eq!(typed.parsed(&fernhill()).unwrap().level, Level::ALONE);
    assert!(ConfirmForm { level: String::new(), ..typed }.parsed(&fernhill()).is_err());
}
