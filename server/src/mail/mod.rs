//! Mail as it leaves: where to, how it looks, what the mail server says, and the one click by which somebody ends it.
//! Whether a mail is written and to whom is `store`; what it says is `domain`.

mod message;
mod post;
mod render;
mod smtp_url;
mod unsubscribe;

pub use message::{Links, message_id};
pub use post::{NotSetUp, Post};
pub(crate) use unsubscribe::{PATH as UNSUBSCRIBE, router};
