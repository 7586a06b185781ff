//! Edits of stages and steps that move, go together and come back, and of how often people meet.

use super::super::world::text;
use crate::id::ItemId;
use crate::program::tests::world::World;
use crate::program::{List, Path, Settings, Value};

const RHYTHMS: [&str; 4] = [
    "FREQ=WEEKLY;BYDAY=TH",
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=TH",
    "FREQ=MONTHLY;BYDAY=1TH",
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TH",
];

/// How many there are.
pub(super) const COUNT: u8 = 6;

/// What one of them writes; nothing where there is nothing to change.
pub(super) fn edit(world: &World, what: u8, value: i64) -> Vec<(Path, Value)> {
    let head = &world.program.settings;
    let (stages, steps) = (head.items(List::Stages), head.items(List::Steps));
    let stage = pick(&stages, value / 7);
    let of_step = |step: &ItemId, key| Path::item(List::Steps, step, key);
    let edited = match what {
        0 => pick(&steps, value).zip(stage).map(|(step, stage)| vec![(of_step(&step, "stage"), text(stage.as_str()))]),
        1 => stage.map(|stage| {
            let mut gone = vec![(Path::Alive(List::Stages, stage.clone()), Value::Flag(false))];
            gone.extend(steps_of(head, &stage).map(|step| (Path::Alive(List::Steps, step), Value::Flag(false))));
            gone
        }),
        2 => pick(&gone(world, List::Stages), value).map(|stage| {
            let mut back = vec![(Path::Alive(List::Stages, stage.clone()), Value::Flag(true))];
            let steps = gone(world, List::Steps)
                .into_iter()
                .filter(|step| head.text(&of_step(step, "stage")) == stage.as_str());
            back.extend(steps.map(|step| (Path::Alive(List::Steps, step), Value::Flag(true))));
            back
        }),
        3 => pick(&gone(world, List::Steps), value).zip(stage).map(|(step, stage)| {
            vec![
                (Path::Alive(List::Steps, step.clone()), Value::Flag(true)),
                (of_step(&step, "stage"), text(stage.as_str())),
            ]
        }),
        4 => pick(&steps, value).map(|step| vec![(of_step(&step, "title"), text(&format!("Step {value}")))]),
        _ => {
            let rhythm = usize::try_from(value).ok().and_then(|at| RHYTHMS.get(at % 5));
            let mut writes = vec![(Path::field("cadence"), rhythm.map_or(Value::Nothing, |rule| text(rule)))];
            writes.extend((value % 2 == 0).then(|| (Path::field("minutes"), Value::Number(10 + value * 3))));
            Some(writes)
        }
    };
    edited.unwrap_or_default()
}

fn pick(items: &[ItemId], value: i64) -> Option<ItemId> {
    items.get(usize::try_from(value).unwrap() % items.len().max(1)).cloned()
}

fn steps_of<'a>(settings: &'a Settings, stage: &'a ItemId) -> impl Iterator<Item = ItemId> + 'a {
    let of = |step: &ItemId| settings.text(&Path::item(List::Steps, step, "stage")) == stage.as_str();
    settings.items(List::Steps).into_iter().filter(of)
}

/// The items that were there once.
fn gone(world: &World, list: List) -> Vec<ItemId> {
    let registers = world.program.settings.registers();
    let gone = registers.filter_map(|(path, value)| match path {
        Path::Alive(of, item) if *of == list && *value == Value::Flag(false) => Some(item.clone()),
        _ => None,
    });
    gone.collect()
}
