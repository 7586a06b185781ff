//! Programs as those read them who take part.

use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::id::ProgramId;
use domain::programs::{CataloguePage, CatalogueQuery, Invitee, ProgramPage, catalogue_page, program_page};

impl Store {
    /// The catalogue as the actor finds it.
    pub fn programs_page(&self, actor: &Actor, query: CatalogueQuery) -> Result<CataloguePage> {
        self.read_as(actor, |reader| Ok(catalogue_page(reader, query)))
    }

    /// One program as the actor has it; not found when it is not there, and for most people while it is a draft.
    pub fn program_page(&self, actor: &Actor, id: &ProgramId) -> Result<ProgramPage> {
        self.read_as(actor, |reader| program_page(reader, id))
    }

    /// Asks whom a form names to join. Refuses names of nobody, and what [`Store::invite_to_program`] refuses.
    pub async fn invite_by_form(&self, actor: &Actor, id: &ProgramId, form: &Invitee) -> Result<()> {
        let person = self.read(actor, |org| form.found(org))?;
        self.invite_to_program(actor, id, &person).await
    }
}
