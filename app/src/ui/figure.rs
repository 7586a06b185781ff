//! Sentence, picture, table: what a chart says, the chart, and the same numbers to read.

use leptos::prelude::*;

use super::MaybeText;

/// A chart with its takeaway and its numbers. Draw the picture as
/// `<svg class="chart" role="img" aria-labelledby=id>`, with the same id.
#[component]
pub fn Figure(
    /// Id of the takeaway, unique on the page; the picture is labelled by it.
    #[prop(into)]
    id: String,
    /// What is drawn, over which time: small, above the takeaway.
    #[prop(optional, into)]
    title: MaybeText,
    /// What it says, in one sentence.
    #[prop(into)]
    takeaway: String,
    /// The same numbers as a `Table`, shown on demand and on paper.
    #[prop(optional, into)]
    table: Option<ViewFnOnce>,
    /// Where the numbers can be had as a file.
    #[prop(optional, into)]
    csv: MaybeText,
    /// The picture.
    children: Children,
) -> impl IntoView {
    let (title, csv) = (title.0, csv.0);
    let table = table.map(|table| {
        view! {
            <details>
                <summary>"Show table"</summary>
                {table.run()}
            </details>
        }
    });
    let csv = csv.map(|href| view! { <a class="link" href=href download="">"CSV"</a> });
    let labelled_by = id.clone();
    view! {
        <figure class="figure" aria-labelledby=labelled_by>
            <figcaption>
                {title.map(|title| view! { <span class="figure-title">{title}</span> })}
                <span class="figure-takeaway" id=id>
                    {takeaway}
                </span>
            </figcaption>
            {children()}
            <div class="figure-tools">{table} {csv}</div>
        </figure>
    }
}
