//! Programs under test: what holds for one change, and what holds whatever people do in whatever order.

mod admitting;
mod changes;
mod coming;
mod drafts;
mod merging;
mod promises;
mod random;
mod size;
mod taking_over;
mod time;
mod together;
mod told;
mod world;
