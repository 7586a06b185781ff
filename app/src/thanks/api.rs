//! Server functions of the wall. What stands on it is for everybody who is signed in.

use crate::AppError;
use crate::wire::Json;
use domain::wall::{ThanksForm, ThanksWall};
use leptos::prelude::*;

/// The wall.
#[server(endpoint = "thanks", output = Json)]
pub async fn thanks() -> Result<ThanksWall, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.thanks_wall(&here.actor()))
}

/// What the form offers; it names `to` and `skill` when one came for them.
#[server(endpoint = "thanks_choices", output = Json)]
pub async fn thanks_choices(
    to: Option<String>,
    skill: Option<String>,
) -> Result<domain::wall::ThanksChoices, AppError> {
    let here = crate::here::Here::now()?;
    let to = to.and_then(|to| domain::id::PersonId::parse(&to).ok());
    let skill = skill.and_then(|skill| domain::id::SkillId::parse(&skill).ok());
    here.answer(here.store.thanks_choices(&here.actor(), to.as_ref(), skill.as_ref()))
}

/// Thanks a colleague; everybody can read it.
#[server(endpoint = "give_thanks", output = Json)]
pub async fn give_thanks(form: ThanksForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.give_thanks_by_form(&here.actor(), &form).await)?;
    here.go("/thanks");
    Ok(())
}
