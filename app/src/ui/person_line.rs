//! A name with its face, on one line. What every table and list of people begins with.

use leptos::prelude::*;

use super::{Avatar, AvatarSize, Here, MaybeText};

/// A face, a name, and below it what they do. With `href` the name is a link.
#[component]
pub fn PersonLine(
    /// Their name.
    #[prop(into)]
    name: String,
    /// Their id, for the hue.
    #[prop(into)]
    seed: String,
    /// What they do and where.
    #[prop(optional, into)]
    sub: MaybeText,
    /// Their page.
    #[prop(optional, into)]
    href: MaybeText,
    /// Size of the face.
    #[prop(optional)]
    size: AvatarSize,
    /// Whether they are here now.
    #[prop(optional, into)]
    here: Signal<Here>,
) -> impl IntoView {
    let (sub, href) = (sub.0, href.0);
    let shown = view! { <bdi>{name.clone()}</bdi> };
    let name_line = match href {
        Some(href) => view! { <a class="person-name" href=href>{shown}</a> }.into_any(),
        None => view! { <span class="person-name">{shown}</span> }.into_any(),
    };
    view! {
        <span class="person">
            <Avatar name seed size here />
            <span class="rows-main">
                {name_line}
                {sub.map(|sub| view! { <span class="table-sub">{sub}</span> })}
            </span>
        </span>
    }
}
