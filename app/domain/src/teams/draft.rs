//! Adding and changing teams.

use super::tree::with_teams_below;
use crate::actor::{Actor, Role};
use crate::id::TeamId;
use crate::org::Org;
use crate::rejection::{Noun, Rejection};
use crate::search::fold;
use crate::skills::unused;
use crate::tag::TeamTag;
use crate::team::Team;
use crate::text::{Line, Name, Prose};
use serde::{Deserialize, Serialize};

/// A team as a form sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamDraft {
    /// Which; `None` for a new one.
    pub id: Option<TeamId>,
    /// What it is called.
    pub name: Name,
    /// The team it belongs to.
    pub parent: Option<TeamId>,
    /// What kind of team it is.
    pub kind: Line,
    /// What it is there for.
    pub purpose: Prose,
}

/// A team as text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamText {
    /// Which; empty for a new one.
    #[serde(default)]
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The team it belongs to; empty for none.
    #[serde(default)]
    pub parent: String,
    /// What kind of team it is.
    #[serde(default)]
    pub kind: String,
    /// What it is there for.
    #[serde(default)]
    pub purpose: String,
}

impl TeamText {
    /// What a form is filled with; empty for a new team.
    pub fn of(team: Option<&Team>) -> Self {
        team.map_or_else(Self::default, |team| Self {
            id: team.id.to_string(),
            name: team.name.to_string(),
            parent: team.parent.as_ref().map(ToString::to_string).unwrap_or_default(),
            kind: team.kind.to_string(),
            purpose: team.purpose.to_string(),
        })
    }

    /// The draft; refuses the first field that cannot be taken.
    pub fn parsed(self) -> Result<TeamDraft, Rejection> {
        let team = |text: &str| if text.is_empty() { Ok(None) } else { TeamId::parse(text).map(Some) };
        Ok(TeamDraft {
            id: team(&self.id)?,
            name: Name::parse("name", &self.name)?,
            parent: team(&self.parent)?,
            kind: Line::parse("kind", &self.kind)?,
            purpose: Prose::parse("purpose", &self.purpose)?,
        })
    }
}

/// What the form of one team is filled with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamForm {
    /// The team; `None` for a new one.
    pub team: Option<Team>,
    /// Teams that it can belong to, by name.
    pub parents: Vec<TeamTag>,
}

/// The form for `team`, or for a new one. Open to organisation admins.
pub fn team_form(org: &Org, actor: &Actor, team: Option<&TeamId>) -> Result<TeamForm, Rejection> {
    actor.at_least(Role::OrgAdmin)?;
    let below = team.map(|team| with_teams_below(org, team)).unwrap_or_default();
    let team = match team {
        None => None,
        Some(id) => Some(org.team(id).ok_or(Rejection::NotFound(Noun::Team))?.clone()),
    };
    let mut parents: Vec<TeamTag> =
        org.teams().filter(|other| !below.contains(&other.id)).map(|other| TeamTag::of(org, &other.id)).collect();
    parents.sort_by_cached_key(|team| fold(&team.name));
    Ok(TeamForm { team, parents })
}

impl TeamDraft {
    /// The team that the draft asks for. Refuses a second team of the same name below the same one, a parent that is
    /// not there, and one that is the team itself or below it.
    pub fn team(self, org: &Org, actor: &Actor) -> Result<Team, Rejection> {
        actor.at_least(Role::OrgAdmin)?;
        if let Some(parent) = &self.parent {
            org.team(parent).ok_or_else(|| Rejection::invalid("parent", "Choose a team from the list."))?;
            if self.id.as_ref().is_some_and(|id| with_teams_below(org, id).contains(parent)) {
                let message = "A team cannot belong to itself or to a team below it. Choose another one.";
                return Err(Rejection::invalid("parent", message));
            }
        }
        let twin = |other: &Team| {
            Some(&other.id) != self.id.as_ref()
                && other.parent == self.parent
                && fold(other.name.as_str()) == fold(self.name.as_str())
        };
        if org.teams().any(twin) {
            return Err(Rejection::invalid("name", "There is a team of that name here already. Choose another name."));
        }
        let (id, import) = match self.id {
            Some(id) => {
                let import = org.team(&id).ok_or(Rejection::NotFound(Noun::Team))?.import.clone();
                (id, import)
            }
            None => {
                let free = |id: &TeamId| org.team(id).is_none();
                (unused(self.name.as_str(), |slug| TeamId::parse(slug).ok().filter(free))?, None)
            }
        };
        Ok(Team { id, name: self.name, parent: self.parent, kind: self.kind, purpose: self.purpose, import })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{fernhill, signed_in};

    fn drafted(id: Option<&str>, name: &str, parent: Option<&str>) -> Result<Team, Rejection> {
        let draft = TeamDraft {
            id: id.map(|id| id.parse().unwrap()),
            name: Name::parse("name", name).unwrap(),
            parent: parent.map(|id| id.parse().unwrap()),
            kind: Line::default(),
            purpose: Prose::default(),
        };
        draft.team(&fernhill(), &Actor::Console)
    }

    fn field(refused: Result<Team, Rejection>) -> String {
        match refused {
            Err(Rejection::Invalid { field, .. }) => field,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_team_never_stands_below_itself() {
        assert_eq!(field(drafted(Some("care"), "Care", Some("care"))), "parent");
        assert_eq!(field(drafted(Some("care"), "Care", Some("care-east"))), "parent");
        assert!(drafted(Some("care-east"), "Care East", Some("digital")).is_ok());
        let parents = team_form(&fernhill(), &Actor::Console, Some(&"care".parse().unwrap())).unwrap().parents;
        assert_eq!(parents.iter().map(|team| team.name.as_str()).collect::<Vec<_>>(), ["Digital"]);
    }

    #[test]
    fn two_teams_in_one_place_have_two_names() {
        assert_eq!(field(drafted(None, "care EAST", Some("care"))), "name");
        assert_eq!(drafted(None, "Care East", Some("digital")).unwrap().id.as_str(), "care-east-2");
    }

    #[test]
    fn only_organisation_admins_change_teams() {
        let refused = team_form(&fernhill(), &signed_in("priya-raman"), None);
        assert!(matches!(refused, Err(Rejection::Forbidden(_))));
    }
}
