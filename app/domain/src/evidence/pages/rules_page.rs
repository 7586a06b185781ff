//! What each kind of evidence counts for: as it is, as it is proposed, and what the proposal would change.

use super::preview::{Preview, preview};
use crate::evidence::{Evidence, EvidenceRules, Source, SourceRule, rating_words};
use crate::org::Org;
use crate::query_string::{Pairs, print};
use crate::rejection::Rejection;
use crate::tag::PersonTag;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// The page, for program admins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidencePage {
    /// Each kind.
    pub rules: Vec<RuleRow>,
    /// True while all count as is usual.
    pub is_usual: bool,
    /// The rules as they stand, for a proposal to name what it was made on.
    pub seen: String,
    /// What is wrong with the proposal.
    pub refused: Option<Rejection>,
    /// What the proposal would change.
    pub preview: Option<Preview>,
    /// Who rates higher or lower than others, the furthest first.
    pub raters: Vec<RaterRow>,
    /// Of how many people it is known how they rate.
    pub known_raters: u32,
}

/// One kind of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleRow {
    /// Which.
    pub source: Source,
    /// Its weight, as proposed or as it is.
    pub weight: String,
    /// Its half-life, likewise.
    pub half_life: String,
    /// What is usual.
    pub usual: SourceRule,
    /// How it counts now.
    pub now: SourceRule,
}

/// Somebody who rates higher or lower than others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RaterRow {
    /// Who.
    pub person: PersonTag,
    /// "half a step higher than others".
    pub words: String,
    /// From how many ratings of which others have spoken too.
    pub ratings: u16,
}

/// Weights and half-lives as they are written in an address: `weight-peer=100&half-life-peer=280`, and the rules on
/// which they were proposed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RulesForm {
    rows: Vec<(Source, String, String)>,
    /// [`EvidencePage::seen`] of the page that proposed them; `None` in an address that somebody wrote by hand.
    seen: Option<String>,
}

/// The field that says on which rules a proposal was made.
const SEEN: &str = "seen";

const CHANGED_SINCE: &str = "Another admin has changed these rules since you looked. What you typed stands below: \
    look again at what would change, then save.";

/// The rules in one word: "100.180-100.540-…", weight and half-life of each kind.
fn seen_as(rules: &EvidenceRules) -> String {
    rules.iter().map(|rule| format!("{}.{}", rule.weight, rule.half_life)).collect::<Vec<_>>().join("-")
}

/// How many raters are listed.
const RATERS: usize = 20;

impl RulesForm {
    /// What the query of an address proposes; `None` when it proposes nothing.
    pub fn parse(query: &str) -> Option<Self> {
        let pairs = Pairs::parse(query);
        let text = |name: String| pairs.get(&name).map(str::to_owned);
        let row = |source: Source| {
            let (weight, half_life) = (text(weight_field(source)), text(half_life_field(source)));
            let is_given = weight.is_some() || half_life.is_some();
            is_given.then(|| (source, weight.unwrap_or_default(), half_life.unwrap_or_default()))
        };
        let rows: Vec<_> = Source::ALL.into_iter().filter_map(row).collect();
        let seen = pairs.get(SEEN).map(str::to_owned);
        (!rows.is_empty()).then_some(Self { rows, seen })
    }

    /// The rules that it stands for, with those of `now` for kinds that it does not name. Refuses what is out of range, and
    /// what was proposed on other rules than `now`: it names every kind, and would put back what another admin changed.
    pub fn rules(&self, now: &EvidenceRules) -> Result<EvidenceRules, Rejection> {
        let proposed = self.rows.iter().try_fold(now.clone(), |rules, (source, weight, half_life)| {
            Ok(rules.with(SourceRule::parse(*source, weight, half_life)?))
        })?;
        if self.seen.as_ref().is_some_and(|seen| *seen != seen_as(now)) {
            return Err(Rejection::Stale(CHANGED_SINCE.into()));
        }
        Ok(proposed)
    }

    fn of(&self, source: Source) -> Option<(&str, &str)> {
        let row = self.rows.iter().find(|(own, ..)| *own == source);
        row.map(|(_, weight, half_life)| (weight.as_str(), half_life.as_str()))
    }
}

impl std::fmt::Display for RulesForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<_> =
            self.rows.iter().map(|(source, ..)| (weight_field(*source), half_life_field(*source))).collect();
        let pairs = self.rows.iter().zip(&names).flat_map(|((_, weight, half_life), (weighs, halves))| {
            [(weighs.as_str(), Some(weight.as_str())), (halves.as_str(), Some(half_life.as_str()))]
        });
        f.write_str(&print(pairs.chain([(SEEN, self.seen.as_deref())])))
    }
}

fn weight_field(source: Source) -> String {
    format!("weight-{}", source.slug())
}

fn half_life_field(source: Source) -> String {
    format!("half-life-{}", source.slug())
}

