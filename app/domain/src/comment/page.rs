//! What is said below something, as whoever reads there sees it.

use super::{Comment, Subject, pieces};
use crate::actor::Role;
use crate::id::{CommentId, PersonId};
use crate::reader::Reader;
use crate::tag::PersonTag;
use crate::time::Face;
use crate::viewer::Viewer;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};

/// How many comments are shown; older ones are counted.
const MOST: usize = 200;

/// What is said below something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentList {
    /// What it is below, as forms name it.
    pub subject: String,
    /// "Three comments", "No comments yet".
    pub lead: String,
    /// The oldest first.
    pub lines: Vec<CommentLine>,
    /// How many older ones are left out.
    pub earlier: u32,
    /// Whether the reader may say something: not the console.
    pub may_write: bool,
    /// Who reads what is said here.
    pub audience: String,
}

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentLine {
    /// Which.
    pub id: CommentId,
    /// Who says it.
    pub by: PersonTag,
    /// When.
    pub at: Face,
    /// What, with those whom it calls.
    pub pieces: Vec<TextPiece>,
    /// The same as it was typed, for whoever may edit it.
    pub text: String,
    /// True when its words changed since.
    pub is_edited: bool,
    /// "Amara removed this comment.": the mark of one that was removed.
    pub removed: Option<String>,
    /// Whether the reader may put it in other words.
    pub may_edit: bool,
    /// Whether the reader may remove it.
    pub may_remove: bool,
    /// Whether the reader may report it.
    pub may_report: bool,
    /// True when the reader has reported it.
    pub is_reported: bool,
    /// True when it calls the reader.
    pub calls_me: bool,
}

/// A piece of a text; some lead to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPiece {
    /// The words.
    pub text: String,
    /// Whom they call.
    pub person: Option<PersonId>,
}

/// What is said below `subject`. That the viewer may see that is asked by the page it is on.
pub fn comment_list(viewer: &Viewer, subject: &Subject) -> CommentList {
    let mut all: Vec<&Comment> = viewer.org.comments_on(subject).collect();
    all.sort_by_key(|comment| (comment.at, &comment.id));
    let standing = all.iter().filter(|comment| comment.removed.is_none()).count();
    let earlier = all.len().saturating_sub(MOST);
    CommentList {
        subject: subject.to_string(),
        lead: sentence(&counted(standing, "comment", "comments")),
        lines: all.into_iter().skip(earlier).map(|comment| line(viewer, comment)).collect(),
        earlier: u32::try_from(earlier).unwrap_or(u32::MAX),
        may_write: viewer.me().is_some(),
        audience: subject.audience(viewer.org).to_owned(),
    }
}

/// The same for somebody whose page it is on.
pub fn comments(reader: &Reader, subject: &Subject) -> CommentList {
    let actor = reader.actor();
    comment_list(&Viewer::of(reader.org, &actor, reader.clocks), subject)
}

/// One comment as the viewer sees it.
pub(super) fn line(viewer: &Viewer, comment: &Comment) -> CommentLine {
    let is_own = viewer.is(&comment.by);
    let stands = comment.removed.is_none();
    let has_reported = viewer.me().is_some_and(|me| comment.reports.iter().any(|report| report.by == *me));
    let is_admin = viewer.actor.at_least(Role::ProgramAdmin).is_ok();
    let people = comment.mentions.iter().map(|mention| &mention.person);
    CommentLine {
        id: comment.id.clone(),
        by: PersonTag::of(viewer.org, &comment.by),
        at: viewer.clocks.face(&viewer.zone, comment.at),
        calls_me: viewer.me().is_some_and(|me| people.clone().any(|person| person == me)),
        pieces: pieces(comment.text.as_str(), people),
        text: if is_own { comment.text.to_string() } else { String::new() },
        is_edited: comment.edited_at.is_some() && stands,
        removed: comment.removed.as_ref().map(|removal| mark(viewer, comment, &removal.by)),
        may_edit: is_own && stands,
        may_remove: stands && viewer.me().is_some() && (is_own || is_admin),
        may_report: stands && viewer.me().is_some() && !is_own && !has_reported,
        is_reported: stands && has_reported,
    }
}

fn mark(viewer: &Viewer, comment: &Comment, by: &PersonId) -> String {
    let author = PersonTag::of(viewer.org, &comment.by);
    let who = if viewer.is(by) {
        "You".to_owned()
    } else if *by == comment.by {
        author.first_name().to_owned()
    } else {
        "A program admin".to_owned()
    };
    format!("{who} removed this comment.")
}
