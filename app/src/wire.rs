//! What travels between browser and server: JSON, written as usual and read in two steps. First one function turns
//! the text into a tree, whatever it holds; then the tree becomes the type. A reader of text for every type, as it would
//! be otherwise, and for every way in which text arrives, makes up a fifth of the browser's program.

use crate::AppError;
use leptos::prelude::*;
use leptos::server::codee::{Decoder, Encoder};
use leptos::server_fn::codec::Post;
use leptos::server_fn::{Bytes, ContentType, Decodes, Encodes, Format, FormatType};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The encoding of what server functions answer: `#[server(endpoint = "…", output = Json)]`.
pub type Json = Post<Wire>;

/// What a server function answers, and answers again when something changes.
pub type Loading<T> = Resource<Result<T, AppError>, Wire>;

/// Asks a server function with what `source` says, and again whenever that changes. On the first page the answer comes
/// with the page.
pub fn load<S, T, F>(
    source: impl Fn() -> S + Send + Sync + 'static,
    ask: impl Fn(S) -> F + Send + Sync + 'static,
) -> Loading<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    F: Future<Output = Result<T, AppError>> + Send + 'static,
{
    Resource::new_with_options(source, ask, false)
}

/// JSON, read as a tree first.
#[derive(Clone, Copy, Debug)]
pub struct Wire;

fn read<T: DeserializeOwned>(text: &[u8]) -> Result<T, serde_json::Error> {
    let tree: Value = serde_json::from_slice(text)?;
    T::deserialize(&tree)
}

impl<T: Serialize> Encoder<T> for Wire {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(value: &T) -> Result<String, Self::Error> {
        serde_json::to_string(value)
    }
}

impl<T: DeserializeOwned> Decoder<T> for Wire {
    type Error = serde_json::Error;
    type Encoded = str;

    fn decode(text: &str) -> Result<T, Self::Error> {
        read(text.as_bytes())
    }
}

impl ContentType for Wire {
    const CONTENT_TYPE: &'static str = "application/json";
}

impl FormatType for Wire {
    const FORMAT_TYPE: Format = Format::Text;
}

impl<T: Serialize> Encodes<T> for Wire {
    type Error = serde_json::Error;

    fn encode(value: &T) -> Result<Bytes, Self::Error> {
        serde_json::to_vec(value).map(Bytes::from)
    }
}

impl<T: DeserializeOwned> Decodes<T> for Wire {
    type Error = serde_json::Error;

    fn decode(bytes: Bytes) -> Result<T, Self::Error> {
        read(&bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::{Wire, read};
    use crate::AppError;
    use domain::rejection::Rejection;
    use leptos::server::codee::Encoder;

    #[test]
    fn what_is_written_is_read_again() {
        let said: Result<Vec<(String, Option<i64>)>, AppError> = Ok(vec![("Amara".to_owned(), Some(i64::MIN))]);
        assert_eq!(
            read::<Result<Vec<(String, Option<i64>)>, AppError>>(Wire::encode(&said).unwrap().as_bytes()).unwrap(),
            said
        );
        let refused: Result<(), AppError> = Err(AppError::Rejected(Rejection::TooMany { seconds: 3 }));
        assert_eq!(read::<Result<(), AppError>>(Wire::encode(&refused).unwrap().as_bytes()).unwrap(), refused);
    }

    #[test]
    fn what_is_no_json_is_refused() {
        assert!(read::<u32>(b"<!DOCTYPE html>").is_err());
        assert!(read::<u32>(b"\"twelve\"").is_err());
    }
}
