//! The one wrapper around a resource: waiting, failed, empty, there. Pages never write `Transition` themselves.

use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{ErrorCard, Skeleton};
use crate::wire::Loading;

/// Shows what a resource holds once it is there. A refetch keeps the old view until the new one has come.
///
/// ```ignore
/// <Loaded from=people let:people>
///     <PeopleTable people />
/// </Loaded>
/// ```
#[component]
pub fn Loaded<T, V>(
    /// What is being loaded.
    from: Loading<T>,
    /// What failed, if it fails: "This list did not load".
    #[prop(default = "This did not load".to_owned(), into)]
    failure: String,
    /// What stands in its place on the way; three grey lines by default.
    #[prop(optional, into)]
    waiting: Option<ViewFnOnce>,
    /// Whether what came holds nothing.
    #[prop(optional)]
    is_empty: Option<fn(&T) -> bool>,
    /// What stands in its place when it holds nothing.
    #[prop(optional, into)]
    empty: ViewFn,
    /// Draws what came.
    children: impl Fn(T) -> V + Clone + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let waiting = move || match waiting {
        Some(waiting) => waiting.run(),
        None => view! { <Skeleton /> }.into_any(),
    };
    let there = move || {
        let (children, empty, failure) = (children.clone(), empty.clone(), failure.clone());
        Suspend::new(async move {
            match from.await {
                Ok(value) if is_empty.is_some_and(|is_empty| is_empty(&value)) => empty.run(),
                Ok(value) => children(value).into_any(),
                Err(error) => {
                    let retry = Callback::new(move |()| from.refetch());
                    view! { <ErrorCard title=failure text=error.to_string() on_retry=retry /> }.into_any()
                }
            }
        })
    };
    view! { <Transition fallback=waiting>{there}</Transition> }
}
