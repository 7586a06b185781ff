//! The code, large enough for the last row, and the picture of the link that carries it.

use domain::attendance::ShownCode;
use domain::session::Qr;
use leptos::prelude::*;

/// The code of now.
#[component]
pub(super) fn CodeCard(code: ShownCode, door: String) -> impl IntoView {
    let ShownCode { text, path, qr, .. } = code;
    let spoken = text.replace('-', " ").chars().map(|letter| format!("{letter} ")).collect::<String>();
    let picture = qr.map(|qr| view! { <QrPicture qr label=path /> });
    view! {
        <section class="stage door-code-card" aria-labelledby="code-title">
            <div>
                <h2 class="section-title" id="code-title">"The code now"</h2>
                <p class="door-code">
                    <span aria-hidden="true">{text}</span>
                    <span class="visually-hidden">{spoken}</span>
                </p>
                <p class="quiet">
                    "Scan it, or open this session and type it. It changes every half minute. "
                    <a class="link" href=door rel="external">"Show the newest"</a>
                </p>
            </div>
            {picture}
        </section>
    }
}

#[component]
fn QrPicture(qr: Qr, label: String) -> impl IntoView {
    let side = qr.size;
    let label = format!("QR code of {label}");
    view! {
        <svg class="door-qr" role="img" aria-label=label viewBox=format!("0 0 {side} {side}") shape-rendering="crispEdges">
            <rect class="door-qr-paper" width=side height=side />
            <path class="door-qr-ink" d=qr.path />
        </svg>
    }
}
