//! A request whose handler panics is answered like any other fault: with a reference that stands in the log.

use ::app::AppError;
use axum::Json;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::FutureExt;
use std::any::Any;
use std::panic::AssertUnwindSafe;
use store::Fault;

/// Answers 500 where the handler panicked; the process and all other requests go on.
pub async fn catch_panics(request: Request, next: Next) -> Response {
    let accept = request.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    let wants_page = accept.is_some_and(|accept| accept.contains("text/html"));
    // What a request shares with others is behind locks that outlive a panic.
    match AssertUnwindSafe(next.run(request)).catch_unwind().await {
        Ok(response) => response,
        Err(panic) => {
            let fault = Fault::new("a request panicked", &words(panic.as_ref()));
            if wants_page {
                return (StatusCode::INTERNAL_SERVER_ERROR, fault.to_string()).into_response();
            }
            let error = AppError::Broken { reference: fault.reference };
            (StatusCode::INTERNAL_SERVER_ERROR, Json(error)).into_response()
        }
    }
}

fn words(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("without words")
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::middleware::from_fn;
    use axum::routing::get;
    use tower::ServiceExt;

    async fn broken() -> &'static str {
        panic!("the ward is on fire")
    }

    #[tokio::test]
    async fn a_panic_is_answered_with_a_reference_and_without_its_words() {
        let router: Router = Router::new().route("/", get(broken)).layer(from_fn(catch_panics));
        for (accept, is_page) in [("text/html", true), ("application/json", false)] {
            let request = Request::builder().uri("/").header(header::ACCEPT, accept).body(Body::empty()).unwrap();
            let answer = router.clone().oneshot(request).await.unwrap();
            assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
            let body = to_bytes(answer.into_body(), 10_000).await.unwrap();
            let text = String::from_utf8(body.to_vec()).unwrap();
            assert!(!text.contains("fire"), "{text}");
            match serde_json::from_str(&text) {
                Ok(AppError::Broken { reference }) => assert!(!is_page && reference.len() == 8),
                _ => assert!(is_page && text.contains("Give an admin this code: "), "{text}"),
            }
        }
    }
}
