//! Which of many forms is on its way: they share one action, and only the one that was sent shows it.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// True while `action` is on its way with the form that `is_it` knows as its own.
pub fn pending_for<A>(action: ServerAction<A>, is_it: impl Fn(&A) -> bool + Send + Sync + 'static) -> Signal<bool>
where
    A: ServerFn + Clone + Send + Sync + 'static,
    A::Output: Send + Sync + 'static,
    A::Error: Send + Sync + 'static,
{
    let input = action.input();
    Signal::derive(move || input.with(|input| input.as_ref().is_some_and(&is_it)))
}
