//! The server function that answers somebody who applies.

use crate::AppError;
use crate::wire::Json;
use domain::id::{PersonId, ProgramId};
use domain::program::Verdict;
use leptos::prelude::*;

/// Answers somebody who applies, with a word where there is one.
#[server(endpoint = "answer_application", output = Json)]
pub async fn answer_application(
    program: ProgramId,
    person: PersonId,
    answer: Verdict,
    #[server(default)] words: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let answer = here.parsed(domain::programs::Answer::read(person, answer, &words))?;
    here.answer(here.store.answer_application(&here.actor(), &program, &answer).await)
}
