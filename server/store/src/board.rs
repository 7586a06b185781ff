//! The risk board and what if: what is read.

use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::coverage::{ContinuityPage, ContinuityQuery, WhatIfPage, WhatIfQuery, continuity_page, what_if_page};
use domain::viewer::Viewer;

impl Store {
    /// Skills below their target, what hangs on one person, what goes away by itself, and how risk went.
    pub async fn continuity_page(&self, actor: &Actor, query: &ContinuityQuery) -> Result<ContinuityPage> {
        actor.may_read()?;
        let outlook = self.outlook().await?;
        self.read_clocked(actor, |org, clocks| {
            continuity_page(&Viewer::of(org, actor, clocks), query.clone(), &outlook)
        })
    }

    /// What falls if those whom `query` names were away. Refused for people whom the actor may not ask about.
    pub fn what_if_page(&self, actor: &Actor, query: &WhatIfQuery) -> Result<WhatIfPage> {
        self.read(actor, |org| what_if_page(org, actor, query.clone()))
    }
}
