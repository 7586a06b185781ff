//! Taking an import back: what it brought goes if nothing else leans on it, what it changed is as before, its evidence
//! is reversed. What somebody has changed or used since is kept, and named.

mod as_before;
#[cfg(test)]
mod tests;

use super::plan::{Change, Swap};
use crate::id::{AreaId, PersonId, SkillId, TeamId};
use crate::org::Org;
use crate::person::Person;
use crate::skill::{Area, Skill};
use crate::team::Team;
use crate::time::Span;
use crate::want::Want;
use as_before::{person_as_before, skill_as_before, team_as_before};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// How long an import can be taken back.
pub const UNDO_WITHIN: Span = Span::days(7);

/// What leans on people and skills and is not in the organisation in memory.
#[derive(Clone, Debug, Default)]
pub struct Elsewhere {
    /// People with evidence from elsewhere than this import, or who have signed in.
    pub people: HashSet<PersonId>,
    /// Skills with evidence from elsewhere than this import.
    pub skills: HashSet<SkillId>,
}

/// What taking an import back does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undo {
    /// The changes, in an order in which nothing goes before what refers to it.
    pub changes: Vec<Change>,
    /// What stays, and why.
    pub kept: Vec<Kept>,
}

/// Something that stays although the import brought or changed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What: "Amara Okafor".
    pub what: String,
    /// Why: "has signed in or was used since".
    pub why: String,
}

/// What taking back an import that made `changes` does to the organisation as it stands now.
pub fn undo(changes: &[Change], org: &Org, elsewhere: &Elsewhere) -> Undo {
    let mut undoing = Undoing::new(org, elsewhere);
    for change in changes {
        match change {
            Change::Evidence(given) => {
                let (person, skill) = (given.person.clone(), given.skill.clone());
                undoing.undo.changes.push(Change::Reversal { person, skill });
            }
            Change::Want(swap) => undoing.want(swap),
            Change::Team(_) | Change::Person(_) | Change::Area(_) | Change::Skill(_) | Change::Reversal { .. } => {}
        }
    }
    for change in changes {
        match change {
            Change::Person(swap) => undoing.person(swap),
            Change::Skill(swap) => undoing.skill(swap),
            Change::Team(swap) => undoing.restore_team(swap),
            Change::Evidence(_) | Change::Want(_) | Change::Area(_) | Change::Reversal { .. } => {}
        }
    }
    undoing.teams(changes);
    for change in changes {
        if let Change::Area(Swap { after: Some(area), .. }) = change {
            undoing.area(area);
        }
    }
    undoing.undo
}

/// The organisation as it will stand, as far as it matters for what may go.
struct Undoing<'a> {
    org: &'a Org,
    elsewhere: &'a Elsewhere,
    /// How many wants, offers, exchanges, drills and thanks lean on each.
    people: HashMap<&'a PersonId, u32>,
    skills: HashMap<&'a SkillId, u32>,
    team_of: HashMap<&'a PersonId, TeamId>,
    parent_of: HashMap<&'a TeamId, TeamId>,
    area_of: HashMap<&'a SkillId, AreaId>,
    undo: Undo,
}

impl<'a> Undoing<'a> {
    fn new(org: &'a Org, elsewhere: &'a Elsewhere) -> Self {
        let mut undoing = Self {
            org,
            elsewhere,
            people: HashMap::new(),
            skills: HashMap::new(),
            team_of: org.all_people().filter_map(|person| Some((&person.id, person.team.clone()?))).collect(),
            parent_of: org.teams().filter_map(|team| Some((&team.id, team.parent.clone()?))).collect(),
            area_of: org.skills().map(|skill| (&skill.id, skill.area.clone())).collect(),
            undo: Undo::default(),
        };
        for person in org.all_people() {
            for (skill, _) in org.wants_of(&person.id) {
                undoing.lean([&person.id], skill);
            }
            for (skill, _) in org.offers_of(&person.id) {
                undoing.lean([&person.id], skill);
            }
        }
        for exchange in org.exchanges() {
            undoing.lean([&exchange.learner, &exchange.teacher], &exchange.skill);
        }
        for drill in org.drills() {
            undoing.lean([&drill.holder, &drill.backup], &drill.skill);
        }
        for thanks in org.thanks() {
            undoing.lean([&thanks.from, &thanks.to], &thanks.skill);
        }
        undoing
    }

