//! The planner: which skills miss their target, the least teaching that mends it, and starting it.

pub mod api;
mod assumed;
mod choices;
mod cover_plan_page;
mod draw_form;
mod gaps;
mod pair_form;
mod plan_actions;
mod step_table;
mod targets;

pub use cover_plan_page::CoverPlanPage;
