//! What if somebody were away: one person, two, a team. The subject is what falls, never who is to blame for it.

mod hints;
mod query;
#[cfg(test)]
mod tests;

pub use hints::{Hint, worst_pair, worst_single};
pub use query::WhatIfQuery;

use super::{Cover, Sight, count, holders, next_in_line};
use crate::actor::Actor;
use crate::id::PersonId;
use crate::org::Org;
use crate::person::Person;
use crate::rejection::{Noun, Rejection};
use crate::search::fold;
use crate::skill::{Criticality, Skill};
use crate::tag::{AreaTag, PersonTag, SkillTag, TeamTag};
use crate::wording::{counted, listed, number, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhatIfPage {
    /// What was asked, with names as ids.
    pub query: WhatIfQuery,
    /// "If Rosalind Achterberg is away"; empty before anybody is chosen.
    pub title: String,
    /// What falls, in a sentence.
    pub takeaway: String,
    /// Who is taken out.
    pub gone: Vec<PersonTag>,
    /// What falls, the worst first.
    pub falls: Vec<Fall>,
    /// How many more fall than are listed.
    pub more: u32,
    /// A name that leads to nobody, in words.
    pub unknown: Option<String>,
    /// The people about whom the reader may ask; themself alone for most.
    pub people: Vec<PersonTag>,
    /// The teams about which the reader may ask.
    pub teams: Vec<TeamTag>,
    /// For program admins: with whom the most falls.
    pub hints: Vec<Hint>,
}

/// One skill that falls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fall {
    /// Which.
    pub skill: SkillTag,
    /// Its area.
    pub area: AreaTag,
    /// How critical it is.
    pub criticality: Criticality,
    /// How it stands.
    pub before: Cover,
    /// How many would cover it.
    pub after: u32,
    /// What that comes to.
    pub depth: Depth,
    /// Who comes nearest and wants it, of those who stay; at most four.
    pub next: Vec<PersonTag>,
}

/// How far a skill falls. The order is from the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Depth {
    /// Nobody covers it any more.
    Nobody,
    /// It drops below its target.
    DropsBelow,
    /// It was below its target, and falls further.
    Further,
    /// Its target is still reached.
    StillReached,
}

impl Depth {
    /// The words for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Nobody => "Nobody left",
            Self::DropsBelow => "Drops below target",
            Self::Further => "Further below target",
            Self::StillReached => "Target still reached",
        }
    }

    const fn of(before: Cover, after: u32) -> Self {
        if after == 0 && before.target > 0 {
            Self::Nobody
        } else if before.have < before.target {
            Self::Further
        } else if after < before.target {
            Self::DropsBelow
        } else {
            Self::StillReached
        }
    }
}

/// The most that are listed.
const LONGEST: usize = 200;

/// What falls if those whom `query` names were away. Members ask about themselves, managers about people of their teams
/// and about those teams, program admins about anybody; refused otherwise. Without a question it is the reader who is
/// away, where there is nobody else they may ask about.
pub fn what_if_page(org: &Org, actor: &Actor, query: WhatIfQuery) -> Result<WhatIfPage, Rejection> {
    let sight = Sight::of(org, actor)?;
    let (mut query, unknown) = query.resolved(org);
    if let (true, false, None, Some(me)) = (query.is_empty(), sight.is_wide(), &unknown, actor.person()) {
        query.people.insert(me.clone());
    }
    let gone = gone(org, &sight, &query)?;
    let mut falls: Vec<Fall> = touched(org, &gone).into_iter().filter_map(|skill| fall(org, skill, &gone)).collect();
    falls.sort_by_cached_key(|fall| (fall.depth, Reverse(fall.criticality), fall.after, fold(&fall.skill.name)));
    let title = title(org, actor, &query);
    let takeaway = takeaway(&falls, gone.is_empty());
    let more = u32::try_from(falls.len().saturating_sub(LONGEST)).unwrap_or(u32::MAX);
    falls.truncate(LONGEST);
    let mut people: Vec<PersonTag> = seen(org, &sight).map(|person| PersonTag::of(org, &person.id)).collect();
    people.sort_by_cached_key(|person| fold(&person.name));
    let mut teams: Vec<TeamTag> =
        org.teams().filter(|team| sight.leads(&team.id)).map(|team| TeamTag::of(org, &team.id)).collect();
    teams.sort_by_cached_key(|team| fold(&team.name));
    let hints = if sight.is_whole() { hints::hints(org) } else { Vec::new() };
    let gone = gone.iter().map(|person| PersonTag::of(org, person)).collect();
    Ok(WhatIfPage { query, title, takeaway, gone, falls, more, unknown, people, teams, hints })
}

