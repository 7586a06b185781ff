//! Going on after the session has changed: always by a whole load. The frame, the live stream and what the service
//! worker keeps belong to one person; a page that was made for another shows none of it.

use crate::AppError;
use leptos::prelude::*;

/// Loads the page that `action` answers with, once it has worked. Without JavaScript the answer itself leads there.
pub(super) fn go_whole<S>(action: ServerAction<S>)
where
    S: leptos::server_fn::ServerFn<Output = String, Error = AppError> + Clone + Send + Sync + 'static,
{
    Effect::new(move |_| {
        if let Some(Ok(path)) = action.value().get() {
            // Refused only for an address that is none.
            drop(window().location().assign(&path));
        }
    });
}
