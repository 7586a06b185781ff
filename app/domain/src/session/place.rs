//! Where people meet: a room, a video link, or both.

use crate::rejection::Rejection;
use crate::text::Line;
use serde::{Deserialize, Serialize};

/// Where people meet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The room, as people call it; empty for none.
    #[serde(default)]
    pub room: Line,
    /// The video link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
}

/// An address on the web: `https`, or `http` inside a company. Never a script.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Link(String);

/// Whose video service a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provider {
    /// Jitsi Meet.
    Jitsi,
    /// Google Meet.
    Meet,
    /// Microsoft Teams.
    Teams,
    /// Zoom.
    Zoom,
    /// Some other page.
    Other,
}

impl Link {
    /// The longest, in bytes.
    pub const LONGEST: usize = 1_000;

    /// The link of the form field `field`. Refuses what is not a whole web address, with an example.
    pub fn parse(field: &str, text: &str) -> Result<Self, Rejection> {
        let text = text.trim();
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default()).unwrap_or_default();
        let is_plain = text.chars().all(|letter| !letter.is_whitespace() && !letter.is_control());
        if host.is_empty() || !is_plain || text.len() > Self::LONGEST || text.contains(['"', '<', '>', '\\']) {
            let words = "Write the whole address of the page, such as https://meet.jit.si/allergens.";
            return Err(Rejection::invalid(field, words));
        }
        Ok(Self(text.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host name in it, without a port or a user.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = authority.rsplit('@').next().unwrap_or_default();
        host.split(':').next().unwrap_or_default()
    }

    /// Whose service it leads to.
    pub fn provider(&self) -> Provider {
        let host = self.host().to_ascii_lowercase();
        let within = |domain: &str| host == domain || host.ends_with(&format!(".{domain}"));
        if within("meet.google.com") {
            Provider::Meet
        } else if within("teams.microsoft.com") || within("teams.live.com") {
            Provider::Teams
        } else if within("zoom.us") || within("zoom.com") {
            Provider::Zoom
        } else if within("jit.si") || host.split('.').any(|label| label == "jitsi") {
            Provider::Jitsi
        } else {
            Provider::Other
        }
    }
}

impl Provider {
    /// What the button says: "Open in Zoom".
    pub const fn opens(self) -> &'static str {
        match self {
            Self::Jitsi => "Open in Jitsi",
            Self::Meet => "Open in Google Meet",
            Self::Teams => "Open in Teams",
            Self::Zoom => "Open in Zoom",
            Self::Other => "Open the video link",
        }
    }
}

impl std::fmt::Display for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Link {
    type Error = Rejection;
    fn try_from(text: String) -> Result<Self, Rejection> {
        Self::parse("", &text)
    }
}

impl From<Link> for String {
    fn from(link: Link) -> Self {
        link.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_video_link_is_known_by_its_host_and_nothing_else() {
        let rows = [
            ("https://meet.jit.si/allergens", Provider::Jitsi),
            ("https://jitsi.fernhill.example/kitchen", Provider::Jitsi),
            ("https://meet.google.com/abc-defg-hij", Provider::Meet),
            ("https://teams.microsoft.com/l/meetup-join/19%3a", Provider::Teams),
            ("https://fernhill.zoom.us/j/123?pwd=x", Provider::Zoom),
            ("https://example.com/?next=https://zoom.us/j/1", Provider::Other),
            ("https://notzoom.us/j/1", Provider::Other),
            ("https://zoom.us@example.com/", Provider::Other),
        ];
        for (text, provider) in rows {
            assert_eq!(Link::parse("link", text).map(|link| link.provider()), Ok(provider), "{text}");
        }
    }

    #[test]
    fn what_is_no_web_address_is_refused_with_an_example() {
        for text in ["", "zoom.us/j/1", "javascript:alert(1)", "https://", "https://a b", "https://x/\"onclick="] {
            assert!(Link::parse("link", text).is_err(), "{text}");
        }
    }
}
