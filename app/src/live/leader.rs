//! One stream for all tabs of one person: whoever holds the browser's lock keeps it and passes on what it hears. When
//! that tab closes, the next one gets the lock and goes on after the last frame it heard. Tabs of somebody else, as
//! after changing persona, have a lock and a channel of their own.

use super::Live;
use super::stream::{Cursor, Stream, Told, reload_soon};
use domain::event::Topic;
use domain::id::PersonId;
use leptos::prelude::*;
use leptos::web_sys::{BroadcastChannel, MessageEvent, window};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Keeps the stream of `person`, or listens to the tab that does.
pub fn lead_or_listen(live: Live, person: &PersonId, cursor: Cursor) {
    let name = format!("kith-live-{person}");
    let cursor = Rc::new(RefCell::new(cursor));
    let channel = BroadcastChannel::new(&name).ok();
    if let Some(channel) = &channel {
        let heard = Rc::clone(&cursor);
        let closure = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let text = event.data().as_string().unwrap_or_default();
            if let Ok(told) = serde_json::from_str::<Told>(&text) {
                apply(live, &heard, told);
            }
        });
        channel.set_onmessage(Some(closure.as_ref().unchecked_ref()));
        closure.forget();
    }
    when_leader(&name, move || {
        let heard = Rc::clone(&cursor);
        let start = cursor.borrow().clone();
        let channel = channel.clone();
        Stream::open(start, move |told| {
            if let (Some(channel), Ok(text)) = (&channel, serde_json::to_string(&told)) {
                drop(channel.post_message(&JsValue::from_str(&text)));
            }
            apply(live, &heard, told);
        });
    });
}

fn apply(live: Live, heard: &RefCell<Cursor>, told: Told) {
    match told {
        Told::Changed(frame, cursor) => {
            *heard.borrow_mut() = cursor;
            live.changed(frame.topic);
        }
        Told::Heard(cursor) => *heard.borrow_mut() = cursor,
        Told::Resync(cursor) => {
            *heard.borrow_mut() = cursor;
            live.changed(Topic::Everything);
        }
        Told::Connected(is) => {
            if live.is_connected.get_untracked() != is {
                live.is_connected.set(is);
            }
        }
        Told::Ended => reload_soon(),
    }
}

/// Runs `lead` once this tab holds the lock of that name; at once where the browser has no locks.
fn when_leader(name: &str, lead: impl FnOnce() + 'static) {
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
        request.call2(&locks, &name.into(), locked.as_ref()).ok()
    });
    if asked.is_none() {
        let start: &js_sys::Function = locked.as_ref().unchecked_ref();
        drop(start.call1(&JsValue::NULL, &JsValue::NULL));
    }
    locked.forget();
}
