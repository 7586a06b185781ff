//! What a host said came of a date, to be read before anybody says yes to it.

use crate::ui::{Chip, PersonLine, Way};
use domain::attendance::Proposal;
use leptos::prelude::*;

/// Who was there, for how long, what they practised, and what is worth keeping.
#[component]
pub(super) fn ProposalView(proposal: Proposal) -> impl IntoView {
    let lead = format!("{} says: {} minutes, with", proposal.by.first_name(), proposal.minutes.0);
    let nobody = proposal.people.is_empty().then_some("Nobody.");
    let people = proposal
        .people
        .into_iter()
        .map(|person| {
            let sub = person.work();
            view! { <li><PersonLine name=person.name seed=person.id.to_string() sub /></li> }
        })
        .collect_view();
    let skills = proposal
        .skills
        .into_iter()
        .map(|skill| view! { <Chip kind=Way::Teach href=format!("/skills/{}", skill.id)>{skill.name}</Chip>" " })
        .collect_view();
    let note = (!proposal.note.is_empty()).then(|| {
        view! {
            <h3 class="door-part">"A note for the library"</h3>
            <p class="door-text" dir="auto">{proposal.note}</p>
        }
    });
    let thanks =
        (!proposal.thanks.is_empty()).then(|| view! { <p><q class="quoted" dir="auto">{proposal.thanks}</q></p> });
    view! {
        <p>{lead}</p>
        {nobody}
        <ul class="door-people" role="list">{people}</ul>
        <p class="chip-row">{skills}</p>
        {thanks}
        {note}
    }
}
