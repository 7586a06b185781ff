//! What of earlier changes is still on its way: versions that are let out to some so far, and changes with a day.

use super::PublishChoice;
use super::choice::WiderChoice;
use super::effect::EffectView;
use super::fields::Sheet;
use super::rail::{ChangeLine, RollOutLine, ScheduledLine, Wider, WiderTeams};
use super::review::{line, teams};
use super::words::{let_out, name_of};
use crate::program::{Outcome, Reach, Scheduled, Version, changes, merge, report_of_widening};
use crate::tag::PersonTag;
use crate::time::Span;

/// How long it is told of a change that was not applied.
const TOLD: Span = Span::days(14);

impl Sheet<'_> {
    /// The versions that are not out to all yet, the newest first.
    pub fn roll_outs(&self) -> Vec<RollOutLine> {
        self.history.versions.iter().rev().filter_map(|version| self.roll_out(version)).collect()
    }

    fn roll_out(&self, version: &Version) -> Option<RollOutLine> {
        let roll_out = version.roll_out.as_ref()?;
        let (share, teams) = match &roll_out.reach {
            Reach::Everyone => return None,
            Reach::Share { of_10_000 } => (*of_10_000, Vec::new()),
            Reach::Teams { teams: have } => {
                let has = |(id, name): (String, String)| {
                    let has = have.iter().any(|team| team.as_str() == id);
                    (id, name, has)
                };
                (u16::MAX, teams(self.viewer.org).into_iter().map(has).collect())
            }
        };
        let shares = [25, 50].into_iter().filter(|percent| u16::from(*percent) * 100 > share).chain([100]);
        Some(RollOutLine {
            n: version.n,
            words: format!("Version {}, {}", version.n, let_out(self.viewer.org, roll_out)),
            is_stopped: roll_out.stopped_at.is_some(),
            wider: shares.filter_map(|share| self.wider(version.n, share)).collect(),
            teams,
        })
    }

    fn wider(&self, n: u32, share: u8) -> Option<Wider> {
        let reach = Reach::percent(u16::from(share)).ok()?;
        let (effect, refusal) = self.widened(n, &reach)?;
        Some(Wider { share, effect, refusal })
    }

    /// What letting a version out to the teams that are ticked would do; `None` while it is not let out to teams, or all
    /// that are ticked have it.
    pub fn wider_teams(&self, choice: &WiderChoice) -> Option<WiderTeams> {
        let version = self.history.version(choice.n)?;
        let Reach::Teams { teams: have } = &version.roll_out.as_ref()?.reach else { return None };
        let more: Vec<String> = choice.teams.difference(have).map(ToString::to_string).collect();
        if more.is_empty() {
            return None;
        }
        let (effect, refusal) = self.widened(choice.n, &Reach::Teams { teams: have | &choice.teams })?;
        Some(WiderTeams { n: choice.n, teams: more, effect, refusal })
    }

    /// What letting a version out further does to people, and which promise it would break.
    fn widened(&self, n: u32, reach: &Reach) -> Option<(String, String)> {
        let report = report_of_widening(&self.history, &self.people(), n, reach, self.viewer.clocks.now)?;
        let refusal = report.breaches.into_iter().next().map(|breach| breach.message).unwrap_or_default();
        Some((report.summary, refusal))
    }

    /// The changes with a day, and those whose day passed without them not long ago.
    pub fn scheduled(&self, all: &[Scheduled]) -> Vec<ScheduledLine> {
        let shown = |one: &&Scheduled| match &one.outcome {
            Outcome::Waits => true,
            Outcome::Refused { at, .. } => self.viewer.clocks.now.since(*at) < TOLD,
            Outcome::Applied { .. } | Outcome::Cancelled { .. } => false,
        };
        let mut found: Vec<&Scheduled> = all.iter().filter(shown).collect();
        found.sort_by_key(|one| (one.due, one.at));
        found.into_iter().map(|one| self.scheduled_line(one)).collect()
    }

    fn scheduled_line(&self, one: &Scheduled) -> ScheduledLine {
        let (changes, effect) = if one.waits() { self.waiting(one) } else { (Vec::new(), None) };
        ScheduledLine {
            id: one.id.clone(),
            words: format!(
                "{}: {} by {}",
                one.due.in_full(),
                super::words::changes(one.proposal.writes.len()),
                PersonTag::of(self.viewer.org, &one.by).first_name()
            ),
            changes,
            effect,
            why_not: if let Outcome::Refused { why, .. } = &one.outcome { why.clone() } else { String::new() },
            waits: one.waits(),
        }
    }

    /// What a waiting change would do if its day were today.
    fn waiting(&self, one: &Scheduled) -> (Vec<ChangeLine>, Option<EffectView>) {
        let Ok(merged) = merge(&self.history, &one.proposal) else { return (Vec::new(), None) };
        let before = &self.history.program.settings;
        let mut after = before.clone();
        merged.proposal.writes.iter().for_each(|(path, value)| after.set(path.clone(), value.clone()));
        let org = self.viewer.org;
        let found = changes(self.kind(), before, &after, &|id| name_of(org, id));
        let choice = PublishChoice::default();
        let lines = found.into_iter().map(|change| line(change, &choice)).collect();
        let is_any = !merged.proposal.writes.is_empty();
        let effect = is_any.then(|| EffectView::of(org, &self.outcome(&merged.proposal, &one.publish)));
        (lines, effect)
    }
}
