//! The digest: what is new since the last one and not read yet, with the one next step on top.

use super::letter::{Letter, Part, Verb, shortened};
use crate::next_step::{Snooze, next_steps};
use crate::notices::{Channel, MailList};
use crate::notifications::{Inbox, Notification, told};
use crate::reader::{Phrase, Reader};
use crate::time::{Span, Timestamp};
use crate::wording::{counted, sentence};

/// How many are named; the rest is counted.
const MOST: usize = 12;

/// The first digest reaches back so far.
const FIRST: Span = Span::days(8);

/// What a digest tells of: what came after the last one told, up to a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Up to where digests have told; `None` before the first.
    pub since: Option<Timestamp>,
    /// Up to where this one does.
    pub until: Timestamp,
}

impl Stretch {
    /// All that there is until now.
    pub const fn up_to(until: Timestamp) -> Self {
        Self { since: None, until }
    }

    fn holds(self, at: Timestamp) -> bool {
        let reach = self.until.before(FIRST);
        at > self.since.unwrap_or(reach).max(reach) && at <= self.until
    }
}

/// True when the reader wants to read of that in their digest and has not read it yet.
fn belongs(inbox: &Inbox, item: &Notification) -> bool {
    item.is_new && inbox.notices.channel(item.kind.about()) == Channel::Digest
}

/// True when something has come after `stretch` that the next digest will tell.
pub fn has_later(reader: &Reader, inbox: &Inbox, stretch: Stretch) -> bool {
    told(reader, inbox).iter().any(|(at, item)| *at > stretch.until && belongs(inbox, item))
}

/// The digest of the reader, with what came in `stretch`; nothing when nothing of it is new to them.
pub fn digest(reader: &Reader, inbox: &Inbox, stretch: Stretch, snoozes: &[Snooze]) -> Option<Letter> {
    let holds = |at: Timestamp, item: &Notification| stretch.holds(at) && belongs(inbox, item);
    let new: Vec<Notification> =
        told(reader, inbox).into_iter().filter(|(at, item)| holds(*at, item)).map(|(_, item)| item).collect();
    let first = new.first()?;
    let subject = match new.len() {
        1 => first.text.iter().map(|phrase| phrase.text.as_str()).collect(),
        n => sentence(&counted(n, "new thing", "new things for you")),
    };
    let step = next_steps(reader, snoozes).into_iter().next();
    let lead = step.as_ref().map_or_else(String::new, |step| step.title.clone());
    let mut parts: Vec<Part> = new.iter().take(MOST).map(|item| Part::of(item, when(item))).collect();
    let more = new.len().saturating_sub(MOST);
    if more > 0 {
        let text = vec![Phrase::plain(format!("And {more} more."))];
        let href = "/notifications".to_owned();
        parts.push(Part { text, words: String::new(), when: String::new(), href });
    }
    Some(Letter {
        subject: shortened(&subject),
        lead,
        parts,
        verb: Some(Verb {
            label: "Open Kith".to_owned(),
            href: if step.is_some() { "/" } else { "/notifications" }.to_owned(),
        }),
        why: "This is your digest: at most one a day, and none when nothing is new.".to_owned(),
        list: Some(MailList::Digest),
        news: None,
        calendar: None,
    })
}

fn when(item: &Notification) -> String {
    format!("{} {}", item.day, item.at.text)
}
