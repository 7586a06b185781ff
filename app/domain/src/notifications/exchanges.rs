//! What others did about a request of the reader’s, and what time ended.

use super::{Notification, NotificationKind, Said};
use crate::exchange::{Exchange, Made, Move, Outcome, Side, Stage};
use crate::reader::{Phrase, Reader};
use crate::time::Timestamp;

pub(super) fn of_exchange(reader: &Reader, exchange: &Exchange, mine: Side) -> Vec<(Timestamp, Notification)> {
    let skill = reader.skill(&exchange.skill);
    let href = format!("/exchanges/{}", exchange.id);
    let other = exchange.person(mine.other());
    let mut items = Vec::new();
    if exchange.plan.is_some() {
        let who = if mine == Side::Learner { "you learn " } else { "you teach " };
        let text = vec![Phrase::plain(format!("The cover plan suggests that {who}")), Phrase::strong(skill)];
        let said = Said { kind: NotificationKind::Asked, text, words: exchange.message.as_str(), href: href.clone() };
        items.push((exchange.asked_at, said.of_time(reader, exchange.asked_at)));
    } else if mine == Side::Teacher {
        let text = vec![Phrase::plain(" asks you to teach "), Phrase::strong(skill)];
        let said = Said { kind: NotificationKind::Asked, text, words: exchange.message.as_str(), href: href.clone() };
        items.push((exchange.asked_at, said.by(reader, other, exchange.asked_at)));
    }
    for made in exchange.history.iter().filter(|made| made.by != mine && !is_told_by_hour(exchange, made)) {
        let (kind, lead, words) = of_move(reader, &made.step);
        let text = vec![Phrase::plain(lead), Phrase::strong(skill)];
        items.push((made.at, Said { kind, text, words, href: href.clone() }.by(reader, other, made.at)));
    }
    if let Some(lead) = ended_by_itself(reader, exchange, mine) {
        let text = vec![Phrase::plain(lead), Phrase::strong(skill)];
        let said = Said { kind: NotificationKind::Ended, text, words: "", href };
        items.push((exchange.moved_at, said.of_time(reader, exchange.moved_at)));
    }
    items
}

/// What is done with the hour that two agreed on is told as of any hour; but not what only they say to each other.
fn is_told_by_hour(exchange: &Exchange, made: &Made) -> bool {
    match (&made.step, made.by) {
        _ if exchange.session.is_none() => false,
        (Move::Decline { .. } | Move::Reschedule { .. }, _) => true,
        (Move::Confirm { outcome, .. }, Side::Teacher) => *outcome == Outcome::Met,
        // Their signature.
        (Move::Confirm { .. }, Side::Learner) => exchange.stage == Stage::Done { at: made.at },
        (Move::Accept | Move::Propose { .. } | Move::Withdraw, _) => false,
    }
}

fn of_move<'a>(reader: &Reader, step: &'a Move) -> (NotificationKind, String, &'a str) {
    match step {
        Move::Accept => (NotificationKind::Agreed, " said yes: ".to_owned(), ""),
        Move::Propose { starts_at } => {
            (NotificationKind::Proposed, format!(" proposes {} for ", reader.when(*starts_at)), "")
        }
        Move::Decline { reason } => (NotificationKind::Ended, " declined: ".to_owned(), reason.as_str()),
        Move::Reschedule { starts_at } => {
            (NotificationKind::Agreed, format!(" moved it to {}: ", reader.when(*starts_at)), "")
        }
        Move::Withdraw => (NotificationKind::Ended, " took the request back: ".to_owned(), ""),
        // The learner's words come as a thank-you once both have confirmed.
        Move::Confirm { outcome: Outcome::Met, .. } => {
            (NotificationKind::Confirmed, " says that you met: ".to_owned(), "")
        }
        Move::Confirm { outcome: Outcome::DidNotMeet, words } => {
            (NotificationKind::Confirmed, " says that you did not meet: ".to_owned(), words.as_str())
        }
    }
}

/// Both are told when time ended a request.
fn ended_by_itself(reader: &Reader, exchange: &Exchange, mine: Side) -> Option<String> {
    let name = reader.other(exchange, mine).first_name;
    let by_a_word = exchange.history.last().is_some_and(|made| made.at == exchange.moved_at);
    match (&exchange.stage, mine) {
        (Stage::Expired, Side::Learner) => Some(format!("Your request to {name} expired without an answer: ")),
        (Stage::Expired, Side::Teacher) => Some(format!("{name}’s request expired without an answer: ")),
        (Stage::Missed, _) if !by_a_word => Some(format!("You and {name} did not both say that you met: ")),
        (
            Stage::Waiting { .. }
            | Stage::Agreed
            | Stage::Done { .. }
            | Stage::Declined { .. }
            | Stage::Withdrawn
            | Stage::Missed,
            _,
        ) => None,
    }
}
