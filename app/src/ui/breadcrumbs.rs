//! Where this page is. On narrow screens only the last one shows.

use leptos::prelude::*;

/// One place on the way; the last has no address, because it is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// Its name.
    pub label: String,
    /// Its address.
    pub href: Option<String>,
}

impl Crumb {
    /// A place on the way.
    pub fn to(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: Some(href.into()) }
    }

    /// This page.
    pub fn here(label: impl Into<String>) -> Self {
        Self { label: label.into(), href: None }
    }
}

/// The way to this page.
#[component]
pub fn Breadcrumbs(
    /// From the top down.
    #[prop(into)]
    crumbs: Signal<Vec<Crumb>>,
) -> impl IntoView {
    let places = move || {
        let crumbs = crumbs.get();
        let last = crumbs.len().saturating_sub(1);
        let crumb = |(place, Crumb { label, href }): (usize, Crumb)| match href {
            Some(href) => view! { <li><a href=href>{label}</a></li> }.into_any(),
            None => view! { <li><span aria-current=(place == last).then_some("page")>{label}</span></li> }.into_any(),
        };
        crumbs.into_iter().enumerate().map(crumb).collect_view()
    };
    view! {
        <nav class="crumbs" aria-label="Breadcrumb">
            <ol>{places}</ol>
        </nav>
    }
}
