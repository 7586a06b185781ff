//! Finding people, skills, teams and pages by what somebody types: any case, with or without accents, with typos.
//!
//! A typed word is taken as written when it begins or stands in any word of the organisation; only otherwise is it
//! read as the nearest word that does stand there. What a hit is worth to the reader is decided by the page that
//! shows it; nothing here knows levels or wants.

mod fold;
mod index;
mod jump;
mod places;
mod reading;

pub use fold::{fold, holds, words};
pub use index::{Index, Shelf};
pub use jump::{JumpGroup, JumpKind, JumpRow, jump};
pub use reading::{Closeness, Reading, typos_allowed};
