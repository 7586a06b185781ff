//! Programs as those read them who take part.

use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::id::ProgramId;
use domain::programs::{
    CataloguePage, CatalogueQuery, Invitee, ProgramPage, catalogue_page, people_to_invite, program_page,
};
use domain::tag::PersonTag;

impl Store {
    /// The catalogue as the actor finds it.
    pub fn programs_page(&self, actor: &Actor, query: CatalogueQuery) -> Result<CataloguePage> {
        self.read_as(actor, |reader| Ok(catalogue_page(reader, query)))
    }

    /// One program as the actor has it; not found when it is not there, and for most people while it is a draft.
    pub fn program_page(&self, actor: &Actor, id: &ProgramId) -> Result<ProgramPage> {
        self.read_as(actor, |reader| program_page(reader, id))
    }

    /// Some of those whom the actor can invite to a program, by what was `typed` of a name; nobody for those who may not.
    /// Not found where [`Store::program_page`] is not.
    pub fn people_to_invite(&self, actor: &Actor, id: &ProgramId, typed: &str) -> Result<Vec<PersonTag>> {
        self.read_as(actor, |reader| people_to_invite(reader, id, typed))
    }

    /// Asks whom a form names to join. Refuses names of nobody, and what [`Store::invite_to_program`] refuses.
    pub async fn invite_by_form(&self, actor: &Actor, id: &ProgramId, form: &Invitee) -> Result<()> {
        let person = self.read(actor, |org| form.found(org))?;
        self.invite_to_program(actor, id, &person, &form.role).await
    }
}
