//! How every skill was covered in the weeks before and will be in the days to come, worked out from all evidence: kept
//! for a day, and worked out anew for skills that changed.

use crate::Store;
use crate::error::{Fault, Result};
use domain::clocks::Day;
use domain::coverage::{Basis, Outlook, SkillOutlook, skill_outlook};
use domain::event::Happening;
use domain::evidence::{Evidence, EvidenceRules, Leniency, Level, Weighing};
use domain::id::{PersonId, SkillId};
use domain::person::Person;
use domain::time::Timestamp;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// With more skills than this to work out, all evidence is read in one go.
const MOST_APART: usize = 32;

/// What is kept of it.
#[derive(Debug, Default)]
pub(crate) struct Outlooks {
    /// Held while it is worked out, so that many who ask wait for one.
    kept: tokio::sync::Mutex<Kept>,
    /// What changed since.
    stale: Mutex<Stale>,
}

#[derive(Debug, Default)]
struct Kept {
    day: i64,
    skills: Arc<Outlook>,
}

#[derive(Debug, Default)]
struct Stale {
    everything: bool,
    skills: BTreeSet<SkillId>,
}

/// What is worked out together.
struct Work {
    levels: BTreeMap<SkillId, Level>,
    left_at: BTreeMap<PersonId, Timestamp>,
    rules: EvidenceRules,
    leniency: Leniency,
    evidence: Vec<Evidence>,
    now: Timestamp,
}

impl Outlooks {
    /// What `happened` changes is worked out anew when it is asked for next.
    pub fn note(&self, happened: &Happening) {
        let mut stale = self.stale.lock().unwrap_or_else(PoisonError::into_inner);
        match happened {
            Happening::SkillChanged { skill } | Happening::EvidenceGiven { skill, .. } => {
                stale.skills.insert(skill.clone());
            }
            Happening::TargetsChanged { skills } => stale.skills.extend(skills.iter().cloned()),
            Happening::ImportFinished { .. }
            | Happening::ImportUndone { .. }
            | Happening::EvidenceRulesChanged
            | Happening::LeniencyChanged
            | Happening::EverythingReplaced => stale.everything = true,
            // Who leaves does so after all that is looked back on, and what is to come asks who is here.
            Happening::PersonChanged { .. }
            | Happening::PersonLeft { .. }
            | Happening::RoleGiven { .. }
            | Happening::PersonInvited { .. }
            | Happening::ResetOffered { .. }
            | Happening::TeamChanged { .. }
            | Happening::AreaChanged { .. }
            | Happening::WantChanged { .. }
            | Happening::OfferChanged { .. }
            | Happening::ExchangeMoved { .. }
            | Happening::CoverDropped { .. }
            | Happening::CoverRecovered { .. }
            | Happening::WatchChanged { .. }
            | Happening::PlanChanged { .. }
            | Happening::ProgramEdited { .. }
            | Happening::ProgramLetOut { .. }
            | Happening::ProgramMoved { .. }
            | Happening::ParticipantMoved { .. }
            | Happening::ProgramScheduled { .. }
            | Happening::ProgramDraftMoved { .. }
            | Happening::ConfirmationMoved { .. }
            | Happening::QuestionSettled { .. }
            | Happening::DrillMoved { .. }
            | Happening::PairMoved { .. }
            | Happening::MatchRoundMoved { .. }
            | Happening::SeekingMoved { .. }
            | Happening::RingMoved { .. }
            | Happening::SwapBoardMoved { .. }
            | Happening::HoursMoved { .. }
            | Happening::SessionChanged { .. }
            | Happening::OccurrenceMoved { .. }
            | Happening::HostProposed { .. }
            | Happening::ThanksGiven { .. }
            | Happening::NoteMoved { .. }
            | Happening::ThreadMoved { .. }
            | Happening::CommentMoved { .. }
            | Happening::StepSnoozed { .. }
            | Happening::NotificationsRead { .. }
            | Happening::NoticesChanged { .. }
            | Happening::Reminded { .. }
            | Happening::ViewsChanged { .. }
            | Happening::FeedChanged { .. }
            | Happening::SessionsEnded { .. }
            | Happening::SignedOut { .. }
            | Happening::Heartbeat => {}
        }
    }

    fn take_stale(&self) -> Stale {
        std::mem::take(&mut *self.stale.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Store {
    /// How every skill was and will be covered.
    pub(crate) async fn outlook(&self) -> Result<Arc<Outlook>> {
        let outlooks = self.outlooks();
        let mut kept = outlooks.kept.lock().await;
        let now = self.clock().now();
        let day = now.since(Timestamp(0)).whole_days();
        // What becomes stale from here on is stale the next time, whatever is read now.
        let stale = outlooks.take_stale();
        if stale.everything || kept.day != day {
            *kept = Kept { day, skills: Arc::default() };
        }
        if !stale.skills.is_empty() {
            Arc::make_mut(&mut kept.skills).retain(|skill, _| !stale.skills.contains(skill));
        }
        let levels = self.missing(&kept.skills);
        if !levels.is_empty() {
            let new = self.worked_out(levels, now).await?;
            Arc::make_mut(&mut kept.skills).extend(new);
        }
        Ok(Arc::clone(&kept.skills))
    }

    /// The skills that are not in `known`, each with the level that counts as covering it.
    fn missing(&self, known: &Outlook) -> BTreeMap<SkillId, Level> {
        let org = self.org_here();
        let missing = org.skills().filter(|skill| !known.contains_key(&skill.id));
        missing.map(|skill| (skill.id.clone(), skill.target.level)).collect()
    }

    async fn worked_out(&self, levels: BTreeMap<SkillId, Level>, now: Timestamp) -> Result<Outlook> {
        let evidence: Vec<Evidence> = if levels.len() > MOST_APART {
            self.rows("SELECT * OMIT id, in, out FROM evidence", json!({})).await?
        } else {
            let skills: Vec<&SkillId> = levels.keys().collect();
            self.rows(OF_SKILLS, json!({ "skills": skills })).await?
        };
        let work = {
            let org = self.org_here();
            let weighing = org.weighing();
            let left_at = |person: &Person| Some((person.id.clone(), person.gone_since(weighing.day)?));
            let (rules, leniency) = (weighing.rules.clone(), weighing.leniency.clone());
            Work { levels, left_at: org.all_people().filter_map(left_at).collect(), rules, leniency, evidence, now }
        };
        let done = tokio::task::spawn_blocking(move || work.done()).await;
        Ok(done.map_err(|cause| Fault::new("working the outlook out", &cause))?)
    }
}

const OF_SKILLS: &str = "
    SELECT * OMIT id, in, out
    FROM evidence
    WHERE skill IN $skills
";

impl Work {
    fn done(self) -> Outlook {
        let mut apart: BTreeMap<SkillId, Vec<Evidence>> = BTreeMap::new();
        for piece in self.evidence {
            apart.entry(piece.skill.clone()).or_default().push(piece);
        }
        let left_at = |person: &PersonId| self.left_at.get(person).copied();
        let weighing = Weighing { rules: &self.rules, leniency: &self.leniency, day: Day::utc(self.now) };
        let basis = Basis { left_at: &left_at, weighing, now: self.now };
        let outlook = |(skill, level): (SkillId, Level)| {
            let evidence = apart.remove(&skill).unwrap_or_default();
            let outlook: SkillOutlook = skill_outlook(level, evidence, basis);
            (skill, Arc::new(outlook))
        };
        self.levels.into_iter().map(outlook).collect()
    }
}
