//! Saved views of the directory; one record for each person holds all of theirs, in their order.

use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::event::Happening;
use domain::id::{PersonId, ViewId};
use domain::rejection::{Noun, Rejection};
use domain::text::Name;
use domain::views::{SavedView, new_view, with_view};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Kept {
    saved: Vec<SavedView>,
}

impl Store {
    /// The actor's saved views, in their order; none for the console.
    pub async fn saved_views(&self, actor: &Actor) -> Result<Vec<SavedView>> {
        let Some(me) = actor.person() else { return Ok(Vec::new()) };
        let query = "SELECT saved FROM ONLY type::record('views', $me)";
        let kept: Option<Kept> = self.row(query, json!({ "me": me })).await?;
        Ok(kept.map(|kept| kept.saved).unwrap_or_default())
    }

    /// Saves `query` under `name`: as a new view, or in place of the one with the id `view`. Refuses an eighth view, a
    /// second one of the same name, one that shows everybody, and the id of a view that is not theirs.
    pub async fn save_view(&self, actor: &Actor, view: Option<&ViewId>, name: &Name, query: &str) -> Result<SavedView> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let saved = own_views(&tx, me).await?;
            let id = match view {
                Some(id) if saved.iter().any(|own| own.id == *id) => id.clone(),
                Some(_) => return Err(Rejection::NotFound(Noun::View).into()),
                None => new_view(&saved, name)?,
            };
            let saved = with_view(saved, SavedView { id: id.clone(), name: name.clone(), query: query.to_owned() })?;
            write(&tx, me, &saved).await?;
            saved.into_iter().find(|own| own.id == id).ok_or_else(|| Rejection::NotFound(Noun::View).into())
        })
        .await
    }

    /// Drops one of the actor's views. Not found when it is not theirs.
    pub async fn drop_view(&self, actor: &Actor, view: &ViewId) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let mut saved = own_views(&tx, me).await?;
            let before = saved.len();
            saved.retain(|own| own.id != *view);
            if saved.len() == before {
                return Err(Rejection::NotFound(Noun::View).into());
            }
            write(&tx, me, &saved).await
        })
        .await
    }
}

async fn own_views(tx: &Tx, me: &PersonId) -> Result<Vec<SavedView>> {
    let query = "SELECT saved FROM ONLY type::record('views', $me) FOR UPDATE";
    let kept: Option<Kept> = tx.row(query, json!({ "me": me })).await?;
    Ok(kept.map(|kept| kept.saved).unwrap_or_default())
}

async fn write(tx: &Tx, me: &PersonId, saved: &[SavedView]) -> Result<()> {
    let query = "UPSERT type::record('views', $me) SET saved = $saved RETURN NONE";
    tx.run(query, json!({ "me": me, "saved": saved })).await?;
    tx.emit(Happening::ViewsChanged { person: me.clone() }).await
}
