//! Pairings that were kept, to be compared and taken up again, and keeping the one on the page.

use super::match_actions::MatchActions;
use crate::error::field_error;
use crate::ui::{Button, ButtonKind, ButtonSize, Field, Section, TextInput, pending_for};
use domain::id::ProgramId;
use domain::match_rounds::{KeptRow, MatchPage};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The kept ones, and a field to keep another.
#[component]
pub(super) fn KeptList(page: MatchPage, actions: MatchActions) -> impl IntoView {
    let program = page.head.id.clone();
    let line = |row| view! { <Line row program=program.clone() actions /> };
    let nothing = page.kept.is_empty().then(|| {
        view! { <p class="quiet">"None yet. Keep a pairing before you change something, and look at both side by side."</p> }
    });
    let lines = page.kept.into_iter().map(line).collect_view();
    let has_pairs = !page.pairs.is_empty();
    let error = Signal::derive(move || field_error(actions.keep.value().get(), "name"));
    let keep = has_pairs.then(|| {
        view! {
            <ActionForm action=actions.keep attr:class="pairing-weights">
                <input type="hidden" name="program" value=program.to_string() />
                <input type="hidden" name="form[seen]" value=page.seen />
                <Field id="keep-name" label="Keep this pairing as" hint="To stand beside another one." error>
                    <TextInput name="form[name]" attr:maxlength="120" attr:autocomplete="off" />
                </Field>
                <Button kind=ButtonKind::Soft submit=true pending=actions.keep.pending()>"Keep it"</Button>
            </ActionForm>
        }
    });
    view! {
        <Section id="kept" title="Kept pairings">
            {nothing}
            <ul class="pairing-kept">{lines}</ul>
            {keep}
        </Section>
    }
}

#[component]
fn Line(row: KeptRow, program: ProgramId, actions: MatchActions) -> impl IntoView {
    let others = row.is_of_others.then(|| view! { <p class="quiet">"People, places or terms are others since."</p> });
    let program = program.to_string();
    let (again, gone) = ((program.clone(), row.name.clone()), (program, row.name.clone()));
    let number = row.number.to_string();
    let other = number.clone();
    let (taken, dropped) = (number.clone(), number.clone());
    let taking = pending_for(actions.take_up, move |input| input.number.to_string() == taken);
    let dropping = pending_for(actions.drop, move |input| input.number.to_string() == dropped);
    view! {
        <li>
            <p class="rows-title">{row.name.clone()}</p>
            <p class="rows-sub">{row.text}</p>
            {others}
            <div class="pairing-decide">
                <a class="link" href=row.compare>"Compare"<span class="visually-hidden">" with "{row.name}</span></a>
                <ActionForm action=actions.take_up>
                    <input type="hidden" name="program" value=again.0 />
                    <input type="hidden" name="number" value=number />
                    <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending=taking>
                        "Take up"<span class="visually-hidden">": "{again.1}</span>
                    </Button>
                </ActionForm>
                <ActionForm action=actions.drop>
                    <input type="hidden" name="program" value=gone.0 />
                    <input type="hidden" name="number" value=other />
                    <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true pending=dropping>
                        "Drop"<span class="visually-hidden">": "{gone.1}</span>
                    </Button>
                </ActionForm>
            </div>
        </li>
    }
}
