//! Two processes on one database.

use crate::{Clock, Error, Store};
use domain::actor::{Actor, Member, Role};
use domain::id::{PersonId, ProgramId};
use domain::notifications::{NotificationKind, NotificationsQuery};
use domain::program::forms::{NewProgram, PublishForm, Published};
use domain::program::{
    Author, Digest, Draft, DraftForm, Outcome, Phase, ProgramKind, Proposal, applied, drawn_up, merge, report,
};
use domain::program_editor::Opened;
use domain::rejection::Rejection;
use domain::text::{EmailAddress, Name};
use domain::time::{Span, Timestamp};
use serde_json::json;
use std::collections::BTreeSet;

const NOW: Timestamp = Timestamp(1_795_079_520_000);

/// Another process on the same database.
fn beside(store: &Store) -> Store {
    Store::new(store.db().clone(), store.place().clone(), store.clock().clone())
}

async fn admin(store: &Store, name: &str) -> Actor {
    somebody(store, name, Role::ProgramAdmin).await
}

async fn somebody(store: &Store, name: &str, role: Role) -> Actor {
    let email = EmailAddress::parse(&format!("{}@fernhill.example", name.to_lowercase())).unwrap();
    let name = Name::parse("name", name).unwrap();
    let id = store.invite(&Actor::Console, &name, &email, role).await.unwrap().person;
    Actor::Person(Member { id, role, team: None })
}

async fn two() -> (Clock, [Store; 2], [Actor; 2], ProgramId) {
    let clock = Clock::standing_at(NOW);
    let first = Store::in_memory(clock.clone()).await.unwrap();
    let admins = [admin(&first, "Inês").await, admin(&first, "Sol").await];
    let new = NewProgram { kind: ProgramKind::Mentorship, template: String::new(), title: "Pairs for Care".into() };
    let id = first.create_program(&admins[0], &new).await.unwrap();
    let second = beside(&first);
    second.reload().await.unwrap();
    (clock, [first, second], admins, id)
}

fn form(base: u32, path: &str, text: &str) -> DraftForm {
    DraftForm { base, values: [(path.to_owned(), text.to_owned())].into(), ..DraftForm::default() }
}

fn head(store: &Store, id: &ProgramId) -> u32 {
    store.read(&Actor::Console, |org| Ok(org.program(id).unwrap().n)).unwrap()
}

/// The digest that the review page would show.
fn seen(store: &Store, id: &ProgramId, form: &DraftForm, publish: &PublishForm) -> Digest {
    let shown = |org: &domain::org::Org| {
        let history = org.history(id).unwrap();
        let merged = merge(&history, &Proposal::read(&history, form)?.proposal)?;
        let author = Author { by: None, at: NOW };
        let version = drawn_up(&history, &merged.proposal, &publish.publish()?, &author);
        let people: Vec<_> = org.participants(id).map(|one| org.who(one)).collect();
        Ok(report(&history, &people, &version, NOW).digest)
    };
    store.read(&Actor::Console, shown).unwrap()
}

