//! What others did in the library and below things: who calls the reader, who asked, answered and changed what is theirs,
//! and notes that wait for their word.

use super::{Notification, NotificationKind, Said};
use crate::comment::{Comment, Subject};
use crate::library::due_for;
use crate::note::{Note, NoteState};
use crate::reader::{Phrase, Reader};
use crate::thread::Thread;
use crate::time::Timestamp;

type Item = (Timestamp, Notification);

pub(super) fn items(reader: &Reader) -> Vec<Item> {
    let me = &reader.me.id;
    let mut items: Vec<Item> = reader.org.comments_that_call(me).filter_map(|of| mention(reader, of)).collect();
    for note in reader.org.notes() {
        items.extend(of_note(reader, note));
        items.extend(
            (note.owner == *me).then(|| comments(reader, &Subject::Note(note.id.clone()))).into_iter().flatten(),
        );
    }
    for thread in reader.org.threads() {
        items.extend(of_thread(reader, thread));
        let own = (thread.by == *me).then(|| comments(reader, &Subject::Question(thread.id.clone())));
        items.extend(own.into_iter().flatten());
    }
    for (exchange, _) in reader.exchanges() {
        items.extend(comments(reader, &Subject::Exchange(exchange.id.clone())));
    }
    for pair in reader.org.pairs_of(me).filter(|pair| pair.has(me)) {
        items.extend(comments(reader, &Subject::Pair(pair.id.clone())));
    }
    for session in reader.org.sessions_of(me).filter(|session| session.is_host(me)) {
        items.extend(comments(reader, &Subject::Session(session.id.clone())));
    }
    let today = reader.clocks.today(&reader.me.zone);
    items.extend(due_for(reader.org, me, today).map(|note| due(reader, note)));
    items
}

/// Somebody calls the reader, in something that they may still see.
fn mention(reader: &Reader, comment: &Comment) -> Option<Item> {
    let at = comment.mentions.iter().find(|mention| mention.person == reader.me.id)?.at;
    let is_theirs = comment.by == reader.me.id || comment.removed.is_some();
    if is_theirs || comment.subject.may_see(reader.org, &reader.actor()).is_err() {
        return None;
    }
    Some((at, said_of(reader, comment, NotificationKind::Mentioned, " mentions you: ").by(reader, &comment.by, at)))
}

/// What others say below what is the reader's; what calls them is told as that.
fn comments(reader: &Reader, subject: &Subject) -> Vec<Item> {
    let me = &reader.me.id;
    let calls_me = |comment: &Comment| comment.mentions.iter().any(|mention| mention.person == *me);
    let others = reader.org.comments_on(subject);
    let others = others.filter(|of| of.by != *me && of.removed.is_none() && !calls_me(of));
    let said = |comment: &Comment| {
        let said = said_of(reader, comment, NotificationKind::Commented, " commented on ");
        (comment.at, said.by(reader, &comment.by, comment.at))
    };
    others.map(said).collect()
}

fn said_of<'a>(reader: &Reader, comment: &'a Comment, kind: NotificationKind, lead: &str) -> Said<'a> {
    Said {
        kind,
        text: vec![Phrase::plain(lead), Phrase::strong(comment.subject.name(reader.org))],
        words: comment.text.as_str(),
        href: format!("{}#comment-{}", comment.subject.href(), comment.id),
    }
}

fn of_thread(reader: &Reader, thread: &Thread) -> Vec<Item> {
    let me = &reader.me.id;
    let told = |kind, lead: &str, words| Said {
        kind,
        text: vec![Phrase::plain(lead), Phrase::strong(thread.title.as_str())],
        words,
        href: thread.href(),
    };
    let mut items = Vec::new();
    for turn in thread.turns.iter().filter(|turn| turn.to == *me) {
        let said = told(NotificationKind::QuestionAsked, " asks: ", thread.details.as_str());
        items.push((turn.at, said.by(reader, &thread.by, turn.at)));
    }
    if thread.by == *me {
        for answer in thread.standing_answers().filter(|answer| answer.by != *me) {
            let said = told(NotificationKind::QuestionAnswered, " answered: ", answer.text.as_str());
            items.push((answer.at, said.by(reader, &answer.by, answer.at)));
        }
    }
    if let Some(accepted) = thread.accepted.as_ref().filter(|accepted| accepted.by != *me) {
        let is_mine = thread.answer(accepted.answer).is_some_and(|answer| answer.by == *me);
        let lead = if is_mine { " accepted your answer: " } else { " found an answer: " };
        if is_mine || thread.wanted_too.contains(me) {
            let said = told(NotificationKind::QuestionSolved, lead, "");
            items.push((accepted.at, said.by(reader, &accepted.by, accepted.at)));
        }
    }
    items
}

fn of_note(reader: &Reader, note: &Note) -> Vec<Item> {
    let me = &reader.me.id;
    let told = |kind, lead: &str, words| Said {
        kind,
        text: vec![Phrase::plain(lead), Phrase::strong(note.title.as_str())],
        words,
        href: note.href(),
    };
    let mut items = Vec::new();
    for handed in note.handed.iter().filter(|handed| handed.to == *me && handed.by != *me) {
        let said = told(NotificationKind::NoteHandedOver, " made you the owner of ", "");
        items.push((handed.at, said.by(reader, &handed.by, handed.at)));
    }
    if note.owner != *me {
        return items;
    }
    if note.n > 1 && note.changed_by != *me {
        let said = told(NotificationKind::NoteChanged, " changed your note ", "");
        items.push((note.changed_at, said.by(reader, &note.changed_by, note.changed_at)));
    }
    if let Some(obsolete) = note.obsolete.as_ref().filter(|obsolete| obsolete.by != *me) {
        let said = told(NotificationKind::NoteChanged, " marked as obsolete ", obsolete.why.as_str());
        items.push((obsolete.at, said.by(reader, &obsolete.by, obsolete.at)));
    }
    items
}

/// From the day on which it is to be looked at, or from when somebody changed it.
fn due(reader: &Reader, note: &Note) -> Item {
    let today = reader.clocks.today(&reader.me.zone);
    let at = match note.state(today) {
        NoteState::Due { since } => since.begins(),
        NoteState::Changed | NoteState::Current { .. } | NoteState::Obsolete => note.changed_at,
    };
    let text = vec![Phrase::plain("Say whether it still holds: "), Phrase::strong(note.title.as_str())];
    (at, Said { kind: NotificationKind::NoteDue, text, words: "", href: note.href() }.of_time(reader, at))
}
