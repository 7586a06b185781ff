//! Says aloud, once and politely, what changed on the page of a program while somebody reads it. What they did themselves
//! is said where they did it.

use crate::wire::Loading;
use domain::programs::ProgramPage;
use domain::wording::{listed, sentence};
use leptos::prelude::*;
use std::time::Duration;

/// How long it can be heard. It goes then, so that the same words are heard when they are true again.
const HEARD: Duration = Duration::from_secs(10);
/// How many changes are named.
const NAMED: usize = 3;

/// A status that screen readers listen to and eyes do not see.
#[component]
pub(super) fn Heard(
    /// The page.
    page: Loading<ProgramPage>,
    /// Grows whenever the reader did something themself.
    #[prop(into)]
    moves: Signal<usize>,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    Effect::new(move |before: Option<(Option<ProgramPage>, usize)>| {
        let now = page.get().and_then(Result::ok);
        let (before, moved) = before.unwrap_or_default();
        let by_me = moves.get_untracked() != moved;
        if let (Some(before), Some(now)) = (&before, &now)
            && before.id == now.id
            && !by_me
        {
            tell(said, &differences(before, now));
        }
        (now.or(before), moves.get_untracked())
    });
    view! { <p class="visually-hidden" role="status">{said}</p> }
}

fn tell(said: RwSignal<String>, changed: &[&'static str]) {
    if changed.is_empty() {
        return;
    }
    said.set(format!("{} changed just now.", sentence(&listed(changed.iter().copied(), NAMED))));
    let forget = move || {
        // The page may be gone by then.
        let _ = said.try_set(String::new());
    };
    set_timeout(forget, HEARD);
}

/// The parts of the page that are others than before.
fn differences(before: &ProgramPage, now: &ProgramPage) -> Vec<&'static str> {
    let parts = [
        ("the name", before.title != now.title),
        ("where it stands", before.status != now.status),
        ("the purpose", before.purpose != now.purpose),
        ("how it works", before.guidelines != now.guidelines),
        ("the rhythm", before.rhythm != now.rhythm || before.dates != now.dates),
        ("the stages", before.stages != now.stages),
        ("who may join", before.door.who != now.door.who),
        ("the seats", before.seats != now.seats),
        ("the settings", before.fields != now.fields),
        ("the people", before.people != now.people),
    ];
    parts.into_iter().filter(|(_, is_other)| *is_other).map(|(part, _)| part).collect()
}
