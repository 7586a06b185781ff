//! `/settings`

use super::calendar::CalendarLinks;
use super::notices::Notices;
use super::questions::Questions;
use crate::frame::KeySwitch;
use crate::session::Theme;
use crate::session::api::{SetTheme, SignOut, SignOutEverywhere, chosen_theme};
use crate::ui::{Button, ButtonKind, Choice, Install, Loaded, PageHead, RadioGroup, RadioLook, Section};
use crate::wire::load;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_meta::Title;

/// The page. Its forms are plain ones: what they change is the whole page, so it is loaded anew.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let theme = load(|| (), |()| chosen_theme());
    view! {
        <Title text="Settings · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead title="Settings" lead="For this browser, what you are told and asked, and where you are signed in." />
            <Section id="look" title="How Kith looks">
                <Loaded from=theme part=true failure="The setting did not load" let:theme><Look theme /></Loaded>
            </Section>
            <Notices />
            <CalendarLinks />
            <Questions />
            <Install />
            <SignedIn />
            <KeySwitch />
        </main>
    }
}

#[component]
fn Look(theme: Theme) -> impl IntoView {
    let choices = Theme::ALL.map(|theme| Choice::new(theme.word(), theme.title())).to_vec();
    view! {
        <form class="form" method="post" action=SetTheme::url()>
            <RadioGroup name="theme" legend="Light or dark" choices value=theme.word() look=RadioLook::Lines />
            <Button kind=ButtonKind::Primary submit=true>"Save"</Button>
        </form>
    }
}

#[component]
fn SignedIn() -> impl IntoView {
    view! {
        <Section id="sessions" title="Signed in" note="Sign out here, or on every device at once if one is lost.">
            <div class="button-row">
                <form method="post" action=SignOut::url()><Button submit=true>"Sign out"</Button></form>
                <form method="post" action=SignOutEverywhere::url()>
                    <Button submit=true kind=ButtonKind::Danger>"Sign out everywhere"</Button>
                </form>
            </div>
        </Section>
    }
}
