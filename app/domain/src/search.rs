//! Finding people, skills, notes, questions, programs, teams and pages by what somebody types: any case, with or without
//! accents, with typos. `jump` goes by names, `found` also by what texts say; both ask the `concordance`.
//!
//! A typed word is taken as written when it begins or stands in any word of the organisation; only otherwise is it
//! read as the nearest word that does stand there. What a hit is worth to the reader is decided by the page that
//! shows it; nothing here knows levels or wants.

mod concordance;
mod excerpt;
mod finding;
mod fold;
mod found;
mod index;
mod jump;
mod places;
mod reading;
mod standing;

pub use concordance::{Concordance, Size};
pub use excerpt::excerpt_of;
pub use finding::{Hit, Meaning};
pub use fold::{fold, holds, words};
pub use found::{Found, FoundGroup, FoundRow, found};
pub use index::{Index, Shelf};
pub use jump::{JumpGroup, JumpKind, JumpRow, jump};
pub use reading::{Closeness, Reading, typos_allowed};
pub use standing::{Entry, Standing};
