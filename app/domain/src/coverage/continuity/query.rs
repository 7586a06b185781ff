//! What part of the board to show, as it stands in the address.

use crate::coverage::MapPart;
use crate::id::TeamId;
use crate::query_string::{Pairs, print};
use serde::{Deserialize, Serialize};

/// Which skills the board is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// Skills of high and critical criticality; all of them when none is marked so.
    #[default]
    Critical,
    /// All of them.
    All,
}

/// Which list stands on the board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BoardView {
    /// Every skill below its target.
    #[default]
    Below,
    /// Those that nobody covers.
    Nobody,
    /// Those that one person covers.
    One,
    /// Skills that hang on one person together.
    Concentration,
    /// Skills whose cover goes away by itself.
    Expiring,
}

impl BoardView {
    /// Every list, in the order shown.
    pub const ALL: [Self; 5] = [Self::Below, Self::Nobody, Self::One, Self::Concentration, Self::Expiring];

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Below => "Below target",
            Self::Nobody => "No cover",
            Self::One => "Single cover",
            Self::Concentration => "On one person",
            Self::Expiring => "Going stale",
        }
    }

    /// The word for it in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Below => "",
            Self::Nobody => "nobody",
            Self::One => "one",
            Self::Concentration => "concentration",
            Self::Expiring => "expiring",
        }
    }
}

/// What part of the board to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContinuityQuery {
    /// Which list.
    pub view: BoardView,
    /// Which skills.
    pub shown: Shown,
    /// Only skills that somebody of this team, or of one below it, knows or wants.
    pub team: Option<TeamId>,
    /// Which part of the map of teams and skills.
    pub map: MapPart,
}

impl ContinuityQuery {
    /// The address that asks for it.
    pub fn link(&self) -> String {
        crate::query_string::link("/continuity", &self.to_string())
    }

    /// The query of an address; what cannot be read is left out.
    pub fn parse(text: &str) -> Self {
        let pairs = Pairs::parse(text);
        let shown = if pairs.get("show") == Some("all") { Shown::All } else { Shown::Critical };
        let view = BoardView::ALL.into_iter().find(|view| pairs.get("view") == Some(view.key())).unwrap_or_default();
        let part = |name| pairs.get(name).and_then(|part| part.parse().ok()).unwrap_or_default();
        let map = MapPart { skills: part("map_skills"), teams: part("map_teams") };
        Self { view, shown, team: pairs.get("team").and_then(|team| TeamId::parse(team).ok()), map }
    }
}

impl std::fmt::Display for ContinuityQuery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let shown = matches!(self.shown, Shown::All).then_some("all");
        let team = self.team.as_ref().map(TeamId::as_str);
        let part = |number: u32| (number > 0).then(|| number.to_string());
        let (skills, teams) = (part(self.map.skills), part(self.map.teams));
        let map = [("map_skills", skills.as_deref()), ("map_teams", teams.as_deref())];
        f.write_str(&print([("view", Some(self.view.key())), ("show", shown), ("team", team)].into_iter().chain(map)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_and_what_is_usual_is_left_out() {
        let query = "view=one&show=all&team=care&map_skills=3&map_teams=1";
        assert_eq!(ContinuityQuery::parse(query).to_string(), query);
        assert_eq!(ContinuityQuery::parse("map_skills=-1&map_teams=x"), ContinuityQuery::default());
        assert_eq!(ContinuityQuery::default().link(), "/continuity");
    }
}
