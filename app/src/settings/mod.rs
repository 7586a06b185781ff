//! What somebody settles for themself: how Kith looks, and where they are signed in.

mod settings_page;

pub use settings_page::SettingsPage;
