//! Sessions that are ready for the reader to open.

use super::{Notification, NotificationKind, Said};
use crate::host_proposals::{waiting_for, who_asks};
use crate::reader::{Phrase, Reader};
use crate::time::Timestamp;

pub(super) fn items(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    let told = waiting_for(reader).into_iter().map(|proposal| {
        let text = vec![
            Phrase::plain(format!("{} to learn ", who_asks(proposal))),
            Phrase::strong(reader.skill(&proposal.skill)),
            Phrase::plain(", and you could show it. A session is ready: one tap opens it."),
        ];
        let href = format!("/proposals/{}", proposal.skill);
        let said = Said { kind: NotificationKind::SessionAsked, text, words: "", href };
        (proposal.at, said.of_time(reader, proposal.at))
    });
    told.collect()
}
