//! The review of a draft: what changes, what is unsettled, what cannot be, whom it reaches and how, and what of earlier
//! changes is still on its way.

use super::Desk;
use super::choice::PublishChoice;
use super::effect::EffectView;
use super::fields::Sheet;
use super::rail::{ChangeLine, OtherDraft, PolicyChoice, Review, Trouble};
use super::unsettled::ConflictCard;
use super::words::{label, name_of};
use crate::actor::Role;
use crate::person::Person;
use crate::program::{
    Author, Breach, Change, Draft, List, Path, Policy, Proposal, Publish, Report, Standing, Who, changes, drawn_up,
    report,
};
use crate::rejection::Rejection;
use crate::tag::PersonTag;

/// What publishing would do, or why what is chosen cannot be.
pub(super) type Reported = Result<Option<Report>, Rejection>;

impl Sheet<'_> {
    /// The review of the draft, with what `choice` would do, and a card for what no field says.
    pub fn review(
        &self,
        desk: &Desk,
        choice: PublishChoice,
        (reported, unsettled): (Reported, Vec<ConflictCard>),
    ) -> Review {
        let org = self.viewer.org;
        let before = &self.history.program.settings;
        let found = changes(self.kind(), before, &self.settings, &|id| name_of(org, id));
        let mut troubles = self.troubles(&unsettled);
        let (report, wrong) = match reported {
            Ok(report) => (report, None),
            Err(why) => (None, Some(why.to_string())),
        };
        troubles.extend(self.breaches.iter().map(|breach| self.breach(breach)));
        let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
        let refusal = wrong.or_else(|| refusal(count, &troubles));
        Review {
            title: title(count, &troubles),
            count,
            kept: self.draft.map(|draft| self.viewer.clocks.face(&self.viewer.zone, draft.at)),
            changes: found.into_iter().map(|change| line(change, &choice)).collect(),
            unsettled,
            troubles,
            effect: report.as_ref().map(|report| EffectView::of(org, report)),
            policies: self.policies(),
            wider_teams: choice.wider.as_ref().and_then(|wider| self.wider_teams(wider)),
            choice,
            seen: report.map(|report| report.digest.0).unwrap_or_default(),
            refusal,
            teams: teams(org),
            roll_outs: self.roll_outs(),
            scheduled: self.scheduled(desk.scheduled),
            others: self.others(desk.drafts),
        }
    }

    /// What publishing the draft as chosen does; `None` without changes, or while two changes of one register wait.
    pub fn report(&self, choice: &PublishChoice) -> Reported {
        let publish = choice.publish()?;
        let Some(draft) = self.draft.filter(|draft| !draft.writes.is_empty()) else { return Ok(None) };
        let proposal = Proposal { base: self.history.program.n, writes: draft.writes.clone() };
        Ok(Some(self.outcome(&proposal, &publish)))
    }

    /// What a proposal against the newest version does.
    pub(super) fn outcome(&self, proposal: &Proposal, publish: &Publish) -> Report {
        let now = self.viewer.clocks.now;
        let author = Author { by: self.viewer.me().cloned(), at: now };
        let candidate = drawn_up(&self.history, proposal, publish, &author);
        report(&self.history, &self.people(), &candidate, now)
    }

    pub(super) fn people(&self) -> Vec<Who<'_>> {
        let org = self.viewer.org;
        org.participants(&self.history.program.id).map(|one| org.who(one)).collect()
    }

    fn troubles(&self, cards: &[ConflictCard]) -> Vec<Trouble> {
        let trouble =
            |path: &Path, text: String| Trouble { field: field_id(path), text, people: Vec::new(), is_promise: false };
        let named = |path: &Path| label(self.kind(), &self.settings, path);
        let (conflicts, typed) = self.draft.map_or((&[][..], None), |draft| (&draft.unsettled[..], Some(&draft.typed)));
        let conflicts = conflicts.iter().map(|one| {
            let card = cards.iter().find(|card| card.path == one.path.to_string());
            let said = trouble(&one.path, format!("{}: two values to decide between.", named(&one.path)));
            let at_card =
                |card: &ConflictCard| (ConflictCard::id(&card.path), format!("{}: {}.", card.label, card.title));
            let (field, text) = card.map_or((said.field, said.text), at_card);
            Trouble { field, text, people: Vec::new(), is_promise: false }
        });
        let typed = typed.into_iter().flatten().map(|(path, text)| {
            let why = self
                .kind()
                .field(path)
                .map_or_else(String::new, |field| super::words::unread(self.viewer.org, field, path, text));
            trouble(path, format!("{}: {why}", named(path)))
        });
        let problems =
            self.problems.iter().map(|one| trouble(&one.path, format!("{}: {}", named(&one.path), one.message)));
        conflicts.chain(typed).chain(problems).collect()
    }

    fn breach(&self, breach: &Breach) -> Trouble {
        let org = self.viewer.org;
        Trouble {
            field: field_id(&breach.path),
            text: format!("{}: {}", label(self.kind(), &self.settings, &breach.path), breach.message),
            people: breach.people.iter().take(6).map(|person| PersonTag::of(org, person)).collect(),
            is_promise: true,
        }
    }

    fn policies(&self) -> Vec<PolicyChoice> {
        let (mut inside, mut waiting) = (0_usize, 0_usize);
        for participant in self.viewer.org.participants(&self.history.program.id) {
            match participant.standing {
                Standing::Inside => inside += 1,
                Standing::Applied | Standing::Waiting | Standing::Invited { .. } => waiting += 1,
                Standing::Finished | Standing::Left => {}
            }
        }
        let (one, many) = self.kind().description().unit;
        let choice = |policy: Policy, label: String, note: String, verb: &str| PolicyChoice {
            value: policy.as_str().to_owned(),
            label,
            note,
            verb: verb.to_owned(),
        };
        let messages = if inside == 1 { "1 message today".to_owned() } else { format!("{inside} messages today") };
        vec![
            choice(
                Policy::NextStage,
                format!("At each {one}’s next stage"),
                format!("{inside} as they go on"),
                "Publish at next stage",
            ),
            choice(Policy::EveryoneNow, "Everyone now".to_owned(), messages, "Publish for everyone now"),
            choice(
                Policy::NewJoiners,
                format!("New {many} only"),
                format!("{waiting} waiting"),
                "Publish for new ones",
            ),
        ]
    }

    fn others(&self, drafts: &[Draft]) -> Vec<OtherDraft> {
        let me = self.viewer.me();
        let others = drafts.iter().filter(|draft| Some(&draft.person) != me && !draft.is_empty());
        others.map(|draft| self.other(draft)).collect()
    }

    fn other(&self, draft: &Draft) -> OtherDraft {
        let org = self.viewer.org;
        let mut settings = self.history.program.settings.clone();
        draft.writes.iter().for_each(|(path, value)| settings.set(path.clone(), value.clone()));
        let paths = draft.writes.keys().chain(draft.typed.keys()).chain(draft.unsettled.iter().map(|one| &one.path));
        let mut labels: Vec<String> = Vec::new();
        for label in paths.map(|path| label(self.kind(), &settings, path)) {
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        let by = PersonTag::of(org, &draft.person);
        let owner = org.person(&draft.person);
        let may_drop = !owner.is_some_and(Person::is_active);
        let why = match owner {
            _ if may_drop => format!("{} has left.", by.first_name()),
            Some(owner) if owner.role < Role::ProgramAdmin => {
                format!("{} is not a program admin any more.", by.first_name())
            }
            _ => String::new(),
        };
        OtherDraft {
            since: self.viewer.clocks.face(&self.viewer.zone, draft.at),
            fields: crate::wording::listed(labels.iter().map(String::as_str), labels.len()),
            by,
            why,
            may_drop,
        }
    }
}

