//! Buttons do something; links go somewhere (`LinkButton`). One primary button on a screen.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use super::dialog::open_dialog;
use super::menu::open_with_arrows;
use super::{Icon, IconName, MaybeText};

/// What weight a button has on its screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// Outlined: one choice among others.
    #[default]
    Plain,
    /// Filled: the one verb of the screen.
    Primary,
    /// Tinted: opens more, such as "New".
    Soft,
    /// No edge until pointed at: "Not now".
    Quiet,
    /// Takes something away.
    Danger,
}

impl ButtonKind {
    pub(super) const fn slug(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Primary => Some("primary"),
            Self::Soft => Some("soft"),
            Self::Quiet => Some("quiet"),
            Self::Danger => Some("danger"),
        }
    }
}

/// How large a button is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonSize {
    /// As high as a field.
    #[default]
    Regular,
    /// In rows and tables.
    Small,
    /// On a stage.
    Large,
}

impl ButtonSize {
    pub(super) const fn slug(self) -> Option<&'static str> {
        match self {
            Self::Regular => None,
            Self::Small => Some("small"),
            Self::Large => Some("large"),
        }
    }
}

/// A button. While `pending` it keeps its width, says it is busy and ignores presses; with a `refusal` it
/// stays focusable, does nothing, and the reason stands beside it.
#[component]
pub fn Button(
    /// Its weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// Its size.
    #[prop(optional)]
    size: ButtonSize,
    /// Stands before the words.
    #[prop(optional_no_strip, into)]
    icon: Option<IconName>,
    /// Sends the form it is in.
    #[prop(optional)]
    submit: bool,
    /// The action is under way.
    #[prop(optional, into)]
    pending: Signal<bool>,
    /// Why it cannot be pressed now, in a sentence with the way out.
    #[prop(optional, into)]
    refusal: Signal<Option<String>>,
    /// For a button that stays pressed, such as "Following".
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// Id of the popover it opens, see `Menu`.
    #[prop(optional, into)]
    menu: MaybeText,
    /// Id of the dialog it opens, see `Dialog`.
    #[prop(optional, into)]
    dialog: MaybeText,
    /// Sent with the form when this is the button pressed, together with `value`.
    #[prop(optional, into)]
    name: MaybeText,
    /// See `name`.
    #[prop(optional, into)]
    value: MaybeText,
    /// What a press does in the browser.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// Its words: a verb.
    children: Children,
) -> impl IntoView {
    let (menu, dialog, name, value) = (menu.0, dialog.0, name.0, value.0);
    let refused = move || refusal.with(Option::is_some);
    let shows = dialog.clone();
    let press = move |event: MouseEvent| {
        if pending.get_untracked() || refusal.with_untracked(Option::is_some) {
            event.prevent_default();
            return;
        }
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
            data-kind=kind.slug()
            data-size=size.slug()
            aria-busy=move || (pending.try_get() == Some(true)).then_some("true")
            aria-disabled=move || refused().then_some("true")
            aria-description=move || refusal.get()
            aria-pressed=pressed.map(|pressed| move || pressed.get().to_string())
            popovertarget=menu
            command=dialog.is_some().then_some("show-modal")
            commandfor=dialog
            name=name
            value=value
            on:click=press
            on:keydown=arrow
        >
            {icon.map(|name| view! { <Icon name /> })}
            {children()}
        </button>
        {move || refusal.get().map(|why| view! { <span class="field-hint">{why}</span> })}
    }
}
