//! A colleague: who they are, when they have time, how much of it they teach. What they know is `evidence`.

use crate::actor::Role;
use crate::clocks::Day;
use crate::id::{ImportId, PersonId, TeamId};
use crate::rejection::Rejection;
use crate::text::{EmailAddress, Line, Name, Prose};
use crate::time::{Minutes, Timestamp, Zone};
use serde::{Deserialize, Serialize};

/// A colleague.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their handle; never changes.
    pub id: PersonId,
    /// What people call them.
    pub name: Name,
    /// Where mail and sign-in reach them. Shown to organisation admins and to themself only.
    pub email: EmailAddress,
    /// The team they work in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<TeamId>,
    /// What they may do.
    pub role: Role,
    /// Their job.
    pub title: Line,
    /// A sentence or two of their own.
    pub about: Prose,
    /// Where they sit.
    pub place: Line,
    /// Their time zone.
    pub zone: Zone,
    /// What they speak.
    pub languages: Vec<Line>,
    /// When they like to meet.
    pub availability: Availability,
    /// How much they teach a month.
    pub teaching: Minutes,
    /// How much they learn a month.
    #[serde(default = "usual_learning")]
    pub learning: Minutes,
    /// When they are away: first and last day.
    #[serde(default)]
    pub away: Vec<Away>,
    /// Their last day, while it is still to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leaves_on: Option<Day>,
    /// Since when they are here.
    pub joined_at: Timestamp,
    /// When they answered the three questions; `None` until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub welcomed_at: Option<Timestamp>,
    /// When they left; they stay in what they taught, and count for no cover.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_at: Option<Timestamp>,
    /// The import that brought them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportId>,
}

impl Person {
    /// How much people learn a month unless they say otherwise: six hours.
    pub const USUAL_LEARNING: Minutes = Minutes(360);

    /// A member with nothing but a name, an address and defaults: whenever, two hours a month, UTC.
    pub fn new(id: PersonId, name: Name, email: EmailAddress, now: Timestamp) -> Self {
        Self {
            id,
            name,
            email,
            team: None,
            role: Role::Member,
            title: Line::default(),
            about: Prose::default(),
            place: Line::default(),
            zone: Zone::utc(),
            languages: Vec::new(),
            availability: Availability::Whenever,
            teaching: Minutes(120),
            learning: Self::USUAL_LEARNING,
            away: Vec::new(),
            leaves_on: None,
            joined_at: now,
            welcomed_at: None,
            left_at: None,
            import: None,
        }
    }

    /// True while they work here.
    pub fn is_active(&self) -> bool {
        self.left_at.is_none()
    }

    /// True when they work here on `day`, away or not: after their last day they do not, whether their membership was
    /// ended or not.
    pub fn works_on(&self, day: Day) -> bool {
        self.is_active() && self.leaves_on.is_none_or(|last| day <= last)
    }

    /// When they stopped working here, seen on `day`: when their membership ended, or when their last day was over.
    pub fn gone_since(&self, day: Day) -> Option<Timestamp> {
        let over = self.leaves_on.filter(|last| *last < day).map(|last| last.plus(1).begins());
        [self.left_at, over].into_iter().flatten().min()
    }

    /// True when they work here on `day` and are not away.
    pub fn is_here_on(&self, day: Day) -> bool {
        let is_away = self.away.iter().any(|away| (away.from..=away.until).contains(&day));
        self.works_on(day) && !is_away
    }

    /// The name by which a sentence calls them: the first word of their name.
    pub fn first_name(&self) -> &str {
        self.name.as_str().split_whitespace().next().unwrap_or(self.name.as_str())
    }
}

const fn usual_learning() -> Minutes {
    Person::USUAL_LEARNING
}

/// Days on which somebody is away, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Away {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
}

/// When somebody likes to meet, in their own zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Availability {
    /// 12:00 to 13:30.
    Lunchtimes,
    /// 08:30 to 11:30.
    Mornings,
    /// 13:30 to 17:00.
    Afternoons,
    /// Any working hour.
    #[default]
    Whenever,
}

impl Availability {
    /// Every choice, in the order shown.
    pub const ALL: [Self; 4] = [Self::Lunchtimes, Self::Mornings, Self::Afternoons, Self::Whenever];

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Lunchtimes => "Lunchtimes",
            Self::Mornings => "Mornings",
            Self::Afternoons => "Afternoons",
            Self::Whenever => "Whenever",
        }
    }

    /// First and last minute of the day in which a meeting may start.
    pub const fn window(self) -> (u16, u16) {
        match self {
            Self::Lunchtimes => (12 * 60, 13 * 60 + 30),
            Self::Mornings => (8 * 60 + 30, 11 * 60 + 30),
            Self::Afternoons => (13 * 60 + 30, 17 * 60),
            Self::Whenever => (8 * 60 + 30, 17 * 60),
        }
    }

    /// The choice of the form field `availability`.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        Self::ALL
            .into_iter()
            .find(|choice| choice.title().eq_ignore_ascii_case(text.trim()))
            .ok_or_else(|| Rejection::invalid("availability", "Choose lunchtimes, mornings, afternoons or whenever."))
    }
}

/// What a person can change about themself, all at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileEdit {
    /// What people call them.
    pub name: Name,
    /// Their job.
    pub title: Line,
    /// A sentence or two of their own.
    pub about: Prose,
    /// Where they sit.
    pub place: Line,
    /// Their time zone.
    pub zone: Zone,
    /// What they speak.
    pub languages: Vec<Line>,
    /// When they like to meet.
    pub availability: Availability,
    /// How much they teach a month.
    pub teaching: Minutes,
    /// How much they learn a month.
    pub learning: Minutes,
}
