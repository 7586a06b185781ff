//! What can be found, and which words of it: its name, what stands beside that, its text. Somebody who left, a program
//! that is a draft and the like are left out where the answer is made, since that depends on who asks.

use crate::actor::{Actor, Role};
use crate::id::{NoteId, PersonId, ProgramId, SessionId, SkillId, TeamId, ThreadId};
use crate::markdown::plain;
use crate::org::Org;
use crate::program::Path;

/// A thing that can be found. Their order is the order in which kinds stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entry {
    /// Somebody who works here.
    Person(PersonId),
    /// A skill.
    Skill(SkillId),
    /// A note.
    Note(NoteId),
    /// A question, with its answers.
    Question(ThreadId),
    /// An hour together, with all its dates.
    Session(SessionId),
    /// A program.
    Program(ProgramId),
    /// A team.
    Team(TeamId),
}

/// The words of a thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// What it is called.
    pub name: String,
    /// What stands beside that: a job, an area, the skills of a note.
    pub beside: String,
    /// What it says, without markup.
    pub text: String,
}

impl Entry {
    /// Its words as they stand now; nothing when it is not there.
    pub fn standing(&self, org: &Org) -> Option<Standing> {
        let (name, beside, text) = match self {
            Self::Person(id) => {
                let person = org.person(id).filter(|person| person.is_active())?;
                let beside = format!("{} {}", person.title, person.place);
                (person.name.to_string(), beside, person.about.to_string())
            }
            Self::Skill(id) => {
                let skill = org.skill(id)?;
                let area = org.area(&skill.area).map_or_else(String::new, |area| area.name.to_string());
                (skill.name.to_string(), area, skill.description.to_string())
            }
            Self::Note(id) => {
                let note = org.note(id)?;
                (note.title.to_string(), skills(org, &note.skills), plain(note.body.as_str()))
            }
            Self::Question(id) => {
                let thread = org.thread(id)?;
                let answers = thread.standing_answers().map(|answer| answer.text.as_str());
                let texts = [thread.details.as_str()].into_iter().chain(answers).map(plain);
                let text = texts.collect::<Vec<_>>().join("\n");
                (thread.title.to_string(), skills(org, std::slice::from_ref(&thread.skill)), text)
            }
            Self::Session(id) => {
                let session = org.session(id)?;
                let outcomes = session.outcomes.iter().map(ToString::to_string);
                let text =
                    std::iter::once(plain(session.about.as_str())).chain(outcomes).collect::<Vec<_>>().join("\n");
                (session.title.to_string(), skills(org, &session.skills), text)
            }
            Self::Program(id) => {
                let program = org.program(id)?;
                let text = plain(program.settings.text(&Path::field("purpose")));
                (program.title().to_owned(), program.kind.description().title.to_owned(), text)
            }
            Self::Team(id) => {
                let team = org.team(id)?;
                (team.name.to_string(), String::new(), team.purpose.to_string())
            }
        };
        Some(Standing { name, beside, text })
    }

    /// What it is called; nothing when it is not there.
    pub(super) fn name(&self, org: &Org) -> Option<String> {
        Some(match self {
            Self::Person(id) => org.person(id)?.name.to_string(),
            Self::Skill(id) => org.skill(id)?.name.to_string(),
            Self::Note(id) => org.note(id)?.title.to_string(),
            Self::Question(id) => org.thread(id)?.title.to_string(),
            Self::Session(id) => org.session(id)?.title.to_string(),
            Self::Program(id) => org.program(id)?.title().to_owned(),
            Self::Team(id) => org.team(id)?.name.to_string(),
        })
    }

