//! `/admin/evidence`: what each kind of evidence counts for, tried out before it is saved.

use super::api::{SetEvidenceRules, WorkOutLeniency, evidence_rules};
use super::raters::Raters;
use super::rules_form::RulesForm;
use super::rules_preview::RulesPreview;
use crate::ui::{Button, Loaded, Note, PageHead, Section, Status, toast_when_done};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::evidence::pages::EvidencePage as Page;
use domain::rejection::Rejection;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// What can be done on the page.
#[derive(Clone, Copy)]
pub(super) struct RuleActions {
    pub set: ServerAction<SetEvidenceRules>,
    pub leniency: ServerAction<WorkOutLeniency>,
}

/// The page.
#[component]
pub fn EvidencePage() -> impl IntoView {
    let search = use_location().search;
    let actions = RuleActions { set: ServerAction::new(), leniency: ServerAction::new() };
    toast_when_done(actions.set, "Saved. All levels are worked out anew.");
    toast_when_done(actions.leniency, "Worked out.");
    let live = use_live(Topic::Everything);
    let changes = move || (live.get(), actions.set.version().get(), actions.leniency.version().get());
    let page = load(move || (search.get(), changes()), |(query, _)| evidence_rules(query));
    let failed = move || {
        let errors =
            [actions.set.value().get().and_then(Result::err), actions.leniency.value().get().and_then(Result::err)];
        let error = errors.into_iter().flatten().next()?;
        Some(view! { <Note status=Status::Danger>{error.to_string()}</Note> })
    };
    view! {
        <Title text="Evidence · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead title="Evidence" lead="What each kind counts for, and how fast it fades. Levels and cover follow from it." />
            <div role="status">{failed}</div>
            <Loaded from=page part=true failure="The rules of evidence did not load" let:page>
                <Rules page actions />
            </Loaded>
        </main>
    }
}

#[component]
fn Rules(page: Page, actions: RuleActions) -> impl IntoView {
    let preview = page.preview.clone().map(|preview| view! { <RulesPreview preview actions /> });
    let stale = page.refused.clone().filter(|refused| matches!(refused, Rejection::Stale(_)));
    let stale = stale.map(|refused| view! { <Note status=Status::Warning>{refused.to_string()}</Note> });
    let reset = (!page.is_usual).then(|| view! { <Reset actions /> });
    view! {
        {preview}
        <div role="status">{stale}</div>
        <RulesForm page=page.clone() />
        {reset}
        <Raters page actions />
    }
}

#[component]
fn Reset(actions: RuleActions) -> impl IntoView {
    view! {
        <Section id="usual" title="Back to what is usual" note="All kinds count as the model was published. Nothing that people said is lost.">
            <ActionForm action=actions.set>
                <input type="hidden" name="query" value="" />
                <Button submit=true pending=actions.set.pending()>"Count as usual"</Button>
            </ActionForm>
        </Section>
    }
}
