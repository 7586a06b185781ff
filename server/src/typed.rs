//! What was typed into a form that was refused. Without JavaScript the answer is a redirect to the page the form
//! stands on; the words travel there in cookies that the page takes away, and stand in the form again.

use ::app::ui::TypedBefore;
use axum::Form;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::header::{ACCEPT, CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::response::Response;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;

/// The mark of an error in the address of a redirect.
const REFUSED: &str = "__err=";
/// Followed by a number from 0.
const COOKIE_NAME: &str = "kith-typed-";
/// The most bytes in one cookie; browsers drop those above four kilobytes.
const PIECE: usize = 3_500;
/// The most bytes of all cookies. What is longer than this was not typed into one of our forms.
const MOST: usize = 32 * 1024;
const ATTRIBUTES: &str = "Path=/; Secure; HttpOnly; SameSite=Lax";

/// The body of a form that a browser without scripts sent, to be kept if it is refused.
pub(crate) fn sent_by_form(headers: &HeaderMap, body: &Bytes) -> Option<Bytes> {
    let has = |name, words: &str| {
        headers.get(name).and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains(words))
    };
    (has(ACCEPT, "text/html") && has(CONTENT_TYPE, "application/x-www-form-urlencoded")).then(|| body.clone())
}

/// Lets the answer to a refused form carry what was typed, apart from secrets.
pub(crate) async fn keep(sent: Option<Bytes>, answer: &mut Response) {
    let location = answer.headers().get(LOCATION).and_then(|value| value.to_str().ok());
    let (Some(sent), true) = (sent, location.is_some_and(|location| location.contains(REFUSED))) else { return };
    let Some(fields) = fields(sent).await else { return };
    let Ok(json) = serde_json::to_vec(&fields) else { return };
    let text = BASE64_URL_SAFE_NO_PAD.encode(json);
    if text.len() > MOST {
        return;
    }
    let pieces = text.as_bytes().chunks(PIECE);
    // Nothing that an earlier and longer form left behind follows the last piece.
    forget(&[format!("{COOKIE_NAME}{}", pieces.len())], answer);
    for (place, piece) in pieces.enumerate() {
        let piece = String::from_utf8_lossy(piece);
        set_cookie(answer, &format!("{COOKIE_NAME}{place}={piece}; {ATTRIBUTES}; Max-Age=120"));
    }
}

/// What was typed, for a page to which a refused form has led.
pub(crate) fn kept(request: &Request) -> Option<TypedBefore> {
    let all = brought(request);
    let pieces = (0..).map_while(|place| {
        let name = format!("{COOKIE_NAME}{place}");
        all.iter().find(|(own, _)| *own == name).map(|(_, value)| *value)
    });
    let json = BASE64_URL_SAFE_NO_PAD.decode(pieces.collect::<String>()).ok()?;
    serde_json::from_slice(&json).ok().map(TypedBefore::new)
}

/// The names of the cookies that such a page takes away.
pub(crate) fn names(request: &Request) -> Vec<String> {
    brought(request).into_iter().map(|(name, _)| name.to_owned()).collect()
}

/// Takes the cookies away.
pub(crate) fn forget(names: &[String], answer: &mut Response) {
    for name in names {
        set_cookie(answer, &format!("{name}=; {ATTRIBUTES}; Max-Age=0"));
    }
}

/// The fields of a form, but none that holds a secret.
async fn fields(sent: Bytes) -> Option<Vec<(String, String)>> {
    let form = "application/x-www-form-urlencoded";
    let request = Request::builder().method(Method::POST).header(CONTENT_TYPE, form).body(Body::from(sent)).ok()?;
    let Form(mut fields) = Form::<Vec<(String, String)>>::from_request(request, &()).await.ok()?;
    fields.retain(|(name, _)| {
        let name = name.to_lowercase();
        !name.contains("password") && !name.contains("token")
    });
    Some(fields)
}

/// Our cookies, at a page to which a refused form has led; none at any other.
fn brought(request: &Request) -> Vec<(&str, &str)> {
    if !request.uri().query().is_some_and(|query| query.contains(REFUSED)) {
        return Vec::new();
    }
    let lines = request.headers().get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let cookies = lines.flat_map(|line| line.split(';')).filter_map(|cookie| cookie.trim().split_once('='));
    cookies.filter(|(name, _)| name.starts_with(COOKIE_NAME)).collect()
}

fn set_cookie(answer: &mut Response, cookie: &str) {
    if let Ok(cookie) = HeaderValue::from_str(cookie) {
        answer.headers_mut().append(SET_COOKIE, cookie);
    }
}
