//! What happened in a program, act after act, made by the same rules as when people do it.

use crate::demo::calendar::Calendar;
use crate::demo::{Happened, people, prose};
use crate::program::edited;
use domain::event::{Happening, Moved};
use domain::id::{PersonId, ProgramId};
use domain::org::Org;
use domain::program::{
    Asking, Author, Candidate, Door, Draft, DraftForm, Giving, History, Participant, Path, Phase, Policy, Program,
    ProgramKind, Proposal, Publish, Right, Settings, Standing, Version, drawn_up, step_finished, steps_of,
};
use domain::time::{Span, Timestamp, Zone};
use std::collections::BTreeMap;

/// A program of the demo, with all that happened in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoProgram {
    /// As it stands.
    pub program: Program,
    /// Its versions, in order.
    pub versions: Vec<Version>,
    /// Who is, was or is asked to be in it, by id.
    pub participants: Vec<Participant>,
    /// What admins have changed in it and not published.
    pub drafts: Vec<Draft>,
    /// What the log tells of it, oldest first.
    pub happened: Vec<Happened>,
}

/// How a program begins.
pub(super) struct Beginning {
    pub(super) kind: ProgramKind,
    pub(super) template: &'static str,
    pub(super) title: &'static str,
    pub(super) by: &'static str,
    /// How many days ago.
    pub(super) days: u32,
    /// Fields that differ from the template, as its maker typed them.
    pub(super) values: &'static [(&'static str, &'static str)],
    pub(super) organisers: &'static [&'static str],
    pub(super) teams: &'static [&'static str],
}

/// A save, as its author made it.
pub(super) struct Edit {
    /// How many days ago.
    pub(super) days: u32,
    pub(super) by: &'static str,
    pub(super) note: &'static str,
    pub(super) policy: Policy,
    pub(super) values: &'static [(&'static str, &'static str)],
    pub(super) lists: &'static [(&'static str, &'static [&'static str])],
}

/// A program while its history is told, oldest act first.
pub(super) struct Script<'a> {
    org: &'a Org,
    calendar: &'a Calendar,
    at: Timestamp,
    program: Program,
    versions: Vec<Version>,
    people: BTreeMap<PersonId, Participant>,
    drafts: Vec<Draft>,
    happened: Vec<Happened>,
}

const VALID: &str = "the demo's own programs are valid";

impl<'a> Script<'a> {
    pub(super) fn begin(org: &'a Org, calendar: &'a Calendar, beginning: &Beginning) -> Self {
        let Beginning { kind, template, title, by, days, values, organisers, teams } = *beginning;
        let zone = Zone::parse(crate::demo::calendar::HOME).expect(VALID);
        let id = ProgramId::from_name(title).expect(VALID);
        let author = Author { by: Some(people::id(by)), at: calendar.workday_ago(days, 9 * 60 + 20) };
        let template = Settings::start(kind, template, title, &zone).expect(VALID);
        let (blank, first) = Program::begun(id.clone(), kind, template.clone(), &author);
        let lists = [("organisers", organisers), ("teams", teams)];
        let form = form(1, values, &lists);
        let typed = read(&History { program: &blank, versions: &[first] }, &form);
        let mut settings = template;
        typed.writes.into_iter().for_each(|(path, value)| settings.set(path, value));
        let (program, version) = Program::begun(id, kind, settings, &author);
        let (at, by) = (author.at, author.by.clone());
        let (versions, drafts, happened) = (Vec::new(), Vec::new(), Vec::new());
        let mut script = Self { org, calendar, at, program, versions, people: BTreeMap::new(), drafts, happened };
        script.tell(by, edited(&version).expect(VALID));
        script.versions.push(version);
        script
    }

    pub(super) fn edit(&mut self, edit: &Edit) -> &mut Self {
        self.come_to(edit.days);
        let proposal = read(&self.history(), &form(self.program.n, edit.values, edit.lists));
        let author = Author { by: Some(people::id(edit.by)), at: self.at };
        let publish = Publish { policy: edit.policy, note: prose(edit.note), ..Publish::default() };
        let version = drawn_up(&self.history(), &proposal, &publish, &author);
        self.program = self.program.clone().after(&version);
        self.tell(author.by, edited(&version).expect(VALID));
        self.versions.push(version);
        self
    }

    /// They change something and do not publish it.
    pub(super) fn keep(&mut self, days: u32, by: &str, values: &[(&str, &str)]) -> &mut Self {
        self.come_to(days);
        let Proposal { base, writes } = read(&self.history(), &form(self.program.n, values, &[]));
        let (program, person) = (self.program.id.clone(), people::id(by));
        let (typed, unsettled) = (BTreeMap::new(), Vec::new());
        self.drafts.push(Draft { program, person, base, writes, typed, unsettled, at: self.at });
        self
    }

    pub(super) fn moves(&mut self, days: u32, by: &'static str, to: Phase) -> &mut Self {
        self.come_to(days);
        let author = Author { by: Some(people::id(by)), at: self.at };
        self.program = self.program.clone().moved(to, author).expect(VALID);
        self.tell(Some(people::id(by)), Happening::ProgramMoved { program: self.program.id.clone(), to });
        self
    }

