//! Where imports begin: choose files, or look at earlier imports.

use super::import_api::{earlier_imports, refused_upload};
use super::import_history::ImportHistoryTable;
use super::import_steps::ImportSteps;
use crate::ui::{Button, ButtonKind, Icon, IconName, IconSize, Loaded, PageHead, Section};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::import::Kind;
use leptos::prelude::*;
use leptos_meta::Title;

/// `/admin/import`
#[component]
pub fn ImportPage() -> impl IntoView {
    let live = use_live(Topic::Everything);
    let history = load(move || live.get(), |_| earlier_imports());
    view! {
        <Title text="Import · Kith" />
        <main class="page" id="main" tabindex="-1">
            <PageHead
                title="Import"
                lead="Bring in teams, people, skills, levels and wants from CSV files. Nothing is written before you press Import, and you can undo it for seven days."
            />
            <ImportSteps current=1 />
            <UploadForm />
            <Templates />
            <Section id="earlier" title="Earlier imports">
                <Loaded from=history part=true failure="The earlier imports did not load" let:history>
                    <ImportHistoryTable history />
                </Loaded>
            </Section>
        </main>
    }
}

/// A plain form: a file travels without JavaScript only in one that no server function answers.
#[component]
fn UploadForm() -> impl IntoView {
    let refused = load(|| (), |()| refused_upload());
    let error =
        move || Suspend::new(async move { refused.await.ok().flatten().map(|text| view! { <UploadError text /> }) });
    view! {
        <form class="form import-upload" method="post" action="/admin/import/upload" enctype="multipart/form-data">
            <div class="field">
                <label class="field-label" for="files">"CSV files"</label>
                <p class="field-hint" id="files-hint">
                    "One or several, up to 100,000 rows each. Excel can save as CSV; commas, semicolons and tabs are all fine."
                </p>
                <input
                    class="import-files-input"
                    type="file"
                    id="files"
                    name="files"
                    accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
                    multiple
                    required
                    aria-describedby="files-hint files-error"
                />
                <Transition>{error}</Transition>
            </div>
            <Button kind=ButtonKind::Primary submit=true>"Upload and look at the columns"</Button>
        </form>
    }
}

#[component]
fn UploadError(text: String) -> impl IntoView {
    view! {
        <p class="field-error" id="files-error" role="alert">
            <Icon name=IconName::Alert size=IconSize::Small />
            {text}
        </p>
    }
}

/// A file of each kind to start from.
#[component]
fn Templates() -> impl IntoView {
    let links = Kind::ALL
        .map(|kind| {
            let href = format!("/admin/import/templates/{}.csv", kind.key());
            view! {
                <li>
                    <a class="link" href=href download="" rel="external">
                        {kind.title()}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <p class="import-templates-lead" id="templates">"No files yet? Start from a template:"</p>
        <ul class="import-templates" aria-labelledby="templates">
            {links}
        </ul>
    }
}
