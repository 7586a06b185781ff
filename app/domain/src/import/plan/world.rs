//! The organisation as it will stand once the rows so far are in: what later rows refer to.

use super::cells::Cells;
use super::names::{Names, key};
use super::roster::{Found, Roster};
use super::{Change, Setting, Swap};
use crate::id::{AreaId, PersonId, SkillId, TeamId};
use crate::import::Kind;
use crate::import::columns::Field;
use crate::import::issue::Problem;
use crate::rejection::Noun;
use crate::skill::Area;
use crate::text::Name;
use std::collections::HashMap;

/// The most misspelt names for which something alike is looked for.
const MOST_GUESSES: usize = 200;

pub(super) struct World<'a> {
    pub(super) setting: Setting<'a>,
    pub(super) teams: Names<TeamId>,
    pub(super) areas: Names<AreaId>,
    pub(super) skills: Names<SkillId>,
    pub(super) roster: Roster,
    /// The team above each team.
    pub(super) parents: HashMap<TeamId, TeamId>,
    /// What comes before each skill.
    pub(super) before: HashMap<SkillId, Vec<SkillId>>,
    pub(super) changes: Vec<Change>,
    seen: HashMap<(Kind, String), (u32, String)>,
    alike: HashMap<String, Option<String>>,
}

/// How a row stands to earlier ones about the same thing.
pub(super) enum Meeting {
    /// There is none.
    First,
    /// An earlier one says the same.
    Again,
    /// An earlier one says something else; it is noted.
    Contradicts,
}

impl<'a> World<'a> {
    pub(super) fn new(setting: Setting<'a>) -> Self {
        let org = setting.org;
        Self {
            setting,
            teams: Names::of(org.teams().map(|team| (&team.id, team.name.as_str()))),
            areas: Names::of(org.areas().map(|area| (&area.id, area.name.as_str()))),
            skills: Names::of(org.skills().map(|skill| (&skill.id, skill.name.as_str()))),
            roster: Roster::of(org),
            parents: org.teams().filter_map(|team| Some((team.id.clone(), team.parent.clone()?))).collect(),
            before: org.skills().map(|skill| (skill.id.clone(), skill.after.clone())).collect(),
            changes: Vec::new(),
            seen: HashMap::new(),
            alike: HashMap::new(),
        }
    }

    /// Remembers that a row is about `subject`, and compares it with an earlier one.
    pub(super) fn meet(&mut self, cells: &mut Cells<'_>, subject: String) -> Meeting {
        let key = (cells.sheet().meaning.kind, subject);
        match self.seen.get(&key) {
            Some((_, words)) if *words == cells.words() => Meeting::Again,
            Some((row, _)) => {
                cells.note(None, Problem::Contradicts { row: *row });
                Meeting::Contradicts
            }
            None => {
                let (_, row) = cells.address();
                self.seen.insert(key, (row, cells.words()));
                Meeting::First
            }
        }
    }

    /// The team that the row names; noted, and none, when there is no such team.
    pub(super) fn team(&mut self, cells: &mut Cells<'_>, field: Field) -> Option<TeamId> {
        let text = cells.text(field)?;
        let team = self.teams.find(text);
        if team.is_none() {
            let like = self.like(Noun::Team, text);
            cells.note(field, Problem::NoSuchTeam { value: shown(text), like });
        }
        team
    }

    /// The person that the row is about.
    pub(super) fn person(&mut self, cells: &mut Cells<'_>) -> Option<PersonId> {
        let text = cells.needed(Field::Person)?;
        match self.roster.find(text) {
            Found::One(person) if self.roster.has_left(&person) => {
                let name = self.setting.org.name_of(&person).to_owned();
                cells.note(Field::Person, Problem::HasLeft { name });
                None
            }
            Found::One(person) => Some(person),
            Found::Several => {
                cells.note(Field::Person, Problem::Ambiguous { value: shown(text) });
                None
            }
            Found::Nobody => {
                let like = self.like(Noun::Person, text);
                cells.note(Field::Person, Problem::Unknown { noun: Noun::Person, value: shown(text), like });
                None
            }
        }
    }

    /// The skill that the row is about.
    pub(super) fn skill(&mut self, cells: &mut Cells<'_>) -> Option<SkillId> {
        let text = cells.needed(Field::Skill)?;
        let skill = self.skills.find(text);
        if skill.is_none() {
            let like = self.like(Noun::Skill, text);
            cells.note(Field::Skill, Problem::Unknown { noun: Noun::Skill, value: shown(text), like });
        }
        skill
    }

    /// The area called `name`, brought by this import when there is none.
    pub(super) fn area(&mut self, name: &Name) -> Option<AreaId> {
        if let Some(known) = self.areas.find(name.as_str()) {
            return Some(known);
        }
        let id = self.areas.find_or_add(name.as_str())?;
        let import = Some(self.setting.import.clone());
        let area = Area { id: id.clone(), name: name.clone(), import };
        self.changes.push(Change::Area(Swap::put(None, area)));
        Some(id)
    }

    /// A known name that is spelt much like `text`.
    pub(super) fn like(&mut self, noun: Noun, text: &str) -> Option<String> {
        let asked = format!("{noun} {}", key(text));
        if let Some(known) = self.alike.get(&asked) {
            return known.clone();
        }
        if self.alike.len() >= MOST_GUESSES {
            return None;
        }
        let like = match noun {
            Noun::Team => self.teams.like(text),
            Noun::Skill => self.skills.like(text),
            Noun::Person => self.roster.like(text),
            Noun::Area
            | Noun::Exchange
            | Noun::Import
            | Noun::View
            | Noun::Plan
            | Noun::Confirmation
            | Noun::Drill
            | Noun::Invitation
            | Noun::MailLink
            | Noun::Program
            | Noun::Version
            | Noun::Setting
            | Noun::Schedule
            | Noun::Note
            | Noun::Thread
            | Noun::Comment
            | Noun::Question
            | Noun::Session
            | Noun::Feed
            | Noun::Pair => None,
        };
        self.alike.insert(asked, like.clone());
        like
    }
}

/// A value as a message shows it.
pub(super) fn shown(text: &str) -> String {
    if text.chars().count() <= 60 { text.to_owned() } else { text.chars().take(59).chain(['…']).collect() }
}
