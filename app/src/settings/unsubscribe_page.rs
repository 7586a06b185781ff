//! Where the link of a mail leads that ends mails of its kind. Looking only asks; the button, as the mail program’s own,
//! ends it. For everybody who holds the link, signed in or not.

use super::api::mail_link;
use crate::ui::{Button, ButtonKind, Loaded, Wordmark};
use crate::wire::load;
use domain::notices::Unsubscribing;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// `/unsubscribe/{token}`
#[component]
pub fn UnsubscribePage() -> impl IntoView {
    let params = use_params_map();
    let token = move || params.read().get("token").unwrap_or_default();
    let asked = load(token, mail_link);
    view! {
        <Title text="Mail · Kith" />
        <header class="public-head"><a href="/welcome" rel="external"><Wordmark label="Kith" /></a></header>
        <main class="page door" id="main" tabindex="-1">
            <Loaded from=asked failure="This link does not work" let:asked>
                <Content asked token=token() />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(asked: Unsubscribing, token: String) -> impl IntoView {
    let what = asked.list.title();
    if asked.is_off {
        return view! {
            <h1>"You get no mail like this any more"</h1>
            <p>"Kith does not send you "{what}". What you are told still stands in Kith."</p>
            <p><a class="link link-alone" href="/settings#notices" rel="external">"Choose what you are told"</a></p>
        }
        .into_any();
    }
    let action = format!("/unsubscribe/{token}");
    view! {
        <h1>"Stop "{what.clone()}"?"</h1>
        <p>"You get no mail of this kind any more. What you are told still stands in Kith."</p>
        // A plain form: the answer is this page, and it works from everywhere.
        <form class="form" method="post" action=action>
            <input type="hidden" name="List-Unsubscribe" value="One-Click" />
            <Button kind=ButtonKind::Primary submit=true>"Stop "{what}</Button>
        </form>
    }
    .into_any()
}
