//! What admins did, newest first: read off the log, which is chained by hash, so that nobody alters it unseen.
//!
//! What people did for themselves, such as asking, thanking and learning, is in the log too and not shown here.

use super::audit_view::AuditView;
use super::audit_words;
use crate::actor::Role;
use crate::comment::CommentStep;
use crate::event::{Event, Happening, MovedComment, MovedNote, MovedRound, Seq};
use crate::id::{PersonId, ProgramId};
use crate::org::Org;
use crate::rejection::Rejection;
use crate::tag::{AreaTag, PersonTag, SkillTag, TeamTag};
use crate::time::Face;
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};

/// What admins did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditPage {
    /// What is looked for.
    pub view: AuditView,
    /// What can be looked for: name and words.
    pub groups: Vec<(String, String)>,
    /// Admins: id and name.
    pub people: Vec<(String, String)>,
    /// The lines.
    pub lines: Vec<AuditLine>,
    /// The address of older ones.
    pub older: Option<String>,
}

/// Something that an admin did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditLine {
    /// Its place in the log.
    pub seq: u64,
    /// Its own address.
    pub href: String,
    /// When.
    pub at: Face,
    /// Who; `None` for the server.
    pub by: Option<PersonTag>,
    /// "changed the program".
    pub what: String,
    /// To what: its name.
    pub subject: String,
    /// The page of that; empty for what has none.
    pub subject_href: String,
}

/// The page of those `events`, newest first, that the store found; `older` is where the next page ends. Refuses everybody
/// below program admin.
pub fn audit_page(
    viewer: &Viewer,
    events: &[Event],
    older: Option<Seq>,
    view: AuditView,
) -> Result<AuditPage, Rejection> {
    viewer.actor.at_least(Role::ProgramAdmin)?;
    let shown = events.iter().filter(|event| view.at.is_none_or(|at| event.seq.0 == at));
    let lines = shown.filter_map(|event| line(viewer, event)).collect();
    let older = older.filter(|_| view.at.is_none());
    let older = older.map(|seq| AuditView { before: Some(seq.0), ..view.clone() }.href());
    let sees_all = viewer.actor.at_least(Role::OrgAdmin).is_ok();
    let groups = AuditView::GROUPS.iter().take(if sees_all { 4 } else { 1 });
    let admins = viewer.org.all_people().filter(|person| person.role >= Role::ProgramAdmin);
    Ok(AuditPage {
        groups: groups.map(|(name, words, _)| ((*name).to_owned(), (*words).to_owned())).collect(),
        people: admins.map(|person| (person.id.to_string(), person.name.to_string())).collect(),
        lines,
        older,
        view,
    })
}

fn line(viewer: &Viewer, event: &Event) -> Option<AuditLine> {
    if is_own(event) {
        return None;
    }
    let (what, subject, subject_href) = words(viewer.org, &event.what)?;
    Some(AuditLine {
        seq: event.seq.0,
        href: AuditView { at: Some(event.seq.0), ..AuditView::default() }.href(),
        at: viewer.clocks.face(&viewer.zone, event.at),
        by: event.by.as_ref().map(|by| PersonTag::of(viewer.org, by)),
        what,
        subject,
        subject_href,
    })
}

/// True for what somebody did in their own name and for themselves: their profile, joining, finishing a step.
fn is_own(event: &Event) -> bool {
    match &event.what {
        Happening::PersonChanged { person }
        | Happening::ParticipantMoved { person, .. }
        | Happening::SessionsEnded { person } => event.by.as_ref() == Some(person),
        _ => false,
    }
}

