//! `/new/note` and `/library/{id}/edit`

use super::api::{SaveNote, note_form};
use super::note_fields::NoteFields;
use super::note_verbs::option;
use crate::AppError;
use crate::ui::{ComboOption, KeptText, Loaded, PageHead, WrittenFor, forget_text, keep_text, when_done};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::library::NoteFormPage as Page;
use domain::rejection::Rejection;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_location, use_params_map};

/// What is being written. Neither news nor a reload takes a word of it.
#[derive(Clone, Copy)]
pub(super) struct NoteDraft {
    pub save: ServerAction<SaveNote>,
    pub title: RwSignal<String>,
    pub body: RwSignal<String>,
    pub skills: RwSignal<Vec<ComboOption>>,
    pub verifier: RwSignal<Vec<ComboOption>>,
    /// The version that the change was begun from.
    pub base: RwSignal<u32>,
    /// What the note said then.
    pub begun: RwSignal<String>,
    /// What was typed before stands there again.
    pub is_back: RwSignal<bool>,
    /// Under which it is kept in this browser.
    key: RwSignal<String>,
    of: WrittenFor,
    is_begun: StoredValue<bool>,
}

impl NoteDraft {
    fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            save: ServerAction::new(),
            title: text(),
            body: text(),
            skills: RwSignal::new(Vec::new()),
            verifier: RwSignal::new(Vec::new()),
            base: RwSignal::new(0),
            begun: text(),
            is_back: RwSignal::new(false),
            key: text(),
            of: WrittenFor::nothing(),
            is_begun: StoredValue::new(false),
        }
    }

    /// Keeps what is typed in this browser, until it is saved.
    fn keep(self) {
        let Self { key, body: text, begun: first, is_back, .. } = self;
        keep_text(KeptText { key, text, first, is_back });
        when_done(self.save, Callback::new(move |()| forget_text(&key.get_untracked())));
    }

    /// Begins with what the note says; once for each note.
    fn write_for(self, page: &Page) {
        let of = page.id.as_ref().map_or_else(|| "new".to_owned(), ToString::to_string);
        let is_another = self.of.turns_to(&of);
        if self.is_begun.get_value() && !is_another {
            return;
        }
        self.is_begun.set_value(true);
        self.is_back.set(false);
        self.skills.set(page.skills.iter().map(|skill| ComboOption::new(skill.id.to_string(), &skill.name)).collect());
        self.stand_as(page);
        self.key.set(format!("kith-note:{of}"));
    }

    /// What stands in the note stands in the form too.
    pub fn take(self, page: &Page) {
        self.stand_as(page);
        self.save.clear();
    }

    /// What is in the form is a change of what stands in the note now.
    pub fn go_on_from(self, page: &Page) {
        self.begin_from(page);
        self.save.clear();
    }

    fn stand_as(self, page: &Page) {
        self.title.set(page.title.clone());
        self.body.set(page.body.clone());
        self.begin_from(page);
    }

    fn begin_from(self, page: &Page) {
        self.begun.set(page.body.clone());
        self.base.set(page.n);
    }

    /// True when somebody else changed the note since the change was begun.
    pub fn clashes_with(self, n: u32) -> bool {
        let is_refused = matches!(self.save.value().get(), Some(Err(AppError::Rejected(Rejection::Stale(_)))));
        is_refused || self.base.get() != n
    }
}

/// The form of a note; of a new one where the address names none.
#[component]
pub fn NoteFormPage() -> impl IntoView {
    let (params, search) = (use_params_map(), use_location().search);
    let id = move || params.read().get("id").unwrap_or_default();
    let (draft, live) = (NoteDraft::new(), use_live(Topic::Library));
    draft.keep();
    let source = move || (id(), search.get(), live.get(), draft.save.version().get());
    let form = load(source, |(id, query, ..)| note_form(id, query));
    view! {
        <Title text="Write a note · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=form failure="This form did not load" let:page>
                <Content page draft />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, draft: NoteDraft) -> impl IntoView {
    draft.write_for(&page);
    let title = if page.id.is_some() { "Change the note" } else { "Write a 3-minute note" };
    let lead = if page.id.is_some() {
        "Every earlier text stays; somebody can always bring it back."
    } else {
        "What you would say to whoever stands in for you tomorrow. You answer for it; others may improve it."
    };
    view! {
        <PageHead title lead=Signal::stored(lead.to_owned()) />
        <NoteFields page draft />
    }
}

/// Everybody who can look at a note again.
pub(super) fn people(page: &Page) -> Vec<ComboOption> {
    page.people.iter().map(option).collect()
}
