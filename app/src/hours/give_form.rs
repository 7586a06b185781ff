//! Give hours: to whom, how many, what for.

use super::api::GiveHours;
use crate::ui::{
    Button, ButtonKind, ComboOption, Combobox, Field, IconName, InputKind, Note, Section, Status, TextArea, TextInput,
    toast_when_done, when_done,
};
use leptos::form::ActionForm;
use leptos::prelude::*;

/// What is being written; it outlives what changes the page around it.
#[derive(Clone, Copy)]
pub(super) struct GiveDraft {
    pub action: ServerAction<GiveHours>,
    to: RwSignal<Vec<ComboOption>>,
    minutes: RwSignal<String>,
    words: RwSignal<String>,
    /// Names the gift: the same until it is given, so that one whose answer was lost counts once.
    key: RwSignal<String>,
}

impl GiveDraft {
    pub fn new() -> Self {
        let action = ServerAction::new();
        toast_when_done(action, "Given. Both of you see it in your statements.");
        let text = || RwSignal::new(String::new());
        let draft = Self { action, to: RwSignal::new(Vec::new()), minutes: text(), words: text(), key: text() };
        when_done(action, Callback::new(move |()| draft.clear()));
        draft
    }

    /// An empty form again.
    fn clear(self) {
        self.to.update(Vec::clear);
        self.minutes.set(String::new());
        self.words.set(String::new());
        self.key.set(String::new());
    }

    fn named(self, fresh: &str) -> RwSignal<String> {
        if self.key.with_untracked(String::is_empty) {
            self.key.set(fresh.to_owned());
        }
        self.key
    }
}

/// The form. `key` is a fresh name for the next gift, which counts once however often it is sent.
#[component]
pub(super) fn GiveForm(choices: Vec<(String, String)>, key: String, draft: GiveDraft) -> impl IntoView {
    let option = |(id, name): (String, String)| {
        let option = ComboOption::new(id.clone(), name);
        if id.starts_with(':') { option } else { option.with_face(id) }
    };
    let key = draft.named(&key);
    let options = choices.into_iter().map(option).collect::<Vec<_>>();
    let error = move || draft.action.value().get().and_then(Result::err);
    let field = move |name: &'static str| error().and_then(|error| error.field(name));
    let failed = move || error()?.beside_fields().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    view! {
        <Section id="give" title="Give hours" note="To somebody who did more than they had to, or to everybody.">
            <ActionForm action=draft.action attr:class="form">
                <input type="hidden" name="form[key]" value=move || key.get() />
                <div role="status">{failed}</div>
                <Field id="to" label="To whom?" error=move || field("to")>
                    <Combobox id="to" name="form[to]" options selected=draft.to placeholder="Name" />
                </Field>
                <Field id="minutes" label="Minutes" hint="From 1 to 600." error=move || field("minutes")>
                    <TextInput name="form[minutes]" kind=InputKind::Number bind=draft.minutes required=true attr:min="1" attr:max="600" />
                </Field>
                <Field id="words" label="What for?" optional=true audience="Whoever gets it and organisation admins read this." error=move || field("words")>
                    <TextArea name="form[words]" bind=draft.words rows=2 />
                </Field>
                <div><Button kind=ButtonKind::Primary icon=IconName::Send submit=true pending=draft.action.pending()>"Give them"</Button></div>
            </ActionForm>
        </Section>
    }
}
