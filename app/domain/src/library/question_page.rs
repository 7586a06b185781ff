//! One question, with its answers.

use super::NoteTag;
use super::note_page::notes_about;
use super::words::of_thread;
use crate::actor::Role;
use crate::colleague::Colleague;
use crate::comment::{CommentList, Subject, comment_list};
use crate::exchanges::Status;
use crate::id::{PersonId, SkillId, ThreadId};
use crate::markdown::{self, Node};
use crate::rejection::{Noun, Rejection};
use crate::tag::{PersonTag, SkillTag};
use crate::thread::{Answer, Thread};
use crate::time::Face;
use crate::viewer::Viewer;
use crate::wording::{counted, listed, sentence};
use serde::{Deserialize, Serialize};

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionPage {
    /// Which.
    pub id: ThreadId,
    /// The question.
    pub title: String,
    /// What else there is to say.
    pub details: Vec<Node>,
    /// About what.
    pub skill: SkillTag,
    /// Who asks.
    pub by: Colleague,
    /// True when the viewer does.
    pub is_own: bool,
    /// When.
    pub at: Face,
    /// How it stands.
    pub status: Status,
    /// "Put to Noor, then to Jonas."; empty when there was nobody to put it to.
    pub put_to: String,
    /// Why it was closed; empty when nothing was said.
    pub closed: String,
    /// "Two others would like this answered too."; empty when nobody said so.
    pub wanted: String,
    /// True when the viewer said so.
    pub wants_too: bool,
    /// The accepted answer first, then by age.
    pub answers: Vec<AnswerCard>,
    /// What the viewer may do with it.
    pub moves: ThreadMoves,
    /// Notes that an answer can rest on.
    pub notes: Vec<NoteTag>,
    /// What is said below it.
    pub comments: CommentList,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerCard {
    /// Its number.
    pub number: u32,
    /// Who.
    pub by: Colleague,
    /// How well they know it: "can teach it"; empty when nothing is known.
    pub knows: String,
    /// When.
    pub at: Face,
    /// What.
    pub body: Vec<Node>,
    /// The same as it was typed, for whoever may edit it.
    pub text: String,
    /// The note that it rests on.
    pub note: Option<NoteTag>,
    /// True for the one that solved it.
    pub is_accepted: bool,
    /// True when its words changed since.
    pub is_edited: bool,
    /// The mark of one that was taken back.
    pub removed: Option<String>,
    /// Whether the viewer may put it in other words.
    pub may_edit: bool,
    /// Whether the viewer may take it back.
    pub may_remove: bool,
    /// Whether the viewer may say that it solved it.
    pub may_accept: bool,
}

/// What somebody may do with a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadMoves {
    /// Answer it.
    pub answer: bool,
    /// Let somebody else answer it.
    pub pass_on: bool,
    /// Ask no more.
    pub close: bool,
    /// Open it again.
    pub reopen: bool,
    /// Say that one would like it answered too, or not any more.
    pub want: bool,
}

/// One question; not found when there is none.
pub fn question_page(viewer: &Viewer, id: &ThreadId) -> Result<QuestionPage, Rejection> {
    viewer.actor.may_read()?;
    let org = viewer.org;
    let thread = org.thread(id).ok_or(Rejection::NotFound(Noun::Thread))?;
    let wants_too = viewer.me().is_some_and(|me| thread.wanted_too.contains(me));
    let mut answers: Vec<AnswerCard> = thread.answers.iter().map(|answer| card(viewer, thread, answer)).collect();
    answers.sort_by_key(|answer| (!answer.is_accepted, answer.number));
    let moves = moves(viewer, thread);
    Ok(QuestionPage {
        id: id.clone(),
        title: thread.title.to_string(),
        details: markdown::read(thread.details.as_str()),
        skill: SkillTag::of(org, &thread.skill),
        by: Colleague::named(org, &thread.by),
        is_own: viewer.is(&thread.by),
        at: viewer.clocks.face(&viewer.zone, thread.at),
        status: of_thread(viewer, thread),
        put_to: put_to(viewer, thread),
        closed: thread.closed.as_ref().map(|closed| closed.why.to_string()).unwrap_or_default(),
        wanted: wanted(thread, wants_too),
        wants_too,
        answers,
        notes: if moves.answer { notes_about(viewer, &thread.skill) } else { Vec::new() },
        moves,
        comments: comment_list(viewer, &Subject::Question(id.clone())),
    })
}

