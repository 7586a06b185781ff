//! What somebody settles for themself: how Kith looks, what they are told and how, and where they are signed in.

pub mod api;
mod calendar;
mod notices;
mod questions;
mod settings_page;
mod unsubscribe_page;

pub use settings_page::SettingsPage;
pub use unsubscribe_page::UnsubscribePage;
