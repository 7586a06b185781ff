//! The top bar: where this is, search, new, notifications, light or dark, me.

use super::Asked;
use super::api::{Step, jump};
use super::new_menu::NEW_MENU;
use super::theme_switch::ThemeSwitch;
use crate::live::Live;
use crate::notifications::NotificationBell;
use crate::session::Visitor;
use crate::ui::{
    Avatar, AvatarSize, Breadcrumbs, Button, ButtonKind, CommandPalette, Crumb, Icon, IconButton, IconName, Mark,
    PALETTE, PaletteGroup, PaletteItem, StaleChip,
};
use crate::wire::Loading;
use leptos::prelude::*;

/// The bar, and the palette that ⌘K opens.
#[component]
pub(super) fn Topbar(visitor: Visitor, asked: Asked) -> impl IntoView {
    let me = format!("/people/{}", visitor.id);
    let name = visitor.name.clone();
    view! {
        <header class="topbar">
            <a class="topbar-brand" href="/" aria-label="Kith, home"><Mark /></a>
            <Trail today=visitor.today steps=asked.trail />
            <form class="search" role="search" action="/people">
                <label class="visually-hidden" for="jump">"Search or jump to"</label>
                <Icon name=IconName::Search />
                <input class="field-input" id="jump" type="search" name="q" placeholder="Search or jump to…" />
                <kbd aria-hidden="true">"⌘K"</kbd>
            </form>
            <div class="topbar-tools">
                <Unreachable />
                <StaleChip />
                <Button kind=ButtonKind::Soft icon=IconName::Plus menu=NEW_MENU>"New"</Button>
                <span class="phone-only"><IconButton icon=IconName::Search label="Search" dialog=PALETTE /></span>
                <NotificationBell count=asked.unread />
                <ThemeSwitch />
                <a class="topbar-me" href=me>
                    <Avatar name=name.clone() seed=visitor.id.to_string() size=AvatarSize::Small />
                    <span class="visually-hidden">{name}", your profile"</span>
                </a>
            </div>
        </header>
        <CommandPalette search=find />
    }
}

/// Where this page is: made from its address.
#[component]
fn Trail(today: String, steps: Loading<Vec<Step>>) -> impl IntoView {
    let shown = move || {
        let today = today.clone();
        Suspend::new(async move {
            let steps = steps.await.unwrap_or_default();
            let crumbs = match steps.is_empty() {
                true => vec![Crumb::here(today)],
                false => steps.into_iter().map(|step| Crumb { label: step.label, href: step.href }).collect(),
            };
            view! { <Breadcrumbs crumbs /> }
        })
    };
    // Without a `Transition` of its own: the frame's covers it, and one made below a `Suspend` is numbered when that is
    // ready, which shifts the numbers of the page's resources on the server.
    shown
}

/// Says so while the server cannot be reached.
#[component]
fn Unreachable() -> impl IntoView {
    let live = Live::here();
    view! {
        <Show when=move || !live.is_connected.get()>
            <span class="chip" data-kind="warning" role="status"><Icon name=IconName::Offline />"Offline"</span>
        </Show>
    }
}

async fn find(text: String) -> Vec<PaletteGroup> {
    let groups = jump(text).await.unwrap_or_default();
    groups
        .into_iter()
        .map(|group| PaletteGroup {
            title: group.title,
            items: group
                .rows
                .into_iter()
                .map(|line| PaletteItem {
                    title: line.title,
                    hint: Some(line.sub).filter(|hint| !hint.is_empty()),
                    href: line.link,
                    icon: IconName::Forward,
                })
                .collect(),
        })
        .collect()
}
