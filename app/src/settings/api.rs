//! Server functions of one's own settings.

use crate::AppError;
use crate::wire::Json;
use domain::feed::FeedsPage;
use domain::notices::{NoticesForm, NoticesPage, Unsubscribing};
use leptos::prelude::*;

/// Whether one is asked questions on the first page.
#[server(endpoint = "asked_questions", output = Json)]
pub async fn asked_questions() -> Result<bool, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.is_asked_questions(&here.actor()).await)
}

/// Is asked such questions from now on, or is not.
#[server(endpoint = "want_questions", output = Json)]
pub async fn want_questions(wanted: bool) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.want_questions(&here.actor(), wanted).await)
}

/// How one is told of what.
#[server(endpoint = "notices", output = Json)]
pub async fn notices() -> Result<NoticesPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.notices_page(&here.actor()).await)
}

/// Is told as the form says from now on.
#[server(endpoint = "choose_notices", output = Json)]
pub async fn choose_notices(form: NoticesForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.choose_notices(&here.actor(), &form).await)
}

/// Says that one’s address takes mail.
#[server(endpoint = "confirm_address", output = Json)]
pub async fn confirm_address() -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.confirm_address(&here.actor()).await)
}

/// What the link of a mail ends. Whoever holds the link may ask.
#[server(endpoint = "mail_link", output = Json)]
pub async fn mail_link(token: String) -> Result<Unsubscribing, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.unsubscribing(&token).await)
}

/// The calendar links that one has, and the one that was just made.
#[server(endpoint = "feeds", output = Json)]
pub async fn feeds() -> Result<FeedsPage, AppError> {
    crate::here::feeds::page().await
}

/// Makes a calendar link, in the place of the one of before; the page shows it for ten minutes.
#[server(endpoint = "make_feed", output = Json)]
pub async fn make_feed(scope: String, #[server(default)] hides_titles: bool) -> Result<(), AppError> {
    crate::here::feeds::make(&scope, hides_titles).await
}

/// Ends a calendar link: calendars that ask there find nothing.
#[server(endpoint = "end_feed", output = Json)]
pub async fn end_feed(scope: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let scope = here.parsed(domain::feed::Scope::parse(&scope))?;
    here.answer(here.store.end_feed(&here.actor(), scope).await)
}
