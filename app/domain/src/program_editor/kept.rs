//! The draft of somebody who is no program admin any more: their own text, to copy or to throw away.

use super::EditorPage;
use super::words::{in_words, label};
use crate::id::ProgramId;
use crate::program::{Draft, Path, Value};
use crate::rejection::{Noun, Rejection};
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};

/// What somebody gets who opens the editor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Opened {
    /// The editor, for program admins.
    Editor(Box<EditorPage>),
    /// Their own draft, for those who were one.
    Kept(KeptDraft),
}

/// A draft that its author can only read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDraft {
    /// Of which program.
    pub program: ProgramId,
    /// What that is called.
    pub title: String,
    /// What stands in it, in the order of the registers.
    pub lines: Vec<KeptLine>,
}

/// One change of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptLine {
    /// What was changed.
    pub label: String,
    /// What its author wants there, in words or as it was typed.
    pub text: String,
}

/// The draft as its author reads it. Not found for anybody else.
pub fn kept_draft(viewer: &Viewer, draft: &Draft) -> Result<KeptDraft, Rejection> {
    let program = viewer.org.program(&draft.program).filter(|_| viewer.is(&draft.person));
    let program = program.ok_or(Rejection::NotFound(Noun::Program))?;
    let mut settings = program.settings.clone();
    draft.writes.iter().for_each(|(path, value)| settings.set(path.clone(), value.clone()));
    let line = |path: &Path, text: String| KeptLine { label: label(program.kind, &settings, path), text };
    let worded = |path: &Path, value: &Value| in_words(viewer.org, program.kind.field(path), value);
    let written = draft.writes.iter().map(|(path, value)| line(path, worded(path, value)));
    let typed = draft.typed.iter().map(|(path, text)| line(path, text.clone()));
    let unsettled = draft.unsettled.iter().map(|one| line(&one.path, worded(&one.path, &one.mine)));
    let taken = draft.unsettled.iter().filter(|one| one.in_draft);
    let taken = taken.map(|one| line(&one.path, worded(&one.path, &one.theirs)));
    let lines = written.chain(typed).chain(unsettled).chain(taken).collect();
    Ok(KeptDraft { program: program.id.clone(), title: program.title().to_owned(), lines })
}