/// What was done, to what, and where that is; `None` for what people do for themselves.
fn words(org: &Org, what: &Happening) -> Option<(String, String, String)> {
    let line = |what: &str, subject: String, href: String| Some((what.to_owned(), subject, href));
    let program = |id: &ProgramId| org.program(id).map_or_else(|| id.to_string(), |program| program.title().to_owned());
    let history = |id: &ProgramId| format!("/admin/programs/{id}/history");
    let person = |id: &PersonId| org.name_of(id).to_owned();
    match what {
        Happening::ProgramEdited { program: id, n, .. } => {
            let verb = if *n == 1 { "made the program".to_owned() } else { format!("saved version {n} of") };
            line(&verb, program(id), format!("{}/{n}", history(id)))
        }
        Happening::ProgramMoved { program: id, to } => line(audit_words::phase(*to), program(id), history(id)),
        Happening::ProgramLetOut { program: id, n, to, .. } => {
            line(&audit_words::let_out(org, *n, to), program(id), format!("{}/{n}", history(id)))
        }
        Happening::ProgramScheduled { program: id, how } => {
            line(audit_words::awaited(*how), program(id), format!("/admin/programs/{id}"))
        }
        Happening::ProgramDraftMoved { program: id, owner, how } => {
            line(&audit_words::draft(*how, &person(owner)), program(id), format!("/admin/programs/{id}"))
        }
        Happening::ParticipantMoved { program: id, person: who, how } => {
            line(&audit_words::moved(*how, &person(who)), program(id), format!("/admin/programs/{id}/people"))
        }
        Happening::MatchRoundMoved(MovedRound { program: id, how, .. }) => {
            line(audit_words::round(*how), program(id), format!("/admin/programs/{id}/match"))
        }
        Happening::PersonLeft { person: id } => line("ended the membership of", person(id), format!("/people/{id}")),
        Happening::RoleGiven { person: id, role } => {
            line(&audit_words::role(*role), person(id), format!("/people/{id}"))
        }
        Happening::ResetOffered { person: id } => {
            line("made a link to a new password for", person(id), format!("/people/{id}"))
        }
        Happening::PersonChanged { person: id } => line("changed", person(id), format!("/people/{id}")),
        Happening::PersonInvited { person: id } => line("invited", person(id), format!("/people/{id}")),
        Happening::SessionsEnded { person: id } => line("ended the sessions of", person(id), format!("/people/{id}")),
        Happening::TeamChanged { team } => {
            line("changed the team", TeamTag::of(org, team).name, format!("/teams/{team}"))
        }
        Happening::AreaChanged { area } => line("changed the area", AreaTag::of(org, area).name, "/skills".to_owned()),
        Happening::SkillChanged { skill } => {
            line("changed the skill", SkillTag::of(org, skill).name, format!("/skills/{skill}"))
        }
        Happening::EvidenceRulesChanged => {
            line("changed", "what evidence counts for".to_owned(), "/admin/evidence".to_owned())
        }
        Happening::LeniencyChanged => {
            line("had worked out", "who rates higher or lower".to_owned(), "/admin/evidence".to_owned())
        }
        Happening::TargetsChanged { .. } => line("changed", "targets".to_owned(), "/continuity/targets".to_owned()),
        Happening::PlanChanged { .. } => line("changed", "the cover plan".to_owned(), "/continuity/plan".to_owned()),
        Happening::ImportFinished { import } => {
            line("imported", "files".to_owned(), format!("/admin/import/{import}/result"))
        }
        Happening::ImportUndone { import } => {
            line("took back", "an import".to_owned(), format!("/admin/import/{import}/result"))
        }
        Happening::NoteMoved(MovedNote { note, how }) => {
            let name = org.note(note).map_or_else(|| note.to_string(), |note| note.title.to_string());
            line(audit_words::note(*how)?, name, format!("/library/{note}"))
        }
        Happening::CommentMoved(MovedComment { how: CommentStep::TakenDown, subject, among, .. }) => {
            let (name, href) = if among.is_empty() { (subject.name(org), subject.href()) } else { Default::default() };
            line("removed a comment on", name, href)
        }
        Happening::CommentMoved(MovedComment { how: CommentStep::Kept, subject, among, .. }) => {
            let (name, href) = if among.is_empty() { (subject.name(org), subject.href()) } else { Default::default() };
            line("let a reported comment stand on", name, href)
        }
        Happening::HoursMoved(moved) => {
            line(audit_words::hours(moved.reason)?, audit_words::names(org, &moved.people), "/admin/hours".to_owned())
        }
        Happening::EverythingReplaced => line("replaced", "everything".to_owned(), String::new()),
        Happening::EvidenceGiven { .. }
        | Happening::WantChanged { .. }
        | Happening::OfferChanged { .. }
        | Happening::ExchangeMoved { .. }
        | Happening::CoverDropped { .. }
        | Happening::CoverRecovered { .. }
        | Happening::WatchChanged { .. }
        | Happening::ConfirmationMoved { .. }
        | Happening::QuestionSettled { .. }
        | Happening::DrillMoved { .. }
        | Happening::PairMoved { .. }
        | Happening::SeekingMoved { .. }
        | Happening::RingMoved { .. }
        | Happening::SwapBoardMoved { .. }
        | Happening::SessionChanged { .. }
        | Happening::OccurrenceMoved { .. }
        | Happening::HostProposed { .. }
        | Happening::ThanksGiven { .. }
        | Happening::ThreadMoved { .. }
        | Happening::CommentMoved { .. }
        | Happening::StepSnoozed { .. }
        | Happening::NotificationsRead { .. }
        | Happening::NoticesChanged { .. }
        | Happening::Reminded { .. }
        | Happening::ViewsChanged { .. }
        | Happening::FeedChanged { .. }
        | Happening::SignedOut { .. }
        | Happening::Heartbeat => None,
    }
}

#[cfg(test)]
mod tests;
