//! Who is looking: signing in and out, the demo's personas, light and dark.

pub mod api;
mod clear_page;
mod door;
mod go_whole;
mod join_page;
mod sign_in_page;
mod theme;
mod visitor;
mod welcome_page;

pub use clear_page::ClearPage;
pub use door::{Door, Persona};
pub use join_page::JoinPage;
pub use sign_in_page::SignInPage;
pub use theme::Theme;
pub use visitor::{Visitor, provide_visitor, use_visitor};
pub use welcome_page::WelcomePage;
