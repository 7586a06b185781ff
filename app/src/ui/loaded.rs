//! The one wrapper around a resource: waiting, failed, empty, there. Pages never write `Transition` themselves.

use leptos::either::Either;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Button, ButtonSize, ErrorCard, IconName, Note, Skeleton, Status};
use crate::wire::Loading;

/// Shows what a resource holds once it is there. A refetch keeps the old view until the new one has come; one that
/// fails leaves it there, with a note above it, so that nobody loses the form they are filling in.
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
    /// A list inside a page that has a title of its own.
    #[prop(optional)]
    part: bool,
    /// Draws what came.
    children: impl Fn(T) -> V + Clone + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let kept = Kept::new();
    let newest = StoredValue::new(None::<T>);
    // The first to come is drawn by the `Suspend` that waits for it, on the server too; those after it are told apart
    // here, in the browser.
    Effect::new(move |met: Option<bool>| {
        let met = met.unwrap_or_default();
        from.with(|came| match came {
            None => met,
            Some(Ok(value)) => {
                if met {
                    newest.set_value(Some(value.clone()));
                }
                kept.came(met)
            }
            Some(Err(error)) => kept.failed(met, error.to_string()),
        })
    });
    let retry = Callback::new(move |()| from.refetch());
    let there = move || {
        kept.round.track();
        let (children, empty, failure) = (children.clone(), empty.clone(), failure.clone());
        let first = ScopedFuture::new_untracked(from.into_future());
        Suspend::new(async move {
            let came = match newest.try_update_value(Option::take).flatten() {
                Some(value) => Ok(value),
                None => first.await,
            };
            let view = match came {
                Ok(value) if is_empty.is_some_and(|is_empty| is_empty(&value)) => empty.run(),
                Ok(value) => children(value).into_any(),
                Err(error) => {
                    let text = error.to_string();
                    view! { <ErrorCard title=failure text on_retry=retry as_page=!part /> }.into_any()
                }
            };
            kept.sided(view)
        })
    };
    around(kept, waiting, retry, ViewFn::from(there))
}

/// What is left of the generic part: the same for all that is loaded.
fn around(kept: Kept, waiting: Option<ViewFnOnce>, retry: Callback<()>, there: ViewFn) -> AnyView {
    let waiting = move || match waiting {
        Some(waiting) => waiting.run(),
        None => view! { <Skeleton /> }.into_any(),
    };
    let note = move || {
        let text = kept.wrong.get()?;
        Some(view! {
            <div role="alert">
                <Note status=Status::Danger>
                    "What you see may be out of date. "{text}" "
                    <Button size=ButtonSize::Small icon=IconName::Refresh on_press=retry>
                        "Try again"
                    </Button>
                </Note>
            </div>
        })
    };
    view! { <Transition fallback=waiting>{note} {move || there.run()}</Transition> }.into_any()
}

/// What came of the last fetch, as far as it concerns what is shown.
#[derive(Clone, Copy)]
struct Kept {
    /// Counts what is to be drawn anew.
    round: RwSignal<u32>,
    /// Why what is shown is not the newest.
    wrong: RwSignal<Option<String>>,
    /// The address for which something good is shown.
    good_at: StoredValue<Option<String>>,
    /// Turns over when the address changes: what was typed for one page never stands in the form of the next.
    side: StoredValue<bool>,
}

impl Kept {
    fn new() -> Self {
        Self {
            round: RwSignal::new(0),
            wrong: RwSignal::new(None),
            good_at: StoredValue::new(None),
            side: StoredValue::new(false),
        }
    }

    fn came(self, met: bool) -> bool {
        let here = Some(address());
        let before = self.good_at.try_update_value(|at| std::mem::replace(at, here.clone())).flatten();
        if before.is_some() && before != here {
            self.side.update_value(|side| *side = !*side);
        }
        self.settle(met)
    }

    /// Built from nothing on the other side, and patched in place on the same.
    fn sided(self, view: AnyView) -> Either<AnyView, AnyView> {
        if self.side.try_get_value().unwrap_or_default() { Either::Right(view) } else { Either::Left(view) }
    }

    /// What is good for one page is no stand-in for another, whose address already stands in the bar.
    fn failed(self, met: bool, text: String) -> bool {
        if self.good_at.with_value(|at| *at == Some(address())) {
            self.wrong.set(Some(text));
            return true;
        }
        self.good_at.set_value(None);
        self.settle(met)
    }

    fn settle(self, met: bool) -> bool {
        self.wrong.set(None);
        if met {
            self.round.update(|round| *round = round.wrapping_add(1));
        }
        true
    }
}

fn address() -> String {
    window().location().pathname().unwrap_or_default()
}
