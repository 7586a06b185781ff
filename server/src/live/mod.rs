//! Telling browsers at once what happened: one hub in each process, one stream to each browser.

mod hub;
mod stream;

pub use hub::Hub;
pub use stream::stream;
