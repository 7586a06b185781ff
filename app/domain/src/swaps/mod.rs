//! Swaps on the page: the board of a program, one ring, and what may be done about either.
//!
//! What may be done is asked of `swap` itself, never decided here.

mod board;
mod courses;
mod forms;
mod lines;
mod market;
mod mine;
mod ring_page;
#[cfg(test)]
mod tests;
mod why;
mod words;

pub use board::{BoardProgram, ProgramTab, SwapsPage, SwapsQuery, swaps_page};
pub use courses::{CourseLine, CourseMoves};
pub use forms::{CourseForm, YesForm};
pub use lines::RingLine;
pub use market::BoardLine;
pub use mine::{MineLine, MyThing};
pub use ring_page::{FaceAnswer, PartAnswer, RingFace, RingPage, RingPart, RingWords, YourPart, YourSide, ring_page};
pub use why::{PartOfFit, WhyRing};

pub(crate) use mine::lapsed;
pub(crate) use words::{members, names};
