//! The rules of the model as properties: what must hold whatever is said.

use super::*;
use crate::clocks::Day;
use crate::time::Span;

pub(super) const NOW: Timestamp = Timestamp(1_763_000_000_000);

pub(super) fn weighing() -> Weighing<'static> {
    Weighing::usual(Day::utc(NOW))
}

pub(super) fn said(source: Source, by: &str, level: u8, days_ago: i64) -> Evidence {
    Evidence {
        person: PersonId::parse("amara").unwrap(),
        skill: SkillId::parse("wound-care").unwrap(),
        level: Level::try_from(level).unwrap(),
        source,
        by: (source != Source::Imported).then(|| PersonId::parse(by).unwrap()),
        at: NOW.before(Span::days(days_ago)),
        note: Prose::default(),
        import: None,
        passed: None,
        reversed_at: None,
    }
}

fn level(evidence: &[Evidence]) -> Option<u8> {
    estimate(evidence, &weighing()).map(|estimate| estimate.level.number())
}

fn mean(evidence: &[Evidence]) -> u16 {
    weighing().belief(evidence).mean()
}

/// Six pieces of every sort: echoed, failed, old, taken back.
fn six() -> Vec<Evidence> {
    let mut failed = said(Source::Drill, "noor", 3, 12);
    failed.passed = Some(false);
    let mut wrong = said(Source::Manager, "priya", 1, 5);
    wrong.reversed_at = Some(NOW);
    vec![
        said(Source::Own, "amara", 4, 3),
        said(Source::Peer, "noor", 2, 200),
        said(Source::Peer, "noor", 3, 20),
        said(Source::Taught, "theo", 4, 30),
        failed,
        wrong,
    ]
}

fn permutations(pieces: &[Evidence]) -> Vec<Vec<Evidence>> {
    let Some((first, rest)) = pieces.split_first() else { return vec![Vec::new()] };
    let with_first = |rest: Vec<Evidence>| {
        (0..=rest.len()).map(move |at| {
            let mut all = rest.clone();
            all.insert(at, first.clone());
            all
        })
    };
    permutations(rest).into_iter().flat_map(with_first).collect()
}

/// Dice that always fall the same.
pub(super) struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn level(&mut self) -> u8 {
        u8::try_from(self.below(5)).unwrap()
    }

    fn cell(&mut self) -> Vec<Evidence> {
        let pieces = 1 + self.below(7);
        let piece = |dice: &mut Self| {
            let source = Source::ALL[usize::try_from(dice.below(9)).unwrap()];
            let by = ["noor", "theo", "priya"][usize::try_from(dice.below(3)).unwrap()];
            let by = if source == Source::Own { "amara" } else { by };
            let mut piece = said(source, by, dice.level(), i64::try_from(dice.below(900)).unwrap() - 20);
            piece.passed = [None, Some(true), Some(false)][usize::try_from(dice.below(3)).unwrap()];
            piece.reversed_at = (dice.below(8) == 0).then_some(NOW);
            piece
        };
        (0..pieces).map(|_| piece(self)).collect()
    }
}

#[test]
fn without_evidence_there_is_no_level() {
    assert_eq!(level(&[]), None);
}

#[test]
fn the_order_of_the_pieces_does_not_matter() {
    let all = permutations(&six());
    assert_eq!(all.len(), 720);
    let first = estimate(&all[0], &weighing());
    let lines = |evidence: &[Evidence]| -> Vec<(Belief, Belief, Belief)> {
        explain(evidence, &weighing()).rows.iter().map(|row| (row.before, row.after, row.without)).collect()
    };
    for evidence in &all {
        assert_eq!(estimate(evidence, &weighing()), first);
        assert_eq!(lines(evidence), lines(&all[0]));
    }
}

#[test]
fn what_was_taken_back_is_as_if_it_had_never_been_given() {
    let all = six();
    let standing: Vec<Evidence> = all.iter().filter(|piece| piece.reversed_at.is_none()).cloned().collect();
    assert_eq!(estimate(&all, &weighing()), estimate(&standing, &weighing()));
    assert_eq!(level(&all[5..]), None);
}

