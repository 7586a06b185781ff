//! What holds for the program as one person has it, before and after an act.

use super::Had;
use crate::clocks::Day;
use crate::id::{ItemId, PersonId};
use crate::program::tests::world::World;
use crate::program::{
    Cadence, Effect, List, Path, Report, Settings, Standing, Value, effects_for, steps_asked, steps_of,
};
use std::collections::{BTreeMap, BTreeSet};

/// What somebody has of their own stage, and of what is to be done.
pub(super) fn broken(was: &Had, is: &Had, (is_of_admins, earliest): (bool, Day)) -> Option<String> {
    let id = &is.who.person;
    if takes_more(&was.settings, &is.settings) {
        return Some(format!("{id} gives more of their time"));
    }
    let (before, after) = (steps_due(was), steps_due(is));
    let is_known = |step: &ItemId| was.settings.has(List::Steps, step);
    let same_stage = was.who.entered.len() == is.who.entered.len();
    let earlier = after.iter().find(|(step, due)| {
        let is_earlier = before.get(*step).is_none_or(|was| *due < was);
        same_stage && is_known(step) && is_earlier && !(is_of_admins && **due >= earliest)
    });
    earlier.map(|(step, _)| format!("{step} is due earlier for {id}"))
}

/// Everything that somebody has is whole.
pub(super) fn in_pieces(is: &Had) -> Option<String> {
    let text = |list, item: &ItemId, key| is.settings.text(&Path::item(list, item, key));
    let lacks_title = |list| move |item: &ItemId| (text(list, item, "title").is_empty()).then(|| (list, item.clone()));
    let stages = is.settings.items(List::Stages);
    let steps = is.settings.items(List::Steps);
    let without = stages.iter().find_map(lacks_title(List::Stages)).or(steps.iter().find_map(lacks_title(List::Steps)));
    if let Some((list, item)) = without {
        return Some(format!("{} {item} has no title for {}", list.as_str(), is.who.person));
    }
    let mut asked = steps_asked(&is.settings);
    asked.retain(|step| !stages.iter().any(|stage| stage.as_str() == text(List::Steps, step, "stage")));
    asked.first().map(|step| format!("{step} has no stage for {}", is.who.person))
}

/// Whoever is in a stage that a roll-back takes out of the program keeps all of it.
pub(super) fn hollowed(was: &Had, is: &Had, (before, after): (&Settings, &Settings)) -> Option<String> {
    let goes = |stage: &&ItemId| before.has(List::Stages, stage) && !after.has(List::Stages, stage);
    let stage = was.who.stage().filter(goes)?;
    let holds = |settings: &Settings| {
        let of = |key| settings.get(&Path::item(List::Stages, stage, key)).clone();
        (of("title"), of("days"), BTreeSet::from_iter(steps_of(settings, stage)))
    };
    (holds(&was.settings) != holds(&is.settings)).then(|| format!("the stage of {} is hollow", is.who.person))
}

/// What the preview says of each, and what was done to each once it is applied, are the same.
pub(super) fn assert_as_seen(world: &World, seen: &Report) {
    let mut expected: BTreeMap<PersonId, Vec<Effect>> = BTreeMap::new();
    for group in &seen.groups {
        expected.extend(group.people.iter().map(|person| (person.clone(), group.effects.clone())));
    }
    let n = world.program.n;
    let was_inside = |who: &&crate::program::Participant| {
        matches!(who.standing, Standing::Inside | Standing::Finished) && who.joined < n
    };
    for who in world.people.values().filter(was_inside) {
        let told = effects_for(&world.history(), &world.who(who), n, world.now);
        assert_eq!(told, expected.remove(&who.person).unwrap_or_default(), "{} by version {n}", who.person);
    }
}

/// By when each open step of their stage is due.
fn steps_due(had: &Had) -> BTreeMap<ItemId, Day> {
    let Some((_, due)) = had.stage_due else { return BTreeMap::new() };
    let Some(stage) = had.who.stage() else { return BTreeMap::new() };
    let open = steps_of(&had.settings, stage).into_iter().filter(|step| !had.who.has_done(step));
    open.map(|step| (step, due)).collect()
}

/// Longer meetings, or more of them; unless the other makes up for it.
fn takes_more(was: &Settings, is: &Settings) -> bool {
    let minutes = |settings: &Settings| settings.number(&Path::field("minutes")).unwrap_or(45);
    let often = |settings: &Settings| match settings.get(&Path::field("cadence")) {
        Value::Text(rule) => Cadence::parse("cadence", rule).unwrap().how_often(),
        _ => 0,
    };
    let taken = |settings: &Settings| minutes(settings) * often(settings);
    let rises = minutes(is) > minutes(was) || often(is) > often(was);
    rises && (often(was) == 0 || often(is) == 0 || taken(is) > taken(was))
}
