//! Confirming: asking a colleague to confirm a skill, answering in one screen, and what one is not asked about any more.

mod answer_form;
pub mod api;
mod ask_form;
mod ask_page;
mod confirm_actions;
mod confirmation_page;
mod confirmations_page;
mod put_aside;

pub use ask_page::ConfirmAskPage;
pub use confirmation_page::ConfirmationPage;
pub use confirmations_page::ConfirmationsPage;
