//! `/library/{id}/history`

use super::api::{RestoreNote, note_history};
use crate::ui::{
    Button, ButtonKind, Chip, ChipKind, Diff, DiffItem, DiffLine, IconName, LinkButton, Loaded, Note, PageHead, Piece,
    Section, Status, Timeline, TimelineItem, When,
};
use crate::use_live;
use crate::wire::load;
use domain::event::Topic;
use domain::library::{NoteHistoryPage as Page, ShownVersion, VersionLine};
use domain::program::WordChange;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_location, use_params_map};

/// Every text that a note had, and what one of them changed.
#[component]
pub fn NoteHistoryPage() -> impl IntoView {
    let (params, search) = (use_params_map(), use_location().search);
    let id = move || params.read().get("id").unwrap_or_default();
    let (live, restore) = (use_live(Topic::Library), ServerAction::<RestoreNote>::new());
    let page = load(move || (id(), search.get(), live.get()), |(id, query, _)| note_history(id, query));
    view! {
        <Title text="Earlier texts · Kith" />
        <main class="page" id="main" tabindex="-1">
            <Loaded from=page failure="The earlier texts did not load" let:page>
                <Content page restore />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(page: Page, restore: ServerAction<RestoreNote>) -> impl IntoView {
    let refused = move || restore.value().get().and_then(Result::err).map(|error| error.to_string());
    let refused = move || refused().map(|text| view! { <Note status=Status::Danger>{text}</Note> });
    let (href, id) = (format!("/library/{}", page.id), page.id.to_string());
    let back = move || view! { <LinkButton href icon=IconName::Note>"The note"</LinkButton> };
    let (shown, of) = (page.shown.n, id.clone());
    let line = |line: VersionLine| view! { <Line line of=of.clone() shown /> };
    let lines = page.versions.into_iter().map(line).collect_view();
    view! {
        <PageHead title=format!("Earlier texts of “{}”", page.title) actions=back />
        <div role="status">{refused}</div>
        <div class="split section">
            <Changed version=page.shown id restore />
            <aside aria-label="All texts">
                <Section id="all" title="All texts"><Timeline>{lines}</Timeline></Section>
            </aside>
        </div>
    }
}

#[component]
fn Changed(version: ShownVersion, id: String, restore: ServerAction<RestoreNote>) -> impl IntoView {
    let piece = |change: WordChange| match change {
        WordChange::Same(words) => Piece::Same(words),
        WordChange::Gone(words) => Piece::Gone(words),
        WordChange::New(words) => Piece::New(words),
    };
    let (before, after) = version.title;
    let title = (before != after && version.n > 1).then(|| {
        let line = DiffLine { label: "Title".to_owned(), before, after, pieces: Vec::new() };
        view! { <DiffItem line /> }
    });
    let pieces = version.changes.into_iter().map(piece).collect();
    let text = DiffLine { label: "Text".to_owned(), pieces, ..DiffLine::default() };
    let again = version.may_restore.then(|| {
        view! {
            <ActionForm action=restore>
                <input type="hidden" name="note" value=id />
                <input type="hidden" name="n" value=version.n.to_string() />
                <Button kind=ButtonKind::Primary icon=IconName::Undo submit=true pending=restore.pending()>
                    "Bring this text back"
                </Button>
            </ActionForm>
        }
    });
    let heading = if version.n == 1 { "The first text".to_owned() } else { format!("What text {} changed", version.n) };
    view! {
        <Section id="changed" title=heading>
            <Diff>{title}<DiffItem line=text /></Diff>
            {again}
        </Section>
    }
}

#[component]
fn Line(line: VersionLine, of: String, shown: u32) -> impl IntoView {
    let (iso, text) = (line.at.iso, line.at.text);
    let meta = move || view! { <When datetime=iso text /> };
    let href = format!("/library/{of}/history?n={}", line.n);
    let current = line.is_current.then(|| view! { <Chip kind=ChipKind::Plain>"what it says now"</Chip> });
    let why = (!line.why.is_empty()).then(|| view! { <q class="quoted" dir="auto">{line.why}</q> });
    let back = line.restores.map(|n| format!(" brought text {n} back"));
    view! {
        <TimelineItem icon=IconName::History meta>
            <a class="link" href=href aria-current=(line.n == shown).then_some("true")>{format!("Text {}", line.n)}</a>
            " by "
            <bdi>{line.by.name}</bdi>
            {back}
            " "
            {current}
            {why}
        </TimelineItem>
    }
}
