//! Who comes first: the organisation admin of an organisation that nobody has joined yet.

use crate::error::Result;
use crate::{Invitation, Store};
use domain::actor::{Actor, Role};
use domain::text::{EmailAddress, Name};
use serde_json::{Value, json};

impl Store {
    /// Invites the first organisation admin by a new link, which replaces an earlier one; `None`, and nothing is
    /// changed, once anybody has a password. Somebody whom an import brought becomes the admin. Organisation admins and
    /// the console only.
    pub async fn invite_first_admin(
        &self,
        actor: &Actor,
        name: &Name,
        email: &EmailAddress,
    ) -> Result<Option<Invitation>> {
        actor.at_least(Role::OrgAdmin)?;
        if self.has_joiners().await? {
            return Ok(None);
        }
        let invitation = self.invite(actor, name, email, Role::OrgAdmin).await?;
        let role = self.read(actor, |org| Ok(org.person(&invitation.person).map(|person| person.role)))?;
        if role != Some(Role::OrgAdmin) {
            self.set_role(actor, &invitation.person, Role::OrgAdmin).await?;
        }
        Ok(Some(invitation))
    }

    /// True once anybody has chosen a password.
    async fn has_joiners(&self) -> Result<bool> {
        let joined: Vec<Value> = self.rows("SELECT VALUE 1 FROM account LIMIT 1", json!({})).await?;
        Ok(!joined.is_empty())
    }
}
