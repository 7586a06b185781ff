//! One note.

use super::words::of_note;
use super::{NoteTag, ThreadLine};
use crate::chosen::people_to_choose;
use crate::colleague::Colleague;
use crate::comment::{CommentList, Subject, comment_list};
use crate::exchanges::Status;
use crate::id::{NoteId, SessionId};
use crate::markdown::{self, Node};
use crate::note::{Months, Note, Use, keeps, needs_owner, uses, verifier, vouches};
use crate::org::Org;
use crate::rejection::{Noun, Rejection};
use crate::tag::{PersonTag, SkillTag};
use crate::time::Face;
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// How many uses and questions stand beside a note.
const FEW: usize = 5;

/// One note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotePage {
    /// Which.
    pub id: NoteId,
    /// The number of its version.
    pub n: u32,
    /// What it is called.
    pub title: String,
    /// What it says.
    pub body: Vec<Node>,
    /// What it is about.
    pub skills: Vec<SkillTag>,
    /// The session that left it: its page and its name; `None` where the viewer may not see it.
    pub session: Option<(String, String)>,
    /// How it stands.
    pub status: Status,
    /// Why it holds no more; empty while it does.
    pub obsolete: String,
    /// Who answers for it.
    pub owner: Colleague,
    /// True when that is somebody who works here no more.
    pub needs_owner: bool,
    /// Who looks at it again; nobody when both are gone.
    pub verifier: Option<Colleague>,
    /// Whom the note names for that, when it is not the owner.
    pub named_verifier: Option<PersonTag>,
    /// How often.
    pub every: Months,
    /// "Amara wrote it on 3 Nov; Jonas changed it on 17 Nov."
    pub story: String,
    /// The times that it was put to use, the newest first.
    pub uses: Vec<UseLine>,
    /// Questions about the same.
    pub questions: Vec<ThreadLine>,
    /// What the viewer may do with it.
    pub moves: NoteMoves,
    /// Some of those whom a form can name; others are typed.
    pub people: Vec<PersonTag>,
    /// What is said below it.
    pub comments: CommentList,
}

/// One time that a note was put to use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UseLine {
    /// "Solved a question: Why is the pump shrill?"
    pub text: String,
    /// Its page; `None` where the viewer may not see it.
    pub href: Option<String>,
    /// When.
    pub at: Face,
}

/// What somebody may do with a note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteMoves {
    /// Change its text, or bring an earlier one back.
    pub edit: bool,
    /// Say that it holds.
    pub verify: bool,
    /// Say that it holds no more, or take that back; choose who looks at it again.
    pub keep: bool,
    /// Give it to somebody else.
    pub hand_over: bool,
    /// Take it, since nobody has it.
    pub take_over: bool,
}

impl NoteMoves {
    /// What the viewer may do with `note`.
    pub(super) fn of(viewer: &Viewer, note: &Note) -> Self {
        let Some(_) = viewer.me() else { return Self::default() };
        let (org, actor) = (viewer.org, viewer.actor);
        let holds = note.obsolete.is_none();
        let keeps = keeps(org, actor, note);
        let alone = needs_owner(org, note);
        Self {
            edit: holds,
            verify: holds && vouches(org, actor, note),
            keep: keeps,
            hand_over: holds && keeps,
            take_over: alone && !viewer.is(&note.owner),
        }
    }
}

