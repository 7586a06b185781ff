//! Counting whom a change does what to. What somebody notices depends on which program they have and on how far they
//! are, so it is worked out once for all who agree in both, and ten thousand people are counted in an instant.

use super::admission::Admission;
use super::crowd::{Group, Shift, Written, last};
use super::effect_words::{group_words, seats_note, summary};
use super::felt::{Change, due_on};
use super::joining::stays_though;
use super::outline::{Moment, Outline, Step};
use super::{
    Done, Effect, EffectGroup, History, List, Participant, Path, Phase, Policy, ProgramKind, Report, Running, Settings,
    Standing, Version, Who, Write, applied,
};
use crate::clocks::Day;
use crate::id::{ItemId, PersonId};
use crate::time::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// How many of a group are named.
const NAMED: usize = 12;

/// What a change does at once, and at the next stage.
type Effects = (Vec<Effect>, Vec<Effect>);

/// The count so far.
pub(super) struct Tally<'a> {
    people: &'a [Who<'a>],
    kind: ProgramKind,
    phase: Phase,
    running: Running<'a>,
    shift: &'a Shift<'a>,
    /// The program's own settings, before and after.
    program: (Settings, Settings),
    found: BTreeMap<Effects, Members>,
    total: u32,
    notes: Vec<String>,
}

#[derive(Default)]
struct Members {
    count: u32,
    first: BTreeSet<PersonId>,
}

/// What a program looks like to people who agree in all that the change touches: now, and as they enter a stage.
struct Sight {
    now: (Outline, Outline),
    leaving: Option<(Outline, Outline)>,
    paths: Vec<Path>,
    steps: Vec<ItemId>,
    has_other_days: bool,
}

/// All of somebody's way that the change can depend on.
type Progress<'p> = ([bool; 3], Vec<&'p ItemId>, Vec<Option<&'p str>>, Option<[Option<Day>; 2]>);
/// What those who are counted together have in common: which versions they last got, and what this one lets them have.
type Alike = (Vec<usize>, [Admission; 2]);

