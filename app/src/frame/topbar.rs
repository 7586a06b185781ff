//! The top bar: where this is, search, new, notifications, light or dark, me.

use super::Asked;
use super::api::Step;
use super::new_menu::NEW_MENU;
use super::single_keys::SingleKeys;
use super::theme_switch::ThemeSwitch;
use crate::notifications::NotificationBell;
use crate::outbox::OutboxChip;
use crate::search::api::jump;
use crate::search::kind_icon;
use crate::session::Visitor;
use crate::ui::{
    Avatar, AvatarSize, Breadcrumbs, Button, ButtonKind, CommandPalette, Crumb, Icon, IconName, Mark, PaletteGroup,
    PaletteItem, StaleChip,
};
use crate::wire::Loading;
use domain::search::{JumpGroup, JumpRow};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The bar, and the palette that ⌘K opens.
#[component]
pub(super) fn Topbar(visitor: Visitor, asked: Asked) -> impl IntoView {
    let me = format!("/people/{}", visitor.id);
    let name = visitor.name.clone();
    let typed = RwSignal::new(None::<String>);
    view! {
        <header class="topbar">
            <a class="topbar-brand" href="/" aria-label="Kith, home"><Mark /></a>
            <Trail today=visitor.today steps=asked.trail />
            <form class="search" role="search" action="/search">
                <label class="visually-hidden" for="jump">"Search or jump to"</label>
                <Icon name=IconName::Search />
                <input
                    class="field-input"
                    id="jump"
                    type="search"
                    name="q"
                    placeholder="Search or jump to…"
                    aria-keyshortcuts="Meta+K Control+K"
                    on:click=move |event| typed.set(Some(event_target_value(&event)))
                />
                <kbd aria-hidden="true">"⌘K"</kbd>
            </form>
            <div class="topbar-tools">
                <OutboxChip />
                <StaleChip />
                <Button kind=ButtonKind::Soft icon=IconName::Plus menu=NEW_MENU>"New"</Button>
                <SearchLink typed />
                <NotificationBell count=asked.unread />
                <ThemeSwitch />
                <a class="topbar-me" href=me>
                    <Avatar name=name.clone() seed=visitor.id.to_string() size=AvatarSize::Small />
                    <span class="visually-hidden">{name}", your profile"</span>
                </a>
            </div>
        </header>
        <CommandPalette search=find asked=typed single_keys=SingleKeys::here().0 />
    }
}

/// On phones: the palette, and the page of searching where there is no script.
#[component]
fn SearchLink(typed: RwSignal<Option<String>>) -> impl IntoView {
    let open = move |event: MouseEvent| {
        event.prevent_default();
        typed.set(Some(String::new()));
    };
    view! {
        <a class="button phone-only" data-kind="quiet" data-shape="icon" href="/search" aria-label="Search" on:click=open>
            <Icon name=IconName::Search />
        </a>
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

async fn find(text: String) -> Vec<PaletteGroup> {
    let groups = jump(text).await.unwrap_or_default();
    let item = |kind, row: JumpRow| PaletteItem {
        title: row.title,
        hint: Some(row.sub).filter(|hint| !hint.is_empty()),
        href: row.link,
        icon: kind_icon(kind),
    };
    let group = |JumpGroup { kind, rows }| PaletteGroup {
        title: kind.title().to_owned(),
        items: rows.into_iter().map(|row| item(kind, row)).collect(),
    };
    groups.into_iter().map(group).collect()
}
