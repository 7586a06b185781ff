//! What an entry says: its title, what there is to know, and its page.

use super::describe::Describing;
use domain::exchange::{Exchange, Side};
use domain::session::{Place, Session};
use domain::text::Prose;
use domain::wording::listed;

/// The most characters of what a session is about; all of it is on its page.
const LONGEST: usize = 600;

/// What a calendar is told that may not know what.
const HIDDEN: &str = "Session";

/// What an entry says.
pub(super) struct Words {
    pub(super) summary: String,
    pub(super) description: String,
    pub(super) url: String,
}

impl Words {
    /// Of a session.
    pub(super) fn of_session(by: &Describing, session: &Session) -> Self {
        if by.hides_titles {
            return Self::hidden();
        }
        let off = session.called_off.as_ref();
        // Two who agreed on an hour read each other’s name.
        let other = session.exchange.as_ref().map_or(&[][..], |_| session.asked());
        let hosts = listed(session.hosts.iter().chain(other).map(|host| by.org.name_of(host)), usize::MAX);
        let url = format!("{}/sessions/{}", by.origin, session.id);
        let mut paragraphs = vec![
            off.map(|off| off.reason.to_string()).unwrap_or_default(),
            format!("{} with {}.", session.kind.label(), hosts),
            cut(session.about.as_str()),
            session.outcomes.iter().map(|outcome| format!("• {outcome}")).collect::<Vec<_>>().join("\n"),
        ];
        paragraphs.extend(video(&session.place));
        let verbs = if other.is_empty() { "Answer, ask and see who comes" } else { "Move it, or call it off" };
        paragraphs.push(format!("{verbs}: {url}"));
        let before = if off.is_some() { "Called off: " } else { "" };
        Self { summary: format!("{before}{}", session.title), description: joined(&paragraphs), url }
    }

    /// Of a meeting that two agreed on, for the one on `side`.
    pub(super) fn of_exchange(by: &Describing, exchange: &Exchange, side: Side) -> Self {
        if by.hides_titles {
            return Self::hidden();
        }
        let other = by.org.name_of(exchange.person(side.other()));
        let skill = by.org.skill(&exchange.skill).map_or(exchange.skill.as_str(), |skill| skill.name.as_str());
        let url = format!("{}/exchanges/{}", by.origin, exchange.id);
        let first = match side {
            Side::Learner => format!("{other} teaches you {skill}."),
            Side::Teacher => format!("You teach {other} {skill}."),
        };
        let description = joined(&[first, cut(exchange.message.as_str()), format!("Your request: {url}")]);
        Self { summary: format!("{skill} with {other}"), description, url }
    }

    /// Puts what is otherwise on one date before the rest.
    pub(super) fn note(description: &mut String, note: &Prose, place: Option<&Place>) {
        let paragraphs = [Some(note.to_string()), place.and_then(video), Some(std::mem::take(description))];
        *description = joined(&paragraphs.into_iter().flatten().collect::<Vec<_>>());
    }

    fn hidden() -> Self {
        Self { summary: HIDDEN.to_owned(), description: String::new(), url: String::new() }
    }
}

/// The video link of a place that is also a room; without a room the link is where it takes place.
fn video(place: &Place) -> Option<String> {
    let link = place.link.as_ref().filter(|_| !place.room.is_empty())?;
    Some(format!("{}: {link}", link.provider().opens()))
}

fn joined(paragraphs: &[String]) -> String {
    paragraphs.iter().map(|paragraph| paragraph.trim()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The start of a long text, up to the end of a word.
fn cut(text: &str) -> String {
    let Some((at, _)) = text.char_indices().nth(LONGEST) else { return text.to_owned() };
    let start = text.get(..at).unwrap_or(text);
    let whole = start.rsplit_once(char::is_whitespace).map_or(start, |(words, _)| words);
    format!("{}…", whole.trim_end())
}
