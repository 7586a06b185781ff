//! Links that let somebody in, as an admin hands them over.

use super::Here;
use crate::AppError;
use domain::actor::Role;
use domain::id::PersonId;
use domain::text::{EmailAddress, Name};
use store::Invitation;

/// Invites somebody and answers with the path of their link.
pub async fn invite(name: &str, email: &str, role: Role) -> Result<String, AppError> {
    let here = Here::now()?;
    let name = here.answer(Name::parse("name", name).map_err(Into::into))?;
    let email = here.answer(EmailAddress::parse(email).map_err(Into::into))?;
    Ok(path(&here.answer(here.store.invite(&here.actor(), &name, &email, role).await)?))
}

/// Offers a new password and answers with the path of the link.
pub async fn reset(person: &str) -> Result<String, AppError> {
    let here = Here::now()?;
    let person = here.answer(PersonId::parse(person).map_err(Into::into))?;
    Ok(path(&here.answer(here.store.offer_reset(&here.actor(), &person).await)?))
}

fn path(invitation: &Invitation) -> String {
    format!("/join/{}", invitation.token.reveal())
}
