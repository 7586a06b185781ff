//! What the demo’s library promises.

use super::super::company;
use super::super::tests::{MOMENTS, NOW, org};
use domain::clocks::Day;
use domain::note::{NoteState, uses};
use domain::time::Timestamp;
use std::collections::BTreeSet;

#[test]
fn every_state_of_a_note_and_of_a_question_is_there() {
    let company = company(NOW);
    let today = Day::utc(NOW);
    let states: Vec<NoteState> = company.notes.iter().map(|note| note.state(today)).collect();
    assert!(states.iter().any(|state| matches!(state, NoteState::Current { .. })));
    assert!(states.iter().any(|state| matches!(state, NoteState::Due { .. })));
    assert!(states.contains(&NoteState::Changed) && states.contains(&NoteState::Obsolete));
    assert!(company.threads.iter().any(|thread| thread.accepted.is_some()));
    assert!(company.threads.iter().any(|thread| thread.waits_for().is_some()));
    assert!(company.threads.iter().any(|thread| thread.closed.is_some()));
    assert!(company.note_versions.len() > company.notes.len(), "some were changed");
}

#[test]
fn whatever_is_named_exists_and_nothing_lies_in_the_future() {
    for now in MOMENTS {
        let company = company(now);
        let org = org(&company, now);
        for note in &company.notes {
            assert!(note.skills.iter().all(|skill| org.skill(skill).is_some()), "{}", note.id);
            let people = [&note.owner, &note.changed_by, &note.checked.by].into_iter().chain(&note.verifier);
            assert!(people.into_iter().all(|person| org.person(person).is_some()), "{}", note.id);
        }
        for thread in &company.threads {
            assert!(org.skill(&thread.skill).is_some(), "{}", thread.id);
            let people = thread.turns.iter().map(|turn| &turn.to).chain(thread.answers.iter().map(|answer| &answer.by));
            assert!(people.chain(&thread.wanted_too).all(|person| org.person(person).is_some()), "{}", thread.id);
        }
        for comment in &company.comments {
            let calls = comment.mentions.iter().map(|mention| &mention.person);
            assert!(calls.chain([&comment.by]).all(|person| org.person(person).is_some()), "{}", comment.id);
        }
        let last = company.notes.iter().map(|note| note.changed_at.max(note.checked.at));
        let last = last
            .chain(company.threads.iter().map(|thread| thread.moved_at))
            .chain(company.comments.iter().map(|c| c.at));
        assert!(last.max().unwrap_or(Timestamp(0)) < now);
    }
}

#[test]
fn notes_were_of_use_and_no_two_have_one_id() {
    let company = company(NOW);
    let org = org(&company, NOW);
    let used = |id: &str| uses(&org, org.note(&id.parse().unwrap()).unwrap()).len();
    assert_eq!((used("clear-an-alarm"), used("second-look")), (1, 1), "by a question, and by a drill");
    let ids: BTreeSet<_> = company.notes.iter().map(|note| &note.id).collect();
    assert_eq!(ids.len(), company.notes.len());
    let left = company.notes.iter().filter_map(|note| note.session.as_ref());
    assert!(left.clone().count() > 2, "sessions left some");
    assert!(left.into_iter().all(|session| org.session(session).is_some()));
}
