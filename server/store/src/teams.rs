//! Teams: the tree, the page of one, adding and changing them.

use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::event::Happening;
use domain::id::TeamId;
use domain::org::Org;
use domain::team::Team;
use domain::teams::{TeamDraft, TeamForm, TeamPage, TeamsPage, team_form, team_page, teams_page};
use serde_json::json;

impl Store {
    /// The tree of teams.
    pub fn teams_page(&self, actor: &Actor) -> Result<TeamsPage> {
        self.read(actor, |org| teams_page(org, actor))
    }

    /// The page of one team.
    pub fn team_page(&self, actor: &Actor, team: &TeamId) -> Result<TeamPage> {
        self.read(actor, |org| team_page(org, actor, team))
    }

    /// The form for a team, or for a new one.
    pub fn team_form(&self, actor: &Actor, team: Option<&TeamId>) -> Result<TeamForm> {
        self.read(actor, |org| team_form(org, actor, team))
    }

    /// Adds a team, or changes the one that `draft` names. Refuses all but organisation admins, a second team of the
    /// same name in one place, and a team below itself. The tree is guarded: two moves at once cannot make a circle.
    pub async fn save_team(&self, actor: &Actor, draft: &TeamDraft) -> Result<TeamId> {
        actor.at_least(Role::OrgAdmin)?;
        self.change(actor, |tx| async move {
            tx.run("UPSERT guard:teams SET changed_at = $now RETURN NONE", json!({ "now": tx.now() })).await?;
            let team = draft.clone().team(&teams_in(&tx).await?, actor)?;
            let values = json!({ "id": team.id, "row": crate::row::content(&team)? });
            tx.run("UPSERT type::record('team', $id) CONTENT $row RETURN NONE", values).await?;
            tx.emit(Happening::TeamChanged { team: team.id.clone() }).await?;
            Ok(team.id)
        })
        .await
    }
}

/// The tree as the transaction sees it: what another change has just committed counts.
async fn teams_in(tx: &Tx) -> Result<Org> {
    let mut org = Org::default();
    for team in tx.rows::<Team>("SELECT *, record::id(id) AS id FROM team", json!({})).await? {
        org.put_team(team);
    }
    Ok(org)
}
