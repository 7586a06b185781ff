//! What the forms of the door and of the closing send, and how it is read.

use crate::clocks::Day;
use crate::id::{PersonId, SessionId, SkillId};
use crate::receipt::RequestKey;
use crate::rejection::{Noun, Rejection};
use crate::session::{Closing, DoorCode};
use crate::text::Prose;
use crate::time::{Minutes, Timestamp};
use serde::{Deserialize, Serialize};

/// Somebody comes in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckIn {
    /// To which session.
    pub session: SessionId,
    /// On which of its dates.
    pub on: Day,
    /// The code that they read there.
    pub code: DoorCode,
    /// When, where a device without a connection kept it; now, where not.
    pub claimed: Option<Timestamp>,
    /// Names the request where it may arrive more than once.
    #[serde(skip)]
    pub key: Option<RequestKey>,
}

/// The same as a form sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInForm {
    /// Which session.
    pub session: String,
    /// Which date.
    pub on: String,
    /// As it was typed.
    #[serde(default)]
    pub code: String,
    /// In milliseconds; empty for now.
    #[serde(default)]
    pub claimed: String,
    /// Empty where the form is sent at once.
    #[serde(default)]
    pub key: String,
}

/// A host ticks somebody off, or takes the tick back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TickForm {
    /// Which session.
    pub session: String,
    /// Which date.
    pub on: String,
    /// Who.
    pub person: String,
}

/// A host writes in somebody who had not answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WalkUpForm {
    /// Which session.
    pub session: String,
    /// Which date.
    pub on: String,
    /// Who, as chosen.
    #[serde(default)]
    pub person: String,
    /// Who, as typed.
    #[serde(default)]
    pub person_text: String,
}

/// A host says what came of a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CloseDate {
    /// Of which session.
    pub session: SessionId,
    /// Of which of its dates.
    pub on: Day,
    /// What.
    pub says: Closing,
    /// Names the request where it may arrive more than once.
    #[serde(skip)]
    pub key: Option<RequestKey>,
}

/// The same as a form sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloseForm {
    /// Which session.
    pub session: String,
    /// Which date.
    pub on: String,
    /// How long.
    #[serde(default)]
    pub minutes: String,
    /// Who was there.
    #[serde(default)]
    pub people: Vec<String>,
    /// What they practised.
    #[serde(default)]
    pub skills: Vec<String>,
    /// The note for the library.
    #[serde(default)]
    pub note: String,
    /// Thanks to those who came.
    #[serde(default)]
    pub thanks: String,
    /// Empty where the form is sent at once.
    #[serde(default)]
    pub key: String,
}

/// Somebody who was there says that it was so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Countersign {
    /// Of which session.
    pub session: SessionId,
    /// Of which of its dates.
    pub on: Day,
    /// To what was said at that moment.
    pub seen: Timestamp,
    /// Their thanks to the hosts; may be empty.
    pub words: Prose,
    /// Names the request where it may arrive more than once.
    #[serde(skip)]
    pub key: Option<RequestKey>,
}

/// The same as a form sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountersignForm {
    /// Which session.
    pub session: String,
    /// Which date.
    pub on: String,
    /// In milliseconds.
    pub seen: String,
    /// Their thanks to the hosts.
    #[serde(default)]
    pub words: String,
    /// Empty where the form is sent at once.
    #[serde(default)]
    pub key: String,
}

/// The date of a link or a form; not found when it is none.
pub fn date_of(session: &str, on: &str) -> Result<(SessionId, Day), Rejection> {
    let day = Day::parse("on", on).map_err(|_| Rejection::NotFound(Noun::Session))?;
    Ok((SessionId::parse(session)?, day))
}

impl CheckInForm {
    /// What it says.
    pub fn parsed(&self) -> Result<CheckIn, Rejection> {
        let (session, on) = date_of(&self.session, &self.on)?;
        let claimed = match self.claimed.trim() {
            "" => None,
            text => Some(moment("code", text)?),
        };
        let code = DoorCode::parse(&self.code)?;
        Ok(CheckIn { session, on, code, claimed, key: RequestKey::of_field(&self.key)? })
    }
}

impl TickForm {
    /// The date and whom it is about.
    pub fn parsed(&self) -> Result<((SessionId, Day), PersonId), Rejection> {
        Ok((date_of(&self.session, &self.on)?, PersonId::parse(&self.person)?))
    }
}

impl CloseForm {
    /// What it says.
    pub fn parsed(&self) -> Result<CloseDate, Rejection> {
        let (session, on) = date_of(&self.session, &self.on)?;
        let minutes = self.minutes.trim().parse().map(Minutes);
        let says = Closing {
            minutes: minutes.map_err(|_| Rejection::invalid("minutes", "Write how many minutes it took."))?,
            people: each_once(&self.people, PersonId::parse)?,
            skills: each_once(&self.skills, SkillId::parse)?,
            note: Prose::parse("note", &self.note)?,
            thanks: Prose::parse("thanks", &self.thanks)?,
        };
        Ok(CloseDate { session, on, says, key: RequestKey::of_field(&self.key)? })
    }
}

impl CountersignForm {
    /// What it says.
    pub fn parsed(&self) -> Result<Countersign, Rejection> {
        let (session, on) = date_of(&self.session, &self.on)?;
        let words = Prose::parse("words", &self.words)?;
        Ok(Countersign { session, on, seen: moment("seen", &self.seen)?, words, key: RequestKey::of_field(&self.key)? })
    }
}

fn moment(field: &str, text: &str) -> Result<Timestamp, Rejection> {
    let refused = |_| Rejection::invalid(field, "This page says no moment that can be read. Load it again.");
    text.trim().parse().map(Timestamp).map_err(refused)
}

/// Empty fields are nothing.
fn each_once<T: PartialEq>(
    texts: &[String],
    parse: impl Fn(&str) -> Result<T, Rejection>,
) -> Result<Vec<T>, Rejection> {
    let mut found = Vec::new();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        let one = parse(text)?;
        if !found.contains(&one) {
            found.push(one);
        }
    }
    Ok(found)
}
