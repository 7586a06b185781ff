//! What somebody settles for themself: how Kith looks, and where they are signed in.

pub mod api;
mod questions;
mod settings_page;

pub use settings_page::SettingsPage;
