//! The editor over a small program.
