//! Who listens. One dispatcher reads what happens strictly in order, encodes each event once, and puts the same bytes
//! into the queue of everybody who may know. A queue that is full is dropped: its reader is told to look at everything
//! again, and nobody else waits for it.

use axum::body::Bytes;
use domain::actor::{Actor, Member};
use domain::event::{Event, Frame, Happening, Seq, SessionMark};
use domain::person::Person;
use domain::time::Timestamp;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use store::{Logged, Reached, SessionToken, SignedIn, Store};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{Notify, broadcast, mpsc};

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
    /// The session has lasted as long as it may.
    Ended,
    /// The session or the server ended.
    Close,
}

/// All the listeners of this process; cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Hub {
    seats: Arc<Mutex<Seats>>,
}

#[derive(Debug, Default)]
struct Seats {
    taken: Vec<Seat>,
    /// True once the server stops: nobody sits down any more.
    are_closed: bool,
}

/// One stream: whose, of which session, and for how long at most.
#[derive(Debug)]
struct Seat {
    actor: Actor,
    session: SessionMark,
    ends_at: Timestamp,
    queue: mpsc::Sender<Told>,
}

impl Hub {
    /// A hub that hears all that `store` applies from now on.
    pub fn start(store: &Store) -> Self {
        let hub = Self::default();
        let beat = Arc::new(Notify::new());
        // Before anybody can sit down: what they have not seen comes after this.
        let (happenings, told) = (store.happenings(), store.applied());
        let dispatcher = Dispatcher { hub: hub.clone(), store: store.clone(), told };
        tokio::spawn(dispatcher.run(happenings, Arc::clone(&beat)));
        let (beating, store) = (hub.clone(), store.clone());
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(HEARTBEAT).await;
                beating.end_overdue(store.clock().now());
                match store.last_event().await {
                    Ok(_) => beat.notify_one(),
                    // A process that cannot read the log has nothing to send.
                    Err(_) => beating.tell_all(&Told::Close),
                }
            }
        });
        hub
    }

    /// A queue of what `who` may know, from now on, for as long as the session of `token` lasts.
    pub fn listen(&self, who: &SignedIn, token: &SessionToken) -> mpsc::Receiver<Told> {
        let (queue, receiver) = mpsc::channel(QUEUE);
        let seat = Seat { actor: who.actor.clone(), session: token.mark(), ends_at: who.ends_at, queue };
        let mut seats = self.seats();
        if seats.are_closed {
            seat.take(Told::Close);
        } else {
            seats.taken.push(seat);
        }
        receiver
    }

    /// How many listen.
    pub fn streams(&self) -> usize {
        self.seats().taken.len()
    }

    /// Ends every stream, and every one that would come.
    pub fn close(&self) {
        self.seats().are_closed = true;
        self.tell_all(&Told::Close);
    }

    fn seats(&self) -> MutexGuard<'_, Seats> {
        self.seats.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, store: &Store, logged: &Logged) {
        let event = &logged.event;
        let frame = Told::Frame(event.seq, encoded(logged));
        self.seats().taken.retain_mut(|seat| {
            if seat.ends_with(&event.what) {
                // The page learns why its stream ends: what comes back without a session is refused without a word.
                seat.take(frame.clone());
                seat.take(Told::Close);
                return false;
            }
            if !seat.stands_after(store, &event.what) {
                seat.take(Told::Close);
                return false;
            }
            !concerns(event, &seat.actor) || seat.take(frame.clone())
        });
    }

    fn tell_all(&self, told: &Told) {
        let goes_on = matches!(told, Told::Frame(..) | Told::Heartbeat(_));
        self.seats().taken.retain(|seat| seat.take(told.clone()) && goes_on);
    }

    /// Ends the streams whose sessions have lasted as long as they may.
    fn end_overdue(&self, now: Timestamp) {
        self.seats().taken.retain(|seat| {
            let goes_on = now < seat.ends_at;
            if !goes_on {
                seat.take(Told::Ended);
            }
            goes_on
        });
    }
}

/// Tells what happens, in order.
#[derive(Debug)]
struct Dispatcher {
    hub: Hub,
    store: Store,
    /// How far the log has been told.
    told: Reached,
}

impl Dispatcher {
    /// Heartbeats come from here too: their place in the log is that of the frames before them, not one that is ahead.
    async fn run(mut self, mut happenings: broadcast::Receiver<Arc<Logged>>, beat: Arc<Notify>) {
        loop {
            let heard = tokio::select! {
                heard = happenings.recv() => heard,
                () = beat.notified() => {
                    self.hub.tell_all(&heartbeat(&self.told.cursor()));
                    continue;
                }
            };
            match heard {
                Ok(logged) => self.hear(&logged),
                // The next number shows how many were missed.
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return,
            }
        }
    }

    fn hear(&mut self, logged: &Logged) {
        let seq = logged.event.seq.0;
        if seq <= self.told.seq.0 {
            return;
        }
        // The log is dense: a number that is missing was passed over.
        if seq == self.told.seq.0 + 1 {
            self.hub.tell(&self.store, logged);
        } else {
            self.hub.tell_all(&Told::Resync);
        }
        self.told = logged.reached();
    }
}

impl Seat {
    /// False when the queue is full or nobody reads it any more: the stream ends when it has been read.
    fn take(&self, told: Told) -> bool {
        self.queue.try_send(told).is_ok()
    }

    /// True when the session ended with what happened.
    fn ends_with(&self, what: &Happening) -> bool {
        match what {
            Happening::SessionsEnded { person } => self.actor.person() == Some(person),
            Happening::SignedOut { session, .. } => self.session == *session,
            _ => false,
        }
    }

    /// Goes on with the rights that whoever sits here has now; false when they have left.
    fn stands_after(&mut self, store: &Store, what: &Happening) -> bool {
        let is_about_me = match what {
            Happening::PersonChanged { person }
            | Happening::PersonLeft { person }
            | Happening::RoleGiven { person, .. } => self.actor.person() == Some(person),
            Happening::ImportFinished { .. } | Happening::ImportUndone { .. } | Happening::EverythingReplaced => true,
            _ => false,
        };
        let Some(me) = self.actor.person().filter(|_| is_about_me) else { return true };
        let now = store.read(&Actor::Console, |org| Ok(org.person(me).cloned())).ok().flatten();
        match now.filter(Person::is_active) {
            Some(Person { id, role, team, .. }) => {
                self.actor = Actor::Person(Member { id, role, team });
                true
            }
            None => false,
        }
    }
}

/// True when `actor` is to hear of an event. The end of one browser's session is told to that browser alone.
pub(super) fn concerns(event: &Event, actor: &Actor) -> bool {
    !matches!(event.what, Happening::SignedOut { .. }) && event.audience.includes(actor)
}

/// An event as it goes over the wire: its place in the log, and what to look at again.
pub(super) fn encoded(logged: &Logged) -> Bytes {
    let event = &logged.event;
    let data = serde_json::to_string(&Frame::of(event)).unwrap_or_default();
    Bytes::from(format!("id: {}\ndata: {data}\n\n", logged.cursor()))
}

fn heartbeat(cursor: &str) -> Told {
    Told::Heartbeat(Bytes::from(format!("id: {cursor}\nevent: heartbeat\ndata: \n\n")))
}

#[cfg(test)]
mod tests;
