//! What hangs on one head or none: the risk board, what falls when somebody is away, and the targets of many skills.

mod api;
mod at_risk;
mod concentrations;
mod continuity_page;
mod expiring_list;
mod fall_table;
mod heat_map;
mod people;
mod target_table;
mod targets_page;
mod targets_preview;
mod trend_chart;
mod what_if_page;

pub use continuity_page::ContinuityPage;
pub use targets_page::TargetsPage;
pub use what_if_page::WhatIfPage;
