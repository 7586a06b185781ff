//! What has to be read again after something happened: decided once for each kind of event.

use crate::log::Logged;
use domain::clocks::Day;
use domain::event::{
    Happening, MovedBoard, MovedComment, MovedConfirmation, MovedDrill, MovedNote, MovedPair, MovedRing, MovedRound,
    MovedSeeking, MovedThread, ProposedHost,
};
use domain::id::{
    AreaId, CommentId, ConfirmationId, CourseId, DrillId, ExchangeId, NoteId, PairId, PersonId, ProgramId, RingId,
    SessionId, SkillId, TeamId, ThreadId,
};
use domain::ledger::Account;
use domain::time::Timestamp;
use std::collections::BTreeSet;

/// What a batch of events asks to be read again.
#[derive(Debug, Default)]
pub(super) struct Stale {
    pub(super) everything: bool,
    pub(super) people: BTreeSet<PersonId>,
    pub(super) teams: BTreeSet<TeamId>,
    pub(super) areas: BTreeSet<AreaId>,
    pub(super) skills: BTreeSet<SkillId>,
    pub(super) known: BTreeSet<(PersonId, SkillId)>,
    pub(super) wants: BTreeSet<(PersonId, SkillId)>,
    pub(super) offers: BTreeSet<(PersonId, SkillId)>,
    pub(super) exchanges: BTreeSet<ExchangeId>,
    pub(super) confirmations: BTreeSet<ConfirmationId>,
    pub(super) drills: BTreeSet<DrillId>,
    pub(super) swap_rings: BTreeSet<RingId>,
    pub(super) courses: BTreeSet<CourseId>,
    pub(super) swap_looks: BTreeSet<ProgramId>,
    pub(super) notes: BTreeSet<NoteId>,
    pub(super) threads: BTreeSet<ThreadId>,
    pub(super) comments: BTreeSet<CommentId>,
    pub(super) pairs: BTreeSet<PairId>,
    pub(super) rounds: BTreeSet<(ProgramId, u32)>,
    /// Searches for a mentor, and what mentors said of their places.
    pub(super) mentoring: BTreeSet<(ProgramId, PersonId)>,
    pub(super) programs: BTreeSet<ProgramId>,
    pub(super) participants: BTreeSet<(ProgramId, PersonId)>,
    /// With all their dates.
    pub(super) sessions: BTreeSet<SessionId>,
    pub(super) occurrences: BTreeSet<(SessionId, Day)>,
    pub(super) proposals: BTreeSet<(SkillId, PersonId)>,
    /// Names of accounts of hours.
    pub(super) hours: BTreeSet<String>,
    pub(super) drops: BTreeSet<SkillId>,
    pub(super) watches: BTreeSet<(PersonId, SkillId)>,
    pub(super) thanks_since: Option<Timestamp>,
}

impl Stale {
    pub(super) fn of(events: &[Logged]) -> Self {
        let mut stale = Self::default();
        events.iter().for_each(|logged| stale.note(logged));
        stale
    }

