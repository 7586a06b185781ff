//! Where an invitation or a reset leads: choose a password, once.

use super::api::{Join, invited};
use super::go_whole::go_whole;
use crate::ui::{Button, ButtonKind, Field, InputKind, Loaded, Note, Status, TextInput, Wordmark};
use crate::wire::load;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// `/join/{token}`
#[component]
pub fn JoinPage() -> impl IntoView {
    let params = use_params_map();
    let token = move || params.read().get("token").unwrap_or_default();
    let name = load(token, invited);
    view! {
        <Title text="Join · Kith" />
        <header class="public-head"><a href="/welcome" rel="external"><Wordmark label="Kith" /></a></header>
        <main class="page door" id="main" tabindex="-1">
            <Loaded from=name failure="This link does not work" let:name>
                <h1>"Welcome, "{name}</h1>
                <JoinForm token=token() />
            </Loaded>
        </main>
    }
}

#[component]
fn JoinForm(token: String) -> impl IntoView {
    let action = ServerAction::<Join>::new();
    go_whole(action);
    let error = move || action.value().get().and_then(Result::err);
    view! {
        <ActionForm action attr:class="form">
            <input type="hidden" name="token" value=token />
            {move || error().and_then(|error| error.beside_fields()).map(|text| view! { <Note status=Status::Danger>{text}</Note> })}
            <Field id="password" label="Choose a password" hint="At least ten characters. A few words are best." error=move || error().and_then(|error| error.field("password"))>
                <TextInput name="password" kind=InputKind::Password attr:autocomplete="new-password" attr:required=true />
            </Field>
            <Button kind=ButtonKind::Primary submit=true pending=action.pending()>"Set password and sign in"</Button>
        </ActionForm>
    }
}
