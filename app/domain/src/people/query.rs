//! What part of the directory to show, as it stands in the address.

use crate::evidence::Level;
use crate::id::{SkillId, TeamId, ViewId};
use crate::query_string::{Pairs, link, print};
use crate::text::Line;
use crate::time::Zone;
use serde::{Deserialize, Serialize};

/// The most rows on one page.
pub const LARGEST_PAGE: u16 = 200;
const USUAL_PAGE: u16 = 25;
const LONGEST_TEXT: usize = 120;

/// Which people, in which order, how many at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleQuery {
    /// What was typed: names, skills, teams, jobs.
    pub text: String,
    /// Only people of this team or of one below it.
    pub team: Option<TeamId>,
    /// Only people who know this skill, or offer or want it when `interest` says so.
    pub skill: Option<SkillId>,
    /// Only people at this level of the skill or above; of any skill when none is given.
    pub level: Option<Level>,
    /// Only people with this interest.
    pub interest: Option<Interest>,
    /// Only people in this time zone.
    pub zone: Option<Zone>,
    /// Only people who speak this.
    pub language: Option<Line>,
    /// The order.
    pub sort: Sort,
    /// Which page, from 1.
    pub page: u32,
    /// How many rows a page has.
    pub size: u16,
    /// The saved view that it started from.
    pub view: Option<ViewId>,
}

/// What people are interested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Interest {
    /// They offer to teach something.
    Offers,
    /// They want to learn something.
    Wants,
    /// They offer what the reader wants.
    TeachesMe,
    /// They want what the reader offers.
    WantsMine,
}

impl Interest {
    /// Every choice, in the order shown.
    pub const ALL: [Self; 4] = [Self::Offers, Self::Wants, Self::TeachesMe, Self::WantsMine];

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Offers => "Offers to teach",
            Self::Wants => "Wants to learn",
            Self::TeachesMe => "Teaches what I want",
            Self::WantsMine => "Wants what I teach",
        }
    }

    /// The word for it in addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Offers => "offers",
            Self::Wants => "wants",
            Self::TeachesMe => "teaches-me",
            Self::WantsMine => "wants-mine",
        }
    }
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort {
    /// By what.
    pub by: SortBy,
    /// The other way round.
    pub reversed: bool,
}

/// What rows can be ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortBy {
    /// The nearest to what was asked: by text, by what the reader wants, by level; by name when nothing was asked.
    #[default]
    Best,
    /// By name.
    Name,
    /// By team, then name.
    Team,
    /// Who came last first.
    Newest,
}

impl SortBy {
    /// Every choice, in the order shown.
    pub const ALL: [Self; 4] = [Self::Best, Self::Name, Self::Team, Self::Newest];

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Best => "Best match",
            Self::Name => "Name",
            Self::Team => "Team",
            Self::Newest => "Newest first",
        }
    }

    /// The word for it in addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Best => "best",
            Self::Name => "name",
            Self::Team => "team",
            Self::Newest => "newest",
        }
    }
}

impl Sort {
    fn parse(text: &str) -> Self {
        let (word, reversed) = text.strip_prefix('-').map_or((text, false), |word| (word, true));
        let by = SortBy::ALL.into_iter().find(|by| by.word() == word).unwrap_or_default();
        Self { by, reversed: reversed && by != SortBy::Best }
    }

    /// The words for it on screen.
    pub const fn title(self) -> &'static str {
        match (self.by, self.reversed) {
            (by, false) => by.title(),
            (SortBy::Best, true) => SortBy::Best.title(),
            (SortBy::Name, true) => "Name, Z to A",
            (SortBy::Team, true) => "Team, Z to A",
            (SortBy::Newest, true) => "Longest here first",
        }
    }

    /// The word for it in addresses.
    pub fn word(self) -> String {
        format!("{}{}", if self.reversed { "-" } else { "" }, self.by.word())
    }
}

/// A filter that can be dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Filter {
    /// What was typed.
    Text,
    /// The team.
    Team,
    /// The skill, with the level in it.
    Skill,
    /// The level alone.
    Level,
    /// The interest.
    Interest,
    /// The time zone.
    Zone,
    /// The language.
    Language,
}

impl Filter {
    /// Every filter, in the order shown.
    pub const ALL: [Self; 7] =
        [Self::Text, Self::Team, Self::Skill, Self::Level, Self::Interest, Self::Zone, Self::Language];
}

