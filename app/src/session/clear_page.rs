//! `/clear`: leaves the demo behind and starts an organisation of one's own.

use super::api::StartOwn;
use super::go_whole::go_whole;
use crate::ui::{Button, ButtonKind, Field, InputKind, Note, PageHead, Status, TextInput};
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;

/// The page. Only an organisation admin of the demo gets through.
#[component]
pub fn ClearPage() -> impl IntoView {
    let action = ServerAction::<StartOwn>::new();
    go_whole(action);
    let error =
        move |name: &'static str| action.value().get().and_then(Result::err).and_then(|error| error.field(name));
    let other = move || action.value().get().and_then(Result::err).and_then(|error| error.beside_fields());
    let lead = "The demo company goes, with everybody in it. You become the first organisation admin of your own.";
    view! {
        <Title text="Start your own · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead title="Clear the demo and start yours" lead />
            <ActionForm action attr:class="form">
                {move || other().map(|text| view! { <Note status=Status::Danger>{text}</Note> })}
                <Field id="organisation" label="What is your organisation called?" error=move || error("organisation")>
                    <TextInput name="organisation" required=true />
                </Field>
                <Field id="name" label="Your name" error=move || error("name")>
                    <TextInput name="name" required=true />
                </Field>
                <Field id="email" label="Your e-mail address" error=move || error("email")>
                    <TextInput name="email" kind=InputKind::Email required=true />
                </Field>
                <Field id="password" label="Choose a password" hint="At least ten characters." error=move || error("password")>
                    <TextInput name="password" kind=InputKind::Password required=true />
                </Field>
                <Button kind=ButtonKind::Danger submit=true pending=action.pending()>"Clear everything and start"</Button>
            </ActionForm>
        </main>
    }
}
