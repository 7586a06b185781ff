//! A button that is only a picture, so it carries its name in words that are read aloud.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::dialog::open_dialog;
use super::menu::open_with_arrows;
use super::{ButtonKind, ButtonSize, Icon, IconName, MaybeText};

/// A square button with an icon. Quiet unless told otherwise.
#[component]
pub fn IconButton(
    /// The picture.
    icon: IconName,
    /// What it does, read aloud and shown on hover.
    #[prop(into)]
    label: Signal<String>,
    /// Its weight.
    #[prop(default = ButtonKind::Quiet)]
    kind: ButtonKind,
    /// Its size.
    #[prop(optional)]
    size: ButtonSize,
    /// Sends the form it is in.
    #[prop(optional)]
    submit: bool,
    /// Id of the popover it opens, see `Menu`.
    #[prop(optional, into)]
    menu: MaybeText,
    /// Id of the dialog it opens, see `Dialog`.
    #[prop(optional, into)]
    dialog: MaybeText,
    /// What a press does in the browser.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let (menu, dialog) = (menu.0, dialog.0);
    let shows = dialog.clone();
    let press = move |_| {
        if let Some(dialog) = &shows {
            open_dialog(dialog);
        }
        if let Some(act) = on_press {
            act.run(());
        }
    };
    let opens = menu.clone();
    let arrow = move |event: KeyboardEvent| {
        if let Some(menu) = &opens {
            open_with_arrows(menu, &event);
        }
    };
    view! {
        <button
            class="button"
            type=if submit { "submit" } else { "button" }
            data-shape="icon"
            data-kind=kind.slug()
            data-size=size.slug()
            aria-label=move || label.get()
            title=move || label.get()
            popovertarget=menu
            command=dialog.is_some().then_some("show-modal")
            commandfor=dialog
            on:keydown=arrow
            on:click=press
        >
            <Icon name=icon />
        </button>
    }
}