impl Default for PeopleQuery {
    fn default() -> Self {
        Self {
            text: String::new(),
            team: None,
            skill: None,
            level: None,
            interest: None,
            zone: None,
            language: None,
            sort: Sort::default(),
            page: 1,
            size: USUAL_PAGE,
            view: None,
        }
    }
}

impl PeopleQuery {
    /// The query of an address. What cannot be read is left out, so that no link is ever broken. A skill may be given
    /// by name as well as by id, as a form without scripts sends it.
    pub fn parse(text: &str) -> Self {
        let pairs = Pairs::parse(text);
        let usual = Self::default();
        let size = pairs.get("size").and_then(|n| n.parse::<u32>().ok()).map(|n| n.clamp(1, LARGEST_PAGE.into()));
        Self {
            text: pairs.get("q").unwrap_or_default().chars().take(LONGEST_TEXT).collect(),
            team: pairs.get("team").and_then(|id| TeamId::parse(id).ok()),
            skill: pairs.get("skill").and_then(SkillId::from_name),
            level: pairs.get("level").and_then(|n| Level::parse(n).ok()).filter(|level| *level > Level::NONE),
            interest: pairs.get("for").and_then(|word| Interest::ALL.into_iter().find(|i| i.word() == word)),
            zone: pairs.get("zone").and_then(|zone| Zone::parse(zone).ok()),
            language: pairs.get("language").and_then(|line| Line::parse("language", line).ok()),
            sort: pairs.get("sort").map(Sort::parse).unwrap_or_default(),
            page: pairs.get("page").and_then(|n| n.parse().ok()).unwrap_or(1).max(1),
            size: size.and_then(|n| u16::try_from(n).ok()).unwrap_or(usual.size),
            view: pairs.get("view").and_then(|id| ViewId::parse(id).ok()),
        }
    }

    /// The same query without one filter, from its first page.
    pub fn without(&self, filter: Filter) -> Self {
        let mut query = self.clone().on_page(1);
        match filter {
            Filter::Text => query.text.clear(),
            Filter::Team => query.team = None,
            Filter::Skill => (query.skill, query.level) = (None, None),
            Filter::Level => query.level = None,
            Filter::Interest => query.interest = None,
            Filter::Zone => query.zone = None,
            Filter::Language => query.language = None,
        }
        query
    }

    /// The filters that are set, in the order shown.
    pub fn active(&self) -> impl DoubleEndedIterator<Item = Filter> + use<'_> {
        Filter::ALL.into_iter().filter(|filter| match filter {
            Filter::Text => !self.text.is_empty(),
            Filter::Team => self.team.is_some(),
            Filter::Skill => self.skill.is_some(),
            Filter::Level => self.level.is_some(),
            Filter::Interest => self.interest.is_some(),
            Filter::Zone => self.zone.is_some(),
            Filter::Language => self.language.is_some(),
        })
    }

    /// The same query on another page.
    pub fn on_page(mut self, page: u32) -> Self {
        self.page = page;
        self
    }

    /// The same query in another order, from its first page.
    pub fn sorted(&self, sort: Sort) -> Self {
        Self { sort, page: 1, ..self.clone() }
    }

    /// What a view keeps of it: filters and order, not the page nor the view it started from.
    pub fn as_view(&self) -> String {
        Self { page: 1, view: None, ..self.clone() }.to_string()
    }

    /// The address of the page that shows it.
    pub fn link(&self) -> String {
        link("/people", &self.to_string())
    }

    /// The address of the same people as a file.
    pub fn csv_link(&self) -> String {
        link("/people.csv", &self.clone().on_page(1).to_string())
    }
}

/// The one spelling of the query in addresses: fixed order, usual values left out.
impl std::fmt::Display for PeopleQuery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let usual = Self::default();
        let level = self.level.map(|level| level.number().to_string());
        let sort = (self.sort != usual.sort).then(|| self.sort.word());
        let page = (self.page > 1).then(|| self.page.to_string());
        let size = (self.size != usual.size).then(|| self.size.to_string());
        f.write_str(&print([
            ("q", Some(self.text.as_str())),
            ("team", self.team.as_ref().map(TeamId::as_str)),
            ("skill", self.skill.as_ref().map(SkillId::as_str)),
            ("level", level.as_deref()),
            ("for", self.interest.map(Interest::word)),
            ("zone", self.zone.as_ref().map(Zone::as_str)),
            ("language", self.language.as_ref().map(Line::as_str)),
            ("sort", sort.as_deref()),
            ("page", page.as_deref()),
            ("size", size.as_deref()),
            ("view", self.view.as_ref().map(ViewId::as_str)),
        ]))
    }
}
