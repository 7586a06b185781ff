//! W5: the heaviest page, rendered on the server with authorisation and data, at a steady rate.

use std::time::Duration;

use super::load::Load;
use super::server::{Filled, Server};
use super::stats::ms;
use super::{Figure, Row, Subject};
use crate::fault::Outcome;

pub const ROW: Row = Row {
    id: "W5",
    what: "/people, signed in, 200 requests a second for 20 s",
    goal: "p99 ≤ 10 ms",
    of_server: true,
    measure,
};

fn measure(subject: &Subject) -> Outcome<Figure> {
    let server = Server::start(subject, Filled::Demo)?;
    let cookie = server.sign_in()?;
    let every = Duration::from_millis(5);
    let load = Load { addr: server.addr, page: "/people", cookie: &cookie, every, warm_up: 400, measured: 4_000 };
    let times = load.times()?;
    let p99 = times.percentile(99);
    let ours = format!("p50 {}, p99 {} over {} requests", ms(times.median()), ms(p99), times.len());
    Ok(Figure { ours, reached: p99 <= Duration::from_millis(10) })
}
