//! What each column of a file means: guessed from its title, decided by a person.

use super::Kind;
use super::synonyms::{named_exactly, named_nearly};
use super::table::Table;
use crate::rejection::Rejection;
use crate::text::EmailAddress;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a column can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The short name of a person in links.
    Handle,
    /// What a person, team or skill is called.
    Name,
    /// The first half of a person's name.
    GivenName,
    /// The second half of a person's name.
    FamilyName,
    /// An e-mail address.
    Email,
    /// The team a person works in.
    Team,
    /// A person's job.
    JobTitle,
    /// Where a person sits.
    Place,
    /// A sentence or two on a person.
    About,
    /// A person's time zone.
    Zone,
    /// What a person speaks.
    Languages,
    /// When a person likes to meet.
    Availability,
    /// How many hours a month a person teaches.
    Teaching,
    /// How many hours a month a person learns.
    Learning,
    /// The day on which a person leaves.
    LastDay,
    /// The team a team belongs to.
    Parent,
    /// What kind of team it is.
    TeamKind,
    /// What a team is there for.
    Purpose,
    /// The area a skill belongs to.
    Area,
    /// What a skill is.
    Description,
    /// How bad it is when nobody knows a skill.
    Criticality,
    /// How many people should know a skill.
    TargetPeople,
    /// How well people should know a skill.
    TargetLevel,
    /// By when so many people should know a skill.
    TargetDay,
    /// What comes before a skill.
    After,
    /// The person a row is about: handle, e-mail address or name.
    Person,
    /// The skill a row is about.
    Skill,
    /// The level that somebody has or wants.
    Level,
    /// How soon somebody wants to learn.
    Priority,
}

impl Field {
    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Handle => "Handle",
            Self::Name => "Name",
            Self::GivenName => "First name",
            Self::FamilyName => "Last name",
            Self::Email => "E-mail",
            Self::Team => "Team",
            Self::JobTitle => "Job title",
            Self::Place => "Place",
            Self::About => "About",
            Self::Zone => "Time zone",
            Self::Languages => "Languages",
            Self::Availability => "Availability",
            Self::Teaching => "Teaching hours a month",
            Self::Learning => "Learning hours a month",
            Self::LastDay => "Last day",
            Self::Parent => "Parent team",
            Self::TeamKind => "Kind of team",
            Self::Purpose => "Purpose",
            Self::Area => "Area",
            Self::Description => "Description",
            Self::Criticality => "Criticality",
            Self::TargetPeople => "People needed",
            Self::TargetLevel => "Level needed",
            Self::TargetDay => "Needed by",
            Self::After => "What comes before",
            Self::Person => "Person",
            Self::Skill => "Skill",
            Self::Level => "Level",
            Self::Priority => "Priority",
        }
    }

    /// The word for it in forms.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Handle => "handle",
            Self::Name => "name",
            Self::GivenName => "given-name",
            Self::FamilyName => "family-name",
            Self::Email => "email",
            Self::Team => "team",
            Self::JobTitle => "job-title",
            Self::Place => "place",
            Self::About => "about",
            Self::Zone => "zone",
            Self::Languages => "languages",
            Self::Availability => "availability",
            Self::Teaching => "teaching",
            Self::Learning => "learning",
            Self::LastDay => "last-day",
            Self::Parent => "parent",
            Self::TeamKind => "team-kind",
            Self::Purpose => "purpose",
            Self::Area => "area",
            Self::Description => "description",
            Self::Criticality => "criticality",
            Self::TargetPeople => "target-people",
            Self::TargetLevel => "target-level",
            Self::TargetDay => "target-day",
            Self::After => "after",
            Self::Person => "person",
            Self::Skill => "skill",
            Self::Level => "level",
            Self::Priority => "priority",
        }
    }
}

/// How sure a guess is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The title or the values are like it.
    Likely,
    /// The title says so.
    Sure,
}

/// What a column probably means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// Which column, from 0.
    pub column: u16,
    /// What it means.
    pub field: Field,
    /// How sure that is.
    pub confidence: Confidence,
}

/// What the columns of a file probably mean, each column and each meaning at most once; the surest titles first.
pub fn guess(kind: Kind, table: &Table) -> Vec<Guess> {
    let mut guesses: Vec<Guess> = Vec::new();
    for field in kind.fields() {
        take(&mut guesses, table, *field, Confidence::Sure, |_, title| named_exactly(kind, *field, title));
    }
    for field in kind.fields() {
        take(&mut guesses, table, *field, Confidence::Likely, |_, title| named_nearly(kind, *field, title));
    }
    if kind == Kind::People {
        take(&mut guesses, table, Field::Email, Confidence::Likely, |column, _| holds_addresses(table, column));
    }
    guesses.sort_by_key(|guess| guess.column);
    guesses
}

/// Adds the first free column that `fits` unless the field has one already.
fn take(
    guesses: &mut Vec<Guess>,
    table: &Table,
    field: Field,
    confidence: Confidence,
    fits: impl Fn(usize, &str) -> bool,
) {
    if guesses.iter().any(|guess| guess.field == field) {
        return;
    }
    let free = (0_u16..).zip(&table.header).find(|(column, title)| {
        guesses.iter().all(|guess| guess.column != *column) && fits(usize::from(*column), title)
    });
    if let Some((column, _)) = free {
        guesses.push(Guess { column, field, confidence });
    }
}

fn holds_addresses(table: &Table, column: usize) -> bool {
    let samples = table.samples(column);
    !samples.is_empty() && samples.iter().all(|sample| EmailAddress::parse(sample).is_ok())
}

/// What the columns of a file mean, as decided: each meaning has at most one column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping(BTreeMap<Field, u16>);

impl Mapping {
    /// The mapping that the guesses make.
    pub fn guessed(guesses: &[Guess]) -> Self {
        Self(guesses.iter().map(|guess| (guess.field, guess.column)).collect())
    }

    /// The mapping a person chose. Refuses a meaning that the kind does not have, or that two columns claim.
    pub fn chosen(kind: Kind, choices: impl IntoIterator<Item = (u16, Field)>) -> Result<Self, Rejection> {
        let mut mapping = BTreeMap::new();
        for (column, field) in choices {
            if !kind.fields().contains(&field) {
                let message = format!("{} have no {}.", kind.title(), field.title().to_lowercase());
                return Err(Rejection::invalid("columns", message));
            }
            if mapping.insert(field, column).is_some() {
                let message = format!("Two columns are “{}”. Choose one of them.", field.title());
                return Err(Rejection::invalid("columns", message));
            }
        }
        Ok(Self(mapping))
    }

    /// The column that means `field`.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.0.get(&field).map(|column| usize::from(*column))
    }

    /// What a column means.
    pub fn field(&self, column: u16) -> Option<Field> {
        self.0.iter().find(|(_, mapped)| **mapped == column).map(|(field, _)| *field)
    }

    /// Everything that is mapped.
    pub fn iter(&self) -> impl Iterator<Item = (Field, usize)> {
        self.0.iter().map(|(field, column)| (*field, usize::from(*column)))
    }

    /// The groups of columns of `kind` of which none is mapped.
    pub fn missing(&self, kind: Kind) -> impl Iterator<Item = &'static [Field]> {
        kind.needs().iter().copied().filter(|group| group.iter().all(|field| !self.0.contains_key(field)))
    }
}

#[cfg(test)]
mod tests;
