//! What the address of the calendar asks for.

use crate::clocks::Day;
use crate::query_string::{Pairs, link, print};
use serde::{Deserialize, Serialize};

/// How the calendar is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CalendarView {
    /// Weeks below each other; a list on phones.
    #[default]
    Month,
    /// Seven days beside each other; a list on phones.
    Week,
    /// A list.
    Agenda,
}

/// What the address of the calendar asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CalendarQuery {
    /// How it is drawn.
    pub view: CalendarView,
    /// A day in it; today when none is named.
    pub on: Option<Day>,
    /// Only what stands in the reader's own calendar.
    pub mine: bool,
}

impl CalendarView {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Month, Self::Week, Self::Agenda];

    /// How it is named in addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Week => "week",
            Self::Agenda => "agenda",
        }
    }

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Month => "Month",
            Self::Week => "Week",
            Self::Agenda => "List",
        }
    }
}

impl CalendarQuery {
    /// Reads `view=month&on=2026-11-18&who=mine`; what it does not know is left out.
    pub fn parse(text: &str) -> Self {
        let pairs = Pairs::parse(text);
        let view = CalendarView::ALL.into_iter().find(|view| pairs.get("view") == Some(view.slug()));
        Self {
            view: view.unwrap_or_default(),
            on: pairs.get("on").and_then(|day| Day::parse("on", day).ok()),
            mine: pairs.get("who") == Some("mine"),
        }
    }

    /// The address that asks for it.
    pub(super) fn address(self) -> String {
        let on = self.on.map(Day::iso);
        let view = (self.view != CalendarView::default()).then_some(self.view.slug());
        let query = print([("view", view), ("on", on.as_deref()), ("who", self.mine.then_some("mine"))]);
        link("/sessions", &query)
    }
}