impl<'a> Tally<'a> {
    pub(super) fn new(history: &History<'a>, people: &'a [Who<'a>], shift: &'a Shift<'a>, now: Timestamp) -> Self {
        let before = history.program.settings.clone();
        let after = applied(before.clone(), &shift.version().writes);
        Self {
            people,
            kind: history.program.kind,
            phase: history.program.phase,
            running: history.program.running(now),
            shift,
            program: (before, after),
            found: BTreeMap::new(),
            total: 0,
            notes: Vec::new(),
        }
    }

    /// Counts those who are inside, or through.
    pub(super) fn inside(&mut self, groups: &[Group]) {
        let relevant = self.relevant();
        let may_shut_out = self.shift.version().changes_who_may_join();
        let mut sights: BTreeMap<Alike, (usize, Vec<usize>)> = BTreeMap::new();
        for (at, group) in groups.iter().enumerate() {
            // Of a version that is let out further, some have something already.
            let reached = [&group.before, &group.after].map(|admitted| admitted[self.shift.at]);
            let key = (self.lasts(group, &relevant), reached);
            sights.entry(key).or_insert((at, Vec::new())).1.extend(&group.people);
        }
        for (of, members) in sights.into_values() {
            let sight = self.sight(&groups[of]);
            let mut known: BTreeMap<Progress, usize> = BTreeMap::new();
            let mut effects: Vec<(Effects, Members)> = Vec::new();
            for who in members.into_iter().map(|place| &self.people[place]) {
                let stays = may_shut_out && stays_though(who, &self.program.0, &self.program.1);
                let next = effects.len();
                let at = *known.entry(sight.progress(who.participant, self.running, stays)).or_insert(next);
                if at == next {
                    let felt = sight.effects((self.kind, self.running), who.participant, stays);
                    effects.push((felt, Members::default()));
                }
                effects[at].1.add(&who.participant.person);
            }
            effects.into_iter().for_each(|(effects, members)| self.add(effects, members));
        }
    }

    /// Counts those who wait, and says what a lower limit means.
    pub(super) fn waiting(&mut self) {
        let standing = |of: Standing| self.people.iter().filter(move |who| who.participant.standing == of);
        let inside = u32::try_from(standing(Standing::Inside).count()).unwrap_or(u32::MAX);
        let mut queue: Vec<&Participant> = standing(Standing::Waiting).map(|who| who.participant).collect();
        queue.sort_by_key(|waiting| (waiting.since, &waiting.person));
        let seats = |settings: &Settings| settings.number(&Path::field("seats"));
        let (before, after) = (seats(&self.program.0), seats(&self.program.1));
        let free = after.map(|seats| usize::try_from(seats - i64::from(inside)).unwrap_or_default());
        let is_open = before != after && self.phase.takes_people();
        let taken = if is_open { free.unwrap_or(usize::MAX) } else { 0 };
        for (at, waiting) in queue.into_iter().enumerate() {
            let effects = if at < taken { vec![Effect::GetsSeat] } else { Vec::new() };
            let mut members = Members::default();
            members.add(&waiting.person);
            self.add((effects, Vec::new()), members);
        }
        if let Some(seats) = after.filter(|seats| before != after && *seats < i64::from(inside)) {
            self.notes.push(seats_note(inside, seats, self.kind));
        }
    }

    /// The count as a report, without promises.
    pub(super) fn told(self, kind: ProgramKind) -> Report {
        let mut groups = Vec::new();
        let mut unaffected = 0;
        for ((effects, later), members) in self.found {
            if effects.is_empty() && later.is_empty() {
                unaffected += members.count;
                continue;
            }
            let words = group_words(&effects, &later);
            let people = members.first.into_iter().collect();
            groups.push(EffectGroup { effects, later, words, count: members.count, people });
        }
        groups.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.words.cmp(&other.words)));
        let summary = summary(kind, (self.total, unaffected), &groups);
        Report { summary, people: self.total, unaffected, groups, notes: self.notes, ..Report::default() }
    }

    fn add(&mut self, effects: Effects, members: Members) {
        self.total += members.count;
        self.found.entry(effects).or_default().join(members);
    }

    /// The writes of each register that can make a difference to what people notice, where there is more than one.
    fn relevant(&self) -> Vec<&[Written<'a>]> {
        let touched: BTreeSet<&Path> = self.shift.version().writes.iter().map(|write| &write.path).collect();
        let is_of_work = touched.iter().any(|path| is_work(path));
        let is_of_fields = touched.iter().any(|path| matches!(path, Path::Field(_)));
        // What comes at the next stage comes to those who have one.
        let comes_later = self.comes_later();
        let matters = |(path, writes): &(&Path, &[Written])| {
            writes.iter().any(|write| write.at > 0 && write.at < self.shift.at)
                && (touched.contains(path)
                    || is_of_work && is_work(path)
                    || comes_later && matches!(path, Path::Order(List::Stages) | Path::Alive(List::Stages, _))
                    || is_of_fields && matches!(path, Path::Field(_)))
        };
        self.shift.registers().filter(matters).map(|(_, writes)| writes).collect()
    }

    /// By which versions those registers were written last, now and on entering a stage, and which orders there were.
    fn lasts(&self, group: &Group, relevant: &[&[Written]]) -> Vec<usize> {
        let of = |admitted: Vec<Admission>| {
            relevant.iter().map(|writes| last(writes, &admitted).map_or(0, |write| write.at + 1)).collect::<Vec<_>>()
        };
        let is_order = |write: &Write| matches!(write.path, Path::Order(_));
        let orders = |admitted: &[Admission]| {
            let admitted = self.shift.versions.iter().zip(admitted).enumerate();
            let has_order = admitted.filter(|(_, (version, admission))| {
                version.writes.iter().any(|write| is_order(write) && admission.lets(write.policy))
            });
            has_order.map(|(at, _)| at).collect::<Vec<_>>()
        };
        let mut all = of(group.before.clone());
        all.extend(orders(&group.before));
        if self.comes_later() {
            let entering = self.shift.on_entering(&group.before);
            // So that the end of one list is not read as the beginning of the next.
            all.push(usize::MAX);
            all.extend(orders(&entering));
            all.extend(of(entering));
        }
        all
    }

    /// True when the version has something for the next stage.
    fn comes_later(&self) -> bool {
        self.shift.version().writes.iter().any(|write| write.policy == Policy::NextStage)
    }

    fn sight(&self, group: &Group) -> Sight {
        let outlines = |before: &[Admission], after: &[Admission]| {
            (Outline::of(self.shift.settings(before)), Outline::of(self.shift.settings(after)))
        };
        let version = self.shift.version();
        let entering = |admitted: &[Admission]| self.shift.on_entering(admitted);
        let is_reached = group.after[self.shift.at] != Admission::Nothing;
        let mut leaving_before = entering(&group.before);
        // By then they have what of it is for now.
        leaving_before[self.shift.at] = group.after[self.shift.at];
        let leaving = (self.comes_later() && is_reached).then(|| outlines(&leaving_before, &entering(&group.after)));
        Sight::new(outlines(&group.before, &group.after), leaving, version)
    }
}

