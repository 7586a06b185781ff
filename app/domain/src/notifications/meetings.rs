//! Meetings that come near: a day and an hour before, until they have taken place.

use super::{Notification, NotificationKind, Said};
use crate::exchange::{Exchange, Side};
use crate::reader::{Phrase, Reader};
use crate::reminder::Reminder;
use crate::time::Timestamp;

/// What the reader is reminded of by now.
pub(super) fn items(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    let due = reader.exchanges().flat_map(|(exchange, mine)| {
        let due = Reminder::of_exchange(exchange).into_iter().filter(|reminder| reminder.due_at() <= reader.now());
        due.map(move |reminder| (exchange, mine, reminder)).collect::<Vec<_>>()
    });
    due.map(|(exchange, mine, reminder)| (reminder.due_at(), reminder_of(reader, exchange, mine, &reminder))).collect()
}

/// One reminder of the meeting in `exchange`, on the reader’s clock.
pub fn reminder_of(reader: &Reader, exchange: &Exchange, mine: Side, reminder: &Reminder) -> Notification {
    let skill = reader.skill(&exchange.skill);
    let name = reader.other(exchange, mine).first_name;
    let what = if mine == Side::Learner { "teaches you " } else { "learns " };
    let text = vec![
        Phrase::plain(format!("{}: {name} {what}", reader.clocks.when_capital(&reader.me.zone, reminder.starts_at))),
        Phrase::strong(skill),
    ];
    let href = exchange.meeting_href();
    let said = Said { kind: NotificationKind::MeetingNear, text, words: "", href };
    said.of_time(reader, reminder.due_at()).marked(reminder.lead.slug())
}

#[cfg(test)]
mod tests {
    use crate::fernhill::fernhill;
    use crate::notices::About;
    use crate::notifications::{Inbox, told};
    use crate::reader::tests::{agreed, read_by};

    #[test]
    fn both_are_reminded_on_their_own_clock() {
        let mut org = fernhill();
        org.put_exchange(agreed(48, 1));
        for (who, expected) in [
            ("amara-okafor", "Today 10:12: Jonas teaches you SQL for reports"),
            ("jonas-weidner", "Today 11:12: Amara learns SQL for reports"),
        ] {
            let all = read_by(&org, who, |reader| told(reader, &Inbox::default()));
            let near = all.iter().filter(|(_, item)| item.kind.about() == About::Reminders);
            let texts: Vec<String> =
                near.map(|(_, item)| item.text.iter().map(|p| p.text.as_str()).collect()).collect();
            assert_eq!(texts, [expected, expected], "a day and an hour before, newest first");
        }
        org.put_exchange(agreed(48, 30));
        let none = read_by(&org, "amara-okafor", |reader| told(reader, &Inbox::default()));
        assert!(none.iter().all(|(_, item)| item.kind.about() != About::Reminders), "it is not near yet");
    }
}
