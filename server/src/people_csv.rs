//! The directory, and who is in a program, as files. What they hold and who may have them is decided in `domain`:
//! `people::people_csv` and `program_editor::people_csv`.

use crate::state::AppState;
use ::app::here::Here;
use axum::Router;
use axum::extract::{Extension, Path, RawQuery};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::id::ProgramId;
use domain::people::PeopleQuery;
use domain::program_editor;
use domain::rejection::Rejection;
use store::Error;

/// The route; it needs [`Here`].
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .route("/people.csv", get(people_csv))
        .route("/admin/programs/{program}/people.csv", get(program_people_csv))
}

/// Everybody whom the query finds, as comma-separated values to keep.
async fn people_csv(Extension(here): Extension<Here>, RawQuery(query): RawQuery) -> Response {
    let query = PeopleQuery::parse(query.as_deref().unwrap_or_default());
    answer(here.store.people_csv(&here.actor(), &query))
}

/// Everybody in a program whom the query finds, for those who look after it.
async fn program_people_csv(
    Extension(here): Extension<Here>,
    Path(program): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = program_editor::PeopleQuery::parse(query.as_deref().unwrap_or_default());
    let program = ProgramId::parse(&program).map_err(Error::Rejected);
    answer(program.and_then(|program| here.store.program_people_csv(&here.actor(), &program, &query)))
}

fn answer(csv: Result<String, Error>) -> Response {
    match csv {
        Ok(csv) => {
            let headers = [
                (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"people.csv\""),
                (header::CACHE_CONTROL, "no-store"),
            ];
            (headers, csv).into_response()
        }
        Err(Error::Rejected(Rejection::SignedOut)) => Redirect::to("/welcome").into_response(),
        Err(Error::Rejected(rejection @ Rejection::NotFound(_))) => {
            (StatusCode::NOT_FOUND, rejection.to_string()).into_response()
        }
        Err(Error::Rejected(rejection)) => (StatusCode::FORBIDDEN, rejection.to_string()).into_response(),
        Err(Error::Broken(fault)) => (StatusCode::INTERNAL_SERVER_ERROR, fault.to_string()).into_response(),
    }
}
