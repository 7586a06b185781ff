//! Server functions of sessions for everybody who comes. What hosts do beside is in `host_api`.

use crate::AppError;
use crate::wire::Json;
use domain::id::SessionId;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The calendar that an address asks for.
#[server(endpoint = "sessions", output = Json)]
pub async fn sessions(query: String) -> Result<domain::sessions::CalendarPage, AppError> {
    let here = crate::here::Here::now()?;
    let query = domain::sessions::CalendarQuery::parse(&query);
    here.answer(here.store.calendar_page(&here.actor(), query))
}

/// One date of a session; the next one when none is named.
#[server(endpoint = "session", output = Json)]
pub async fn session(
    session: String,
    #[server(default)] on: String,
) -> Result<domain::sessions::SessionPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(SessionId::parse(&session))?;
    let on = here.parsed(domain::sessions::date_named(&on))?;
    here.answer(here.store.session_page(&here.actor(), &id, on))
}

/// Says whether one comes to a date, and with how many guests.
#[server(endpoint = "answer_session", output = Json)]
pub async fn answer_session(
    session: SessionId,
    on: String,
    #[server(default)] says: String,
    #[server(default)] guests: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let on = here.parsed(domain::clocks::Day::parse("on", &on))?;
    let says = here.parsed(domain::sessions::parse_says(&says))?;
    let guests = here.parsed(domain::sessions::parse_guests(&guests))?;
    here.answer(here.store.answer(&here.actor(), &session, on, says, guests).await)
}

/// Takes the seat that is held.
#[server(endpoint = "claim_seat", output = Json)]
pub async fn claim_seat(session: SessionId, on: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let on = here.parsed(domain::clocks::Day::parse("on", &on))?;
    here.answer(here.store.claim_seat(&here.actor(), &session, on).await)
}

/// Says of each time whether it suits.
#[server(endpoint = "vote_times", output = Json)]
pub async fn vote_times(
    session: SessionId,
    #[server(default)] votes: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let votes = here.parsed(domain::sessions::parse_votes(&votes))?;
    here.answer(here.store.vote(&here.actor(), &session, &votes).await)
}

/// Asks something before a date, with one’s name or without.
#[server(endpoint = "ask_session", output = Json)]
pub async fn ask_session(
    session: SessionId,
    on: String,
    #[server(default)] text: String,
    #[server(default)] is_unnamed: bool,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let on = here.parsed(domain::clocks::Day::parse("on", &on))?;
    let text = here.parsed(domain::text::Prose::parse("text", &text))?;
    here.answer(here.store.ask_question(&here.actor(), &session, on, &text, is_unnamed).await)
}

/// Would like a question answered too, or no longer.
#[server(endpoint = "vote_question", output = Json)]
pub async fn vote_question(session: SessionId, on: String, number: u32) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let on = here.parsed(domain::clocks::Day::parse("on", &on))?;
    here.answer(here.store.vote_question(&here.actor(), &session, on, number).await)
}

/// Says how useful a date was, and what would make it better.
#[server(endpoint = "answer_survey", output = Json)]
pub async fn answer_survey(
    session: SessionId,
    on: String,
    #[server(default)] useful: String,
    #[server(default)] words: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let on = here.parsed(domain::clocks::Day::parse("on", &on))?;
    let useful = here.parsed(domain::sessions::parse_useful(&useful))?;
    let words = here.parsed(domain::text::Prose::parse("words", &words))?;
    here.answer(here.store.answer_survey(&here.actor(), &session, on, useful, &words).await)
}
