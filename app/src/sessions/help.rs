//! How seats, lines and dates go: the page's help.

use leptos::prelude::*;

/// What people ask, and what happens then.
const ANSWERS: [(&str, &str); 6] = [
    (
        "It is full.",
        "Seats go by the order of answers. Whoever comes later gets a place in line and sees which. A seat that opens is \
         held for the first in line for as long as the host says, then for the next; nobody is skipped.",
    ),
    (
        "A date is called off.",
        "Everybody who meant to come is told why. Its line is closed: nobody moves up. Other dates of the series stay as \
         they are, and so do answers to them.",
    ),
    ("A date is moved.", "Answers go with it. Whoever cannot come then gives the seat back, and it goes to the line."),
    (
        "A host leaves.",
        "The other hosts hold it. Where there is no other, whoever planned it and the program admins are told that it \
         needs one.",
    ),
    (
        "A room is taken, or a host has something else.",
        "A room stands for one session at a time, so the second is refused. A host who has something else is named, and \
         whoever plans it may go on all the same.",
    ),
    (
        "The clocks change.",
        "It stays at the same time where it takes place. Everybody else reads their own time beside it.",
    ),
];

/// Behind a line at the end of the page.
#[component]
pub(super) fn Help() -> impl IntoView {
    let lines = ANSWERS.map(|(question, answer)| {
        view! {
            <dt class="field-label">{question}</dt>
            <dd class="quiet">{answer}</dd>
        }
    });
    let lines = lines.into_iter().collect_view();
    view! {
        <details class="unfold unfold-apart">
            <summary class="link">"How seats and dates go"</summary>
            <dl class="session-help">{lines}</dl>
        </details>
    }
}
