//! What a change does to people, in words.

use super::{Effect, EffectGroup, ProgramKind};
use crate::clocks::Day;
use crate::wording::sentence;

/// "gain “Departure drill” before they close; at their next stage gain “Talk”".
pub(super) fn group_words(effects: &[Effect], later: &[Effect]) -> String {
    let now = joined(effects);
    let then = joined(later);
    match (now.is_empty(), then.is_empty()) {
        (_, true) => now,
        (true, false) => format!("{then}, at their next stage"),
        (false, false) => format!("{now}; at their next stage {then}"),
    }
}

/// "49 people: 43 unaffected, 4 gain a step, 2 keep their finished step."
pub(super) fn summary(kind: ProgramKind, (people, unaffected): (u32, u32), groups: &[EffectGroup]) -> String {
    let (one, many) = kind.description().unit;
    if people == 0 {
        return format!("No {many} yet.");
    }
    let mut classes: Vec<(Effect, bool, u32)> = Vec::new();
    for group in groups {
        let Some(lead) = group.effects.iter().chain(&group.later).min_by_key(|effect| rank(effect)) else { continue };
        let is_later = !group.effects.contains(lead);
        let same = |(effect, later, _): &&mut (Effect, bool, u32)| rank(effect) == rank(lead) && *later == is_later;
        match classes.iter_mut().find(same) {
            Some((_, _, count)) => *count += group.count,
            None => classes.push((lead.clone(), is_later, group.count)),
        }
    }
    classes.sort_by_key(|(effect, later, _)| (rank(effect), *later));
    let mut parts: Vec<String> = Vec::new();
    if unaffected > 0 || classes.is_empty() {
        parts.push(format!("{unaffected} unaffected"));
    }
    for (effect, is_later, count) in classes {
        let when = if is_later { " at their next stage" } else { "" };
        parts.push(format!("{count} {}{when}", in_short(&effect, count == 1)));
    }
    format!("{people} {}: {}.", if people == 1 { one } else { many }, parts.join(", "))
}

/// "All 12 people stay; nobody new joins until fewer than 10 are inside."
pub(super) fn seats_note(inside: u32, seats: i64, kind: ProgramKind) -> String {
    let (one, many) = kind.description().unit;
    let stay = if inside == 1 { format!("The one {one} inside stays") } else { format!("All {inside} {many} stay") };
    let until = if seats <= 1 { "the program is empty".to_owned() } else { format!("fewer than {seats} are inside") };
    if seats <= 0 { format!("{stay}; nobody new joins.") } else { format!("{stay}; nobody new joins until {until}.") }
}

fn joined(effects: &[Effect]) -> String {
    effects.iter().map(in_full).collect::<Vec<_>>().join(", ")
}

/// What of several effects stands for them all: the least comes first.
const fn rank(effect: &Effect) -> u8 {
    match effect {
        Effect::GainsStage { .. } => 0,
        Effect::GainsStep { .. } => 1,
        Effect::LosesStage { .. } => 2,
        Effect::LosesStep { .. } => 3,
        Effect::MovesStep { .. } => 4,
        Effect::DueMoves { .. } => 5,
        Effect::MeetsOtherwise { .. } => 6,
        Effect::GetsSeat => 7,
        Effect::KeepsFinished { .. } => 8,
        Effect::StaysThough => 9,
        Effect::Setting { .. } => 10,
        Effect::ReadsOtherwise { .. } => 11,
    }
}

const fn in_short(effect: &Effect, is_one: bool) -> &'static str {
    let (one, many) = match effect {
        Effect::GainsStage { .. } => ("gains a stage", "gain a stage"),
        Effect::GainsStep { .. } => ("gains a step", "gain a step"),
        Effect::LosesStage { .. } => ("loses a stage", "lose a stage"),
        Effect::LosesStep { .. } => ("loses a step", "lose a step"),
        Effect::MovesStep { .. } => ("has a step in another stage", "have a step in another stage"),
        Effect::DueMoves { .. } => ("gets another day", "get another day"),
        Effect::MeetsOtherwise { .. } => ("meets otherwise", "meet otherwise"),
        Effect::GetsSeat => ("gets a seat", "get a seat"),
        Effect::KeepsFinished { .. } => ("keeps their finished step", "keep their finished step"),
        Effect::StaysThough => ("stays though no longer let in", "stay though no longer let in"),
        Effect::Setting { .. } => ("gets another setting", "get another setting"),
        Effect::ReadsOtherwise { .. } => ("reads new words", "read new words"),
    };
    if is_one { one } else { many }
}

fn in_full(effect: &Effect) -> String {
    match effect {
        Effect::GainsStep { title, .. } | Effect::GainsStage { title } => format!("gain “{title}” before they close"),
        Effect::LosesStep { title, .. } | Effect::LosesStage { title } => {
            format!("no longer have “{title}” before them")
        }
        Effect::MovesStep { title, stage, .. } => format!("have “{title}” in “{stage}”"),
        Effect::KeepsFinished { title } => format!("keep “{title}” finished"),
        Effect::DueMoves { stage, from, to } => {
            let what = if stage.is_some() { "their stage is" } else { "the program is" };
            match (from, to) {
                (_, None) => format!("{what} due on no day any more"),
                (None, Some(to)) => format!("{what} due on {}", to.in_full()),
                (Some(from), Some(to)) => format!("{what} due on {} instead of {}", to.in_full(), in_brief(*from)),
            }
        }
        Effect::MeetsOtherwise { words } => format!("meet otherwise: {words}"),
        Effect::ReadsOtherwise { label } => format!("read “{label}” in new words"),
        Effect::Setting { label, words } => format!("{}: {words}", sentence(label)),
        Effect::StaysThough => "stay, though the new rules would not let them in".to_owned(),
        Effect::GetsSeat => "get a seat".to_owned(),
    }
}

fn in_brief(day: Day) -> String {
    day.short()
}
