//! Where a drill stands, in a sentence for whoever reads it.

use super::{my_side, when};
use crate::clocks::Day;
use crate::drill::{Drill, Outcome, REPORT_WITHIN, Side, Stage, Verdict};
use crate::exchanges::{Status, Tone};
use crate::reader::Reader;
use crate::tag::PersonTag;
use crate::wording::{listed, sentence};

/// "Thursday 26 November", or "Thursday 26 November to Friday 27 November".
pub(crate) fn days_in(on: Day, until: Day) -> String {
    if on == until { on.in_full() } else { format!("{} to {}", on.in_full(), until.in_full()) }
}

/// When it is.
pub(crate) fn days(drill: &Drill) -> String {
    days_in(drill.on, drill.until)
}

/// Where `drill` stands for the reader, who may be neither of the two.
pub(super) fn status(reader: &Reader, drill: &Drill) -> Status {
    let mine = my_side(reader, drill);
    let (tone, label, text) = match &drill.stage {
        Stage::Proposed { until, .. } if reader.now() >= *until => {
            (Tone::Over, "expired", "Nobody answered in time.".to_owned())
        }
        Stage::Proposed { waits_for, until } => match mine {
            Some(side) if waits_for.contains(&side) => {
                let text = format!("Does {} suit you? Answer until {}.", days(drill), reader.when(*until));
                (Tone::Yours, "your turn", text)
            }
            Some(_) | None => {
                let names = names(reader, drill, waits_for);
                (Tone::Theirs, "waiting", format!("Waiting for {names} to answer, until {}.", reader.when(*until)))
            }
        },
        Stage::Agreed => agreed(reader, drill, mine),
        Stage::Done { .. } => done(reader, drill),
        Stage::Declined { by, .. } => {
            (Tone::Over, "declined", format!("{} declined.", sentence(&called(reader, drill, *by))))
        }
        Stage::Expired => (Tone::Over, "expired", "Nobody answered in time.".to_owned()),
        Stage::Withdrawn => (Tone::Over, "taken back", "The proposal was taken back.".to_owned()),
        Stage::Untold => untold(),
    };
    Status { tone, label: label.to_owned(), text }
}

fn agreed(reader: &Reader, drill: &Drill, mine: Option<Side>) -> (Tone, &'static str, String) {
    let today = when(reader, drill).today;
    if today > drill.until.plus(REPORT_WITHIN) {
        return untold();
    }
    if today > drill.until {
        return after_the_day(reader, drill, mine);
    }
    let (label, ends) = match today {
        today if today < drill.on => ("agreed", String::new()),
        _ => ("under way", " Say how it went when it is over.".to_owned()),
    };
    let told = mine.is_some_and(|side| drill.report_of(side).is_some());
    if told {
        return after_the_day(reader, drill, mine);
    }
    let (holder, backup) = (name(reader, drill, Side::Holder), name(reader, drill, Side::Backup));
    let days = days(drill);
    let text = match mine {
        Some(Side::Holder) => format!("You stand back on {days}, and {backup} does it from the notes.{ends}"),
        Some(Side::Backup) => format!("You do it on {days}, from the notes, and {holder} stands back.{ends}"),
        None => format!("{backup} does it on {days}, from the notes, and {holder} stands back."),
    };
    (Tone::Agreed, label, text)
}

fn untold() -> (Tone, &'static str, String) {
    (Tone::Over, "not told", "Not both said how it went, so it counts for nothing.".to_owned())
}

fn after_the_day(reader: &Reader, drill: &Drill, mine: Option<Side>) -> (Tone, &'static str, String) {
    let missing: Vec<Side> = Side::ALL.into_iter().filter(|side| drill.report_of(*side).is_none()).collect();
    match mine.filter(|side| missing.contains(side)) {
        Some(side) => {
            let by = drill.until.plus(REPORT_WITHIN).in_full();
            let other = name(reader, drill, side.other());
            let text = if drill.report_of(side.other()).is_some() {
                format!("{other} has said how it went; only your word is missing. Say it by {by}.")
            } else {
                format!("Say how it went by {by}. {other} reads it when both of you have.")
            };
            (Tone::Yours, "how did it go?", text)
        }
        None => {
            let names = names(reader, drill, &missing);
            (Tone::Theirs, "waiting", format!("Waiting for {names} to say how it went."))
        }
    }
}

fn done(reader: &Reader, drill: &Drill) -> (Tone, &'static str, String) {
    let (holder, backup) = (called(reader, drill, Side::Holder), called(reader, drill, Side::Backup));
    match drill.outcome() {
        Some(Outcome { claim: Verdict::Alone, .. }) => {
            let text = format!("{} did it alone from the notes, and {holder} found it right.", sentence(&backup));
            (Tone::Done, "passed", text)
        }
        Some(Outcome { agree: false, .. }) => {
            let text = format!(
                "{} and {holder} say different things, so the smaller claim counts: it is not passed.",
                sentence(&backup)
            );
            (Tone::Over, "two answers", text)
        }
        Some(Outcome { claim: Verdict::Partly, .. }) => {
            (Tone::Over, "not passed", format!("{} came far, with some help.", sentence(&backup)))
        }
        Some(Outcome { claim: Verdict::Not, .. }) | None => {
            let text = format!("From these notes {backup} could not do it. Now you know before it matters.");
            (Tone::Over, "not passed", text)
        }
    }
}

/// "you", or the first word of the name.
pub(super) fn called(reader: &Reader, drill: &Drill, side: Side) -> String {
    if my_side(reader, drill) == Some(side) { "you".to_owned() } else { name(reader, drill, side) }
}

/// The first word of the name.
pub(super) fn name(reader: &Reader, drill: &Drill, side: Side) -> String {
    PersonTag::of(reader.org, drill.person(side)).first_name().to_owned()
}

fn names(reader: &Reader, drill: &Drill, sides: &[Side]) -> String {
    let names: Vec<String> = sides.iter().map(|side| called(reader, drill, *side)).collect();
    listed(names.iter().map(String::as_str), 2)
}
