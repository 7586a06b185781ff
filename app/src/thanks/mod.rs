//! The wall of thanks: give one, and read who thanked whom for what.

pub mod api;
mod give_form;
mod thanks_page;

pub use thanks_page::ThanksPage;