    /// They join, or wait where all seats are taken, as `role` or as most do.
    pub(super) fn join(&mut self, days: u32, role: &str, who: &[&str]) -> &mut Self {
        for who in who {
            self.come_to(days);
            let person = people::id(who);
            let candidate = Candidate {
                role: self.org.person(&person).map(|person| person.role).unwrap_or_default(),
                teams: self.org.teams_above(&person),
                skills: [].into(),
                person: person.clone(),
            };
            let joined = self.door().join(&candidate, role, self.people.get(&person)).expect(VALID);
            self.put(Some(&person), joined);
        }
        self
    }

    pub(super) fn invite(&mut self, days: u32, by: &str, who: &[&str]) -> &mut Self {
        for who in who {
            self.come_to(days);
            let (person, by) = (people::id(who), people::id(by));
            let asking = Asking { by: &by, right: Right::Organiser, role: "" };
            let invited = self.door().invite(&person, asking, self.people.get(&person)).expect(VALID);
            self.put(Some(&by), invited);
        }
        self
    }

    /// An organiser makes them that.
    pub(super) fn give_role(&mut self, days: u32, by: &str, (who, role): (&str, &str)) -> &mut Self {
        self.come_to(days);
        let (person, by, kind) = (people::id(who), people::id(by), self.program.kind);
        let giving = Giving { by: &by, now: self.at };
        let before = self.people.get(&person).cloned();
        let given = before.and_then(|before| before.given_role(kind, role, giving).ok()).expect(VALID);
        self.put(Some(&by), given);
        self
    }

    pub(super) fn leave(&mut self, days: u32, who: &str) -> &mut Self {
        self.come_to(days);
        let person = people::id(who);
        let left = self.people.get(&person).cloned().and_then(|before| before.left(self.at).ok()).expect(VALID);
        self.put(Some(&person), left);
        self.seat(days)
    }

    /// Whoever waits longest gets the seats that are free.
    pub(super) fn seat(&mut self, days: u32) -> &mut Self {
        self.come_to(days);
        for seated in self.door().seated(self.people.values()) {
            self.put(None, seated);
        }
        self
    }

    /// Each of them finishes the next `count` steps that are open to them.
    pub(super) fn finish(&mut self, days: u32, count: usize, who: &[&str]) -> &mut Self {
        for who in who {
            for _ in 0..count {
                self.come_to(days);
                let person = people::id(who);
                let Some(after) = self.people.get(&person).and_then(|before| self.stepped(before)) else { break };
                self.put(Some(&person), after);
            }
        }
        self
    }

    pub(super) fn end(self) -> DemoProgram {
        let Self { program, versions, people, drafts, happened, .. } = self;
        let participants = people.into_values().collect();
        DemoProgram { program, versions, participants, drafts, happened }
    }

    fn stepped(&self, before: &Participant) -> Option<Participant> {
        let who = self.org.who(before);
        let settings = self.history().settings_for(&who, self.at);
        let step = steps_of(&settings, before.stage()?).into_iter().find(|step| !before.has_done(step))?;
        step_finished(&self.history(), &who, &step, self.at).ok()
    }

    fn history(&self) -> History<'_> {
        History { program: &self.program, versions: &self.versions }
    }

    fn door(&self) -> Door<'_> {
        let count = |standing: &Standing| {
            let found = self.people.values().filter(|participant| participant.standing == *standing).count();
            u32::try_from(found).unwrap_or(u32::MAX)
        };
        Door {
            program: &self.program,
            inside: count(&Standing::Inside),
            waiting: count(&Standing::Waiting),
            now: self.at,
        }
    }

    /// The next moment that many days ago: after everything before it, and in working hours.
    fn come_to(&mut self, days: u32) {
        let spread = i64::try_from(self.happened.len()).unwrap_or_default() * 47 % 460;
        let wanted = self.calendar.workday_ago(days, 9 * 60 + spread);
        self.at = wanted.max(self.at.after(Span::minutes(7)));
    }

    fn put(&mut self, by: Option<&PersonId>, participant: Participant) {
        let (program, person) = (participant.program.clone(), participant.person.clone());
        let how = Some(Moved::between(self.people.get(&person), &participant));
        self.people.insert(person.clone(), participant);
        self.tell(by.cloned(), Happening::ParticipantMoved { program, person, how });
    }

    fn tell(&mut self, by: Option<PersonId>, what: Happening) {
        self.happened.push(Happened { at: self.at, by, what });
    }
}

fn form(base: u32, values: &[(&str, &str)], lists: &[(&str, &[&str])]) -> DraftForm {
    let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    DraftForm {
        base,
        values: values.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect(),
        lists: lists.iter().map(|(path, ids)| ((*path).to_owned(), owned(ids))).collect(),
    }
}

fn read(history: &History, form: &DraftForm) -> Proposal {
    for path in form.values.keys().chain(form.lists.keys()) {
        Path::parse(path).expect(VALID);
    }
    let read = Proposal::read(history, form).expect(VALID);
    assert!(read.problems.is_empty(), "{VALID}: {:?}", read.problems);
    read.proposal
}
