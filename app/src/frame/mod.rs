//! The frame around every signed-in page: the five places, the top bar with search and ⌘K, the notice of the demo.

pub mod api;
mod new_menu;
mod places;
mod sidebar;
mod subnav;
mod tabbar;
mod theme_switch;
mod topbar;

use crate::live::Live;
use crate::session::{Visitor, use_visitor};
use crate::ui::{Banner, ToastRegion, Toasts, UpdateNotice};
use domain::actor::Role;
use leptos::prelude::*;
use leptos_router::components::Outlet;
use new_menu::NewMenu;
use sidebar::Sidebar;
pub use subnav::Subnav;
use tabbar::Tabbar;
use topbar::Topbar;

/// Sidebar, notice, top bar, the page itself, bottom bar on phones.
#[component]
pub fn Frame() -> impl IntoView {
    Toasts::provide();
    let visitor = use_visitor();
    // The page stands inside, after the frame: resources are numbered as they are made, and only so does the server,
    // which waits for the visitor, number them as the browser does, which already knows them.
    let framed = move || {
        Suspend::new(async move {
            let around = match visitor.await {
                Ok(Some(visitor)) => view! { <Around visitor /> }.into_any(),
                Ok(None) | Err(_) => ().into_any(),
            };
            view! {
                {around}
                <Outlet />
            }
        })
    };
    view! {
        <a class="skip-link" href="#main">"Skip to content"</a>
        <Transition>{framed}</Transition>
        <UpdateNotice />
        <ToastRegion />
    }
}

#[component]
fn Around(visitor: Visitor) -> impl IntoView {
    let live = Live::here();
    let cursor = visitor.cursor.clone();
    Effect::new(move |_| live.follow(cursor.clone()));
    let notice = visitor.is_demo.then(|| {
        let text = format!("Demo data of {}. Resets at 03:00 UTC.", visitor.company);
        let (link, href) = match visitor.is_at_least(Role::OrgAdmin) {
            true => ("Clear and start mine", "/clear"),
            false => ("Be somebody else", "/welcome"),
        };
        view! { <Banner label="About this demo" link href>{text}</Banner> }
    });
    view! {
        <Sidebar visitor=visitor.clone() />
        {notice}
        <Topbar visitor=visitor.clone() />
        <Tabbar visitor />
        <NewMenu />
    }
}
