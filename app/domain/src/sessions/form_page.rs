//! The page on which a session is planned or changed: the form as it is filled, what can be chosen, times that suit.

use super::find::{FindQuery, FoundTime, found_times};
use super::form::SessionForm;
use super::found;
use super::page::may_change;
use super::preview::DatesPreview;
use super::words::kind_called;
use crate::chosen::people_to_choose;
use crate::clocks::Day;
use crate::id::{PersonId, ProgramId, SessionId, SkillId};
use crate::query_string::Pairs;
use crate::reader::Reader;
use crate::rejection::Rejection;
use crate::search::fold;
use crate::session::{OpenTo, Session, SessionKind};
use crate::tag::{PersonTag, SkillTag};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// So many days people have to vote unless somebody says otherwise.
const VOTING: i64 = 3;
/// So many of the times that suit are filled into a poll.
const PROPOSED: usize = 3;

/// What the address of the form asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormQuery {
    /// What is taught.
    pub skills: Vec<SkillId>,
    /// Who is asked.
    pub people: Vec<PersonId>,
    /// Who holds it; whoever plans it where nobody is named.
    pub hosts: Vec<PersonId>,
    /// What it is called.
    pub title: String,
    /// The program that it belongs to.
    pub program: Option<ProgramId>,
    /// What kind of hour.
    pub kind: Option<SessionKind>,
    /// The day that was pointed at.
    pub on: Option<Day>,
    /// From which date on a series is changed.
    pub from: Option<Day>,
}

impl FormQuery {
    /// Reads `skill=…&person=…&host=…&title=…&program=…&kind=…&on=…&from=…`; what it does not know is left out.
    pub fn parse(text: &str) -> Self {
        let pairs = Pairs::parse(text);
        let day = |name| pairs.get(name).and_then(|day| Day::parse(name, day).ok());
        let people = |name| pairs.all(name).filter_map(|id| PersonId::parse(id).ok()).collect();
        Self {
            skills: pairs.all("skill").filter_map(|id| SkillId::parse(id).ok()).collect(),
            people: people("person"),
            hosts: people("host"),
            title: pairs.get("title").unwrap_or_default().to_owned(),
            program: pairs.get("program").and_then(|id| ProgramId::parse(id).ok()),
            kind: pairs.get("kind").and_then(|kind| kind_called(kind).ok()),
            on: day("on"),
            from: day("from"),
        }
    }
}

/// The page on which a session is planned or changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormPage {
    /// "Plan a session"; "Change Allergens in plain words".
    pub title: String,
    /// What the form is filled with.
    pub form: SessionForm,
    /// The kinds: what the form sends and what people read.
    pub kinds: Vec<(String, String)>,
    /// What is chosen to be taught.
    pub skills: Vec<SkillTag>,
    /// Who is chosen to hold it.
    pub hosts: Vec<PersonTag>,
    /// Who is chosen to be asked.
    pub invited: Vec<PersonTag>,
    /// Skills to choose from.
    pub all_skills: Vec<SkillTag>,
    /// Some people to choose from.
    pub people: Vec<PersonTag>,
    /// Programs to which it can belong: what the form sends and what people read.
    pub programs: Vec<(String, String)>,
    /// The zones in which people here live.
    pub zones: Vec<String>,
    /// The first day that can be chosen.
    pub earliest: String,
    /// Times that suit those who are chosen.
    pub times: Vec<FoundTime>,
    /// The first dates that the form would give.
    pub preview: DatesPreview,
    /// Where "Cancel" leads.
    pub back: String,
    /// True when a series is changed from one date on.
    pub is_split: bool,
}

/// The form for a new session, or for `id`. Not found for those whom it does not concern; refused for those who may not
/// change it.
pub fn form_page(reader: &Reader, id: Option<&SessionId>, query: &FormQuery) -> Result<FormPage, Rejection> {
    match id {
        None => Ok(new(reader, query)),
        Some(id) => {
            let session = found(reader, id)?;
            if !may_change(reader, session) {
                let words = "Only those who hold it or planned it change it. Ask one of them.";
                return Err(Rejection::Forbidden(words.to_owned()));
            }
            Ok(of(reader, session, query))
        }
    }
}

