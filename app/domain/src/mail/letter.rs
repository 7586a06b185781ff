//! What a mail says, before anybody decides how it looks: a lead, a few parts, one thing to do, and why it came.

use super::entries::CalendarNews;
use crate::notices::MailList;
use crate::notifications::Notification;
use crate::reader::Phrase;
use crate::text::Name;
use serde::{Deserialize, Serialize};

/// The most letters of a subject.
const SUBJECT: usize = 120;

/// What a mail says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// What stands in the list of mails.
    pub subject: String,
    /// The first sentence; empty when the parts say all.
    #[serde(default)]
    pub lead: String,
    /// What there is to tell.
    pub parts: Vec<Part>,
    /// The one thing to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verb: Option<Verb>,
    /// Why it came.
    pub why: String,
    /// What one can be taken off; nothing for what somebody asked for themself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<MailList>,
    /// What it brings to the reader’s calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub news: Option<CalendarNews>,
    /// What calendars read of it: `news` in their own language, as it is when the mail goes out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarPart>,
}

/// One thing that is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The sentence.
    pub text: Vec<Phrase>,
    /// What somebody wrote; empty when nobody did.
    #[serde(default)]
    pub words: String,
    /// When it was, on the reader’s clock; empty when it is now.
    #[serde(default)]
    pub when: String,
    /// Where it leads, from the root of the site.
    pub href: String,
}

/// The one thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verb {
    /// What the button says.
    pub label: String,
    /// Where it leads, from the root of the site.
    pub href: String,
}

/// An event as calendars take it: stands beside the text, and as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarPart {
    /// `REQUEST`, `CANCEL`: equal to METHOD in the body.
    pub method: String,
    /// What the file is called, `meeting.ics`.
    pub file: String,
    /// The iCalendar text.
    pub body: String,
}

/// The mail that tells one notification at once.
pub fn letter_of(told: &Notification) -> Letter {
    let about = told.kind.about();
    let subject: String = told.text.iter().map(|phrase| phrase.text.as_str()).collect();
    Letter {
        subject: shortened(&subject),
        lead: String::new(),
        parts: vec![Part::of(told, String::new())],
        verb: Some(Verb { label: "Open in Kith".to_owned(), href: told.href.clone() }),
        why: format!("You chose mail at once about {}.", about.title().to_lowercase()),
        list: Some(MailList::About(about)),
        news: None,
        calendar: None,
    }
}

/// The mail by which an admin tries out whether mail works.
pub fn test_letter(company: &Name) -> Letter {
    let text = vec![Phrase::plain("Mail from "), Phrase::strong("Kith"), Phrase::plain(" reaches you.")];
    Letter {
        subject: "Mail from Kith works".to_owned(),
        lead: String::new(),
        parts: vec![Part { text, words: String::new(), when: String::new(), href: "/admin/mail".to_owned() }],
        verb: None,
        why: format!("You asked for it on the admin page of {company}."),
        list: None,
        news: None,
        calendar: None,
    }
}

impl Part {
    pub(super) fn of(told: &Notification, when: String) -> Self {
        Self { text: told.text.clone(), words: told.words.clone(), when, href: told.href.clone() }
    }
}

/// On one line, and no longer than lists of mails show.
pub(super) fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= SUBJECT {
        return text;
    }
    text.chars().take(SUBJECT - 1).chain(std::iter::once('…')).collect()
}