/// The page. With a form, `evidence` is all there is. Whoever calls has asked that the reader is a program admin.
pub fn evidence_page(org: &Org, form: Option<&RulesForm>, evidence: &[Evidence]) -> EvidencePage {
    let now = org.weighing().rules;
    let proposed = form.map(|form| form.rules(now));
    let (refused, preview) = match (form, proposed) {
        (Some(form), Some(Ok(rules))) => (None, Some(preview(org, &rules, evidence, form.to_string()))),
        (_, Some(Err(refused))) => (Some(refused), None),
        (_, None) | (None, Some(Ok(_))) => (None, None),
    };
    let row = |now: &SourceRule| {
        let typed = form.and_then(|form| form.of(now.source));
        let (weight, half_life) = typed.map_or_else(
            || (now.weight.to_string(), now.half_life.to_string()),
            |(weight, half_life)| (weight.to_owned(), half_life.to_owned()),
        );
        RuleRow { source: now.source, weight, half_life, usual: SourceRule::usual(now.source), now: *now }
    };
    EvidencePage {
        rules: now.iter().map(row).collect(),
        is_usual: *now == EvidenceRules::USUAL,
        seen: seen_as(now),
        refused,
        preview,
        raters: raters(org),
        known_raters: crate::coverage::count(org.weighing().leniency.raters.keys()),
    }
}

fn raters(org: &Org) -> Vec<RaterRow> {
    let all = org.weighing().leniency.raters.iter();
    let mut rows: Vec<(Reverse<u8>, RaterRow)> = all
        .filter_map(|(person, rater)| {
            let row =
                RaterRow { person: PersonTag::of(org, person), words: rating_words(rater)?, ratings: rater.ratings };
            Some((Reverse(rater.tenths.unsigned_abs()), row))
        })
        .collect();
    rows.sort_by(|(a, one), (b, other)| (a, &one.person.name).cmp(&(b, &other.person.name)));
    rows.into_iter().take(RATERS).map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Leniency, Noise, Rater};
    use crate::fernhill::{fernhill, vouched};

    #[test]
    fn a_proposal_reads_back_from_the_address_it_is_printed_to() {
        let query = "weight-own=40&half-life-own=90";
        let form = RulesForm::parse(query).unwrap();
        assert_eq!(form.to_string(), query);
        let rules = form.rules(&EvidenceRules::USUAL).unwrap();
        assert_eq!((rules.of(Source::Own).weight, rules.of(Source::Own).half_life), (40, 90));
        assert_eq!(rules.of(Source::Peer), SourceRule::usual(Source::Peer));
        assert_eq!(RulesForm::parse("q=own"), None);
    }

    #[test]
    fn what_was_proposed_on_other_rules_is_not_taken_and_stays_as_typed() {
        let mut org = fernhill();
        let seen = evidence_page(&org, None, &[]).seen;
        let form = RulesForm::parse(&format!("weight-own=40&half-life-own=90&seen={seen}")).unwrap();
        assert_eq!(form.to_string(), format!("weight-own=40&half-life-own=90&seen={seen}"));
        assert!(evidence_page(&org, Some(&form), &[]).preview.is_some());
        let others = EvidenceRules::USUAL.with(SourceRule { weight: 50, ..SourceRule::usual(Source::Peer) });
        org.weigh_by(others, Leniency::default(), org.weighing().day);
        let page = evidence_page(&org, Some(&form), &[]);
        assert!(matches!(page.refused, Some(Rejection::Stale(_))) && page.preview.is_none());
        assert_eq!((page.rules[0].weight.as_str(), page.rules[0].half_life.as_str()), ("40", "90"));
        let again = RulesForm::parse(&format!("weight-own=40&half-life-own=90&seen={}", page.seen)).unwrap();
        assert!(evidence_page(&org, Some(&again), &[]).preview.is_some());
    }

    #[test]
    fn what_cannot_be_taken_is_shown_as_typed_with_what_is_wrong() {
        let form = RulesForm::parse("weight-own=much&half-life-own=90").unwrap();
        let page = evidence_page(&fernhill(), Some(&form), &[]);
        assert!(matches!(&page.refused, Some(Rejection::Invalid { field, .. }) if field == "weight-own"));
        assert_eq!((page.rules[0].weight.as_str(), page.rules[0].now.weight), ("much", 100));
        assert_eq!((page.preview, page.is_usual), (None, true));
    }

    #[test]
    fn a_proposal_is_shown_with_what_it_would_change() {
        let org = fernhill();
        let given = vouched("rosalind-achterberg", "infusion-pumps", 4);
        let form = RulesForm::parse("weight-peer=0&half-life-peer=280").unwrap();
        let page = evidence_page(&org, Some(&form), &given);
        assert!(page.preview.is_some() && page.refused.is_none());
    }

    #[test]
    fn who_rates_as_others_do_is_not_listed() {
        let mut org = fernhill();
        let rater = |tenths, ratings| Rater { tenths, noise: Noise::Usual, ratings };
        let raters = [("priya-raman", rater(-6, 9)), ("wen-li", rater(1, 9)), ("noor-halabi", rater(9, 2))];
        let raters = raters.into_iter().map(|(id, rater)| (id.parse().unwrap(), rater)).collect();
        org.weigh_by(EvidenceRules::USUAL, Leniency { version: 1, raters }, org.weighing().day);
        let page = evidence_page(&org, None, &[]);
        let rows: Vec<(&str, &str)> =
            page.raters.iter().map(|row| (row.person.name.as_str(), row.words.as_str())).collect();
        assert_eq!((rows, page.known_raters), (vec![("Priya Raman", "half a step lower than others")], 3));
    }
}