fn new(reader: &Reader, query: &FormQuery) -> FormPage {
    let today = reader.clocks.today(&reader.me.zone);
    let kind = query.kind.unwrap_or(SessionKind::LunchAndLearn);
    let usual = SessionForm::usual(kind, &reader.me.zone);
    let mut form = SessionForm {
        on: query.on.filter(|on| *on >= today).map(Day::iso).unwrap_or_default(),
        vote_until: today.plus(VOTING).iso(),
        title: query.title.clone(),
        program: query.program.as_ref().map(ToString::to_string).unwrap_or_default(),
        open_to: if query.people.is_empty() { usual.open_to.clone() } else { "invited".to_owned() },
        ..usual
    };
    let hosts = if query.hosts.is_empty() { std::slice::from_ref(&reader.me.id) } else { query.hosts.as_slice() };
    let people = [hosts, query.people.as_slice()].concat();
    let find = FindQuery { people, minutes: 45, zone: form.zone.clone() };
    let times = found_times(reader, &find);
    for (field, time) in form.choices.iter_mut().zip(times.iter().take(PROPOSED)) {
        field.clone_from(&time.field);
    }
    let page = page(reader, form, times);
    FormPage {
        skills: tags_of_skills(reader, &query.skills),
        hosts: hosts.iter().map(|id| PersonTag::of(reader.org, id)).collect(),
        invited: query.people.iter().map(|id| PersonTag::of(reader.org, id)).collect(),
        ..page
    }
}

fn of(reader: &Reader, session: &Session, query: &FormQuery) -> FormPage {
    let form = SessionForm::of(session, reader.clocks);
    let from = query.from.zip(session.timing()).filter(|(from, timing)| timing.days().contains(from));
    let form = match from {
        Some((from, timing)) => form.from(timing, from),
        None => form,
    };
    let invited = match &session.open_to {
        OpenTo::Everyone => &[],
        OpenTo::Invited { people } => people.as_slice(),
    };
    let minutes = form.minutes.parse().unwrap_or(45);
    let find = FindQuery { people: [&session.hosts, invited].concat(), minutes, zone: form.zone.clone() };
    let page = page(reader, form, found_times(reader, &find));
    let title = if from.is_some() { "Change this and the following dates" } else { "Change" };
    FormPage {
        title: format!("{title}: {}", session.title),
        skills: tags_of_skills(reader, &session.skills),
        hosts: session.hosts.iter().map(|id| PersonTag::of(reader.org, id)).collect(),
        invited: invited.iter().map(|id| PersonTag::of(reader.org, id)).collect(),
        back: format!("/sessions/{}", session.id),
        is_split: from.is_some(),
        ..page
    }
}

fn page(reader: &Reader, form: SessionForm, times: Vec<FoundTime>) -> FormPage {
    let org = reader.org;
    let mut all_skills: Vec<SkillTag> = org.skills().map(|skill| SkillTag::of(org, &skill.id)).collect();
    all_skills.sort_by_cached_key(|skill| fold(&skill.name));
    let kinds = SessionKind::ALL.map(|kind| (super::words::slug(kind).to_owned(), kind.label().to_owned()));
    FormPage {
        title: "Plan a session".to_owned(),
        kinds: kinds.to_vec(),
        skills: Vec::new(),
        hosts: Vec::new(),
        invited: Vec::new(),
        all_skills,
        people: people_to_choose(org, "", |_| true),
        programs: programs(reader, &form.program),
        zones: zones(reader, &form.zone),
        earliest: reader.clocks.today(&reader.me.zone).iso(),
        times,
        preview: form.preview(reader),
        back: "/sessions".to_owned(),
        is_split: false,
        form,
    }
}

fn tags_of_skills(reader: &Reader, skills: &[SkillId]) -> Vec<SkillTag> {
    let known = skills.iter().filter(|skill| reader.org.skill(skill).is_some());
    known.map(|skill| SkillTag::of(reader.org, skill)).collect()
}

/// The programs in which the reader is, or that they look after, and the one that is chosen already.
fn programs(reader: &Reader, chosen: &str) -> Vec<(String, String)> {
    let sights = reader.org.programs().filter_map(|program| crate::programs::Sight::of(reader, &program.id).ok());
    let fitting = sights
        .filter(|sight| sight.program.id.as_str() == chosen || sight.inside().is_some() || sight.is_led_by_reader());
    fitting.map(|sight| (sight.program.id.to_string(), sight.title())).collect()
}

/// The zones in which people here live, and the one that is chosen already.
fn zones(reader: &Reader, chosen: &str) -> Vec<String> {
    let lived_in = reader.org.people().map(|person| person.zone.as_str().to_owned());
    let all: BTreeSet<String> = lived_in.chain([chosen.to_owned(), "UTC".to_owned()]).collect();
    all.into_iter().filter(|zone| !zone.is_empty()).collect()
}
