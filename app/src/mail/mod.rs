//! Whether this organisation’s mail goes out, for organisation admins.

pub mod api;
mod mail_page;

pub use mail_page::MailPage;
