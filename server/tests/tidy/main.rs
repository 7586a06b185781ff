//! The invariants and the style of the code base, as walks over its files. A check is a function from a file to what is
//! wrong with it, so that each has a sample on which it has been seen to fail.
#![expect(clippy::unwrap_used, reason = "clippy knows tests, but not the functions that set them up")]

mod app;
mod classes;
mod css;
mod layers;
mod naming;
mod source;
mod store;
mod style;
mod tests;
mod writes;
