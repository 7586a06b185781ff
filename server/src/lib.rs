//! The server: axum around the app and the store. The binary `kith` is `main.rs`; tests start the same [`App`].
#![warn(missing_docs)]

pub mod app;
pub mod calendar;
pub mod cli;
pub mod config;
mod cover_watch;
mod demand_watch;
mod graph_check;
mod health;
mod import_files;
pub mod jobs;
pub mod live;
pub mod mail;
mod pages;
mod people_csv;
mod program_watch;
pub mod security;
mod site;
pub mod state;
mod swap_watch;
mod typed;

pub use app::App;
pub use config::Config;
pub use state::AppState;
