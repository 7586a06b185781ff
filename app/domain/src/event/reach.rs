//! Whom an event concerns, and which pages: both follow from what happened.

use super::{
    Audience, Happening, MovedComment, MovedConfirmation, MovedDrill, MovedPair, MovedRing, MovedSeeking, ProposedHost,
    Topic,
};
use crate::actor::Role;
use crate::comment::{CommentStep, Subject};
use crate::id::ProgramId;

impl Happening {
    /// The program whose keepers may know of it beside its audience.
    pub const fn kept_in(&self) -> Option<&ProgramId> {
        match self {
            Self::PairMoved(MovedPair { program, .. })
            | Self::SeekingMoved(MovedSeeking { program, .. })
            | Self::RingMoved(MovedRing { program, .. }) => Some(program),
            _ => None,
        }
    }

    /// Who may know of it, which follows from what it is.
    pub fn audience(&self) -> Audience {
        match self {
            Self::PersonChanged { .. }
            | Self::PersonLeft { .. }
            | Self::TeamChanged { .. }
            | Self::AreaChanged { .. }
            | Self::SkillChanged { .. }
            | Self::EvidenceGiven { .. }
            | Self::EvidenceRulesChanged
            | Self::LeniencyChanged
            | Self::WantChanged { .. }
            | Self::OfferChanged { .. }
            | Self::CoverDropped { .. }
            | Self::CoverRecovered { .. }
            | Self::TargetsChanged { .. }
            | Self::ProgramEdited { .. }
            | Self::ProgramLetOut { .. }
            | Self::ProgramMoved { .. }
            | Self::ParticipantMoved { .. }
            | Self::MatchRoundMoved { .. }
            | Self::SessionChanged { people: None, .. }
            | Self::OccurrenceMoved { people: None, .. }
            | Self::SwapBoardMoved { .. }
            | Self::ThanksGiven { .. }
            | Self::NoteMoved { .. }
            | Self::ThreadMoved { .. }
            | Self::ImportFinished { .. }
            | Self::ImportUndone { .. }
            | Self::EverythingReplaced
            | Self::Heartbeat => Audience::Everyone,
            Self::ExchangeMoved { learner, teacher, .. } => {
                Audience::People { people: vec![learner.clone(), teacher.clone()] }
            }
            Self::CommentMoved(moved) => among_or_everyone(moved),
            Self::PairMoved(MovedPair { people, .. }) => {
                Audience::PeopleAndRole { people: people.clone(), role: Role::ProgramAdmin }
            }
            Self::SeekingMoved(MovedSeeking { person, mentors, .. }) => {
                let people = mentors.iter().chain([person]).cloned().collect();
                Audience::PeopleAndRole { people, role: Role::ProgramAdmin }
            }
            Self::ConfirmationMoved(MovedConfirmation { asker, colleague, .. }) => {
                Audience::People { people: vec![asker.clone(), colleague.clone()] }
            }
            Self::DrillMoved(MovedDrill { holder, backup, proposed_by, .. }) => {
                let mut people = vec![holder.clone(), backup.clone()];
                people.extend((!people.contains(proposed_by)).then(|| proposed_by.clone()));
                Audience::PeopleAndRole { people, role: Role::ProgramAdmin }
            }
            Self::RingMoved(MovedRing { people, .. }) => {
                Audience::PeopleAndRole { people: people.clone(), role: Role::ProgramAdmin }
            }
            Self::SessionChanged { people: Some(people), .. } | Self::OccurrenceMoved { people: Some(people), .. } => {
                Audience::PeopleAndRole { people: people.clone(), role: Role::ProgramAdmin }
            }
            Self::HoursMoved(moved) => Audience::PeopleAndRole { people: moved.people.clone(), role: Role::OrgAdmin },
            Self::StepSnoozed { person }
            | Self::QuestionSettled { person }
            | Self::NotificationsRead { person }
            | Self::Reminded { person }
            | Self::ViewsChanged { person }
            | Self::FeedChanged { person }
            | Self::WatchChanged { person, .. }
            | Self::HostProposed(ProposedHost { host: person, .. })
            | Self::SessionsEnded { person }
            | Self::SignedOut { person, .. } => Audience::People { people: vec![person.clone()] },
            Self::ProgramDraftMoved { owner, .. } => {
                Audience::PeopleAndRole { people: vec![owner.clone()], role: Role::ProgramAdmin }
            }
            Self::PlanChanged { .. } => Audience::AtLeast { role: Role::Manager },
            Self::ProgramScheduled { .. } => Audience::AtLeast { role: Role::ProgramAdmin },
            Self::NoticesChanged { person } | Self::RoleGiven { person, .. } => {
                Audience::PeopleAndRole { people: vec![person.clone()], role: Role::OrgAdmin }
            }
            Self::PersonInvited { .. } | Self::ResetOffered { .. } => Audience::AtLeast { role: Role::OrgAdmin },
        }
    }

