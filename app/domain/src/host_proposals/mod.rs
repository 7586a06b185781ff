//! The page of a session that was proposed to the reader: what it would be, who asked, and the two answers. How it comes
//! to be proposed is in `session`.

use crate::colleague::Colleague;
use crate::id::{SessionId, SkillId};
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::session::{HostProposal, HostProposalStage};
use crate::tag::SkillTag;
use crate::time::{Face, Minutes, Timestamp};
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};

/// A session that was proposed to the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostProposalPage {
    /// On what.
    pub skill: SkillTag,
    /// What it would be called.
    pub title: String,
    /// "Four colleagues want to learn it, and you could show it."
    pub lead: String,
    /// What it would say, in Markdown.
    pub about: String,
    /// When it would start, on the reader’s clock.
    pub when: Face,
    /// How long.
    pub length: Minutes,
    /// In which room; empty where none is known.
    pub room: String,
    /// Who asked.
    pub people: Vec<Colleague>,
    /// By which a yes says what it is to.
    pub seen: Timestamp,
    /// True while it waits for the reader.
    pub is_waiting: bool,
    /// What it became.
    pub session: Option<SessionId>,
}

/// The session that was last proposed to the reader on that skill.
pub fn host_proposal_page(reader: &Reader, skill: &SkillId) -> Result<HostProposalPage, Rejection> {
    let found = reader.org.host_proposal(skill, &reader.me.id);
    let proposal = found.ok_or(Rejection::NotFound(Noun::Session))?;
    let session = match &proposal.stage {
        HostProposalStage::Opened { session, .. } => Some(session.clone()),
        HostProposalStage::Waiting | HostProposalStage::Declined { .. } | HostProposalStage::Over { .. } => None,
    };
    Ok(HostProposalPage {
        skill: SkillTag::of(reader.org, skill),
        title: proposal.title(reader.org),
        lead: format!("{} to learn it, and you could show it.", who_asks(proposal)),
        about: proposal.about(reader.org),
        when: reader.clocks.face(&reader.me.zone, proposal.starts),
        length: proposal.length,
        room: proposal.room.as_str().to_owned(),
        people: proposal.people.iter().map(|person| Colleague::named(reader.org, person)).collect(),
        seen: proposal.at,
        is_waiting: proposal.is_waiting(),
        session,
    })
}

/// "Four colleagues want".
pub(crate) fn who_asks(proposal: &HostProposal) -> String {
    sentence(&counted(proposal.people.len(), "colleague wants", "colleagues want"))
}

/// The proposals that wait for the reader, the oldest first.
pub(crate) fn waiting_for<'a>(reader: &Reader<'a>) -> Vec<&'a HostProposal> {
    let mine = reader.org.host_proposals().filter(|one| one.host == reader.me.id && one.is_waiting());
    let mut mine: Vec<&HostProposal> = mine.collect();
    mine.sort_by_key(|one| (one.at, &one.skill));
    mine
}
