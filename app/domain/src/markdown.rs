//! Markdown as people write it in guidelines, read into a tree in which nothing can be unsafe.
//!
//! The tree knows paragraphs, headings, lists, quotes, code and links to pages and mail; there is no place in it for HTML,
//! which stands in it as the text that was typed. Pages draw it node by node and never write markup as text. It is read on
//! the server and travels to the browser as it is, so that the browser needs no reader.
//!
//! Not here: tables, footnotes, pictures. A picture stands as the words that describe it.

mod plain;
mod reading;
#[cfg(test)]
mod tests;

pub use plain::plain;

use crate::rejection::Rejection;
use pulldown_cmark::{Event, Parser};
use serde::{Deserialize, Serialize};

/// The longest text that is read, in bytes; the rest is left out.
pub const LONGEST: usize = 100_000;

/// How deep lists, quotes and emphasis can lie in each other; what lies deeper stands at this depth.
pub const DEEPEST: usize = 12;

/// What stands below each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Node {
    /// Text.
    Paragraph(Vec<Inline>),
    /// A heading.
    Heading {
        /// From 1 to 6. Pages draw it below their own headings.
        level: u8,
        /// What it says.
        text: Vec<Inline>,
    },
    /// A list.
    List {
        /// The number of the first item; `None` when items have no numbers.
        first: Option<u64>,
        /// Its items.
        items: Vec<Vec<Node>>,
    },
    /// What somebody else said.
    Quote(Vec<Node>),
    /// Lines as they were typed.
    Code(String),
    /// A line between two parts.
    Rule,
}

/// What stands beside each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Words.
    Text(String),
    /// Words as they were typed.
    Code(String),
    /// With weight.
    Strong(Vec<Inline>),
    /// With stress.
    Emphasis(Vec<Inline>),
    /// A link.
    Link {
        /// Where it leads.
        to: Address,
        /// What it says.
        text: Vec<Inline>,
    },
    /// The end of a line within a paragraph.
    Break,
}

/// Where a link can lead: a page by http or https, or somebody's mail. Nothing that a browser would run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Address(String);

impl Address {
    /// The address as it stands in a link; refuses everything that is neither a page nor mail.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        let text = text.trim();
        let lower = text.to_ascii_lowercase();
        let is_known = ["https://", "http://", "mailto:"]
            .iter()
            .any(|start| lower.strip_prefix(start).is_some_and(|rest| !rest.is_empty()));
        let is_clean = text.len() <= 2_000 && !text.chars().any(|c| c.is_control() || c.is_whitespace());
        if is_known && is_clean {
            return Ok(Self(text.to_owned()));
        }
        Err(Rejection::invalid("link", "Link to a page with https:// or to mail with mailto:."))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Address {
    type Error = Rejection;
    fn try_from(text: String) -> Result<Self, Rejection> {
        Self::parse(&text)
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.0
    }
}

/// The tree of a text. Every text has one.
pub fn read(text: &str) -> Vec<Node> {
    reading::read(bounded(text))
}

/// True when a text holds HTML, so that the editor can say that it will stand there as it was typed.
pub fn holds_html(text: &str) -> bool {
    Parser::new(bounded(text)).any(|event| matches!(event, Event::Html(_) | Event::InlineHtml(_)))
}

/// What the editor says beside a text that holds HTML.
pub const HTML_HINT: &str = "HTML is shown as text. Use Markdown: **bold**, *stress*, [words](https://address).";

fn bounded(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST)]
}
