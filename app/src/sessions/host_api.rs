//! Server functions with which a session is planned, changed and looked after. The store refuses whoever neither holds it
//! nor planned it nor looks after programs.

use crate::AppError;
use crate::wire::Json;
use domain::id::SessionId;
use domain::sessions::{DateForm, SessionForm};
use leptos::prelude::*;

/// The form for a new session, or for one that is there.
#[server(endpoint = "session_draft", output = Json)]
pub async fn session_draft(
    #[server(default)] session: String,
    #[server(default)] query: String,
) -> Result<domain::sessions::FormPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = if session.is_empty() { None } else { Some(here.parsed(SessionId::parse(&session))?) };
    let query = domain::sessions::FormQuery::parse(&query);
    here.answer(here.store.session_form(&here.actor(), id.as_ref(), &query))
}

/// The first dates that a form would give.
#[server(endpoint = "session_dates", output = Json)]
pub async fn session_dates(form: SessionForm) -> Result<domain::sessions::DatesPreview, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.session_dates(&here.actor(), &form))
}

/// Times that suit those who are named.
#[server(endpoint = "session_times", output = Json)]
pub async fn session_times(query: String) -> Result<Vec<domain::sessions::FoundTime>, AppError> {
    let here = crate::here::Here::now()?;
    let query = domain::sessions::FindQuery::parse(&query);
    here.answer(here.store.session_times(&here.actor(), &query))
}

/// Some colleagues, by what was typed of a name.
#[server(endpoint = "people_to_meet", output = Json)]
pub async fn people_to_meet(typed: String) -> Result<Vec<domain::tag::PersonTag>, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.people_to_meet(&here.actor(), &typed))
}

/// Plans a session, or changes one, and leads to it.
#[server(endpoint = "save_session", output = Json)]
pub async fn save_session(
    form: SessionForm,
    #[server(default)] skills: Vec<String>,
    #[server(default)] skills_text: Vec<String>,
    #[server(default)] hosts: Vec<String>,
    #[server(default)] hosts_text: Vec<String>,
    #[server(default)] invited: Vec<String>,
    #[server(default)] invited_text: Vec<String>,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let lists = domain::sessions::FormLists { skills, skills_text, hosts, hosts_text, invited, invited_text };
    let id = here.answer(here.store.save_session(&here.actor(), &form, &lists).await)?;
    here.go(&format!("/sessions/{id}"));
    Ok(())
}

/// Calls all of a session off.
#[server(endpoint = "call_off_session", output = Json)]
pub async fn call_off_session(session: SessionId, #[server(default)] reason: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let reason = here.parsed(domain::text::Prose::parse("reason", &reason))?;
    here.answer(here.store.call_off_session(&here.actor(), &session, &reason).await)
}

/// Moves one date, or puts it elsewhere.
#[server(endpoint = "move_date", output = Json)]
pub async fn move_date(session: SessionId, on: String, form: DateForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let on = here.parsed(domain::clocks::Day::parse("on", &on))?;
    here.answer(here.store.move_date_by_form(&here.actor(), &session, on, &form).await)
}

/// Calls one date off.
#[server(endpoint = "call_off_date", output = Json)]
pub async fn call_off_date(session: SessionId, on: String, #[server(default)] note: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let on = here.parsed(domain::clocks::Day::parse("on", &on))?;
    let note = here.parsed(domain::text::Prose::parse("note", &note))?;
    here.answer(here.store.call_off_date(&here.actor(), &session, on, &note).await)
}

/// Puts one date back to where the series has it.
#[server(endpoint = "put_date_back", output = Json)]
pub async fn put_date_back(session: SessionId, on: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let on = here.parsed(domain::clocks::Day::parse("on", &on))?;
    here.answer(here.store.change_date(&here.actor(), &session, on, None, &Default::default()).await)
}

/// Says for somebody whether they come.
#[server(endpoint = "answer_for", output = Json)]
pub async fn answer_for(
    session: SessionId,
    on: String,
    #[server(default)] person: String,
    #[server(default)] person_text: String,
    #[server(default)] says: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let on = here.parsed(domain::clocks::Day::parse("on", &on))?;
    let says = here.parsed(domain::sessions::parse_says(&says))?;
    let person = here.answer(here.store.person_named(&here.actor(), &person, &person_text))?;
    here.answer(here.store.answer_for(&here.actor(), &session, on, &person, says).await)
}

/// Gives somebody a seat, whoever waits and however many there are.
#[server(endpoint = "give_seat", output = Json)]
pub async fn give_seat(session: SessionId, on: String, person: domain::id::PersonId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let on = here.parsed(domain::clocks::Day::parse("on", &on))?;
    here.answer(here.store.give_seat(&here.actor(), &session, on, &person).await)
}

/// Settles which of the times it is.
#[server(endpoint = "settle_poll", output = Json)]
pub async fn settle_poll(session: SessionId, choice: i64) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.settle_poll(&here.actor(), &session, domain::time::Timestamp(choice)).await)
}

/// Replies to a question.
#[server(endpoint = "reply_question", output = Json)]
pub async fn reply_question(
    session: SessionId,
    on: String,
    number: u32,
    #[server(default)] text: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let on = here.parsed(domain::clocks::Day::parse("on", &on))?;
    let text = here.parsed(domain::text::Prose::parse("text", &text))?;
    here.answer(here.store.reply_question(&here.actor(), &session, on, number, &text).await)
}

/// Adds something to read before, or a recording.
#[server(endpoint = "add_material", output = Json)]
pub async fn add_material(
    session: SessionId,
    #[server(default)] title: String,
    #[server(default)] link: String,
    #[server(default)] is_recording: bool,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let material = here.parsed(domain::sessions::parse_material(&title, &link, is_recording))?;
    here.answer(here.store.add_material(&here.actor(), &session, &material).await)
}

/// Takes it away again.
#[server(endpoint = "drop_material", output = Json)]
pub async fn drop_material(
    session: SessionId,
    title: String,
    link: String,
    #[server(default)] is_recording: bool,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let material = here.parsed(domain::sessions::parse_material(&title, &link, is_recording))?;
    here.answer(here.store.drop_material(&here.actor(), &session, &material).await)
}
