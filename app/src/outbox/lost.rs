//! What an action could not send, taken up by the outbox.

use super::{Letter, Outbox};
use crate::AppError;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

impl Outbox {
    /// From now on what `action` could not send waits here: `what` says as which request, and what that is in words.
    /// `page` is where its person reads what became of it.
    pub fn keep_lost<A>(self, action: ServerAction<A>, page: String, what: impl Fn(A) -> (Letter, String) + 'static)
    where
        A: ServerFn<Error = AppError> + Clone + Send + Sync + 'static,
        A::Output: Send + Sync + 'static,
    {
        let (input, value, last) = (action.input(), action.value(), StoredValue::new(None::<A>));
        Effect::new(move |_| {
            if let Some(sent) = input.get() {
                last.set_value(Some(sent));
            }
        });
        Effect::new(move |_| {
            if !value.with(|value| matches!(value, Some(Err(AppError::Unreachable)))) {
                return;
            }
            if let Some((letter, label)) = last.try_update_value(Option::take).flatten().map(&what) {
                self.keep(letter, label, page.clone());
                action.clear();
            }
        });
    }
}
