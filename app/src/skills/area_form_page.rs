//! `/new/area`, for program admins.

use super::api::{SaveArea, catalogue_form};
use crate::AppError;
use crate::ui::{Button, ButtonKind, Field, LinkButton, Loaded, PageHead, TextInput};
use crate::wire::load;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;

/// The form of a new area.
#[component]
pub fn AreaFormPage() -> impl IntoView {
    let form = load(|| (), |()| catalogue_form(String::new()));
    view! {
        <Title text="New area · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=form failure="This form did not load" let:_form>
                <PageHead title="New area" lead="An area groups skills: Care, Systems, Kitchen." />
                <AreaFields />
            </Loaded>
        </main>
    }
}

#[component]
fn AreaFields() -> impl IntoView {
    let action = ServerAction::<SaveArea>::new();
    let failed = move || action.value().get().and_then(Result::err);
    let error = Signal::derive(move || failed().map(|error: AppError| error.to_string()));
    view! {
        <ActionForm action attr:class="form form-page">
            <Field id="name" label="Name" error>
                <TextInput name="name" required=true />
            </Field>
            <div class="buttons">
                <Button kind=ButtonKind::Primary submit=true pending=action.pending()>
                    "Save"
                </Button>
                <LinkButton kind=ButtonKind::Quiet href="/skills">
                    "Cancel"
                </LinkButton>
            </div>
        </ActionForm>
    }
}
