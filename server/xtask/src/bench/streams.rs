//! A thousand live streams read by one thread, which notes when each event reached each of them.

use std::io::{ErrorKind, Read, Write};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use mio::net::TcpStream;
use mio::{Events, Interest, Poll, Token};

use super::sse::{Frame, Reader};
use crate::fault::{Fault, Outcome, While};

/// What the reading thread tells while it runs.
#[derive(Debug, Default)]
pub struct Progress {
    pub open: AtomicUsize,
    pub deliveries: AtomicU64,
    pub stop: AtomicBool,
}

/// An event's arrival at one stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrival {
    pub event: u64,
    pub at: Instant,
}

/// What each stream received, in order, and how often one was told to load anew.
#[derive(Debug, Default)]
pub struct Received {
    pub streams: Vec<Vec<Arrival>>,
    pub resyncs: usize,
}

#[derive(Debug)]
struct Stream {
    socket: TcpStream,
    reader: Reader,
    was_open: bool,
}

/// Opens `count` streams with the same request and reads them until told to stop.
pub fn read(addr: SocketAddr, request: &[u8], count: usize, progress: &Arc<Progress>) -> Outcome<Received> {
    let mut poll = Poll::new().while_doing("preparing to read streams")?;
    let mut streams = (0..count).map(|number| open(&poll, addr, number)).collect::<Outcome<Vec<_>>>()?;
    let mut received = Received { streams: vec![Vec::new(); count], resyncs: 0 };
    let mut events = Events::with_capacity(count);
    while !progress.stop.load(Ordering::Acquire) {
        poll.poll(&mut events, Some(Duration::from_millis(50))).while_doing("waiting for streams")?;
        for event in &events {
            let Token(number) = event.token();
            let stream = &mut streams[number];
            if event.is_writable() {
                ask(&poll, stream, event.token(), request)?;
            }
            if event.is_readable() {
                stream.receive(number, &mut received, progress)?;
            }
        }
    }
    Ok(received)
}

fn open(poll: &Poll, addr: SocketAddr, number: usize) -> Outcome<Stream> {
    let mut socket = TcpStream::connect(addr).while_doing(format_args!("opening stream {number}"))?;
    poll.registry().register(&mut socket, Token(number), Interest::WRITABLE).while_doing("watching a stream")?;
    Ok(Stream { socket, reader: Reader::default(), was_open: false })
}

/// Sends the request once the connection stands; it fits any socket's buffer.
fn ask(poll: &Poll, stream: &mut Stream, token: Token, request: &[u8]) -> Outcome {
    stream.socket.write_all(request).while_doing("asking for a stream")?;
    poll.registry().reregister(&mut stream.socket, token, Interest::READABLE).while_doing("watching a stream")
}

impl Stream {
    fn receive(&mut self, number: usize, received: &mut Received, progress: &Progress) -> Outcome {
        let mut buffer = [0; 16_384];
        loop {
            let length = match self.socket.read(&mut buffer) {
                Ok(0) => return Err(Fault::new(format!("the server closed stream {number}"))),
                Ok(length) => length,
                Err(cause) if cause.kind() == ErrorKind::WouldBlock => return Ok(()),
                Err(cause) => return Err(Fault::new(format!("reading stream {number}: {cause}"))),
            };
            let at = Instant::now();
            for frame in self.reader.take(&buffer[..length]) {
                match frame {
                    Frame::Event(event) => {
                        received.streams[number].push(Arrival { event, at });
                        progress.deliveries.fetch_add(1, Ordering::Release);
                    }
                    Frame::Resync => received.resyncs += 1,
                }
            }
            if let Some(status) = self.reader.refused() {
                return Err(Fault::new(format!("/live was answered with {status}")));
            }
            if self.reader.is_open() && !self.was_open {
                self.was_open = true;
                progress.open.fetch_add(1, Ordering::Release);
            }
        }
    }
}
