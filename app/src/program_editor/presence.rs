//! Who else has the editor open: says so every few seconds, and shows their faces.

use super::api::be_present;
use super::keep::Keeper;
use crate::ui::{Face, PresenceStack};
use domain::program::{Path, Presence};
use domain::program_editor::PresentFace;
use leptos::prelude::*;
use std::time::Duration;

/// How often an open editor says that it is there.
const EVERY: Duration = Duration::from_secs(5);

/// Says that this tab is open for as long as the page is shown.
pub(super) fn stay_present(keeper: Keeper) {
    let editing = keeper.editing;
    Effect::new(move |_| {
        let tab = format!("{:.0}", js_sys::Math::random() * 1e15);
        let say = move || {
            let path = editing.focused.get_untracked().and_then(|path| Path::parse(&path).ok());
            let (program, presence) = (keeper.program(), Presence { tab: tab.clone(), path });
            leptos::task::spawn_local(async move {
                if let Ok(here) = be_present(program, presence).await {
                    editing.here.try_set(here);
                }
            });
        };
        say();
        let again = say.clone();
        let interval = set_interval_with_handle(again, EVERY).ok();
        let moved = Effect::watch(move || editing.focused.get(), move |_, _, _| say(), false);
        on_cleanup(move || {
            moved.stop();
            if let Some(interval) = interval {
                interval.clear();
            }
        });
    });
}

/// "Inês is editing, Priya is looking", with faces.
#[component]
pub(super) fn AlsoHere(keeper: Keeper) -> impl IntoView {
    let here = keeper.editing.here;
    let people = Signal::derive(move || {
        let mut faces: Vec<Face> = Vec::new();
        for one in here.get() {
            let face = Face::new(one.person.name, one.person.id.to_string());
            if !faces.contains(&face) {
                faces.push(face);
            }
        }
        faces
    });
    let words = move || here.with(|here| words(here));
    view! {
        <span class="also-here">
            <PresenceStack people label="Also here" label_hidden=true />
            <span>{words}</span>
        </span>
    }
}

fn words(here: &[PresentFace]) -> String {
    let mut told: Vec<(String, bool)> = Vec::new();
    for one in here {
        let name = one.person.first_name().to_owned();
        match told.iter_mut().find(|(other, _)| *other == name) {
            Some((_, edits)) => *edits |= one.path.is_some(),
            None => told.push((name, one.path.is_some())),
        }
    }
    let more = told.len().saturating_sub(3);
    let words = |(name, edits): &(String, bool)| format!("{name} is {}", if *edits { "editing" } else { "looking" });
    let mut words: Vec<String> = told.iter().take(3).map(words).collect();
    if more > 0 {
        words.push(format!("{more} more"));
    }
    words.join(", ")
}
