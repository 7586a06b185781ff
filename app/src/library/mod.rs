//! The library: notes that somebody answers for, and questions that go to whoever knows and was interrupted least.

mod answer_card;
mod answer_form;
pub mod api;
mod ask_question_page;
mod facts;
mod library_page;
mod lines;
mod note_actions;
mod note_fields;
mod note_form_page;
mod note_history_page;
mod note_page;
mod note_verbs;
mod question_actions;
mod question_page;
mod questions_api;
mod questions_page;
mod verify_page;

pub use ask_question_page::AskQuestionPage;
pub use library_page::LibraryPage;
pub use note_form_page::NoteFormPage;
pub use note_history_page::NoteHistoryPage;
pub use note_page::NotePage;
pub use question_page::QuestionPage;
pub use questions_page::QuestionsPage;
pub use verify_page::VerifyPage;
