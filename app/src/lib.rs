//! The interface: pages, components and the typed functions they call on the server.
//!
//! # How to write a page
//!
//! A folder for each noun: `mod.rs` (what it is for; re-exports), `api.rs` (server functions), one public component a
//! file. Add the page to [`routes`].
//!
//! ```ignore
//! // api.rs: at most five lines, an explicit endpoint, safe for everybody who may call it
//! // (the macro makes a type of the function's name, so the name differs from what it returns)
//! #[server(endpoint = "people", output = Json)]
//! pub async fn people(query: PeopleQuery) -> Result<PeoplePage, AppError> {
//!     let here = crate::here::Here::now()?;
//!     here.answer(here.store.people_page(&here.actor(), &query))
//! }
//!
//! // people_page.rs
//! #[component]
//! pub fn PeoplePage() -> impl IntoView {
//!     let query = use_query_map();                                    // page state is the URL
//!     let live = use_live(Topic::People);                             // changes when somebody changes something
//!     let page = load(move || (query.get(), live.get()), |(query, _)| people(…));
//!     view! { <Title text="People · Kith" /> <main …><Loaded from=page let:page> … </Loaded></main> }
//! }
//! ```
//!
//! - A change is an `<ActionForm action=ServerAction::<SetWant>::new()>`, so it works without JavaScript; a server
//!   function that should lead elsewhere ends with `here.go("/people/…")`. The error of a form is
//!   `action.value()`: `Some(Err(error))`; `error.field("name")` is the message of one field.
//! - Who is looking: [`session::use_visitor`]. Server-only code lives in [`here`] and in bodies of server functions.
//! - The frame brings sidebar, top bar and breadcrumbs (made from the address by [`frame`]); a framed page renders its
//!   `<main class="page" id="main" tabindex="-1">` and nothing around it.
#![recursion_limit = "256"]

mod admin;
mod applicants;
mod confirmations;
mod continuity;
mod cover_plan;
mod drills;
mod error;
mod evidence;
mod exchanges;
mod fit;
mod frame;
#[cfg(feature = "ssr")]
pub mod here;
mod home;
mod hours;
mod lazy;
mod library;
mod live;
mod mail;
mod match_console;
mod members;
mod mentoring;
mod next_dates;
mod notifications;
mod onboarding;
mod outbox;
mod pair_line;
mod pairs;
mod people;
mod program_editor;
mod program_head;
mod programs;
mod proposals;
mod prose;
mod routes;
mod search;
mod session;
mod sessions;
mod settings;
mod skills;
mod swaps;
mod talk;
mod teams;
mod thanks;
mod tone;
pub mod ui;
mod wire;

pub use error::AppError;
pub use live::use_live;
pub use routes::App;
pub use session::{Visitor, use_visitor};