impl Sight {
    fn new(now: (Outline, Outline), leaving: Option<(Outline, Outline)>, version: &Version) -> Self {
        let paths: Vec<Path> = version.writes.iter().map(|write| write.path.clone()).collect();
        let step = |path: &Path| match path {
            Path::Alive(List::Steps, step) | Path::Item(List::Steps, step, _) => Some(step.clone()),
            Path::Field(_) | Path::Order(_) | Path::Alive(..) | Path::Item(..) => None,
        };
        let mut steps: BTreeSet<ItemId> = paths.iter().filter_map(step).collect();
        // Steps come and go with their stages too, without a write of their own.
        let sides = [Some(&now), leaving.as_ref()].into_iter().flatten();
        steps.extend(sides.flat_map(|(before, after)| before.steps_beside(after).chain(after.steps_beside(before))));
        let is_days = |path: &Path| matches!(path, Path::Item(List::Stages, _, key) if key.as_str() == "days");
        let has_other_days = paths.iter().any(is_days);
        Self { now, leaving, paths, steps: steps.into_iter().collect(), has_other_days }
    }

    fn progress<'p>(&self, who: &'p Participant, running: Running, stays: bool) -> Progress<'p> {
        let done = |step: &ItemId| who.done.iter().find(|done| done.step == *step).map(|done| done.title.as_str());
        let is_work = self.paths.iter().any(is_work);
        let entered = if is_work { who.entered.iter().map(|entered| &entered.stage).collect() } else { Vec::new() };
        let days = [&self.now.0, &self.now.1];
        let days = self.has_other_days.then(|| days.map(|outline| due_on(outline, who, running)));
        let is = [who.standing == Standing::Inside, self.leads_on(who).is_some(), stays];
        (is, entered, self.steps.iter().map(done).collect(), days)
    }

    fn effects(&self, (kind, running): (ProgramKind, Running), who: &Participant, stays: bool) -> Effects {
        let change = |(before, after): &(Outline, Outline), who: &Participant, moment| {
            Change { kind, before, after, paths: self.paths.iter().collect(), running }.felt(who, moment)
        };
        let mut now = change(&self.now, who, Moment::Inside);
        let leaving = self.leads_on(who).map(|leaving| (leaving, self.on_leaving(who)));
        let later = leaving.map_or_else(Vec::new, |(leaving, (who, done))| {
            let is_news = |effect: &Effect| !now.contains(effect) && !done.contains(effect);
            change(leaving, &who, Moment::Leaving).into_iter().filter(is_news).collect()
        });
        now.extend(stays.then_some(Effect::StaysThough));
        (now, later)
    }
}

impl Sight {
    /// What there is as somebody enters their next stage; `None` for those who have none before them.
    fn leads_on(&self, who: &Participant) -> Option<&(Outline, Outline)> {
        self.leaving.as_ref().filter(|(_, after)| !after.ahead(who, Moment::Leaving).is_empty())
    }

    /// Somebody as they leave their stage: nobody does before its steps are done. That they keep those is no news of today.
    fn on_leaving(&self, who: &Participant) -> (Participant, Vec<Effect>) {
        let outline = &self.now.1;
        let open =
            who.stage().into_iter().flat_map(|stage| outline.steps_in(stage)).filter(|step| !who.has_done(&step.id));
        let done =
            |step: &Step| Done { step: step.id.clone(), title: outline.title(List::Steps, &step.id), at: who.since };
        let open: Vec<Done> = open.map(done).collect();
        let kept = open.iter().map(|done| Effect::KeepsFinished { title: done.title.clone() }).collect();
        let mut then = who.clone();
        then.done.extend(open);
        (then, kept)
    }
}

impl Members {
    fn add(&mut self, person: &PersonId) {
        self.count += 1;
        if self.first.len() < NAMED {
            self.first.insert(person.clone());
        } else if self.first.last().is_some_and(|last| person < last) {
            self.first.insert(person.clone());
            self.first.pop_last();
        }
    }

    fn join(&mut self, other: Self) {
        self.count += other.count;
        self.first.extend(other.first);
        while self.first.len() > NAMED {
            self.first.pop_last();
        }
    }
}

/// Whether a register is about stages or steps.
fn is_work(path: &Path) -> bool {
    match path {
        Path::Order(list) | Path::Alive(list, _) | Path::Item(list, ..) => *list != List::Guidelines,
        Path::Field(_) => false,
    }
}
