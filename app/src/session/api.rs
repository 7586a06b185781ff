//! Server functions of signing in and out. What they return is fit for strangers.

use super::{Door, Theme, Visitor};
use crate::AppError;
use crate::wire::Json;
use leptos::prelude::*;

/// Who is looking; nobody is an answer, not an error.
#[server(endpoint = "current_visitor", output = Json)]
pub async fn current_visitor() -> Result<Option<Visitor>, AppError> {
    let here = crate::here::Here::now()?;
    crate::here::session::visitor(&here).await
}

/// Signs in with an address and a password, then leads home, or to the first question. Like all that change who is
/// looking, it answers with where to go on: a script loads that page whole, since the frame is made for one person.
#[server(endpoint = "sign_in", output = Json)]
pub async fn sign_in(email: String, password: String) -> Result<String, AppError> {
    let here = crate::here::Here::now()?;
    let token = here.answer(here.store.sign_in(&email, &password).await)?;
    crate::here::session::begin(&here, &token).await
}

/// Becomes one of the demo's personas, then leads to the first question; refused everywhere else.
#[server(endpoint = "sign_in_as", output = Json)]
pub async fn sign_in_as(handle: String) -> Result<String, AppError> {
    let here = crate::here::Here::now()?;
    let token = crate::here::session::persona_session(&here, &handle).await?;
    Ok(crate::here::session::begin_at(&here, &token, crate::here::session::FIRST_QUESTION))
}

/// Ends this session.
#[server(endpoint = "sign_out", output = Json)]
pub async fn sign_out() -> Result<String, AppError> {
    let here = crate::here::Here::now()?;
    crate::here::session::end(&here).await
}

/// Ends every session of whoever asks.
#[server(endpoint = "sign_out_everywhere", output = Json)]
pub async fn sign_out_everywhere() -> Result<String, AppError> {
    let here = crate::here::Here::now()?;
    let me = here.answer(here.actor().member().map(|me| me.id.clone()).map_err(Into::into))?;
    here.answer(here.store.sign_out_everywhere(&here.actor(), &me).await)?;
    crate::here::session::end(&here).await
}

/// Sets the password that an invitation or a reset asks for, and signs in: a newcomer to the first question.
#[server(endpoint = "join", output = Json)]
pub async fn join(token: String, password: String) -> Result<String, AppError> {
    let here = crate::here::Here::now()?;
    let token = here.answer(store::Token::parse(&token).map_err(Into::into))?;
    let session = here.answer(here.store.accept_invitation(&token, &password).await)?;
    crate::here::session::begin(&here, &session).await
}

/// What to call the person whom an invitation is for.
#[server(endpoint = "invited", output = Json)]
pub async fn invited(token: String) -> Result<String, AppError> {
    let here = crate::here::Here::now()?;
    let token = here.answer(store::Token::parse(&token).map_err(Into::into))?;
    let person = here.answer(here.store.invited(&token).await)?;
    here.answer(here.store.read(&domain::actor::Actor::Console, |org| Ok(org.name_of(&person).to_owned())))
}

/// Keeps `light` or `dark` for this browser; anything else follows the machine again.
#[server(endpoint = "set_theme", output = Json)]
pub async fn set_theme(theme: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    crate::here::session::keep_theme(&here, &theme);
    Ok(())
}

/// What this browser keeps for light and dark.
#[server(endpoint = "chosen_theme", output = Json)]
pub async fn chosen_theme() -> Result<Theme, AppError> {
    Ok(crate::here::session::theme(&crate::here::Here::now()?))
}

/// What stands at the door: the company, and whom one may be in the demo.
#[server(endpoint = "front_door", output = Json)]
pub async fn front_door() -> Result<Door, AppError> {
    crate::here::session::door(&crate::here::Here::now()?)
}

/// Clears the demo and starts an organisation of the asker's own, signed in as its first admin.
#[server(endpoint = "start_own", output = Json)]
pub async fn start_own(
    organisation: String,
    name: String,
    email: String,
    password: String,
) -> Result<String, AppError> {
    let here = crate::here::Here::now()?;
    let founder = crate::here::session::founder(&organisation, &name, &email, password);
    let session = here.answer(here.store.start_own(&here.actor(), &here.answer(founder)?).await)?;
    Ok(crate::here::session::begin_at(&here, &session, "/"))
}
