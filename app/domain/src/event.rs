//! What happened. Every change writes one event; feeds, live pages, notifications and audit read only these.
//!
//! Names, texts and levels are not in events: a reader that may see more asks for it by id.

use crate::actor::{Actor, Role};
use crate::id::{AreaId, ExchangeId, ImportId, PersonId, SkillId, TeamId};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// The place of an event in the log: dense from 1, in commit order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Seq(pub u64);

/// Names one signed-in browser without letting anybody in: the first half of its session's stored hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionMark(pub String);

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its place in the log.
    pub seq: Seq,
    /// When.
    pub at: Timestamp,
    /// Who did it; `None` for the server itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// What.
    pub what: Happening,
    /// Who may know.
    pub audience: Audience,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Happening {
    /// A person came, changed or left.
    PersonChanged {
        /// Who.
        person: PersonId,
    },
    /// A team came or changed.
    TeamChanged {
        /// Which.
        team: TeamId,
    },
    /// An area came or changed.
    AreaChanged {
        /// Which.
        area: AreaId,
    },
    /// A skill came or changed.
    SkillChanged {
        /// Which.
        skill: SkillId,
    },
    /// Evidence was given or taken back.
    EvidenceGiven {
        /// For whom.
        person: PersonId,
        /// In what.
        skill: SkillId,
    },
    /// Somebody's want came, changed or was dropped.
    WantChanged {
        /// Whose.
        person: PersonId,
        /// Of what.
        skill: SkillId,
    },
    /// Somebody's offer came, changed or was withdrawn.
    OfferChanged {
        /// Whose.
        person: PersonId,
        /// Of what.
        skill: SkillId,
    },
    /// An exchange was asked for or moved on.
    ExchangeMoved {
        /// Which.
        exchange: ExchangeId,
        /// Who learns.
        learner: PersonId,
        /// Who teaches.
        teacher: PersonId,
        /// What is taught.
        skill: SkillId,
    },
    /// Somebody thanked somebody.
    ThanksGiven {
        /// Who thanked.
        from: PersonId,
        /// Who was thanked.
        to: PersonId,
        /// For what.
        skill: SkillId,
    },
    /// Somebody put their next step off.
    StepSnoozed {
        /// Who.
        person: PersonId,
    },
    /// Somebody read their notifications.
    NotificationsRead {
        /// Who.
        person: PersonId,
    },
    /// Somebody's saved views came, changed or were dropped.
    ViewsChanged {
        /// Whose.
        person: PersonId,
    },
    /// Files were imported.
    ImportFinished {
        /// Which import.
        import: ImportId,
    },
    /// An import was taken back.
    ImportUndone {
        /// Which import.
        import: ImportId,
    },
    /// Somebody's sessions were ended: signed out everywhere, new password, new role, or gone.
    SessionsEnded {
        /// Whose.
        person: PersonId,
    },
    /// Somebody signed out of one browser, or signed in there anew.
    SignedOut {
        /// Who.
        person: PersonId,
        /// Of which browser.
        session: SessionMark,
    },
    /// Somebody was invited.
    PersonInvited {
        /// Who.
        person: PersonId,
    },
    /// The demo company, or a restored copy, took the place of everything.
    EverythingReplaced,
    /// Nothing happened; streams use it to carry the cursor.
    Heartbeat,
}

/// Who may know of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum Audience {
    /// Everybody who is signed in.
    Everyone,
    /// These people.
    People {
        /// Who.
        people: Vec<PersonId>,
    },
    /// People of at least this role.
    AtLeast {
        /// Which role.
        role: Role,
    },
}

impl Audience {
    /// True when `actor` may know.
    pub fn includes(&self, actor: &Actor) -> bool {
        match (self, actor) {
            (_, Actor::Console) => true,
            (_, Actor::Stranger) => false,
            (Self::Everyone, Actor::Person(_)) => true,
            (Self::People { people }, Actor::Person(member)) => people.contains(&member.id),
            (Self::AtLeast { role }, Actor::Person(member)) => member.role >= *role,
        }
    }
}

impl Happening {
    /// Who may know of it, which follows from what it is.
    pub fn audience(&self) -> Audience {
        match self {
            Self::PersonChanged { .. }
            | Self::TeamChanged { .. }
            | Self::AreaChanged { .. }
            | Self::SkillChanged { .. }
            | Self::EvidenceGiven { .. }
            | Self::WantChanged { .. }
            | Self::OfferChanged { .. }
            | Self::ThanksGiven { .. }
            | Self::ImportFinished { .. }
            | Self::ImportUndone { .. }
            | Self::EverythingReplaced
            | Self::Heartbeat => Audience::Everyone,
            Self::ExchangeMoved { learner, teacher, .. } => {
                Audience::People { people: vec![learner.clone(), teacher.clone()] }
            }
            Self::StepSnoozed { person }
            | Self::NotificationsRead { person }
            | Self::ViewsChanged { person }
            | Self::SessionsEnded { person }
            | Self::SignedOut { person, .. } => Audience::People { people: vec![person.clone()] },
            Self::PersonInvited { .. } => Audience::AtLeast { role: Role::OrgAdmin },
        }
    }

    /// The part of the product whose pages show it.
    pub const fn topic(&self) -> Topic {
        match self {
            Self::PersonChanged { .. }
            | Self::TeamChanged { .. }
            | Self::PersonInvited { .. }
            | Self::ViewsChanged { .. } => Topic::People,
            Self::AreaChanged { .. }
            | Self::SkillChanged { .. }
            | Self::EvidenceGiven { .. }
            | Self::WantChanged { .. }
            | Self::OfferChanged { .. } => Topic::Skills,
            Self::ExchangeMoved { .. }
            | Self::ThanksGiven { .. }
            | Self::StepSnoozed { .. }
            | Self::NotificationsRead { .. } => Topic::Exchanges,
            Self::ImportFinished { .. } | Self::ImportUndone { .. } | Self::EverythingReplaced => Topic::Everything,
            Self::SessionsEnded { .. } | Self::SignedOut { .. } => Topic::Session,
            Self::Heartbeat => Topic::Nothing,
        }
    }
}

/// The parts of the product that pages listen to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// People and teams.
    People,
    /// Skills, levels, wants and offers.
    Skills,
    /// Requests, thanks and next steps.
    Exchanges,
    /// The reader's own session.
    Session,
    /// All of it.
    Everything,
    /// None of it.
    Nothing,
}

/// What a browser is told of an event: where the log stands and what to look at again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// Its place in the log.
    pub seq: Seq,
    /// When.
    pub at: Timestamp,
    /// What to look at again.
    pub topic: Topic,
    /// What happened.
    pub what: Happening,
}
