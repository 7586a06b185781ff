//! A strip above the page: demo data, a critical notice, a new version.

use leptos::prelude::*;

use super::{Icon, IconName, IconSize, MaybeText};

/// What a banner is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BannerKind {
    /// Good to know.
    #[default]
    Plain,
    /// Something limits what can be done.
    Warning,
    /// There is no connection.
    Offline,
}

/// A banner: a sentence and, at the end, the one link that does something about it.
#[component]
pub fn Banner(
    /// What it is about, read aloud.
    #[prop(into)]
    label: String,
    /// Its colour and icon.
    #[prop(optional)]
    kind: BannerKind,
    /// Words of its link.
    #[prop(optional, into)]
    link: MaybeText,
    /// Address of its link.
    #[prop(optional, into)]
    href: MaybeText,
    /// Its link leads out of the app, or to a page that must be loaded whole.
    #[prop(optional)]
    external: bool,
    /// The sentence.
    children: Children,
) -> impl IntoView {
    let (slug, icon) = match kind {
        BannerKind::Plain => (None, IconName::Info),
        BannerKind::Warning => (Some("warning"), IconName::Alert),
        BannerKind::Offline => (Some("offline"), IconName::Offline),
    };
    view! {
        <aside class="banner" data-kind=slug aria-label=label>
            <Icon name=icon size=IconSize::Small />
            <span>{children()}</span>
            {link.0.map(|words| view! { <a class="link" href=href.0 rel=external.then_some("external")>{words}</a> })}
        </aside>
    }
}
