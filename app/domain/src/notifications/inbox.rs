//! What is kept of somebody’s notifications beside the organisation: what they have read, what they want to be told, and
//! what is not in memory. And which of them the page shows.

use super::{Notification, NotificationKey};
use crate::id::PersonId;
use crate::notices::{About, Notices};
use crate::program::{Scheduled, TakenOver};
use crate::query_string::{Pairs, link, print};
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// For somebody who has never marked anything as read, what is older than this is not new.
const NEW_FOR: Span = Span::days(7);

/// How far somebody has read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadUntil {
    /// Who.
    pub person: PersonId,
    /// Everything until then.
    pub at: Timestamp,
}

/// That somebody has read one notification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadOne {
    /// Who.
    pub person: PersonId,
    /// Which.
    pub key: NotificationKey,
    /// When.
    pub at: Timestamp,
}

/// What somebody has read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// Everything until then.
    pub until: Option<Timestamp>,
    /// And these.
    pub one_by_one: BTreeSet<NotificationKey>,
}

impl Read {
    /// True when they have not read what they were told at `at` under that name.
    pub fn is_new(&self, at: Timestamp, key: &NotificationKey, now: Timestamp) -> bool {
        at > self.until.unwrap_or(now.before(NEW_FOR)) && !self.one_by_one.contains(key)
    }
}

/// What is known of somebody’s notifications beside what happened.
#[derive(Clone, Debug, Default)]
pub struct Inbox {
    /// What they have read.
    pub read: Read,
    /// What they want to be told.
    pub notices: Notices,
    /// Scheduled changes of programs that were not applied, which are not in memory.
    pub refused: Vec<Scheduled>,
    /// Changes of theirs that others took over, which are not in memory either.
    pub taken: Vec<TakenOver>,
}

/// Which notifications are looked at, as it stands in the address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationsQuery {
    /// Of one topic.
    pub about: Option<About>,
}

/// A topic to look at alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutFilter {
    /// What it is called; "All" for no topic.
    pub label: String,
    /// Its address.
    pub href: String,
    /// How many of it are new.
    pub unread: u32,
    /// True for the one that is looked at.
    pub is_on: bool,
}

impl NotificationsQuery {
    /// The query of an address; what cannot be read is left out.
    pub fn parse(query: &str) -> Self {
        Self { about: Pairs::parse(query).get("about").and_then(About::parse) }
    }

    /// The address of the notifications narrowed to this.
    pub fn link(self) -> String {
        link("/notifications", &print([("about", self.about.map(About::slug))]))
    }

    /// True for what is of the topic that is looked at.
    pub fn keeps(self, item: &Notification) -> bool {
        self.about.is_none_or(|about| item.kind.about() == about)
    }

    /// "All" and each topic that there is anything of, or that is looked at; none when one topic is all there is.
    pub(super) fn filters<'a>(self, items: impl Iterator<Item = &'a Notification>) -> Vec<AboutFilter> {
        let items: Vec<&Notification> = items.collect();
        let of = |about: About| items.iter().filter(move |item| item.kind.about() == about);
        let is_there = |about: &About| of(*about).next().is_some() || self.about == Some(*about);
        let topics: Vec<About> = About::ALL.into_iter().filter(is_there).collect();
        if topics.len() < 2 && self.about.is_none() {
            return Vec::new();
        }
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let filter = |about: Option<About>, unread: usize| AboutFilter {
            label: about.map_or("All", About::title).to_owned(),
            href: Self { about }.link(),
            unread: count(unread),
            is_on: self.about == about,
        };
        let all = filter(None, items.iter().filter(|item| item.is_new).count());
        let each = topics.into_iter().map(|about| filter(Some(about), of(about).filter(|item| item.is_new).count()));
        std::iter::once(all).chain(each).collect()
    }
}
