//! Programs for those who look after them: the editor with its review, history, versions, people, new programs, and the
//! audit of what admins did.
//!
//! What a change does to whom, what conflicts and what breaks a promise is asked of `program`, never decided here. The
//! organisation in memory holds programs, versions and people; drafts, scheduled changes and open editors are brought
//! along as a [`Desk`].
//!
//! Not here: how members see a program, which is `programs`.

mod arrange;
mod audit;
mod audit_view;
mod audit_words;
mod choice;
mod control;
mod effect;
mod fields;
mod history;
mod kept;
mod list;
mod named;
mod new;
mod page;
mod people;
mod people_csv;
mod people_query;
mod presence;
mod rail;
mod review;
mod stages;
#[cfg(test)]
mod tests;
mod under_way;
mod unsettled;
mod version;
mod words;

pub use arrange::{Pressed, arranged};
pub use audit::{AuditLine, AuditPage, audit_page};
pub use audit_view::AuditView;
pub use choice::{PublishChoice, WiderChoice};
pub use control::Control;
pub use effect::{EffectGroupLine, EffectView, Mark};
pub use fields::{Edited, FieldView, FormSection};
pub use history::{HistoryLine, HistoryPage, HistoryQuery, RollOutStep, history_page};
pub use kept::{KeptDraft, KeptLine, Opened, kept_draft};
pub use list::{AdminProgramsPage, ProgramLine, admin_programs_page};
pub use named::name_people;
pub use new::{KindChoice, NewProgramPage, TemplateChoice, new_program_page};
pub use page::{EditorHead, EditorPage, PhaseMove, editor_page};
pub use people::{PeoplePage, PeopleRow, people_page};
pub use people_csv::people_csv;
pub use people_query::{Filter, PeopleQuery};
pub use presence::{PresentFace, faces};
pub use rail::{ChangeLine, OtherDraft, PolicyChoice, Review, RollOutLine, ScheduledLine, Trouble, Wider, WiderTeams};
pub use stages::{StageView, StepView};
pub use unsettled::ConflictCard;
pub use version::{BringBack, VersionPage, rest_of, version_page};

use crate::actor::Role;
use crate::id::ProgramId;
use crate::program::{Draft, History, Program, Scheduled};
use crate::rejection::{Noun, Rejection};
use crate::viewer::Viewer;

/// What of a program's editing is not in memory.
#[derive(Clone, Copy, Debug, Default)]
pub struct Desk<'a> {
    /// Everybody's changes that are not live.
    pub drafts: &'a [Draft],
    /// Changes that wait for their day, and what became of those whose day was.
    pub scheduled: &'a [Scheduled],
}

/// True for program admins, who alone edit.
pub(crate) fn may_edit(viewer: &Viewer) -> bool {
    viewer.actor.at_least(Role::ProgramAdmin).is_ok()
}

/// True for program admins and the program's organisers, who see its people and its history.
pub(crate) fn may_organise(viewer: &Viewer, program: &Program) -> bool {
    let is_named = viewer.me().is_some_and(|me| program.names_as_organiser(me));
    may_edit(viewer) || (program.phase.is_public() && is_named)
}

/// The program, for those who edit it.
pub(crate) fn edited<'a>(viewer: &Viewer<'a>, id: &ProgramId) -> Result<History<'a>, Rejection> {
    viewer.actor.at_least(Role::ProgramAdmin)?;
    viewer.org.history(id).ok_or(Rejection::NotFound(Noun::Program))
}

/// The program, for those who organise it. A draft does not exist for others.
pub(crate) fn organised<'a>(viewer: &Viewer<'a>, id: &ProgramId) -> Result<History<'a>, Rejection> {
    let history = viewer.org.history(id).ok_or(Rejection::NotFound(Noun::Program))?;
    if may_organise(viewer, history.program) {
        return Ok(history);
    }
    if history.program.phase.is_public() {
        viewer.actor.at_least(Role::ProgramAdmin)?;
    }
    Err(Rejection::NotFound(Noun::Program))
}
