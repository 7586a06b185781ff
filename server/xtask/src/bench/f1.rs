//! F1: from a durable edit to a thousand open pages. An admin changes a program that runs, a thousand streams of somebody
//! in it are read, and every event has to reach every stream once and in order. A delivery is timed from when the change
//! was *published*, so the figure holds the whole way: request, what it does to whom worked out again, promises checked,
//! durable write, numbering, and writing to the stream.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::editor::Editor;
use super::http::{Accept, Ask};
use super::server::{Filled, Server};
use super::stats::{Times, ms};
use super::streams::{self, Arrival, Progress, Received};
use super::{Figure, Row, Subject};
use crate::fault::{Fault, Outcome, While};

pub const ROW: Row = Row {
    id: "F1",
    what: "a change to a running program → 1,000 streams",
    goal: "p50 ≤ 15 ms, p99 ≤ 100 ms, each once, in order",
    of_server: true,
    measure,
};

const STREAMS: usize = 1_000;
const EDITS: usize = 1_000;
const LIVE: &str = "/live";
/// Who changes the program, and who is in it.
const ADMIN: &str = "sol-lindqvist";
const MEMBER: &str = "jonas-weidner";
const PROGRAM: &str = "pairs-for-care";
/// How long an edit may take to arrive everywhere before the next is sent all the same.
const PATIENCE: Duration = Duration::from_secs(2);
const OPEN_WITHIN: Duration = Duration::from_secs(60);

fn measure(subject: &Subject) -> Outcome<Figure> {
    enough_files()?;
    let server = Server::start(subject, Filled::Demo)?;
    let cookie = server.sign_in_as(MEMBER)?;
    let mut editor = Editor::open(&server, ADMIN, PROGRAM)?;
    let progress = Arc::new(Progress::default());
    let request = Ask { path: LIVE, cookie: Some(&cookie), form: None }.bytes(server.addr, Accept::EVENTS);
    let (addr, watched) = (server.addr, Arc::clone(&progress));
    let reading = thread::spawn(move || streams::read(addr, &request, STREAMS, &watched));
    let audience = Audience { progress: &progress, reading: &reading };
    let sent = audience.gather().and_then(|()| edit(&mut editor, &audience));
    progress.stop.store(true, Ordering::Release);
    // Why reading ended says more than that the edits then reached nobody.
    let received = reading.join().map_err(|_| Fault::new("reading the streams stopped"))??;
    Ok(figure(&sent?, &received))
}

fn enough_files() -> Outcome {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files")).unwrap_or_default();
    match line.split_whitespace().next().map(str::parse::<usize>) {
        Some(Ok(allowed)) if allowed < STREAMS + 200 => {
            Err(Fault::new(format!("{allowed} open files are allowed, too few for {STREAMS} streams"))
                .mend("ulimit -n 8192"))
        }
        _ => Ok(()),
    }
}

/// The streams, as the one who edits sees them.
#[derive(Debug, Clone, Copy)]
struct Audience<'a> {
    progress: &'a Progress,
    reading: &'a JoinHandle<Outcome<Received>>,
}

impl Audience<'_> {
    /// Waits until every stream is open.
    fn gather(self) -> Outcome {
        let begun = Instant::now();
        while self.progress.open.load(Ordering::Acquire) < STREAMS {
            if self.reading.is_finished() || begun.elapsed() > OPEN_WITHIN {
                let open = self.progress.open.load(Ordering::Acquire);
                return Err(Fault::new(format!("only {open} of {STREAMS} streams opened")));
            }
            thread::sleep(Duration::from_millis(10));
        }
        Ok(())
    }

    fn deliveries(self) -> u64 {
        self.progress.deliveries.load(Ordering::Acquire)
    }

    /// Waits until there are so many deliveries, or for as long as patience lasts; refuses when there was none at all.
    fn hear(self, before: u64, wanted: u64) -> Outcome {
        let begun = Instant::now();
        while self.deliveries() < before + wanted && begun.elapsed() < PATIENCE && !self.reading.is_finished() {
            thread::sleep(Duration::from_millis(1));
        }
        if self.deliveries() == before {
            Err(Fault::new(format!("a change to {PROGRAM} reached none of the streams")))
        } else {
            Ok(())
        }
    }
}

/// Publishes the changes, each when the one before has arrived everywhere, and answers when each was sent.
fn edit(editor: &mut Editor, audience: &Audience) -> Outcome<Vec<Instant>> {
    let mut sent = Vec::with_capacity(EDITS);
    let everywhere = u64::try_from(STREAMS).while_doing("counting streams")?;
    for number in 0..EDITS {
        let ready =
            editor.draft("purpose", &format!("Both learn, each at their own pace. This is change {number}."))?;
        let before = audience.deliveries();
        sent.push(Instant::now());
        editor.publish(&ready)?;
        audience.hear(before, everywhere)?;
    }
    Ok(sent)
}

