//! Taking in an organisation from CSV files: what the files say, what would change, and how it is taken back.
//!
//! A file goes `bytes → Table → Sheet → Plan`: [`table`] reads what the bytes say, [`sheet`] says what the columns and
//! the values of a level mean, [`plan`] compares it with the organisation and lists every change and every issue
//! without writing anything. [`undo`] turns the changes back. Roles and passwords are deliberately not here: those are
//! given to a person by name, never by a file.

pub mod columns;
pub mod download;
mod encoding;
pub mod formula;
pub mod issue;
pub mod issue_groups;

pub mod page;
pub mod plan;
mod records;
pub mod rejected;
pub mod scale;
pub mod sheet;
mod synonyms;
pub mod table;
pub mod undo;

#[cfg(test)]
pub(crate) mod rust_org_tests;

use crate::rejection::Rejection;
use columns::Field;
use serde::{Deserialize, Serialize};

/// What the rows of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Teams, with the team each belongs to.
    Teams,
    /// People.
    People,
    /// Skills, with the area each belongs to.
    Skills,
    /// Who knows what, and how well.
    Levels,
    /// Who wants to learn what.
    Wants,
}

impl Kind {
    /// Every kind, in the order in which they are taken in: what others refer to comes first.
    pub const ALL: [Self; 5] = [Self::Teams, Self::People, Self::Skills, Self::Levels, Self::Wants];

    /// The word for it on screen.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Teams => "Teams",
            Self::People => "People",
            Self::Skills => "Skills",
            Self::Levels => "Levels",
            Self::Wants => "Wants",
        }
    }

    /// The word for it in links and forms.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Teams => "teams",
            Self::People => "people",
            Self::Skills => "skills",
            Self::Levels => "levels",
            Self::Wants => "wants",
        }
    }

    /// The choice of the form field `kind`.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.key() == text)
            .ok_or_else(|| Rejection::invalid("kind", "Choose teams, people, skills, levels or wants."))
    }

    /// The columns it can have, the telling ones first.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Teams => &[Field::Name, Field::Parent, Field::TeamKind, Field::Purpose],
            Self::People => &[
                Field::Handle,
                Field::Email,
                Field::Name,
                Field::GivenName,
                Field::FamilyName,
                Field::Team,
                Field::JobTitle,
                Field::Place,
                Field::About,
                Field::Zone,
                Field::Languages,
                Field::Availability,
                Field::Teaching,
                Field::Learning,
                Field::LastDay,
            ],
            Self::Skills => &[
                Field::Name,
                Field::Area,
                Field::Description,
                Field::Criticality,
                Field::TargetPeople,
                Field::TargetLevel,
                Field::TargetDay,
                Field::After,
            ],
            Self::Levels => &[Field::Person, Field::Skill, Field::Level],
            Self::Wants => &[Field::Person, Field::Skill, Field::Level, Field::Priority],
        }
    }

    /// The columns it cannot do without: of each group, one.
    pub const fn needs(self) -> &'static [&'static [Field]] {
        match self {
            Self::Teams | Self::Skills => &[&[Field::Name]],
            Self::People => &[&[Field::Email, Field::Handle]],
            Self::Levels => &[&[Field::Person], &[Field::Skill], &[Field::Level]],
            Self::Wants => &[&[Field::Person], &[Field::Skill]],
        }
    }

    /// A file of this kind to start from: the header and one row.
    pub const fn template(self) -> &'static str {
        match self {
            Self::Teams => "team,parent,kind,purpose\r\nWard 3,Care,ward,Looks after 24 people day and night\r\n",
            Self::People => {
                "handle,name,email,team,title,zone,languages,availability,teaching hours,learning hours,last day\r\n\
                 amara,Amara Okafor,amara@fernhill.example,Ward 3,Nurse,Europe/Lisbon,\"English, Igbo\",Lunchtimes,2,6,\r\n"
            }
            Self::Skills => {
                "skill,area,description,criticality,people needed,level needed,needed by,prerequisites\r\n\
                 Hand hygiene,Care,Washes and disinfects hands,High,4,3,,\r\n\
                 Wound care,Care,Cleans and dresses wounds,High,2,3,2027-03-31,Hand hygiene\r\n"
            }
            Self::Levels => "person,skill,level\r\namara,Wound care,4\r\n",
            Self::Wants => "person,skill,level,priority\r\namara,Rota planning,3,Soon\r\n",
        }
    }
}