    /// The part of the product whose pages show it.
    pub const fn topic(&self) -> Topic {
        match self {
            Self::PersonChanged { .. }
            | Self::PersonLeft { .. }
            | Self::RoleGiven { .. }
            | Self::TeamChanged { .. }
            | Self::PersonInvited { .. }
            | Self::ResetOffered { .. }
            | Self::ViewsChanged { .. } => Topic::People,
            Self::AreaChanged { .. }
            | Self::SkillChanged { .. }
            | Self::EvidenceGiven { .. }
            | Self::WantChanged { .. }
            | Self::CoverRecovered { .. }
            | Self::WatchChanged { .. }
            | Self::TargetsChanged { .. }
            | Self::OfferChanged { .. }
            | Self::PlanChanged { .. } => Topic::Skills,
            Self::ProgramEdited { .. }
            | Self::ProgramLetOut { .. }
            | Self::ProgramMoved { .. }
            | Self::ParticipantMoved { .. }
            | Self::ProgramDraftMoved { .. }
            | Self::ProgramScheduled { .. }
            | Self::MatchRoundMoved { .. } => Topic::Programs,
            Self::SessionChanged { .. }
            | Self::OccurrenceMoved { .. }
            | Self::HostProposed { .. }
            | Self::FeedChanged { .. } => Topic::Sessions,
            Self::ExchangeMoved { .. }
            | Self::ConfirmationMoved { .. }
            | Self::QuestionSettled { .. }
            | Self::DrillMoved { .. }
            | Self::PairMoved { .. }
            | Self::SeekingMoved { .. }
            | Self::RingMoved { .. }
            | Self::SwapBoardMoved { .. }
            | Self::HoursMoved { .. }
            | Self::ThanksGiven { .. }
            | Self::StepSnoozed { .. }
            | Self::NotificationsRead { .. }
            | Self::NoticesChanged { .. }
            | Self::Reminded { .. } => Topic::Exchanges,
            Self::NoteMoved { .. } | Self::ThreadMoved { .. } => Topic::Library,
            Self::CommentMoved { .. } => Topic::Talk,
            Self::ImportFinished { .. }
            | Self::ImportUndone { .. }
            | Self::EvidenceRulesChanged
            | Self::LeniencyChanged
            // Boards and skills show it, and it is news for whoever wants to be told.
            | Self::CoverDropped { .. }
            | Self::EverythingReplaced => Topic::Everything,
            Self::SessionsEnded { .. } | Self::SignedOut { .. } => Topic::Session,
            Self::Heartbeat => Topic::Nothing,
        }
    }
}

/// Those among whom something was said, and program admins where they read it anyway or once somebody had it looked at;
/// everybody elsewhere.
fn among_or_everyone(moved: &MovedComment) -> Audience {
    let people = moved.among.clone();
    match (&moved.subject, moved.how) {
        _ if people.is_empty() => Audience::Everyone,
        (Subject::Session(_), _) | (_, CommentStep::TakenDown | CommentStep::Reported | CommentStep::Kept) => {
            Audience::PeopleAndRole { people, role: Role::ProgramAdmin }
        }
        (_, CommentStep::Written | CommentStep::Edited | CommentStep::Removed) => Audience::People { people },
    }
}
