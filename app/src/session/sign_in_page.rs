//! Signing in with an address and a password.

use super::api::SignIn;
use super::go_whole::go_whole;
use crate::ui::{Button, ButtonKind, Field, InputKind, Note, Status, TextInput, Wordmark};
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;

/// `/sign-in`
#[component]
pub fn SignInPage() -> impl IntoView {
    let action = ServerAction::<SignIn>::new();
    go_whole(action);
    let error =
        move |name: &'static str| action.value().get().and_then(Result::err).and_then(|error| error.field(name));
    let other = move || action.value().get().and_then(Result::err).and_then(|error| error.beside_fields());
    view! {
        <Title text="Sign in · Kith" />
        <header class="public-head"><a href="/welcome" rel="external"><Wordmark label="Kith" /></a></header>
        <main class="page door" id="main" tabindex="-1">
            <h1>"Sign in"</h1>
            <ActionForm action attr:class="form">
                {move || other().map(|text| view! { <Note status=Status::Danger>{text}</Note> })}
                <Field id="email" label="E-mail address" error=move || error("email")>
                    <TextInput name="email" kind=InputKind::Email attr:autocomplete="username" attr:required=true />
                </Field>
                <Field id="password" label="Password" error=move || error("password")>
                    <TextInput name="password" kind=InputKind::Password attr:autocomplete="current-password" attr:required=true />
                </Field>
                <Button kind=ButtonKind::Primary submit=true pending=action.pending()>"Sign in"</Button>
            </ActionForm>
            <p class="page-note">"No password yet, or lost it? Ask an organisation admin for a link."</p>
        </main>
    }
}