    /// Everything that there is.
    pub fn all(org: &Org) -> impl Iterator<Item = Self> {
        let people = org.people().map(|person| Self::Person(person.id.clone()));
        let skills = org.skills().map(|skill| Self::Skill(skill.id.clone()));
        let notes = org.notes().map(|note| Self::Note(note.id.clone()));
        let threads = org.threads().map(|thread| Self::Question(thread.id.clone()));
        let sessions = org.sessions().map(|session| Self::Session(session.id.clone()));
        let programs = org.programs().map(|program| Self::Program(program.id.clone()));
        let teams = org.teams().map(|team| Self::Team(team.id.clone()));
        people.chain(skills).chain(notes).chain(threads).chain(sessions).chain(programs).chain(teams)
    }

    /// True when `actor` may know of it.
    pub(super) fn is_seen_by(&self, org: &Org, actor: &Actor) -> bool {
        match self {
            Self::Program(id) => {
                org.program(id).is_some_and(|program| program.phase.is_public())
                    || actor.at_least(Role::ProgramAdmin).is_ok()
            }
            Self::Session(id) => org.session(id).is_some_and(|session| session.is_seen_by(actor)),
            Self::Person(_) | Self::Skill(_) | Self::Note(_) | Self::Question(_) | Self::Team(_) => true,
        }
    }

    /// Its page.
    pub fn href(&self) -> String {
        match self {
            Self::Person(id) => format!("/people/{id}"),
            Self::Skill(id) => format!("/skills/{id}"),
            Self::Note(id) => format!("/library/{id}"),
            Self::Question(id) => format!("/questions/{id}"),
            Self::Session(id) => format!("/sessions/{id}"),
            Self::Program(id) => format!("/programs/{id}"),
            Self::Team(id) => format!("/teams/{id}"),
        }
    }

    /// What tells it from others of its name.
    pub(super) fn beside(&self, org: &Org) -> String {
        match self {
            Self::Person(id) => {
                let Some(person) = org.person(id) else { return String::new() };
                let team = person.team.as_ref().and_then(|team| org.team(team)).map_or("", |team| team.name.as_str());
                let parts = [person.title.as_str(), team].into_iter().filter(|part| !part.is_empty());
                parts.collect::<Vec<_>>().join(" · ")
            }
            Self::Skill(id) => {
                let area = org.skill(id).and_then(|skill| org.area(&skill.area));
                area.map_or_else(String::new, |area| area.name.to_string())
            }
            Self::Note(id) => match org.note(id) {
                Some(note) if note.obsolete.is_some() => format!("Obsolete · {}", skills(org, &note.skills)),
                Some(note) => skills(org, &note.skills),
                None => String::new(),
            },
            Self::Question(id) => match org.thread(id) {
                Some(thread) => {
                    let state = if thread.accepted.is_some() { "Solved · " } else { "" };
                    format!("{state}{}", skills(org, std::slice::from_ref(&thread.skill)))
                }
                None => String::new(),
            },
            Self::Session(id) => match org.session(id) {
                Some(session) if session.called_off.is_some() => {
                    format!("Called off · {}", skills(org, &session.skills))
                }
                Some(session) => format!("{} · {}", session.kind.label(), skills(org, &session.skills)),
                None => String::new(),
            },
            Self::Program(id) => {
                org.program(id).map_or_else(String::new, |program| program.kind.description().title.to_owned())
            }
            Self::Team(id) => {
                let parent = org.team(id).and_then(|team| team.parent.as_ref()).and_then(|parent| org.team(parent));
                parent.map_or_else(String::new, |parent| parent.name.to_string())
            }
        }
    }

    /// True for what holds no more: it stands after what does.
    pub(super) fn is_obsolete(&self, org: &Org) -> bool {
        match self {
            Self::Note(id) => org.note(id).is_some_and(|note| note.obsolete.is_some()),
            Self::Session(id) => org.session(id).is_some_and(|session| session.called_off.is_some()),
            Self::Person(_) | Self::Skill(_) | Self::Question(_) | Self::Program(_) | Self::Team(_) => false,
        }
    }
}

fn skills(org: &Org, skills: &[SkillId]) -> String {
    let names = skills.iter().filter_map(|skill| org.skill(skill)).map(|skill| skill.name.as_str());
    names.collect::<Vec<_>>().join(", ")
}
