//! Why something was refused, in words for the person who asked.
//!
//! A rejection is an answer, not a fault: nothing went wrong in the program. Faults (a database that does not
//! answer, a broken invariant) never travel to people; they are logged under a reference code elsewhere.

use serde::{Deserialize, Serialize};

/// Nothing was changed, and this says what to do instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Rejection {
    /// There is no such thing, or it is not the asker's to see. Both read the same on purpose.
    #[error("That {0} does not exist, or you cannot see it.")]
    NotFound(Noun),
    /// The asker is known but may not do this.
    #[error("{0}")]
    Forbidden(String),
    /// Nobody is signed in.
    #[error("Sign in first.")]
    SignedOut,
    /// One field holds something that cannot be taken.
    #[error("{message}")]
    Invalid {
        /// The name of the form field, so that the message can stand beside it.
        field: String,
        /// What is wrong and what to write instead.
        message: String,
    },
    /// The thing has moved on since the asker last saw it.
    #[error("{0}")]
    Stale(String),
    /// A rule between several things forbids it.
    #[error("{0}")]
    Conflict(String),
    /// Too many tries in too short a time.
    #[error("Too many tries. Wait {seconds} seconds, then try again.")]
    TooMany {
        /// How long until the next try is taken.
        seconds: u32,
    },
}

impl Rejection {
    /// A refusal that belongs to one field of a form.
    pub fn invalid(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Invalid { field: field.into(), message: message.into() }
    }
}

/// The things that can be asked for by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Noun {
    /// A colleague.
    Person,
    /// A team.
    Team,
    /// An area of skills.
    Area,
    /// A skill.
    Skill,
    /// One colleague asking another to teach them.
    Exchange,
    /// One colleague asking another to confirm a skill.
    Confirmation,
    /// A departure drill.
    Drill,
    /// One import of files.
    Import,
    /// A saved view of a list.
    View,
    /// A cross-training plan.
    Plan,
    /// A program.
    Program,
    /// A version of a program.
    Version,
    /// A field, stage, step or paragraph of a program.
    Setting,
    /// A change of a program that waits for its time.
    Schedule,
    /// An invitation.
    Invitation,
    /// A link in a mail.
    MailLink,
    /// One of the questions at the start.
    Question,
    /// A note in the library.
    Note,
    /// A question to colleagues, with its answers.
    Thread,
    /// Words below something.
    Comment,
    /// An hour together.
    Session,
    /// A calendar link.
    Feed,
    /// A pairing that was kept, or a round of matching.
    Pairing,
    /// A mentor and whoever learns from them.
    Pair,
    /// A ring of people who would teach each other.
    Ring,
    /// A course that nobody teaches yet.
    Course,
}

impl std::fmt::Display for Noun {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Person => "person",
            Self::Team => "team",
            Self::Area => "area",
            Self::Skill => "skill",
            Self::Exchange | Self::Confirmation => "request",
            Self::Drill => "drill",
            Self::Import => "import",
            Self::View => "saved view",
            Self::Plan => "plan",
            Self::Program => "program",
            Self::Version => "version",
            Self::Setting => "setting",
            Self::Schedule => "scheduled change",
            Self::Invitation => "invitation",
            Self::MailLink => "link",
            Self::Question | Self::Thread => "question",
            Self::Note => "note",
            Self::Comment => "comment",
            Self::Session => "session",
            Self::Feed => "calendar link",
            Self::Pairing => "pairing",
            Self::Pair => "pair",
            Self::Ring => "swap",
            Self::Course => "course",
        })
    }
}
