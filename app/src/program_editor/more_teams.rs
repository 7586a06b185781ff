//! Letting a version out to more teams: what that does to their people is shown for what is ticked, before it is done.

use super::choosing::choosing;
use super::editor_actions::EditorActions;
use crate::ui::{Button, ButtonSize};
use domain::program_editor::{Review, RollOutLine};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The teams that have it, and those that can have it next; nothing for one that is let out to no teams.
#[component]
pub(super) fn MoreTeams(
    program: String,
    line: RollOutLine,
    review: Memo<Review>,
    actions: EditorActions,
) -> impl IntoView {
    if line.teams.is_empty() {
        return ().into_any();
    }
    let (n, address) = (line.n, format!("/admin/programs/{program}"));
    let choose = choosing(address.clone(), is_own, is_own);
    let wider = Memo::new(move |_| review.with(|review| review.wider_teams.clone().filter(|wider| wider.n == n)));
    let ticked = wider.with_untracked(|wider| wider.as_ref().map(|wider| wider.teams.clone()).unwrap_or_default());
    let is_open = !ticked.is_empty();
    let refusal = Signal::derive(move || wider.get().map(|wider| wider.refusal).filter(|why| !why.is_empty()));
    let effect = move || wider.get().map(|wider| wider.effect).unwrap_or_default();
    view! {
        <details class="several" open=is_open on:change=choose>
            <summary class="link">"Let it out to more teams"</summary>
            <ActionForm action=actions.widen>
                <input type="hidden" name="program" value=program />
                <input type="hidden" name="n" value=n.to_string() />
                <Teams teams=line.teams ticked />
                <div class="buttons">
                    <Button size=ButtonSize::Small submit=true refusal>"To these teams too"</Button>
                    <Button size=ButtonSize::Small submit=true attr:formaction=address attr:formmethod="get" attr:data-without="script">
                        "See what it does to them"
                    </Button>
                    <span class="section-note" role="status">{effect}</span>
                </div>
            </ActionForm>
        </details>
    }
    .into_any()
}

/// What this form says in the address.
fn is_own(name: &str) -> bool {
    name == "n" || name.starts_with("teams[")
}

/// A box for each team that does not have it; those that have it go along.
#[component]
fn Teams(teams: Vec<(String, String, bool)>, ticked: Vec<String>) -> impl IntoView {
    let (have, others): (Vec<_>, Vec<_>) = teams.into_iter().partition(|(.., has)| *has);
    let have =
        have.into_iter().map(|(id, ..)| view! { <input type="hidden" name="teams[]" value=id /> }).collect_view();
    let others = others
        .into_iter()
        .map(|(id, name, _)| {
            let checked = ticked.contains(&id);
            view! {
                <label class="check">
                    <input type="checkbox" name="teams[]" value=id checked=checked />
                    {name}
                </label>
            }
        })
        .collect_view();
    view! {
        {have}
        <div class="several-boxes">{others}</div>
    }
}
