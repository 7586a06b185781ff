//! Notes and questions in the database: who may, what is refused, what the log says, and two at once.

use crate::care::{NOW, acting, care, level, log_end, refused, since};
use domain::actor::Actor;
use domain::event::{Happening, MovedNote, MovedThread};
use domain::id::{NoteId, ThreadId};
use domain::library::{LibraryQuery, NoteFormQuery, QuestionsQuery};
use domain::note::{Change, Draft, Months, NoteForm, NoteMove, NoteStep};
use domain::notifications::{NotificationKind, NotificationsQuery};
use domain::rejection::{Noun, Rejection};
use domain::text::{Line, Name, Passage, Prose};
use domain::thread::{AnswerForm, Asking, QuestionForm, TURN, ThreadMove, ThreadStep};
use domain::time::Span;
use store::Store;

const LEILA: &str = "leila-haddou";
const AMARA: &str = "amara-okafor";
const PRIYA: &str = "priya-raman";
const JONAS: &str = "jonas-weidner";
const INES: &str = "ines-carvalho";

fn draft(body: &str) -> Draft {
    Draft {
        title: Name::parse("title", "Dress a wound").unwrap(),
        body: passage(body),
        skills: vec!["wound-care".parse().unwrap()],
        session: None,
        verifier: None,
        every: Months::USUAL,
    }
}

fn passage(text: &str) -> Passage {
    Passage::parse("body", text).unwrap()
}

fn why(text: &str) -> Line {
    Line::parse("why", text).unwrap()
}

fn change(base: u32, body: &str) -> Change {
    let Draft { title, body, skills, .. } = draft(body);
    Change { base, title, body, skills, why: why("It was wrong") }
}

async fn written(store: &Store) -> NoteId {
    store.write_note(&acting(AMARA), &draft("Wash your hands.")).await.unwrap()
}

