//! `/new/team` and `/teams/{id}/edit`, for organisation admins.

use super::api::{SaveTeam, team_form};
use crate::AppError;
use crate::ui::{
    Button, ButtonKind, Choice, Field, LinkButton, Loaded, Note, PageHead, Select, Status, TextArea, TextInput,
};
use crate::wire::load;
use domain::teams::{TeamForm, TeamText};
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// The form of a team; of a new one without an id in the address.
#[component]
pub fn TeamFormPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    let form = load(id, team_form);
    view! {
        <Title text="Teams · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=form failure="This form did not load" let:form>
                <Fields form />
            </Loaded>
        </main>
    }
}

#[component]
fn Fields(form: TeamForm) -> impl IntoView {
    let action = ServerAction::<SaveTeam>::new();
    let failed = move || action.value().get().and_then(Result::err);
    let error =
        move |name: &'static str| Signal::derive(move || failed().and_then(|error: AppError| error.field(name)));
    let beside = move || {
        let text = failed()?.beside_fields()?;
        Some(view! { <Note status=Status::Danger>{text}</Note> })
    };
    let text = TeamText::of(form.team.as_ref());
    let title = form.team.as_ref().map_or("New team".to_owned(), |team| format!("Edit {}", team.name));
    let back = form.team.as_ref().map_or("/teams".to_owned(), |team| format!("/teams/{}", team.id));
    let parents = form.parents.into_iter().map(|team| Choice::new(team.id.to_string(), team.name));
    let parents = std::iter::once(Choice::new("", "None: it stands at the top")).chain(parents).collect();
    view! {
        <PageHead title />
        <ActionForm action attr:class="form form-page">
            <div role="status">{beside}</div>
            <input type="hidden" name="form[id]" value=text.id />
            <Field id="name" label="Name" error=error("name")>
                <TextInput name="form[name]" value=text.name required=true />
            </Field>
            <Field id="parent" label="Belongs to" error=error("parent")>
                <Select name="form[parent]" choices=parents value=text.parent />
            </Field>
            <Field id="kind" label="What kind of team" optional=true error=error("kind")>
                <TextInput name="form[kind]" value=text.kind placeholder="Department" />
            </Field>
            <Field id="purpose" label="What it is there for" optional=true error=error("purpose")>
                <TextArea name="form[purpose]" value=text.purpose />
            </Field>
            <div class="buttons">
                <Button kind=ButtonKind::Primary submit=true pending=action.pending()>
                    "Save"
                </Button>
                <LinkButton kind=ButtonKind::Quiet href=back>
                    "Cancel"
                </LinkButton>
            </div>
        </ActionForm>
    }
}
