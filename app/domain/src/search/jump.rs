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

const fn place(title: &'static str, also: &'static str, link: &'static str, role: Role) -> Place {
    Place { title, also, link, role }
}

/// Every page but one's own profile.
const PLACES: [Place; 14] = [
    place("Home", "today next step", "/", Role::Member),
    place("People", "directory colleagues", "/people", Role::Member),
    place("Skills atlas", "catalogue areas", "/skills", Role::Member),
    place("Teams", "departments organisation", "/teams", Role::Member),
    place("Continuity", "coverage risk cover", "/continuity", Role::Member),
    place("My skills", "profile levels offer teach", "/me/skills", Role::Member),
    place("My requests", "learn exchanges ask", "/exchanges", Role::Member),
    place("Thanks", "celebrate recognition wall", "/thanks", Role::Member),
    place("Notifications", "inbox news", "/notifications", Role::Member),
    place("Settings", "password session theme", "/settings", Role::Member),
    place("New skill", "add catalogue admin", "/new/skill", Role::ProgramAdmin),
    place("New area", "add catalogue admin", "/new/area", Role::ProgramAdmin),
    place("New team", "add admin", "/new/team", Role::OrgAdmin),
    place("Import", "csv upload admin", "/admin/import", Role::OrgAdmin),
];

const PER_GROUP: usize = 6;
const PAGES_SHOWN: usize = 15;

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
    let most = if title == "Pages" { PAGES_SHOWN } else { PER_GROUP };
    JumpGroup { title: title.to_owned(), rows: found.into_iter().take(most).map(|(_, row)| row).collect() }
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
    let rank = |title: &str, also: &str| {
        let (title, also) = (words(title), words(also));
        let begins = |list: &[String], word: &String| list.iter().any(|own| own.starts_with(word.as_str()));
        if typed.iter().all(|word| begins(&title, word)) {
            Some(0)
        } else {
            typed.iter().all(|word| begins(&title, word) || begins(&also, word)).then_some(1)
        }
    };
    let row = |title: &str, link: String| JumpRow { title: title.to_owned(), sub: String::new(), link };
    let open = PLACES.iter().filter(|place| actor.at_least(place.role).is_ok());
    let fixed =
        open.filter_map(|place| Some((rank(place.title, place.also)?, row(place.title, place.link.to_owned()))));
    let mine = actor.person().and_then(|me| {
        let title = "My profile";
        Some((rank(title, "edit zone languages")?, row(title, format!("/people/{me}/edit"))))
    });
    fixed.chain(mine).collect()
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
