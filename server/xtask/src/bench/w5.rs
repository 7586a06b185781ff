//! W5: the heaviest page, rendered on the server with authorisation and data, at a steady rate.
//! Requests leave by the clock and not when the last one is answered, and each is timed from when it was due: a stall
//! is then felt by every request that it delays, as it would be by people.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::http::{Ask, Connection};
use super::server::{Filled, Server};
use super::stats::{Times, ms};
use super::{Figure, Row, Subject};
use crate::fault::{Fault, Outcome};

pub const ROW: Row = Row {
    id: "W5",
    what: "/people, signed in, 200 requests a second for 20 s",
    goal: "p99 ≤ 10 ms",
    of_server: true,
    measure,
};

const PAGE: &str = "/people";
const EVERY: Duration = Duration::from_millis(5);
const WARM_UP: u32 = 400;
const MEASURED: u32 = 4_000;
/// Enough that a slow answer does not keep the next request from leaving.
const CONNECTIONS: usize = 16;

fn measure(subject: &Subject) -> Outcome<Figure> {
    let server = Server::start(subject, Filled::Demo)?;
    let cookie = server.sign_in()?;
    let load = Load { addr: server.addr, cookie: &cookie, begun: Instant::now(), next: AtomicU32::new(0) };
    let times = load.run()?;
    let p99 = times.percentile(99);
    let ours = format!("p50 {}, p99 {} over {} requests", ms(times.median()), ms(p99), times.len());
    Ok(Figure { ours, reached: p99 <= Duration::from_millis(10) })
}

#[derive(Debug)]
struct Load<'a> {
    addr: SocketAddr,
    cookie: &'a str,
    begun: Instant,
    next: AtomicU32,
}

impl Load<'_> {
    fn run(&self) -> Outcome<Times> {
        let each = thread::scope(|scope| {
            let workers: Vec<_> = (0..CONNECTIONS).map(|_| scope.spawn(|| self.ask_on_time())).collect();
            let ended =
                workers.into_iter().map(|worker| worker.join().unwrap_or_else(|_| Err(Fault::new("the load stopped"))));
            ended.collect::<Outcome<Vec<_>>>()
        })?;
        Ok(Times::new(each.concat()))
    }

    /// Takes the next request that is due until there is none, and times each after the warm-up.
    fn ask_on_time(&self) -> Outcome<Vec<Duration>> {
        let mut connection = Connection::open(self.addr)?;
        let mut times = Vec::new();
        loop {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            if number >= WARM_UP + MEASURED {
                return Ok(times);
            }
            let due = self.begun + EVERY * number;
            thread::sleep(due.saturating_duration_since(Instant::now()));
            let answer = connection.ask(&Ask { path: PAGE, cookie: Some(self.cookie), form: None })?;
            if answer.status != 200 {
                return Err(Fault::new(format!("{PAGE} was answered with {} instead of 200", answer.status)));
            }
            if number >= WARM_UP {
                times.push(due.elapsed());
            }
        }
    }
}
