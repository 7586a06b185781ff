//! `/hours/proof`: that hours even out, for everybody, signed in or not.

use super::api::hours_proof;
use crate::ui::{Loaded, Note, Status, Wordmark};
use crate::wire::load;
use domain::hours::HoursProof;
use leptos::prelude::*;
use leptos_meta::Title;

/// The proof.
#[component]
pub fn HoursProofPage() -> impl IntoView {
    let proof = load(|| (), |()| hours_proof());
    view! {
        <Title text="Every hour evens out · Kith" />
        <header class="public-head"><a href="/welcome" rel="external"><Wordmark label="Kith" /></a></header>
        <main class="page door" id="main" tabindex="-1">
            <Loaded from=proof failure="The proof did not load" let:proof>
                <Content proof />
            </Loaded>
        </main>
    }
}

#[component]
fn Content(proof: HoursProof) -> impl IntoView {
    let holds = proof.sum == 0;
    let said = if holds {
        view! { <Note status=Status::Success>"All balances together are 0 minutes."</Note> }.into_any()
    } else {
        let words = format!("All balances together are {} minutes, not zero. Tell an admin.", proof.sum);
        view! { <Note status=Status::Danger>{words}</Note> }.into_any()
    };
    let totals = proof.held.zip(proof.owed).zip(proof.commons);
    let totals = totals.map(|((held, owed), commons)| {
        view! {
            <Fact term="Taught more than they learned">{held}</Fact>
            <Fact term="Learned more than they taught">{owed}</Fact>
            <Fact term="The commons">{commons}</Fact>
        }
    });
    view! {
        <h1>"Every hour evens out"</h1>
        <p class="page-lead">
            "Who teaches an hour here gains it, and somebody pays for it: those who learned, or the commons. So all hours together are zero, always."
        </p>
        {said}
        <dl class="hours-facts">
            {totals}
            <Fact term="People with hours">{proof.people}</Fact>
            <Fact term="Postings">{proof.postings.to_string()}</Fact>
            <Fact term="After event">{proof.seq.to_string()}</Fact>
            <Fact term="Head"><code>{proof.head}</code></Fact>
        </dl>
        <p class="section-note">
            "Every posting carries the hash of the one before it, and the head covers the last one of every account. Note it: whoever runs this server can have the whole ledger recomputed by "
            <code>"kith ledger verify"</code>
            ", which says the same head as long as nothing was altered, left out or slipped in."
        </p>
        <p class="section-note">"Nobody’s own hours stand here. What a few people hold together is left out too."</p>
    }
}

#[component]
fn Fact(term: &'static str, children: Children) -> impl IntoView {
    view! { <div><dt>{term}</dt><dd>{children()}</dd></div> }
}
