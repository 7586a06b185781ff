//! Good news that can be taken back. Errors never come as a toast: they stay beside what caused them.

use std::time::Duration;

use leptos::ev;
use leptos::html;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::{Button, ButtonKind, ButtonSize, Icon, IconButton, IconName};

/// Long enough to read and to reach.
const STAYS: Duration = Duration::from_secs(8);

/// One message.
#[derive(Clone)]
struct Toast {
    id: u32,
    text: String,
    action: Option<(String, Callback<()>)>,
    /// Stays until it is answered or dismissed.
    waits: bool,
}

/// The messages on screen. Provided once by the shell, found with [`Toasts::here`].
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
}

impl Toasts {
    /// Makes toasts available to everything below; called once, by the shell.
    pub fn provide() -> Self {
        let toasts = Self { shown: RwSignal::new(Vec::new()), next: StoredValue::new(0) };
        provide_context(toasts);
        toasts
    }

    /// The toasts of this page. Without a shell around it they go nowhere.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Says that something worked: "Seat saved for 12:30".
    pub fn say(self, text: impl Into<String>) {
        self.push(text.into(), None, false);
    }

    /// Says that something worked and offers to undo it. The same undo must also stand in the page.
    pub fn say_with(self, text: impl Into<String>, verb: impl Into<String>, act: Callback<()>) {
        self.push(text.into(), Some((verb.into(), act)), false);
    }

    /// Offers something and waits for an answer: "A new version is ready".
    pub fn ask(self, text: impl Into<String>, verb: impl Into<String>, act: Callback<()>) {
        self.push(text.into(), Some((verb.into(), act)), true);
    }

    fn push(self, text: String, action: Option<(String, Callback<()>)>, waits: bool) {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        self.shown.update(|shown| shown.push(Toast { id, text, action, waits }));
    }

    fn dismiss(self, id: u32) {
        self.shown.update(|shown| shown.retain(|toast| toast.id != id));
    }
}

/// Says `words` whenever `action` has worked. Says nothing about what failed, which stays beside the form, nor about
/// what was done before the page came.
pub fn toast_when_done<A>(action: ServerAction<A>, words: impl Into<String>)
where
    A: ServerFn + Clone + Send + Sync + 'static,
    A::Output: Send + Sync + 'static,
    A::Error: Send + Sync + 'static,
{
    let (toasts, words) = (Toasts::here(), words.into());
    when_done(action, Callback::new(move |()| toasts.say(words.clone())));
}

/// Runs `act` whenever `action` has worked: to say so with a way back, or to empty the form.
pub fn when_done<A>(action: ServerAction<A>, act: Callback<()>)
where
    A: ServerFn + Clone + Send + Sync + 'static,
    A::Output: Send + Sync + 'static,
    A::Error: Send + Sync + 'static,
{
    let value = action.value();
    let worked = Signal::derive(move || value.with_untracked(|value| matches!(value, Some(Ok(_)))));
    run_when(action.version(), worked, act);
}

/// Every run of an action counts its version up, also one that failed.
fn run_when(version: RwSignal<usize>, worked: Signal<bool>, act: Callback<()>) {
    Effect::new(move |before: Option<usize>| {
        let now = version.get();
        if before.is_some_and(|before| before != now) && worked.get_untracked() {
            act.run(());
        }
        now
    });
}

/// Where toasts appear. Stands in the page from its first paint, so that screen readers listen to it.
/// Alt+T goes to it.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = Toasts::here();
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let keys = window_event_listener(ev::keydown, move |event| {
            let wanted = event.alt_key() && event.code() == "KeyT";
            if let (true, Some(region)) = (wanted, node.get_untracked()) {
                event.prevent_default();
                // A region that is gone needs no focus.
                let _ = region.focus();
            }
        });
        on_cleanup(move || keys.remove());
    });
    view! {
        <div class="toasts" role="status" aria-label="Messages" tabindex="-1" node_ref=node>
            <For each=move || toasts.shown.get() key=|toast| toast.id let:toast>
                <ToastCard toasts toast />
            </For>
        </div>
    }
}

/// Repeats the last message inside a modal dialog, where the region of the page is not heard.
#[component]
pub fn ToastEcho() -> impl IntoView {
    let toasts = use_context::<Toasts>();
    let last =
        move || toasts.and_then(|toasts| toasts.shown.with(|shown| shown.last().map(|toast| toast.text.clone())));
    view! {
        <p class="visually-hidden" role="status">
            {last}
        </p>
    }
}

#[component]
fn ToastCard(toasts: Toasts, toast: Toast) -> impl IntoView {
    let id = toast.id;
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let hold = move || {
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
    };
    let start = move || {
        hold();
        if toast.waits {
            return;
        }
        timer.set_value(set_timeout_with_handle(move || toasts.dismiss(id), STAYS).ok());
    };
    Effect::new(move |_| start());
    on_cleanup(hold);
    let action = toast.action.map(|(verb, act)| {
        let press = Callback::new(move |()| {
            act.run(());
            toasts.dismiss(id);
        });
        view! {
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small on_press=press>
                {verb}
            </Button>
        }
    });
    let dismiss = Callback::new(move |()| toasts.dismiss(id));
    view! {
        <div
            class="toast"
            on:mouseenter=move |_| hold()
            on:mouseleave=move |_| start()
            on:focusin=move |_| hold()
            on:focusout=move |_| start()
        >
            <Icon name=IconName::Check />
            <span class="toast-text">{toast.text}</span>
            {action}
            <IconButton icon=IconName::X label="Dismiss" size=ButtonSize::Small on_press=dismiss />
        </div>
    }
}
