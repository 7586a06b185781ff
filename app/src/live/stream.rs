//! One server-sent stream: connects, resumes after the last frame, and waits longer each time it cannot.

use domain::event::Frame;
use gloo::timers::callback::{Interval, Timeout};
use leptos::web_sys::{EventSource, MessageEvent, window};
use serde::{Deserialize, Serialize};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Without a frame for this long the stream is taken for dead; the server sends a heartbeat every 15 seconds.
const SILENCE_MS: f64 = 35_000.0;
/// The longest wait between two tries.
const LONGEST_WAIT_MS: f64 = 30_000.0;

/// What a stream tells.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Told {
    /// Something changed.
    Changed(Frame, Cursor),
    /// Nothing that concerns this person did, up to there.
    Heard(Cursor),
    /// Too much was missed: look at everything again.
    Resync(Cursor),
    /// The stream stands, or no longer does.
    Connected(bool),
    /// The session is over.
    Ended,
}

/// Where a reader stands in the log, in the server's words: a number, and a piece of the chain that tells its log from
/// others.
pub type Cursor = String;

/// A stream that lives as long as the page.
pub struct Stream {
    cursor: RefCell<Cursor>,
    source: RefCell<Option<EventSource>>,
    heard_at: Cell<f64>,
    tries: Cell<u32>,
    tell: Box<dyn Fn(Told)>,
}

impl Stream {
    /// Follows the log after `cursor` and tells what it hears.
    pub fn open(cursor: Cursor, tell: impl Fn(Told) + 'static) {
        let stream = Rc::new(Self {
            cursor: RefCell::new(cursor),
            source: RefCell::new(None),
            heard_at: Cell::new(js_sys::Date::now()),
            tries: Cell::new(0),
            tell: Box::new(tell),
        });
        stream.connect();
        let watching = Rc::clone(&stream);
        Interval::new(5_000, move || watching.reconnect_when_silent()).forget();
        let lost = Rc::clone(&stream);
        on_window("offline", move || lost.try_later());
        on_window("online", move || stream.connect());
    }

    fn connect(self: &Rc<Self>) {
        if let Some(old) = self.source.borrow_mut().take() {
            old.close();
        }
        self.heard_at.set(js_sys::Date::now());
        let address = format!("/live?after={}", self.cursor.borrow());
        let Ok(source) = EventSource::new(&address) else { return self.try_later() };
        listen(&source, "open", Rc::clone(self), |stream, _| {
            stream.tries.set(0);
            stream.heard_at.set(js_sys::Date::now());
            (stream.tell)(Told::Connected(true));
        });
        listen(&source, "message", Rc::clone(self), |stream, event| stream.heard(&event));
        listen(&source, "heartbeat", Rc::clone(self), |stream, event| {
            let cursor = stream.remember(&event);
            (stream.tell)(Told::Heard(cursor));
        });
        listen(&source, "resync", Rc::clone(self), |stream, event| {
            let cursor = stream.remember(&event);
            (stream.tell)(Told::Resync(cursor));
        });
        listen(&source, "ended", Rc::clone(self), |stream, _| (stream.tell)(Told::Ended));
        listen(&source, "build", Rc::clone(self), |_, event| reload_when_other(&event));
        listen(&source, "error", Rc::clone(self), |stream, _| stream.try_later());
        *self.source.borrow_mut() = Some(source);
    }

    fn heard(&self, event: &MessageEvent) {
        let cursor = self.remember(event);
        let text = event.data().as_string().unwrap_or_default();
        if let Ok(frame) = serde_json::from_str::<Frame>(&text) {
            (self.tell)(Told::Changed(frame, cursor));
        }
    }

    /// Where the log stands now, as every frame says; what comes after a break goes on from there.
    fn remember(&self, event: &MessageEvent) -> Cursor {
        self.heard_at.set(js_sys::Date::now());
        let id = event.last_event_id();
        if !id.is_empty() {
            *self.cursor.borrow_mut() = id;
        }
        self.cursor.borrow().clone()
    }

    fn reconnect_when_silent(self: &Rc<Self>) {
        if js_sys::Date::now() - self.heard_at.get() > SILENCE_MS {
            self.try_later();
        }
    }

    /// Full jitter: somewhere between half a second and twice as long as the last time.
    fn try_later(self: &Rc<Self>) {
        if let Some(old) = self.source.borrow_mut().take() {
            old.close();
            (self.tell)(Told::Connected(false));
        }
        self.heard_at.set(js_sys::Date::now());
        let tries = self.tries.get().min(6);
        self.tries.set(tries + 1);
        let most = (500.0 * f64::from(1_u32 << tries)).min(LONGEST_WAIT_MS);
        let wait = 500.0_f64.max(js_sys::Math::random() * most);
        let stream = Rc::clone(self);
        let again = move || {
            if stream.source.borrow().is_none() {
                stream.connect();
            }
        };
        Timeout::new(milliseconds(wait), again).forget();
    }
}

/// Loads the page anew in a moment, as when its session ended. Not at once: the answer to whatever ended it may still be
/// on its way, and brings the session that comes next.
pub fn reload_soon() {
    Timeout::new(1_000, reload).forget();
}

fn reload() {
    if let Some(window) = window() {
        drop(window.location().reload());
    }
}

/// While the program is being worked on: a page of another build than the server's loads anew.
fn reload_when_other(event: &MessageEvent) {
    let own = window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("meta[name='kith-build']").ok().flatten())
        .and_then(|meta| meta.get_attribute("content"));
    if own != event.data().as_string() {
        reload();
    }
}

fn milliseconds(wait: f64) -> u32 {
    format!("{wait:.0}").parse().unwrap_or(1_000)
}

fn listen(source: &EventSource, name: &str, stream: Rc<Stream>, react: fn(&Rc<Stream>, MessageEvent)) {
    let closure = Closure::<dyn Fn(MessageEvent)>::new(move |event| react(&stream, event));
    drop(source.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref()));
    closure.forget();
}

fn on_window(event: &str, react: impl Fn() + 'static) {
    let Some(window) = window() else { return };
    let closure = Closure::<dyn Fn()>::new(react);
    drop(window.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref()));
    closure.forget();
}
