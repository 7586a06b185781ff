//! What somebody wants to be told, and how: for each topic in Kith alone, by mail as well, or not at all; when the digest
//! comes; and the hours in which no mail does. What there is to tell is `notifications`; what a mail says is `mail`.

mod about;
mod form;
mod page;
mod quiet;
#[cfg(test)]
mod tests;

pub use about::About;
pub use form::NoticesForm;
pub use page::{AboutRow, Bounced, NoticesPage, Unsubscribing, notices_page};
pub use quiet::Quiet;

use crate::clocks::{Clocks, Day, Wall};
use crate::rejection::Rejection;
use crate::time::{Timestamp, Zone};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The minute of the day at which a digest is put together: eight o’clock.
const DIGEST_AT: u16 = 8 * 60;

/// How somebody is told. By mail is always in Kith as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// In Kith, and a mail at once.
    Now,
    /// In Kith, and a line in the digest.
    Digest,
    /// In Kith.
    InApp,
    /// Not at all.
    Off,
}

impl Channel {
    /// All of them, in the order shown.
    pub const ALL: [Self; 4] = [Self::Now, Self::Digest, Self::InApp, Self::Off];

    /// Its name in forms.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Digest => "digest",
            Self::InApp => "in_app",
            Self::Off => "off",
        }
    }

    /// What people read.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Now => "Mail at once",
            Self::Digest => "In the digest",
            Self::InApp => "In Kith only",
            Self::Off => "Not at all",
        }
    }

    fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.slug() == slug)
    }
}

/// How often the digest comes, at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// On each day on which there is something new.
    #[default]
    Daily,
    /// On Mondays.
    Weekly,
}

impl Rhythm {
    /// Both, in the order shown.
    pub const ALL: [Self; 2] = [Self::Daily, Self::Weekly];

    /// Its name in forms.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Weekly => "weekly",
        }
    }

    /// What people read.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Daily => "Every day, if something is new",
            Self::Weekly => "On Mondays, if something is new",
        }
    }

    fn parse(slug: &str) -> Result<Self, Rejection> {
        let found = Self::ALL.into_iter().find(|rhythm| rhythm.slug() == slug);
        found.ok_or_else(|| Rejection::invalid("rhythm", "Choose how often the digest comes."))
    }
}

/// What somebody chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notices {
    /// For each topic that they chose anything for.
    #[serde(default)]
    channels: BTreeMap<About, Channel>,
    /// When no mail comes; never, when there are no such hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiet: Option<Quiet>,
    /// How often the digest comes.
    #[serde(default)]
    pub rhythm: Rhythm,
}

impl Default for Notices {
    fn default() -> Self {
        Self { channels: BTreeMap::new(), quiet: Some(Quiet::NIGHT), rhythm: Rhythm::Daily }
    }
}

impl Notices {
    /// How they are told of that.
    pub fn channel(&self, about: About) -> Channel {
        let chosen = self.channels.get(&about).copied().unwrap_or(about.usual());
        if about.channels().contains(&chosen) { chosen } else { about.usual() }
    }

    /// The same with another choice.
    pub fn with(mut self, about: About, channel: Channel) -> Self {
        self.channels.insert(about, channel);
        self
    }

    /// True when they see that in Kith.
    pub fn shows(&self, about: About) -> bool {
        self.channel(about) != Channel::Off
    }

    /// The same without mail of that list; what came by it still stands in Kith.
    pub fn without(self, list: MailList) -> Self {
        let by = |notices: &Self, channel| {
            let of = About::ALL.into_iter().filter(|about| notices.channel(*about) == channel);
            of.collect::<Vec<_>>()
        };
        let ended = match list {
            MailList::Digest => by(&self, Channel::Digest),
            MailList::About(about) => by(&self, Channel::Now).into_iter().filter(|now| *now == about).collect(),
        };
        let instead = |about: About| {
            if about.channels().contains(&Channel::InApp) { Channel::InApp } else { Channel::Off }
        };
        ended.into_iter().fold(self, |notices, about| notices.with(about, instead(about)))
    }

    /// The first moment from `at` on at which a mail may come.
    pub fn opens(&self, clocks: &Clocks, zone: &Zone, at: Timestamp) -> Timestamp {
        self.quiet.map_or(at, |quiet| quiet.opens(clocks, zone, at))
    }

    /// The day of the next digest after `after`, which there is one of at most, and when it goes out.
    pub fn next_digest(&self, clocks: &Clocks, zone: &Zone, after: Timestamp) -> (Day, Timestamp) {
        let wall = clocks.wall(zone, after);
        let mut day = if wall.minute < DIGEST_AT { wall.day } else { Day(wall.day.0 + 1) };
        if self.rhythm == Rhythm::Weekly {
            // 1970-01-05 was the first Monday.
            day = Day(day.0 + (4 - day.0).rem_euclid(7));
        }
        let at = clocks.moment(zone, Wall { day, minute: DIGEST_AT });
        (day, self.opens(clocks, zone, at))
    }
}

/// What somebody can be taken off, in one click from a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailList {
    /// The digest.
    Digest,
    /// Mails at once about that.
    About(About),
}

impl MailList {
    /// Its name in links.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Digest => "digest",
            Self::About(about) => about.slug(),
        }
    }

    /// What people read: "the digest", "mails about thank-yous".
    pub fn title(self) -> String {
        match self {
            Self::Digest => "the digest".to_owned(),
            Self::About(about) => format!("mails about {}", about.title().to_lowercase()),
        }
    }

    /// The list of that name.
    pub fn parse(slug: &str) -> Option<Self> {
        if slug == "digest" { Some(Self::Digest) } else { About::parse(slug).map(Self::About) }
    }
}
