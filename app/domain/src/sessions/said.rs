//! What small forms on the page of a session say.

use crate::clocks::Day;
use crate::rejection::{Noun, Rejection};
use crate::session::{Fits, Link, Material, Says};
use crate::text::Line;
use crate::time::Timestamp;
use std::collections::BTreeMap;

/// The day that an address names; `None` for none. No such page when it is no day.
pub fn date_named(text: &str) -> Result<Option<Day>, Rejection> {
    if text.is_empty() {
        return Ok(None);
    }
    Day::parse("on", text).map(Some).map_err(|_| Rejection::NotFound(Noun::Session))
}

/// What a form says about coming: "going", "maybe" or "not".
pub fn parse_says(text: &str) -> Result<Says, Rejection> {
    match text.trim() {
        "going" => Ok(Says::Going),
        "maybe" => Ok(Says::Maybe),
        "not" => Ok(Says::NotGoing),
        _ => Err(Rejection::invalid("says", "Say whether you come.")),
    }
}

/// How many guests a form says; none when it is empty.
pub fn parse_guests(text: &str) -> Result<u8, Rejection> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(0);
    }
    text.parse().map_err(|_| Rejection::invalid("guests", "Write a number of guests."))
}

/// How useful a form says that it was, from 1 to 5.
pub fn parse_useful(text: &str) -> Result<u8, Rejection> {
    let useful = text.trim().parse().ok().filter(|useful| (1..=5).contains(useful));
    useful.ok_or_else(|| Rejection::invalid("useful", "Choose one of the five answers."))
}

/// What a form says of each time, by its milliseconds; a time of which it says nothing is left out.
pub fn parse_votes(votes: &BTreeMap<String, String>) -> Result<Vec<(Timestamp, Fits)>, Rejection> {
    let refused = || Rejection::invalid("votes", "Choose among the times that are proposed.");
    let said = votes.iter().filter(|(_, fits)| !fits.trim().is_empty());
    // A letter stands before the moment: a form field whose key is a number would be read as a place in a list.
    let moment = |key: &str| key.strip_prefix('t').and_then(|at| at.parse().ok()).map(Timestamp);
    said.map(|(key, fits)| Ok((moment(key).ok_or_else(refused)?, parse_fits(fits)?))).collect()
}

/// What a form says about a time: "yes", "if-needed" or "no".
fn parse_fits(text: &str) -> Result<Fits, Rejection> {
    match text.trim() {
        "yes" => Ok(Fits::Yes),
        "if-needed" => Ok(Fits::IfNeeded),
        "no" => Ok(Fits::No),
        _ => Err(Rejection::invalid("votes", "Say of each time whether it suits you.")),
    }
}

/// Something to read before or see after, of the form fields `title` and `link`.
pub fn parse_material(title: &str, link: &str, is_recording: bool) -> Result<Material, Rejection> {
    let title = Line::parse("title", title)?;
    if title.is_empty() {
        return Err(Rejection::invalid("title", "Write what it is called."));
    }
    Ok(Material { title, link: Link::parse("link", link)?, is_recording })
}
