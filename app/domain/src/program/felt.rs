//! What one person notices of a change: the program as they have it before and after, and how far they are.

use super::kind;
use super::outline::{Moment, Outline, Step};
use super::{
    Effect, FieldSpec, FieldType, Guard, List, Participant, Path, ProgramKind, Running, Section, Standing, Value,
};
use crate::clocks::Day;
use crate::id::ItemId;

/// Two outlines of one program, and the registers in which they may differ.
pub(super) struct Change<'a> {
    pub kind: ProgramKind,
    pub before: &'a Outline,
    pub after: &'a Outline,
    pub paths: Vec<&'a Path>,
    pub running: Running<'a>,
}

/// What the guidelines are called.
const GUIDELINES: &str = "How this works";

impl Change<'_> {
    /// What `who` notices. Those who are through notice only what they keep.
    pub(super) fn felt(&self, who: &Participant, moment: Moment) -> Vec<Effect> {
        let paths: Vec<&Path> = self.paths.iter().copied().filter(|path| self.differs(path)).collect();
        if paths.is_empty() {
            return Vec::new();
        }
        let mut effects = Vec::new();
        let is_of_steps = |path: &&Path| list_of(path).is_some_and(|list| list != List::Guidelines);
        if paths.iter().any(is_of_steps) {
            self.work(who, moment, &mut effects);
            self.kept(who, moment, &mut effects);
        }
        if who.standing == Standing::Inside {
            if moment == Moment::Inside {
                self.stage_due(who, &mut effects);
            }
            let ahead = self.after.ahead(who, moment);
            paths.iter().for_each(|path| self.setting(path, who, &ahead, &mut effects));
        }
        effects.sort();
        effects.dedup();
        effects
    }

    fn differs(&self, path: &Path) -> bool {
        self.before.settings.get(path) != self.after.settings.get(path)
    }

    /// Stages and steps that come, go and move before them.
    fn work(&self, who: &Participant, moment: Moment, effects: &mut Vec<Effect>) {
        let (old, new) = (self.before.ahead(who, moment), self.after.ahead(who, moment));
        for stage in new.iter().filter(|stage| !old.contains(stage)) {
            effects.push(Effect::GainsStage { title: self.after.title(List::Stages, stage) });
        }
        for stage in old.iter().filter(|stage| !new.contains(stage)) {
            effects.push(Effect::LosesStage { title: self.before.title(List::Stages, stage) });
        }
        let is_open = |stages: &[&ItemId], step: &Step| stages.contains(&&step.stage) && !who.has_done(&step.id);
        let in_both = |stage: &ItemId| old.contains(&stage) && new.contains(&stage);
        for step in self.after.steps.iter().filter(|step| is_open(&new, step)) {
            let (id, title) = (step.id.clone(), self.after.title(List::Steps, &step.id));
            match self.before.step(&step.id).filter(|was| is_open(&old, was)) {
                Some(was) if was.stage != step.stage => {
                    let stage = self.after.title(List::Stages, &step.stage);
                    effects.push(Effect::MovesStep { step: id, title, stage });
                }
                None if in_both(&step.stage) => effects.push(Effect::GainsStep { step: id, title }),
                Some(_) | None => {}
            }
        }
        for step in self.before.steps.iter().filter(|step| is_open(&old, step) && in_both(&step.stage)) {
            if !self.after.step(&step.id).is_some_and(|now| is_open(&new, now)) {
                let title = self.before.title(List::Steps, &step.id);
                effects.push(Effect::LosesStep { step: step.id.clone(), title });
            }
        }
        let still = |of: &[&ItemId], other: &[&ItemId]| -> Vec<ItemId> {
            of.iter().filter(|stage| other.contains(stage)).map(|stage| (*stage).clone()).collect()
        };
        if still(&old, &new) != still(&new, &old) {
            effects.push(Effect::Setting { label: "Stages".to_owned(), words: "come in another order".to_owned() });
        }
    }

    /// What they finished and that changes or goes.
    fn kept(&self, who: &Participant, moment: Moment, effects: &mut Vec<Effect>) {
        for done in &who.done {
            let title = Path::item(List::Steps, &done.step, "title");
            let was_there = self.before.step(&done.step).is_some();
            if was_there && (self.after.step(&done.step).is_none() || self.differs(&title)) {
                effects.push(Effect::KeepsFinished { title: done.title.clone() });
            }
        }
        let is_through = who.standing == Standing::Finished;
        let is_passed = |stage: &ItemId| is_through || moment == Moment::Leaving || who.stage() != Some(stage);
        for stage in who.entered.iter().map(|entered| &entered.stage).filter(|stage| is_passed(stage)) {
            let is_gone = self.before.stages.contains(stage) && !self.after.stages.contains(stage);
            let is_longer = self.after.steps_in(stage).any(|step| self.before.step(&step.id).is_none());
            if is_gone || is_longer || self.differs(&Path::item(List::Stages, stage, "title")) {
                effects.push(Effect::KeepsFinished { title: self.before.title(List::Stages, stage) });
            }
        }
        if let Some(last) = who.stage().filter(|_| is_through)
            && self.after.stages.iter().any(|stage| !self.before.stages.contains(stage))
        {
            effects.push(Effect::KeepsFinished { title: self.before.title(List::Stages, last) });
        }
    }

    /// When the stage that they are in is due.
    fn stage_due(&self, who: &Participant, effects: &mut Vec<Effect>) {
        let Some(entered) = who.entered.last() else { return };
        let path = Path::item(List::Stages, &entered.stage, "days");
        if !self.differs(&path) {
            return;
        }
        if self.running.goes_on() {
            let due = |outline| due_on(outline, who, self.running);
            let (from, to) = (due(self.before), due(self.after));
            effects.push(Effect::DueMoves { stage: Some(entered.stage.clone()), from, to });
        } else if self.after.stages.contains(&entered.stage) {
            effects.push(self.lasts(&entered.stage, &path));
        }
    }

    /// How long a stage is from now on.
    fn lasts(&self, stage: &ItemId, days: &Path) -> Effect {
        let words = match self.after.settings.number(days) {
            Some(days) => format!("lasts {days} days"),
            None => "has no end".to_owned(),
        };
        Effect::Setting { label: self.after.title(List::Stages, stage), words }
    }

    fn setting(&self, path: &Path, who: &Participant, ahead: &[&ItemId], effects: &mut Vec<Effect>) {
        let field = self.kind.field(path);
        match path {
            Path::Order(List::Guidelines) | Path::Alive(List::Guidelines, _) | Path::Item(List::Guidelines, ..) => {
                effects.push(Effect::ReadsOtherwise { label: GUIDELINES.to_owned() });
            }
            Path::Item(List::Stages, stage, key) if ahead.contains(&stage) && self.before.stages.contains(stage) => {
                let title = self.after.title(List::Stages, stage);
                if key.as_str() != "days" {
                    effects.push(Effect::ReadsOtherwise { label: title });
                } else if who.stage() != Some(stage) {
                    effects.push(self.lasts(stage, path));
                }
            }
            Path::Item(List::Steps, step, key) if key.as_str() == "title" && !who.has_done(step) => {
                let stage = self.after.step(step).map(|step| &step.stage);
                if self.before.step(step).is_some() && stage.is_some_and(|stage| ahead.contains(&stage)) {
                    effects.push(Effect::ReadsOtherwise { label: self.after.title(List::Steps, step) });
                }
            }
            Path::Field(_) => effects.extend(field.and_then(|field| self.field(path, field))),
            Path::Order(_) | Path::Alive(..) | Path::Item(..) => {}
        }
    }

    fn field(&self, path: &Path, field: &FieldSpec) -> Option<Effect> {
        let label = field.label.to_owned();
        let value = self.kind.value(&self.after.settings, path);
        if field.guard == Guard::Deadline && matches!(field.field, FieldType::Day) {
            let (from, to) = (self.before.settings.day(path), self.after.settings.day(path));
            return Some(Effect::DueMoves { stage: None, from, to });
        }
        let is_rhythm = matches!(field.field, FieldType::Cadence | FieldType::TimeOfDay | FieldType::Zone);
        match field.section {
            Section::Rhythm if is_rhythm || field.guard == Guard::Hours => {
                Some(Effect::MeetsOtherwise { words: self.rhythm() })
            }
            Section::Words => Some(Effect::ReadsOtherwise { label }),
            Section::Rhythm | Section::Kind if field.is_public => {
                Some(Effect::Setting { label, words: worded(field, &value) })
            }
            Section::Rhythm | Section::Kind | Section::Joining => None,
        }
    }

    /// "every 2 weeks on Thursday, 12:30, 45 minutes".
    fn rhythm(&self) -> String {
        let fields = self.kind.fields().filter(|field| field.section == Section::Rhythm);
        let words = fields.filter_map(|field| {
            let path = Path::parse(field.key).ok()?;
            let value = self.kind.value(&self.after.settings, &path);
            let is_told =
                matches!(field.field, FieldType::Cadence | FieldType::TimeOfDay) || field.guard == Guard::Hours;
            (is_told && value != Value::Nothing).then(|| worded(field, &value))
        });
        words.collect::<Vec<_>>().join(", ")
    }
}

/// By when `who` is to be through with the stage that they are in; `None` where that takes as long as it takes.
pub(super) fn due_on(outline: &Outline, who: &Participant, running: Running) -> Option<Day> {
    let entered = who.entered.last()?;
    let days = outline.settings.number(&Path::item(List::Stages, &entered.stage, "days"))?;
    Some(running.due_on(entered.at, days))
}

fn list_of(path: &Path) -> Option<List> {
    match path {
        Path::Order(list) | Path::Alive(list, _) | Path::Item(list, ..) => Some(*list),
        Path::Field(_) => None,
    }
}

/// A value as people read it; ids stand as they are.
fn worded(field: &FieldSpec, value: &Value) -> String {
    kind::worded(field, value, &str::to_owned)
}
