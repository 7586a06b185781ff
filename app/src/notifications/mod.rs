//! What others did that concerns the reader.

pub mod api;
mod notifications_page;

pub use notifications_page::NotificationsPage;
