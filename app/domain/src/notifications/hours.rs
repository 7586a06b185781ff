//! What the reader is told of their hours.

use super::{Notification, NotificationKind, Said};
use crate::hours::{HoursNews, HoursTold, length, signed};
use crate::ledger::Account;
use crate::reader::{Phrase, Reader};
use crate::time::Timestamp;

pub(super) fn items(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    let own = Account::Person(reader.me.id.clone());
    let told = reader.org.hours_account(&own).into_iter().flat_map(|account| &account.told);
    told.map(|told| (told.at, item(reader, told))).collect()
}

fn item(reader: &Reader, told: &HoursTold) -> Notification {
    let (kind, text) = match told.news {
        HoursNews::Given { minutes } => {
            let text = vec![Phrase::plain(" gave you "), Phrase::strong(length(minutes))];
            (NotificationKind::HoursGiven, text)
        }
        HoursNews::Changed { minutes } => {
            let text = vec![Phrase::plain(" set your hours right: "), Phrase::strong(signed(minutes))];
            (NotificationKind::HoursChanged, text)
        }
        HoursNews::Low { balance } => {
            let text = vec![
                Phrase::plain("You have learned "),
                Phrase::strong(length(balance)),
                Phrase::plain(" more than you have taught. It is your turn to teach; you go on learning all the same."),
            ];
            (NotificationKind::HoursChanged, text)
        }
    };
    let said = Said { kind, text, words: told.words.as_str(), href: "/hours".to_owned() };
    match &told.by {
        Some(by) => said.by(reader, by, told.at),
        None => said.of_time(reader, told.at),
    }
}
