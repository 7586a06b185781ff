//! Which question to ask: the one whose answer tells most about who covers what matters.
//!
//! What an answer tells is how much the doubt about a yes or no shrinks on average — does the colleague reach the level
//! that the skill needs? — which is Var(1{L ≥ target}) − Σ_r P(r)·Var(1{L ≥ target} | r) over the five answers r that a
//! colleague can give: expected value of sample information (Lindley 1956, "On a measure of the information provided by
//! an experiment"), with the variance as the loss, so that it is a ratio of sums and the same on every machine. It is
//! weighted by how critical the skill is, and divided by one more than the questions queued on the same cell: requests
//! that are open on it, and colleagues who come before the reader this week, in an order drawn anew each week from the
//! names alone. Nothing is drawn at random and nothing is kept.

use super::{Cell, Question, worked_with};
use crate::clocks::Day;
use crate::coverage::works_here;
use crate::evidence::{Belief, Level, Likelihood, Manner, Source};
use crate::id::PersonId;
use crate::org::Org;
use crate::reader::Reader;
use crate::skill::Skill;
use std::collections::{BTreeMap, BTreeSet};

/// How many questions are proposed, of which the first that still makes sense is asked.
const MOST: usize = 12;

/// An answer that tells less than this is not worth a question: one hundredth of a yes or no about a critical skill.
const LEAST: u64 = 8 * HUNDREDTH;
/// One hundredth of what variances are counted in.
const HUNDREDTH: u64 = 1_000_000;

/// A question that could be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// About whom and what.
    pub cell: Cell,
    /// What the answer tells, weighted and divided, in parts of 10⁸ of a variance.
    pub value: u64,
}

/// How many colleagues are weighed in one go.
const AT_ONCE: usize = 64;

/// Looking for the questions that a reader could be asked, bit by bit: in a large organisation it takes long, and nobody
/// can change the organisation while it is read.
#[derive(Debug)]
pub struct Picking<'a> {
    mine: &'a [Question],
    stage: Stage,
    /// Who worked with the colleagues about whom one could be asked, as far as that was looked up.
    together: BTreeMap<PersonId, BTreeSet<PersonId>>,
    found: Vec<Candidate>,
}

/// What comes next.
#[derive(Debug)]
enum Stage {
    Begin,
    /// These colleagues are still to be weighed; these questions are.
    Weigh(Vec<PersonId>, Vec<Candidate>),
    /// Who else could be asked these, the most telling last.
    Queue(Vec<Candidate>),
    Done,
}

impl<'a> Picking<'a> {
    /// Before anything was looked at; `mine` are the questions that the reader settled.
    pub const fn new(mine: &'a [Question]) -> Self {
        Self { mine, stage: Stage::Begin, together: BTreeMap::new(), found: Vec::new() }
    }

    /// Looks a bit further; true while there is more to look at. What left the organisation in between is asked about
    /// no more.
    pub fn go_on(&mut self, reader: &Reader) -> bool {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Begin => self.begin(reader),
            Stage::Weigh(subjects, cells) => self.weigh(reader, subjects, cells),
            Stage::Queue(cells) => self.queue(reader, cells),
            Stage::Done => Stage::Done,
        };
        !matches!(self.stage, Stage::Done)
    }

    /// The questions that the reader could be asked, the most telling first. None when they were asked enough this week,
    /// and none where colleagues' words weigh nothing.
    pub fn found(self) -> Vec<Candidate> {
        self.found
    }

    fn begin(&self, reader: &Reader) -> Stage {
        let counts = reader.org.weighing().rules.of(Source::Peer).weight > 0;
        if !counts || super::left_this_week(reader, self.mine) == 0 {
            return Stage::Done;
        }
        Stage::Weigh(worked_with(reader.org, reader.me, reader.now()).into_iter().collect(), Vec::new())
    }

    fn weigh(&self, reader: &Reader, mut subjects: Vec<PersonId>, mut cells: Vec<Candidate>) -> Stage {
        let (org, now) = (reader.org, reader.now());
        for subject in subjects.split_off(subjects.len().saturating_sub(AT_ONCE)) {
            for skill in spoken_for(org, &subject) {
                let cell = Cell { subject: subject.clone(), skill: skill.id.clone() };
                let is_settled = self.mine.iter().any(|question| question.is_about(&cell) && question.is_settled(now));
                let value = telling(reader, &cell, skill);
                if value >= LEAST && !is_settled && !is_asked_by_them(reader, &cell) {
                    cells.push(Candidate { value, cell });
                }
            }
        }
        if !subjects.is_empty() {
            return Stage::Weigh(subjects, cells);
        }
        by_value(&mut cells);
        cells.reverse();
        Stage::Queue(cells)
    }

    fn queue(&mut self, reader: &Reader, mut cells: Vec<Candidate>) -> Stage {
        let Some(mut candidate) = cells.pop() else { return Stage::Done };
        // Dividing only takes away: once as many as are wanted tell more than this one could, the rest need no queue.
        if self.found.len() == MOST && self.found.iter().all(|kept| kept.value >= candidate.value) {
            return Stage::Done;
        }
        if !works_here(reader.org, &candidate.cell.subject) || reader.org.skill(&candidate.cell.skill).is_none() {
            return Stage::Queue(cells);
        }
        candidate.value /= 1 + self.ahead(reader, &candidate.cell);
        self.found.push(candidate);
        by_value(&mut self.found);
        self.found.truncate(MOST);
        Stage::Queue(cells)
    }

    /// How many questions stand before the reader's on `cell`: requests that are open on it, and whoever could be asked
    /// the same and comes before the reader this week.
    fn ahead(&mut self, reader: &Reader, cell: &Cell) -> u64 {
        let (org, me, now) = (reader.org, &reader.me.id, reader.now());
        let open = org
            .confirmations()
            .filter(|request| request.is_open() && request.asker == cell.subject && request.skill == cell.skill);
        let open = open.count();
        let asked = self.together.entry(cell.subject.clone()).or_insert_with(|| {
            org.person(&cell.subject).map(|subject| worked_with(org, subject, now)).unwrap_or_default()
        });
        let week = Day((now.0.div_euclid(86_400_000) + 3).div_euclid(7));
        let place = |person: &PersonId| (draw(week, person, cell), person.clone());
        let mine = place(me);
        let ahead = asked.iter().filter(|person| *person != me && place(person) < mine).count();
        u64::try_from(open + ahead).unwrap_or(0)
    }
}

