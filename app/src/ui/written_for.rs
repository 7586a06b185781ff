//! What the drafts of a page are written for: what was typed for one thing never turns up in another.

use leptos::prelude::*;

/// The id of what the drafts are for. They outlive a change of the address, which keeps the page.
#[derive(Clone, Copy)]
pub struct WrittenFor(StoredValue<Option<String>>);

impl WrittenFor {
    /// Drafts for nothing yet.
    pub fn nothing() -> Self {
        Self(StoredValue::new(None))
    }

    /// The drafts are for `id` from now on. True when they were for another before, so that they have to be emptied.
    pub fn turns_to(self, id: &impl ToString) -> bool {
        let id = id.to_string();
        let is_another = self.0.get_value().is_some_and(|before| before != id);
        self.0.set_value(Some(id));
        is_another
    }
}
