//! What could not be sent goes by itself once the server can be reached: for buttons of which a second press is the same
//! as one. It waits for as long as the page is open.

use crate::AppError;
use leptos::ev;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use std::time::Duration;

/// How long until the next try where the browser has a network and the server is not there.
const AGAIN: Duration = Duration::from_secs(4);

/// Sends what `action` could not, when the browser is online again, until it arrives.
pub fn sent_again<A>(action: ServerAction<A>)
where
    A: ServerFn<Error = AppError> + Clone + Send + Sync + 'static,
    A::Output: Send + Sync + 'static,
{
    let (input, value, last) = (action.input(), action.value(), StoredValue::new(None::<A>));
    let is_lost = move || {
        let lost = |value: &Option<Result<A::Output, AppError>>| matches!(value, Some(Err(AppError::Unreachable)));
        value.try_with_untracked(lost) == Some(true)
    };
    let send = move || {
        let waiting = last.try_get_value().flatten().filter(|_| is_lost());
        if let Some(sent) = waiting {
            action.dispatch(sent);
        }
    };
    Effect::new(move |_| {
        if let Some(sent) = input.get() {
            last.set_value(Some(sent));
        }
    });
    Effect::new(move |_| {
        let online = window_event_listener(ev::online, move |_| send());
        on_cleanup(move || online.remove());
    });
    Effect::new(move |_| {
        value.track();
        if is_lost() && window().navigator().on_line() {
            set_timeout(send, AGAIN);
        }
    });
}
