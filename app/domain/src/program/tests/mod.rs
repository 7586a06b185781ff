//! Programs under test: what holds for one change, and what holds whatever people do in whatever order.

mod changes;
mod coming;
mod merging;
mod promises;
mod random;
mod size;
mod world;
