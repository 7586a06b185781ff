//! The fields of a note, and the card where two people changed it at once.

use super::note_form_page::{NoteDraft, people};
use super::note_verbs::intervals;
use crate::error::field_error;
use crate::ui::{
    Button, ButtonKind, ComboMode, ComboOption, Combobox, ConflictCard, ConflictValue, Field, IconName, LinkButton,
    Note, Select, Status, TextArea, TextInput,
};
use domain::library::NoteFormPage as Page;
use domain::program::words::merge3;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// The form. What was refused stands beside its field.
#[component]
pub(super) fn NoteFields(page: Page, draft: NoteDraft) -> impl IntoView {
    let value = move || draft.save.value().get();
    let error = move |name| Signal::derive(move || field_error(value(), name));
    let other = move || value().and_then(Result::err).and_then(|error| error.beside_fields());
    let failed = move || other().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let id = page.id.as_ref().map(ToString::to_string).unwrap_or_default();
    let session = page.session.as_ref().map(ToString::to_string).unwrap_or_default();
    let skills: Vec<ComboOption> =
        page.all_skills.iter().map(|skill| ComboOption::new(skill.id.to_string(), &skill.name)).collect();
    let back = page.id.as_ref().map_or_else(|| "/library".to_owned(), |id| format!("/library/{id}"));
    let is_new = page.id.is_none();
    let (n, clash) = (page.n, page.clone());
    let clash = move || draft.clashes_with(n).then(|| view! { <Clash page=clash.clone() draft /> });
    let discard = page.body.clone();
    let discard = Callback::new(move |()| {
        draft.body.set(discard.clone());
        draft.is_back.set(false);
    });
    let is_back = move || {
        draft.is_back.get().then(|| {
            view! {
                <Note status=Status::Info>
                    "What you typed before stands here again. "
                    <Button kind=ButtonKind::Quiet on_press=discard>"Discard it"</Button>
                </Note>
            }
        })
    };
    let more = if is_new {
        view! { <New page=page.clone() draft /> }.into_any()
    } else {
        view! { <Why vouches=page.vouches error=error("why") /> }.into_any()
    };
    view! {
        {clash}
        <ActionForm action=draft.save attr:class="form note-form">
            <div role="status">{failed}{is_back}</div>
            <input type="hidden" name="form[id]" value=id />
            <input type="hidden" name="form[base]" value=move || draft.base.get().to_string() />
            <input type="hidden" name="form[session]" value=session />
            <Field id="title" label="What is it called?" hint="As somebody would look for it." error=error("title")>
                <TextInput name="form[title]" bind=draft.title required=true placeholder="Block a lost chip" />
            </Field>
            <Field id="skills" label="What is it about?" error=error("skills")>
                <Combobox id="skills" name="skills[]" mode=ComboMode::Many options=skills selected=draft.skills placeholder="Skill" />
            </Field>
            <Field
                id="body"
                label="What does it say?"
                hint="Markdown: **bold**, lists with a dash, [words](https://address)."
                audience="Everybody here can read it, and change it."
                error=error("body")
            >
                <TextArea name="form[body]" bind=draft.body rows=14 required=true />
            </Field>
            {more}
            <div class="buttons">
                <Button kind=ButtonKind::Primary icon=IconName::Check submit=true pending=draft.save.pending()>"Save"</Button>
                <LinkButton kind=ButtonKind::Quiet href=back>"Cancel"</LinkButton>
            </div>
        </ActionForm>
    }
}

/// Who looks at a new note again, and how often.
#[component]
fn New(page: Page, draft: NoteDraft) -> impl IntoView {
    let error = move |name| Signal::derive(move || field_error(draft.save.value().get(), name));
    let (people, intervals, every) = (people(&page), intervals(page.every), page.every.count().to_string());
    view! {
        <div class="note-pair">
            <Field id="verifier" label="Who looks at it again?" hint="Nobody: you do." optional=true error=error("verifier")>
                <Combobox id="verifier" name="form[verifier]" options=people selected=draft.verifier placeholder="Name" />
            </Field>
            <Field id="every" label="How often?" error=error("every")>
                <Select name="form[every]" choices=intervals value=every />
            </Field>
        </div>
    }
}

/// Why a note changes, and what comes of it.
#[component]
fn Why(vouches: bool, error: Signal<Option<String>>) -> impl IntoView {
    let hint = if vouches { "It counts as verified by you." } else { "Its verifier is told and looks at it." };
    view! {
        <Field id="why" label="What did you change, and why?" hint optional=true error>
            <TextInput name="form[why]" placeholder="The key hangs elsewhere now" />
        </Field>
    }
}

/// Somebody else was faster: both texts, and the ways on.
#[component]
fn Clash(page: Page, draft: NoteDraft) -> impl IntoView {
    let by = page.changed_by.clone();
    let (name, seed) = by.map(|by| (by.name, by.id.to_string())).unwrap_or_default();
    let when = page.changed.as_ref().map(|at| at.text.clone()).unwrap_or_default();
    let said = |title: &str, body: &str| format!("{title}\n\n{body}");
    let theirs = ConflictValue {
        who: format!("{name}, {when}"),
        value: said(&page.title, &page.body),
        name: name.clone(),
        seed,
    };
    let (title, body) = (draft.title.get_untracked(), draft.body.get_untracked());
    let mine = ConflictValue {
        name: "You".to_owned(),
        seed: String::new(),
        who: "You, not saved".to_owned(),
        value: said(&title, &body),
    };
    let mine = (mine.value != theirs.value).then_some(mine);
    let both =
        merge3(&draft.begun.get_untracked(), &page.body, &body).filter(|both| *both != page.body && *both != body);
    let (for_mine, for_theirs, for_both) = (page.clone(), page.clone(), page);
    let keep_mine = Callback::new(move |()| draft.go_on_from(&for_mine));
    let keep_theirs = Callback::new(move |()| draft.take(&for_theirs));
    let join = both.map(|both| {
        let join = Callback::new(move |()| {
            draft.go_on_from(&for_both);
            draft.body.set(both.clone());
        });
        view! { <Button on_press=join>"Put both together"</Button> }
    });
    view! {
        <div class="note-clash">
            <ConflictCard
                label="Two people changed this note"
                title=format!("{name} changed this note while you were changing it")
                values=std::iter::once(theirs).chain(mine).collect()
            >
                <span data-needs="script">{join}</span>
                <span data-needs="script"><Button on_press=keep_mine>"Go on with mine"</Button></span>
                <span data-needs="script"><Button kind=ButtonKind::Quiet on_press=keep_theirs>"Take theirs"</Button></span>
            </ConflictCard>
            <p class="section-note">"Nothing is saved yet. Yours stands in the form below; what you save now comes after theirs, which stays among the earlier texts."</p>
        </div>
    }
}
