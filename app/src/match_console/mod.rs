//! Matching a mentorship program: everybody at once, pinned, ruled out and weighed, kept and compared, published and taken
//! back; and for each learner why they have the mentor they have, or none yet.

pub mod api;
mod by_hand;
mod comparison;
mod console_page;
mod fit_bar;
mod kept_list;
mod match_actions;
mod mentor_list;
mod pair_table;
mod publish_bar;
mod round_list;
mod waiting_list;
mod weights_form;
mod why_card;
mod why_page;

pub use console_page::MatchConsolePage;
pub use why_page::WhyMatchPage;
