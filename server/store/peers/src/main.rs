//! `peers ROW`: what Kith holds in memory, measured beside other ways to ask the same on the same data, and what its
//! store does with a large organisation. `cargo xtask bench G1 G2 G3 L1 A3` builds and runs it; the last line that it
//! prints is the row's figure as JSON.
//!
//! Both sides of a pair run in turns in one process on one core. Their answers are compared in full: a figure whose
//! answers differ is void.

mod a3;
mod edits;
mod fault;
mod g1;
mod g2;
mod g3;
mod l1;
mod ledger;
mod pairs;
mod question;
mod sqlite;
mod surreal;
mod workload;

use fault::Fault;
use serde_json::json;
use std::io::Write;
use std::process::ExitCode;

/// The one of the server.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What a row came to.
struct Figure {
    ours: String,
    reached: bool,
}

fn main() -> ExitCode {
    let figure = match std::env::args().nth(1).as_deref() {
        Some("G1") => g1::measure(),
        Some("G2") => g2::measure(),
        Some("G3") => g3::measure(),
        Some("A3") => a3::measure(),
        Some("L1") => l1::measure(),
        Some(_) | None => Err(Fault("the rows are A3, G1, G2, G3, L1".to_owned())),
    };
    let (line, code) = match figure {
        Ok(Figure { ours, reached }) => (json!({ "ours": ours, "reached": reached }), ExitCode::SUCCESS),
        Err(Fault(what)) => (json!({ "fault": what }), ExitCode::FAILURE),
    };
    // A closed terminal is no reason to fail.
    drop(writeln!(std::io::stdout(), "{line}"));
    code
}

/// Something to wait for is waited for here; the database needs deep stacks when it is not optimised.
fn runtime() -> Result<tokio::runtime::Runtime, Fault> {
    let threads = tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(16 << 20).build();
    threads.map_err(Fault::of)
}