#[test]
fn the_newest_word_of_a_giver_counts_and_the_one_before_a_quarter() {
    let words = [(1, 300), (2, 90), (4, 1)].map(|(level, ago)| said(Source::Peer, "noor", level, ago));
    let weighed = weighing().weighed(&words);
    let rows: Vec<(Standing, u16)> = weighed.iter().map(|piece| (piece.standing, piece.hundredths())).collect();
    assert_eq!(rows, [(Standing::Replaced, 0), (Standing::Echoes, 20), (Standing::Counts, 100)]);
    assert_eq!(estimate(&words, &weighing()).unwrap().pieces, 2);
    // Who becomes somebody's manager stays one giver.
    let words = [said(Source::Peer, "noor", 2, 300), said(Source::Manager, "noor", 3, 2)];
    assert_eq!(weighing().weighed(&words)[0].standing, Standing::Echoes);
}

#[test]
fn a_file_that_is_imported_again_replaces_what_files_said() {
    let once = [said(Source::Imported, "", 3, 0)];
    let twice = [said(Source::Imported, "", 2, 40), said(Source::Imported, "", 3, 0)];
    assert_eq!(weighing().belief(&once), weighing().belief(&twice));
    assert_eq!(weighing().weighed(&twice)[0].standing, Standing::Replaced);
}

#[test]
fn an_imported_level_counts_as_cover_alone_for_half_a_year() {
    for number in 1..=4 {
        let reaches = |days| {
            let imported = [said(Source::Imported, "", number, days)];
            estimate(&imported, &weighing()).unwrap().reaches(Level::try_from(number).unwrap())
        };
        assert!(reaches(0) && reaches(150), "{number}");
        assert_eq!(level(&[said(Source::Imported, "", number, 0)]), Some(number));
    }
    assert!(!estimate(&[said(Source::Imported, "", 4, 200)], &weighing()).unwrap().reaches(Level::CAN_TEACH));
}

#[test]
fn ones_own_word_is_not_enough_and_two_colleagues_are() {
    let own = [said(Source::Own, "amara", 4, 1)];
    assert_eq!(level(&own), Some(3));
    assert!(!estimate(&own, &weighing()).unwrap().reaches(Level::ALONE));
    let both = [said(Source::Own, "amara", 4, 1), said(Source::Peer, "noor", 2, 1), said(Source::Peer, "theo", 2, 1)];
    assert_eq!(level(&both), Some(2));
    let agreed = [said(Source::Peer, "noor", 4, 1), said(Source::Manager, "theo", 4, 1)];
    assert!(estimate(&agreed, &weighing()).unwrap().reaches(Level::CAN_TEACH));
}

#[test]
fn learning_is_not_cover() {
    let attended = [said(Source::Attended, "noor", 1, 0)];
    assert_eq!(level(&attended), Some(1));
    let often: Vec<Evidence> = (0..6).map(|n| said(Source::Attended, &format!("teacher-{n}"), 3, n)).collect();
    assert!(!estimate(&often, &weighing()).unwrap().reaches(Level::ALONE));
}

#[test]
fn old_evidence_fades_to_what_is_known_of_anybody() {
    let fresh = [said(Source::Peer, "noor", 4, 0)];
    let fading: Vec<u16> = (0..12).map(|halves| mean(&[said(Source::Peer, "noor", 4, 280 * halves)])).collect();
    assert!(fading.windows(2).all(|pair| pair[1] <= pair[0]), "{fading:?}");
    assert_eq!((mean(&fresh), fading[11]), (fading[0], mean(&[])));
    assert_eq!(level(&[said(Source::Peer, "noor", 4, 100_000)]), None);
}

#[test]
fn a_piece_from_a_clock_that_runs_ahead_is_as_fresh_as_can_be() {
    assert_eq!(mean(&[said(Source::Peer, "noor", 4, -9)]), mean(&[said(Source::Peer, "noor", 4, 0)]));
}

#[test]
fn a_failed_drill_speaks_against_the_level() {
    let with = |passed| {
        let drill = Evidence { passed, ..said(Source::Drill, "noor", 3, 2) };
        mean(&[said(Source::Peer, "theo", 3, 10), drill])
    };
    let without = mean(&[said(Source::Peer, "theo", 3, 10)]);
    assert!(with(Some(false)) < without && without < with(None));
    assert_eq!(with(None), with(Some(true)));
}

