//! Changing what others are using: fields that several edit, what changed, what it does, and two values for one field.

use leptos::prelude::*;

use super::super::{
    Button, ButtonSize, ConflictCard, ConflictValue, Diff, DiffItem, DiffLine, DiffValues, EffectLine, EffectSquares,
    Face, Field, LiveField, Piece, TextInput,
};
use super::specimen::{Guide, Specimen};

#[component]
pub(super) fn Editing() -> impl IntoView {
    view! {
        <Guide id="editing" title="Editing together" note="Never locked, never overwritten, never the last one wins in silence.">
            <Fields />
            <Conflict />
            <Changes />
            <Effects />
        </Guide>
    }
}

#[component]
fn Fields() -> impl IntoView {
    let priya = Face { name: "Priya Raman".to_owned(), seed: "priya-raman".to_owned() };
    view! {
        <Specimen name="LiveField: typing, draft, changed">
            <div class="guide-column">
                <LiveField path="title" typing=Some("Inês".to_owned())>
                    <Field id="guide-live-title" label="Name"><TextInput name="live-title" value="Pairs for Care" /></Field>
                </LiveField>
                <LiveField path="cadence" draft=true was=Some("every week".to_owned())>
                    <Field id="guide-live-rhythm" label="Pairs meet"><TextInput name="live-rhythm" value="every 2 weeks" /></Field>
                </LiveField>
                <LiveField path="answer" changed=Some((priya, "Priya, just now".to_owned())) glows=true>
                    <Field id="guide-live-answer" label="Answer within"><TextInput name="live-answer" value="3 days" /></Field>
                </LiveField>
            </div>
        </Specimen>
    }
}

#[component]
fn Conflict() -> impl IntoView {
    let value = |name: &str, seed: &str, who: &str, value: &str| ConflictValue {
        name: name.to_owned(),
        seed: seed.to_owned(),
        who: who.to_owned(),
        value: value.to_owned(),
    };
    let values = vec![
        value("Inês Carvalho", "ines-carvalho", "Inês, 8 seconds ago", "45 minutes"),
        value("Sol Lindqvist", "sol-lindqvist", "You, not saved", "30 minutes"),
    ];
    view! {
        <Specimen name="ConflictCard">
            <ConflictCard label="Conflict: length of a meeting" title="Inês changed this while you were editing it" values>
                <Button size=ButtonSize::Small>"Keep 45 minutes"</Button>
                <Button size=ButtonSize::Small>"Use my 30 minutes"</Button>
            </ConflictCard>
        </Specimen>
    }
}

#[component]
fn Changes() -> impl IntoView {
    let line = |label: &str, before: &str, after: &str| DiffLine {
        label: label.to_owned(),
        before: before.to_owned(),
        after: after.to_owned(),
        pieces: Vec::new(),
    };
    let pieces = vec![
        Piece::Same("every ".to_owned()),
        Piece::Gone("week ".to_owned()),
        Piece::New("two weeks ".to_owned()),
        Piece::Same("and agree one goal".to_owned()),
    ];
    let text = DiffLine { label: "How this works".to_owned(), pieces, ..DiffLine::default() };
    view! {
        <Specimen name="Diff, DiffItem, DiffValues">
            <div class="guide-column">
                <Diff>
                    <DiffItem line=line("Pairs meet", "every week", "every 2 weeks") />
                    <DiffItem line=line("Stage", "", "Departure drill") />
                    <DiffItem line=text />
                </Diff>
                <DiffValues before="1".to_owned() after="2".to_owned() />
            </div>
        </Specimen>
    }
}

#[component]
fn Effects() -> impl IntoView {
    let units = [vec![None; 31], vec![Some("gain"); 4], vec![Some("keep"); 2]].concat();
    let line = |mark: &'static str, count, words: &str| EffectLine {
        mark: Some(mark),
        count,
        words: words.to_owned(),
        ..EffectLine::default()
    };
    let lines =
        vec![line("gain", 4, "gain the drill before they close"), line("keep", 2, "had closed; their finish stays")];
    view! {
        <Specimen name="EffectSquares">
            <EffectSquares
                id="guide-effect"
                sentence="37 people: 31 unaffected, 4 gain a step, 2 keep their finished milestone.".to_owned()
                units
                lines
            />
        </Specimen>
    }
}
