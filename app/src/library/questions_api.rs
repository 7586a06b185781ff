//! Server functions of questions. Everybody who is signed in reads, asks and answers.

use crate::AppError;
use crate::wire::Json;
use domain::id::ThreadId;
use leptos::prelude::*;

/// Questions, as an address asks for them.
#[server(endpoint = "questions", output = Json)]
pub async fn questions(query: String) -> Result<domain::library::QuestionsPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.questions_page(&here.actor(), domain::library::QuestionsQuery::parse(&query)))
}

/// One question.
#[server(endpoint = "question", output = Json)]
pub async fn question(question: String) -> Result<domain::library::QuestionPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(ThreadId::parse(&question))?;
    here.answer(here.store.question_page(&here.actor(), &id))
}

/// The page on which a question is asked, about the skill that an address names.
#[server(endpoint = "new_question", output = Json)]
pub async fn new_question(query: String) -> Result<domain::library::AskQuestionPage, AppError> {
    let here = crate::here::Here::now()?;
    let skill = domain::query_string::Pairs::parse(&query).get("skill").and_then(|skill| skill.parse().ok());
    here.answer(here.store.ask_question_page(&here.actor(), skill.as_ref()))
}

/// Asks, then leads to the question.
#[server(endpoint = "put_question", output = Json)]
pub async fn put_question(form: domain::thread::QuestionForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let id = here.answer(here.store.put_question_by_form(&here.actor(), &form).await)?;
    here.go(&format!("/questions/{id}"));
    Ok(())
}

/// Answers, or puts an answer of one's own in other words.
#[server(endpoint = "give_answer", output = Json)]
pub async fn give_answer(question: ThreadId, form: domain::thread::AnswerForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.answer_by_form(&here.actor(), &question, &form).await)
}

/// Takes an answer back.
#[server(endpoint = "remove_answer", output = Json)]
pub async fn remove_answer(question: ThreadId, number: u32) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(
        here.store.move_question(&here.actor(), &question, &domain::thread::ThreadMove::RemoveAnswer { number }).await,
    )
}

/// Says that an answer solved it.
#[server(endpoint = "accept_answer", output = Json)]
pub async fn accept_answer(question: ThreadId, number: u32) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(
        here.store.move_question(&here.actor(), &question, &domain::thread::ThreadMove::Accept { number }).await,
    )
}

/// Says that it is open after all.
#[server(endpoint = "reopen_question", output = Json)]
pub async fn reopen_question(question: ThreadId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.move_question(&here.actor(), &question, &domain::thread::ThreadMove::Reopen).await)
}

/// Asks no more.
#[server(endpoint = "close_question", output = Json)]
pub async fn close_question(question: ThreadId, #[server(default)] why: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let why = here.parsed(domain::text::Line::parse("why", &why))?;
    here.answer(here.store.move_question(&here.actor(), &question, &domain::thread::ThreadMove::Close { why }).await)
}

/// Says that one would like it answered too, or not any more.
#[server(endpoint = "want_answer", output = Json)]
pub async fn want_answer(question: ThreadId, #[server(default)] wanted: bool) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(
        here.store.move_question(&here.actor(), &question, &domain::thread::ThreadMove::WantToo { wanted }).await,
    )
}

/// Lets somebody else answer.
#[server(endpoint = "pass_on_question", output = Json)]
pub async fn pass_on_question(question: ThreadId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.pass_on_question(&here.actor(), &question).await)
}
