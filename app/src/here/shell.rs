//! The HTML document around the app. On the server only.

use super::Here;
use crate::routes::App;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::MetaTags;

/// The document of one page.
pub fn shell() -> impl IntoView {
    let here = use_context::<Here>();
    let (site, theme) = here.as_ref().map(|here| (here.site.as_ref().clone(), here.theme)).unwrap_or_default();
    let user =
        here.as_ref().and_then(|here| here.who.as_ref()).map(|who| who.person.id.to_string()).unwrap_or_default();
    let is_framed = here.is_some_and(|here| here.who.is_some());
    view! {
        <!DOCTYPE html>
        <html lang="en" dir="ltr" data-theme=theme>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf7" />
                <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0a1215" />
                <meta name="kith-build" content=site.build />
                <meta name="kith-user" content=user />
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
