//! Calendar files: the bytes that are written, read back by two libraries that know nothing of each other, and unrolled
//! by a third. `golden` holds files to look at; with `KITH_WRITE_GOLDEN=1` they are written anew.
#![expect(clippy::panic, clippy::unwrap_used, reason = "clippy knows tests, but not the functions that set them up")]

mod clocks;
mod dice;
mod expand;
mod files;
mod law;
mod read;
mod read_back;
mod speed;
mod world;
