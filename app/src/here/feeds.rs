//! Calendar links. A new one travels to the page in a cookie that lasts ten minutes, also where there are no scripts.

use super::Here;
use crate::AppError;
use domain::feed::{FeedsPage, FreshFeed, Scope};
use http::{HeaderMap, header};
use leptos::prelude::use_context;
use store::Token;

const FRESH_COOKIE: &str = "kith-new-feed";

/// The links of whoever asks.
pub async fn page() -> Result<FeedsPage, AppError> {
    let here = Here::now()?;
    let rows = here.answer(here.store.feeds(&here.actor()).await)?;
    let headers = use_context::<http::request::Parts>().map(|parts| parts.headers).unwrap_or_default();
    let is_there = |scope: Scope| rows.iter().any(|row| row.scope == scope && row.link.is_some());
    let made = fresh(&headers).filter(|(scope, _)| is_there(*scope));
    let fresh = made.map(|(scope, token)| FreshFeed::new(scope, &here.site.origin_of(&headers), token.reveal()));
    Ok(FeedsPage { rows, fresh })
}

/// Makes a link.
pub async fn make(scope: &str, hides_titles: bool) -> Result<(), AppError> {
    let here = Here::now()?;
    let scope = here.parsed(Scope::parse(scope))?;
    let token = here.answer(here.store.make_feed(&here.actor(), scope, hides_titles).await)?;
    let value = format!("{}.{}", scope.word(), token.reveal());
    here.keep_cookie(FRESH_COOKIE, &value, "; HttpOnly; Max-Age=600");
    Ok(())
}

/// The link that was made within the last ten minutes, as the browser brings it.
fn fresh(headers: &HeaderMap) -> Option<(Scope, Token)> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut cookies = lines.flat_map(|line| line.split(';')).filter_map(|cookie| cookie.trim().split_once('='));
    let (_, value) = cookies.find(|(name, _)| *name == FRESH_COOKIE)?;
    let (scope, secret) = value.split_once('.')?;
    Some((Scope::parse(scope).ok()?, Token::parse(secret).ok()?))
}
