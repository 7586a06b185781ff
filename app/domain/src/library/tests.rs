//! What the pages of the library show, and to whom.

use super::*;
use crate::actor::Actor;
use crate::exchanges::Tone;
use crate::fernhill::{NOW, fernhill, signed_in};
use crate::next_step::next_steps;
use crate::note::tests::{id, note};
use crate::note::{Months, Note, NoteMove};
use crate::notifications::{Inbox, NotificationKind, NotificationsQuery, notifications_page};
use crate::reader::tests::{CLOCKS, read_by};
use crate::rejection::{Noun, Rejection};
use crate::thread::tests::{answered, question};
use crate::thread::{Thread, ThreadMove};
use crate::time::Span;
use crate::viewer::Viewer;

const AMARA: &str = "amara-okafor";
const LEILA: &str = "leila-haddou";

fn view<T>(org: &Org, who: &str, read: impl FnOnce(&Viewer) -> T) -> T {
    let actor: Actor = signed_in(who);
    read(&Viewer::of(org, &actor, &CLOCKS))
}

fn pumps() -> Note {
    note("n1", "Clear an alarm", "Press **hold**, then flush the line.", "infusion-pumps")
}

/// A note that waits for Amara since three months ago, and a question of Leïla's that is put to her.
fn library() -> Org {
    let mut org = fernhill();
    org.put_note(pumps());
    let old = NOW.before(Span::days(300));
    let wounds = note("n2", "Dress a wound", "Wash your hands.", "wound-care");
    org.put_note(Note {
        written_at: old,
        changed_at: old,
        checked: crate::note::Checked { at: old, ..wounds.checked.clone() },
        ..wounds
    });
    org.put_thread(
        question("q1", "Why is it shrill?", "infusion-pumps").passed_on(Some(id(AMARA)), NOW.before(Span::hours(5))),
    );
    org
}

fn list(org: &Org, who: &str, query: &str) -> LibraryPage {
    view(org, who, |viewer| library_page(viewer, LibraryQuery::parse(query)).unwrap())
}

fn titles(page: &LibraryPage) -> Vec<&str> {
    page.notes.iter().map(|note| note.title.as_str()).collect()
}

#[test]
fn the_library_is_filtered_by_state_skill_and_words() {
    let org = library();
    let all = list(&org, LEILA, "");
    assert_eq!(titles(&all), ["Clear an alarm", "Dress a wound"]);
    assert_eq!(all.lead, "Two notes, one of them to verify.");
    assert_eq!(all.counts.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [2, 1, 0, 0]);
    assert_eq!(titles(&list(&org, LEILA, "show=due")), ["Dress a wound"]);
    assert_eq!(titles(&list(&org, LEILA, "skill=infusion-pumps")), ["Clear an alarm"]);
    assert_eq!(titles(&list(&org, AMARA, "show=mine")).len(), 2);
    let found = list(&org, LEILA, "q=flsuh");
    assert_eq!(titles(&found), ["Clear an alarm"], "a typo is forgiven");
    assert!(found.notes[0].preview.iter().any(|piece| piece.strong && piece.text == "flush"));
    assert_eq!(all.notes[0].preview[0].text, "Press hold, then flush the line.");
    assert_eq!(LibraryQuery::parse("q=a&show=due&page=2").href(), "/library?q=a&show=due&page=2");
    assert!(list(&fernhill(), LEILA, "").is_empty);
}

#[test]
fn what_waits_stands_on_the_queue_on_home_and_in_the_notifications() {
    let org = library();
    let page = view(&org, AMARA, |viewer| verify_page(viewer).unwrap());
    assert_eq!((page.lead.as_str(), page.mine.len()), ("One note waits for your word.", 1));
    assert_eq!(page.mine[0].status.tone, Tone::Yours);
    let admin = view(&org, "ines-carvalho", |viewer| verify_page(viewer).unwrap());
    assert_eq!((admin.mine.len(), admin.of_others.len()), (0, 1));
    let steps: Vec<String> = read_by(&org, AMARA, |reader| {
        next_steps(reader, &[]).into_iter().map(|step| step.id.as_str().to_owned()).collect()
    });
    assert!(steps.contains(&"answer:question:q1".to_owned()), "{steps:?}");
    assert!(steps.contains(&"due:note:n2".to_owned()), "{steps:?}");
    let told =
        read_by(&org, AMARA, |reader| notifications_page(reader, &Inbox::default(), NotificationsQuery::default()));
    let kinds: Vec<NotificationKind> = told.items.iter().map(|item| item.kind).collect();
    assert!(
        kinds.contains(&NotificationKind::QuestionAsked) && kinds.contains(&NotificationKind::NoteDue),
        "{kinds:?}"
    );
}

#[test]
fn a_note_whose_owner_left_asks_for_another() {
    let mut org = library();
    let mut amara = org.person(&id(AMARA)).unwrap().clone();
    amara.left_at = Some(NOW);
    org.put_person(amara);
    let page = view(&org, LEILA, |viewer| verify_page(viewer).unwrap());
    assert_eq!(page.without_owner.len(), 2);
    assert_eq!(page.without_owner[0].title, "Dress a wound", "what she knows comes first");
    let note = view(&org, LEILA, |viewer| note_page(viewer, &"n1".parse().unwrap()).unwrap());
    assert!(note.needs_owner && note.moves.take_over && !note.moves.keep);
    assert!(note.status.text.ends_with("works here no more."), "{}", note.status.text);
}

