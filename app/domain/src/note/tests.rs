//! What may become of a note, and how it stands.

use super::*;
use crate::coverage::works_here;
use crate::fernhill::{NOW, fernhill, signed_in};
use crate::org::Org;
use crate::rejection::Noun;
use crate::time::Span;

const AMARA: &str = "amara-okafor";
const ROSALIND: &str = "rosalind-achterberg";

pub(crate) fn id(text: &str) -> PersonId {
    text.parse().unwrap()
}

/// A note that Amara wrote nine days ago.
pub(crate) fn note(called: &str, title: &str, body: &str, skill: &str) -> Note {
    Note::written(called.parse().unwrap(), id(AMARA), draft(title, body, skill), NOW.before(Span::days(9))).unwrap()
}

/// The same with another text by Amara, a day ago.
pub(crate) fn rewritten(note: Note, body: &str) -> Note {
    let change = change(&note, body);
    note.edited(&id(AMARA), change, true, NOW.before(Span::days(1))).unwrap()
}

fn draft(title: &str, body: &str, skill: &str) -> Draft {
    Draft {
        title: Name::parse("title", title).unwrap(),
        body: Passage::parse("body", body).unwrap(),
        skills: vec![skill.parse().unwrap()],
        session: None,
        verifier: None,
        every: Months::USUAL,
    }
}

fn change(note: &Note, body: &str) -> Change {
    Change {
        base: note.n,
        title: note.title.clone(),
        body: Passage::parse("body", body).unwrap(),
        skills: note.skills.clone(),
        why: Line::default(),
    }
}

fn pumps() -> Note {
    note("n1", "Clear an alarm", "Press hold.", "infusion-pumps")
}

fn field<T: std::fmt::Debug>(outcome: Result<T, Rejection>) -> String {
    match outcome {
        Err(Rejection::Invalid { field, .. }) => field,
        other => format!("{other:?}"),
    }
}

#[test]
fn a_note_holds_until_its_day_and_is_then_to_be_looked_at() {
    let written = pumps();
    let day = Day::utc(written.written_at);
    let until = Months::USUAL.after(day);
    assert_eq!(written.state(day), NoteState::Current { until });
    assert_eq!(written.state(until), NoteState::Due { since: until });
    let verified = written.moved(&id(AMARA), NoteMove::Verify { n: 1 }, until.begins()).unwrap();
    assert_eq!(verified.state(until), NoteState::Current { until: Months::USUAL.after(until) });
}

#[test]
fn months_end_on_the_same_day_or_on_the_last_of_a_shorter_month() {
    let day = |y, m, d| Day::from_date(y, m, d).unwrap();
    let rows = [
        (1, day(2026, 11, 18), day(2026, 12, 18)),
        (3, day(2026, 11, 30), day(2027, 2, 28)),
        (12, day(2028, 2, 29), day(2029, 2, 28)),
        (24, day(2026, 1, 31), day(2028, 1, 31)),
    ];
    for (months, from, to) in rows {
        assert_eq!(Months::try_from(months).unwrap().after(from), to, "{months} after {from:?}");
    }
    assert_eq!(field(Months::parse("25")), "every");
    assert_eq!(Months::parse(" 12 ").unwrap().in_words(), "every year");
}

#[test]
fn what_somebody_else_writes_is_to_be_looked_at() {
    let org = fernhill();
    let named = Draft { verifier: Some(id(ROSALIND)), ..draft("Pumps", "Text", "infusion-pumps") };
    let fresh = Note::written("n2".parse().unwrap(), id(AMARA), named, NOW).unwrap();
    assert_eq!(fresh.state(Day::utc(NOW)), NoteState::Changed, "Rosalind has not seen it");
    assert!(vouches(&org, &signed_in(ROSALIND), &fresh) && !vouches(&org, &signed_in(AMARA), &fresh));
    let seen = fresh.moved(&id(ROSALIND), NoteMove::Verify { n: 1 }, NOW).unwrap();
    assert!(!seen.state(Day::utc(NOW)).is_due());
    let text = change(&seen, "Another text");
    let by_amara = seen.clone().edited(&id(AMARA), text.clone(), false, NOW).unwrap();
    assert_eq!((by_amara.n, by_amara.state(Day::utc(NOW))), (2, NoteState::Changed));
    let by_rosalind = seen.edited(&id(ROSALIND), text, true, NOW).unwrap();
    assert!(!by_rosalind.state(Day::utc(NOW)).is_due(), "her own word is enough");
}

