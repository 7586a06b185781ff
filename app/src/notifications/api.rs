//! Server functions of notifications.

use crate::AppError;
use crate::wire::Json;
use domain::time::Timestamp;
use leptos::prelude::*;

/// The notifications of whoever asks.
#[server(endpoint = "notifications", output = Json)]
pub async fn notifications() -> Result<domain::notifications::NotificationsPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.notifications_page(&here.actor()).await)
}

/// How many of them are new.
#[server(endpoint = "unread_notifications", output = Json)]
pub async fn unread_notifications() -> Result<u32, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.unread_notifications(&here.actor()).await)
}

/// Marks everything up to `until` as read.
#[server(endpoint = "mark_notifications_read", output = Json)]
pub async fn mark_notifications_read(until: Timestamp) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.mark_notifications_read(&here.actor(), until).await)
}