fn seen<'a>(org: &'a Org, sight: &'a Sight) -> impl Iterator<Item = &'a Person> {
    org.people().filter(|person| sight.includes(person))
}

/// Everybody whom the question takes out. Refused when one of them is none of the reader's to ask about.
fn gone(org: &Org, sight: &Sight, query: &WhatIfQuery) -> Result<BTreeSet<PersonId>, Rejection> {
    for person in &query.people {
        let person = org.person(person).filter(|person| person.is_active());
        let person = person.ok_or(Rejection::NotFound(Noun::Person))?;
        if !sight.includes(person) {
            return Err(Rejection::Forbidden(NOT_YOURS.to_owned()));
        }
    }
    let mut gone = query.people.clone();
    if let Some(team) = &query.team {
        org.team(team).ok_or(Rejection::NotFound(Noun::Team))?;
        if !sight.leads(team) {
            return Err(Rejection::Forbidden(NOT_YOURS.to_owned()));
        }
        gone.extend(super::members_below(org, team));
    }
    Ok(gone)
}

const NOT_YOURS: &str = "You can ask what would fall without you. Managers can ask about the people of their teams, \
    program admins about anybody.";

/// Skills that one of `gone` knows something of.
fn touched<'a>(org: &'a Org, gone: &BTreeSet<PersonId>) -> Vec<&'a Skill> {
    let skills: BTreeSet<_> = gone.iter().flat_map(|person| org.known_by(person)).map(|(skill, _)| skill).collect();
    skills.into_iter().filter_map(|skill| org.skill(skill)).collect()
}

/// How `skill` falls without `gone`; `None` when none of them covers it.
fn fall(org: &Org, skill: &Skill, gone: &BTreeSet<PersonId>) -> Option<Fall> {
    let before = super::cover(org, skill);
    let lost = count(holders(org, skill).filter(|person| gone.contains(*person)));
    if lost == 0 {
        return None;
    }
    let after = before.have.saturating_sub(lost);
    Some(Fall {
        skill: SkillTag::of(org, &skill.id),
        area: AreaTag::of(org, &skill.area),
        criticality: skill.criticality,
        before,
        after,
        depth: Depth::of(before, after),
        next: next_in_line(org, skill, &|person| !gone.contains(person)),
    })
}

/// "If you are away", "If Amara and Jonas are away", "If everybody in Care East is away".
fn title(org: &Org, actor: &Actor, query: &WhatIfQuery) -> String {
    let name = |person: &PersonId| {
        if actor.person() == Some(person) { "you".to_owned() } else { org.name_of(person).to_owned() }
    };
    let mut names: Vec<String> = query.people.iter().map(name).collect();
    names.extend(query.team.iter().map(|team| format!("everybody in {}", TeamTag::of(org, team).name)));
    let verb = match names.as_slice() {
        [] => return String::new(),
        [one] if one != "you" => "is",
        _ => "are",
    };
    format!("If {} {verb} away", listed(names.iter().map(String::as_str), 3))
}

/// "Four skills fall: nobody is left for one, two drop below their target."
fn takeaway(falls: &[Fall], is_unasked: bool) -> String {
    if is_unasked {
        return "Choose who is away, and see which skills fall.".to_owned();
    }
    let deep = |depth| falls.iter().filter(|fall| fall.depth == depth).count();
    let parts: Vec<String> = [
        (deep(Depth::Nobody), "nobody is left for", ""),
        (deep(Depth::DropsBelow), "", "below target"),
        (deep(Depth::Further), "", "further below it"),
    ]
    .into_iter()
    .filter(|(n, ..)| *n > 0)
    .map(|(n, before, after)| match (before, after) {
        ("", after) => format!("{} {} {after}", number(n), if n == 1 { "drops" } else { "drop" }),
        (before, _) => format!("{before} {}", number(n)),
    })
    .collect();
    let fall = |n: usize| if n == 1 { "falls" } else { "fall" };
    match (falls.len(), parts.is_empty()) {
        (0, _) => "No skill falls: others cover all of it.".to_owned(),
        (n, true) => {
            let skills = sentence(&counted(n, "skill", "skills"));
            format!("{skills} {} by a person or more; every target is still reached.", fall(n))
        }
        (n, false) => {
            format!("{} {}: {}.", sentence(&counted(n, "skill", "skills")), fall(n), parts.join(", "))
        }
    }
}
