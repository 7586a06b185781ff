//! Server functions of notes. Everybody who is signed in reads notes and may change them; who may say more is asked of
//! the note.

use crate::AppError;
use crate::wire::Json;
use domain::id::NoteId;
use leptos::prelude::*;

/// The library, as an address asks for it.
#[server(endpoint = "library", output = Json)]
pub async fn library(query: String) -> Result<domain::library::LibraryPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.library_page(&here.actor(), domain::library::LibraryQuery::parse(&query)))
}

/// What waits to be looked at.
#[server(endpoint = "notes_to_verify", output = Json)]
pub async fn notes_to_verify() -> Result<domain::library::VerifyPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.verify_page(&here.actor()))
}

/// One note.
#[server(endpoint = "note", output = Json)]
pub async fn note(note: String) -> Result<domain::library::NotePage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(NoteId::parse(&note))?;
    here.answer(here.store.note_page(&here.actor(), &id))
}

/// Every text that a note had, and what the version that an address names changed.
#[server(endpoint = "note_history", output = Json)]
pub async fn note_history(note: String, query: String) -> Result<domain::library::NoteHistoryPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.parsed(NoteId::parse(&note))?;
    let n = domain::query_string::Pairs::parse(&query).get("n").and_then(|n| n.parse().ok());
    here.answer(here.store.note_history_page(&here.actor(), &id, n).await)
}

/// The form of a note; of a new one, as an address asks for it, when `note` is empty.
#[server(endpoint = "note_form", output = Json)]
pub async fn note_form(note: String, query: String) -> Result<domain::library::NoteFormPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = if note.is_empty() { None } else { Some(here.parsed(NoteId::parse(&note))?) };
    let query = domain::library::NoteFormQuery::parse(&query);
    here.answer(here.store.note_form_page(&here.actor(), id.as_ref(), &query))
}

/// Writes a note or changes one, then leads to it.
#[server(endpoint = "save_note", output = Json)]
pub async fn save_note(
    form: domain::note::NoteForm,
    #[server(default)] skills: Vec<String>,
    #[server(default)] skills_text: Vec<String>,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let form = domain::note::NoteForm { skills, skills_text, ..form };
    let id = here.answer(here.store.save_note_by_form(&here.actor(), &form).await)?;
    here.go(&format!("/library/{id}"));
    Ok(())
}

/// Brings an earlier text back, then leads to the note.
#[server(endpoint = "restore_note", output = Json)]
pub async fn restore_note(note: NoteId, n: u32) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.restore_note(&here.actor(), &note, n).await)?;
    here.go(&format!("/library/{note}"));
    Ok(())
}

/// Says that a note holds, as it was read.
#[server(endpoint = "verify_note", output = Json)]
pub async fn verify_note(note: NoteId, n: u32) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.move_note(&here.actor(), &note, &domain::note::NoteMove::Verify { n }).await)
}

/// Says that a note holds no more.
#[server(endpoint = "make_note_obsolete", output = Json)]
pub async fn make_note_obsolete(note: NoteId, #[server(default)] why: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let why = here.parsed(domain::text::Line::parse("why", &why))?;
    here.answer(here.store.move_note(&here.actor(), &note, &domain::note::NoteMove::MakeObsolete { why }).await)
}

/// Takes back that a note holds no more.
#[server(endpoint = "make_note_current", output = Json)]
pub async fn make_note_current(note: NoteId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.move_note(&here.actor(), &note, &domain::note::NoteMove::MakeCurrent).await)
}

/// Gives a note to somebody else.
#[server(endpoint = "hand_over_note", output = Json)]
pub async fn hand_over_note(
    note: NoteId,
    #[server(default)] to: String,
    #[server(default)] to_text: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.hand_over_note_by_form(&here.actor(), &note, &to, &to_text).await)
}

/// Takes a note whose owner is gone.
#[server(endpoint = "take_over_note", output = Json)]
pub async fn take_over_note(note: NoteId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.take_over_note(&here.actor(), &note).await)
}

/// Chooses who looks at a note again, and how often.
#[server(endpoint = "keep_note", output = Json)]
pub async fn keep_note(
    note: NoteId,
    #[server(default)] verifier: String,
    #[server(default)] verifier_text: String,
    #[server(default)] every: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let every = here.parsed(domain::note::Months::parse(&every))?;
    here.answer(here.store.keep_note_by_form(&here.actor(), &note, (&verifier, &verifier_text), every).await)
}