    fn note(&mut self, logged: &Logged) {
        match &logged.event.what {
            Happening::PersonChanged { person }
            | Happening::PersonLeft { person }
            | Happening::RoleGiven { person, .. }
            | Happening::PersonInvited { person } => {
                self.people.insert(person.clone());
            }
            Happening::TeamChanged { team } => {
                self.teams.insert(team.clone());
            }
            Happening::AreaChanged { area } => {
                self.areas.insert(area.clone());
            }
            Happening::SkillChanged { skill } => {
                self.skills.insert(skill.clone());
            }
            Happening::EvidenceGiven { person, skill } => {
                self.known.insert((person.clone(), skill.clone()));
            }
            Happening::WantChanged { person, skill } => {
                self.wants.insert((person.clone(), skill.clone()));
            }
            Happening::OfferChanged { person, skill } => {
                self.offers.insert((person.clone(), skill.clone()));
            }
            Happening::ExchangeMoved { exchange, .. } => {
                self.exchanges.insert(exchange.clone());
            }
            Happening::ConfirmationMoved(MovedConfirmation { confirmation, .. }) => {
                self.confirmations.insert(confirmation.clone());
            }
            Happening::DrillMoved(MovedDrill { drill, .. }) => {
                self.drills.insert(drill.clone());
            }
            Happening::MatchRoundMoved(MovedRound { program, n, .. }) => {
                self.rounds.insert((program.clone(), *n));
            }
            Happening::RingMoved(MovedRing { ring, .. }) => {
                self.swap_rings.insert(ring.clone());
            }
            Happening::SwapBoardMoved(MovedBoard { course: Some(course), .. }) => {
                self.courses.insert(course.clone());
            }
            Happening::SwapBoardMoved(MovedBoard { program, course: None }) => {
                self.swap_looks.insert(program.clone());
            }
            Happening::HoursMoved(moved) => {
                let people = moved.people.iter().cloned().map(Account::Person);
                self.hours.extend(people.chain([Account::Commons]).map(|account| account.key()));
            }
            Happening::NoteMoved(MovedNote { note, .. }) => {
                self.notes.insert(note.clone());
            }
            Happening::ThreadMoved(MovedThread { thread, .. }) => {
                self.threads.insert(thread.clone());
            }
            Happening::CommentMoved(MovedComment { comment, .. }) => {
                self.comments.insert(comment.clone());
            }
            Happening::PairMoved(MovedPair { pair, .. }) => {
                self.pairs.insert(pair.clone());
            }
            Happening::SeekingMoved(MovedSeeking { program, person, mentors }) => {
                let people = mentors.iter().chain([person]);
                self.mentoring.extend(people.map(|person| (program.clone(), person.clone())));
            }
            Happening::ProgramEdited { program, .. }
            | Happening::ProgramLetOut { program, .. }
            | Happening::ProgramMoved { program, .. } => {
                self.programs.insert(program.clone());
            }
            Happening::ParticipantMoved { program, person, .. } => {
                self.participants.insert((program.clone(), person.clone()));
            }
            Happening::SessionChanged { session, .. } => {
                self.sessions.insert(session.clone());
            }
            Happening::OccurrenceMoved { session, on, .. } => {
                self.occurrences.insert((session.clone(), *on));
            }
            Happening::HostProposed(ProposedHost { skill, host }) => {
                self.proposals.insert((skill.clone(), host.clone()));
            }
            Happening::CoverDropped { skill } => {
                self.drops.insert(skill.clone());
            }
            Happening::CoverRecovered { skills } => self.drops.extend(skills.iter().cloned()),
            Happening::WatchChanged { person, skill } => {
                self.watches.insert((person.clone(), skill.clone()));
            }
            Happening::TargetsChanged { skills } => self.skills.extend(skills.iter().cloned()),
            Happening::ThanksGiven { .. } => {
                let at = logged.event.at;
                self.thanks_since = Some(self.thanks_since.map_or(at, |earlier| earlier.min(at)));
            }
            Happening::ImportFinished { .. }
            | Happening::ImportUndone { .. }
            | Happening::EvidenceRulesChanged
            | Happening::LeniencyChanged
            | Happening::EverythingReplaced => {
                self.everything = true;
            }
            // Plans, drafts and what waits for its day are read from the database by the pages that show them.
            Happening::PlanChanged { .. }
            | Happening::ProgramScheduled { .. }
            | Happening::ProgramDraftMoved { .. }
            | Happening::StepSnoozed { .. }
            | Happening::QuestionSettled { .. }
            | Happening::NotificationsRead { .. }
            | Happening::NoticesChanged { .. }
            | Happening::Reminded { .. }
            | Happening::ViewsChanged { .. }
            | Happening::FeedChanged { .. }
            | Happening::ResetOffered { .. }
            | Happening::SessionsEnded { .. }
            | Happening::SignedOut { .. }
            | Happening::Heartbeat => {}
        }
    }
}
