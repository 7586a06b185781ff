//! What was reported, for program admins: the words, who thinks what of them, and what to do about it.
//!
//! What is below a private thing was said between few; whoever of them reports it lets admins read that one comment.

use super::page::line;
use super::{Comment, CommentLine};
use crate::actor::Role;
use crate::rejection::Rejection;
use crate::tag::PersonTag;
use crate::time::Face;
use crate::viewer::Viewer;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// How many are listed.
const MOST: usize = 100;

/// Comments that somebody reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportsPage {
    /// "Two comments wait for a look."
    pub lead: String,
    /// Those with the most reports first.
    pub lines: Vec<ReportLine>,
}

/// A comment that somebody reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportLine {
    /// What it says.
    pub comment: CommentLine,
    /// What it is below; empty when the admin may not see that.
    pub subject: String,
    /// The page of that; `None` when the admin may not see it.
    pub href: Option<String>,
    /// Who thinks what of it, and when.
    pub reports: Vec<(PersonTag, String, Face)>,
}

/// Everything that was reported and not looked at. Refuses all but program admins.
pub fn reports_page(viewer: &Viewer) -> Result<ReportsPage, Rejection> {
    viewer.actor.at_least(Role::ProgramAdmin)?;
    let reported = |comment: &&Comment| !comment.reports.is_empty() && comment.removed.is_none();
    let mut all: Vec<&Comment> = viewer.org.comments().filter(reported).collect();
    all.sort_by_key(|comment| (Reverse(comment.reports.len()), comment.at, &comment.id));
    let waiting = counted(all.len(), "comment waits for a look", "comments wait for a look");
    let lead = if all.is_empty() { "Nothing waits for a look.".to_owned() } else { format!("{}.", sentence(&waiting)) };
    Ok(ReportsPage { lead, lines: all.into_iter().take(MOST).map(|comment| report_line(viewer, comment)).collect() })
}

fn report_line(viewer: &Viewer, comment: &Comment) -> ReportLine {
    let is_seen = comment.subject.may_see(viewer.org, viewer.actor).is_ok();
    let report = |report: &super::Report| {
        let at = viewer.clocks.face(&viewer.zone, report.at);
        (PersonTag::of(viewer.org, &report.by), report.why.to_string(), at)
    };
    ReportLine {
        comment: line(viewer, comment),
        subject: if is_seen { comment.subject.name(viewer.org) } else { String::new() },
        href: is_seen.then(|| format!("{}#comment-{}", comment.subject.href(), comment.id)),
        reports: comment.reports.iter().map(report).collect(),
    }
}
