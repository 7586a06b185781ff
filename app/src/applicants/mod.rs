//! Those who apply to a program, and the one form that answers them: it stands on the program's own page and on the page
//! of its people, so every noun may use it.

mod answer_form;
pub mod api;

pub use answer_form::AnswerForm;