#[test]
fn doing_better_never_lowers_a_level() {
    // A word far from all others is taken for a slip, so for words it is each alone that must rise.
    for source in [Source::Own, Source::Imported, Source::Peer, Source::Manager] {
        for days in [0, 100, 400] {
            let alone = |number| estimate(&[said(source, "noor", number, days)], &weighing()).unwrap();
            for number in 0..4 {
                let (lower, higher) = (alone(number), alone(number + 1));
                assert!(
                    lower.level <= higher.level && lower.belief.mean() < higher.belief.mean(),
                    "{source:?} {number}"
                );
            }
        }
    }
    let mut dice = Dice(3);
    for _ in 0..2_000 {
        let (mut passed, at) = (dice.cell(), NOW.before(Span::days(1)));
        let mut failed = passed.clone();
        let piece = Evidence { at, ..said(Source::Drill, "wen", dice.level(), 1) };
        passed.push(piece.clone());
        failed.push(Evidence { passed: Some(false), ..piece });
        let (passed, failed) = (weighing().belief(&passed), weighing().belief(&failed));
        for level in Level::ALL {
            // Each chance is rounded for itself.
            assert!(passed.at_least(level) + 3 >= failed.at_least(level), "{passed:?} {failed:?}");
        }
    }
}

#[test]
fn the_lines_of_an_explanation_add_up_to_the_level() {
    let mut dice = Dice(1);
    for _ in 0..500 {
        let evidence = dice.cell();
        let explanation = explain(&evidence, &weighing());
        let mut before = explanation.prior;
        for (place, row) in explanation.rows.iter().enumerate() {
            assert_eq!(row.before, before);
            assert!(row.weighed.counts() || row.after == row.before && row.without == explanation.belief);
            let others = evidence.iter().filter(|piece| !std::ptr::eq(*piece, row.weighed.piece));
            let others: Vec<Evidence> = others.cloned().collect();
            assert_eq!(row.without, weighing().belief(&others), "line {place}");
            before = row.after;
        }
        assert_eq!(before, explanation.belief);
        assert_eq!(before, weighing().belief(&evidence));
    }
}

#[test]
fn a_kind_that_weighs_nothing_counts_for_nothing() {
    let rules = EvidenceRules::USUAL.with(SourceRule { weight: 0, ..SourceRule::usual(Source::Own) });
    let weighing = Weighing { rules: &rules, ..weighing() };
    let own = [said(Source::Own, "amara", 4, 1)];
    assert_eq!(estimate(&own, &weighing), None);
    assert_eq!(weighing.weighed(&own)[0].standing, Standing::Faded);
}

#[test]
fn whole_numbers_come_within_a_point_of_floating_point() {
    let mut dice = Dice(2);
    let (mut worst, mut sum, mut count) = (0.0_f64, 0.0, 0.0);
    for _ in 0..3_000 {
        let evidence = dice.cell();
        let (found, exact) = (weighing().belief(&evidence), exactly(&evidence));
        for (found, exact) in found.chances().into_iter().zip(exact) {
            let off = (f64::from(found) / 100.0 - exact * 100.0).abs();
            (worst, sum, count) = (worst.max(off), sum + off, count + 1.0);
        }
    }
    assert!(worst <= 1.0 && sum / count < 0.1, "worst {worst:.3}, mean {:.4} points", sum / count);
}

/// The posterior in floating point, from the same tables with the rounding of weights and powers left out.
fn exactly(evidence: &[Evidence]) -> [f64; 5] {
    let mut logs = [0.30_f64, 0.25, 0.20, 0.17, 0.08].map(f64::log2);
    for weighed in weighing().weighed(evidence) {
        let quarters = match weighed.standing {
            Standing::Counts => 1.0,
            Standing::Echoes => 0.25,
            Standing::Replaced | Standing::TakenBack | Standing::Faded => 0.0,
        };
        let rule = SourceRule::usual(weighed.piece.source);
        let age = Day::utc(NOW).0 - Day::utc(weighed.piece.at).0;
        let age = f64::from(i32::try_from(age.max(0)).unwrap());
        let weight = (-age / f64::from(rule.half_life)).exp2() * f64::from(rule.weight) / 100.0 * quarters;
        for (log, heard) in logs.iter_mut().zip(weighed.heard.logs()) {
            *log += weight * f64::from(heard) / 1024.0;
        }
    }
    let powers = logs.map(f64::exp2);
    let total: f64 = powers.iter().sum();
    powers.map(|power| power / total)
}
