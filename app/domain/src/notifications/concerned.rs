//! Whose notifications an event may have added to. Nobody is left out; who is named for nothing is told nothing.

use crate::actor::Role;
use crate::coverage::Hearing;
use crate::event::{
    Awaited, Happening, Moved, MovedBoard, MovedComment, MovedConfirmation, MovedDrill, MovedNote, MovedPair,
    MovedRing, MovedRound, MovedSeeking, MovedThread, ProposedHost,
};
use crate::id::{NoteId, PersonId, ProgramId, SkillId, ThreadId};
use crate::note::verifier;
use crate::org::Org;
use crate::program::Program;
use crate::session::Told;

/// The people whom it may have told something.
pub fn concerned(org: &Org, what: &Happening) -> Vec<PersonId> {
    match what {
        Happening::ExchangeMoved { learner, teacher, .. } => vec![learner.clone(), teacher.clone()],
        Happening::ConfirmationMoved(MovedConfirmation { asker, colleague, .. }) => vec![asker.clone(), colleague.clone()],
        Happening::DrillMoved(MovedDrill { holder, backup, proposed_by, .. }) => {
            vec![holder.clone(), backup.clone(), proposed_by.clone()]
        }
        Happening::PairMoved(MovedPair { people, .. }) => people.clone(),
        Happening::MatchRoundMoved(MovedRound { program, n, .. }) => {
            org.match_round(program, *n).map(|round| round.left().to_vec()).unwrap_or_default()
        }
        Happening::SeekingMoved(MovedSeeking { program, person, mentors }) => {
            let keepers = org.program(program).into_iter().flat_map(|program| keepers(org, program));
            mentors.iter().chain([person]).cloned().chain(keepers).collect()
        }
        Happening::RingMoved(MovedRing { people, .. }) => people.clone(),
        Happening::SwapBoardMoved(MovedBoard { course, .. }) => {
            let course = course.as_ref().and_then(|course| org.course(course));
            let joined = course.into_iter().flat_map(|course| &course.joined);
            joined.map(|joined| joined.person.clone()).collect()
        }
        Happening::ThanksGiven { to, .. } => vec![to.clone()],
        Happening::HoursMoved(moved) => moved.people.clone(),
        Happening::ParticipantMoved { program, person, how } => match how {
            Some(Moved::Applied) | None => inside(org, program, vec![person.clone()]),
            Some(_) => vec![person.clone()],
        },
        Happening::ProgramEdited { program, .. }
        | Happening::ProgramLetOut { program, .. }
        | Happening::ProgramMoved { program, .. } => inside(org, program, Vec::new()),
        Happening::ProgramScheduled { program, how: Some(Awaited::Refused) } => {
            let keepers = org.people().filter(|person| person.role >= Role::ProgramAdmin);
            inside(org, program, keepers.map(|person| person.id.clone()).collect())
        }
        Happening::CoverDropped { skill } => hearing(org, skill),
        Happening::SessionChanged { session, .. } => {
            let dates = org.occurrences_of(session).flat_map(|date| &date.told);
            org.session(session).into_iter().flat_map(|session| &session.told).chain(dates).map(to).collect()
        }
        Happening::OccurrenceMoved { session, on, .. } => {
            let date = org.occurrence(session, *on).into_iter().flat_map(|date| &date.told);
            org.session(session).into_iter().flat_map(|session| &session.told).chain(date).map(to).collect()
        }
        Happening::HostProposed(ProposedHost { host, .. }) => vec![host.clone()],
        Happening::ProgramDraftMoved { owner, .. } => vec![owner.clone()],
        Happening::NoteMoved(MovedNote { note, .. }) => keepers_of(org, note),
        Happening::ThreadMoved(MovedThread { thread, .. }) => around(org, thread),
        Happening::CommentMoved(MovedComment { comment, subject, .. }) => {
            let called = org.comment(comment).into_iter().flat_map(|comment| &comment.mentions);
            called.map(|mention| mention.person.clone()).chain(subject.concerns(org)).collect()
        }
        Happening::PersonChanged { .. }
        | Happening::PersonLeft { .. }
        | Happening::RoleGiven { .. }
        | Happening::TeamChanged { .. }
        | Happening::AreaChanged { .. }
        | Happening::SkillChanged { .. }
        | Happening::EvidenceGiven { .. }
        | Happening::EvidenceRulesChanged
        | Happening::LeniencyChanged
        | Happening::WantChanged { .. }
        | Happening::OfferChanged { .. }
        | Happening::CoverRecovered { .. }
        | Happening::WatchChanged { .. }
        | Happening::TargetsChanged { .. }
        | Happening::PlanChanged { .. }
        | Happening::ProgramScheduled { .. }
        | Happening::QuestionSettled { .. }
        | Happening::StepSnoozed { .. }
        | Happening::NotificationsRead { .. }
        | Happening::NoticesChanged { .. }
        // Whoever is reminded is told by the reminder itself.
        | Happening::Reminded { .. }
        | Happening::FeedChanged { .. }
        | Happening::ViewsChanged { .. }
        | Happening::ImportFinished { .. }
        | Happening::ImportUndone { .. }
        | Happening::SessionsEnded { .. }
        | Happening::SignedOut { .. }
        | Happening::PersonInvited { .. }
        | Happening::ResetOffered { .. }
        | Happening::EverythingReplaced
        | Happening::Heartbeat => Vec::new(),
    }
}

fn to(told: &Told) -> PersonId {
    told.person.clone()
}

/// Everybody in a program and everybody who looks after it, and `others`.
fn inside(org: &Org, program: &ProgramId, others: Vec<PersonId>) -> Vec<PersonId> {
    let inside = org.participants(program).map(|participant| participant.person.clone());
    let keepers = org.program(program).into_iter().flat_map(|program| keepers(org, program));
    others.into_iter().chain(inside).chain(keepers).collect()
}

/// Everybody who looks after a program.
fn keepers<'a>(org: &'a Org, program: &'a Program) -> impl Iterator<Item = PersonId> + use<'a> {
    org.people().filter(|person| org.looks_after(program, &person.id)).map(|person| person.id.clone())
}

/// Who answers for a note, who looks at it again, and whom it was given to.
fn keepers_of(org: &Org, note: &NoteId) -> Vec<PersonId> {
    let Some(note) = org.note(note) else { return Vec::new() };
    let handed = note.handed.iter().map(|handed| &handed.to);
    std::iter::once(&note.owner).chain(verifier(org, note)).chain(handed).cloned().collect()
}

/// Who asked, whom it was put to, who answered, and who would like an answer too.
fn around(org: &Org, thread: &ThreadId) -> Vec<PersonId> {
    let Some(thread) = org.thread(thread) else { return Vec::new() };
    let asked = thread.turns.iter().map(|turn| &turn.to);
    let answered = thread.answers.iter().map(|answer| &answer.by);
    std::iter::once(&thread.by).chain(asked).chain(answered).chain(&thread.wanted_too).cloned().collect()
}

fn hearing(org: &Org, skill: &SkillId) -> Vec<PersonId> {
    org.people().filter(|person| Hearing::of(org, person).includes(skill)).map(|person| person.id.clone()).collect()
}
