//! Making, editing, bringing back and opening programs.

use crate::care::{NOW, acting, care, log_end, refused, since};
use crate::pairs::{INES, SOL, form, later, made, program, publish, publish_as, running};
use domain::actor::{Actor, Role};
use domain::event::Happening;
use domain::program::forms::{NewProgram, PublishForm, Published, RollBackForm, SettleForm};
use domain::program::{DraftForm, Path, Phase, Policy, Presence, ProgramKind, Reach, RollOut, Take};
use domain::rejection::{Noun, Rejection};
use domain::time::Span;

#[tokio::test(flavor = "multi_thread")]
async fn a_program_is_made_from_a_template_and_edited_version_by_version() {
    let (store, _) = care().await;
    let before = log_end(&store).await;
    let id = made(&store).await;
    assert_eq!(id.as_str(), "pairs-for-care");
    let first = program(&store, &id);
    assert_eq!((first.n, first.phase, first.title()), (1, Phase::Draft, "Pairs for Care"));
    let live = publish(&store, INES, &id, &form(1, &[("minutes", "30"), ("seats", "12")])).await.unwrap();
    assert_eq!(live, Published::Live { n: 2 });
    let second = program(&store, &id);
    assert_eq!(second.settings.number(&Path::field("seats")), Some(12));
    let (bytes, digest) = store.version_bytes(&acting(SOL), &id, 2).await.unwrap();
    assert_eq!((bytes, digest), (second.settings.bytes(), second.digest));
    let told = since(&store, before).await;
    for (place, n) in [(0, 1), (1, 2)] {
        let (by, what) = &told[place];
        assert_eq!(by.as_ref().map(|by| by.as_str()), Some(INES));
        let Happening::ProgramEdited { program, n: told, digest: Some(_) } = what else { panic!("{what:?}") };
        assert_eq!((program, *told), (&id, n));
    }
    assert_eq!(told.len(), 2);
    assert_eq!(made(&store).await.as_str(), "pairs-for-care-2", "each has an id of its own");
    let again = refused(store.publish(&acting(INES), &id, &PublishForm::default()).await);
    assert!(matches!(again, Rejection::Stale(_)), "the draft is gone");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_program_admins_edit() {
    let (store, _) = care().await;
    let id = made(&store).await;
    publish(&store, INES, &id, &form(1, &[("minutes", "30")])).await.unwrap();
    let before = log_end(&store).await;
    let new = NewProgram { kind: ProgramKind::Project, template: String::new(), title: "Rota".to_owned() };
    for who in ["amara-okafor", "priya-raman"] {
        let actor = &acting(who);
        let path = Path::field("minutes");
        let settle = SettleForm { path: path.clone(), take: Take::Mine };
        let presence = Presence { tab: "tab".to_owned(), path: None };
        let schedule = "none".parse().unwrap();
        let outcomes = [
            store.create_program(actor, &new).await.map(drop),
            store.keep_draft(actor, &id, &form(2, &[("minutes", "60")])).await,
            store.settle(actor, &id, &settle).await,
            store.drop_change(actor, &id, &path).await,
            store.publish(actor, &id, &PublishForm::default()).await.map(drop),
            store.roll_back(actor, &id, &RollBackForm { n: 1, note: String::new() }).await.map(drop),
            store.version_bytes(actor, &id, 1).await.map(drop),
            store.editor_page(actor, &id, "").await.map(drop),
            store.open_editor(actor, &id, "").await.map(drop),
            store.widen_roll_out(actor, &id, 2, &Reach::Everyone).await,
            store.stop_roll_out(actor, &id, 2).await,
            store.cancel_schedule(actor, &schedule).await,
            store.be_present(actor, &id, &presence).await.map(drop),
            store.apply_due_schedules(actor).await.map(drop),
            store.start_due_programs(actor).await.map(drop),
        ];
        for (number, outcome) in outcomes.into_iter().enumerate() {
            assert!(matches!(refused(outcome), Rejection::Forbidden(_)), "{who}, {number}");
        }
        let hidden = refused(store.move_program(actor, &id, Phase::Open).await);
        assert_eq!(hidden, Rejection::NotFound(Noun::Program), "they do not even see a draft");
    }
    assert_eq!(since(&store, before).await, [], "and nothing is written");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_two_wrote_is_a_conflict_in_the_draft_of_the_later_one() {
    let (store, _) = care().await;
    let id = made(&store).await;
    store.keep_draft(&acting(SOL), &id, &form(1, &[("minutes", "60"), ("wishes", "2")])).await.unwrap();
    publish(&store, INES, &id, &form(1, &[("minutes", "30"), ("seats", "9")])).await.unwrap();
    let before = log_end(&store).await;
    for _ in 0..2 {
        let words = refused(store.publish(&acting(SOL), &id, &PublishForm::default()).await);
        assert!(matches!(words, Rejection::Stale(words) if words.contains("kept")));
    }
    assert_eq!((since(&store, before).await, program(&store, &id).n), (vec![], 2));
    let settle = SettleForm { path: Path::field("minutes"), take: Take::Mine };
    store.settle(&acting(SOL), &id, &settle).await.unwrap();
    assert!(matches!(refused(store.settle(&acting(SOL), &id, &settle).await), Rejection::Stale(_)));
    // What is left is what the form said, against the newest version.
    let whole = form(2, &[("minutes", "60"), ("wishes", "2")]);
    let seen = crate::pairs::seen(&store, &id, &whole, &PublishForm::default());
    store.publish(&acting(SOL), &id, &PublishForm { seen, ..PublishForm::default() }).await.unwrap();
    let settings = program(&store, &id).settings;
    let number = |name| settings.number(&Path::field(name));
    assert_eq!((number("minutes"), number("wishes"), number("seats")), (Some(60), Some(2), Some(9)));
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_that_do_not_meet_merge_unasked() {
    let (store, _) = care().await;
    let id = made(&store).await;
    store.keep_draft(&acting(SOL), &id, &form(1, &[("wishes", "2")])).await.unwrap();
    publish(&store, INES, &id, &form(1, &[("seats", "9")])).await.unwrap();
    let live = publish(&store, SOL, &id, &form(1, &[("wishes", "2")])).await.unwrap();
    assert_eq!(live, Published::Live { n: 3 });
    let settings = program(&store, &id).settings;
    assert_eq!((settings.number(&Path::field("seats")), settings.number(&Path::field("wishes"))), (Some(9), Some(2)));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outcome_that_nobody_has_seen_is_refused_and_the_draft_stays() {
    let (store, clock) = care().await;
    let id = running(&store, "").await;
    store.join_program(&acting("amara-okafor"), &id, "").await.unwrap();
    let draft = form(1, &[("steps/second-look", "on"), ("steps/second-look/title", "Second look")]);
    let draft = with(draft, ("steps/second-look/stage", "first-meeting"));
    let chosen = PublishForm { policy: Policy::EveryoneNow, ..PublishForm::default() };
    store.keep_draft(&acting(INES), &id, &draft).await.unwrap();
    let seen = crate::pairs::seen(&store, &id, &draft, &chosen);
    clock.set(later(NOW, 1));
    store.join_program(&acting("leila-haddou"), &id, "").await.unwrap();
    let words = refused(store.publish(&acting(INES), &id, &PublishForm { seen, ..chosen.clone() }).await);
    assert!(matches!(words, Rejection::Stale(words) if words.contains("Look at it again")));
    let seen = crate::pairs::seen(&store, &id, &draft, &chosen);
    let live = store.publish(&acting(INES), &id, &PublishForm { seen, ..chosen }).await.unwrap();
    assert_eq!(live, Published::Live { n: 2 });
}

#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_version_comes_back_to_the_byte() {
    let (store, _) = care().await;
    let id = made(&store).await;
    publish(&store, INES, &id, &form(1, &[("minutes", "30"), ("seats", "9")])).await.unwrap();
    let draft = form(2, &[("seats", ""), ("purpose", "Änderung – “ja”\nnew \\ line"), ("wishes", "5")]);
    publish(&store, SOL, &id, &draft).await.unwrap();
    publish(&store, INES, &id, &form(3, &[("steps/thank-each-other", "off")])).await.unwrap();
    let bytes = async |n| store.version_bytes(&acting(SOL), &id, n).await.unwrap();
    let back = RollBackForm { n: 2, note: "The third was too much.".to_owned() };
    assert_eq!(store.roll_back(&acting(SOL), &id, &back).await.unwrap(), 5);
    assert_eq!(bytes(5).await, bytes(2).await);
    assert_eq!(program(&store, &id).settings.bytes(), bytes(2).await.0);
    assert_eq!(store.roll_back(&acting(SOL), &id, &RollBackForm { n: 1, note: String::new() }).await.unwrap(), 6);
    assert_eq!(bytes(6).await, bytes(1).await);
    let gone = store.roll_back(&acting(SOL), &id, &RollBackForm { n: 77, note: String::new() }).await;
    assert_eq!(refused(gone), Rejection::NotFound(Noun::Version));
    let same = store.roll_back(&acting(SOL), &id, &RollBackForm { n: 6, note: String::new() }).await;
    assert!(matches!(refused(same), Rejection::Stale(_)));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_lost_the_role_while_typing_reads_so_and_loses_nothing() {
    let (store, _) = care().await;
    let id = made(&store).await;
    let draft = form(1, &[("minutes", "30")]);
    store.keep_draft(&acting(INES), &id, &draft).await.unwrap();
    let ines = INES.parse().unwrap();
    store.set_role(&acting(SOL), &ines, Role::Manager).await.unwrap();
    let words = refused(store.publish(&acting(INES), &id, &PublishForm::default()).await);
    assert!(matches!(words, Rejection::Forbidden(words) if words.contains("kept")));
    store.set_role(&acting(SOL), &ines, Role::ProgramAdmin).await.unwrap();
    let seen = crate::pairs::seen(&store, &id, &draft, &PublishForm::default());
    store.publish(&acting(INES), &id, &PublishForm { seen, ..PublishForm::default() }).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_stands_beside_its_field() {
    let (store, _) = care().await;
    let id = made(&store).await;
    for (path, text) in [("minutes", "7"), ("seats", "many"), ("title", ""), ("zone", "Europe/Lisboa")] {
        let outcome = publish(&store, INES, &id, &form(1, &[(path, text)])).await;
        assert!(matches!(refused(outcome), Rejection::Invalid { field, .. } if field == path), "{path}");
        store.discard_draft(&acting(INES), &id).await.unwrap();
    }
    for (path, gone) in [("teams", "night-shift"), ("skills", "juggling"), ("organisers", "nobody-known")] {
        let form =
            DraftForm { base: 1, lists: [(path.to_owned(), vec![gone.to_owned()])].into(), ..DraftForm::default() };
        let outcome = refused(publish(&store, INES, &id, &form).await);
        assert!(
            matches!(&outcome, Rejection::Invalid { field, message } if field == path && message.contains(gone)),
            "{outcome:?}"
        );
        store.discard_draft(&acting(INES), &id).await.unwrap();
    }
    let due = PublishForm { due: "2026-11-19".to_owned(), ..PublishForm::default() };
    let late = publish_as(&store, INES, (&id, &form(1, &[("minutes", "30")])), due).await;
    assert!(matches!(refused(late), Rejection::Invalid { field, .. } if field == "due"), "today has begun");
    assert_eq!(program(&store, &id).n, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_roll_out_only_ever_widens() {
    let (store, clock) = care().await;
    let id = running(&store, "").await;
    let chosen = PublishForm { share: "25".to_owned(), policy: Policy::EveryoneNow, ..PublishForm::default() };
    publish_as(&store, INES, (&id, &form(1, &[("wishes", "5")])), chosen).await.unwrap();
    let roll_out = |n: usize| -> Option<RollOut> {
        let read = store.read(&Actor::Console, |org| Ok(org.history(&id).unwrap().versions[n - 1].roll_out.clone()));
        read.unwrap()
    };
    let share = |of_10_000| Reach::Share { of_10_000 };
    assert_eq!(roll_out(2).unwrap().reach, share(2_500));
    clock.set(NOW.after(Span::hours(1)));
    assert!(store.widen_roll_out(&acting(INES), &id, 2, &share(1_000)).await.is_err());
    store.stop_roll_out(&acting(INES), &id, 2).await.unwrap();
    assert!(roll_out(2).unwrap().stopped_at.is_some());
    store.widen_roll_out(&acting(SOL), &id, 2, &Reach::Everyone).await.unwrap();
    let now = roll_out(2).unwrap();
    assert_eq!((now.reach, now.stopped_at), (Reach::Everyone, None));
    let whole = refused(store.widen_roll_out(&acting(SOL), &id, 1, &Reach::Everyone).await);
    assert!(matches!(whole, Rejection::Stale(_)));
    let none = refused(store.stop_roll_out(&acting(SOL), &id, 9).await);
    assert_eq!(none, Rejection::NotFound(Noun::Version));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_opens_runs_pauses_and_closes_and_never_leaps() {
    let (store, _) = care().await;
    let id = made(&store).await;
    publish(&store, INES, &id, &with_list(form(1, &[]), ("organisers", "priya-raman"))).await.unwrap();
    let before = log_end(&store).await;
    let go = async |who: &str, to| store.move_program(&acting(who), &id, to).await;
    assert!(matches!(refused(go(INES, Phase::Closed).await), Rejection::Stale(_)));
    go(INES, Phase::Open).await.unwrap();
    assert!(matches!(refused(go("priya-raman", Phase::Running).await), Rejection::Forbidden(_)));
    go(INES, Phase::Running).await.unwrap();
    assert!(matches!(refused(go("amara-okafor", Phase::Paused).await), Rejection::Forbidden(_)));
    go("priya-raman", Phase::Paused).await.unwrap();
    go("priya-raman", Phase::Running).await.unwrap();
    assert!(matches!(refused(go("priya-raman", Phase::Closed).await), Rejection::Forbidden(_)));
    go(SOL, Phase::Closed).await.unwrap();
    let moves = since(&store, before).await.into_iter().map(|(_, what)| what).collect::<Vec<_>>();
    assert!(moves.iter().all(|what| matches!(what, Happening::ProgramMoved { .. })) && moves.len() == 5);
    assert_eq!(program(&store, &id).n, 2, "no move is a version");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_the_editor_open_is_seen_until_they_fall_silent() {
    let (store, clock) = care().await;
    let id = made(&store).await;
    let before = log_end(&store).await;
    let at = |path: Option<&str>| Presence { tab: "a1".to_owned(), path: path.map(|path| Path::parse(path).unwrap()) };
    assert_eq!(store.be_present(&acting(INES), &id, &at(Some("minutes"))).await.unwrap(), []);
    let others = store.be_present(&acting(SOL), &id, &at(None)).await.unwrap();
    assert_eq!((others.len(), others[0].path.clone(), others[0].since), (1, Some(Path::field("minutes")), NOW));
    clock.set(NOW.after(Span(10_000)));
    store.be_present(&acting(INES), &id, &at(Some("minutes"))).await.unwrap();
    let others = store.be_present(&acting(SOL), &id, &at(None)).await.unwrap();
    assert_eq!(others[0].since, NOW, "in that field since then");
    clock.set(NOW.after(Span(40_000)));
    assert_eq!(store.be_present(&acting(SOL), &id, &at(None)).await.unwrap(), []);
    assert_eq!(since(&store, before).await, [], "the log tells nothing of it");
}

fn with(mut draft: domain::program::DraftForm, (path, text): (&str, &str)) -> domain::program::DraftForm {
    draft.values.insert(path.to_owned(), text.to_owned());
    draft
}

fn with_list(mut draft: domain::program::DraftForm, (path, id): (&str, &str)) -> domain::program::DraftForm {
    draft.lists.insert(path.to_owned(), vec![id.to_owned()]);
    draft
}
