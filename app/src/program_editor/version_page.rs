//! `/admin/programs/{id}/history/{n}`: one version against the one before, and what bringing it back would do.

use super::api::{DraftOfRest, RollBack, program_version};
use super::history_page::Changes;
use super::rail::Effect as EffectOf;
use crate::program_head::{At, Head};
use crate::ui::{Button, ButtonKind, Field, Loaded, Note, Section, Status, TextArea, When};
use crate::wire::load;
use domain::program_editor::{BringBack, VersionPage as Page};
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

/// One version.
#[component]
pub fn ProgramVersionPage() -> impl IntoView {
    let params = use_params_map();
    let source = move || {
        let params = params.read();
        let n = params.get("n").and_then(|n| n.parse().ok()).unwrap_or(0_u32);
        (params.get("id").unwrap_or_default(), n)
    };
    let page = load(source, |(id, n)| program_version(id, n));
    let (back, rest) = (ServerAction::<RollBack>::new(), ServerAction::<DraftOfRest>::new());
    view! {
        <Title text="A version · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="This version did not load" let:page>
                <Content page back rest />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, back: ServerAction<RollBack>, rest: ServerAction<DraftOfRest>) -> impl IntoView {
    let by = page.by.as_ref().map_or("Kith", |by| by.name.as_str()).to_owned();
    let restores = page.restores.map(|n| format!(" Brought back version {n}."));
    let note =
        (!page.note.is_empty()).then(|| view! { <p><q class="history-note" dir="auto">{page.note.clone()}</q></p> });
    let changes = if page.changes.is_empty() {
        view! { <p class="quiet">"The program was made."</p> }.into_any()
    } else {
        view! { <Changes changes=page.changes.clone() /> }.into_any()
    };
    let program = page.head.id.to_string();
    let to = |n: u32| format!("/admin/programs/{}/history/{n}", page.head.id);
    let older = page.older.map(
        |n| view! { <a class="button" data-kind="quiet" data-size="small" href=to(n)>{format!("Version {n}")}</a> },
    );
    let newer = page.newer.map(
        |n| view! { <a class="button" data-kind="quiet" data-size="small" href=to(n)>{format!("Version {n}")}</a> },
    );
    let bring = page.back.map(|bring| view! { <Bring program n=page.n bring back rest /> });
    view! {
        <Head head=Signal::stored(page.head.clone()) at=At::History />
        <Section id="version" title=format!("Version {}", page.n)>
            <p>
                {format!("{by}, {}. ", page.reach)}
                <When datetime=page.at.iso text=page.at.text />
                {restores}
            </p>
            {note}
            {changes}
            <p class="section-note">{format!("Seal of the settings: {}…", page.digest)}</p>
            <div class="buttons">{older}{newer}</div>
        </Section>
        {bring}
    }
}

#[component]
fn Bring(
    program: String,
    n: u32,
    bring: BringBack,
    back: ServerAction<RollBack>,
    rest: ServerAction<DraftOfRest>,
) -> impl IntoView {
    if bring.is_same {
        return view! { <p class="quiet">"The program stands as it did then."</p> }.into_any();
    }
    let effect = bring.effect.map(|effect| view! { <EffectOf effect /> });
    let is_refused = !bring.breaches.is_empty();
    let breaches = bring.breaches.into_iter().map(|breach| view! { <li>{breach}</li> }).collect_view();
    let refused = is_refused.then(|| view! { <Note status=Status::Danger>"It would break a promise, so nothing is brought back:"<ul>{breaches}</ul></Note> });
    let wrong = move || {
        let why = back.value().get().and_then(Result::err).or_else(|| rest.value().get().and_then(Result::err))?;
        Some(view! { <Note status=Status::Danger>{why.to_string()}</Note> })
    };
    let whole = (!is_refused).then(|| view! { <WholeForm program=program.clone() n back /> });
    let others = bring.has_rest.then(|| view! { <RestForm program n rest /> });
    view! {
        <Section id="back" title="Bring it back" note="A new version with the settings of this one, to the byte. What people did stays.">
            <Changes changes=bring.changes />
            {effect}
            {refused}
            <div role="alert">{wrong}</div>
            {whole}
            {others}
        </Section>
    }
    .into_any()
}

#[component]
fn WholeForm(program: String, n: u32, back: ServerAction<RollBack>) -> impl IntoView {
    view! {
        <ActionForm action=back attr:class="form">
            <input type="hidden" name="program" value=program />
            <input type="hidden" name="form[n]" value=n.to_string() />
            <Field id="note" label="Why" hint="Stands in the history." optional=true>
                <TextArea name="form[note]" rows=2 />
            </Field>
            <div><Button kind=ButtonKind::Primary submit=true pending=back.pending()>{format!("Bring version {n} back")}</Button></div>
        </ActionForm>
    }
}

/// Not identical, and says so.
#[component]
fn RestForm(program: String, n: u32, rest: ServerAction<DraftOfRest>) -> impl IntoView {
    view! {
        <ActionForm action=rest attr:class="form">
            <input type="hidden" name="program" value=program />
            <input type="hidden" name="n" value=n.to_string() />
            <p class="quiet">"All but these can come back as your draft, for you to look at first. The result is not identical to this version."</p>
            <div><Button submit=true pending=rest.pending()>"Bring back all but these"</Button></div>
        </ActionForm>
    }
}