/// One note; not found when there is none.
pub fn note_page(viewer: &Viewer, id: &NoteId) -> Result<NotePage, Rejection> {
    viewer.actor.may_read()?;
    let org = viewer.org;
    let note = org.note(id).ok_or(Rejection::NotFound(Noun::Note))?;
    let moves = NoteMoves::of(viewer, note);
    let people = if moves.keep { people_to_choose(org, "", |person| person.id != note.owner) } else { Vec::new() };
    Ok(NotePage {
        id: id.clone(),
        n: note.n,
        title: note.title.to_string(),
        body: markdown::read(note.body.as_str()),
        skills: note.skills.iter().map(|skill| SkillTag::of(org, skill)).collect(),
        session: note.session.as_ref().and_then(|session| session_link(viewer, session)),
        status: of_note(viewer, note),
        obsolete: note.obsolete.as_ref().map(|obsolete| obsolete.why.to_string()).unwrap_or_default(),
        owner: Colleague::named(org, &note.owner),
        needs_owner: needs_owner(org, note),
        verifier: verifier(org, note).map(|who| Colleague::named(org, who)),
        named_verifier: note.verifier.as_ref().map(|who| PersonTag::of(org, who)),
        every: note.every,
        story: story(viewer, note),
        uses: uses(org, note).into_iter().take(FEW).map(|used| use_line(viewer, &used)).collect(),
        questions: questions(viewer, note),
        moves,
        people,
        comments: comment_list(viewer, &Subject::Note(id.clone())),
    })
}

fn session_link(viewer: &Viewer, id: &SessionId) -> Option<(String, String)> {
    let session = viewer.org.session(id).filter(|session| session.is_seen_by(viewer.actor))?;
    Some((format!("/sessions/{id}"), session.title.to_string()))
}

fn story(viewer: &Viewer, note: &Note) -> String {
    let name = |id| if viewer.is(id) { "You".to_owned() } else { PersonTag::of(viewer.org, id).name };
    let written = format!("{} wrote it on {}", name(&note.written_by), viewer.day(note.written_at).text);
    if note.n == 1 {
        return format!("{written}.");
    }
    let changed = format!("{} changed it on {}", name(&note.changed_by), viewer.day(note.changed_at).text);
    format!("{written}; {changed}.")
}

fn use_line(viewer: &Viewer, used: &Use) -> UseLine {
    let at = viewer.day(used.at());
    match used {
        Use::Question { thread, .. } => {
            let title = viewer.org.thread(thread).map_or_else(String::new, |thread| thread.title.to_string());
            UseLine { text: format!("Solved a question: {title}"), href: Some(format!("/questions/{thread}")), at }
        }
        Use::Drill { drill, .. } => {
            let seen = viewer.org.drill(drill);
            let seen = seen.filter(|drill| crate::drill::may_see(viewer.org, viewer.actor, drill).is_ok());
            let href = seen.map(|drill| format!("/drills/{}", drill.id));
            UseLine { text: "A drill was passed from it alone.".to_owned(), href, at }
        }
    }
}

fn questions(viewer: &Viewer, note: &Note) -> Vec<ThreadLine> {
    let about = viewer.org.threads().filter(|of| note.skills.contains(&of.skill) && of.closed.is_none());
    let mut about: Vec<_> = about.collect();
    about.sort_by_key(|thread| (!thread.is_open(), Reverse(thread.moved_at), &thread.id));
    about.into_iter().take(FEW).map(|thread| ThreadLine::of(viewer, thread)).collect()
}

/// Notes that a session left and that hold, the newest first.
pub(crate) fn notes_of(org: &Org, session: &SessionId) -> Vec<NoteTag> {
    let left = |note: &&Note| note.session.as_ref() == Some(session) && note.obsolete.is_none();
    let mut notes: Vec<&Note> = org.notes().filter(left).collect();
    notes.sort_by_key(|note| (Reverse(note.written_at), &note.id));
    notes.into_iter().map(|note| NoteTag::of(org, &note.id)).collect()
}

/// Notes about a skill that hold, by title: what an answer can rest on.
pub(super) fn notes_about(viewer: &Viewer, skill: &crate::id::SkillId) -> Vec<NoteTag> {
    let notes = viewer.org.notes().filter(|note| note.skills.contains(skill) && note.obsolete.is_none());
    let mut notes: Vec<NoteTag> = notes.map(|note| NoteTag::of(viewer.org, &note.id)).collect();
    notes.sort_by_cached_key(|note| crate::search::fold(&note.title));
    notes
}
