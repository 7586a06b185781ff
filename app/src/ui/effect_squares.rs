//! A change counted in people before it is saved: one square for each, and under them what happens to whom.

use leptos::prelude::*;

/// People to whom the same happens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EffectLine {
    /// How their squares are drawn: `gain`, `keep`, `later`.
    pub mark: Option<&'static str>,
    /// How many.
    pub count: u32,
    /// What happens: "gain the drill before they close".
    pub words: String,
    /// Names, with addresses, of the first few.
    pub names: Vec<(String, String)>,
    /// How many more there are.
    pub more: u32,
}

/// The picture of what a change does.
#[component]
pub fn EffectSquares(
    /// Id of the heading, unique on the page.
    #[prop(into)]
    id: String,
    /// "37 pairs: 31 unaffected, 4 gain a step."
    sentence: String,
    /// A square each, by how it is drawn.
    units: Vec<Option<&'static str>>,
    /// "One square is 167 people."; empty when it is one.
    #[prop(optional, into)]
    scale: String,
    /// What happens to whom.
    lines: Vec<EffectLine>,
) -> impl IntoView {
    let heading = id.clone();
    let squares = units.into_iter().map(|mark| view! { <i class="effect-unit" data-effect=mark></i> }).collect_view();
    let scale = (!scale.is_empty()).then(|| view! { <p class="section-note">{scale}</p> });
    let lines = lines.into_iter().map(|line| view! { <Line line /> }).collect_view();
    view! {
        <section class="effect" aria-labelledby=id.clone()>
            <h3 class="figure-takeaway" id=heading>{sentence}</h3>
            <div class="effect-units" aria-hidden="true">{squares}</div>
            {scale}
            <ul class="effect-list">{lines}</ul>
        </section>
    }
}

#[component]
fn Line(line: EffectLine) -> impl IntoView {
    let more = (line.more > 0).then(|| format!("and {} more", line.more));
    let names =
        line.names.into_iter().map(|(name, href)| view! { <li><a href=href><bdi>{name}</bdi></a></li> }).collect_view();
    let more = more.map(|more| view! { <li>{more}</li> });
    view! {
        <li>
            <i class="effect-unit" data-effect=line.mark aria-hidden="true"></i>
            <data value=line.count.to_string()>{line.count}</data>
            <details class="effect-names">
                <summary>{line.words}" "<span class="link">"names"</span></summary>
                <ul>{names}{more}</ul>
            </details>
        </li>
    }
}
