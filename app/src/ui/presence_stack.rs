//! Who else is on this page: four faces at most, then a number. Never a lock.

use leptos::prelude::*;

use super::{Avatar, AvatarSize};

/// Someone to show as a face.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    /// Their name.
    pub name: String,
    /// Their id, for the hue.
    pub seed: String,
}

impl Face {
    /// A face from a name and an id.
    pub fn new(name: impl Into<String>, seed: impl Into<String>) -> Self {
        Self { name: name.into(), seed: seed.into() }
    }
}

/// How many faces are shown before the number.
const SHOWN: usize = 4;

/// A stack of faces with a word beside it. Draws nothing while nobody is there.
#[component]
pub fn PresenceStack(
    /// The people, the one to show first in front.
    #[prop(into)]
    people: Signal<Vec<Face>>,
    /// The word beside and before the names: "also here".
    #[prop(default = "also here".to_owned(), into)]
    label: String,
    /// Keeps the word for screen readers only, where a heading already says it.
    #[prop(optional)]
    label_hidden: bool,
) -> impl IntoView {
    let spoken = {
        let label = label.clone();
        move || people.with(|people| sentence(&label, people))
    };
    let faces = move || {
        people
            .get()
            .into_iter()
            .take(SHOWN)
            .map(|Face { name, seed }| view! { <Avatar name seed size=AvatarSize::Small /> })
            .collect_view()
    };
    let more = move || {
        let more = people.with(Vec::len).saturating_sub(SHOWN);
        (more > 0).then(|| view! { <span class="presence-more" aria-hidden="true">"+"{more}</span> })
    };
    view! {
        <Show when=move || people.with(|people| !people.is_empty())>
            <span class="presence">
                <span class="avatars" role="img" aria-label=spoken.clone()>
                    {faces}
                    {more}
                </span>
                {(!label_hidden).then(|| label.clone())}
            </span>
        </Show>
    }
}

fn sentence(label: &str, people: &[Face]) -> String {
    let names: Vec<&str> = people.iter().take(SHOWN).map(|face| face.name.as_str()).collect();
    let more = match people.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{label}: {}{more}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{Face, sentence};

    #[test]
    fn four_are_named_and_the_rest_counted() {
        let people: Vec<Face> =
            ["Sol", "Inês", "Priya", "Wen", "Dag", "Noor"].map(|name| Face::new(name, name)).to_vec();
        assert_eq!(sentence("also here", &people), "also here: Sol, Inês, Priya, Wen and 2 more");
        assert_eq!(sentence("also here", &people[..1]), "also here: Sol");
    }
}
