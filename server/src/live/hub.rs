//! Who listens. One dispatcher reads what happens strictly in order, encodes each event once, and puts the same bytes
//! into the queue of everybody who may know. A queue that is full is dropped: its reader is told to look at everything
//! again, and nobody else waits for it.

use axum::body::Bytes;
use domain::actor::Actor;
use domain::event::{Frame, Happening, Seq};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::{Logged, Store};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::mpsc;

/// How many frames wait for a slow reader before it is dropped.
const QUEUE: usize = 64;
/// How often a quiet stream is told where the log stands.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// What a stream is told.
#[derive(Clone, Debug)]
pub enum Told {
    /// An event, encoded for the wire.
    Frame(Seq, Bytes),
    /// Where the log stands, so that a reader who may see little still resumes near its end.
    Heartbeat(Bytes),
    /// The reader was too slow, or the log was replaced: look at everything again.
    Resync,
    /// The session or the server ended.
    Close,
}

/// All the listeners of this process; cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Hub {
    seats: Arc<Mutex<Vec<Seat>>>,
}

#[derive(Debug)]
struct Seat {
    actor: Actor,
    queue: mpsc::Sender<Told>,
}

impl Hub {
    /// A hub that hears all that `store` applies from now on.
    pub fn start(store: &Store) -> Self {
        let hub = Self::default();
        let (listening, beating) = (hub.clone(), hub.clone());
        let mut happenings = store.happenings();
        tokio::spawn(async move {
            loop {
                match happenings.recv().await {
                    Ok(logged) => listening.tell(&logged),
                    Err(RecvError::Lagged(_)) => listening.tell_all(&Told::Resync),
                    Err(RecvError::Closed) => return,
                }
            }
        });
        let store = store.clone();
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(HEARTBEAT).await;
                match store.last_event().await {
                    Ok(last) => beating.tell_all(&heartbeat(last.as_ref())),
                    // A process that cannot read the log has nothing to send.
                    Err(_) => beating.close(),
                }
            }
        });
        hub
    }

    /// A queue of what `actor` may know, from now on.
    pub fn listen(&self, actor: Actor) -> mpsc::Receiver<Told> {
        let (queue, receiver) = mpsc::channel(QUEUE);
        self.seats.lock().unwrap_or_else(PoisonError::into_inner).push(Seat { actor, queue });
        receiver
    }

    /// How many listen.
    pub fn streams(&self) -> usize {
        self.seats.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Ends every stream.
    pub fn close(&self) {
        self.tell_all(&Told::Close);
        self.seats.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn tell(&self, logged: &Logged) {
        let frame = Told::Frame(logged.event.seq, encoded(logged));
        let ended = match &logged.event.what {
            Happening::SessionsEnded { person } => Some(person),
            _ => None,
        };
        self.seats.lock().unwrap_or_else(PoisonError::into_inner).retain(|seat| {
            if ended.is_some() && seat.actor.person() == ended {
                // The page learns why its stream ends: what comes back without a session is refused without a word.
                seat.take(frame.clone());
                seat.take(Told::Close);
                return false;
            }
            !logged.event.audience.includes(&seat.actor) || seat.take(frame.clone())
        });
    }

    fn tell_all(&self, told: &Told) {
        self.seats.lock().unwrap_or_else(PoisonError::into_inner).retain(|seat| seat.take(told.clone()));
    }
}

impl Seat {
    /// False when the queue is full or nobody reads it any more: the stream ends when it has been read.
    fn take(&self, told: Told) -> bool {
        self.queue.try_send(told).is_ok()
    }
}

/// An event as it goes over the wire: its place in the log, and what to look at again.
pub(super) fn encoded(logged: &Logged) -> Bytes {
    let event = &logged.event;
    let frame = Frame { seq: event.seq, at: event.at, topic: event.what.topic(), what: event.what.clone() };
    let data = serde_json::to_string(&frame).unwrap_or_default();
    Bytes::from(format!("id: {}\ndata: {data}\n\n", logged.cursor()))
}

fn heartbeat(last: Option<&Logged>) -> Told {
    let cursor = last.map(Logged::cursor).unwrap_or_default();
    Told::Heartbeat(Bytes::from(format!("id: {cursor}\nevent: heartbeat\ndata: \n\n")))
}
