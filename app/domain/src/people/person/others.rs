//! Skills of which nothing is known of somebody yet: what a colleague may be the first to speak about.

use super::may;
use crate::actor::Actor;
use crate::chosen::OFFERED;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::rejection::{Noun, Rejection};
use crate::search::{fold, holds};
use crate::skill::Skill;
use crate::tag::SkillTag;
use std::cmp::Reverse;

/// Some of the skills in which `person` has no level, want or offer, by what was `typed` of a name: those whose names begin
/// with it first, then those that matter most. None for those who cannot say a level of `person`; not found when there is
/// no such person.
pub fn skills_to_say(org: &Org, actor: &Actor, person: &PersonId, typed: &str) -> Result<Vec<SkillTag>, Rejection> {
    actor.may_read()?;
    let of = org.person(person).ok_or(Rejection::NotFound(Noun::Person))?;
    if may(org, actor, of).confirm.is_none() {
        return Ok(Vec::new());
    }
    let has = |skill: &SkillId| {
        org.known(person, skill).is_some() || org.want(person, skill).is_some() || org.offer(person, skill).is_some()
    };
    let begins = fold(typed.trim());
    let is_found = |skill: &&Skill| !has(&skill.id) && holds(skill.name.as_str(), typed);
    let mut skills: Vec<&Skill> = org.skills().filter(is_found).collect();
    skills.sort_by_cached_key(|skill| {
        let name = fold(skill.name.as_str());
        (!name.starts_with(&begins), Reverse(skill.criticality), name, skill.id.clone())
    });
    Ok(skills.into_iter().take(OFFERED).map(|skill| SkillTag::of(org, &skill.id)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{fernhill, signed_in};

    #[test]
    fn colleagues_may_speak_about_skills_of_which_nothing_is_known_yet() {
        let org = fernhill();
        let found = |reader: &str, of: &str, typed: &str| {
            let skills = skills_to_say(&org, &signed_in(reader), &of.parse().unwrap(), typed).unwrap();
            skills.into_iter().map(|skill| skill.id.to_string()).collect::<Vec<_>>()
        };
        let amara: PersonId = "amara-okafor".parse().unwrap();
        assert!(org.known(&amara, &"wound-care".parse().unwrap()).is_some());
        assert!(found("jonas-weidner", "amara-okafor", "WOUND").is_empty(), "that stands on her page already");
        assert_eq!(found("jonas-weidner", "amara-okafor", "restore back"), ["backup-restore"]);
        assert!(found("jonas-weidner", "amara-okafor", "").len() > 1);
        assert!(found("amara-okafor", "amara-okafor", "").is_empty(), "one’s own has a page of its own");
        assert!(found("amara-okafor", "dag-ek", "").is_empty(), "Dag has left");
        let nobody = skills_to_say(&org, &signed_in("amara-okafor"), &"nobody".parse().unwrap(), "");
        assert_eq!(nobody, Err(Rejection::NotFound(Noun::Person)));
    }
}