#[test]
fn a_change_of_an_earlier_text_is_refused_and_so_is_a_word_on_one() {
    let changed = rewritten(pumps(), "Press hold twice.");
    let late = Change { base: 1, ..change(&changed, "Press nothing.") };
    assert!(matches!(changed.clone().edited(&id(ROSALIND), late, false, NOW), Err(Rejection::Stale(_))));
    assert!(matches!(changed.clone().moved(&id(AMARA), NoteMove::Verify { n: 1 }, NOW), Err(Rejection::Stale(_))));
    let same = change(&changed, "Press hold twice.");
    assert_eq!(field(changed.edited(&id(AMARA), same, true, NOW)), "body");
}

#[test]
fn an_earlier_text_can_be_brought_back_as_a_new_version() {
    let first = pumps().version(Line::default(), None);
    let changed = rewritten(pumps(), "Press nothing.");
    let back = changed.restored(&id(AMARA), &first, true, NOW).unwrap();
    assert_eq!((back.n, back.body.as_str()), (3, "Press hold."));
    assert!(matches!(back.clone().restored(&id(AMARA), &first, true, NOW), Err(Rejection::Conflict(_))));
    let other = note("n9", "Other", "Text", "wound-care").version(Line::default(), None);
    assert_eq!(back.restored(&id(AMARA), &other, true, NOW), Err(Rejection::NotFound(Noun::Version)));
}

#[test]
fn obsolete_needs_a_reason_and_what_is_taken_back_is_to_be_looked_at() {
    let move_to = |note: Note, step| note.moved(&id(AMARA), step, NOW);
    assert_eq!(field(move_to(pumps(), NoteMove::MakeObsolete { why: Line::default() })), "why");
    let why = Line::parse("why", "These pumps are gone").unwrap();
    let over = move_to(pumps(), NoteMove::MakeObsolete { why }).unwrap();
    assert_eq!(over.state(Day::utc(NOW)), NoteState::Obsolete);
    assert!(matches!(move_to(over.clone(), NoteMove::Verify { n: 1 }), Err(Rejection::Stale(_))));
    let back = move_to(over, NoteMove::MakeCurrent).unwrap();
    assert_eq!(back.state(Day::utc(NOW)), NoteState::Changed);
    assert!(matches!(move_to(pumps(), NoteMove::MakeCurrent), Err(Rejection::Stale(_))));
}

#[test]
fn a_note_is_handed_over_and_asks_for_an_owner_when_its_own_is_gone() {
    let mut org = fernhill();
    let note = pumps();
    assert!(!needs_owner(&org, &note) && keeps(&org, &signed_in(AMARA), &note));
    assert_eq!(field(note.clone().moved(&id(AMARA), NoteMove::HandOver { to: id(AMARA) }, NOW)), "to");
    let handed = note.clone().moved(&id(AMARA), NoteMove::HandOver { to: id(ROSALIND) }, NOW).unwrap();
    assert_eq!((handed.owner.as_str(), handed.handed.len()), (ROSALIND, 1));
    leave(&mut org, AMARA);
    assert!(needs_owner(&org, &note) && verifier(&org, &note).is_none());
    assert!(vouches(&org, &signed_in("ines-carvalho"), &note), "a program admin's word is enough");
    assert!(!needs_owner(&org, &handed));
}

fn leave(org: &mut Org, who: &str) {
    let mut person = org.person(&id(who)).unwrap().clone();
    person.left_at = Some(NOW.before(Span::hours(1)));
    org.put_person(person);
    assert!(!works_here(org, &id(who)));
}

#[test]
fn a_note_is_about_something_and_not_about_everything() {
    let none = Draft { skills: Vec::new(), ..draft("Pumps", "Text", "infusion-pumps") };
    let written = |draft| Note::written("n3".parse().unwrap(), id(AMARA), draft, NOW);
    assert_eq!(field(written(none.clone())), "skills");
    assert!(written(Draft { session: Some("s1".parse().unwrap()), ..none.clone() }).is_ok(), "a session is enough");
    let many = (0..9).map(|n| format!("skill-{n}").parse().unwrap()).collect();
    assert_eq!(field(written(Draft { skills: many, ..none })), "skills");
}

#[test]
fn a_form_names_skills_by_id_and_by_name() {
    let org = fernhill();
    let form = NoteForm {
        title: "Pumps".into(),
        body: "Text".into(),
        skills: vec!["infusion-pumps".into()],
        skills_text: vec!["Wound care".into(), String::new()],
        verifier_text: "Rosalind Achterberg".into(),
        ..NoteForm::default()
    };
    let draft = form.draft(&org).unwrap();
    assert_eq!(draft.skills.len(), 2);
    assert_eq!((draft.verifier, draft.every), (Some(id(ROSALIND)), Months::USUAL));
    assert_eq!(field(NoteForm { body: " ".into(), ..form.clone() }.draft(&org)), "body");
    assert_eq!(field(NoteForm { skills_text: vec!["Juggling".into()], ..form }.draft(&org)), "skills");
}
