//! Why one learner has the mentor they have, or none: for whoever looks after the program.

use super::fit_bar::FitBar;
use super::waiting_list::Out;
use crate::ui::Section;
use domain::id::ProgramId;
use domain::match_rounds::Why;
use leptos::prelude::*;

/// The answer, why not others, and the smallest change.
#[component]
pub(super) fn WhyCard(why: Why, program: ProgramId) -> impl IntoView {
    let back = format!("/admin/programs/{program}/match");
    let close = move || view! { <a class="link" href=back>"Close"</a> };
    let fit = why.pair.map(|pair| view! { <FitBar band=pair.band parts=pair.parts lines=pair.lines open=true /> });
    let because = (!why.because.is_empty()).then(|| view! { <p>{why.because.clone()}</p> });
    let others = why.others.into_iter().filter(|words| *words != why.because);
    let others: Vec<_> = others.map(|words| view! { <li>{words}</li> }).collect();
    let others = (!others.is_empty()).then(|| {
        view! {
            <h3 class="pairing-subtitle">"Why not another"</h3>
            <ul class="pairing-lines">{others}</ul>
        }
    });
    let out = why.way_out.map(|out| view! { <Out out /> });
    let nothing =
        why.nothing_helps.then(|| view! { <p class="quiet">"No single change that was tried would help."</p> });
    view! {
        <div class="pairing-why">
            <Section id="why" title=why.title aside=close>{because}{fit}{others}{out}{nothing}</Section>
        </div>
    }
}
