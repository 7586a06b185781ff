//! Keys of requests that may arrive more than once: from a device without a connection, from two tabs, after an answer
//! that was lost. Whoever sends a request makes its key; the store does what is asked once for each.

use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};

/// Names one request of one person: 128 random bits as 32 hex digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RequestKey(String);

impl RequestKey {
    /// The key that a request carries. Refuses any other shape.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        if text.len() == 32 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
            return Ok(Self(text.to_owned()));
        }
        Err(Rejection::invalid("key", "This request does not say which one it is. Load the page again."))
    }

    /// The key in the form field of a page: nothing where there is no script, which sends a form once.
    pub fn of_field(text: &str) -> Result<Option<Self>, Rejection> {
        if text.is_empty() { Ok(None) } else { Self::parse(text).map(Some) }
    }

    /// From the numbers that a browser draws.
    pub fn from_bits(high: u64, low: u64) -> Self {
        Self(format!("{high:016x}{low:016x}"))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for RequestKey {
    type Error = Rejection;
    fn try_from(text: String) -> Result<Self, Rejection> {
        Self::parse(&text)
    }
}

impl From<RequestKey> for String {
    fn from(key: RequestKey) -> Self {
        key.0
    }
}

#[cfg(test)]
mod tests {
    use super::RequestKey;

    #[test]
    fn a_key_is_thirty_two_hex_digits() {
        let key = RequestKey::from_bits(1, u64::MAX);
        assert_eq!(key.as_str(), "0000000000000001ffffffffffffffff");
        assert_eq!(RequestKey::parse(key.as_str()), Ok(key));
        for text in ["", "1", "0000000000000001FFFFFFFFFFFFFFFF", "0000000000000001fffffffffffffff_"] {
            assert!(RequestKey::parse(text).is_err(), "{text}");
        }
        assert_eq!(RequestKey::of_field(""), Ok(None));
    }
}
