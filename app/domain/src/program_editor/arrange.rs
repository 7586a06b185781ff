//! Moving, adding and taking out stages and steps: what the small buttons of the form do to what it sends.

use crate::id::ItemId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A small button that was pressed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pressed {
    /// Its value; empty for none.
    pub button: String,
    /// The id of what it adds, as the page chose it; empty where the server is to choose one. A press that was sent twice,
    /// since its answer was lost, has one and adds once.
    pub fresh: String,
}

impl Pressed {
    /// The id of what it adds: the page’s where that is one, else `other`.
    pub fn adds(&self, other: &str) -> String {
        ItemId::parse(&self.fresh).map_or_else(|_| other.to_owned(), |fresh| fresh.to_string())
    }
}

/// The form after the button whose value is `change`: "up stages/ID", "down steps/ID", "out stages/ID",
/// "back steps/ID", "add stages" and "add steps ID" for a step of that stage. `fresh` is the id of what is added. A
/// change that names nothing of the form leaves it as it is.
pub fn arranged(
    values: &mut BTreeMap<String, String>,
    lists: &mut BTreeMap<String, Vec<String>>,
    change: &str,
    fresh: &str,
) {
    // A switch that is off sends nothing; the form names every switch that it has.
    for switch in lists.remove("flags").unwrap_or_default() {
        values.entry(switch).or_insert_with(|| "off".to_owned());
    }
    let mut form = Form { values, lists };
    match change.split(' ').collect::<Vec<_>>().as_slice() {
        ["up", path] => form.moved(path, true),
        ["down", path] => form.moved(path, false),
        ["out", path] => form.out(path),
        ["back", path] => form.back(path),
        ["add", "stages"] => form.add("stages", fresh, &[("title", "New stage")]),
        ["add", "steps", stage] => form.add("steps", fresh, &[("title", "New step"), ("stage", stage)]),
        _ => {}
    }
}

struct Form<'a> {
    values: &'a mut BTreeMap<String, String>,
    lists: &'a mut BTreeMap<String, Vec<String>>,
}

