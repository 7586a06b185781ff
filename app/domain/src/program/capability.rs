//! What somebody may do in a program for others, and by what right: as an organiser, or in a role that carries it.
//!
//! Who organises a program stands in its settings; program admins count as organisers of all. What everybody does for
//! themselves, such as joining and finishing steps, needs no capability.

use super::{History, Participant, Path, Program, Standing};
use crate::id::PersonId;
use serde::{Deserialize, Serialize};

/// Something that a role lets people do in a program, beside what everybody in it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capability {
    /// See how many steps the others have done.
    SeeProgress,
    /// Tick steps for others.
    TickForOthers,
    /// Accept those who apply, or decline.
    Admit,
    /// Ask people to join.
    Invite,
}

/// By what right somebody does something for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// They look after the program, and also give roles.
    Organiser,
    /// Their role carries it.
    Role,
}

impl Capability {
    /// Every capability, in the order in which pages name them.
    pub const ALL: [Self; 4] = [Self::SeeProgress, Self::TickForOthers, Self::Admit, Self::Invite];

    /// "tick steps for others", after "may".
    pub const fn words(self) -> &'static str {
        match self {
            Self::SeeProgress => "see how far the others are",
            Self::TickForOthers => "tick steps for others",
            Self::Admit => "accept those who apply",
            Self::Invite => "ask people to join",
        }
    }

    /// True for what changes something for somebody else. Nobody takes a role that carries it by themselves.
    pub const fn has_power_over_others(self) -> bool {
        match self {
            Self::SeeProgress => false,
            Self::TickForOthers | Self::Admit | Self::Invite => true,
        }
    }
}

/// True when `participant` may do that in the program of `history`, because they are in it, or through with it, in a role
/// that carries it. What they are in another program lets them do nothing in this one.
pub fn may(history: &History, participant: &Participant, capability: Capability) -> bool {
    let takes_part = matches!(participant.standing, Standing::Inside | Standing::Finished);
    let program = history.program;
    let is_of_it = participant.program == program.id && program.phase.is_public();
    let role = program.kind.role(&participant.role);
    takes_part && is_of_it && role.is_some_and(|role| role.can.contains(&capability))
}

impl Program {
    /// True for those whom its settings name as organisers.
    pub fn names_as_organiser(&self, person: &PersonId) -> bool {
        self.settings.several(&Path::field("organisers")).iter().any(|named| named == person.as_str())
    }

    /// Who is to look after it: its organisers, or who made it while it names none.
    pub fn keepers(&self) -> Vec<PersonId> {
        let named: Vec<PersonId> = self
            .settings
            .several(&Path::field("organisers"))
            .iter()
            .filter_map(|id| PersonId::parse(id).ok())
            .collect();
        if named.is_empty() { self.created_by.clone().into_iter().collect() } else { named }
    }
}
