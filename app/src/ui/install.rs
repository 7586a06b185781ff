//! The way to have Kith on this device like any other app. `public/loader.js` knows what the browser can do.

use leptos::prelude::*;

use super::announced::{announced, ask_loader};
use super::{Button, CloseDialog, Dialog, IconName, Section};

const STEPS: &str = "install-steps";

/// A section that offers to install Kith: by a question of the browser's own, or in two steps by hand where a browser
/// has no such question. Draws nothing where Kith is installed already, or cannot be.
#[component]
pub fn Install() -> impl IntoView {
    let way = announced("install");
    let entry = move |way: String| match way.as_str() {
        "by-hand" => view! { <ByHand /> }.into_any(),
        _ => {
            let ask = Callback::new(|()| ask_loader("ask-install"));
            view! { <Button icon=IconName::Download on_press=ask>"Install Kith on this device"</Button> }.into_any()
        }
    };
    move || {
        way.get().map(|way| {
            view! {
                <Section id="install" title="On this device" note="Kith opens in a window of its own, and pages you saw lately open without a connection.">
                    <div class="button-row">{entry(way)}</div>
                </Section>
            }
        })
    }
}

#[component]
fn ByHand() -> impl IntoView {
    view! {
        <Button icon=IconName::Download dialog=STEPS>"Install Kith on this device"</Button>
        <Dialog id=STEPS title="Put Kith on your home screen" foot=|| view! { <CloseDialog dialog=STEPS>"Done"</CloseDialog> }>
            <p>"1. Press Share, the square with an arrow up, at the edge of the screen."</p>
            <p>"2. Choose “Add to Home Screen”, then “Add”. Sign in once more when Kith opens from there."</p>
        </Dialog>
    }
}
