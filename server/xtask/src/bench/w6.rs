//! W6: the pages of a real organisation. Into the demo company, which has people to sign in as, the whole Rust project
//! is imported: 450 more people, 123 teams, 174 skills and 5,884 levels. Each page is asked for by an admin, who sees the
//! most. These pages hold ten times what those of the demo alone do, so each may take five times as long as W5's.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use super::load::Load;
use super::server::{Filled, Server};
use super::stats::ms;
use super::{Figure, Row, Subject, table};
use crate::fault::{Outcome, While};
use crate::run::Run;
use crate::say;

pub const ROW: Row = Row {
    id: "W6",
    what: "pages with the whole Rust project, signed in, 50 requests a second for 10 s each",
    goal: "p99 ≤ 50 ms on each",
    of_server: true,
    measure,
};

const GOAL: Duration = Duration::from_millis(50);
const EVERY: Duration = Duration::from_millis(20);
const WARM_UP: u32 = 50;
const MEASURED: u32 = 500;
const READER: &str = "sol-lindqvist";
const PAGES: [&str; 6] = ["/people", "/skills", "/teams", "/continuity?show=all", "/continuity/plan", "/programs"];

fn measure(subject: &Subject) -> Outcome<Figure> {
    let data = say::step("importing the Rust project", || imported(subject))?;
    let server = Server::start(subject, Filled::DemoIn(&data))?;
    let cookie = server.sign_in_as(READER)?;
    let mut rows = vec![["page", "p50", "p99"].map(str::to_owned)];
    let mut slowest = (Duration::ZERO, PAGES[0]);
    for page in PAGES {
        let load =
            Load { addr: server.addr, page, cookie: &cookie, every: EVERY, warm_up: WARM_UP, measured: MEASURED };
        let times = load.times()?;
        let p99 = times.percentile(99);
        slowest = slowest.max((p99, page));
        rows.push([page.to_owned(), ms(times.median()), ms(p99)]);
    }
    table(&rows).iter().for_each(say::line);
    let (p99, page) = slowest;
    Ok(Figure { ours: format!("p99 ≤ {}, slowest {page}", ms(p99)), reached: p99 <= GOAL })
}

/// A folder with the demo of now and the Rust project beside it. Made anew each time: a server loads a demo of
/// yesterday again, without what was imported.
fn imported(subject: &Subject) -> Outcome<PathBuf> {
    let data = subject.paths.target.join("bench/rust-org");
    if data.exists() {
        fs::remove_dir_all(&data).while_doing("clearing the data of an earlier run")?;
    }
    let kith = || Run::new(&subject.binary).env("RUST_MIN_STACK", "16777216");
    kith().arg("demo").arg("--data").arg(&data).quietly()?;
    let tables = subject.paths.repo.join("server/store/tests/rust-org");
    kith().arg("import").arg(&tables).arg("--data").arg(&data).quietly()?;
    Ok(data)
}
