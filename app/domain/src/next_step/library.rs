//! Steps that come out of the library: a question that was put to the reader, a note that waits for their word.

use super::{Act, Candidate, NextStep, NextStepKind, Quote, StepId, effort};
use crate::colleague::Colleague;
use crate::coverage::works_here;
use crate::library::due_for;
use crate::note::{Note, NoteState};
use crate::reader::{Phrase, Reader};
use crate::thread::Thread;

pub(super) fn candidates(reader: &Reader) -> Vec<Candidate> {
    let me = &reader.me.id;
    let put_to_me = |thread: &&Thread| thread.waits_for() == Some(me) && works_here(reader.org, &thread.by);
    let questions = reader.org.threads().filter(put_to_me).filter_map(|thread| answer(reader, thread));
    let today = reader.clocks.today(&reader.me.zone);
    questions.chain(due_for(reader.org, me, today).map(|note| verify(reader, note))).collect()
}

fn answer(reader: &Reader, thread: &Thread) -> Option<Candidate> {
    let (name, skill) = (Colleague::named(reader.org, &thread.by).first_name, reader.skill(&thread.skill));
    let since = thread.turns.last()?.at;
    let kind = NextStepKind::Answer;
    let hours = u32::try_from(reader.now().since(since).0 / 3_600_000).unwrap_or(0);
    let step = NextStep {
        id: StepId::new(kind, &["question", thread.id.as_str()]),
        kind,
        title: format!("{name} asks about {skill}"),
        verb: "Answer it, or pass it on".to_owned(),
        act: Act::Open { href: thread.href() },
        effort: effort(5),
        why: vec![
            Phrase::plain(format!(
                "It was put to you because you know {skill} and were interrupted least. {name} has been waiting since "
            )),
            Phrase::strong(reader.when(since)),
            Phrase::plain("."),
        ],
        quote: Some(Quote { lead: format!("{name} asks:"), words: thread.title.to_string() }),
        reasons: vec![kind.because().to_owned(), "After three days it goes on to somebody else.".to_owned()],
        pair: None,
    };
    Some(Candidate { step, urgency: hours.clamp(1, 72), value: 10, minutes: 5 })
}

fn verify(reader: &Reader, note: &Note) -> Candidate {
    let kind = NextStepKind::Due;
    let why = match note.state(reader.clocks.today(&reader.me.zone)) {
        NoteState::Due { since } => {
            vec![Phrase::plain("It was to be looked at by "), Phrase::strong(since.in_full()), Phrase::plain(".")]
        }
        NoteState::Changed | NoteState::Current { .. } | NoteState::Obsolete => {
            let name = Colleague::named(reader.org, &note.changed_by).first_name;
            vec![Phrase::strong(name), Phrase::plain(" wrote what it says now; your word is missing.")]
        }
    };
    let step = NextStep {
        id: StepId::new(kind, &["note", note.id.as_str()]),
        kind,
        title: format!("Does “{}” still hold?", note.title),
        verb: "Read it again".to_owned(),
        act: Act::Open { href: note.href() },
        effort: effort(3),
        why,
        quote: None,
        reasons: vec!["You look after this note.".to_owned(), "A note that nobody looks at is soon wrong.".to_owned()],
        pair: None,
    };
    Candidate { step, urgency: 5, value: 5, minutes: 3 }
}