#[test]
fn what_may_be_done_with_a_note_follows_from_the_rules() {
    let org = library();
    let moves = |who| view(&org, who, |viewer| note_page(viewer, &"n1".parse().unwrap()).unwrap().moves);
    let flags = |m: NoteMoves| [m.edit, m.verify, m.keep, m.hand_over, m.take_over];
    assert_eq!(flags(moves(AMARA)), [true, true, true, true, false]);
    assert_eq!(flags(moves(LEILA)), [true, false, false, false, false], "everybody may edit");
    assert_eq!(flags(moves("ines-carvalho")), [true, true, true, true, false]);
    let missing = view(&org, LEILA, |viewer| note_page(viewer, &"none".parse().unwrap()));
    assert_eq!(missing, Err(Rejection::NotFound(Noun::Note)));
    let console = note_page(&Viewer::of(&org, &Actor::Console, &CLOCKS), &"n1".parse().unwrap()).unwrap();
    assert_eq!(console.moves, NoteMoves::default());
}

fn solved_with(note: &str) -> Thread {
    let thread = answered(question("q2", "How do I stop it?", "infusion-pumps"), "As the note says.");
    let thread = thread.moved(
        &signed_in(AMARA),
        ThreadMove::EditAnswer { number: 1, text: thread_text(), note: note.parse().ok() },
        NOW,
    );
    thread.unwrap().moved(&signed_in(LEILA), ThreadMove::Accept { number: 1 }, NOW).unwrap()
}

fn thread_text() -> crate::text::Passage {
    crate::text::Passage::parse("text", "As the note says.").unwrap()
}

#[test]
fn a_solved_question_is_a_use_of_the_note_and_verifies_nothing() {
    let mut org = library();
    org.put_thread(solved_with("n2"));
    let page = view(&org, AMARA, |viewer| note_page(viewer, &"n2".parse().unwrap()).unwrap());
    assert_eq!(page.uses.len(), 1);
    assert_eq!(page.uses[0].text, "Solved a question: How do I stop it?");
    assert_eq!(page.status.label, "to verify", "its day has come all the same");
    let other = view(&org, AMARA, |viewer| note_page(viewer, &"n1".parse().unwrap()).unwrap());
    assert!(other.uses.is_empty());
}

#[test]
fn a_question_shows_its_answers_and_who_may_settle_it() {
    let mut org = library();
    org.put_thread(answered(question("q1", "Why is it shrill?", "infusion-pumps"), "The line is *kinked*."));
    let page = |who| view(&org, who, |viewer| question_page(viewer, &"q1".parse().unwrap()).unwrap());
    let own = page(LEILA);
    assert!(own.answers[0].may_accept && own.moves.close && !own.moves.want);
    assert_eq!((own.status.tone, own.answers[0].knows.as_str()), (Tone::Yours, "does it alone"));
    let other = page("jonas-weidner");
    assert!(!other.answers[0].may_accept && other.moves.want && !other.moves.close && other.answers[0].text.is_empty());
    let told =
        read_by(&org, LEILA, |reader| notifications_page(reader, &Inbox::default(), NotificationsQuery::default()));
    assert_eq!(told.items[0].kind, NotificationKind::QuestionAnswered);
    let counts = view(&org, LEILA, |viewer| questions_page(viewer, QuestionsQuery::default()).unwrap().counts);
    assert_eq!(counts.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [1, 0, 1, 0]);
}

#[test]
fn asking_says_whom_it_goes_to_and_what_is_there() {
    let org = library();
    let page = |skill: Option<&str>| {
        let skill = skill.map(|skill| skill.parse().unwrap());
        view(&org, LEILA, |viewer| ask_question_page(viewer, skill.as_ref()).unwrap())
    };
    let pumps = page(Some("infusion-pumps"));
    assert!(pumps.goes_to.starts_with("It goes to Rosalind Achterberg first"), "{}", pumps.goes_to);
    assert_eq!((pumps.notes.len(), pumps.questions.len()), (1, 1));
    assert_eq!((page(None).goes_to.as_str(), page(None).skill), ("", None));
}

#[test]
fn the_history_says_what_each_version_changed() {
    let (first, second) = (pumps(), crate::note::tests::rewritten(pumps(), "Press **hold**, then wait."));
    let versions =
        [first.version(crate::text::Line::default(), None), second.version(crate::text::Line::default(), None)];
    let mut org = fernhill();
    org.put_note(second);
    let shown = |n| view(&org, LEILA, |viewer| note_history_page(viewer, &"n1".parse().unwrap(), &versions, n));
    let newest = shown(None).unwrap();
    assert_eq!((newest.shown.n, newest.versions.len(), newest.shown.may_restore), (2, 2, false));
    assert!(
        newest
            .shown
            .changes
            .iter()
            .any(|change| matches!(change, crate::program::WordChange::Gone(words) if words.contains("flush")))
    );
    assert!(shown(Some(1)).unwrap().shown.may_restore);
    assert_eq!(shown(Some(7)).map(|_| ()), Err(Rejection::NotFound(Noun::Version)));
}

#[test]
fn an_obsolete_note_cannot_be_changed_and_its_form_says_so() {
    let mut org = library();
    let form = |org: &Org| {
        view(org, LEILA, |viewer| note_form_page(viewer, Some(&"n1".parse().unwrap()), &NoteFormQuery::default()))
    };
    assert_eq!(form(&org).unwrap().every, Months::USUAL);
    let why = crate::text::Line::parse("why", "Gone").unwrap();
    org.put_note(pumps().moved(&id(AMARA), NoteMove::MakeObsolete { why }, NOW).unwrap());
    assert!(matches!(form(&org), Err(Rejection::Conflict(_))));
    assert_eq!(titles(&list(&org, LEILA, "show=obsolete")), ["Clear an alarm"]);
}