/// All of it in one go; see [`Picking`].
pub fn candidates(reader: &Reader, mine: &[Question]) -> Vec<Candidate> {
    let mut picking = Picking::new(mine);
    while picking.go_on(reader) {}
    picking.found()
}

fn by_value(candidates: &mut [Candidate]) {
    candidates.sort_by(|a, b| (b.value, &a.cell).cmp(&(a.value, &b.cell)));
}

/// Skills in which something speaks for or of the person: a level, an offer or a want.
fn spoken_for<'a>(org: &'a Org, person: &'a PersonId) -> impl Iterator<Item = &'a Skill> {
    let known = org.known_by(person).map(|(skill, _)| skill);
    let offered = org.offers_of(person).map(|(skill, _)| skill);
    let wanted = org.wants_of(person).map(|(skill, _)| skill);
    let all: BTreeSet<_> = known.chain(offered).chain(wanted).collect();
    all.into_iter().filter_map(|skill| org.skill(skill))
}

/// True while the subject themself waits for the reader's word on it.
fn is_asked_by_them(reader: &Reader, cell: &Cell) -> bool {
    let (org, me) = (reader.org, &reader.me.id);
    org.confirmations().any(|request| {
        request.is_open() && request.colleague == *me && request.asker == cell.subject && request.skill == cell.skill
    })
}

/// What the reader's answer tells about the cell, weighted by how critical the skill is.
fn telling(reader: &Reader, cell: &Cell, skill: &Skill) -> u64 {
    let org = reader.org;
    let belief = org.known(&cell.subject, &cell.skill).map_or_else(Belief::prior, |known| known.estimate.belief);
    let manner = org.weighing().leniency.manner(&reader.me.id);
    let target = skill.target.level;
    u64::from(skill.criticality.weight()) * gain(belief, manner, |belief| reaching(belief, target))
}

/// How much `doubt` about a belief shrinks on average once somebody who rates in that manner has said a level, in the
/// unit of `doubt`.
pub fn gain(belief: Belief, manner: Manner, doubt: impl Fn(Belief) -> u64) -> u64 {
    let answers = Level::ALL.map(|said| Likelihood::of_word(said, manner));
    let chances = answers.map(|heard| u64::from(belief.expects(&heard)));
    let whole: u64 = chances.iter().sum::<u64>().max(1);
    let after: u64 = answers.iter().zip(chances).map(|(heard, chance)| chance * doubt(belief.after(heard))).sum();
    doubt(belief).saturating_sub(after / whole)
}

/// The variance of whether somebody reaches `target`, in parts of 10⁸.
pub fn reaching(belief: Belief, target: Level) -> u64 {
    let yes = u64::from(belief.at_least(target).min(10_000));
    yes * (10_000 - yes)
}

/// The lot of `person` in that week for that cell: FNV-1a over the names, which spreads well enough for a queue.
fn draw(week: Day, person: &PersonId, cell: &Cell) -> u64 {
    let parts = [person.as_str(), "/", cell.subject.as_str(), "/", cell.skill.as_str()];
    let bytes = week.0.to_le_bytes().into_iter().chain(parts.into_iter().flat_map(str::bytes));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
