//! Hours taught and learned: one's statement, giving some away, the proof for everybody, and where admins set one right.

pub mod api;
mod book_forms;
mod book_page;
mod give_form;
mod hours_page;
mod proof_page;
mod scale;
mod statement;

pub use book_page::HoursBookPage;
pub use hours_page::HoursPage;
pub use proof_page::HoursProofPage;
