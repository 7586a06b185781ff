//! Server functions of the mail page. Organisation admins only.

use crate::AppError;
use crate::wire::Json;
use leptos::prelude::*;

/// How mail stands.
#[server(endpoint = "mail", output = Json)]
pub async fn mail() -> Result<domain::mail::MailPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.mail_page(&here.actor()).await)
}

/// Sends whoever asks a mail that says that mail works.
#[server(endpoint = "send_test_mail", output = Json)]
pub async fn send_test_mail() -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.send_test_mail(&here.actor()).await.map(drop))
}