fn title(count: u32, troubles: &[Trouble]) -> String {
    match (count, troubles.is_empty()) {
        (0, true) => "Nothing changed".to_owned(),
        (0, false) => "Something to settle first".to_owned(),
        _ => format!("{}, not live yet", many(count)),
    }
}

fn refusal(count: u32, troubles: &[Trouble]) -> Option<String> {
    if count == 0 && troubles.is_empty() {
        return Some("Change something first.".to_owned());
    }
    troubles.first().map(|trouble| {
        if troubles.len() == 1 {
            trouble.text.clone()
        } else {
            format!("{} And {} more.", trouble.text, troubles.len() - 1)
        }
    })
}

fn many(count: u32) -> String {
    if count == 1 { "1 change".to_owned() } else { format!("{count} changes") }
}

pub(super) fn line(change: Change, choice: &PublishChoice) -> ChangeLine {
    let path = change.path.to_string();
    ChangeLine {
        field: field_id(&change.path),
        own: choice.own(&path),
        path,
        label: change.label,
        before: change.before,
        after: change.after,
        words: change.words,
    }
}

pub(super) fn teams(org: &crate::org::Org) -> Vec<(String, String)> {
    let mut teams: Vec<(String, String)> =
        org.teams().map(|team| (team.id.to_string(), team.name.to_string())).collect();
    teams.sort_by_key(|(_, name)| name.to_lowercase());
    teams
}

/// The id of a register's field on the page.
pub(super) fn field_id(path: &Path) -> String {
    match path {
        Path::Order(List::Guidelines) | Path::Alive(List::Guidelines, _) | Path::Item(List::Guidelines, ..) => {
            "f-guidelines".to_owned()
        }
        // The stage of a step is where it stands: its name is its first field.
        Path::Item(List::Steps, item, key) if key.as_str() == "stage" => format!("f-steps-{item}-title"),
        Path::Field(_) | Path::Item(..) => format!("f-{}", path.to_string().replace('/', "-")),
        Path::Order(_) => "section-stages".to_owned(),
        Path::Alive(list, item) => format!("f-{}-{item}-title", list.as_str()),
    }
}
