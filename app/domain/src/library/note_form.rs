//! Writing a note, or changing one.

use super::all_skills;
use crate::chosen::people_to_choose;
use crate::id::{NoteId, SessionId, SkillId};
use crate::note::{Months, vouches};
use crate::query_string::Pairs;
use crate::rejection::{Noun, Rejection};
use crate::tag::{PersonTag, SkillTag};
use crate::time::Face;
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};

/// The form of a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteFormPage {
    /// The note; `None` for a new one.
    pub id: Option<NoteId>,
    /// The version that stands, 0 for a new one.
    pub n: u32,
    /// What it is called.
    pub title: String,
    /// What it says, as it was typed.
    pub body: String,
    /// What it is about.
    pub skills: Vec<SkillTag>,
    /// What it can be about.
    pub all_skills: Vec<SkillTag>,
    /// The session that leaves it.
    pub session: Option<SessionId>,
    /// How often it is looked at again.
    pub every: Months,
    /// Some of those who can look at it again.
    pub people: Vec<PersonTag>,
    /// Who changed it last.
    pub changed_by: Option<PersonTag>,
    /// When.
    pub changed: Option<Face>,
    /// True when the viewer's word is enough that it holds.
    pub vouches: bool,
}

/// What the address of a new note says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteFormQuery {
    /// What it is about.
    pub skill: Option<SkillId>,
    /// The session that leaves it.
    pub session: Option<SessionId>,
}

impl NoteFormQuery {
    /// Reads an address.
    pub fn parse(query: &str) -> Self {
        let pairs = Pairs::parse(query);
        let (skill, session) = (pairs.get("skill"), pairs.get("session"));
        Self { skill: skill.and_then(|id| id.parse().ok()), session: session.and_then(|id| id.parse().ok()) }
    }
}

/// The form of the note `id`, or of a new one as `query` says. Not found when there is no such note;
/// refused when it is obsolete.
pub fn note_form_page(viewer: &Viewer, id: Option<&NoteId>, query: &NoteFormQuery) -> Result<NoteFormPage, Rejection> {
    viewer.actor.member()?;
    let org = viewer.org;
    let note = id.map(|id| org.note(id).ok_or(Rejection::NotFound(Noun::Note))).transpose()?;
    if note.is_some_and(|note| note.obsolete.is_some()) {
        return Err(Rejection::Conflict("This note is obsolete. Take that back before you change it.".to_owned()));
    }
    let named = query.skill.as_ref().filter(|skill| org.skill(skill).is_some());
    let skills = note.map_or_else(|| named.into_iter().cloned().collect(), |note| note.skills.clone());
    Ok(NoteFormPage {
        id: note.map(|note| note.id.clone()),
        n: note.map_or(0, |note| note.n),
        title: note.map_or_else(String::new, |note| note.title.to_string()),
        body: note.map_or_else(String::new, |note| note.body.to_string()),
        skills: skills.iter().map(|skill| SkillTag::of(org, skill)).collect(),
        all_skills: all_skills(org),
        session: note.map_or_else(|| query.session.clone(), |note| note.session.clone()),
        every: note.map_or(Months::USUAL, |note| note.every),
        people: people_to_choose(org, "", |person| !viewer.is(&person.id)),
        changed_by: note.map(|note| PersonTag::of(org, &note.changed_by)),
        changed: note.map(|note| viewer.clocks.face(&viewer.zone, note.changed_at)),
        vouches: note.is_none_or(|note| vouches(org, viewer.actor, note)),
    })
}
