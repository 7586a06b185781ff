//! A native dialog; on phones a sheet from below. A button with `dialog=id` opens it, also without JavaScript
//! where the browser knows invoker commands.

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlDialogElement};
use wasm_bindgen::JsCast;

use super::{Icon, IconName, ToastEcho};

/// A modal dialog. Escape, the cross, a button that closes, and a press beside it all close it; the focus goes
/// back to what opened it. The heading has the focus first; with `focus_inside` it is whatever carries
/// `attr:autofocus`: the first field, or "Cancel" when something would be lost.
#[component]
pub fn Dialog(
    /// Id, unique on the page.
    #[prop(into)]
    id: String,
    /// What is being asked: "End Pairs for Care?"
    #[prop(into)]
    title: Signal<String>,
    /// Opens and closes it from code, and follows it.
    #[prop(optional)]
    open: Option<RwSignal<bool>>,
    /// Something inside carries `autofocus`.
    #[prop(optional)]
    focus_inside: bool,
    /// The buttons at its foot, the one that goes on last.
    #[prop(optional, into)]
    foot: Option<ViewFnOnce>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let title_id = format!("{id}-title");
    let (own_id, labelled_by) = (id.clone(), title_id.clone());
    if let Some(open) = open {
        Effect::new(move |_| {
            if let Some(dialog) = node.get() {
                show(&dialog, open.get());
            }
        });
    }
    let closed = move |_| {
        if let Some(open) = open {
            open.set(false);
        }
    };
    // A press on the backdrop has the dialog itself as its target; `closedby` is not known everywhere.
    let beside = move |event: MouseEvent| {
        let Some(dialog) = node.get_untracked() else {
            return;
        };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.as_ref() == Some(dialog.unchecked_ref::<Element>()) {
            dialog.close();
        }
    };
    view! {
        <dialog
            class="dialog"
            node_ref=node
            id=own_id
            aria-labelledby=labelled_by
            closedby="any"
            on:close=closed
            on:click=beside
        >
            <DialogHead id title_id title focused=!focus_inside />
            <div class="dialog-body">{children()}</div>
            {foot.map(|foot| view! { <div class="dialog-foot">{foot.run()}</div> })}
            <ToastEcho />
        </dialog>
    }
}

#[component]
fn DialogHead(id: String, title_id: String, title: Signal<String>, focused: bool) -> impl IntoView {
    view! {
        <div class="dialog-head">
            <h2 class="dialog-title" id=title_id tabindex="-1" autofocus=focused>
                {move || title.get()}
            </h2>
            <button
                class="button"
                type="button"
                data-kind="quiet"
                data-shape="icon"
                data-size="small"
                aria-label="Close"
                command="close"
                commandfor=id
                on:click=move |event| close_around(&event)
            >
                <Icon name=IconName::X />
            </button>
        </div>
    }
}

/// A button that closes the dialog it stands in: "Cancel". Takes the focus first with `attr:autofocus`.
#[component]
pub fn CloseDialog(
    /// Id of the dialog.
    #[prop(into)]
    dialog: String,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <button
            class="button"
            type="button"
            command="close"
            commandfor=dialog
            on:click=move |event| close_around(&event)
        >
            {children()}
        </button>
    }
}

/// Closes the dialog around a button, for browsers that do not know invoker commands.
fn close_around(event: &MouseEvent) {
    let button = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let dialog = button.and_then(|button| button.closest("dialog").ok().flatten());
    if let Some(dialog) = dialog.and_then(|found| found.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// Opens the dialog with this id, for browsers that do not know invoker commands.
pub(super) fn open_dialog(id: &str) {
    if knows_commands() {
        return;
    }
    let found = document().get_element_by_id(id);
    if let Some(dialog) = found.and_then(|found| found.dyn_into::<HtmlDialogElement>().ok()) {
        show(&dialog, true);
    }
}

/// Opens or closes a dialog; does nothing when it already is as wanted.
pub(super) fn show(dialog: &HtmlDialogElement, open: bool) {
    if open && !dialog.open() {
        // Refused only for a dialog that is not in the page, where there is nothing to show.
        let _ = dialog.show_modal();
    } else if !open && dialog.open() {
        dialog.close();
    }
}

/// Whether buttons do by themselves what their `command` says.
fn knows_commands() -> bool {
    let button = js_sys::Reflect::get(&js_sys::global(), &"HTMLButtonElement".into());
    let shape = button.and_then(|button| js_sys::Reflect::get(&button, &"prototype".into()));
    shape.and_then(|shape| js_sys::Reflect::has(&shape, &"commandForElement".into())).unwrap_or(false)
}
