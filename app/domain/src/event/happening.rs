//! What can happen, one variant each.

use super::{
    Awaited, DraftMoved, LetOut, Moved, MovedBoard, MovedComment, MovedConfirmation, MovedDrill, MovedHours, MovedNote,
    MovedPair, MovedRing, MovedRound, MovedSeeking, MovedThread, ProposedHost, SessionMark,
};
use crate::actor::Role;
use crate::clocks::Day;
use crate::id::{AreaId, ExchangeId, ImportId, PersonId, PlanId, ProgramId, SessionId, SkillId, TeamId};
use crate::program::{Digest, Phase};
use serde::{Deserialize, Serialize};

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Happening {
    /// A person came or changed.
    PersonChanged {
        /// Who.
        person: PersonId,
    },
    /// A person works here no more.
    PersonLeft {
        /// Who.
        person: PersonId,
    },
    /// A person has another role.
    RoleGiven {
        /// Who.
        person: PersonId,
        /// Which.
        role: Role,
    },
    /// A team came or changed.
    TeamChanged {
        /// Which.
        team: TeamId,
    },
    /// An area came or changed.
    AreaChanged {
        /// Which.
        area: AreaId,
    },
    /// A skill came or changed.
    SkillChanged {
        /// Which.
        skill: SkillId,
    },
    /// Evidence was given or taken back.
    EvidenceGiven {
        /// For whom.
        person: PersonId,
        /// In what.
        skill: SkillId,
    },
    /// What kinds of evidence weigh, or how fast they fade, is another.
    EvidenceRulesChanged,
    /// Who rates higher or lower than others was worked out anew.
    LeniencyChanged,
    /// Somebody's want came, changed or was dropped.
    WantChanged {
        /// Whose.
        person: PersonId,
        /// Of what.
        skill: SkillId,
    },
    /// Somebody's offer came, changed or was withdrawn.
    OfferChanged {
        /// Whose.
        person: PersonId,
        /// Of what.
        skill: SkillId,
    },
    /// An exchange was asked for or moved on.
    ExchangeMoved {
        /// Which.
        exchange: ExchangeId,
        /// Who learns.
        learner: PersonId,
        /// Who teaches.
        teacher: PersonId,
        /// What is taught.
        skill: SkillId,
    },
    /// A skill dropped below its target.
    CoverDropped {
        /// Which.
        skill: SkillId,
    },
    /// Skills that had dropped below their target reach it again.
    CoverRecovered {
        /// Which.
        skills: Vec<SkillId>,
    },
    /// Somebody said whether they want to be told of a skill's drops.
    WatchChanged {
        /// Who.
        person: PersonId,
        /// Of which skill.
        skill: SkillId,
    },
    /// Targets of many skills were changed at once, or put back.
    TargetsChanged {
        /// Which skills.
        skills: Vec<SkillId>,
    },
    /// A cross-training plan was drawn up, changed or started, or a request of it moved on.
    PlanChanged {
        /// Which.
        plan: PlanId,
    },
    /// A program was made, or a version of it saved or brought back.
    ProgramEdited {
        /// Which.
        program: ProgramId,
        /// The version that it has now.
        n: u32,
        /// Of all that the version says; events from before it was noted leave it out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        digest: Option<Digest>,
    },
    /// A version of a program was let out to more people, or no further.
    ProgramLetOut {
        /// Which program.
        program: ProgramId,
        /// Which version.
        n: u32,
        /// What came of it.
        to: LetOut,
        /// Of all that the version says since then.
        digest: Digest,
    },
    /// A program opened, went on, paused, closed.
    ProgramMoved {
        /// Which.
        program: ProgramId,
        /// What it is now.
        to: Phase,
    },
    /// Somebody was invited to a program, joined, waits, left, or finished a step of it.
    ParticipantMoved {
        /// Which program.
        program: ProgramId,
        /// Who.
        person: PersonId,
        /// What they went through.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        how: Option<Moved>,
    },
    /// A change of a program was put off to a day, called off, or came due.
    ProgramScheduled {
        /// Which program.
        program: ProgramId,
        /// What came of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        how: Option<Awaited>,
    },
    /// An admin's changes of a program that are not live went to another admin, or were dropped.
    ProgramDraftMoved {
        /// Which program.
        program: ProgramId,
        /// Whose changes they were.
        owner: PersonId,
        /// What came of them.
        how: DraftMoved,
    },
    /// A request to confirm a skill was made or moved on.
    ConfirmationMoved(MovedConfirmation),
    /// Somebody settled a question that they could be asked, or said whether they want any.
    QuestionSettled {
        /// Who.
        person: PersonId,
    },
    /// A drill was planned or moved on.
    DrillMoved(MovedDrill),
    /// Hours moved between accounts.
    HoursMoved(MovedHours),
    /// An hour together was planned, changed, voted on, settled or called off.
    SessionChanged {
        /// Which.
        session: SessionId,
        /// Whom it is open to; `None` for everyone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        people: Option<Vec<PersonId>>,
    },
    /// Something came of one date of it: an answer, a place in line, a question, who was there, how it ended.
    OccurrenceMoved {
        /// Of which session.
        session: SessionId,
        /// The name of the date.
        on: Day,
        /// Whom it is about; `None` for several, and for who asked without a name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<PersonId>,
        /// Whom the session is open to; `None` for everyone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        people: Option<Vec<PersonId>>,
    },
    /// A session was proposed to somebody who could hold it, or they said yes or no to it.
    HostProposed(ProposedHost),
    /// A ring of people who would teach each other was offered or moved on.
    RingMoved(MovedRing),
    /// It was looked for rings in a program, or a course that nobody teaches yet moved on.
    SwapBoardMoved(MovedBoard),
    /// Somebody thanked somebody.
    ThanksGiven {
        /// Who thanked.
        from: PersonId,
        /// Who was thanked.
        to: PersonId,
        /// For what.
        skill: SkillId,
    },
    /// A note in the library was written, changed, or said to hold or not to.
    NoteMoved(MovedNote),
    /// A question to colleagues was asked, answered, or moved on.
    ThreadMoved(MovedThread),
    /// Somebody said something below something, changed it, removed it or reported it.
    CommentMoved(MovedComment),
    /// A mentor and whoever learns from them were brought together, or moved on.
    PairMoved(MovedPair),
    /// A round of matching was bent, kept, published or undone.
    MatchRoundMoved(MovedRound),
    /// Somebody's search for a mentor moved on, or a mentor takes more, fewer or nobody.
    SeekingMoved(MovedSeeking),
    /// Somebody put their next step off.
    StepSnoozed {
        /// Who.
        person: PersonId,
    },
    /// Somebody read their notifications.
    NotificationsRead {
        /// Who.
        person: PersonId,
    },
    /// Somebody chose what they are told, and how; or their address takes no mail.
    NoticesChanged {
        /// Who.
        person: PersonId,
    },
    /// Somebody was reminded of a meeting.
    Reminded {
        /// Who.
        person: PersonId,
    },
    /// Somebody's saved views came, changed or were dropped.
    ViewsChanged {
        /// Whose.
        person: PersonId,
    },
    /// Somebody’s calendar link was made, replaced or ended.
    FeedChanged {
        /// Whose.
        person: PersonId,
    },
    /// Files were imported.
    ImportFinished {
        /// Which import.
        import: ImportId,
    },
    /// An import was taken back.
    ImportUndone {
        /// Which import.
        import: ImportId,
    },
    /// Somebody's sessions were ended: signed out everywhere, new password, new role, or gone.
    SessionsEnded {
        /// Whose.
        person: PersonId,
    },
    /// Somebody signed out of one browser, or signed in there anew.
    SignedOut {
        /// Who.
        person: PersonId,
        /// Of which browser.
        session: SessionMark,
    },
    /// Somebody was invited.
    PersonInvited {
        /// Who.
        person: PersonId,
    },
    /// An admin made a link by which somebody chooses a new password.
    ResetOffered {
        /// Who.
        person: PersonId,
    },
    /// The demo company, or a restored copy, took the place of everything.
    EverythingReplaced,
    /// Nothing happened; streams use it to carry the cursor.
    Heartbeat,
}
