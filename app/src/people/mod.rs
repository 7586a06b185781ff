//! Finding colleagues, and the page of each: what they know and why we think so, what they teach and want.

mod api;
mod directory_table;
mod filter_choices;
mod filters;
mod history;
mod lane_details;
mod lanes;
mod level_fields;
mod near_matches;
mod nobody;
mod not_mine;
mod people_page;
mod person_head;
mod person_page;
mod planning_sections;
mod profile_page;
mod rail;
mod say_level;
mod say_other;
mod views;

pub use people_page::PeoplePage;
pub use person_page::PersonPage;
pub use profile_page::ProfilePage;
