//! The frame around every signed-in page: the five places, the top bar with search and ⌘K, the notice of the demo.

pub mod api;
mod arrivals;
mod kept;
mod key_switch;
mod new_menu;
mod nothing_here;
mod places;
mod shortcuts;
mod sidebar;
mod single_keys;
mod subnav;
mod tabbar;
mod theme_switch;
mod topbar;

use crate::live::Live;
use crate::notifications::new_notifications;
use crate::outbox::Outbox;
use crate::session::{Visitor, use_visitor};
use crate::ui::{Banner, ToastRegion, Toasts, UpdateNotice};
use crate::wire::{Loading, load};
use api::{Step, trail};
use arrivals::Arrivals;
use domain::actor::Role;
pub use key_switch::KeySwitch;
use leptos::prelude::*;
use leptos_router::components::Outlet;
use leptos_router::hooks::use_location;
use new_menu::NewMenu;
pub use nothing_here::NothingHere;
use shortcuts::Shortcuts;
use sidebar::Sidebar;
use single_keys::SingleKeys;
use subnav::Subnav;
use tabbar::Tabbar;
use topbar::Topbar;

/// What the frame asks the server for, besides who is looking.
#[derive(Clone, Copy)]
struct Asked {
    trail: Loading<Vec<Step>>,
    unread: Loading<u32>,
}

impl Asked {
    /// On the server, waits until all of it is there: a page is written without what is still under way below its first
    /// `Suspend`, and the browser could not take such a page over.
    #[cfg(not(target_family = "wasm"))]
    async fn be_there(self) {
        drop((self.trail.await, self.unread.await));
    }

    #[cfg(target_family = "wasm")]
    async fn be_there(self) {}
}

/// The frame around the pages of people who are signed in: sidebar, notice, top bar, the page itself, bottom bar on
/// phones.
#[component]
pub fn Frame() -> impl IntoView {
    Toasts::provide();
    Outbox::provide();
    SingleKeys::provide();
    let visitor = use_visitor();
    let path = use_location().pathname;
    // Asked here and not where they are shown: resources are numbered as they are made, and below a `Suspend` the
    // server makes them later than the browser does.
    let asked = Asked { trail: load(move || path.get(), trail), unread: new_notifications() };
    let around = move || {
        Suspend::new(async move {
            let visitor = visitor.await;
            asked.be_there().await;
            match visitor {
                Ok(Some(visitor)) => view! { <Around visitor asked /> }.into_any(),
                Ok(None) | Err(_) => ().into_any(),
            }
        })
    };
    view! {
        <a class="skip-link" href="#main" rel="external">"Skip to content"</a>
        <Transition>{around}</Transition>
        <Outlet />
        <Arrivals unread=asked.unread />
        <UpdateNotice />
        <ToastRegion />
    }
}

#[component]
fn Around(visitor: Visitor, asked: Asked) -> impl IntoView {
    let live = Live::here();
    let (me, cursor) = (visitor.id.clone(), visitor.cursor.clone());
    let outbox = Outbox::here();
    Effect::new(move |_| {
        live.follow(&me, cursor.clone());
        outbox.follow(&me);
    });
    let notice = visitor.is_demo.then(|| {
        let text = format!("Demo data of {}. Resets at 03:00 UTC.", visitor.company);
        let (link, href, external) = match visitor.is_at_least(Role::OrgAdmin) {
            true => ("Clear and start mine", "/clear", false),
            // The door stands outside the frame.
            false => ("Be somebody else", "/welcome", true),
        };
        view! { <Banner label="About this demo" link href external>{text}</Banner> }
    });
    let me = format!("/people/{}", visitor.id);
    view! {
        <Sidebar visitor=visitor.clone() />
        {notice}
        <Topbar visitor=visitor.clone() asked />
        <Subnav visitor=visitor.clone() />
        <Tabbar visitor=visitor.clone() />
        <NewMenu visitor />
        <Shortcuts me />
    }
}
