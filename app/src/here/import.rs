//! What importing needs of a request beyond the store.

use super::Here;
use http::{HeaderName, header};
use leptos::prelude::use_context;

/// The cookie in which the upload route says why it took nothing; gone after half a minute.
pub const REFUSED_UPLOAD_COOKIE: &str = "kith-refused-upload";

impl Here {
    /// Why the files just uploaded were not taken.
    pub fn refused_upload(&self) -> Option<String> {
        let parts = use_context::<http::request::Parts>()?;
        let cookies = parts.headers.get(header::COOKIE)?.to_str().ok()?;
        let mut cookies = cookies.split("; ").filter_map(|cookie| cookie.split_once('='));
        let (_, hex) = cookies.find(|(name, _)| *name == REFUSED_UPLOAD_COOKIE)?;
        from_hex(hex)
    }

    /// Lets a page without JavaScript ask again in two seconds.
    pub fn look_again(&self, again: bool) {
        if again {
            self.header(HeaderName::from_static("refresh"), "2");
        }
    }
}

/// A text as a cookie can hold it.
pub fn to_hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hex(hex: &str) -> Option<String> {
    let bytes = (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok());
    String::from_utf8(bytes.collect::<Option<Vec<u8>>>()?).ok()
}
