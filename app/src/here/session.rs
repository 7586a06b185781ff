//! The server's side of signing in and out: cookies and personas.

use super::{Here, SESSION_COOKIE, THEME_COOKIE};
use crate::AppError;
use crate::session::{Door, Persona, Theme, Visitor};
use domain::actor::Actor;
use domain::id::PersonId;
use domain::rejection::{Noun, Rejection};
use domain::text::{EmailAddress, Name};
use leptos::prelude::use_context;
use store::SessionToken;
use store::demo::Founder;

const NINETY_DAYS: &str = "; HttpOnly; Max-Age=7776000";
const A_YEAR: &str = "; Max-Age=31536000";
const GONE: &str = "; HttpOnly; Max-Age=0";

/// Who is looking, with what the frame shows.
pub async fn visitor(here: &Here) -> Result<Option<Visitor>, AppError> {
    let Some(who) = &here.who else { return Ok(None) };
    let counts = here.store.read(&who.actor, |org| Ok((org.people().count(), org.teams().count())));
    let (people, teams) = here.answer(counts)?;
    let now = here.store.clock().now();
    Ok(Some(Visitor {
        id: who.person.id.clone(),
        name: who.person.name.to_string(),
        role: who.person.role,
        company: company(here),
        people: u32::try_from(people).unwrap_or(u32::MAX),
        teams: u32::try_from(teams).unwrap_or(u32::MAX),
        is_demo: is_demo(here),
        today: store::clock::face_as(now, &who.person.zone, "%A %-d %B").text,
        // Where the log stood before anything of the page was read.
        cursor: who.cursor.clone(),
    }))
}

/// Where somebody begins who has not said yet what they teach and want to learn.
pub const FIRST_QUESTION: &str = "/start/1";

/// Hands the browser its session and leads home, or to the first question whoever has not answered the three yet.
/// Answers with that page.
pub async fn begin(here: &Here, token: &SessionToken) -> Result<String, AppError> {
    let who = here.answer(here.store.signed_in(token).await)?;
    let is_new = who.is_some_and(|who| who.person.welcomed_at.is_none());
    Ok(begin_at(here, token, if is_new { FIRST_QUESTION } else { "/" }))
}

/// Hands the browser its session and leads to `path`. Answers with that page.
pub fn begin_at(here: &Here, token: &SessionToken, path: &str) -> String {
    here.keep_cookie(SESSION_COOKIE, token.reveal(), NINETY_DAYS);
    lead(here, path)
}

/// Leads a form without JavaScript to `path`; a script is told the path and loads the page whole. A redirect would
/// have its router show the page in the frame of whoever was there before.
fn lead(here: &Here, path: &str) -> String {
    let is_plain = use_context::<http::request::Parts>().is_some_and(|parts| {
        let accept = parts.headers.get(http::header::ACCEPT).and_then(|accept| accept.to_str().ok());
        accept.is_some_and(|accept| accept.contains("text/html"))
    });
    if is_plain {
        here.go(path);
    }
    path.to_owned()
}

/// A session of one of the demo's personas.
pub async fn persona_session(here: &Here, handle: &str) -> Result<SessionToken, AppError> {
    let person = here.answer(PersonId::parse(handle).map_err(Into::into))?;
    let is_persona = store::demo::PERSONAS.iter().any(|persona| persona.person() == person);
    if !is_demo(here) || !is_persona {
        return here.answer(Err(Rejection::NotFound(Noun::Person).into()));
    }
    here.answer(here.store.sign_in_as(&person).await)
}

/// Ends the session of this browser and leads to the door. Answers with that page.
pub async fn end(here: &Here) -> Result<String, AppError> {
    if let Some(token) = &here.token {
        here.answer(here.store.sign_out(token).await)?;
    }
    here.keep_cookie(SESSION_COOKIE, "", GONE);
    Ok(lead(here, "/welcome"))
}

/// Keeps the theme for a year, or forgets it.
pub fn keep_theme(here: &Here, theme: &str) {
    match theme {
        "light" | "dark" => here.keep_cookie(THEME_COOKIE, theme, A_YEAR),
        _ => here.keep_cookie(THEME_COOKIE, "", "; Max-Age=0"),
    }
}

/// What this browser keeps for light and dark.
pub fn theme(here: &Here) -> Theme {
    Theme::ALL.into_iter().find(|theme| here.theme == Some(theme.word())).unwrap_or_default()
}

/// What stands at the door.
pub fn door(here: &Here) -> Result<Door, AppError> {
    let personas = if is_demo(here) { store::demo::PERSONAS.as_slice() } else { &[] };
    let name = |person: &PersonId| here.store.read(&Actor::Console, |org| Ok(org.name_of(person).to_owned()));
    let personas = personas.iter().map(|persona| {
        let handle = persona.person();
        let name = here.answer(name(&handle))?;
        Ok(Persona { handle, name, called: persona.called.to_owned(), shows: persona.shows.to_owned() })
    });
    Ok(Door { company: company(here), personas: personas.collect::<Result<_, AppError>>()? })
}

/// What the organisation is called: its own record first, then the server's setting.
fn company(here: &Here) -> String {
    here.store.organisation().map_or_else(|| here.site.company.clone(), |organisation| organisation.name.to_string())
}

/// True when the server allows the demo and this organisation is it.
fn is_demo(here: &Here) -> bool {
    here.site.is_demo && here.store.organisation().is_some_and(|organisation| organisation.is_demo())
}

/// Whoever starts an organisation of their own, from a form.
pub fn founder(organisation: &str, name: &str, email: &str, password: String) -> store::Result<Founder> {
    Ok(Founder {
        organisation: Name::parse("organisation", organisation)?,
        name: Name::parse("name", name)?,
        email: EmailAddress::parse(email)?,
        password,
    })
}
