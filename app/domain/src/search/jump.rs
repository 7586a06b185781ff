//! Search and jump: from a few letters to a person, skill, team or page.

use super::fold::fold;
use super::index::Index;
use super::places::{beginnings, pages, vocabulary};
use super::reading::Reading;
use crate::actor::Actor;
use crate::org::Org;
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};

/// What was found is one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JumpKind {
    /// People.
    People,
    /// Skills.
    Skills,
    /// Teams.
    Teams,
    /// What can be started.
    New,
    /// Pages.
    Pages,
}

impl JumpKind {
    /// The heading over such things.
    pub const fn title(self) -> &'static str {
        match self {
            Self::People => "People",
            Self::Skills => "Skills",
            Self::Teams => "Teams",
            Self::New => "New",
            Self::Pages => "Pages",
        }
    }
}

/// Things of one kind that were found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JumpGroup {
    /// What they are.
    pub kind: JumpKind,
    /// The nearest first.
    pub rows: Vec<JumpRow>,
}

/// One thing to go to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JumpRow {
    /// What it is called.
    pub title: String,
    /// What tells it from others of that name.
    pub sub: String,
    /// Where it is.
    pub link: String,
}

const PER_GROUP: usize = 8;
const PAGES_SHOWN: usize = 15;

/// What `text` leads to, people first; groups without a row are left out. With nothing typed, what can be started and
/// the pages.
pub fn jump(org: &Org, actor: &Actor, text: &str) -> Result<Vec<JumpGroup>, Rejection> {
    actor.may_read()?;
    let text: String = text.chars().take(120).collect();
    let index = Index::of(org);
    let page_words = vocabulary();
    let readings = index.read(&text, page_words.iter().map(String::as_str));
    let mut groups = Vec::new();
    if !readings.is_empty() {
        groups.push(group(JumpKind::People, people(org, &index, &readings)));
        groups.push(group(JumpKind::Skills, skills(org, &index, &readings)));
        groups.push(group(JumpKind::Teams, teams(org, &index, &readings)));
    }
    // What only signs were typed for leads nowhere, rather than everywhere.
    if !readings.is_empty() || text.trim().is_empty() {
        groups.push(group(JumpKind::New, beginnings(actor, &readings)));
        groups.push(group(JumpKind::Pages, pages(actor, &readings)));
    }
    groups.retain(|group| !group.rows.is_empty());
    Ok(groups)
}

fn group(kind: JumpKind, mut found: Vec<(u32, JumpRow)>) -> JumpGroup {
    found.sort_by_cached_key(|(rank, row)| (*rank, fold(&row.title), row.link.clone()));
    let most = if kind == JumpKind::Pages { PAGES_SHOWN } else { PER_GROUP };
    JumpGroup { kind, rows: found.into_iter().take(most).map(|(_, row)| row).collect() }
}

fn people(org: &Org, index: &Index, readings: &[Reading]) -> Vec<(u32, JumpRow)> {
    let row = |id| {
        let person = org.person(id)?;
        let team = person.team.as_ref().and_then(|team| org.team(team)).map_or("", |team| team.name.as_str());
        let sub =
            [person.title.as_str(), team].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        Some(JumpRow { title: person.name.to_string(), sub, link: format!("/people/{id}") })
    };
    let found = index.people.find_all(readings);
    found.iter().filter_map(|(id, rank)| Some((*rank, row(id)?))).collect()
}

fn skills(org: &Org, index: &Index, readings: &[Reading]) -> Vec<(u32, JumpRow)> {
    let row = |id| {
        let skill = org.skill(id)?;
        let sub = org.area(&skill.area).map_or_else(String::new, |area| area.name.to_string());
        Some(JumpRow { title: skill.name.to_string(), sub, link: format!("/skills/{id}") })
    };
    let found = index.skills.find_all(readings);
    found.iter().filter_map(|(id, rank)| Some((*rank, row(id)?))).collect()
}

fn teams(org: &Org, index: &Index, readings: &[Reading]) -> Vec<(u32, JumpRow)> {
    let row = |id| {
        let team = org.team(id)?;
        let sub =
            team.parent.as_ref().and_then(|parent| org.team(parent)).map_or_else(String::new, |t| t.name.to_string());
        Some(JumpRow { title: team.name.to_string(), sub, link: format!("/teams/{id}") })
    };
    let found = index.teams.find_all(readings);
    found.iter().filter_map(|(id, rank)| Some((*rank, row(id)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{fernhill, signed_in};

    fn found(text: &str) -> Vec<(JumpKind, Vec<String>)> {
        let groups = jump(&fernhill(), &signed_in("jonas-weidner"), text).unwrap();
        groups.into_iter().map(|g| (g.kind, g.rows.into_iter().map(|row| row.link).collect())).collect()
    }

    fn one(kind: JumpKind, link: &str) -> Vec<(JumpKind, Vec<String>)> {
        vec![(kind, vec![link.to_owned()])]
    }

    #[test]
    fn people_skills_teams_and_pages_are_found_by_their_names() {
        assert_eq!(found("ines"), one(JumpKind::People, "/people/ines-carvalho"));
        assert_eq!(found("infus"), one(JumpKind::Skills, "/skills/infusion-pumps"));
        assert_eq!(found("care we"), one(JumpKind::Teams, "/teams/care-west"));
        assert_eq!(found("continu"), one(JumpKind::Pages, "/continuity"));
        assert_eq!(found("edit my prof"), one(JumpKind::Pages, "/people/jonas-weidner/edit"));
    }

    #[test]
    fn what_can_be_started_is_found_by_its_verb() {
        assert_eq!(found("thank some"), one(JumpKind::New, "/thanks"));
        assert_eq!(found("offer to t"), one(JumpKind::New, "/me/skills"));
    }

    #[test]
    fn a_typo_still_finds_the_person_the_skill_and_the_page() {
        assert_eq!(found("Okafro"), one(JumpKind::People, "/people/amara-okafor"));
        assert_eq!(found("infuson pmups"), one(JumpKind::Skills, "/skills/infusion-pumps"));
        assert_eq!(found("notifcations"), one(JumpKind::Pages, "/notifications"));
    }

    #[test]
    fn pages_of_admins_are_found_by_admins_alone() {
        for (text, link) in [("import", "/admin/import"), ("members", "/admin/members"), ("new team", "/new/team")] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
            assert_eq!(jump(&fernhill(), &Actor::Console, text).unwrap()[0].rows[0].link, link);
        }
    }

    #[test]
    fn nothing_typed_shows_beginnings_and_pages_and_strangers_are_refused() {
        let kinds: Vec<JumpKind> = found(" ").into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [JumpKind::New, JumpKind::Pages]);
        assert!(found("…").is_empty(), "only signs lead nowhere");
        assert_eq!(jump(&fernhill(), &Actor::Stranger, "amara"), Err(Rejection::SignedOut));
    }
}
