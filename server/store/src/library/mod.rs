//! The library: notes with every text they had, and questions with their answers. A note's and a question's own record
//! guards every change of it.

pub(crate) mod notes;
mod pages;
mod questions;
