//! The moves of a comment, as functions of the comment, who moves it and the moment.

use super::{Comment, MOST_REPORTS, Mention, Removal, Report, Subject};
use crate::actor::{Actor, Role};
use crate::id::{CommentId, PersonId};
use crate::rejection::Rejection;
use crate::text::{Line, Prose};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// One move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommentMove {
    /// Put one's own in other words.
    Edit {
        /// In which.
        text: Prose,
        /// Whom they call.
        mentioned: Vec<PersonId>,
    },
    /// Take it away: one's own, or as program admin. A mark stays.
    Remove,
    /// Tell program admins that it should not stand.
    Report {
        /// Why.
        why: Line,
    },
    /// Say what comes of its reports.
    Judge(Judgement),
}

/// What comes of what was reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    /// It may stand.
    Keep,
    /// It is removed.
    Remove,
}

/// What came of a comment, as far as the log tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommentStep {
    /// It was written.
    Written,
    /// Its words changed.
    Edited,
    /// It was removed by whoever wrote it.
    Removed,
    /// It was removed by somebody else.
    TakenDown,
    /// Somebody reported it.
    Reported,
    /// A program admin let it stand.
    Kept,
}

impl Comment {
    /// What `by` says below `subject`. Refuses no words at all.
    pub fn written(
        id: CommentId,
        subject: Subject,
        by: PersonId,
        (text, mentioned): (Prose, Vec<PersonId>),
        at: Timestamp,
    ) -> Result<Self, Rejection> {
        has_words(&text)?;
        let mentions = mentioned.into_iter().map(|person| Mention { person, at }).collect();
        Ok(Self { id, subject, by, at, text, edited_at: None, mentions, reports: Vec::new(), removed: None })
    }

    /// The comment after `actor` makes `step`, and what the log tells of it. That they may see what it is below is asked
    /// before.
    pub fn moved(mut self, actor: &Actor, step: CommentMove, at: Timestamp) -> Result<(Self, CommentStep), Rejection> {
        let by = actor.member()?.id.clone();
        if self.removed.is_some() {
            return Err(Rejection::Stale("This comment was removed.".to_owned()));
        }
        match step {
            CommentMove::Edit { text, mentioned } => {
                if by != self.by {
                    return Err(Rejection::Forbidden("Only whoever wrote a comment changes it.".to_owned()));
                }
                has_words(&text)?;
                // Whoever was called before was told then; only others are told now.
                let first = |person: &PersonId| self.mentions.iter().find(|mention| mention.person == *person);
                let mention = |person: PersonId| first(&person).cloned().unwrap_or(Mention { person, at });
                let mentions = mentioned.into_iter().map(mention).collect();
                Ok((Self { text, mentions, edited_at: Some(at), ..self }, CommentStep::Edited))
            }
            CommentMove::Remove => {
                let step = if by == self.by { CommentStep::Removed } else { CommentStep::TakenDown };
                if by != self.by {
                    actor.at_least(Role::ProgramAdmin)?;
                }
                Ok((self.without_words(by, at), step))
            }
            CommentMove::Report { .. } if by == self.by => {
                Err(Rejection::Conflict("It is your own comment. You can remove it.".to_owned()))
            }
            CommentMove::Report { why } => {
                if why.is_empty() {
                    return Err(Rejection::invalid("why", "Say in a few words what is wrong with it."));
                }
                self.reports.retain(|report| report.by != by);
                if self.reports.len() < MOST_REPORTS {
                    self.reports.push(Report { by, at, why });
                }
                Ok((self, CommentStep::Reported))
            }
            CommentMove::Judge(judgement) => {
                actor.at_least(Role::ProgramAdmin)?;
                match judgement {
                    Judgement::Keep => {
                        self.reports.clear();
                        Ok((self, CommentStep::Kept))
                    }
                    Judgement::Remove => Ok((self.without_words(by, at), CommentStep::TakenDown)),
                }
            }
        }
    }

    fn without_words(self, by: PersonId, at: Timestamp) -> Self {
        let (text, mentions, reports) = (Prose::default(), Vec::new(), Vec::new());
        Self { text, mentions, reports, removed: Some(Removal { by, at }), ..self }
    }
}

impl Judgement {
    /// The judgement of a form's field.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        match text.trim() {
            "keep" => Ok(Self::Keep),
            "remove" => Ok(Self::Remove),
            _ => Err(Rejection::invalid("judgement", "Choose whether it stays.")),
        }
    }
}

fn has_words(text: &Prose) -> Result<(), Rejection> {
    if text.is_empty() { Err(Rejection::invalid("text", "Write something first.")) } else { Ok(()) }
}
