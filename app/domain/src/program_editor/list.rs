//! All programs, as those who look after them see them: health, not settings.

use super::{Desk, EditorHead};
use crate::actor::Role;
use crate::program::{Phase, Standing};
use crate::rejection::Rejection;
use crate::time::Face;
use crate::viewer::Viewer;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};

/// All programs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdminProgramsPage {
    /// "Three programs run, one waits to be opened; 12 people wait for a seat."
    pub lead: String,
    /// Each, those that run first.
    pub programs: Vec<ProgramLine>,
}

/// A program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramLine {
    /// What is known of it.
    pub head: EditorHead,
    /// How many are inside.
    pub inside: u32,
    /// How many wait for a seat.
    pub waiting: u32,
    /// How many are through.
    pub finished: u32,
    /// How many admins have changes that are not live.
    pub drafts: u32,
    /// How many changes wait for their day.
    pub scheduled: u32,
    /// A scheduled change could not be applied lately.
    pub has_failed: bool,
    /// When it was changed last.
    pub changed: Face,
}

/// All programs, for program admins.
pub fn admin_programs_page(viewer: &Viewer, desk: &Desk) -> Result<AdminProgramsPage, Rejection> {
    viewer.actor.at_least(Role::ProgramAdmin)?;
    let mut programs: Vec<ProgramLine> =
        viewer.org.programs().filter_map(|program| line(viewer, &program.id, desk)).collect();
    let rank = |phase: Phase| match phase {
        Phase::Running => 0,
        Phase::Paused => 1,
        Phase::Open => 2,
        Phase::Draft => 3,
        Phase::Closed => 4,
    };
    programs.sort_by_key(|line| (rank(line.head.phase), line.head.title.to_lowercase()));
    let count = |phase: Phase| programs.iter().filter(|line| line.head.phase == phase).count();
    let waiting: u32 = programs.iter().map(|line| line.waiting).sum();
    let runs = counted(count(Phase::Running), "program runs", "programs run");
    let mut lead = vec![sentence(&runs)];
    if count(Phase::Paused) > 0 {
        lead.push(format!("{} paused", counted(count(Phase::Paused), "is", "are")));
    }
    if waiting > 0 {
        lead.push(
            counted(usize::try_from(waiting).unwrap_or(usize::MAX), "person waits", "people wait") + " for a seat",
        );
    }
    Ok(AdminProgramsPage { lead: format!("{}.", lead.join("; ")), programs })
}

fn line(viewer: &Viewer, id: &crate::id::ProgramId, desk: &Desk) -> Option<ProgramLine> {
    let history = viewer.org.history(id)?;
    let (mut inside, mut waiting, mut finished) = (0, 0, 0);
    for participant in viewer.org.participants(id) {
        match participant.standing {
            Standing::Inside => inside += 1,
            Standing::Waiting => waiting += 1,
            Standing::Finished => finished += 1,
            Standing::Applied | Standing::Invited { .. } | Standing::Left => {}
        }
    }
    let of_it = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let scheduled = || desk.scheduled.iter().filter(|one| one.program == *id);
    let lately = |at| viewer.clocks.now.since(at) < crate::time::Span::days(7);
    let failed = |one: &crate::program::Scheduled| matches!(&one.outcome, crate::program::Outcome::Refused { at, .. } if lately(*at));
    let changed = history.versions.last().map_or(history.program.created_at, |version| version.at);
    Some(ProgramLine {
        head: EditorHead::of(viewer, &history),
        inside,
        waiting,
        finished,
        drafts: of_it(desk.drafts.iter().filter(|draft| draft.program == *id && !draft.is_empty()).count()),
        scheduled: of_it(scheduled().filter(|one| one.waits()).count()),
        has_failed: scheduled().any(failed),
        changed: viewer.day(changed),
    })
}
