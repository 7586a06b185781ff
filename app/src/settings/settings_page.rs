//! `/settings`

use crate::session::api::{SetTheme, SignOut, SignOutEverywhere};
use crate::ui::{Button, ButtonKind, Choice, Install, PageHead, RadioGroup, RadioLook, Section};
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let out = ServerAction::<SignOut>::new();
    let everywhere = ServerAction::<SignOutEverywhere>::new();
    view! {
        <Title text="Settings · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead title="Settings" />
            <Look />
            <Install />
            <Section id="sessions" title="Signed in" note="Sign out here, or on every device at once if one is lost.">
                <div class="button-row">
                    <ActionForm action=out><Button submit=true pending=out.pending()>"Sign out"</Button></ActionForm>
                    <ActionForm action=everywhere>
                        <Button submit=true kind=ButtonKind::Danger pending=everywhere.pending()>"Sign out everywhere"</Button>
                    </ActionForm>
                </div>
            </Section>
        </main>
    }
}

#[component]
fn Look() -> impl IntoView {
    let action = ServerAction::<SetTheme>::new();
    let choices =
        vec![Choice::new("machine", "As this device does"), Choice::new("light", "Light"), Choice::new("dark", "Dark")];
    Effect::new(move |before: Option<usize>| {
        let version = action.version().get();
        if before.is_some_and(|before| before != version) {
            // The server prints the theme, so the page is asked for again.
            drop(window().location().reload());
        }
        version
    });
    view! {
        <Section id="look" title="How Kith looks">
            <ActionForm action attr:class="form">
                <RadioGroup name="theme" legend="Light or dark" choices value="machine" look=RadioLook::Lines />
                <Button submit=true pending=action.pending()>"Keep"</Button>
            </ActionForm>
        </Section>
    }
}
