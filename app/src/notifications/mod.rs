//! What others did that concerns the reader.

pub mod api;
mod bell;
mod notifications_page;

pub use bell::{NotificationBell, new_notifications};
pub use notifications_page::NotificationsPage;
