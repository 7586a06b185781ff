//! Server functions of the members page. Organisation admins only.

use crate::AppError;
use crate::wire::Json;
use domain::actor::Role;
use domain::members::MembersPage;
use leptos::prelude::*;

/// Everybody who works here.
#[server(endpoint = "members", output = Json)]
pub async fn members() -> Result<MembersPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.members_page(&here.actor()))
}

/// Invites somebody; the answer is the path of the link that they are given, once.
#[server(endpoint = "invite_member", output = Json)]
pub async fn invite_member(name: String, email: String, role: Role) -> Result<String, AppError> {
    crate::here::members::invite(&name, &email, role).await
}

/// A link by which somebody sets a new password; the answer is its path, once.
#[server(endpoint = "reset_member", output = Json)]
pub async fn reset_member(person: String) -> Result<String, AppError> {
    crate::here::members::reset(&person).await
}

/// Gives somebody a role.
#[server(endpoint = "set_member_role", output = Json)]
pub async fn set_member_role(person: String, role: Role) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let person = here.answer(person.parse().map_err(|refused: domain::rejection::Rejection| refused.into()))?;
    here.answer(here.store.set_role(&here.actor(), &person, role).await)
}

/// Ends somebody's membership: they can no longer sign in, and what they taught stays.
#[server(endpoint = "end_membership", output = Json)]
pub async fn end_membership(person: domain::id::PersonId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.end_membership(&here.actor(), &person).await)
}
