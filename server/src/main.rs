//! `kith`: serve the product, and look after its data from the command line.

use clap::Parser;
use server::cli::Cli;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// SurrealDB's parser and executor recurse deeply.
const STACK: usize = 16 * 1024 * 1024;

fn main() -> ExitCode {
    let cli = Cli::parse();
    cli.log_to_stderr();
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(cores.max(4))
        .thread_stack_size(STACK)
        .enable_all()
        .build();
    match runtime {
        Ok(runtime) => runtime.block_on(cli.run()),
        Err(cause) => {
            tracing::error!(%cause, "the runtime did not start");
            ExitCode::FAILURE
        }
    }
}