fn moves(viewer: &Viewer, thread: &Thread) -> ThreadMoves {
    let Some(me) = viewer.me() else { return ThreadMoves::default() };
    let settles = thread.is_settled_by(viewer.actor);
    ThreadMoves {
        answer: thread.closed.is_none(),
        pass_on: thread.waits_for() == Some(me),
        close: settles && thread.is_open(),
        reopen: settles && !thread.is_open(),
        want: thread.by != *me && thread.is_open(),
    }
}

fn put_to(viewer: &Viewer, thread: &Thread) -> String {
    let name = |person: &PersonId| {
        if viewer.is(person) { "you".to_owned() } else { PersonTag::of(viewer.org, person).name }
    };
    let names: Vec<String> = thread.turns.iter().map(|turn| name(&turn.to)).collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => format!("It was put to {only}, who knows it and was interrupted least."),
        [first, rest @ ..] => {
            let rest = listed(rest.iter().map(String::as_str), 3);
            format!("It was put to {first} and went on to {rest}.")
        }
    }
}

fn wanted(thread: &Thread, wants_too: bool) -> String {
    let others = thread.wanted_too.len() - usize::from(wants_too);
    let words = counted(others, "colleague", "colleagues");
    match (wants_too, others) {
        (false, 0) => String::new(),
        (true, 0) => "You would like this answered too.".to_owned(),
        (true, 1) => "You and one colleague would like this answered too.".to_owned(),
        (true, _) => format!("You and {words} would like this answered too."),
        (false, _) => format!("{} would like this answered too.", sentence(&words)),
    }
}

fn card(viewer: &Viewer, thread: &Thread, answer: &Answer) -> AnswerCard {
    let (org, is_own, stands) = (viewer.org, viewer.is(&answer.by), answer.removed.is_none());
    let is_admin = viewer.actor.at_least(Role::ProgramAdmin).is_ok();
    let is_accepted = thread.accepted.as_ref().is_some_and(|accepted| accepted.answer == answer.number);
    let author = PersonTag::of(org, &answer.by);
    let removed = answer.removed.as_ref().map(|removed| {
        let who = match &removed.by {
            by if viewer.is(by) => "You",
            by if *by == answer.by => author.first_name(),
            _ => "A program admin",
        };
        format!("{who} took this answer back.")
    });
    AnswerCard {
        number: answer.number,
        by: Colleague::named(org, &answer.by),
        knows: knows(viewer, &answer.by, &thread.skill),
        at: viewer.clocks.face(&viewer.zone, answer.at),
        body: markdown::read(answer.text.as_str()),
        text: if is_own { answer.text.to_string() } else { String::new() },
        note: answer.note.as_ref().map(|note| NoteTag::of(org, note)),
        is_accepted,
        is_edited: answer.edited_at.is_some() && stands,
        removed,
        may_edit: is_own && stands && thread.closed.is_none(),
        may_remove: stands && viewer.me().is_some() && (is_own || is_admin),
        may_accept: stands && !is_accepted && viewer.me().is_some() && thread.is_settled_by(viewer.actor),
    }
}

/// "can teach it", "does it alone"; nothing below that.
fn knows(viewer: &Viewer, person: &PersonId, skill: &SkillId) -> String {
    let level = viewer.org.known(person, skill).map(|known| known.estimate.level.number());
    match level {
        Some(4) => "can teach it".to_owned(),
        Some(3) => "does it alone".to_owned(),
        Some(_) | None => String::new(),
    }
}
