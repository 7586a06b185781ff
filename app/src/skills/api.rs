//! Server functions of skills. What they return is fit for everybody who is signed in.

use crate::AppError;
use crate::wire::Json;
use domain::id::SkillId;
use leptos::prelude::*;

/// The atlas that an address asks for.
#[server(endpoint = "skills", output = Json)]
pub async fn skills(query: String) -> Result<domain::skills::SkillsPage, AppError> {
    let here = crate::here::Here::now()?;
    let query = domain::skills::SkillsQuery::parse(&query);
    here.answer(here.store.skills_page(&here.actor(), &query))
}

/// The page of one skill.
#[server(endpoint = "skill", output = Json)]
pub async fn skill(id: String) -> Result<domain::skills::SkillPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.answer(SkillId::parse(&id).map_err(Into::into))?;
    here.answer(here.store.skill_page(&here.actor(), &id).await)
}

/// The skills of whoever asks.
#[server(endpoint = "my_skills", output = Json)]
pub async fn my_skills() -> Result<domain::skills::OwnSkillsPage, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.own_skills_page(&here.actor()).await)
}

/// Says at which level one sees oneself in a skill that is chosen from the list or written by name.
#[server(endpoint = "set_own_level", output = Json)]
pub async fn set_own_level(skill: Option<String>, skill_text: Option<String>, level: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let (chosen, written) = (skill.unwrap_or_default(), skill_text.unwrap_or_default());
    here.answer(here.store.set_own_level(&here.actor(), &chosen, &written, &level).await)
}

/// Wants to learn a skill, as well and as soon as the form says.
#[server(endpoint = "set_want", output = Json)]
pub async fn set_want(form: domain::skills::WantForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let edit = here.answer(form.parsed().map_err(Into::into))?;
    here.answer(here.store.set_want(&here.actor(), &edit).await)
}

/// No longer wants to learn a skill.
#[server(endpoint = "drop_want", output = Json)]
pub async fn drop_want(skill: SkillId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.drop_want(&here.actor(), &skill).await)
}

/// Offers to teach a skill, in the way that the form says.
#[server(endpoint = "make_offer", output = Json)]
pub async fn make_offer(form: domain::skills::OfferForm) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let edit = here.answer(form.parsed().map_err(Into::into))?;
    here.answer(here.store.make_offer(&here.actor(), &edit).await)
}

/// No longer offers to teach a skill.
#[server(endpoint = "withdraw_offer", output = Json)]
pub async fn withdraw_offer(skill: SkillId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.withdraw_offer(&here.actor(), &skill).await)
}

/// The form of a skill; of a new one when `id` is empty.
#[server(endpoint = "catalogue_form", output = Json)]
pub async fn catalogue_form(id: String) -> Result<domain::skills::CatalogueForm, AppError> {
    let here = crate::here::Here::now()?;
    let id = if id.is_empty() { None } else { Some(here.answer(SkillId::parse(&id).map_err(Into::into))?) };
    here.answer(here.store.catalogue_form(&here.actor(), id.as_ref()))
}

/// Adds or changes a skill, with what comes before it as chosen or named, and leads to its page.
#[server(endpoint = "save_skill", output = Json)]
pub async fn save_skill(
    form: domain::skills::SkillForm,
    #[server(default)] after: Vec<String>,
    #[server(default)] after_text: Vec<String>,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let draft = here.answer(here.store.skill_draft(&here.actor(), form.coming_after(after, after_text)))?;
    let id = here.answer(here.store.save_skill(&here.actor(), &draft).await)?;
    here.go(&format!("/skills/{id}"));
    Ok(())
}

/// Wants to be told when cover of a skill drops below its target, or to be spared.
#[server(endpoint = "watch_skill", output = Json)]
pub async fn watch_skill(skill: SkillId, choice: domain::coverage::WatchChoice) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.watch_skill(&here.actor(), &skill, choice).await)
}

/// Adds an area, and leads to a new skill in it.
#[server(endpoint = "save_area", output = Json)]
pub async fn save_area(name: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let name = here.answer(domain::text::Name::parse("name", &name).map_err(Into::into))?;
    here.answer(here.store.save_area(&here.actor(), &domain::skills::AreaDraft { id: None, name }).await)?;
    here.go("/new/skill");
    Ok(())
}
