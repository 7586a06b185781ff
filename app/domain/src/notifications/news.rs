//! Cover that dropped, and thanks.

use super::{Notification, NotificationKind, Said};
use crate::coverage::CoverDrop;
use crate::reader::{Phrase, Reader};
use crate::thanks::Thanks;
use crate::time::Timestamp;

pub(super) fn of_drop(reader: &Reader, drop: &CoverDrop) -> (Timestamp, Notification) {
    let cover = format!(", {} of {}", drop.have, drop.target);
    let text = vec![
        Phrase::plain("Cover dropped below target: "),
        Phrase::strong(reader.skill(&drop.skill)),
        Phrase::plain(cover),
    ];
    let href = format!("/skills/{}", drop.skill);
    (drop.at, Said { kind: NotificationKind::CoverDropped, text, words: "", href }.of_time(reader, drop.at))
}

pub(super) fn of_thanks(reader: &Reader, thanks: &Thanks) -> (Timestamp, Notification) {
    let text = vec![Phrase::plain(" thanked you for "), Phrase::strong(reader.skill(&thanks.skill))];
    let href = match &thanks.exchange {
        Some(exchange) => format!("/exchanges/{exchange}"),
        None => format!("/people/{}", thanks.from),
    };
    let said = Said { kind: NotificationKind::Thanked, text, words: thanks.words.as_str(), href };
    (thanks.at, said.by(reader, &thanks.from, thanks.at))
}
