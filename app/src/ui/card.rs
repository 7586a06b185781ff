//! A card holds one thing that can be acted on. Lists of facts are rows, not cards.

use leptos::prelude::*;

use super::MaybeText;

/// A card. With `href` its title's link covers the whole card; controls at its foot stay above it.
#[component]
pub fn Card(
    /// What it is.
    #[prop(into)]
    title: String,
    /// What belongs to it: a team, a date.
    #[prop(optional, into)]
    sub: MaybeText,
    /// Where it leads.
    #[prop(optional, into)]
    href: MaybeText,
    /// A face or a medal before the title.
    #[prop(optional, into)]
    picture: Option<ViewFnOnce>,
    /// What is known on the left, the button on the right.
    #[prop(optional, into)]
    foot: Option<ViewFnOnce>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let (sub, href) = (sub.0, href.0);
    let title = match href {
        Some(href) => view! { <a class="card-link" href=href><bdi>{title}</bdi></a> }.into_any(),
        None => view! { <bdi>{title}</bdi> }.into_any(),
    };
    view! {
        <article class="card">
            <div class="card-head">
                {picture.map(|picture| picture.run())}
                <div>
                    <h3 class="card-title">{title}</h3>
                    {sub.map(|sub| view! { <p class="card-sub">{sub}</p> })}
                </div>
            </div>
            {children()}
            {foot.map(|foot| view! { <div class="card-foot">{foot.run()}</div> })}
        </article>
    }
}

/// How wide a card must be before another stands beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardWidth {
    /// 15 rem.
    #[default]
    Regular,
    /// 13.5 rem.
    Small,
    /// 20 rem.
    Wide,
}

/// Cards side by side, as many as there is room for.
#[component]
pub fn Cards(
    /// How wide each is.
    #[prop(optional)]
    width: CardWidth,
    /// The cards.
    children: Children,
) -> impl IntoView {
    let size = match width {
        CardWidth::Regular => None,
        CardWidth::Small => Some("small"),
        CardWidth::Wide => Some("wide"),
    };
    view! {
        <div class="cards" data-size=size>
            {children()}
        </div>
    }
}
