//! What the server finds for what is being typed, asked once typing rests.

use std::future::Future;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

/// How long typing must rest before the server is asked.
const REST: Duration = Duration::from_millis(120);

/// The answers to what was typed into one box.
pub struct Finder<T: Send + Sync + 'static> {
    asked: Action<String, (String, Vec<T>)>,
    rest: StoredValue<Option<TimeoutHandle>>,
}

impl<T: Send + Sync + 'static> Clone for Finder<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Finder<T> {}

impl<T: Clone + Send + Sync + 'static> Finder<T> {
    /// Asks with `find`.
    pub fn new<F>(find: impl Fn(String) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Vec<T>> + Send + 'static,
    {
        let asked = Action::new(move |typed: &String| {
            let typed = typed.clone();
            let finding = find(typed.clone());
            async move { (typed, finding.await) }
        });
        let finder = Self { asked, rest: StoredValue::new(None) };
        on_cleanup(move || finder.stop_resting());
        finder
    }

    /// Takes what was typed; nothing is asked about an empty box.
    pub fn type_in(self, text: String) {
        self.stop_resting();
        if !text.trim().is_empty() {
            let ask = move || {
                self.asked.dispatch(text.clone());
            };
            self.rest.set_value(set_timeout_with_handle(ask, REST).ok());
        }
    }

    /// What was found for `text`; `None` until that is known.
    pub fn found(self, text: &str) -> Option<Vec<T>> {
        let (asked, found) = self.asked.value().get()?;
        (asked == text).then_some(found)
    }

    fn stop_resting(self) {
        if let Some(timer) = self.rest.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}
