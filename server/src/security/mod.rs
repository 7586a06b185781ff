//! What every request passes before a page or an operation sees it: where it comes from, who sends it, how often; and
//! the headers that every answer carries.

mod headers;
mod limits;
mod origin;
mod who;

pub use headers::add_headers;
pub use limits::{Limits, limit_writes};
pub use origin::{Origins, refuse_foreign};
pub use who::recognise;
