//! The directory as a file. What it holds and who may have it is `domain::people::people_csv`.

use crate::state::AppState;
use ::app::here::Here;
use axum::Router;
use axum::extract::{Extension, RawQuery};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::people::PeopleQuery;
use domain::rejection::Rejection;
use store::Error;

/// The route; it needs [`Here`].
pub(crate) fn router() -> Router<AppState> {
    Router::new().route("/people.csv", get(people_csv))
}

/// Everybody whom the query finds, as comma-separated values to keep.
async fn people_csv(Extension(here): Extension<Here>, RawQuery(query): RawQuery) -> Response {
    let query = PeopleQuery::parse(query.as_deref().unwrap_or_default());
    match here.store.people_csv(&here.actor(), &query) {
        Ok(csv) => {
            let headers = [
                (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"people.csv\""),
                (header::CACHE_CONTROL, "no-store"),
            ];
            (headers, csv).into_response()
        }
        Err(Error::Rejected(Rejection::SignedOut)) => Redirect::to("/welcome").into_response(),
        Err(Error::Rejected(rejection)) => (StatusCode::FORBIDDEN, rejection.to_string()).into_response(),
        Err(Error::Broken(fault)) => (StatusCode::INTERNAL_SERVER_ERROR, fault.to_string()).into_response(),
    }
}
