//! The HTML document around the app. On the server only.

use super::Here;
use super::session::theme;
use crate::routes::App;
use crate::session::Theme;
use leptos::html;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::MetaTags;

/// Runs before the first paint, so that a sidebar folded to a rail does not flash open.
const FOLD: &str = "try{if(localStorage.getItem('kith-rail'))document.documentElement.dataset.rail=''}catch{}";

/// The document of one page.
pub fn shell() -> impl IntoView {
    let here = use_context::<Here>();
    let (site, chosen) = here.as_ref().map(|here| (here.site.as_ref().clone(), here.theme)).unwrap_or_default();
    let ground = here.as_ref().map(theme).unwrap_or_default();
    let user =
        here.as_ref().and_then(|here| here.who.as_ref()).map(|who| who.person.id.to_string()).unwrap_or_default();
    let is_framed = here.is_some_and(|here| here.who.is_some()) && !is_at_a_door();
    view! {
        <!DOCTYPE html>
        <html lang="en" dir="ltr" data-theme=chosen>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <Ground theme=ground />
                <meta name="kith-build" content=site.build />
                <meta name="kith-user" content=user />
                <script nonce=use_nonce()>{FOLD}</script>
                <link rel="preload" href="/fonts/figtree-latin-wght-normal.woff2" r#as="font" type="font/woff2" crossorigin="anonymous" />
                <link rel="stylesheet" href=site.css />
                <link rel="icon" href="/app-icon.svg" type="image/svg+xml" />
                <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
                <link rel="manifest" href="/manifest.webmanifest" />
                <link rel="modulepreload" href=site.js.clone() />
                <link rel="preload" href=site.wasm.clone() r#as="fetch" type="application/wasm" crossorigin="anonymous" />
                <script type="module" nonce=use_nonce() src=site.loader data-js=site.js data-wasm=site.wasm></script>
                <MetaTags />
            </head>
            <body class=if is_framed { "shell" } else { "public" }>
                <App />
            </body>
        </html>
    }
}

/// The colour of the browser's own frame: the chosen theme's, or the machine's.
#[component]
fn Ground(theme: Theme) -> impl IntoView {
    match theme {
        Theme::Light | Theme::Dark => view! { <meta name="theme-color" content=theme.ground() /> }.into_any(),
        Theme::Machine => [("light", "#fbfaf7"), ("dark", "#0a1215")]
            .map(|(scheme, colour)| {
                let media = format!("(prefers-color-scheme: {scheme})");
                html::meta().attr("name", "theme-color").attr("media", media).attr("content", colour)
            })
            .into_any(),
    }
}

/// Whether this page stands outside the frame also for people who are signed in.
fn is_at_a_door() -> bool {
    use_context::<http::request::Parts>().is_some_and(|parts| {
        let path = parts.uri.path();
        path == "/welcome" || path == "/sign-in" || path.starts_with("/join/")
    })
}
