//! Texts that people write, parsed once at the edge: trimmed, bounded, free of control characters.

use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident { shortest: $shortest:expr, longest: $longest:expr, what: $what:expr }),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The most characters it takes.
            pub const LONGEST: usize = $longest;

            /// The text of the form field `field`, trimmed. Refuses what is too short, too long, or holds control
            /// characters other than line breaks.
            pub fn parse(field: &str, text: &str) -> Result<Self, Rejection> {
                let text = text.trim().replace("\r\n", "\n");
                let length = text.chars().count();
                if (0..$shortest).contains(&length) {
                    return Err(Rejection::invalid(field, concat!("Write ", $what, ".")));
                }
                if length > $longest {
                    let message = format!("Keep {} under {} characters; it has {length}.", $what, $longest);
                    return Err(Rejection::invalid(field, message));
                }
                if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
                    return Err(Rejection::invalid(field, concat!("Remove the control characters from ", $what, ".")));
                }
                Ok(Self(text))
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// True when nothing is written.
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = Rejection;
            fn try_from(text: String) -> Result<Self, Rejection> {
                Self::parse("", &text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }
    )*};
}

texts! {
    /// What a person, team or skill is called.
    Name { shortest: 1, longest: 120, what: "a name" },
    /// One line: a job title, a kind of team, a language.
    Line { shortest: 0, longest: 160, what: "this line" },
    /// A few sentences: about a person, why someone asks, a reason.
    Prose { shortest: 0, longest: 2000, what: "this text" },
    /// A text of its own: a note, an answer. In Markdown.
    Passage { shortest: 1, longest: 16_000, what: "a text" },
}

/// An e-mail address: something, an at sign, a host with a dot; lower-case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

impl EmailAddress {
    /// The address of the form field `email`; refuses what no mail could reach.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        let text = text.trim().to_lowercase();
        let reachable = text.len() <= 254
            && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c))
            && text.split_once('@').is_some_and(|(user, host)| {
                !user.is_empty()
                    && host.contains('.')
                    && !host.contains('@')
                    && host.split('.').all(|part| !part.is_empty())
            });
        if !reachable {
            return Err(Rejection::invalid("email", "Write an e-mail address such as amara@fernhill.example."));
        }
        Ok(Self(text))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = Rejection;
    fn try_from(text: String) -> Result<Self, Rejection> {
        Self::parse(&text)
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_no_mail_could_reach_is_refused() {
        for text in ["", "amara", "@fernhill.example", "amara@fernhill", "a b@c.example", "a@b@c.example", "a@.example"]
        {
            assert!(EmailAddress::parse(text).is_err(), "{text}");
        }
        assert_eq!(EmailAddress::parse(" Amara@Fernhill.Example ").unwrap().as_str(), "amara@fernhill.example");
    }

    #[test]
    fn a_name_is_trimmed_and_bounded() {
        assert_eq!(Name::parse("name", "  Amara ").unwrap().as_str(), "Amara");
        assert!(Name::parse("name", "   ").is_err());
        assert!(Name::parse("name", &"x".repeat(121)).is_err());
        assert!(Name::parse("name", "Ama\u{7}ra").is_err());
    }
}
