//! Sessions that are ready to be opened: proposed by the server's clock to whoever could hold them, opened or declined by
//! them. A guard for each skill lets only one wait at a time.

use super::plan::{Booked, hosts_stay};
use super::rows::{clocks, doing, write_session};
use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::event::{Happening, ProposedHost};
use domain::host_proposals::{HostProposalPage, host_proposal_page};
use domain::id::{PersonId, SessionId, SkillId};
use domain::rejection::{Noun, Rejection};
use domain::session::{HostProposal, HostProposalStage, News, REST_AFTER_NO, demand};
use domain::time::Timestamp;
use serde_json::{Value, json};

impl Store {
    /// Proposes a session to whoever could hold it, for each skill that enough colleagues wait for, and ends proposals
    /// whose time is over; how many are new. For the server's own clock; refused for people below organisation admin.
    pub async fn propose_sessions(&self, actor: &Actor) -> Result<usize> {
        actor.at_least(Role::OrgAdmin)?;
        let over: Vec<HostProposal> = self.read_clocked(actor, |org, clocks| {
            Ok(org.host_proposals().filter_map(|proposal| proposal.over(org, clocks)).collect())
        })?;
        for proposal in &over {
            self.change(actor, |tx| async move { end(&tx, proposal).await }).await?;
        }
        let found = self.read_clocked(actor, |org, clocks| Ok(demand(org, clocks)))?;
        let mut new = 0;
        for proposal in &found {
            new += self.change(actor, |tx| async move { propose(&tx, proposal).await }).await?;
        }
        Ok(new)
    }

    /// The actor opens the session that was proposed to them, as they read it at `seen`: it stands from now on, and those
    /// who asked are told that it is for them. Refuses what [`HostProposal::opened`] and [`Store::plan_session`] refuse;
    /// not found when nothing was proposed to them.
    pub async fn open_proposal(&self, actor: &Actor, skill: &SkillId, seen: Timestamp) -> Result<SessionId> {
        let me = &actor.member()?.id;
        let stamp = self.stamp();
        self.change(actor, |tx| async move {
            let id = SessionId::parse(&format!("{:016x}", stamp.random()))?;
            let proposal = mine(&tx, skill, me).await?;
            let opened = proposal.clone().opened(id.clone(), seen, tx.now())?;
            let clocks = clocks(&tx);
            let plan = self.read(actor, |org| {
                let plan = proposal.plan(org, &clocks)?;
                plan.checked(org, &clocks)?;
                Ok(plan)
            })?;
            hosts_stay(&tx, &plan).await?;
            let mut session = plan.session(id.clone(), me, &clocks);
            session.is_all_ahead(&clocks)?;
            let why = News::BecauseYouAsked { skill: skill.clone() };
            session.told = doing(&tx).told_all(session.asked(), &why);
            let dates = session.ahead(&clocks);
            self.book(&tx, Booked { session: &session, dates: &dates, by: me, despite_overlaps: false }).await?;
            write_session(&tx, None, session).await?;
            write(&tx, &opened).await?;
            Ok(id)
        })
        .await
    }

    /// The actor says no to the session that was proposed to them; whoever comes next is asked at once. Refuses what
    /// [`HostProposal::declined`] refuses; not found when nothing was proposed to them.
    pub async fn decline_proposal(&self, actor: &Actor, skill: &SkillId) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let declined = mine(&tx, skill, me).await?.declined(tx.now())?;
            write(&tx, &declined).await
        })
        .await?;
        self.propose_sessions(&Actor::Console).await.map(drop)
    }

    /// The session that was proposed to the actor; not found when nothing was.
    pub fn host_proposal_page(&self, actor: &Actor, skill: &SkillId) -> Result<HostProposalPage> {
        self.read_as(actor, |reader| host_proposal_page(reader, skill))
    }
}

/// Writes a new proposal, unless one waits on that skill by now or the host has said no; how many it wrote.
async fn propose(tx: &Tx, proposal: &HostProposal) -> Result<usize> {
    hold(tx, &proposal.skill).await?;
    let query = "SELECT * OMIT id FROM host_proposal WHERE skill = $skill";
    let others: Vec<HostProposal> = tx.rows(query, json!({ "skill": proposal.skill })).await?;
    let is_in_the_way = |other: &HostProposal| {
        let said_no = matches!(other.stage, HostProposalStage::Declined { at } if tx.now().since(at) < REST_AFTER_NO);
        other.is_waiting() || (other.host == proposal.host && said_no)
    };
    if others.iter().any(is_in_the_way) {
        return Ok(0);
    }
    write(tx, proposal).await?;
    Ok(1)
}

/// Ends a proposal that nobody has answered meanwhile.
async fn end(tx: &Tx, over: &HostProposal) -> Result<()> {
    hold(tx, &over.skill).await?;
    match read(tx, &over.skill, &over.host).await? {
        Some(now) if now.is_waiting() && now.at == over.at => write(tx, over).await,
        Some(_) | None => Ok(()),
    }
}

async fn hold(tx: &Tx, skill: &SkillId) -> Result<()> {
    let key = json!(["demand", skill]);
    let query = "SELECT touched_at FROM ONLY type::record('guard', $key) FOR UPDATE";
    let _: Option<Value> = tx.row(query, json!({ "key": key })).await?;
    let values = json!({ "key": key, "row": { "touched_at": tx.now() } });
    tx.run("UPSERT type::record('guard', $key) CONTENT $row RETURN NONE", values).await
}

async fn mine(tx: &Tx, skill: &SkillId, me: &PersonId) -> Result<HostProposal> {
    hold(tx, skill).await?;
    Ok(read(tx, skill, me).await?.ok_or(Rejection::NotFound(Noun::Session))?)
}

async fn read(tx: &Tx, skill: &SkillId, host: &PersonId) -> Result<Option<HostProposal>> {
    let query = "SELECT * OMIT id FROM ONLY type::record('host_proposal', $key) FOR UPDATE";
    tx.row(query, json!({ "key": [skill, host] })).await
}

async fn write(tx: &Tx, proposal: &HostProposal) -> Result<()> {
    let (skill, host) = (proposal.skill.clone(), proposal.host.clone());
    let values = json!({ "key": [&skill, &host], "row": crate::row::content(proposal)? });
    tx.run("UPSERT type::record('host_proposal', $key) CONTENT $row RETURN NONE", values).await?;
    tx.emit(Happening::HostProposed(ProposedHost { skill, host })).await
}

#[cfg(test)]
mod tests;
