//! The topic and the name of each kind of notification.

use super::NotificationKind;
use crate::notices::About;

impl NotificationKind {
    /// The topic by which people choose how they are told.
    pub const fn about(self) -> About {
        match self {
            Self::Asked
            | Self::Agreed
            | Self::Proposed
            | Self::Ended
            | Self::Confirmed
            | Self::MentorAsked
            | Self::MentorAnswered
            | Self::MentorPaused
            | Self::PairBegan
            | Self::PairAsks
            | Self::PairMoved
            | Self::SwapOffered
            | Self::SwapAgreed
            | Self::SwapFell
            | Self::CourseTaken
            | Self::OfferLapsed => About::Requests,
            Self::MeetingNear | Self::SessionReminder => About::Reminders,
            Self::Thanked | Self::HoursGiven => About::Thanks,
            Self::CoverDropped => About::Cover,
            Self::ProgramInvited
            | Self::ProgramApplied
            | Self::ProgramAnswered
            | Self::ProgramRole
            | Self::ProgramSeated
            | Self::ProgramChanged
            | Self::ProgramMoved
            | Self::ProgramUnmatched
            | Self::ProgramLeft
            | Self::ProgramReminder
            | Self::ScheduleRefused
            | Self::DraftTakenOver
            | Self::MentorWaits => About::Programs,
            Self::SeatHeld
            | Self::Seated
            | Self::SessionChanged
            | Self::SessionAsked
            | Self::SessionAnswered
            | Self::HoursChanged => About::Sessions,
            Self::Mentioned
            | Self::Commented
            | Self::QuestionAsked
            | Self::QuestionAnswered
            | Self::QuestionSolved
            | Self::NoteHandedOver
            | Self::NoteChanged
            | Self::NoteDue => About::Library,
        }
    }

    pub(super) const fn slug(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Agreed => "agreed",
            Self::Proposed => "proposed",
            Self::Ended => "ended",
            Self::Confirmed => "confirmed",
            Self::Thanked => "thanked",
            Self::PairBegan => "pair_began",
            Self::PairAsks => "pair_asks",
            Self::PairMoved => "pair_moved",
            Self::MeetingNear => "meeting_near",
            Self::CoverDropped => "cover_dropped",
            Self::ProgramInvited => "program_invited",
            Self::ProgramApplied => "program_applied",
            Self::ProgramAnswered => "program_answered",
            Self::ProgramRole => "program_role",
            Self::ProgramSeated => "program_seated",
            Self::ProgramChanged => "program_changed",
            Self::ProgramMoved => "program_moved",
            Self::ProgramUnmatched => "program_unmatched",
            Self::ProgramLeft => "program_left",
            Self::ProgramReminder => "program_reminder",
            Self::ScheduleRefused => "schedule_refused",
            Self::DraftTakenOver => "draft_taken_over",
            Self::SeatHeld => "seat_held",
            Self::Seated => "seated",
            Self::SessionChanged => "session_changed",
            Self::SessionAsked => "session_asked",
            Self::SessionAnswered => "session_answered",
            Self::SessionReminder => "session_reminder",
            Self::MentorAsked => "mentor_asked",
            Self::MentorAnswered => "mentor_answered",
            Self::MentorPaused => "mentor_paused",
            Self::MentorWaits => "mentor_waits",
            Self::Mentioned => "mentioned",
            Self::Commented => "commented",
            Self::QuestionAsked => "question_asked",
            Self::QuestionAnswered => "question_answered",
            Self::QuestionSolved => "question_solved",
            Self::NoteHandedOver => "note_handed_over",
            Self::NoteChanged => "note_changed",
            Self::NoteDue => "note_due",
            Self::SwapOffered => "swap_offered",
            Self::SwapAgreed => "swap_agreed",
            Self::SwapFell => "swap_fell",
            Self::CourseTaken => "course_taken",
            Self::OfferLapsed => "offer_lapsed",
            Self::HoursGiven => "hours_given",
            Self::HoursChanged => "hours_changed",
        }
    }
}
