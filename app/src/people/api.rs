//! Server functions of people. What they return is fit for everybody who is signed in; the store decides who that is.

use crate::AppError;
use crate::wire::Json;
use domain::id::{PersonId, SkillId, ViewId};
use leptos::prelude::*;

/// The page of the directory that an address asks for.
#[server(endpoint = "people", output = Json)]
pub async fn people(query: String) -> Result<domain::people::PeoplePage, AppError> {
    let here = crate::here::Here::now()?;
    let query = domain::people::PeopleQuery::parse(&query);
    here.answer(here.store.people_page(&here.actor(), &query).await)
}

/// The page of one person.
#[server(endpoint = "person", output = Json)]
pub async fn person(id: String) -> Result<domain::people::PersonPage, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.answer(PersonId::parse(&id).map_err(Into::into))?;
    here.answer(here.store.person_page(&here.actor(), &id).await)
}

/// The form for somebody's profile.
#[server(endpoint = "profile", output = Json)]
pub async fn profile(id: String) -> Result<domain::people::ProfileForm, AppError> {
    let here = crate::here::Here::now()?;
    let id = here.answer(PersonId::parse(&id).map_err(Into::into))?;
    here.answer(here.store.profile_form(&here.actor(), &id))
}

/// Puts the profile in place of what stood there, and leads to the person's page.
#[server(endpoint = "edit_profile", output = Json)]
pub async fn edit_profile(person: PersonId, form: domain::people::ProfileText) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let edit = here.answer(form.parsed().map_err(Into::into))?;
    here.answer(here.store.edit_profile(&here.actor(), &person, &edit).await)?;
    here.go(&format!("/people/{person}"));
    Ok(())
}

/// Moves somebody to another team, or to none.
#[server(endpoint = "place_in_team", output = Json)]
pub async fn place_in_team(person: PersonId, team: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let team =
        if team.is_empty() { None } else { Some(here.answer(domain::id::TeamId::parse(&team).map_err(Into::into))?) };
    here.answer(here.store.place_in_team(&here.actor(), &person, team.as_ref()).await)
}

/// Says at which level one sees somebody, or oneself.
#[server(endpoint = "set_level", output = Json)]
pub async fn set_level(
    person: PersonId,
    #[server(default)] skill: String,
    #[server(default)] skill_text: String,
    #[server(default)] level: String,
    #[server(default)] note: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let form = domain::skills::LevelForm { person, skill, skill_text, level, note };
    here.answer(here.store.set_level_by_form(&here.actor(), &form).await)
}

/// Some skills of which nothing is known of somebody yet, by what was typed of a name.
#[server(endpoint = "skills_to_say", output = Json)]
pub async fn skills_to_say(person: PersonId, typed: String) -> Result<Vec<domain::tag::SkillTag>, AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.skills_to_say(&here.actor(), &person, &typed))
}

/// Takes back what one said about a level.
#[server(endpoint = "take_back_level", output = Json)]
pub async fn take_back_level(person: PersonId, skill: SkillId, at: i64) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let at = domain::time::Timestamp(at);
    here.answer(here.store.take_back_level(&here.actor(), &person, &skill, at).await)
}

/// Says why it is not for one to say how well somebody knows something; one is not asked about it again.
#[server(endpoint = "decline_to_say", output = Json)]
pub async fn decline_to_say(subject: PersonId, skill: SkillId, reason: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let reason = here.parsed(domain::text::Prose::parse("reason", &reason))?;
    let cell = domain::question::Cell { subject, skill };
    here.answer(here.store.decline_to_say(&here.actor(), &cell, &reason).await)
}

/// Saves the directory as it is under a name, and leads to it.
#[server(endpoint = "save_view", output = Json)]
pub async fn save_view(view: Option<ViewId>, name: String, query: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    let name = here.answer(domain::text::Name::parse("name", &name).map_err(Into::into))?;
    let saved = here.answer(here.store.save_view(&here.actor(), view.as_ref(), &name, &query).await)?;
    here.go(&saved.link());
    Ok(())
}

/// Drops a saved view, and leads to everybody.
#[server(endpoint = "drop_view", output = Json)]
pub async fn drop_view(view: ViewId) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.drop_view(&here.actor(), &view).await)?;
    here.go("/people");
    Ok(())
}

/// Somebody is away from one day until another.
#[server(endpoint = "add_away", output = Json)]
pub async fn add_away(
    person: PersonId,
    #[server(default)] from: String,
    #[server(default)] until: String,
) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.add_away(&here.actor(), &person, &from, &until).await)
}

/// Somebody is here then after all.
#[server(endpoint = "remove_away", output = Json)]
pub async fn remove_away(person: PersonId, from: String, until: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.remove_away(&here.actor(), &person, &from, &until).await)
}

/// Sets somebody's last day, or none.
#[server(endpoint = "set_last_day", output = Json)]
pub async fn set_last_day(person: PersonId, #[server(default)] last_day: String) -> Result<(), AppError> {
    let here = crate::here::Here::now()?;
    here.answer(here.store.set_last_day(&here.actor(), &person, &last_day).await)
}