fn steps(happened: &[(Option<domain::id::PersonId>, Happening)]) -> Vec<NoteStep> {
    happened
        .iter()
        .filter_map(|(_, what)| if let Happening::NoteMoved(MovedNote { how, .. }) = what { Some(*how) } else { None })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_text_of_a_note_stays_and_an_earlier_one_can_be_brought_back() {
    let (store, _) = care().await;
    let before = log_end(&store).await;
    let id = written(&store).await;
    store.edit_note(&acting(JONAS), &id, &change(1, "Wash them twice.")).await.unwrap();
    let page = store.note_page(&acting(AMARA), &id).unwrap();
    assert_eq!((page.n, page.status.label.as_str()), (2, "to verify"), "Jonas’s word is not enough");
    store.restore_note(&acting(AMARA), &id, 1).await.unwrap();
    let history = store.note_history_page(&acting(LEILA), &id, None).await.unwrap();
    let versions: Vec<_> = history.versions.iter().map(|line| (line.n, line.why.as_str(), line.restores)).collect();
    assert_eq!(versions, [(3, "", Some(1)), (2, "It was wrong", None), (1, "", None)]);
    assert_eq!(steps(&since(&store, before).await), [NoteStep::Written, NoteStep::Edited, NoteStep::Restored]);
    assert_eq!(refused(store.restore_note(&acting(AMARA), &id, 9).await), Rejection::NotFound(Noun::Version));
    let none = "none".parse().unwrap();
    assert_eq!(refused(store.edit_note(&acting(AMARA), &none, &change(1, "x")).await), Rejection::NotFound(Noun::Note));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_change_it_at_once_one_is_told_and_nothing_is_lost() {
    let (store, _) = care().await;
    let id = written(&store).await;
    let (theirs, mine) = (change(1, "Theirs."), change(1, "Mine."));
    let (jonas, leila) = (acting(JONAS), acting(LEILA));
    let (first, second) = tokio::join!(store.edit_note(&jonas, &id, &theirs), store.edit_note(&leila, &id, &mine));
    let lost = [first, second].into_iter().filter_map(Result::err).collect::<Vec<_>>();
    assert_eq!(lost.len(), 1);
    assert!(matches!(refused::<()>(Err(lost.into_iter().next().unwrap())), Rejection::Stale(_)));
    let page = store.note_page(&acting(AMARA), &id).unwrap();
    assert_eq!(page.n, 2);
    let history = store.note_history_page(&acting(AMARA), &id, None).await.unwrap();
    assert_eq!(history.versions.len(), 2, "no version stands twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_those_who_answer_for_a_note_say_what_becomes_of_it() {
    let (store, clock) = care().await;
    let id = written(&store).await;
    let verify = || NoteMove::Verify { n: 1 };
    let over = || NoteMove::MakeObsolete { why: why("Done otherwise now") };
    for step in [verify(), over(), NoteMove::MakeCurrent, NoteMove::HandOver { to: LEILA.parse().unwrap() }] {
        assert!(
            matches!(refused(store.move_note(&acting(JONAS), &id, &step).await), Rejection::Forbidden(_)),
            "{step:?}"
        );
    }
    let nobody = NoteMove::HandOver { to: "nobody".parse().unwrap() };
    assert!(matches!(refused(store.move_note(&acting(AMARA), &id, &nobody).await), Rejection::Invalid { .. }));
    clock.set(NOW.after(Span::days(200)));
    assert_eq!(store.verify_page(&acting(AMARA)).unwrap().mine.len(), 1);
    assert_eq!(
        store.verify_page(&acting(INES)).unwrap().of_others.len(),
        1,
        "program admins see what waits for others"
    );
    store.move_note(&acting(AMARA), &id, &verify()).await.unwrap();
    assert!(store.verify_page(&acting(AMARA)).unwrap().mine.is_empty());
    store.keep_note_by_form(&acting(AMARA), &id, ("", "Leïla Haddou"), Months::parse("1").unwrap()).await.unwrap();
    store.hand_over_note_by_form(&acting(AMARA), &id, PRIYA, "").await.unwrap();
    let page = store.note_page(&acting(PRIYA), &id).unwrap();
    assert_eq!((page.owner.id.as_str(), page.verifier.unwrap().id.as_str()), (PRIYA, LEILA));
    let told = store.notifications_page(&acting(PRIYA), NotificationsQuery::default()).await.unwrap();
    assert!(told.items.iter().any(|item| item.kind == NotificationKind::NoteHandedOver));
    store.move_note(&acting(INES), &id, &over()).await.unwrap();
    let obsolete = store.edit_note(&acting(AMARA), &id, &change(1, "x")).await;
    assert!(matches!(refused(obsolete), Rejection::Conflict(_)));
    assert!(store.note_form_page(&acting(AMARA), Some(&id), &NoteFormQuery::default()).is_err());
    assert_eq!(store.library_page(&acting(AMARA), LibraryQuery::parse("show=obsolete")).unwrap().notes.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leaves_leaves_notes_that_somebody_takes_over() {
    let (store, _) = care().await;
    let id = written(&store).await;
    assert!(matches!(refused(store.take_over_note(&acting(LEILA), &id).await), Rejection::Stale(_)));
    store.end_membership(&acting("sol-lindqvist"), &AMARA.parse().unwrap()).await.unwrap();
    assert_eq!(store.verify_page(&acting(LEILA)).unwrap().without_owner.len(), 1);
    store.take_over_note(&acting(LEILA), &id).await.unwrap();
    let page = store.note_page(&acting(LEILA), &id).unwrap();
    assert!(!page.needs_owner && page.moves.keep);
    assert!(store.verify_page(&acting(LEILA)).unwrap().without_owner.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_writes_a_note_and_names_what_it_cannot_take() {
    let (store, _) = care().await;
    let form = NoteForm {
        title: "Dress a wound".into(),
        body: "Wash your hands.".into(),
        skills_text: vec!["wound care".into()],
        ..NoteForm::default()
    };
    let id = store.save_note_by_form(&acting(AMARA), &form).await.unwrap();
    let edit = NoteForm { id: id.to_string(), base: 1, body: "Wash them twice.".into(), ..form.clone() };
    store.save_note_by_form(&acting(AMARA), &edit).await.unwrap();
    let late = NoteForm { body: "Or not.".into(), ..edit };
    assert!(matches!(refused(store.save_note_by_form(&acting(AMARA), &late).await), Rejection::Stale(_)));
    let unknown = NoteForm { skills_text: vec!["Juggling".into()], ..form };
    let outcome = refused(store.save_note_by_form(&acting(AMARA), &unknown).await);
    assert!(matches!(outcome, Rejection::Invalid { ref field, .. } if field == "skills"), "{outcome:?}");
    let gone = Draft { skills: vec!["juggling".parse().unwrap()], ..draft("x") };
    assert_eq!(refused(store.write_note(&acting(AMARA), &gone).await), Rejection::NotFound(Noun::Skill));
    assert_eq!(refused(store.write_note(&Actor::Stranger, &draft("x")).await), Rejection::SignedOut);
}

/// Three colleagues say that these can do wound care alone or teach it.
async fn known(store: &Store) {
    for (who, number) in [(LEILA, 4), (AMARA, 3)] {
        for by in [LEILA, PRIYA, AMARA, INES, JONAS] {
            store.set_level(&acting(by), &level(who, number)).await.unwrap();
        }
    }
}

fn asking() -> Asking {
    Asking {
        skill: "wound-care".parse().unwrap(),
        title: Line::parse("title", "Which dressing for a heel?").unwrap(),
        details: Prose::default(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_goes_to_one_goes_on_in_time_and_is_solved() {
    let (store, clock) = care().await;
    known(&store).await;
    let before = log_end(&store).await;
    let id = store.put_question(&acting(JONAS), &asking()).await.unwrap();
    let waits = |store: &Store, who| {
        store.questions_page(&acting(who), QuestionsQuery::parse("show=for-me")).unwrap().questions.len()
    };
    assert_eq!((waits(&store, LEILA), waits(&store, AMARA)), (1, 0), "Leïla knows it better");
    let step = store.home_page(&acting(LEILA)).await.unwrap().step.unwrap();
    assert_eq!(step.id.as_str(), format!("answer:question:{id}"));
    assert!(matches!(refused(store.pass_on_question(&acting(AMARA), &id).await), Rejection::Stale(_)));
    assert_eq!(store.pass_on_late_questions(&Actor::Console).await.unwrap(), 0);
    clock.set(NOW.after(TURN));
    assert_eq!(store.pass_on_late_questions(&Actor::Console).await.unwrap(), 1);
    assert_eq!((waits(&store, LEILA), waits(&store, AMARA)), (0, 1));
    let answer = AnswerForm { text: "The soft one.".into(), ..AnswerForm::default() };
    store.answer_by_form(&acting(AMARA), &id, &answer).await.unwrap();
    store.move_question(&acting(LEILA), &id, &ThreadMove::WantToo { wanted: true }).await.unwrap();
    let accept = ThreadMove::Accept { number: 1 };
    assert!(matches!(refused(store.move_question(&acting(LEILA), &id, &accept).await), Rejection::Forbidden(_)));
    store.move_question(&acting(JONAS), &id, &accept).await.unwrap();
    let kinds =
        |page: domain::notifications::NotificationsPage| page.items.iter().map(|item| item.kind).collect::<Vec<_>>();
    for who in [AMARA, LEILA] {
        let told = kinds(store.notifications_page(&acting(who), NotificationsQuery::default()).await.unwrap());
        assert!(told.contains(&NotificationKind::QuestionSolved), "{who}: {told:?}");
    }
    let happened: Vec<ThreadStep> = since(&store, before)
        .await
        .iter()
        .filter_map(
            |(_, what)| if let Happening::ThreadMoved(MovedThread { how, .. }) = what { Some(*how) } else { None },
        )
        .collect();
    assert_eq!(
        happened,
        [ThreadStep::Asked, ThreadStep::PassedOn, ThreadStep::Answered, ThreadStep::Wanted, ThreadStep::Accepted]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_accepted_answer_is_a_use_of_the_note_that_it_rests_on() {
    let (store, _) = care().await;
    let note = written(&store).await;
    let form = QuestionForm { skill_text: "Wound care".into(), title: "How?".into(), ..QuestionForm::default() };
    let id = store.put_question_by_form(&acting(JONAS), &form).await.unwrap();
    let missing = AnswerForm { text: "So.".into(), note: "none".into(), ..AnswerForm::default() };
    assert_eq!(refused(store.answer_by_form(&acting(AMARA), &id, &missing).await), Rejection::NotFound(Noun::Note));
    let answer = AnswerForm { note: note.to_string(), ..missing };
    store.answer_by_form(&acting(AMARA), &id, &answer).await.unwrap();
    assert!(store.note_page(&acting(AMARA), &note).unwrap().uses.is_empty());
    store.move_question(&acting(JONAS), &id, &ThreadMove::Accept { number: 1 }).await.unwrap();
    let page = store.note_page(&acting(AMARA), &note).unwrap();
    assert_eq!((page.uses.len(), page.n), (1, 1), "it verifies nothing");
    let asked = store.ask_question_page(&acting(LEILA), Some(&"wound-care".parse().unwrap())).unwrap();
    assert_eq!((asked.notes.len(), asked.questions.len()), (1, 1));
    let gone: ThreadId = "none".parse().unwrap();
    assert!(store.question_page(&acting(JONAS), &gone).is_err());
    let nothing = Asking { skill: "juggling".parse().unwrap(), ..asking() };
    assert_eq!(refused(store.put_question(&acting(JONAS), &nothing).await), Rejection::NotFound(Noun::Skill));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_is_found_and_read_again_after_a_restart() {
    let (store, _) = care().await;
    let id = written(&store).await;
    store.put_question(&acting(JONAS), &asking()).await.unwrap();
    let links = |store: &Store| {
        let found = store.found(&acting(LEILA), "dressign").unwrap();
        found.groups.into_iter().flat_map(|group| group.rows.into_iter().map(|row| row.link)).collect::<Vec<_>>()
    };
    let before = links(&store);
    assert_eq!(before.len(), 1, "a typo is forgiven: {before:?}");
    store.reload().await.unwrap();
    assert_eq!(links(&store), before);
    let found = store.found(&acting(LEILA), "hands").unwrap();
    assert_eq!(found.groups[0].rows[0].link, format!("/library/{id}"));
}
