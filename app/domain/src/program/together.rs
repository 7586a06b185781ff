//! Which registers reach people together, whatever is chosen for each: an item that comes or goes with all that it holds,
//! a step with its stage, and an order with the items that it finds a place for.

use super::{List, Path, Policy, Publish, Settings};
use crate::id::ItemId;

/// What is chosen for a change, with the settings on both sides of it.
pub(super) struct Together<'a> {
    pub publish: &'a Publish,
    pub before: &'a Settings,
    pub after: &'a Settings,
}

/// What becomes of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Comes,
    Stays,
    Goes,
}

impl Together<'_> {
    /// When a register reaches those inside. Nobody has an item without what it holds, or a step before its stage.
    pub(super) fn policy_of(&self, path: &Path) -> Policy {
        match path {
            Path::Field(_) => self.publish.policy_of(path),
            Path::Order(list) => self.order(*list),
            Path::Alive(list, item) => self.item(*list, item),
            Path::Item(list, item, key) => match (self.turn(*list, item), list, key.as_str()) {
                (Turn::Comes | Turn::Goes, ..) => self.item(*list, item),
                (Turn::Stays, List::Steps, "stage") => self.moved(item),
                (Turn::Stays, ..) => self.publish.policy_of(path),
            },
        }
    }

    /// The register whose choice counts for `path`: of what an item brings or takes with it, whether it is there.
    pub(super) fn decided_at(&self, path: &Path) -> Path {
        match path {
            Path::Item(list, item, _) if self.turn(*list, item) != Turn::Stays => Path::Alive(*list, item.clone()),
            Path::Field(_) | Path::Order(_) | Path::Alive(..) | Path::Item(..) => path.clone(),
        }
    }

    /// True for an item that is new, or there again.
    pub(super) fn comes(&self, list: List, item: &ItemId) -> bool {
        self.turn(list, item) == Turn::Comes
    }

    fn turn(&self, list: List, item: &ItemId) -> Turn {
        match (self.before.has(list, item), self.after.has(list, item)) {
            (false, true) => Turn::Comes,
            (true, true) => Turn::Stays,
            // Also of one that is gone already: somebody may have it still.
            (_, false) => Turn::Goes,
        }
    }

    fn own(&self, path: &Path) -> Option<Policy> {
        self.publish.policies.get(path).copied()
    }

    fn item(&self, list: List, item: &ItemId) -> Policy {
        let path = Path::Alive(list, item.clone());
        if list != List::Steps {
            return self.publish.policy_of(&path);
        }
        let own = self.own(&path);
        match self.turn(list, item) {
            Turn::Comes => match self.stage(self.after, item, Turn::Comes) {
                Some(stage) => own.map_or(stage, |own| own.max(stage)),
                None => self.publish.policy_of(&path),
            },
            Turn::Goes => match self.stage(self.before, item, Turn::Goes) {
                Some(stage) => own.map_or(stage, |own| own.min(stage)),
                None => self.publish.policy_of(&path),
            },
            Turn::Stays => self.publish.policy_of(&path),
        }
    }

    /// A step that belongs to another stage: out of one that goes with that, and into a new one not before that.
    fn moved(&self, step: &ItemId) -> Policy {
        let path = Path::item(List::Steps, step, "stage");
        let left = || self.stage(self.before, step, Turn::Goes).unwrap_or(self.publish.policy);
        let moved = self.own(&path).unwrap_or_else(left);
        self.stage(self.after, step, Turn::Comes).map_or(moved, |stage| moved.max(stage))
    }

    /// When the stage of a step reaches people, if that is what becomes of it.
    fn stage(&self, settings: &Settings, step: &ItemId, turn: Turn) -> Option<Policy> {
        let stage = ItemId::parse(settings.text(&Path::item(List::Steps, step, "stage"))).ok()?;
        (self.turn(List::Stages, &stage) == turn).then(|| self.item(List::Stages, &stage))
    }

    /// An order reaches people no later than the items that come with it, so that these stand where they belong.
    fn order(&self, list: List) -> Policy {
        let path = Path::Order(list);
        let new = self.after.items(list).into_iter().filter(|item| self.comes(list, item));
        let earliest = new.map(|item| self.item(list, &item)).min();
        let as_all = self.publish.policy;
        self.own(&path).unwrap_or_else(|| earliest.map_or(as_all, |earliest| earliest.min(as_all)))
    }
}
