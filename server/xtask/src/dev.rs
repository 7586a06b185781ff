//! `cargo xtask dev`: builds again whenever a source file changes, and starts the server anew when that changed it.
//! File times are asked twice a second: that needs no crate, and works on every file system and in containers.

use std::process::Child;
use std::thread;
use std::time::{Duration, SystemTime};

use crate::cargo;
use crate::fault::{Outcome, While};
use crate::paths::Paths;
use crate::run::Run;
use crate::say;
use crate::serve::Wishes;
use crate::setup::{self, Tools};
use crate::site::{Grade, Site, newest_change};

const WATCHED: [&str; 7] = ["Cargo.lock", "Cargo.toml", "app", "frontend", "public", "server", "style"];
const PAUSE: Duration = Duration::from_millis(500);
/// Tells the server that its pages should reload when it comes back with another build.
const RELOAD: &str = "KITH_DEV_RELOAD";

/// Runs until it is interrupted. A build that fails leaves the last good server running.
pub fn dev(paths: &Paths, wishes: &Wishes) -> Outcome {
    let tools = setup::for_building(paths)?;
    let mut running: Option<Running> = None;
    loop {
        let seen = newest(paths);
        match build(paths, &tools, wishes) {
            Ok(build) => running = Some(renew(running, build, paths, wishes)?),
            Err(fault) => say::line(format_args!("\n{fault}\n\nwaiting for the next change")),
        }
        while newest(paths) == seen {
            thread::sleep(PAUSE);
        }
    }
}

/// A server, and what it was started from.
#[derive(Debug)]
struct Running {
    server: Child,
    from: Built,
}

/// What decides whether the server is still the right one.
#[derive(Debug, PartialEq, Eq)]
struct Built {
    site: String,
    binary: Option<SystemTime>,
}

fn build(paths: &Paths, tools: &Tools, wishes: &Wishes) -> Outcome<Built> {
    let site = Site::new(paths, tools, Grade::Quick).build()?.build;
    say::step("server", || cargo::build_binaries(paths, wishes.build(), &["kith"]))?;
    Ok(Built { site, binary: newest_change(&paths.binary(wishes.build(), "kith")) })
}

fn renew(running: Option<Running>, from: Built, paths: &Paths, wishes: &Wishes) -> Outcome<Running> {
    match running {
        Some(running) if running.from == from => return Ok(running),
        Some(running) => stop(running.server)?,
        None => {}
    }
    let site = paths.target.join("site-dev");
    let server = wishes.server(paths, &site).env(RELOAD, "1").into_command().spawn();
    Ok(Running { server: server.while_doing("starting the server")?, from })
}

/// Ends the server in its own time, so that the database's folder is free for the next one. One that has already
/// ended by itself is fine.
pub fn stop(mut server: Child) -> Outcome {
    Run::new("kill").args(["-TERM", &server.id().to_string()]).quietly().unwrap_or_default();
    server.wait().map(drop).while_doing("waiting for the server to end")
}

fn newest(paths: &Paths) -> Option<SystemTime> {
    WATCHED.iter().filter_map(|place| newest_change(&paths.repo.join(place))).max()
}
