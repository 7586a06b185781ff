//! One page asked for at a steady rate. Requests leave by the clock and not when the last one is answered, and each is
//! timed from when it was due: a stall is then felt by every request that it delays, as it would be by people.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::http::{Ask, Connection};
use super::stats::Times;
use crate::fault::{Fault, Outcome};

/// Enough that a slow answer does not keep the next request from leaving.
const CONNECTIONS: usize = 16;

/// What to ask for, and how often.
#[derive(Debug, Clone, Copy)]
pub struct Load<'a> {
    pub addr: SocketAddr,
    pub page: &'a str,
    pub cookie: &'a str,
    /// The time from one request to the next.
    pub every: Duration,
    /// How many requests are not timed.
    pub warm_up: u32,
    /// How many are.
    pub measured: u32,
}

/// Which request is next, and when the first was due.
#[derive(Debug)]
struct Queue {
    begun: Instant,
    next: AtomicU32,
}

impl Load<'_> {
    /// How long each answer took that was timed.
    pub fn times(&self) -> Outcome<Times> {
        let queue = Queue { begun: Instant::now(), next: AtomicU32::new(0) };
        let each = thread::scope(|scope| {
            let workers: Vec<_> = (0..CONNECTIONS).map(|_| scope.spawn(|| self.ask_on_time(&queue))).collect();
            let ended =
                workers.into_iter().map(|worker| worker.join().unwrap_or_else(|_| Err(Fault::new("the load stopped"))));
            ended.collect::<Outcome<Vec<_>>>()
        })?;
        Ok(Times::new(each.concat()))
    }

    /// Takes the next request that is due until there is none, and times each after the warm-up.
    fn ask_on_time(&self, queue: &Queue) -> Outcome<Vec<Duration>> {
        let mut connection = Connection::open(self.addr)?;
        let mut times = Vec::new();
        loop {
            let number = queue.next.fetch_add(1, Ordering::Relaxed);
            if number >= self.warm_up + self.measured {
                return Ok(times);
            }
            let due = queue.begun + self.every * number;
            thread::sleep(due.saturating_duration_since(Instant::now()));
            let answer = connection.ask(&Ask { path: self.page, cookie: Some(self.cookie), form: None })?;
            if answer.status != 200 {
                return Err(Fault::new(format!("{} was answered with {} instead of 200", self.page, answer.status)));
            }
            if number >= self.warm_up {
                times.push(due.elapsed());
            }
        }
    }
}
