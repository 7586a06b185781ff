//! Server functions of the three questions. Each answers for whoever asks and for nobody else.

use crate::AppError;
use crate::wire::Json;
use domain::exchanges::AskForm;
use domain::person::Availability;
use leptos::prelude::*;

/// The question at a step of the address; not found for every other step.
#[server(endpoint = "start", output = Json)]
pub async fn start(step: String) -> Result<domain::onboarding::StartPage, AppError> {
    let here = crate::here::Here::now()?;
    let question = here.parsed(domain::onboarding::Question::at(&step))?;
    here.answer(here.store.start_page(&here.actor(), question))
}

/// The people who come at the end.
#[server(endpoint = "three_people", output = Json)]
pub async fn three_people() -> Result<domain::onboarding::ThreePeoplePage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.three_people_page(&here.actor()))
}

/// What they could teach, then the next question.
#[server(endpoint = "answer_teach", output = Json)]
pub async fn answer_teach(
    #[server(default)] skills: Vec<String>,
    #[server(default)] skills_text: Vec<String>,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let skills = here.answer(here.store.chosen_skills(&here.actor(), &skills, &skills_text))?;
    here.answer(here.store.answer_onboarding(&here.actor(), &domain::onboarding::Answer::Teach { skills }).await)?;
    here.go("/start/2");
    Ok(())
}

/// What they want to learn, then the next question.
#[server(endpoint = "answer_learn", output = Json)]
pub async fn answer_learn(
    #[server(default)] skills: Vec<String>,
    #[server(default)] skills_text: Vec<String>,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let skills = here.answer(here.store.chosen_skills(&here.actor(), &skills, &skills_text))?;
    here.answer(here.store.answer_onboarding(&here.actor(), &domain::onboarding::Answer::Learn { skills }).await)?;
    here.go("/start/3");
    Ok(())
}

/// When it suits them, then the people.
#[server(endpoint = "answer_when", output = Json)]
pub async fn answer_when(availability: Availability, zone: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let when = domain::onboarding::Answer::When { availability, zone: here.parsed(domain::time::Zone::parse(&zone))? };
    here.answer(here.store.answer_onboarding(&here.actor(), &when).await)?;
    here.go("/start/people");
    Ok(())
}

/// The first message, then home.
#[server(endpoint = "send_first_message", output = Json)]
pub async fn send_first_message(form: AskForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.ask_by_form(&here.actor(), form).await)?;
    here.go("/");
    Ok(())
}