impl Form<'_> {
    fn order(&mut self, list: &str) -> &mut Vec<String> {
        self.lists.entry(list.to_owned()).or_default()
    }

    fn stage_of(&self, step: &str) -> String {
        self.values.get(&format!("steps/{step}/stage")).cloned().unwrap_or_default()
    }

    fn moved(&mut self, path: &str, up: bool) {
        let Some((list, item)) = path.split_once('/') else { return };
        let order = self.order(list).clone();
        let Some(from) = order.iter().position(|other| other == item) else { return };
        let is_beside = |other: &&String| list != "steps" || self.stage_of(other) == self.stage_of(item);
        let to = if up { order[..from].iter().rev().find(is_beside) } else { order[from + 1..].iter().find(is_beside) };
        match to.and_then(|to| order.iter().position(|other| other == to)) {
            Some(to) => {
                let order = self.order(list);
                let item = order.remove(from);
                order.insert(to, item);
            }
            None if list == "steps" => self.move_to_other_stage(item, up),
            None => {}
        }
    }

    /// The first step of a stage moves up to the end of the stage before, the last one down to the stage after.
    fn move_to_other_stage(&mut self, step: &str, up: bool) {
        let stages = self.order("stages").clone();
        let here = self.stage_of(step);
        // A stage that somebody else took out stands after all others.
        let place = stages.iter().position(|stage| *stage == here).unwrap_or(stages.len());
        let other = if up { place.checked_sub(1) } else { Some(place + 1) };
        let Some(other) = other.and_then(|place| stages.get(place)) else { return };
        self.values.insert(format!("steps/{step}/stage"), other.clone());
        let order = self.order("steps");
        order.retain(|one| one != step);
        if up {
            order.push(step.to_owned());
        } else {
            order.insert(0, step.to_owned());
        }
    }

    fn out(&mut self, path: &str) {
        let Some((list, item)) = path.split_once('/') else { return };
        self.order(list).retain(|other| other != item);
        self.values.insert(path.to_owned(), "off".to_owned());
        if list == "stages" {
            let steps: Vec<String> = self.order("steps").clone();
            for step in steps.iter().filter(|step| self.stage_of(step) == item).cloned().collect::<Vec<_>>() {
                self.out(&format!("steps/{step}"));
            }
        }
    }

    fn back(&mut self, path: &str) {
        let Some((list, item)) = path.split_once('/') else { return };
        self.values.insert(path.to_owned(), "back".to_owned());
        let order = self.order(list);
        if !order.iter().any(|other| other == item) {
            order.push(item.to_owned());
        }
    }

    fn add(&mut self, list: &str, item: &str, fields: &[(&str, &str)]) {
        self.back(&format!("{list}/{item}"));
        for (key, value) in fields {
            self.values.insert(format!("{list}/{item}/{key}"), (*value).to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stages a and b; step x in a, y and z in b; after `changes`.
    fn after(changes: &[&str]) -> (Vec<String>, Vec<String>, BTreeMap<String, String>) {
        let text = |text: &str| text.to_owned();
        let mut values: BTreeMap<String, String> =
            [("steps/x/stage", "a"), ("steps/y/stage", "b"), ("steps/z/stage", "b")]
                .map(|(path, value)| (text(path), text(value)))
                .into();
        let mut lists = BTreeMap::from([
            (text("stages"), ["a", "b"].map(text).to_vec()),
            (text("steps"), ["x", "y", "z"].map(text).to_vec()),
        ]);
        for change in changes {
            arranged(&mut values, &mut lists, change, "new");
        }
        (lists["stages"].clone(), lists["steps"].clone(), values)
    }

    #[test]
    fn stages_and_steps_move_up_and_down() {
        assert_eq!(after(&["up stages/b"]).0, ["b", "a"]);
        assert_eq!(after(&["up stages/a"]).0, ["a", "b"]);
        assert_eq!(after(&["down steps/y"]).1, ["x", "z", "y"]);
        let (_, steps, values) = after(&["up steps/y"]);
        assert_eq!((steps, values["steps/y/stage"].as_str()), (vec!["x".into(), "z".into(), "y".into()], "a"));
        assert_eq!(after(&["down steps/z", "nonsense", "up steps/none", "up"]).1, ["x", "y", "z"]);
    }

    #[test]
    fn a_switch_that_sends_nothing_is_off() {
        let text = |text: &str| text.to_owned();
        let mut values = BTreeMap::from([(text("waitlist"), text("on"))]);
        let mut lists = BTreeMap::from([(text("flags"), vec![text("waitlist"), text("invite_only")])]);
        arranged(&mut values, &mut lists, "", "new");
        assert_eq!((values["waitlist"].as_str(), values["invite_only"].as_str()), ("on", "off"));
        assert!(lists.is_empty());
    }

    #[test]
    fn a_stage_goes_with_its_steps_and_what_is_added_has_a_name() {
        let (stages, steps, values) = after(&["out stages/b"]);
        assert_eq!((stages, steps), (vec!["a".to_owned()], vec!["x".to_owned()]));
        assert_eq!((values["stages/b"].as_str(), values["steps/y"].as_str()), ("off", "off"));
        let (stages, _, values) = after(&["out stages/a", "back stages/a"]);
        assert_eq!((stages, values["stages/a"].as_str()), (vec!["b".to_owned(), "a".to_owned()], "back"));
        let (_, steps, values) = after(&["out stages/b", "back steps/z", "up steps/z"]);
        assert_eq!(
            (steps, values["steps/z/stage"].as_str()),
            (vec!["x".to_owned(), "z".to_owned()], "a"),
            "out of a lost stage"
        );
        let (_, steps, values) = after(&["add steps a"]);
        assert_eq!((steps.last().map(String::as_str), values["steps/new/stage"].as_str()), (Some("new"), "a"));
        assert_eq!(after(&["add stages"]).2["stages/new/title"], "New stage");
    }
}
