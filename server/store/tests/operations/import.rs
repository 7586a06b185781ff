//! Imports: staged, planned, brought in, taken back.

use crate::staging::{NOW, PEOPLE, RUST_ORG, TEAMS, counts, covered_by, id, import, kith, sizes, sol, uploads};
use domain::actor::{Actor, Member, Role};
use domain::event::Happening;
use domain::evidence::Level;
use domain::id::ImportId;
use domain::import::Kind;
use domain::import::page::Stage;
use domain::import::sheet::MeaningEdit;
use domain::rejection::Rejection;
use domain::text::{EmailAddress, Name};
use domain::time::Span;
use store::{Clock, Error, Store};

#[tokio::test(flavor = "multi_thread")]
async fn a_real_organisation_comes_in_whole_twice_changes_nothing_and_undo_takes_all_of_it_back() {
    let (store, _) = kith().await;
    let staged = store.stage_import(&Actor::Console, uploads(&RUST_ORG)).await.unwrap();
    assert_eq!(sizes(&store), (0, 0, 0, 0), "nothing is written before the import");
    let preview = store.import_preview(&Actor::Console, &staged).await.unwrap();
    assert_eq!((preview.total, preview.blockers.len(), preview.warnings.len()), (counts(6_631, 0, 0, 0), 0, 0));
    assert_eq!(sizes(&store), (0, 0, 0, 0), "a dry run writes nothing");

    store.import_now(&Actor::Console, &staged).await.unwrap();
    assert_eq!(sizes(&store), (450, 123, 174, 5_884));
    let covered_by = |people| store.read(&Actor::Console, |org| Ok(covered_by(org, people))).unwrap();
    assert_eq!((covered_by(0), covered_by(1)), (6, 23));

    let again = store.stage_import(&Actor::Console, uploads(&RUST_ORG)).await.unwrap();
    let preview = store.import_preview(&Actor::Console, &again).await.unwrap();
    assert_eq!(preview.total, counts(0, 0, 6_631, 0));
    let nothing = store.import_now(&Actor::Console, &again).await;
    assert!(matches!(nothing, Err(Error::Rejected(Rejection::Conflict(_)))));

    store.undo_import_now(&Actor::Console, &staged).await.unwrap();
    let report = store.import_report(&Actor::Console, &staged).await.unwrap();
    assert_eq!((report.stage, report.kept.len(), sizes(&store)), (Stage::Undone, 0, (0, 0, 0, 0)));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_organisation_admins_import() {
    let (store, _) = kith().await;
    let sol = sol(&store).await;
    let staged = store.stage_import(&sol, uploads(&[("people.csv", PEOPLE)])).await.unwrap();
    let edit = MeaningEdit { kind: Kind::People, columns: vec![], values: vec![], levels: vec![] };
    let asked_by = async |actor: Actor| {
        [
            store.stage_import(&actor, uploads(&[("people.csv", PEOPLE)])).await.map(drop),
            store.import_draft(&actor, &staged).await.map(drop),
            store.edit_import(&actor, &staged, std::slice::from_ref(&edit)).await.map(drop),
            store.import_preview(&actor, &staged).await.map(drop),
            store.rejected_rows(&actor, &staged, 0).await.map(drop),
            store.start_import(&actor, &staged).await,
            store.import_now(&actor, &staged).await,
            store.continue_import(&actor, &staged).await,
            store.undo_import(&actor, &staged).await,
            store.undo_import_now(&actor, &staged).await,
            store.import_report(&actor, &staged).await.map(drop),
            store.import_history(&actor).await.map(drop),
            store.discard_import(&actor, &staged).await,
        ]
    };
    for role in [Role::Member, Role::Manager, Role::ProgramAdmin] {
        let Actor::Person(sol) = &sol else { panic!("Sol is a person") };
        let actor = Actor::Person(Member { role, ..sol.clone() });
        for refused in asked_by(actor).await {
            assert!(matches!(refused, Err(Error::Rejected(Rejection::Forbidden(_)))), "{refused:?}");
        }
    }
    for refused in asked_by(Actor::Stranger).await {
        assert!(matches!(refused, Err(Error::Rejected(Rejection::SignedOut))), "{refused:?}");
    }
    assert!(store.import_draft(&sol, &staged).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_is_in_the_log_and_in_the_history_with_who_did_it() {
    let (store, _) = kith().await;
    let sol = sol(&store).await;
    let before = store.last_event().await.unwrap().unwrap().event.seq;
    let import = import(&store, &sol, &[("people.csv", PEOPLE), ("teams.csv", TEAMS)]).await;
    let events = store.events_after(before, 100).await.unwrap();
    assert_eq!(events.len(), 1, "one event, whatever it brought");
    assert_eq!(events[0].event.what, Happening::ImportFinished { import: import.clone() });
    assert_eq!(events[0].event.by.as_ref(), sol.person());
    let history = store.import_history(&sol).await.unwrap();
    let row = &history.imports[0];
    assert_eq!((row.files.as_str(), row.by.as_str()), ("people.csv, teams.csv", "Sol Lindqvist"));
    assert_eq!((row.counts, row.stage), (Some(counts(3, 0, 0, 0)), Stage::Done));
    assert!(row.undo_until.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_cannot_be_read_is_refused_by_name_and_nothing_is_staged() {
    let (store, _) = kith().await;
    let files: [(&str, &[u8]); 3] = [("people.csv", PEOPLE), ("levels.xlsx", b"PK\x03\x04"), ("teams.csv", b"")];
    let refused = store.stage_import(&Actor::Console, uploads(&files)).await;
    let Err(Error::Rejected(Rejection::Invalid { field, message })) = refused else { panic!("{refused:?}") };
    assert_eq!(field, "files");
    assert!(message.contains("levels.xlsx: This is an Excel") && message.contains("teams.csv: This file is empty"));
    assert_eq!(store.import_history(&Actor::Console).await.unwrap().imports, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn columns_and_levels_are_mapped_by_hand_and_rejected_rows_come_back() {
    let (store, _) = kith().await;
    import(&store, &Actor::Console, &[("people.csv", PEOPLE), ("skills.csv", b"skill\nWound care\n")]).await;
    let levels = b"whoever,stuff,how\namara,Wound care,wizard\nnobody,Wound care,wizard\n";
    let staged = store.stage_import(&Actor::Console, uploads(&[("levels.csv", levels)])).await.unwrap();
    assert!(!store.import_preview(&Actor::Console, &staged).await.unwrap().is_ready);
    assert!(store.start_import(&Actor::Console, &staged).await.is_err());
    let columns = ["person", "skill", "level"].map(str::to_owned).to_vec();
    let edit = |values: &[&str], levels: &[&str]| MeaningEdit {
        kind: Kind::Levels,
        columns: columns.clone(),
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        levels: levels.iter().map(|level| (*level).to_owned()).collect(),
    };
    let is_other = store.edit_import(&Actor::Console, &staged, &[edit(&[], &[])]).await.unwrap();
    assert!(!is_other, "levels they are, also with columns to choose");
    let draft = store.import_draft(&Actor::Console, &staged).await.unwrap();
    assert_eq!(draft.files[0].scale.as_ref().unwrap().values[0].value, "wizard");
    assert!(!store.edit_import(&Actor::Console, &staged, &[edit(&["wizard"], &["4"])]).await.unwrap());
    let preview = store.import_preview(&Actor::Console, &staged).await.unwrap();
    assert_eq!(preview.total, counts(1, 0, 0, 1));
    let during_draft = store.rejected_rows(&Actor::Console, &staged, 0).await.unwrap();
    assert!(during_draft.csv.contains("Person: there is no person “nobody”,nobody,Wound care,wizard"));
    store.import_now(&Actor::Console, &staged).await.unwrap();
    assert_eq!(store.rejected_rows(&Actor::Console, &staged, 0).await.unwrap(), during_draft);
    let skill = "wound-care".parse().unwrap();
    let known = store.read(&Actor::Console, |org| Ok(org.known(&id("amara"), &skill).cloned())).unwrap();
    assert_eq!(known.unwrap().estimate.level, Level::CAN_TEACH);
}

#[tokio::test(flavor = "multi_thread")]
async fn undo_restores_what_was_changed_and_keeps_what_is_in_use() {
    let (store, _) = kith().await;
    let first = import(&store, &Actor::Console, &[("people.csv", PEOPLE), ("teams.csv", TEAMS)]).await;
    let update: &[u8] = b"handle,name,team,email\njonas,Dr Jonas Weber,Care,jw@fernhill.example\n";
    let second = import(&store, &Actor::Console, &[("people.csv", update)]).await;
    let jonas = || store.read(&Actor::Console, |org| Ok(org.person(&id("jonas")).cloned())).unwrap();
    assert_eq!(jonas().unwrap().email.as_str(), "jw@fernhill.example");
    store.undo_import_now(&Actor::Console, &second).await.unwrap();
    let restored = jonas().unwrap();
    assert_eq!((restored.name.as_str(), restored.team), ("Jonas Weber", None));
    assert_eq!(restored.email.as_str(), "jonas@fernhill.example");

    let name = Name::parse("name", "Jonas Weber").unwrap();
    store.invite(&Actor::Console, &name, &restored.email, Role::Member).await.unwrap();
    store.undo_import_now(&Actor::Console, &first).await.unwrap();
    assert_eq!(sizes(&store), (1, 0, 0, 0));
    let report = store.import_report(&Actor::Console, &first).await.unwrap();
    assert_eq!((report.kept.len(), report.kept[0].what.as_str()), (1, "Jonas Weber"));
    let twice = store.undo_import_now(&Actor::Console, &first).await;
    assert!(matches!(twice, Err(Error::Rejected(Rejection::Stale(_)))));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_can_be_undone_for_seven_days() {
    let (store, clock) = kith().await;
    let import = import(&store, &Actor::Console, &[("people.csv", PEOPLE)]).await;
    clock.set(NOW.after(Span::days(8)));
    let refused = store.undo_import(&Actor::Console, &import).await;
    assert!(matches!(refused, Err(Error::Rejected(Rejection::Stale(_)))));
    assert_eq!(store.import_report(&Actor::Console, &import).await.unwrap().undo_until, None);
    clock.set(NOW.after(Span::days(7)));
    store.undo_import_now(&Actor::Console, &import).await.unwrap();
    assert_eq!(sizes(&store), (0, 0, 0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_changes_between_the_dry_run_and_the_import_is_not_overwritten() {
    let (store, _) = kith().await;
    let staged = store.stage_import(&Actor::Console, uploads(&[("people.csv", PEOPLE)])).await.unwrap();
    assert_eq!(store.import_preview(&Actor::Console, &staged).await.unwrap().total, counts(2, 0, 0, 0));
    let name = Name::parse("name", "Amara").unwrap();
    let address = EmailAddress::parse("amara@fernhill.example").unwrap();
    store.invite(&Actor::Console, &name, &address, Role::Manager).await.unwrap();
    store.import_now(&Actor::Console, &staged).await.unwrap();
    let amara = store.read(&Actor::Console, |org| Ok(org.person(&id("amara")).cloned())).unwrap().unwrap();
    assert_eq!(
        (amara.name.as_str(), amara.role),
        ("Amara Okafor", Role::Manager),
        "the plan is made anew at the start"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_in_the_background_can_be_watched_until_it_is_done() {
    let (store, _) = kith().await;
    let mut happenings = store.happenings();
    let staged = store.stage_import(&Actor::Console, uploads(&RUST_ORG)).await.unwrap();
    store.start_import(&Actor::Console, &staged).await.unwrap();
    assert!(store.import_draft(&Actor::Console, &staged).await.is_err(), "a started import is no draft");
    let stage = store.import_report(&Actor::Console, &staged).await.unwrap().stage;
    assert!(matches!(stage, Stage::Running(progress) if progress.total == 6_645), "{stage:?}");
    assert_eq!(happenings.recv().await.unwrap().event.what, Happening::ImportFinished { import: staged.clone() });
    assert_eq!(store.import_report(&Actor::Console, &staged).await.unwrap().stage, Stage::Done);
    assert_eq!(sizes(&store), (450, 123, 174, 5_884));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_clicks_twice_imports_once_and_takes_back_once() {
    let (store, _) = kith().await;
    let staged = store.stage_import(&Actor::Console, uploads(&RUST_ORG)).await.unwrap();
    let is_stale = |outcome: &Result<(), Error>| matches!(outcome, Err(Error::Rejected(Rejection::Stale(_))));
    let import = || store.import_now(&Actor::Console, &staged);
    let (first, second) = tokio::join!(import(), import());
    assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
    assert!(is_stale(&first) || is_stale(&second), "{first:?} {second:?}");
    assert_eq!(sizes(&store), (450, 123, 174, 5_884));
    assert!(store.rejected_rows(&Actor::Console, &staged, 0).await.is_err(), "no row of has.csv stayed out");

    let undo = || store.undo_import_now(&Actor::Console, &staged);
    let (first, second) = tokio::join!(undo(), undo());
    assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
    assert!(is_stale(&first) || is_stale(&second), "{first:?} {second:?}");
    assert_eq!(sizes(&store), (0, 0, 0, 0));
}

/// An import that stops half way, because whoever started it may no longer import.
async fn stopped(store: &Store, clock: &Clock) -> ImportId {
    let sol = sol(store).await;
    let other = EmailAddress::parse("priya@fernhill.example").unwrap();
    store.invite(&Actor::Console, &Name::parse("name", "Priya").unwrap(), &other, Role::OrgAdmin).await.unwrap();
    let mut happenings = store.happenings();
    let staged = store.stage_import(&sol, uploads(&RUST_ORG)).await.unwrap();
    store.start_import(&sol, &staged).await.unwrap();
    store.set_role(&Actor::Console, sol.person().unwrap(), Role::Member).await.unwrap();
    clock.set(clock.now().after(Span::minutes(2)));
    let stage = store.import_report(&Actor::Console, &staged).await.unwrap().stage;
    assert!(matches!(stage, Stage::Stopped(progress) if progress.done < progress.total), "{stage:?}");
    while let Ok(logged) = happenings.try_recv() {
        assert!(!matches!(logged.event.what, Happening::ImportFinished { .. }));
    }
    staged
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_stopped_goes_on_where_it_stopped() {
    let (store, clock) = kith().await;
    let staged = stopped(&store, &clock).await;
    let mut happenings = store.happenings();
    store.continue_imports().await.unwrap();
    let finished = async {
        while happenings.recv().await.unwrap().event.what != (Happening::ImportFinished { import: staged.clone() }) {}
    };
    finished.await;
    assert_eq!(sizes(&store), (452, 123, 174, 5_884));
    let again = store.stage_import(&Actor::Console, uploads(&RUST_ORG)).await.unwrap();
    assert_eq!(store.import_preview(&Actor::Console, &again).await.unwrap().total, counts(0, 0, 6_631, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_stopped_can_be_taken_back() {
    let (store, clock) = kith().await;
    let staged = stopped(&store, &clock).await;
    store.undo_import_now(&Actor::Console, &staged).await.unwrap();
    assert_eq!(sizes(&store), (2, 0, 0, 0));
    let report = store.import_report(&Actor::Console, &staged).await.unwrap();
    assert_eq!((report.stage, report.kept), (Stage::Undone, vec![]));
}

#[tokio::test(flavor = "multi_thread")]
async fn drafts_are_discarded_by_hand_or_after_a_week() {
    let (store, clock) = kith().await;
    let staged = store.stage_import(&Actor::Console, uploads(&[("people.csv", PEOPLE)])).await.unwrap();
    store.discard_import(&Actor::Console, &staged).await.unwrap();
    assert!(store.import_draft(&Actor::Console, &staged).await.is_err());
    let forgotten = store.stage_import(&Actor::Console, uploads(&[("people.csv", PEOPLE)])).await.unwrap();
    clock.set(NOW.after(Span::days(8)));
    store.stage_import(&Actor::Console, uploads(&[("teams.csv", TEAMS)])).await.unwrap();
    assert!(store.import_draft(&Actor::Console, &forgotten).await.is_err());
    assert_eq!(store.import_history(&Actor::Console).await.unwrap().imports.len(), 1);
}
