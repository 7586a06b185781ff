//! Finding anything by what one types: the page behind the box in the top bar, and what the palette asks.

pub mod api;
mod kind_icon;
mod search_page;

pub use kind_icon::kind_icon;
pub use search_page::SearchPage;
