//! Requests: asking somebody to teach, agreeing on a time in both zones, and saying afterwards that it took place.

pub mod api;
mod ask_form;
mod ask_page;
mod confirm_form;
mod decline_form;
mod exchange_actions;
mod exchange_page;
mod exchange_stage;
mod exchanges_page;
mod history;
mod propose_form;
mod time_choice;
mod way;
mod why_you_two;

pub use ask_page::AskPage;
pub use exchange_page::ExchangePage;
pub use exchanges_page::ExchangesPage;
