//! Stages and steps as somebody has them, and what of it they have before them.

use super::{List, Participant, Path, Settings, Standing};
use crate::id::ItemId;

/// Settings with their stages and steps in order. A step whose stage is not there is asked of nobody.
#[derive(Clone, Debug)]
pub(super) struct Outline {
    pub settings: Settings,
    pub stages: Vec<ItemId>,
    pub steps: Vec<Step>,
}

/// A step, with the stage that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub id: ItemId,
    pub stage: ItemId,
}

/// Where somebody is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// In the stage that they are in.
    Inside,
    /// As they leave it for the next one.
    Leaving,
}

impl Outline {
    pub(super) fn of(settings: Settings) -> Self {
        let stages = settings.items(List::Stages);
        let stage_of = |step: &ItemId| ItemId::parse(settings.text(&Path::item(List::Steps, step, "stage"))).ok();
        let steps = settings.items(List::Steps);
        let step = |id: ItemId| stage_of(&id).filter(|stage| stages.contains(stage)).map(|stage| Step { stage, id });
        let steps = steps.into_iter().filter_map(step).collect();
        Self { settings, stages, steps }
    }

    pub(super) fn title(&self, list: List, item: &ItemId) -> String {
        self.settings.text(&Path::item(list, item, "title")).to_owned()
    }

    /// The step, when it is there.
    pub(super) fn step(&self, id: &ItemId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == *id)
    }

    /// The steps of a stage, in order.
    pub(super) fn steps_in<'a>(&'a self, stage: &'a ItemId) -> impl Iterator<Item = &'a Step> {
        self.steps.iter().filter(move |step| step.stage == *stage)
    }

    /// The steps that another outline does not have, or has in another stage.
    pub(super) fn steps_beside<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = ItemId> + 'a {
        self.steps.iter().filter(|step| !other.steps.contains(step)).map(|step| step.id.clone())
    }

    /// The stages that somebody is in or has before them, in order: their own unless they leave it, and those after it
    /// that they have not entered. None for those who are not inside.
    pub(super) fn ahead(&self, who: &Participant, moment: Moment) -> Vec<&ItemId> {
        if who.standing != Standing::Inside {
            return Vec::new();
        }
        let has_entered = |stage: &ItemId| who.entered.iter().any(|entered| entered.stage == *stage);
        let current = who.stage();
        // Where their stage is gone, the last one before it that is still there.
        let reached = who.entered.iter().rev().find_map(|entered| self.stages.iter().position(|s| *s == entered.stage));
        let is_ahead = |(at, stage): (usize, &ItemId)| {
            if current == Some(stage) {
                return moment == Moment::Inside;
            }
            reached.is_none_or(|reached| at > reached) && !has_entered(stage)
        };
        self.stages.iter().enumerate().filter(|(at, stage)| is_ahead((*at, stage))).map(|(_, stage)| stage).collect()
    }
}
