//! `kith serve`

use super::{CliError, say};
use crate::{App, Config};
use store::Clock;

/// Serves until the process is told to stop, then finishes what is under way.
pub(super) async fn run(config: &Config) -> Result<(), CliError> {
    let app = App::start(config, Clock::Machine).await?;
    let addr = app.addr().unwrap_or(config.addr);
    say(&format!("Kith answers at http://{addr}"));
    if config.demo {
        say("The demo company is Fernhill Cooperative. Be one of:");
        for persona in store::demo::PERSONAS {
            say(&format!("  {:<16} {:<16} {}", persona.id, persona.called, persona.shows));
        }
    }
    app.serve(told_to_stop()).await?;
    Ok(())
}

/// Ctrl-C, or the signal that service managers send.
async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => drop(interrupt.await),
    }
}
