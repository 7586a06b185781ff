//! A new program: what kind it is, what it starts from, and what it is called.

use crate::actor::Role;
use crate::program::{Description, ProgramKind};
use crate::query_string::Pairs;
use crate::rejection::Rejection;
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};

/// The page on which a program is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewProgramPage {
    /// The kinds.
    pub kinds: Vec<KindChoice>,
    /// The kind that is chosen, with its templates; `None` until one is.
    pub chosen: Option<KindChoice>,
    /// What it can start from.
    pub templates: Vec<TemplateChoice>,
}

/// A kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindChoice {
    /// Its name in addresses.
    pub key: String,
    /// "Mentorship".
    pub title: String,
    /// What it is for.
    pub purpose: String,
}

/// What a program can start from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateChoice {
    /// Its name in forms.
    pub key: String,
    /// "Pairs for eight weeks".
    pub title: String,
    /// What it brings.
    pub about: String,
}

/// The page, with the kind that the address names. Refuses all but program admins.
pub fn new_program_page(viewer: &Viewer, query: &str) -> Result<NewProgramPage, Rejection> {
    viewer.actor.at_least(Role::ProgramAdmin)?;
    let pairs = Pairs::parse(query);
    let described = || ProgramKind::ALL.iter().map(|kind| kind.description());
    let chosen = pairs.get("kind").and_then(|key| described().find(|kind| kind.key == key));
    let templates = chosen.map_or(&[][..], |kind| kind.templates);
    let template = |one: &crate::program::Template| TemplateChoice {
        key: one.key.to_owned(),
        title: one.title.to_owned(),
        about: one.about.to_owned(),
    };
    Ok(NewProgramPage {
        kinds: described().map(choice).collect(),
        chosen: chosen.map(choice),
        templates: templates.iter().map(template).collect(),
    })
}

fn choice(kind: &Description) -> KindChoice {
    KindChoice { key: kind.key.to_owned(), title: kind.title.to_owned(), purpose: kind.purpose.to_owned() }
}
