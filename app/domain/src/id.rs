//! Names of things. Each kind of thing has its own type, so that a team can never be passed for a skill.
//!
//! An id is a slug: lower-case letters, digits and hyphens, made once from the first name of the thing and never
//! changed. Names change; links and evidence do not.

use crate::rejection::{Noun, Rejection};
use serde::{Deserialize, Serialize};

/// The longest id, in bytes.
pub const LONGEST: usize = 80;

/// The slug of a text: folded to ASCII, lower-case, words joined by single hyphens. Empty when nothing is left.
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        let folded = fold(letter);
        if folded.is_empty() {
            if !out.is_empty() && !out.ends_with('-') {
                out.push('-');
            }
        } else {
            out.push_str(folded.as_str());
        }
        if out.len() >= LONGEST {
            break;
        }
    }
    out.truncate(LONGEST);
    out.trim_end_matches('-').to_owned()
}

/// ASCII letters for one lower-case letter; empty for what separates words.
fn fold(letter: char) -> String {
    match letter {
        'a'..='z' | '0'..='9' => letter.to_string(),
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => "a".into(),
        'ä' | 'æ' => "ae".into(),
        'ç' | 'ć' | 'č' => "c".into(),
        'ď' | 'đ' | 'ð' => "d".into(),
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' | 'ė' => "e".into(),
        'ğ' | 'ģ' => "g".into(),
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' | 'į' => "i".into(),
        'ł' | 'ľ' | 'ĺ' | 'ļ' => "l".into(),
        'ñ' | 'ń' | 'ň' | 'ņ' => "n".into(),
        'ò' | 'ó' | 'ô' | 'õ' | 'ø' | 'ō' | 'ő' => "o".into(),
        'ö' | 'œ' => "oe".into(),
        'ŕ' | 'ř' => "r".into(),
        'ś' | 'š' | 'ş' | 'ș' => "s".into(),
        'ß' => "ss".into(),
        'ť' | 'ţ' | 'ț' => "t".into(),
        'þ' => "th".into(),
        'ù' | 'ú' | 'û' | 'ū' | 'ů' | 'ű' | 'ų' => "u".into(),
        'ü' => "ue".into(),
        'ý' | 'ÿ' => "y".into(),
        'ź' | 'ž' | 'ż' => "z".into(),
        // Letters of other scripts keep their code point: a name in any script gets an id of its own.
        other if other.is_alphanumeric() => format!("u{:x}", u32::from(other)),
        _ => String::new(),
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident: $noun:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The id in a link or a form; not found when it is no slug.
            pub fn parse(text: &str) -> Result<Self, Rejection> {
                let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
                if text.is_empty() || text.len() > LONGEST || !text.bytes().all(allowed) {
                    return Err(Rejection::NotFound(Noun::$noun));
                }
                Ok(Self(text.to_owned()))
            }

            /// A new id made from a name; `None` when the name holds nothing to make one from.
            pub fn from_name(name: &str) -> Option<Self> {
                let slug = slug(name);
                (!slug.is_empty()).then_some(Self(slug))
            }

            /// The id as it stands in links.
            pub fn as_str(&self) -> &str {
                &self.0
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
                Self::parse(&text)
            }
        }

        impl std::str::FromStr for $name {
            type Err = Rejection;
            fn from_str(text: &str) -> Result<Self, Rejection> {
                Self::parse(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )*};
}

ids! {
    /// A colleague; also their handle in links.
    PersonId: Person;
    /// A team.
    TeamId: Team;
    /// An area that groups skills.
    AreaId: Area;
    /// A skill.
    SkillId: Skill;
    /// One colleague asking another to teach them.
    ExchangeId: Exchange;
    /// One colleague asking another to confirm a skill.
    ConfirmationId: Confirmation;
    /// A departure drill.
    DrillId: Drill;
    /// One import of files.
    ImportId: Import;
    /// A saved view of a list.
    ViewId: View;
    /// A cross-training plan.
    PlanId: Plan;
    /// A program.
    ProgramId: Program;
    /// A stage, a step or a paragraph of a program.
    ItemId: Setting;
    /// A change of a program that waits for its time.
    ScheduleId: Schedule;
    /// A note in the library.
    NoteId: Note;
    /// A question to colleagues, with its answers.
    ThreadId: Thread;
    /// Words below something.
    CommentId: Comment;
    /// An hour together, with all its dates when it is a series.
    SessionId: Session;
    /// A mentor and whoever learns from them.
    PairId: Pair;
    /// A ring of people who would teach each other.
    RingId: Ring;
    /// A course that nobody teaches yet.
    CourseId: Course;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_keeps_what_tells_names_apart() {
        let rows = [
            ("Amara Okafor", "amara-okafor"),
            ("  Zoë  Müller-Lüdenscheidt ", "zoe-mueller-luedenscheidt"),
            ("0xPoe", "0xpoe"),
            ("C++ / Rust", "c-rust"),
            ("李明", "u674eu660e"),
            ("…", ""),
        ];
        for (name, expected) in rows {
            assert_eq!(slug(name), expected, "{name}");
        }
    }

    #[test]
    fn a_link_that_is_no_slug_reads_as_not_found() {
        for text in ["", "Amara", "a b", "a:b", "ü", &"x".repeat(LONGEST + 1)] {
            assert_eq!(PersonId::parse(text), Err(Rejection::NotFound(Noun::Person)), "{text}");
        }
    }
}
