//! Sessions in one's own calendar: secret links that calendars elsewhere follow.

use super::api::{EndFeed, MakeFeed, feeds};
use crate::live::use_live;
use crate::ui::{
    Button, ButtonKind, Checkbox, Field, LinkButton, Loaded, Note, Section, Status, TextInput, toast_when_done,
};
use crate::wire::load;
use domain::event::Topic;
use domain::feed::{FeedRow, FreshFeed};
use js_sys::{Function, Reflect};
use leptos::form::ActionForm;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

const NOTE: &str = "A secret link shows sessions in your own calendar and follows every change. Whoever has the link \
    sees what it shows, so give it to nobody.";

/// The links that one has, with the ways to make and to end them.
#[component]
pub(super) fn CalendarLinks() -> impl IntoView {
    let (make, end) = (ServerAction::<MakeFeed>::new(), ServerAction::<EndFeed>::new());
    toast_when_done(make, "The link is made.");
    toast_when_done(end, "Ended. Calendars find nothing there any more.");
    let live = use_live(Topic::Sessions);
    let page = load(move || (live.get(), make.version().get(), end.version().get()), |_| feeds());
    let failed = move || {
        let (make, end) = (make.value().get().and_then(Result::err), end.value().get().and_then(Result::err));
        make.or(end).map(|error| view! { <Note status=Status::Danger>{error.to_string()}</Note> })
    };
    view! {
        <Section id="calendar" title="Calendar" note=NOTE>
            <div role="status">{failed}</div>
            <Loaded from=page part=true failure="The calendar links did not load" let:page>
                {page.fresh.map(|fresh| view! { <Fresh fresh /> })}
                {page.rows.into_iter().map(|row| view! { <Row row make end /> }).collect_view()}
            </Loaded>
            <p class="section-note">
                "Most calendars look for changes every hour. Google Calendar looks only every 8 to 24 hours; what changes at short notice also comes by mail and as a notification."
            </p>
        </Section>
    }
}

/// The link that was just made.
#[component]
fn Fresh(fresh: FreshFeed) -> impl IntoView {
    let copied = RwSignal::new(false);
    let address = fresh.address.clone();
    let copy = Callback::new(move |()| copied.set(copy_text(&address)));
    view! {
        <div class="settings-feed">
            <Field
                id="calendar-link"
                label=format!("Link to “{}”", fresh.title)
                hint="Copy it now: it is shown for ten minutes, then not again. You can always make a new one."
            >
                <TextInput name="calendar-link" value=fresh.address readonly=true />
            </Field>
            <div class="button-row">
                <Button on_press=copy>{move || if copied.get() { "Copied" } else { "Copy the link" }}</Button>
                <LinkButton href=fresh.webcal>"Open in this device’s calendar"</LinkButton>
                <LinkButton href=fresh.google>"Add to Google Calendar"</LinkButton>
            </div>
        </div>
    }
}

/// One link: what it shows, since when there is one, and what can be done.
#[component]
fn Row(row: FeedRow, make: ServerAction<MakeFeed>, end: ServerAction<EndFeed>) -> impl IntoView {
    let scope = row.scope.word();
    let hides = row.link.as_ref().is_some_and(|link| link.hides_titles);
    let verb = if row.link.is_some() { "Make a new link" } else { "Make a link" };
    let (of, end_of) = (row.title.clone(), row.title.clone());
    let state = row.link.as_ref().map_or_else(|| "No link yet.".to_owned(), |link| link.made.clone());
    let ending = row.link.is_some().then(|| {
        view! {
            <ActionForm action=end>
                <input type="hidden" name="scope" value=scope />
                <Button submit=true kind=ButtonKind::Danger pending=end.pending()>
                    "End the link"<span class="visually-hidden">" to "{end_of.clone()}</span>
                </Button>
            </ActionForm>
        }
    });
    view! {
        <div class="settings-feed">
            <h3>{row.title.clone()}</h3>
            <p>{row.note}" "{state}{row.link.is_some().then_some(" A new link ends this one.")}</p>
            <ActionForm action=make attr:class="settings-questions">
                <input type="hidden" name="scope" value=scope />
                <Checkbox name="hides_titles" checked=hides>"Without titles: only when"</Checkbox>
                <Button submit=true pending=make.pending()>
                    {verb}<span class="visually-hidden">" to "{of.clone()}</span>
                </Button>
            </ActionForm>
            {ending}
        </div>
    }
}

/// Puts text on the clipboard; false where the browser has none for us, and people copy by hand.
fn copy_text(text: &str) -> bool {
    let written = || {
        let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
        let write = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into::<Function>().ok()?;
        write.call1(&clipboard, &text.into()).ok()
    };
    written().is_some()
}
