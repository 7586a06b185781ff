//! What was done, in the words of the audit: a verb that the name of a program, a person or a note goes on from.

use super::words::whom;
use crate::actor::Role;
use crate::event::{Awaited, DraftMoved, LetOut, Moved, RoundStep};
use crate::id::PersonId;
use crate::ledger::Reason;
use crate::note::NoteStep;
use crate::org::Org;
use crate::program::Phase;
use crate::wording::listed;

/// "opened".
pub(super) const fn phase(to: Phase) -> &'static str {
    match to {
        Phase::Draft => "took back to a draft",
        Phase::Open => "opened",
        Phase::Running => "let run",
        Phase::Paused => "paused",
        Phase::Closed => "closed",
    }
}

/// "took back hours of"; `None` for what people do among themselves.
pub(super) const fn hours(reason: Reason) -> Option<&'static str> {
    match reason {
        Reason::Corrected => Some("set an hour right of"),
        Reason::Reversed => Some("took back an hour of"),
        Reason::Taught | Reason::Given => None,
    }
}

/// "Wen Li, Amara Okafor and 2 more".
pub(super) fn names(org: &Org, people: &[PersonId]) -> String {
    listed(people.iter().map(|person| org.name_of(person)), 2)
}

/// "let version 5 out to more people, so far 50 % of those inside, in".
pub(super) fn let_out(org: &Org, n: u32, to: &LetOut) -> String {
    match to {
        LetOut::Further { reach } => format!("let version {n} out to more people, {}, in", whom(org, reach)),
        LetOut::Stopped => format!("stopped letting out version {n} of"),
    }
}

/// "called off a scheduled change of".
pub(super) const fn awaited(how: Option<Awaited>) -> &'static str {
    match how {
        Some(Awaited::Scheduled) => "scheduled a change of",
        Some(Awaited::Published) => "published a scheduled change of",
        Some(Awaited::Refused) => "could not publish a scheduled change of",
        Some(Awaited::CalledOff) => "called off a scheduled change of",
        None => "scheduled a change of, or called one off",
    }
}

/// "took over the changes that Wen Li had not published of".
pub(super) fn draft(how: DraftMoved, whose: &str) -> String {
    match how {
        DraftMoved::TakenOver => format!("took over the changes that {whose} had not published of"),
        DraftMoved::Dropped => format!("dropped the changes that {whose}, who has left, had not published of"),
    }
}

/// "took Wen Li out of".
pub(super) fn moved(how: Option<Moved>, who: &str) -> String {
    match how {
        Some(Moved::Invited) => format!("invited {who} to"),
        Some(Moved::Declined) => format!("took back the invitation of {who} to"),
        Some(Moved::Applied) => format!("noted that {who} applies to"),
        Some(Moved::TurnedDown) => format!("declined that {who} joins"),
        Some(Moved::Waits) => format!("put {who} in the queue of"),
        Some(Moved::Joined) => format!("took {who} into"),
        Some(Moved::Seated) => format!("gave {who}, who waited, a free seat in"),
        Some(Moved::Left) => format!("took {who} out of"),
        Some(Moved::Stepped) => format!("ticked a step of {who} in"),
        Some(Moved::MovedOn) => format!("moved {who} on to the next stage of"),
        Some(Moved::Finished) => format!("ticked the last step of {who} in"),
        Some(Moved::RoleChanged) => format!("gave {who} another role in"),
        None => format!("changed where {who} stands in"),
    }
}

/// "published the pairs of a matching in".
pub(super) const fn round(how: RoundStep) -> &'static str {
    match how {
        RoundStep::Decided => "pinned a pair, ruled one out, or took that back, in the matching of",
        RoundStep::Weighed => "changed what counts in the matching of",
        RoundStep::Kept => "kept a pairing, dropped one or took one up, in the matching of",
        RoundStep::Published => "published the pairs of a matching in",
        RoundStep::Undone => "took back the pairs of a matching in",
    }
}

/// "gave the role of program admin to".
pub(super) fn role(role: Role) -> String {
    format!("gave the role of {} to", role.title().to_lowercase())
}

/// "handed over the note"; nothing for what everybody does with notes: their history tells that.
pub(super) const fn note(how: NoteStep) -> Option<&'static str> {
    match how {
        NoteStep::MadeObsolete => Some("marked as obsolete the note"),
        NoteStep::MadeCurrent => Some("took back that it is obsolete, of the note"),
        NoteStep::HandedOver => Some("handed over the note"),
        NoteStep::Written | NoteStep::Edited | NoteStep::Restored | NoteStep::Verified | NoteStep::Kept => None,
    }
}
