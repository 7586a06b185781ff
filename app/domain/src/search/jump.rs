//! Search and jump: from a few letters to a person, skill, team or page.

use super::fold::{fold, words};
use super::index::Index;
use super::reading::Reading;
use crate::actor::{Actor, Role};
use crate::org::Org;
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};

/// Things of one kind that were found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JumpGroup {
    /// What they are: "People".
    pub title: String,
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

/// A page that can be jumped to by name.
struct Place {
    title: &'static str,
    also: &'static str,
    link: &'static str,
    role: Role,
}

const PLACES: [Place; 9] = [
    Place { title: "Home", also: "today next step", link: "/", role: Role::Member },
    Place { title: "People", also: "directory colleagues", link: "/people", role: Role::Member },
    Place { title: "Skills atlas", also: "catalogue areas", link: "/skills", role: Role::Member },
    Place { title: "Teams", also: "departments organisation", link: "/teams", role: Role::Member },
    Place { title: "Continuity", also: "coverage risk cover", link: "/continuity", role: Role::Member },
    Place { title: "My skills", also: "profile levels", link: "/me/skills", role: Role::Member },
    Place { title: "My profile", also: "edit settings zone languages", link: "/me/profile", role: Role::Member },
    Place {
        title: "Edit the skills catalogue",
        also: "admin areas targets",
        link: "/skills/edit",
        role: Role::ProgramAdmin,
    },
    Place { title: "Import", also: "csv upload admin", link: "/admin/import", role: Role::OrgAdmin },
];

const PER_GROUP: usize = 6;

/// What `text` leads to, people first; groups without a row are left out. With nothing typed, the pages alone.
pub fn jump(org: &Org, actor: &Actor, text: &str) -> Result<Vec<JumpGroup>, Rejection> {
    actor.may_read()?;
    let text: String = text.chars().take(120).collect();
    let index = Index::of(org);
    let page_words: Vec<String> = PLACES.iter().flat_map(|place| words(place.title)).collect();
    let readings = index.read(&text, page_words.iter().map(String::as_str));
    let mut groups = Vec::new();
    if !readings.is_empty() {
        groups.push(group("People", people(org, &index, &readings)));
        groups.push(group("Skills", skills(org, &index, &readings)));
        groups.push(group("Teams", teams(org, &index, &readings)));
    }
    groups.push(group("Pages", places(actor, &text)));
    groups.retain(|group| !group.rows.is_empty());
    Ok(groups)
}

fn group(title: &str, mut found: Vec<(u32, JumpRow)>) -> JumpGroup {
    found.sort_by_cached_key(|(rank, row)| (*rank, fold(&row.title), row.link.clone()));
    JumpGroup { title: title.to_owned(), rows: found.into_iter().take(PER_GROUP).map(|(_, row)| row).collect() }
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

/// Pages that `actor` may open and whose title or other words begin with every typed word.
fn places(actor: &Actor, text: &str) -> Vec<(u32, JumpRow)> {
    let typed = words(text);
    let rank = |place: &Place| {
        let title = words(place.title);
        let also = words(place.also);
        let begins = |list: &[String], word: &String| list.iter().any(|own| own.starts_with(word.as_str()));
        if typed.iter().all(|word| begins(&title, word)) {
            Some(0)
        } else {
            typed.iter().all(|word| begins(&title, word) || begins(&also, word)).then_some(1)
        }
    };
    let open = |place: &&Place| actor.at_least(place.role).is_ok();
    let row =
        |place: &Place| JumpRow { title: place.title.to_owned(), sub: String::new(), link: place.link.to_owned() };
    PLACES.iter().filter(open).filter_map(|place| Some((rank(place)?, row(place)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{fernhill, signed_in};

    fn found(text: &str) -> Vec<(String, Vec<String>)> {
        let groups = jump(&fernhill(), &signed_in("jonas-weidner"), text).unwrap();
        groups.into_iter().map(|g| (g.title, g.rows.into_iter().map(|row| row.link).collect())).collect()
    }

    fn one(title: &str, link: &str) -> Vec<(String, Vec<String>)> {
        vec![(title.to_owned(), vec![link.to_owned()])]
    }

    #[test]
    fn people_skills_teams_and_pages_are_found_by_their_names() {
        assert_eq!(found("ines"), one("People", "/people/ines-carvalho"));
        assert_eq!(found("infus"), one("Skills", "/skills/infusion-pumps"));
        assert_eq!(found("care we"), one("Teams", "/teams/care-west"));
        assert_eq!(found("continu"), one("Pages", "/continuity"));
    }

    #[test]
    fn a_typo_still_finds_the_person() {
        assert_eq!(found("Okafro"), one("People", "/people/amara-okafor"));
        assert_eq!(found("infuson pmups"), one("Skills", "/skills/infusion-pumps"));
    }

    #[test]
    fn pages_of_admins_are_found_by_admins_alone() {
        assert!(found("import").is_empty());
        let admin = Actor::Console;
        assert_eq!(jump(&fernhill(), &admin, "import").unwrap()[0].rows[0].link, "/admin/import");
    }

    #[test]
    fn nothing_typed_shows_the_pages_and_strangers_are_refused() {
        assert_eq!(found(" ").len(), 1);
        assert_eq!(jump(&fernhill(), &Actor::Stranger, "amara"), Err(Rejection::SignedOut));
    }
}
