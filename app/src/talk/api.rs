//! Server functions of comments. What a comment is below is seen by whoever may see it, and by nobody else.

use crate::AppError;
use crate::wire::Json;
use domain::id::CommentId;
use leptos::prelude::*;

/// Says something below something.
#[server(endpoint = "write_comment", output = Json)]
pub async fn write_comment(subject: String, #[server(default)] text: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let subject = here.parsed(domain::comment::Subject::parse(&subject))?;
    let text = here.parsed(domain::text::Prose::parse("text", &text))?;
    here.answer(here.store.write_comment(&here.actor(), &subject, &text).await.map(drop))
}

/// Puts one's own comment in other words.
#[server(endpoint = "edit_comment", output = Json)]
pub async fn edit_comment(comment: CommentId, #[server(default)] text: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let text = here.parsed(domain::text::Prose::parse("text", &text))?;
    here.answer(here.store.edit_comment(&here.actor(), &comment, &text).await)
}

/// Removes a comment; its mark stays.
#[server(endpoint = "remove_comment", output = Json)]
pub async fn remove_comment(comment: CommentId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.remove_comment(&here.actor(), &comment).await)
}

/// Tells program admins that a comment should not stand.
#[server(endpoint = "report_comment", output = Json)]
pub async fn report_comment(comment: CommentId, #[server(default)] why: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let why = here.parsed(domain::text::Line::parse("why", &why))?;
    here.answer(here.store.report_comment(&here.actor(), &comment, &why).await)
}

/// Says what becomes of a comment that was reported.
#[server(endpoint = "judge_comment", output = Json)]
pub async fn judge_comment(comment: CommentId, #[server(default)] judgement: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let judgement = here.parsed(domain::comment::Judgement::parse(&judgement))?;
    here.answer(here.store.judge_comment(&here.actor(), &comment, judgement).await)
}

/// Comments that somebody reported.
#[server(endpoint = "reports", output = Json)]
pub async fn reports() -> Result<domain::comment::ReportsPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.reports_page(&here.actor()))
}
