//! What hangs on one head or none: critical skills below their target, and where it is thin.

mod api;
mod at_risk;
mod continuity_page;
mod heat_map;

pub use continuity_page::ContinuityPage;
