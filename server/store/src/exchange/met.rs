//! What follows when both say that they met: evidence for both, and the learner's thanks.
//!
//! It is written in the transaction that makes the request done, which happens once; so it is written once.

use crate::Tx;
use crate::error::Result;
use domain::clocks::Day;
use domain::event::Happening;
use domain::evidence::{Evidence, Level, Source, Weighing, estimate};
use domain::exchange::Exchange;
use domain::id::{PersonId, SkillId};
use domain::text::Prose;
use domain::thanks::Thanks;
use domain::want::Want;
use serde_json::json;

/// Writes what both are due for an exchange that is done.
pub(super) async fn give_both_their_due(tx: &Tx, done: &Exchange) -> Result<()> {
    let taught = taught(known(tx, &done.teacher, &done.skill).await?);
    give_evidence(tx, done, &done.teacher, Source::Taught, taught).await?;
    let learned = learned(tx, &done.learner, &done.skill, known(tx, &done.learner, &done.skill).await?).await?;
    give_evidence(tx, done, &done.learner, Source::Attended, learned).await?;
    let words = done.learner_says.as_ref().map(|word| word.words.clone()).unwrap_or_default();
    thank(tx, done, words).await
}

/// What somebody who was taught is seen at, who was at `before`: by what they want to reach.
pub(crate) async fn learned(tx: &Tx, person: &PersonId, skill: &SkillId, before: Level) -> Result<Level> {
    let want: Option<Want> = tx.row(WANT, json!({ "person": person, "skill": skill })).await?;
    Ok(learned_level(before, want.map(|want| want.target)))
}

/// Who taught it can teach it, when they did it alone before; else they do it alone.
pub(crate) fn taught(before: Level) -> Level {
    if before >= Level::ALONE { Level::CAN_TEACH } else { Level::ALONE }
}

/// One step up, up to what they want; without a want, up to doing it alone. Never down.
fn learned_level(before: Level, target: Option<Level>) -> Level {
    let next = Level::ALL.into_iter().find(|level| *level > before).unwrap_or(before);
    next.min(target.unwrap_or(Level::ALONE)).max(before)
}

const WANT: &str = "SELECT * OMIT id, in, out FROM ONLY type::record('wants', [$person, $skill])";

/// What the evidence so far speaks for, by the rules of the organisation. How raters differ is left out: it moves a
/// level by parts of a step, and the record that holds it is large.
pub(crate) async fn known(tx: &Tx, person: &PersonId, skill: &SkillId) -> Result<Level> {
    let query = "
        SELECT * OMIT id, in, out
        FROM type::record('evidence', [$person, $skill, NONE]..[$person, $skill, ..])
    ";
    let pieces: Vec<Evidence> = tx.rows(query, json!({ "person": person, "skill": skill })).await?;
    let rules = &crate::evidence::rules(tx).await?;
    let weighing = Weighing { rules, ..Weighing::usual(Day::utc(tx.now())) };
    Ok(estimate(&pieces, &weighing).map_or(Level::NONE, |estimate| estimate.level))
}

async fn give_evidence(tx: &Tx, done: &Exchange, person: &PersonId, source: Source, level: Level) -> Result<()> {
    let other = if *person == done.teacher { &done.learner } else { &done.teacher };
    let evidence = Evidence {
        person: person.clone(),
        skill: done.skill.clone(),
        level,
        source,
        by: Some(other.clone()),
        at: tx.now(),
        note: Prose::default(),
        import: None,
        passed: None,
        reversed_at: None,
    };
    write_evidence(tx, &evidence, &format!("exchange:{}", done.id)).await
}

/// Adds a piece of evidence; `nonce` tells it from others of the same moment.
pub(crate) async fn write_evidence(tx: &Tx, evidence: &Evidence, nonce: &str) -> Result<()> {
    let (person, skill) = (&evidence.person, &evidence.skill);
    let values = json!({
        "person": person, "skill": skill, "key": [person, skill, evidence.at, nonce],
        "row": crate::row::content(evidence)?,
    });
    let query = "
        RELATE (type::record('person', $person))->(type::record('evidence', $key))->(type::record('skill', $skill))
        CONTENT $row
        RETURN NONE
    ";
    tx.run(query, values).await?;
    tx.emit(Happening::EvidenceGiven { person: person.clone(), skill: skill.clone() }).await
}

async fn thank(tx: &Tx, done: &Exchange, words: Prose) -> Result<()> {
    let thanks = Thanks {
        from: done.learner.clone(),
        to: done.teacher.clone(),
        skill: done.skill.clone(),
        words,
        at: tx.now(),
        exchange: Some(done.id.clone()),
    };
    crate::thanks::write(tx, &thanks, done.id.as_str()).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn teaching_and_learning_move_levels_up_and_never_down() {
        use Level as L;
        let rows =
            [(L::NONE, L::ALONE), (L::WITH_HELP, L::ALONE), (L::ALONE, L::CAN_TEACH), (L::CAN_TEACH, L::CAN_TEACH)];
        for (before, after) in rows {
            assert_eq!(taught(before), after, "{before:?}");
        }
        let rows = [
            (L::NONE, None, L::AWARE),
            (L::WITH_HELP, None, L::ALONE),
            (L::ALONE, None, L::ALONE),
            (L::ALONE, Some(L::CAN_TEACH), L::CAN_TEACH),
            (L::WITH_HELP, Some(L::AWARE), L::WITH_HELP),
            (L::CAN_TEACH, Some(L::CAN_TEACH), L::CAN_TEACH),
        ];
        for (before, target, after) in rows {
            assert_eq!(learned_level(before, target), after, "{before:?} {target:?}");
        }
    }
}
