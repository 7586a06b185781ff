//! One stream for all tabs: whoever holds the browser's lock keeps it and passes on what it hears. When that tab
//! closes, the next one gets the lock and goes on after the last frame it heard.

use super::Live;
use super::stream::{Stream, Told};
use domain::event::{Frame, Topic};
use leptos::prelude::*;
use leptos::web_sys::{BroadcastChannel, MessageEvent, window};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

const NAME: &str = "kith-live";

/// What the tab with the stream tells the others.
#[derive(Serialize, Deserialize)]
enum Passed {
    Changed(Frame),
    Resync,
    Connected(bool),
}

/// Keeps the stream, or listens to the tab that does.
pub fn lead_or_listen(live: Live, cursor: String) {
    let cursor = Rc::new(RefCell::new(cursor));
    let channel = BroadcastChannel::new(NAME).ok();
    if let Some(channel) = &channel {
        let heard = Rc::clone(&cursor);
        let closure = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let text = event.data().as_string().unwrap_or_default();
            if let Ok(passed) = serde_json::from_str::<Passed>(&text) {
                apply(live, &heard, passed);
            }
        });
        channel.set_onmessage(Some(closure.as_ref().unchecked_ref()));
        closure.forget();
    }
    when_leader(move || {
        let heard = Rc::clone(&cursor);
        let start = cursor.borrow().clone();
        let channel = channel.clone();
        Stream::open(start, move |told| {
            let passed = match told {
                Told::Changed(frame) => Passed::Changed(frame),
                Told::Resync => Passed::Resync,
                Told::Connected(is) => Passed::Connected(is),
            };
            if let (Some(channel), Ok(text)) = (&channel, serde_json::to_string(&passed)) {
                drop(channel.post_message(&JsValue::from_str(&text)));
            }
            apply(live, &heard, passed);
        });
    });
}

fn apply(live: Live, cursor: &RefCell<String>, passed: Passed) {
    match passed {
        Passed::Changed(frame) => {
            // Without the chain the server cannot check for a restored copy, but it still resumes without a gap.
            *cursor.borrow_mut() = frame.seq.0.to_string();
            live.changed(frame.topic);
        }
        Passed::Resync => live.changed(Topic::Everything),
        Passed::Connected(is) => {
            if live.is_connected.get_untracked() != is {
                live.is_connected.set(is);
            }
        }
    }
}

/// Runs `lead` once this tab holds the lock; at once where the browser has no locks.
fn when_leader(lead: impl FnOnce() + 'static) {
    let lead = RefCell::new(Some(lead));
    let locked = Closure::<dyn Fn(JsValue) -> JsValue>::new(move |_lock| {
        if let Some(lead) = lead.borrow_mut().take() {
            lead();
        }
        // A promise that never settles holds the lock until the tab is gone.
        js_sys::Promise::new(&mut |_, _| {}).into()
    });
    let asked = window().and_then(|window| {
        let locks = js_sys::Reflect::get(&window.navigator(), &"locks".into()).ok()?;
        let request: js_sys::Function = js_sys::Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
        request.call2(&locks, &NAME.into(), locked.as_ref()).ok()
    });
    if asked.is_none() {
        let start: &js_sys::Function = locked.as_ref().unchecked_ref();
        drop(start.call1(&JsValue::NULL, &JsValue::NULL));
    }
    locked.forget();
}