fn figure(sent: &[Instant], received: &Received) -> Figure {
    let times = Times::new(received.streams.iter().flat_map(|arrivals| delays(sent, arrivals)).collect());
    let faults = Faults::of(received);
    let (p50, p99) = (times.median(), times.percentile(99));
    let whole = times.len() == sent.len() * received.streams.len();
    let ours = format!("p50 {}, p99 {}, {} deliveries, {}", ms(p50), ms(p99), times.len(), faults.said());
    let quick = p50 <= Duration::from_millis(15) && p99 <= Duration::from_millis(100);
    Figure { ours, reached: whole && quick && faults == Faults::default() }
}

/// For one stream, the time from each edit to the first event that arrived before the next edit was sent.
fn delays(sent: &[Instant], arrivals: &[Arrival]) -> Vec<Duration> {
    let ends = sent.iter().skip(1).copied().map(Some).chain([None]);
    let mut arrivals = arrivals.iter().peekable();
    let mut delays = Vec::with_capacity(sent.len());
    for (begun, end) in sent.iter().zip(ends) {
        let within = |arrival: &Arrival| end.is_none_or(|end| arrival.at < end);
        while arrivals.next_if(|arrival| arrival.at < *begun).is_some() {}
        delays.extend(arrivals.next_if(|arrival| within(arrival)).map(|arrival| arrival.at - *begun));
        while arrivals.next_if(|arrival| within(arrival)).is_some() {}
    }
    delays
}

/// What must not happen. Every stream is the same person's, so what one has seen, all have to see.
#[derive(Debug, Default, PartialEq, Eq)]
struct Faults {
    lost: usize,
    doubled: usize,
    misordered: usize,
    resyncs: usize,
}

impl Faults {
    fn of(received: &Received) -> Self {
        let seen: Vec<BTreeSet<u64>> =
            received.streams.iter().map(|arrivals| arrivals.iter().map(|arrival| arrival.event).collect()).collect();
        let all: BTreeSet<u64> = seen.iter().flatten().copied().collect();
        let lost = seen.iter().map(|own| all.len() - own.len()).sum();
        let doubled = received.streams.iter().zip(&seen).map(|(arrivals, own)| arrivals.len() - own.len()).sum();
        let backwards =
            |arrivals: &Vec<Arrival>| arrivals.windows(2).filter(|pair| pair[1].event < pair[0].event).count();
        let misordered = received.streams.iter().map(backwards).sum();
        Self { lost, doubled, misordered, resyncs: received.resyncs }
    }

    fn said(&self) -> String {
        let Self { lost, doubled, misordered, resyncs } = self;
        format!("{lost} lost, {doubled} doubled, {misordered} misordered, {resyncs} resyncs")
    }
}

#[cfg(test)]
mod tests {
    use super::{Arrival, Faults, Received, delays, figure};
    use std::time::{Duration, Instant};

    fn arrivals(begun: Instant, each: &[(u64, u64)]) -> Vec<Arrival> {
        each.iter().map(|(event, ms)| Arrival { event: *event, at: begun + Duration::from_millis(*ms) }).collect()
    }

    #[test]
    fn an_edit_is_timed_to_its_first_event_at_each_stream() {
        let begun = Instant::now();
        let sent = [begun + Duration::from_millis(10), begun + Duration::from_millis(50)];
        let stream = arrivals(begun, &[(1, 5), (2, 22), (3, 24), (4, 57)]);
        assert_eq!(delays(&sent, &stream), [Duration::from_millis(12), Duration::from_millis(7)]);
    }

    #[test]
    fn what_is_lost_doubled_or_out_of_order_is_counted() {
        let begun = Instant::now();
        let whole = arrivals(begun, &[(1, 1), (2, 2), (3, 3)]);
        let broken = arrivals(begun, &[(3, 1), (1, 2), (1, 3)]);
        let faults = Faults::of(&Received { streams: vec![whole.clone(), broken], resyncs: 0 });
        assert_eq!(faults, Faults { lost: 1, doubled: 1, misordered: 1, resyncs: 0 });
        assert_eq!(Faults::of(&Received { streams: vec![whole.clone(), whole], resyncs: 0 }), Faults::default());
    }

    #[test]
    fn an_edit_that_reaches_nobody_falls_short() {
        let begun = Instant::now();
        let received = Received { streams: vec![arrivals(begun, &[(1, 2)]), Vec::new()], resyncs: 0 };
        assert!(!figure(&[begun], &received).reached);
        let received = Received { streams: vec![arrivals(begun, &[(1, 2)]), arrivals(begun, &[(1, 3)])], resyncs: 0 };
        assert!(figure(&[begun], &received).reached);
    }
}
