//! What others did about a request to confirm a skill.

use super::{Notification, NotificationKind, Said};
use crate::colleague::Colleague;
use crate::confirmation::{Confirmation, Side, Stage};
use crate::reader::{Phrase, Reader};
use crate::time::Timestamp;

/// All of it that concerns the reader.
pub(super) fn of_reader(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    let mine = reader.org.confirmations().filter_map(|request| Some((request, request.side_of(&reader.me.id).ok()?)));
    mine.flat_map(|(request, side)| of_request(reader, request, side)).collect()
}

fn of_request(reader: &Reader, request: &Confirmation, side: Side) -> Vec<(Timestamp, Notification)> {
    let other = request.person(side.other());
    let told = |kind, lead: &str, words| Said {
        kind,
        text: vec![Phrase::plain(lead), Phrase::strong(reader.skill(&request.skill))],
        words,
        href: format!("/confirmations/{}", request.id),
    };
    let (asked, moved) = (request.asked_at, request.moved_at);
    let mut items = Vec::new();
    if side == Side::Colleague {
        let said = told(NotificationKind::Asked, " asks you to confirm ", request.words.as_str());
        items.push((asked, said.by(reader, other, asked)));
    }
    let name = Colleague::named(reader.org, other).first_name;
    match (&request.stage, side) {
        (Stage::Given { level, note }, Side::Asker) => {
            let lead = format!(" sees you at “{}” in ", level.title());
            items.push((moved, told(NotificationKind::Confirmed, &lead, note.as_str()).by(reader, other, moved)));
        }
        (Stage::Declined { reason }, Side::Asker) => {
            let said = told(NotificationKind::Ended, " would rather not say: ", reason.as_str());
            items.push((moved, said.by(reader, other, moved)));
        }
        (Stage::Withdrawn, Side::Colleague) => {
            let said = told(NotificationKind::Ended, " took the request back: ", "");
            items.push((moved, said.by(reader, other, moved)));
        }
        (Stage::Expired, Side::Asker) => {
            let lead = format!("{name} did not come to confirm ");
            items.push((moved, told(NotificationKind::Ended, &lead, "").of_time(reader, moved)));
        }
        (Stage::Expired, Side::Colleague) => {
            let lead = format!("{name}’s request expired without an answer: ");
            items.push((moved, told(NotificationKind::Ended, &lead, "").of_time(reader, moved)));
        }
        (Stage::Waiting { .. }, _)
        | (Stage::Given { .. } | Stage::Declined { .. }, Side::Colleague)
        | (Stage::Withdrawn, Side::Asker) => {}
    }
    items
}
