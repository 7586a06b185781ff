//! Where a request stands, in a sentence for whoever reads it.

use super::{Status, Tone};
use crate::exchange::{Exchange, Outcome, Side, Stage};
use crate::reader::Reader;

/// Where `exchange` stands for the reader on `mine`.
pub(super) fn status(reader: &Reader, exchange: &Exchange, mine: Side) -> Status {
    let name = reader.other(exchange, mine).first_name;
    let (tone, label, text) = match &exchange.stage {
        Stage::Waiting { until, .. } if reader.now() >= *until => {
            (Tone::Over, "expired", "Nobody answered in time.".to_owned())
        }
        Stage::Waiting { until, .. } if exchange.is_suggestion() => suggested(reader, (exchange, mine), *until),
        Stage::Waiting { on, until } if *on == mine => {
            let text = format!("{name} is waiting for your answer, until {}.", reader.when(*until));
            (Tone::Yours, "your turn", text)
        }
        Stage::Waiting { until, .. } => {
            let text = format!("Waiting for {name}’s answer, until {}.", reader.when(*until));
            (Tone::Theirs, "waiting", text)
        }
        Stage::Agreed if exchange.is_over(reader.now()) => after_the_meeting(reader, exchange, mine),
        Stage::Agreed => (Tone::Agreed, "agreed", "You have both said yes.".to_owned()),
        Stage::Done { .. } => (Tone::Done, "done", "You met, and it counts for both of you.".to_owned()),
        Stage::Declined { by, .. } if *by == mine => (Tone::Over, "declined", "You declined.".to_owned()),
        Stage::Declined { .. } => (Tone::Over, "declined", format!("{name} declined.")),
        Stage::Expired => (Tone::Over, "expired", "Nobody answered in time.".to_owned()),
        Stage::Withdrawn => (Tone::Over, "taken back", "The request was taken back.".to_owned()),
        Stage::Missed if somebody_says_they_met(exchange) => {
            let text = "You did not both say that you met, so it counts for neither of you.";
            (Tone::Over, "two answers", text.to_owned())
        }
        Stage::Missed => (Tone::Over, "not met", "The meeting did not take place.".to_owned()),
    };
    Status { tone, label: label.to_owned(), text }
}

/// A plan's suggestion, before the learner has said anything.
fn suggested(
    reader: &Reader,
    (exchange, mine): (&Exchange, Side),
    until: crate::time::Timestamp,
) -> (Tone, &'static str, String) {
    let (name, until) = (reader.other(exchange, mine).first_name, reader.when(until));
    match mine {
        Side::Learner => {
            let text = format!("The cover plan suggests that you learn this from {name}. Choose a time by {until}.");
            (Tone::Yours, "suggested to you", text)
        }
        Side::Teacher => {
            let text = format!("The cover plan suggests it, and {name} answers first, until {until}.");
            (Tone::Theirs, "suggested", text)
        }
    }
}

fn somebody_says_they_met(exchange: &Exchange) -> bool {
    let met = |side| exchange.word_of(side).is_some_and(|word| word.outcome == Outcome::Met);
    met(Side::Learner) || met(Side::Teacher)
}

fn after_the_meeting(reader: &Reader, exchange: &Exchange, mine: Side) -> (Tone, &'static str, String) {
    let name = reader.other(exchange, mine).first_name;
    let until = exchange.confirm_until().unwrap_or(exchange.moved_at);
    let until = reader.clocks.day(&reader.me.zone, until);
    let or_else = format!("Talk to each other and say the same by {until}, or it counts for neither of you.");
    let outcome = |side| exchange.word_of(side).map(|word| word.outcome);
    let (label, tone) = ("did you meet?", Tone::Yours);
    match (outcome(mine), outcome(mine.other())) {
        (None, Some(Outcome::Met)) => (tone, label, format!("{name} says that you met. Did you?")),
        (None, Some(Outcome::DidNotMeet)) => (tone, label, format!("{name} says that you did not meet. Did you?")),
        (None, None) => (tone, label, "Say whether you met.".to_owned()),
        (Some(Outcome::Met), Some(Outcome::DidNotMeet)) => {
            (tone, "two answers", format!("You say that you met, {name} says that you did not. {or_else}"))
        }
        (Some(Outcome::DidNotMeet), Some(Outcome::Met)) => {
            (tone, "two answers", format!("{name} says that you met, you say that you did not. {or_else}"))
        }
        (Some(_), None | Some(_)) => (Tone::Theirs, "waiting", format!("Waiting for {name} to say whether you met.")),
    }
}
