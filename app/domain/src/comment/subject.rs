//! What comments can be below. Whoever may see it may read them, and say something too.

use crate::actor::{Actor, Role};
use crate::id::{ExchangeId, NoteId, PairId, PersonId, ProgramId, SessionId, SkillId, ThreadId};
use crate::org::Org;
use crate::rejection::{Noun, Rejection};
use crate::session::Session;
use serde::{Deserialize, Serialize};

/// Something that is commented on. As text: `note:3f9a…`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Subject {
    /// A skill: everybody reads it.
    Skill(SkillId),
    /// A program: everybody reads it, a draft only program admins.
    Program(ProgramId),
    /// A note: everybody reads it.
    Note(NoteId),
    /// A question: everybody reads it.
    Question(ThreadId),
    /// An hour together, with all its dates: those to whom it is open read it, and program admins.
    Session(SessionId),
    /// One colleague teaching another: only the two read it.
    Exchange(ExchangeId),
    /// A mentor and whoever learns from them: only those in it read it.
    Pair(PairId),
}

impl Subject {
    /// The subject that a form or a row names.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        let (kind, id) = text.split_once(':').ok_or(Rejection::NotFound(Noun::Comment))?;
        match kind {
            "skill" => Ok(Self::Skill(SkillId::parse(id)?)),
            "program" => Ok(Self::Program(ProgramId::parse(id)?)),
            "note" => Ok(Self::Note(NoteId::parse(id)?)),
            "question" => Ok(Self::Question(ThreadId::parse(id)?)),
            "session" => Ok(Self::Session(SessionId::parse(id)?)),
            "exchange" => Ok(Self::Exchange(ExchangeId::parse(id)?)),
            "pair" => Ok(Self::Pair(PairId::parse(id)?)),
            _ => Err(Rejection::NotFound(Noun::Comment)),
        }
    }

    /// Passes whoever may see it, and so read what is said there. To everybody else it is not there.
    pub fn may_see(&self, org: &Org, actor: &Actor) -> Result<(), Rejection> {
        actor.may_read()?;
        let (is_there, noun) = match self {
            Self::Skill(id) => (org.skill(id).is_some(), Noun::Skill),
            Self::Program(id) => {
                let program = org.program(id);
                let is_public = program.is_some_and(|program| program.phase.is_public());
                (is_public || program.is_some() && actor.at_least(Role::ProgramAdmin).is_ok(), Noun::Program)
            }
            Self::Note(id) => (org.note(id).is_some(), Noun::Note),
            Self::Question(id) => (org.thread(id).is_some(), Noun::Thread),
            Self::Session(id) => (org.session(id).is_some_and(|session| session.is_seen_by(actor)), Noun::Session),
            Self::Exchange(id) => {
                let own = org.exchange(id).zip(actor.person());
                (own.is_some_and(|(exchange, me)| exchange.side_of(me).is_ok()), Noun::Exchange)
            }
            Self::Pair(id) => {
                let own = org.pair(id).zip(actor.person());
                (own.is_some_and(|(pair, me)| pair.has(me)), Noun::Pair)
            }
        };
        if is_there { Ok(()) } else { Err(Rejection::NotFound(noun)) }
    }

    /// The same of somebody who is not asking themself.
    pub fn is_seen_by(&self, org: &Org, person: &PersonId) -> bool {
        let Some(person) = org.person(person).filter(|person| person.is_active()) else { return false };
        let member = crate::actor::Member { id: person.id.clone(), role: person.role, team: person.team.clone() };
        self.may_see(org, &Actor::Person(member)).is_ok()
    }

    /// What it is called.
    pub fn name(&self, org: &Org) -> String {
        match self {
            Self::Skill(id) => org.skill(id).map_or_else(String::new, |skill| skill.name.to_string()),
            Self::Program(id) => org.program(id).map_or_else(String::new, |program| program.title().to_owned()),
            Self::Note(id) => org.note(id).map_or_else(String::new, |note| note.title.to_string()),
            Self::Question(id) => org.thread(id).map_or_else(String::new, |thread| thread.title.to_string()),
            Self::Session(id) => org.session(id).map_or_else(String::new, |session| session.title.to_string()),
            Self::Exchange(id) => {
                let skill = org.exchange(id).and_then(|exchange| org.skill(&exchange.skill));
                skill.map_or_else(String::new, |skill| format!("your request about {}", skill.name))
            }
            Self::Pair(id) => {
                let skill = org.pair(id).and_then(|pair| org.skill(&pair.skill));
                skill.map_or_else(String::new, |skill| format!("your pair on {}", skill.name))
            }
        }
    }

    /// Its page.
    pub fn href(&self) -> String {
        match self {
            Self::Skill(id) => format!("/skills/{id}"),
            Self::Program(id) => format!("/programs/{id}"),
            Self::Note(id) => format!("/library/{id}"),
            Self::Question(id) => format!("/questions/{id}"),
            Self::Session(id) => format!("/sessions/{id}"),
            Self::Exchange(id) => format!("/exchanges/{id}"),
            Self::Pair(id) => format!("/pairs/{id}"),
        }
    }

    /// Who reads what is said there, as a sentence beside the field.
    pub fn audience(&self, org: &Org) -> &'static str {
        match self {
            Self::Skill(_) | Self::Note(_) | Self::Question(_) => "Everybody here can read it.",
            Self::Program(_) => "Everybody here can read it; while the program is a draft, only program admins.",
            Self::Session(id) if org.session(id).is_some_and(|session| session.exchange.is_some()) => {
                "Only the two of you read it."
            }
            Self::Session(_) => "Everybody who may come can read it, and program admins.",
            Self::Exchange(_) => "Only the two of you read it.",
            Self::Pair(_) => "Only those in the pair read it.",
        }
    }

    /// The only people who know of it, beside program admins where it is a session; nobody in particular where everybody
    /// may, or where its page decides.
    pub fn among(&self, org: &Org) -> Vec<PersonId> {
        match self {
            Self::Session(id) => org.session(id).map(Session::only_for).unwrap_or_default(),
            Self::Exchange(id) => {
                org.exchange(id).map(|of| vec![of.learner.clone(), of.teacher.clone()]).unwrap_or_default()
            }
            Self::Pair(id) => org.pair(id).map(|pair| pair.people().cloned().collect()).unwrap_or_default(),
            Self::Skill(_) | Self::Program(_) | Self::Note(_) | Self::Question(_) => Vec::new(),
        }
    }

    /// Whom a comment concerns without calling them: who answers for a note, who asked a question, the other of two.
    pub fn concerns(&self, org: &Org) -> Vec<PersonId> {
        match self {
            Self::Note(id) => org.note(id).map(|note| vec![note.owner.clone()]).unwrap_or_default(),
            Self::Question(id) => org.thread(id).map(|thread| vec![thread.by.clone()]).unwrap_or_default(),
            Self::Session(id) => org.session(id).map(|session| session.hosts.clone()).unwrap_or_default(),
            Self::Exchange(_) | Self::Pair(_) => self.among(org),
            Self::Skill(_) | Self::Program(_) => Vec::new(),
        }
    }
}

impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Skill(id) => write!(f, "skill:{id}"),
            Self::Program(id) => write!(f, "program:{id}"),
            Self::Note(id) => write!(f, "note:{id}"),
            Self::Question(id) => write!(f, "question:{id}"),
            Self::Session(id) => write!(f, "session:{id}"),
            Self::Exchange(id) => write!(f, "exchange:{id}"),
            Self::Pair(id) => write!(f, "pair:{id}"),
        }
    }
}

impl TryFrom<String> for Subject {
    type Error = Rejection;
    fn try_from(text: String) -> Result<Self, Rejection> {
        Self::parse(&text)
    }
}

impl From<Subject> for String {
    fn from(subject: Subject) -> Self {
        subject.to_string()
    }
}
