//! What a form names: the id of what was chosen from a list, or, without JavaScript, its name as typed.

use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::person::Person;
use crate::rejection::{Noun, Rejection};
use crate::search::{fold, holds};
use crate::tag::PersonTag;

/// How many people or skills a form offers to choose from; others are found by typing more of their names.
pub(crate) const OFFERED: usize = 40;

/// The skills that a form names, each once: ids as chosen, and names as typed. Empty names are nothing; an unknown one
/// is refused beside the field `field`.
pub fn skills(org: &Org, field: &str, ids: &[String], names: &[String]) -> Result<Vec<SkillId>, Rejection> {
    let by_id = ids.iter().filter(|id| !id.trim().is_empty()).map(|id| SkillId::parse(id.trim()));
    let by_name = names.iter().filter(|name| !name.trim().is_empty()).map(|name| skill_called(org, field, name));
    let mut found = Vec::new();
    for skill in by_id.chain(by_name) {
        let skill = skill?;
        org.skill(&skill).ok_or(Rejection::NotFound(Noun::Skill))?;
        if !found.contains(&skill) {
            found.push(skill);
        }
    }
    Ok(found)
}

/// The one skill that a form names; refused beside `field` when it names none.
pub fn skill(org: &Org, field: &str, id: &str, name: &str) -> Result<SkillId, Rejection> {
    let found = skills(org, field, &[id.to_owned()], &[name.to_owned()])?;
    found.into_iter().next().ok_or_else(|| Rejection::invalid(field, "Choose a skill from the list."))
}

/// The colleague that a form names; refused beside `field` when it names none, or several by one name.
pub fn person(org: &Org, field: &str, id: &str, name: &str) -> Result<PersonId, Rejection> {
    if !id.trim().is_empty() {
        let id = PersonId::parse(id.trim())?;
        return org.person(&id).map(|person| person.id.clone()).ok_or(Rejection::NotFound(Noun::Person));
    }
    let called = |person: &&Person| same(person.name.as_str(), name);
    let mut found = org.people().filter(called);
    match (found.next(), found.next()) {
        (Some(person), None) => Ok(person.id.clone()),
        (Some(_), Some(_)) => {
            Err(Rejection::invalid(field, "Several people have this name. Choose one from the list."))
        }
        (None, _) if name.trim().is_empty() => Err(Rejection::invalid(field, "Choose somebody.")),
        (None, _) => Err(Rejection::invalid(field, format!("Nobody here is called “{}”.", name.trim()))),
    }
}

/// The colleague that a form names, or nobody when it names none.
pub fn someone(org: &Org, field: &str, id: &str, name: &str) -> Result<Option<PersonId>, Rejection> {
    if id.trim().is_empty() && name.trim().is_empty() {
        return Ok(None);
    }
    person(org, field, id, name).map(Some)
}

/// Some of the people who are here and whom `fits` lets through, to choose from by what was `typed` of a name; those whose
/// names begin with it come first.
pub fn people_to_choose(org: &Org, typed: &str, fits: impl Fn(&Person) -> bool) -> Vec<PersonTag> {
    let begins = fold(typed.trim());
    let found = org.people().filter(|person| person.left_at.is_none() && holds(person.name.as_str(), typed));
    let mut people: Vec<&Person> = found.filter(|person| fits(person)).collect();
    people.sort_by_cached_key(|person| {
        let name = fold(person.name.as_str());
        (!name.starts_with(&begins), name, person.id.clone())
    });
    people.into_iter().take(OFFERED).map(|person| PersonTag::of(org, &person.id)).collect()
}

fn skill_called(org: &Org, field: &str, name: &str) -> Result<SkillId, Rejection> {
    let found = org.skills().find(|skill| same(skill.name.as_str(), name));
    let unknown = || format!("No skill is called “{}”. Choose one from the list.", name.trim());
    found.map(|skill| skill.id.clone()).ok_or_else(|| Rejection::invalid(field, unknown()))
}

fn same(name: &str, typed: &str) -> bool {
    name.trim().to_lowercase() == typed.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::fernhill;
    use crate::text::Name;

    #[test]
    fn skills_are_found_by_id_and_by_name_each_once() {
        let org = fernhill();
        let of = |ids: &[&str], names: &[&str]| {
            let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
            skills(&org, "skills", &owned(ids), &owned(names))
                .map(|found| found.iter().map(ToString::to_string).collect::<Vec<_>>())
        };
        assert_eq!(
            of(&["wound-care", ""], &["", " wound CARE ", "Backup restore"]).unwrap(),
            ["wound-care", "backup-restore"]
        );
        assert_eq!(of(&["juggling"], &[]), Err(Rejection::NotFound(Noun::Skill)));
        assert!(matches!(of(&[], &["Juggling"]), Err(Rejection::Invalid { field, .. }) if field == "skills"));
        assert!(skill(&org, "skill", "", " ").is_err());
    }

    #[test]
    fn some_are_offered_and_others_are_found_by_what_is_typed_of_their_names() {
        let mut org = fernhill();
        let amara = org.person(&"amara-okafor".parse().unwrap()).unwrap().clone();
        for n in 0..100 {
            let name = Name::parse("name", &format!("Also Amara {n:03}")).unwrap();
            let id = format!("many-{n}").parse().unwrap();
            org.put_person(Person { id, name, ..amara.clone() });
        }
        let found = |typed: &str| people_to_choose(&org, typed, |person| person.id.as_str() != "many-7");
        assert_eq!(found("").len(), OFFERED);
        assert_eq!((found("amara").len(), found("amara")[0].name.as_str()), (OFFERED, "Amara Okafor"));
        assert_eq!(found("099 ALSO").iter().map(|tag| tag.id.as_str()).collect::<Vec<_>>(), ["many-99"]);
        assert!(found("also 007").is_empty() && found("Nobody").is_empty());
    }

    #[test]
    fn people_are_found_by_id_and_by_name() {
        let org = fernhill();
        assert_eq!(person(&org, "to", "jonas-weidner", "").unwrap().as_str(), "jonas-weidner");
        assert_eq!(person(&org, "to", "", "jonas weidner").unwrap().as_str(), "jonas-weidner");
        assert_eq!(person(&org, "to", "nobody", ""), Err(Rejection::NotFound(Noun::Person)));
        for name in ["", "Nobody", "Dag Ek"] {
            assert!(matches!(person(&org, "to", "", name), Err(Rejection::Invalid { .. })), "{name}");
        }
    }
}