    fn lean<const N: usize>(&mut self, people: [&'a PersonId; N], skill: &'a SkillId) {
        for person in people {
            *self.people.entry(person).or_default() += 1;
        }
        *self.skills.entry(skill).or_default() += 1;
    }

    fn keep(&mut self, what: impl ToString, why: &str) {
        self.undo.kept.push(Kept { what: what.to_string(), why: why.to_owned() });
    }

    fn want(&mut self, Swap { before, after }: &Swap<Want>) {
        let Some(after) = after else { return };
        let Some(now) = self.org.want(&after.person, &after.skill) else { return };
        if now != after.as_ref() {
            let skill = self.org.skill(&after.skill).map_or(after.skill.as_str(), |skill| skill.name.as_str());
            let what = format!("{} wants {skill}", self.org.name_of(&after.person));
            return self.keep(what, "was changed since");
        }
        match before {
            Some(before) => {
                let swap = Swap::put(Some(now.clone()), before.as_ref().clone());
                self.undo.changes.push(Change::Want(swap));
            }
            None => {
                for leaning in [self.people.get_mut(&now.person), self.skills.get_mut(&now.skill)].into_iter().flatten()
                {
                    *leaning -= 1;
                }
                self.undo.changes.push(Change::Want(Swap::drop(now.clone())));
            }
        }
    }

    fn person(&mut self, Swap { before, after }: &Swap<Person>) {
        let Some(after) = after else { return };
        let Some(now) = self.org.person(&after.id) else { return };
        match before {
            None if now != after.as_ref() => self.keep(&now.name, "was changed since"),
            None if self.elsewhere.people.contains(&now.id) || self.people.get(&now.id).is_some_and(|n| *n > 0) => {
                self.keep(&now.name, "has signed in or is in use since");
            }
            None => {
                self.team_of.remove(&now.id);
                self.undo.changes.push(Change::Person(Swap::drop(now.clone())));
            }
            Some(before) => {
                let (then, changed) = person_as_before(now, before, after);
                self.note_fields(&now.name, &changed);
                match then.team.clone() {
                    Some(team) => self.team_of.insert(&now.id, team),
                    None => self.team_of.remove(&now.id),
                };
                if then != *now {
                    self.undo.changes.push(Change::Person(Swap::put(Some(now.clone()), then)));
                }
            }
        }
    }

    fn skill(&mut self, Swap { before, after }: &Swap<Skill>) {
        let Some(after) = after else { return };
        let Some(now) = self.org.skill(&after.id) else { return };
        match before {
            None if now != after.as_ref() => self.keep(&now.name, "was changed since"),
            None if self.elsewhere.skills.contains(&now.id) || self.skills.get(&now.id).is_some_and(|n| *n > 0) => {
                self.keep(&now.name, "is in use since");
            }
            None => {
                self.area_of.remove(&now.id);
                self.undo.changes.push(Change::Skill(Swap::drop(now.clone())));
            }
            Some(before) => {
                let (then, changed) = skill_as_before(now, before, after);
                self.note_fields(&now.name, &changed);
                self.area_of.insert(&now.id, then.area.clone());
                if then != *now {
                    self.undo.changes.push(Change::Skill(Swap::put(Some(now.clone()), then)));
                }
            }
        }
    }

    fn restore_team(&mut self, Swap { before, after }: &Swap<Team>) {
        let (Some(before), Some(after)) = (before, after) else { return };
        let Some(now) = self.org.team(&after.id) else { return };
        let (then, changed) = team_as_before(now, before, after);
        self.note_fields(&now.name, &changed);
        match then.parent.clone() {
            Some(parent) => self.parent_of.insert(&now.id, parent),
            None => self.parent_of.remove(&now.id),
        };
        if then != *now {
            self.undo.changes.push(Change::Team(Swap::put(Some(now.clone()), then)));
        }
    }

    /// Drops the teams that the import brought, from the leaves up.
    fn teams(&mut self, changes: &[Change]) {
        let brought = changes.iter().filter_map(|change| match change {
            Change::Team(Swap { before: None, after: Some(after) }) => {
                self.org.team(&after.id).map(|now| (now, after.as_ref()))
            }
            _ => None,
        });
        let (mut left, changed): (Vec<_>, Vec<_>) = brought.partition(|(now, after)| now == after);
        for (now, _) in changed {
            self.keep(&now.name, "was changed since");
        }
        let peopled: HashSet<TeamId> = self.team_of.values().cloned().collect();
        loop {
            let parents: HashSet<&TeamId> = self.parent_of.values().collect();
            let (stay, go): (Vec<_>, Vec<_>) =
                left.into_iter().partition(|(team, _)| peopled.contains(&team.id) || parents.contains(&team.id));
            left = stay;
            if go.is_empty() {
                break;
            }
            for (team, _) in go {
                self.parent_of.remove(&team.id);
                self.undo.changes.push(Change::Team(Swap::drop(team.clone())));
            }
        }
        for (team, _) in left {
            self.keep(&team.name, "still has people or teams");
        }
    }

    fn area(&mut self, after: &Area) {
        let Some(now) = self.org.area(&after.id) else { return };
        if self.area_of.values().any(|area| *area == now.id) {
            self.keep(&now.name, "still has skills");
        } else if now != after {
            self.keep(&now.name, "was changed since");
        } else {
            self.undo.changes.push(Change::Area(Swap::drop(now.clone())));
        }
    }

    fn note_fields(&mut self, name: &impl ToString, changed: &[&str]) {
        for field in changed {
            self.keep(format!("{}: {field}", name.to_string()), "was changed since");
        }
    }
}
