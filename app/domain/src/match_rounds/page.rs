//! The page of a matching, for program admins and the program's organisers.

use super::compare::{Comparison, compared};
use super::maker::Maker;
use super::posed::Solved;
use super::rows::{DecisionRow, KeptRow, MentorRow, PairRow, RoundRow, WaitingRow, Why};
use super::way_out::Explained;
use super::weigh::{self, WeightRow};
use super::{MatchQuery, words};
use crate::id::{PersonId, ProgramId};
use crate::match_round::Pairing;
use crate::mentoring::{Ground, Mode};
use crate::program::{Phase, Program, ProgramKind};
use crate::program_editor::{EditorHead, organised};
use crate::rejection::{Noun, Rejection};
use crate::tag::PersonTag;
use crate::viewer::Viewer;
use crate::wording::{counted, number, sentence};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How many pairs stand on one page, and how many learners without a mentor at most.
pub(super) const PAGE: usize = 60;

/// For so many learners without a mentor the smallest change is looked for; for others when they are asked for.
const MOST_WAYS_OUT: usize = 12;

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchPage {
    /// What stands above it.
    pub head: EditorHead,
    /// "Nine of eleven learners get a mentor. Two wait, and below is why."
    pub lead: String,
    /// How sure it is that nothing better exists.
    pub proof: String,
    /// What the pairing reaches: a name and a value each.
    pub facts: Vec<(String, String)>,
    /// The pairs, by learner; in circles by mentor.
    pub pairs: Vec<PairRow>,
    /// "1–60 of 312".
    pub summary: String,
    /// The pairs before these.
    pub previous: Option<String>,
    /// The pairs after them.
    pub next: Option<String>,
    /// Who has nobody, the longest wait first; no more than fit on a page.
    pub waiting: Vec<WaitingRow>,
    /// Who mentors, by name.
    pub mentors: Vec<MentorRow>,
    /// How much what counts.
    pub weights: Vec<WeightRow>,
    /// What was decided by hand.
    pub decisions: Vec<DecisionRow>,
    /// Pairings that were kept.
    pub kept: Vec<KeptRow>,
    /// Two pairings side by side.
    pub comparison: Option<Comparison>,
    /// Why one learner has whom they have.
    pub why: Option<Why>,
    /// Rounds that were published, the newest first.
    pub rounds: Vec<RoundRow>,
    /// Who looks for a mentor, by name, to decide about by hand.
    pub learners: Vec<PersonTag>,
    /// True where one mentor has a circle of learners.
    pub is_circles: bool,
    /// What publishing would do, or why it cannot be done.
    pub publish: Publishable,
    /// Names what was seen: goes back with what is published or kept.
    pub seen: String,
}

/// Whether a pairing can be published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Publishable {
    /// It can.
    Yes {
        /// "Publish nine pairs".
        verb: String,
        /// What comes of it.
        words: String,
    },
    /// It cannot.
    No {
        /// Why, and what to do.
        why: String,
    },
}

/// Passes program admins and the program's organisers; not found for programs of other kinds.
pub fn organised_match(viewer: &Viewer, id: &ProgramId) -> Result<(), Rejection> {
    let history = organised(viewer, id)?;
    let is_one = history.program.kind == ProgramKind::Mentorship;
    if is_one { Ok(()) } else { Err(Rejection::NotFound(Noun::Program)) }
}

/// For whom the page that `query` asks for names the smallest change.
pub fn to_explain(solved: &Solved, query: &MatchQuery) -> BTreeSet<PersonId> {
    let left = &solved.pairing.left;
    let asked = left.iter().filter(|left| query.who.as_ref() == Some(*left));
    asked.chain(left).take(MOST_WAYS_OUT + 1).cloned().collect()
}

/// The page of the matching that was `explained`. For program admins and the program's organisers; not found for programs of
/// other kinds.
pub fn match_page(
    viewer: &Viewer,
    id: &ProgramId,
    query: &MatchQuery,
    explained: &Explained,
) -> Result<MatchPage, Rejection> {
    let history = organised(viewer, id)?;
    let Explained { solved, ways_out } = explained;
    let terms = solved.posed.round.terms.clone();
    let ground = Ground::of(viewer.org, id, &terms, viewer.clocks).ok_or(Rejection::NotFound(Noun::Program))?;
    let maker = Maker { viewer, program: history.program, solved, ground: &ground };
    let all = solved.pairing.couples.len();
    let first = query.page.saturating_mul(PAGE).min(all);
    let last = (first + PAGE).min(all);
    let at = |page: usize| MatchQuery { page, ..query.clone() }.href(id);
    Ok(MatchPage {
        head: EditorHead::of(viewer, &history),
        lead: words::takeaway(solved),
        proof: words::proof(solved),
        facts: words::facts(&solved.pairing),
        pairs: maker.pairs(first..last),
        summary: format!("{}–{last} of {all}", if last == 0 { 0 } else { first + 1 }),
        previous: (query.page > 0).then(|| at(query.page - 1)),
        next: (last < all).then(|| at(query.page + 1)),
        waiting: maker.waiting(ways_out),
        mentors: maker.mentors(),
        weights: weigh::rows(&terms.weights, ground.counting()),
        decisions: maker.decisions(),
        kept: solved.posed.round.kept.iter().map(|kept| maker.kept(kept)).collect(),
        comparison: compared(viewer.org, solved, query),
        why: query.who.as_ref().and_then(|who| maker.why(who, ways_out)),
        rounds: viewer.org.match_rounds(id).rev().filter_map(|round| maker.round(round)).collect(),
        learners: maker.learners(),
        is_circles: solved.posed.rules.mode == Mode::Circles,
        publish: publishable(history.program, &solved.pairing),
        seen: solved.pairing.digest.clone(),
    })
}

/// Whether a pairing of the program can be published now, and what comes of it.
pub fn publishable(program: &Program, pairing: &Pairing) -> Publishable {
    let no = |why: &str| Publishable::No { why: why.to_owned() };
    match program.phase {
        Phase::Draft => return no("The program is a draft. Open it first, on its settings."),
        Phase::Paused => return no("The program is paused. Let it go on first, on its settings."),
        Phase::Closed => return no("The program is closed."),
        Phase::Open | Phase::Running => {}
    }
    let left = match pairing.left.len() {
        0 => String::new(),
        1 => " One learner stays without a mentor and reads why.".to_owned(),
        n => format!(" {} learners stay without a mentor and read why.", sentence(&number(n))),
    };
    match pairing.couples.len() {
        0 => no("There is no pair to publish yet."),
        n => Publishable::Yes {
            verb: format!("Publish {}", counted(n, "pair", "pairs")),
            words: format!("All of them are told at once.{left} You can take it back for a day."),
        },
    }
}
