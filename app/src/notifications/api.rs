//! Server functions of notifications.

use crate::AppError;
use crate::wire::Json;
use domain::notifications::NotificationKey;
use domain::time::Timestamp;
use leptos::prelude::*;

/// The notifications of whoever asks, of the topic that the address names.
#[server(endpoint = "notifications", output = Json)]
pub async fn notifications(query: String) -> Result<domain::notifications::NotificationsPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(
        here.store.notifications_page(&here.actor(), domain::notifications::NotificationsQuery::parse(&query)).await,
    )
}

/// How many of them are new.
#[server(endpoint = "unread_notifications", output = Json)]
pub async fn unread_notifications() -> Result<u32, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.unread_notifications(&here.actor()).await)
}

/// Marks everything of that topic up to `until` as read.
#[server(endpoint = "mark_notifications_read", output = Json)]
pub async fn mark_notifications_read(until: Timestamp, #[server(default)] query: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let query = domain::notifications::NotificationsQuery::parse(&query);
    here.answer(here.store.mark_notifications_read(&here.actor(), query, until).await)
}

/// Marks one of them as read.
#[server(endpoint = "mark_notification_read", output = Json)]
pub async fn mark_notification_read(key: NotificationKey) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.mark_notification_read(&here.actor(), &key).await)
}
