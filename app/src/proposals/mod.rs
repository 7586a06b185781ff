//! A session that is ready to be opened: colleagues wait for a skill, and whoever could show it says yes or no.

pub mod api;
mod proposal_page;

pub use proposal_page::ProposalPage;
