//! When somebody is away, for themself; and the last day, for admins.

use super::api::{AddAway, RemoveAway, SetLastDay};
use crate::error::field_error;
use crate::ui::{
    Button, ButtonKind, ButtonSize, Field, InputKind, Note, Section, Status, TextInput, toast_when_done, when_done,
};
use domain::people::{AwayRow, LastDay};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// What can be said, and the drafts of the form.
#[derive(Clone, Copy)]
pub(super) struct PlanningActions {
    add: ServerAction<AddAway>,
    remove: ServerAction<RemoveAway>,
    last_day: ServerAction<SetLastDay>,
    from: RwSignal<String>,
    until: RwSignal<String>,
}

impl PlanningActions {
    pub fn new() -> Self {
        let (add, remove, last_day) = (ServerAction::new(), ServerAction::new(), ServerAction::new());
        let (from, until) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        toast_when_done(add, "Noted.");
        toast_when_done(remove, "Taken out.");
        toast_when_done(last_day, "Saved.");
        let empty = move |()| [from, until].into_iter().for_each(|draft| draft.set(String::new()));
        when_done(add, Callback::new(empty));
        Self { add, remove, last_day, from, until }
    }

    /// Grows whenever one of them has come back.
    pub fn versions(self) -> usize {
        self.add.version().get() + self.remove.version().get() + self.last_day.version().get()
    }
}

/// The times away that are still to come, each with a way out, and one more.
#[component]
pub(super) fn AwaySection(
    person: String,
    away: Vec<AwayRow>,
    today: String,
    actions: PlanningActions,
) -> impl IntoView {
    let add = actions.add;
    let error = move |name| Signal::derive(move || field_error(add.value().get(), name));
    let other = move || add.value().get().and_then(Result::err).and_then(|error| error.beside_fields());
    let failed = move || other().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let rows = away.into_iter().map(|row| view! { <Row person=person.clone() row actions /> }).collect::<Vec<_>>();
    let list = (!rows.is_empty()).then(|| view! { <ul class="rows">{rows}</ul> });
    let first = today.clone();
    view! {
        <Section id="away" title="Away" note="Plans and drills leave these days out. Colleagues see when you are away next.">
            <div role="status">{failed}</div>
            {list}
            <ActionForm action=add attr:class="form">
                <input type="hidden" name="person" value=person />
                <div class="drill-dates">
                    <Field id="from" label="From" error=error("from")>
                        <TextInput name="from" kind=InputKind::Date bind=actions.from required=true />
                    </Field>
                    <Field id="until" label="Until" optional=true error=error("until")>
                        <TextInput name="until" kind=InputKind::Date bind=actions.until attr:min=first />
                    </Field>
                </div>
                <Button submit=true pending=add.pending()>"Add"</Button>
            </ActionForm>
        </Section>
    }
}

#[component]
fn Row(person: String, row: AwayRow, actions: PlanningActions) -> impl IntoView {
    view! {
        <li>
            <span class="rows-main">{row.words.clone()}</span>
            <ActionForm action=actions.remove>
                <input type="hidden" name="person" value=person />
                <input type="hidden" name="from" value=row.from />
                <input type="hidden" name="until" value=row.until />
                <Button kind=ButtonKind::Quiet size=ButtonSize::Small submit=true>
                    "Remove"
                    <span class="visually-hidden">" "{row.words}</span>
                </Button>
            </ActionForm>
        </li>
    }
}

/// For admins: the day on which they leave, and what to do when it has passed.
#[component]
pub(super) fn LastDaySection(
    person: String,
    name: String,
    last_day: LastDay,
    actions: PlanningActions,
) -> impl IntoView {
    let action = actions.last_day;
    let failed = move || field_error(action.value().get(), "last_day");
    let over = last_day.is_over.then(|| {
        let words = format!("That day has passed, and {name} can still sign in. ");
        view! { <Note status=Status::Warning>{words}<a class="link" href="/admin/members">"End the membership"</a></Note> }
    });
    let note = "They, managers of their team and program admins see it; nobody else. Plans reckon with it.";
    view! {
        <Section id="leaves" title="Last day" note>
            {over}
            <ActionForm action attr:class="form">
                <input type="hidden" name="person" value=person />
                <Field id="last-day" label="Last day here" hint="Leave it empty when none is known." optional=true error=failed>
                    <TextInput name="last_day" kind=InputKind::Date value=last_day.on />
                </Field>
                <Button submit=true pending=action.pending()>"Save"</Button>
            </ActionForm>
        </Section>
    }
}
