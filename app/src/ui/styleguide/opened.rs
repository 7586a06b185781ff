//! What opens over a page, drawn open. Pictures for the eye: inert, so that they take no focus and no id.

use leptos::prelude::*;

use super::super::{
    Avatar, AvatarSize, Button, ButtonKind, ButtonSize, Icon, IconButton, IconName, IconSize, MenuItem, MenuLabel,
    MenuLine,
};
use super::specimen::Specimen;

#[component]
pub(super) fn Opened() -> impl IntoView {
    view! {
        <Specimen name="Menu, open">
            <MenuOpen />
        </Specimen>
        <Specimen name="Dialog, open; a sheet on phones">
            <DialogOpen />
        </Specimen>
        <Specimen name="Toast, shown">
            <ToastShown />
        </Specimen>
        <Specimen name="CommandPalette, open" wide=true>
            <PaletteOpen />
        </Specimen>
    }
}

#[component]
fn MenuOpen() -> impl IntoView {
    view! {
        <div class="menu" data-inline="" role="menu" aria-label="Ask me again, drawn open" inert=true>
            <MenuLabel>"Ask me again"</MenuLabel>
            <MenuItem icon=IconName::Clock shortcut="1">"Tomorrow"</MenuItem>
            <MenuItem icon=IconName::Calendar shortcut="2">"In a week"</MenuItem>
            <MenuLine />
            <MenuItem icon=IconName::Hidden danger=true>"Never for swaps"</MenuItem>
        </div>
    }
}

#[component]
fn DialogOpen() -> impl IntoView {
    view! {
        <div class="dialog" data-inline="" inert=true>
            <div class="dialog-head">
                <h3 class="dialog-title">"End Pairs for Care?"</h3>
                <IconButton icon=IconName::X label="Close" size=ButtonSize::Small />
            </div>
            <div class="dialog-body">
                <p>"37 pairs stop on 30 November. Finished steps and medals stay."</p>
            </div>
            <div class="dialog-foot">
                <Button>"Cancel"</Button>
                <Button kind=ButtonKind::Danger>"End the program"</Button>
            </div>
        </div>
    }
}

#[component]
fn ToastShown() -> impl IntoView {
    view! {
        <div class="toast" inert=true>
            <Icon name=IconName::Check />
            <span class="toast-text">"Seat saved for 12:30"</span>
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small>"Undo"</Button>
            <IconButton icon=IconName::X label="Dismiss" size=ButtonSize::Small />
        </div>
    }
}

#[component]
fn PaletteOpen() -> impl IntoView {
    view! {
        <div class="dialog palette" data-inline="" inert=true>
            <div class="palette-box" data-force="caret">
                <Icon name=IconName::Search />
                <input class="combobox-input" type="text" aria-label="Search, drawn open" value="hand" readonly=true />
                <kbd>"Esc"</kbd>
            </div>
            <div class="palette-list">
                <p class="listbox-group">"People"</p>
                <Line icon=IconName::People title="Rosalind Achterberg" note="Clinical handover" />
                <p class="listbox-group">"Skills"</p>
                <Line icon=IconName::Teach title="Clinical handover" note="7 people can teach this" active=true />
                <Line icon=IconName::Teach title="Shift handover, kitchen" note="1 person" />
            </div>
            <p class="palette-count">"3 results"</p>
        </div>
    }
}

#[component]
fn Line(icon: IconName, title: &'static str, note: &'static str, #[prop(optional)] active: bool) -> impl IntoView {
    view! {
        <div class="listbox-option" data-active=active.then_some("")>
            <Icon name=icon />
            <span>{title}</span>
            <span class="listbox-note">{note}</span>
        </div>
    }
}

/// The list under a combobox while one types.
#[component]
pub(super) fn ComboboxOpen() -> impl IntoView {
    view! {
        <div class="guide-column" inert=true>
            <div class="combobox-box" data-force="focus-within">
                <input class="combobox-input" type="text" aria-label="Skill, drawn open" value="hand" readonly=true />
            </div>
            <div class="listbox">
                <p class="listbox-group">"People"</p>
                <div class="listbox-option">
                    <Avatar name="Rosalind Achterberg" seed="rosalind" size=AvatarSize::Small />
                    <span>"Rosalind Achterberg"</span>
                    <span class="listbox-note">"Care East"</span>
                </div>
                <p class="listbox-group">"Skills"</p>
                <div class="listbox-option" data-active="">
                    <span>"Clinical "<mark>"hand"</mark>"over"</span>
                    <span class="listbox-note">"7 people can teach this"</span>
                </div>
                <div class="listbox-option" aria-disabled="true">
                    <span>"Shift "<mark>"hand"</mark>"over, kitchen"</span>
                    <span class="listbox-note">"you teach this already"</span>
                </div>
                <div class="listbox-option listbox-create">
                    <Icon name=IconName::Plus size=IconSize::Small />
                    <span>"Create “hand”"</span>
                </div>
            </div>
        </div>
    }
}
