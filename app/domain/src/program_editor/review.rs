//! The review of a draft: what changes, what is unsettled, what cannot be, whom it reaches and how, and what of earlier
//! changes is still on its way.

use super::Desk;
use super::choice::{PublishChoice, slug};
use super::effect::EffectView;
use super::fields::Sheet;
use super::rail::{ChangeLine, ConflictCard, OtherDraft, PolicyChoice, Review, RollOutLine, ScheduledLine, Trouble};
use super::words::{in_words, label, let_out, name_of};
use crate::program::{
    Author, Breach, Change, Conflict, Draft, List, Outcome, Path, Policy, Proposal, Report, Scheduled, Standing, Who,
    changes, drawn_up, report,
};
use crate::tag::PersonTag;

impl ConflictCard {
    pub(super) fn of(sheet: &Sheet, conflict: &Conflict) -> Self {
        let org = sheet.viewer.org;
        let field = sheet.kind().field(&conflict.path);
        let words = |value| in_words(org, field, value);
        Self {
            path: conflict.path.to_string(),
            label: label(sheet.kind(), &sheet.settings, &conflict.path),
            by: conflict.by.as_ref().map(|by| PersonTag::of(org, by)),
            at: sheet.viewer.clocks.face(&sheet.viewer.zone, conflict.at),
            theirs: words(&conflict.theirs),
            mine: words(&conflict.mine),
            both: conflict.both.as_ref().map(words),
        }
    }
}

impl Sheet<'_> {
    /// The review of the draft, with what `choice` would do.
    pub fn review(&self, desk: &Desk, choice: PublishChoice) -> Review {
        let org = self.viewer.org;
        let before = &self.history.program.settings;
        let found = changes(self.kind(), before, &self.settings, &|id| name_of(org, id));
        let mut troubles = self.troubles();
        let (report, wrong) = match self.report(&choice) {
            Ok(report) => (report, None),
            Err(why) => (None, Some(why.to_string())),
        };
        troubles.extend(report.iter().flat_map(|report| &report.breaches).map(|breach| self.breach(breach)));
        let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
        let refusal = wrong.or_else(|| refusal(count, &troubles));
        Review {
            title: if count == 0 { "Nothing changed".to_owned() } else { format!("{}, not live yet", many(count)) },
            count,
            kept: self.draft.map(|draft| self.viewer.clocks.face(&self.viewer.zone, draft.at)),
            changes: found.into_iter().map(|change| line(change, &choice)).collect(),
            troubles,
            effect: report.as_ref().map(|report| EffectView::of(org, report)),
            policies: self.policies(),
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
    fn report(&self, choice: &PublishChoice) -> Result<Option<Report>, crate::rejection::Rejection> {
        let publish = choice.publish()?;
        let Some(draft) = self.draft.filter(|draft| !draft.writes.is_empty()) else { return Ok(None) };
        let now = self.viewer.clocks.now;
        let proposal = Proposal { base: self.history.program.n, writes: draft.writes.clone() };
        let author = Author { by: self.viewer.me().cloned(), at: now };
        let candidate = drawn_up(&self.history, &proposal, &publish, &author);
        let org = self.viewer.org;
        let people: Vec<Who> = org.participants(&self.history.program.id).map(|one| org.who(one)).collect();
        Ok(Some(report(&self.history, &people, &candidate, now)))
    }

    fn troubles(&self) -> Vec<Trouble> {
        let trouble =
            |path: &Path, text: String| Trouble { field: field_id(path), text, people: Vec::new(), is_promise: false };
        let named = |path: &Path| label(self.kind(), &self.settings, path);
        let (conflicts, typed) = self.draft.map_or((&[][..], None), |draft| (&draft.unsettled[..], Some(&draft.typed)));
        let conflicts = conflicts
            .iter()
            .map(|one| trouble(&one.path, format!("{}: two values to decide between.", named(&one.path))));
        let typed = typed.into_iter().flatten().map(|(path, text)| {
            let why = self.kind().field(path).map_or_else(String::new, |field| super::words::unread(field, path, text));
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
                Standing::Waiting | Standing::Invited { .. } => waiting += 1,
                Standing::Finished | Standing::Left => {}
            }
        }
        let (one, many) = self.kind().description().unit;
        let choice = |policy: Policy, label: String, note: String, verb: &str| PolicyChoice {
            value: slug(policy).to_owned(),
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

    fn roll_outs(&self) -> Vec<RollOutLine> {
        let line = |version: &crate::program::Version| {
            let roll_out = version.roll_out.as_ref()?;
            let share = match &roll_out.reach {
                crate::program::Reach::Everyone => return None,
                crate::program::Reach::Share { of_10_000 } => *of_10_000,
                crate::program::Reach::Teams { .. } => u16::MAX,
            };
            Some(RollOutLine {
                n: version.n,
                words: format!("Version {}, {}", version.n, let_out(self.viewer.org, roll_out)),
                is_stopped: roll_out.stopped_at.is_some(),
                shares: [25, 50].into_iter().filter(|percent| u16::from(*percent) * 100 > share).collect(),
            })
        };
        self.history.versions.iter().rev().filter_map(line).collect()
    }

    fn scheduled(&self, all: &[Scheduled]) -> Vec<ScheduledLine> {
        let shown = |one: &&Scheduled| match &one.outcome {
            Outcome::Waits => true,
            Outcome::Refused { at, .. } => self.viewer.clocks.now.since(*at) < crate::time::Span::days(14),
            Outcome::Applied { .. } | Outcome::Cancelled { .. } => false,
        };
        let line = |one: &Scheduled| ScheduledLine {
            id: one.id.clone(),
            words: format!(
                "{}: {} by {}",
                one.due.in_full(),
                super::words::changes(one.proposal.writes.len()),
                PersonTag::of(self.viewer.org, &one.by).first_name()
            ),
            why_not: if let Outcome::Refused { why, .. } = &one.outcome { why.clone() } else { String::new() },
            waits: one.waits(),
        };
        let mut found: Vec<&Scheduled> = all.iter().filter(shown).collect();
        found.sort_by_key(|one| (one.due, one.at));
        found.into_iter().map(line).collect()
    }

    fn others(&self, drafts: &[Draft]) -> Vec<OtherDraft> {
        let me = self.viewer.me();
        let others = drafts.iter().filter(|draft| Some(&draft.person) != me && !draft.is_empty());
        let words = |draft: &Draft| {
            let paths =
                draft.writes.keys().chain(draft.typed.keys()).chain(draft.unsettled.iter().map(|one| &one.path));
            let mut labels: Vec<String> = paths.map(|path| label(self.kind(), &self.settings, path)).collect();
            labels.dedup();
            crate::wording::listed(labels.iter().map(String::as_str), 3)
        };
        others
            .map(|draft| OtherDraft { by: PersonTag::of(self.viewer.org, &draft.person), words: words(draft) })
            .collect()
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

fn line(change: Change, choice: &PublishChoice) -> ChangeLine {
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

fn teams(org: &crate::org::Org) -> Vec<(String, String)> {
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
        Path::Field(_) | Path::Item(..) => format!("f-{}", path.to_string().replace('/', "-")),
        Path::Order(_) => "section-stages".to_owned(),
        Path::Alive(list, item) => format!("f-{}-{item}-title", list.as_str()),
    }
}
