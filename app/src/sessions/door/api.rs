//! Server functions of the door and of the closing. Each answers as if there were nothing to whoever may not see the
//! session.

use crate::AppError;
use crate::wire::Json;
use domain::attendance::{CheckInForm, CloseForm, CountersignForm, TickForm, WalkUpForm};
use leptos::prelude::*;

/// The door of a date, as whoever asks stands before it.
#[server(endpoint = "session_door", output = Json)]
pub async fn session_door(session: String, on: String) -> Result<domain::attendance::DoorPage, AppError> {
    let here = crate::here::Here::now()?;
    let (id, on) = here.parsed(domain::attendance::date_of(&session, &on))?;
    here.answer(here.store.door_page(&here.actor(), (&id, on), &here.origin()).await)
}

/// The list of a date on a sheet of paper.
#[server(endpoint = "session_sheet", output = Json)]
pub async fn session_sheet(session: String, on: String) -> Result<domain::attendance::SheetPage, AppError> {
    let here = crate::here::Here::now()?;
    let (id, on) = here.parsed(domain::attendance::date_of(&session, &on))?;
    here.answer(here.store.sheet_page(&here.actor(), &id, on))
}

/// The closing of a date.
#[server(endpoint = "session_close", output = Json)]
pub async fn session_close(session: String, on: String) -> Result<domain::attendance::ClosePage, AppError> {
    let here = crate::here::Here::now()?;
    let (id, on) = here.parsed(domain::attendance::date_of(&session, &on))?;
    here.answer(here.store.close_page(&here.actor(), &id, on))
}

/// Comes in with the code.
#[server(endpoint = "check_in", output = Json)]
pub async fn check_in(form: CheckInForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.check_in_by_form(&here.actor(), &form).await)
}

/// Ticks somebody off.
#[server(endpoint = "tick_off", output = Json)]
pub async fn tick_off(form: TickForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.tick_off_by_form(&here.actor(), &form).await)
}

/// Takes a tick back.
#[server(endpoint = "take_tick_back", output = Json)]
pub async fn take_tick_back(form: TickForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.take_tick_back_by_form(&here.actor(), &form).await)
}

/// Writes in somebody who had not answered.
#[server(endpoint = "write_in", output = Json)]
pub async fn write_in(form: WalkUpForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.write_in_by_form(&here.actor(), &form).await)
}

/// Says what came of a date.
#[server(endpoint = "close_date", output = Json)]
pub async fn close_date(form: CloseForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.close_date_by_form(&here.actor(), &form).await)
}

/// Says that it was so.
#[server(endpoint = "countersign_date", output = Json)]
pub async fn countersign_date(form: CountersignForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.countersign_by_form(&here.actor(), &form).await)
}
