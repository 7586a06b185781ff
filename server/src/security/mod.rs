//! What every request passes before a page or an operation sees it: where it comes from, who sends it, how often; and
//! the headers that every answer carries.

mod address;
mod headers;
mod limits;
mod origin;
mod panics;
mod who;

pub use headers::add_headers;
pub use limits::{Limits, READS, limit_calls};
pub use origin::{Origins, refuse_foreign};
pub use panics::catch_panics;
pub use who::recognise;