/// Publishes until it is acknowledged, as somebody does who looks again whenever they are asked to.
async fn save(store: &Store, who: &Actor, id: &ProgramId, (path, text): (&str, &str)) -> u32 {
    for _ in 0..50 {
        let form = form(head(store, id), path, text);
        store.keep_draft(who, id, &form).await.unwrap();
        let publish = PublishForm { note: text.to_owned(), ..PublishForm::default() };
        let publish = PublishForm { seen: seen(store, id, &form, &publish), ..publish };
        match store.publish(who, id, &publish).await {
            Ok(Published::Live { n }) => return n,
            Err(Error::Rejected(Rejection::Stale(_))) => {}
            other => panic!("{other:?}"),
        }
    }
    panic!("never acknowledged");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_save_two_hundred_times_and_every_acknowledged_save_is_one_version() {
    const EACH: usize = 100;
    let (_, [first, second], [ines, sol], id) = two().await;
    let saving = async |store: &Store, who: &Actor, path: &str| {
        let mut acknowledged = Vec::new();
        for number in 0..EACH {
            let text = format!("{path} number {number}");
            acknowledged.push((save(store, who, &id, (path, &text)).await, text));
        }
        acknowledged
    };
    let (one, other) =
        tokio::join!(saving(&first, &ines, "purpose"), saving(&second, &sol, "stages/first-meeting/about"));
    first.catch_up().await.unwrap();
    first
        .read(&Actor::Console, |org| {
            let history = org.history(&id).unwrap();
            let numbers: Vec<u32> = history.versions.iter().map(|version| version.n).collect();
            assert_eq!(numbers, (1..=u32::try_from(1 + 2 * EACH).unwrap()).collect::<Vec<_>>(), "dense");
            for (n, text) in one.iter().chain(&other) {
                let notes = history.versions.iter().filter(|version| version.note.as_str() == text);
                assert_eq!(notes.map(|version| version.n).collect::<Vec<_>>(), [*n], "{text}");
            }
            let mut settings = domain::program::Settings::default();
            for version in history.versions {
                settings = applied(settings, &version.writes);
                assert_eq!(settings.digest(), version.digest, "version {}", version.n);
            }
            assert_eq!(settings, history.program.settings);
            Ok(())
        })
        .unwrap();
    let distinct: BTreeSet<u32> = one.iter().chain(&other).map(|(n, _)| *n).collect();
    assert_eq!(distinct.len(), 2 * EACH);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_whose_day_has_come_is_applied_once_by_two_processes() {
    let (clock, [first, second], [ines, _], id) = two().await;
    first.keep_draft(&ines, &id, &form(1, "minutes", "50")).await.unwrap();
    let publish = PublishForm { due: "2026-11-23".to_owned(), ..PublishForm::default() };
    let Published::Scheduled { id: schedule, .. } = first.publish(&ines, &id, &publish).await.unwrap() else {
        panic!("not scheduled");
    };
    let me: &PersonId = ines.person().unwrap();
    assert_eq!(draft_of(&first, &id, me).await, None, "it waits elsewhere now");
    assert_eq!(first.apply_due_schedules(&Actor::Console).await.unwrap(), 0);
    clock.set(NOW.after(Span::days(5)));
    let (one, other) =
        tokio::join!(first.apply_due_schedules(&Actor::Console), second.apply_due_schedules(&Actor::Console));
    assert_eq!(one.unwrap() + other.unwrap(), 1);
    second.catch_up().await.unwrap();
    assert_eq!((head(&first, &id), head(&second, &id)), (2, 2));
    let schedules = second.schedules_of(&id).await.unwrap();
    assert_eq!(schedules.len(), 1);
    assert_eq!(schedules[0].id, schedule);
    assert!(matches!(schedules[0].outcome, Outcome::Applied { n: 2, .. }));
    let by = second.read(&Actor::Console, |org| Ok(org.history(&id).unwrap().versions[1].by.clone())).unwrap();
    assert_eq!(by.as_ref(), Some(me), "it is its author's");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scheduled_change_that_conflicts_is_its_authors_draft_again() {
    let (clock, [first, _], [ines, sol], id) = two().await;
    first.keep_draft(&ines, &id, &form(1, "minutes", "50")).await.unwrap();
    let publish = PublishForm { due: "2026-11-23".to_owned(), ..PublishForm::default() };
    first.publish(&ines, &id, &publish).await.unwrap();
    save(&first, &sol, &id, ("minutes", "40")).await;
    clock.set(NOW.after(Span::days(5)));
    assert_eq!(first.apply_due_schedules(&Actor::Console).await.unwrap(), 1);
    assert_eq!(first.apply_due_schedules(&Actor::Console).await.unwrap(), 0);
    assert_eq!(head(&first, &id), 2, "nothing was applied");
    let schedules = first.schedules_of(&id).await.unwrap();
    assert!(matches!(&schedules[0].outcome, Outcome::Refused { why, .. } if why.contains("draft")));
    let draft = draft_of(&first, &id, ines.person().unwrap()).await.unwrap();
    assert_eq!(draft.unsettled.len(), 1);
    let noor = somebody(&first, "Noor", Role::Member).await;
    for (who, is_told) in [(&ines, true), (&sol, true), (&noor, false)] {
        let told = first.notifications_page(who, NotificationsQuery::default()).await.unwrap().items;
        let told = told.iter().filter(|item| item.kind == NotificationKind::ScheduleRefused).count();
        assert_eq!((told, first.unread_notifications(who).await.unwrap() > 0), (usize::from(is_told), is_told));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scheduled_change_of_somebody_who_is_no_admin_any_more_is_refused_and_one_can_be_called_off() {
    let (clock, [first, _], [ines, sol], id) = two().await;
    for (who, text) in [(&ines, "50"), (&sol, "40")] {
        first.keep_draft(who, &id, &form(1, "minutes", text)).await.unwrap();
        let publish = PublishForm { due: "2026-11-23".to_owned(), ..PublishForm::default() };
        first.publish(who, &id, &publish).await.unwrap();
    }
    let of_sol = first.schedules_of(&id).await.unwrap().into_iter().find(|one| Some(&one.by) == sol.person()).unwrap();
    first.cancel_schedule(&ines, &of_sol.id).await.unwrap();
    let given_back = draft_of(&first, &id, sol.person().unwrap()).await.unwrap();
    assert_eq!(given_back.writes.len(), 1, "what was called off is a draft again");
    first.keep_draft(&ines, &id, &form(1, "purpose", "Begun since")).await.unwrap();
    let again = first.cancel_schedule(&ines, &of_sol.id).await;
    assert!(matches!(again, Err(Error::Rejected(Rejection::Stale(_)))));
    first.set_role(&Actor::Console, ines.person().unwrap(), Role::Manager).await.unwrap();
    clock.set(NOW.after(Span::days(5)));
    assert_eq!(first.apply_due_schedules(&Actor::Console).await.unwrap(), 1);
    assert_eq!(head(&first, &id), 1);
    let schedules = first.schedules_of(&id).await.unwrap();
    let refused = |one: &domain::program::Scheduled| matches!(one.outcome, Outcome::Refused { .. });
    assert_eq!(schedules.iter().filter(|one| refused(one)).count(), 1);
    let given_back = draft_of(&first, &id, ines.person().unwrap()).await.unwrap();
    assert_eq!(given_back.writes.len(), 2, "beside what was begun since: {given_back:?}");
    let ines_now = Actor::Person(Member { id: ines.person().unwrap().clone(), role: Role::Manager, team: None });
    let Opened::Kept(kept) = first.open_editor(&ines_now, &id, "").await.unwrap() else {
        panic!("no editor for a manager");
    };
    assert_eq!((kept.title.as_str(), kept.lines.len()), ("Pairs for Care", 2));
    assert!(kept.lines.iter().any(|line| line.text == "Begun since"), "{kept:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn drafts_keep_what_cannot_be_read_and_what_one_form_does_not_speak_for() {
    let (_, [first, _], [ines, sol], id) = two().await;
    let me = ines.person().unwrap();
    first.keep_draft(&ines, &id, &form(1, "minutes", "50")).await.unwrap();
    first.keep_draft(&ines, &id, &form(1, "cadence", "every blue moon")).await.unwrap();
    let draft = draft_of(&first, &id, me).await.unwrap();
    assert_eq!((draft.writes.len(), draft.typed.len()), (1, 1));
    let refused = first.publish(&ines, &id, &PublishForm::default()).await;
    assert!(matches!(refused, Err(Error::Rejected(Rejection::Invalid { field, .. })) if field == "cadence"));
    assert_eq!(draft_of(&first, &id, me).await, Some(draft), "nothing is lost");
    first.keep_draft(&sol, &id, &form(1, "minutes", "30")).await.unwrap();
    assert_eq!(first.drafts_of(&id).await.unwrap().len(), 2);
    first.drop_change(&ines, &id, &"cadence".to_owned().try_into().unwrap()).await.unwrap();
    first.discard_draft(&sol, &id).await.unwrap();
    assert_eq!(first.drafts_of(&id).await.unwrap().len(), 1);
    assert!(draft_of(&first, &id, me).await.unwrap().typed.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_stage_that_is_taken_back_leaves_no_draft_behind() {
    let (_, [first, _], [ines, _], id) = two().await;
    let me = ines.person().unwrap();
    let values = [
        ("stages/drill", "on"),
        ("stages/drill/title", "Departure drill"),
        ("steps/leave", "on"),
        ("steps/leave/title", "Leave once"),
        ("steps/leave/stage", "drill"),
    ];
    let values = values.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
    let lists = [("stages".to_owned(), vec!["drill".to_owned()])].into();
    first.keep_draft(&ines, &id, &DraftForm { base: 1, values, lists }).await.unwrap();
    assert!(draft_of(&first, &id, me).await.is_some());
    first.drop_change(&ines, &id, &"stages/drill".to_owned().try_into().unwrap()).await.unwrap();
    assert_eq!(draft_of(&first, &id, me).await, None);
}

/// The draft of one admin, if there is one.
async fn draft_of(store: &Store, id: &ProgramId, person: &PersonId) -> Option<Draft> {
    store.drafts_of(id).await.unwrap().into_iter().find(|draft| draft.person == *person)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_program_begins_on_its_first_day_once_whoever_looks() {
    let (clock, [first, second], [ines, _], id) = two().await;
    save(&first, &ines, &id, ("starts_on", "2026-11-23")).await;
    first.move_program(&ines, &id, Phase::Open).await.unwrap();
    second.reload().await.unwrap();
    clock.set(NOW.after(Span::days(3)));
    assert_eq!(first.start_due_programs(&Actor::Console).await.unwrap(), 0, "it is the day before");
    clock.set(NOW.after(Span::days(4)));
    let (one, other) =
        tokio::join!(first.start_due_programs(&Actor::Console), second.start_due_programs(&Actor::Console));
    assert_eq!(one.unwrap() + other.unwrap(), 1);
    first.reload().await.unwrap();
    let program = first.read(&Actor::Console, |org| Ok(org.program(&id).unwrap().clone())).unwrap();
    let phases: Vec<_> = program.phases.iter().map(|moved| (moved.to, moved.by.as_ref())).collect();
    let by = ines.person();
    assert_eq!(phases, [(Phase::Draft, by), (Phase::Open, by), (Phase::Running, None)], "the last by the server");
    assert_eq!(program.phase_since, NOW.after(Span::days(4)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_is_rewritten_behind_the_log_is_named() {
    for (tampered, bad) in [
        ("RETURN NONE", None),
        ("UPDATE program_version SET note = 'Sol asked for it' WHERE n = 2", Some(2)),
        ("UPDATE program_version SET by = 'sol' WHERE n = 1", Some(1)),
        ("UPDATE program_version SET writes = string::replace(writes, '30', '31') WHERE n = 2", Some(2)),
        ("UPDATE program_version SET bytes = string::replace(bytes, '30', '31') WHERE n = 2", Some(2)),
        ("UPDATE program_version SET roll_out = NONE WHERE n = 2", Some(2)),
        ("UPDATE program_version SET roll_out.stopped_at = NONE WHERE n = 2", Some(2)),
        ("UPDATE program_version SET writes = 'nothing' WHERE n = 1", Some(1)),
        ("DELETE program_version WHERE n = 1", Some(1)),
        ("UPDATE program SET settings = string::replace(settings, '30', '31')", Some(2)),
        ("DELETE program", Some(2)),
    ] {
        let (_, [store, _], [ines, _], id) = two().await;
        let form = form(1, "minutes", "30");
        store.keep_draft(&ines, &id, &form).await.unwrap();
        let publish = PublishForm { share: "25".to_owned(), ..PublishForm::default() };
        let publish = PublishForm { seen: seen(&store, &id, &form, &publish), ..publish };
        store.publish(&ines, &id, &publish).await.unwrap();
        store.stop_roll_out(&ines, &id, 2).await.unwrap();
        store.run(tampered, json!({})).await.unwrap();
        let check = store.verify_log(&Actor::Console, None).await.unwrap();
        assert_eq!((check.first_bad, check.versions), (None, 2), "the chain itself is whole");
        assert_eq!(check.bad_version, bad.map(|n| (id, n)), "{tampered}");
    }
}
