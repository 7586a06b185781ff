//! The ring on its stage, live as its people answer, with what its colours say.

use crate::ui::ring::Ring;
use crate::ui::{Answer, PeopleRing, RingMember, Seen};
use domain::swaps::{FaceAnswer, RingFace, RingPage};
use leptos::prelude::*;

/// The picture.
#[component]
pub(super) fn RingPicture(page: RingPage, seen: Seen) -> impl IntoView {
    let members: Vec<RingMember> = page.faces.iter().map(member).collect();
    let mark = seen.mark(format!("{}/yes", page.id), page.count.clone());
    let is_yours = page.yours.is_some();
    let has_said_yes = page.yours.as_ref().is_some_and(|yours| yours.has_said_yes);
    let teaches = page.yours.as_ref().is_some_and(|yours| yours.teach.is_some());
    let learns = page.yours.as_ref().is_some_and(|yours| yours.learn.is_some());
    view! {
        <div class="swap-stage">
            <Echo count=page.faces.len() />
            <div data-changed=mark>
                <PeopleRing id="ring" label=page.label middle=(page.count, "said yes".to_owned()) members />
            </div>
            {is_yours.then(|| view! { <Key teaches learns has_said_yes /> })}
        </div>
    }
}

fn member(face: &RingFace) -> RingMember {
    RingMember {
        name: face.person.name.clone(),
        seed: face.person.id.to_string(),
        gives: face.gives.clone(),
        answer: match face.answer {
            FaceAnswer::Yes => Answer::Yes,
            FaceAnswer::Waiting => Answer::Waiting,
            FaceAnswer::Out => Answer::Left,
        },
        is_you: face.is_you,
    }
}

/// What the two colours say.
#[component]
fn Key(teaches: bool, learns: bool, has_said_yes: bool) -> impl IntoView {
    let promised = if has_said_yes { "goes from you" } else { "goes from you, not yet promised" };
    let state = (!has_said_yes).then_some("open");
    let learn = learns.then(|| view! { <li><span class="key-arc" data-kind="learn"></span>"comes to you"</li> });
    let teach = teaches.then(|| {
        view! { <li><span class="key-arc" data-kind="teach" data-state=state></span>{promised}</li> }
    });
    view! { <ul class="key swap-key">{learn}{teach}</ul> }
}

/// The motif as ground, never as information: as many pieces as there are people.
#[component]
fn Echo(count: usize) -> impl IntoView {
    let count = u8::try_from(count).unwrap_or(3);
    let pieces = Ring::new(50.0, 49.0, 39.0).pieces(count, 6.0, 10.0);
    let paths = pieces.into_iter().map(|d| view! { <path d=d></path> }).collect_view();
    view! { <svg class="next-step-echo" viewBox="0 0 100 100" aria-hidden="true">{paths}</svg> }
}
