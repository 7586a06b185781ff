//! A letter as a message: its headers, its two forms, and what calendars read of it.

use super::render::{html, text};
use domain::mail::{CalendarPart, MailKey};
use lettre::Message;
use lettre::message::header::{ContentDisposition, ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use sha2::{Digest, Sha256};
use std::time::{Duration, SystemTime};
use store::Outgoing;

/// Where links of a mail lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    /// The address of this server.
    pub origin: String,
    /// By which one is taken off the list.
    pub unsubscribe: Option<String>,
}

impl Links {
    /// The whole address of a page.
    pub(super) fn to(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

/// Why a mail cannot be put together.
pub(super) type Unsendable = Box<dyn std::error::Error + Send + Sync>;

/// The id of the message of that name: the same however often it is sent, so that whoever gets two knows them as one.
pub fn message_id(key: &MailKey, from: &Mailbox) -> String {
    let digest = Sha256::digest(format!("kith/mail/1\0{}", key.0));
    let hex: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("<{hex}@{}>", from.email.domain())
}

/// The message that `outgoing` is.
pub(super) fn message(outgoing: &Outgoing, from: &Mailbox, origin: &str) -> Result<Message, Unsendable> {
    let unsubscribe = outgoing.unsubscribe.as_ref().map(|path| format!("{origin}{path}"));
    let links = Links { origin: origin.to_owned(), unsubscribe };
    let letter = &outgoing.letter;
    let made = Duration::from_millis(u64::try_from(outgoing.made_at.0).unwrap_or_default());
    let mut builder = Message::builder()
        .message_id(Some(message_id(&outgoing.key, from)))
        .date(SystemTime::UNIX_EPOCH + made)
        .from(from.clone())
        .to(Mailbox::new(Some(outgoing.name.clone()), outgoing.email.parse()?))
        .subject(letter.subject.clone())
        .raw_header(exact("Auto-Submitted", "auto-generated".to_owned()));
    if let Some(stop) = &links.unsubscribe {
        let token = stop.rsplit('/').next().unwrap_or_default();
        let by_mail = format!("mailto:{}?subject=unsubscribe%20{token}", from.email);
        builder = builder
            .raw_header(exact("List-Unsubscribe", format!("<{stop}>, <{by_mail}>")))
            .raw_header(exact("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    let both = MultiPart::alternative_plain_html(text(letter, &links), html(letter, &links));
    Ok(builder.multipart(match &letter.calendar {
        None => both,
        Some(calendar) => with_calendar(both, calendar)?,
    })?)
}

/// The event as a third form of the letter, for programs that show it there, and as a file, for those that do not.
fn with_calendar(both: MultiPart, calendar: &CalendarPart) -> Result<MultiPart, Unsendable> {
    let kind = ContentType::parse(&format!("text/calendar; charset=UTF-8; method={}", calendar.method))?;
    let shown = SinglePart::builder().header(kind).body(calendar.body.clone());
    let file = SinglePart::builder()
        .header(ContentType::parse("application/ics")?)
        .header(ContentDisposition::attachment(&calendar.file))
        .body(calendar.body.clone());
    Ok(MultiPart::mixed().multipart(both.singlepart(shown)).singlepart(file))
}

/// A header exactly as it stands, in ASCII.
fn exact(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::dangerous_new_pre_encoded(HeaderName::new_from_ascii_str(name), value.clone(), value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::mail::{Letter, Part};
    use domain::notices::MailList;
    use domain::reader::Phrase;
    use domain::time::Timestamp;

    fn outgoing(calendar: Option<CalendarPart>) -> Outgoing {
        let text = vec![Phrase::plain("Leïla asks: ¿qué?")];
        let part = Part { text, words: String::new(), when: String::new(), href: "/x".to_owned() };
        let letter = Letter {
            subject: "Leïla asks".to_owned(),
            lead: String::new(),
            parts: vec![part],
            verb: None,
            why: "Why.".to_owned(),
            list: Some(MailList::Digest),
            news: None,
            calendar,
        };
        Outgoing {
            key: MailKey("digest/inês/1".to_owned()),
            person: "ines".parse().unwrap(),
            name: "Inês Carvalho".to_owned(),
            email: "ines@fernhill.example".to_owned(),
            letter,
            made_at: Timestamp(1_795_079_520_000),
            unsubscribe: Some("/unsubscribe/digest.ines.ab".to_owned()),
        }
    }

    fn sent(calendar: Option<CalendarPart>) -> String {
        let from: Mailbox = "Kith <kith@company.example>".parse().unwrap();
        let message = message(&outgoing(calendar), &from, "https://kith.example").unwrap();
        String::from_utf8(message.formatted()).unwrap()
    }

    #[test]
    fn a_message_carries_what_mail_programs_look_for() {
        let sent = sent(None);
        for line in [
            "From: Kith <kith@company.example>\r\n",
            "Date: Thu, 19 Nov 2026 09:12:00 +0000\r\n",
            "List-Unsubscribe: <https://kith.example/unsubscribe/digest.ines.ab>, \
             <mailto:kith@company.example?subject=unsubscribe%20digest.ines.ab>\r\n",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "Content-Type: text/plain; charset=utf-8\r\n",
            "Content-Type: text/html; charset=utf-8\r\n",
        ] {
            assert!(sent.contains(line), "{line} is missing in\n{sent}");
        }
        assert!(sent.is_ascii(), "every mail server takes it");
        let id = message_id(&MailKey("digest/inês/1".to_owned()), &"kith@company.example".parse().unwrap());
        assert!(sent.contains(&format!("Message-ID: {id}\r\n")) && id.ends_with("@company.example>"), "{id}");
    }

    #[test]
    fn an_event_stands_beside_the_text_and_as_a_file() {
        let body = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n".to_owned();
        let sent = sent(Some(CalendarPart { method: "REQUEST".to_owned(), file: "meeting.ics".to_owned(), body }));
        assert!(sent.contains("multipart/mixed") && sent.contains("multipart/alternative"));
        assert!(sent.contains("Content-Type: text/calendar; charset=utf-8; method=REQUEST"), "{sent}");
        assert!(sent.contains("filename=\"meeting.ics\""), "{sent}");
    }
}
