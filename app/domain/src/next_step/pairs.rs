//! Steps that come out of pairs: agree to the words on how to work together, say whether it fits, say how it was.

use super::{Act, Candidate, NextStep, NextStepKind, StepId, effort};
use crate::pair::{Pair, PairStage};
use crate::pairs::{moment, without_reader};
use crate::reader::{Phrase, Reader};
use crate::time::Span;

/// For so long after a close people are asked how it was.
const ASKED_FOR: Span = Span::days(14);

pub(super) fn candidates(reader: &Reader) -> Vec<Candidate> {
    let me = &reader.me.id;
    let own = reader.org.pairs_of(me).filter(|pair| pair.has(me));
    own.flat_map(|pair| [agree(reader, pair), fit(reader, pair), feedback(reader, pair)]).flatten().collect()
}

/// The other wrote how they could work together.
fn agree(reader: &Reader, pair: &Pair) -> Option<Candidate> {
    let agreement = pair.agreement.as_ref().filter(|_| pair.waits_for_agreement_of(&reader.me.id))?;
    let by = crate::tag::PersonTag::of(reader.org, &agreement.by);
    let title = format!("Agree with {} how you work together", by.first_name());
    let mut step = step(NextStepKind::Answer, pair, (title, "agreement"));
    step.verb = "Read it and agree".to_owned();
    step.why = vec![Phrase::strong(by.first_name()), Phrase::plain(" wrote it down; your yes is missing.")];
    Some(Candidate { step, urgency: 20, value: 10, minutes: 2 })
}

/// They have met once.
fn fit(reader: &Reader, pair: &Pair) -> Option<Candidate> {
    let when = moment(reader.org, reader.clocks, pair, &reader.me.id);
    if !pair.asks_fit_of(&reader.me.id, when) {
        return None;
    }
    let title = format!("You have met {}. Does it fit?", without_reader(reader, pair));
    let mut step = step(NextStepKind::Confirm, pair, (title, "fit"));
    step.verb = "Answer for yourself".to_owned();
    step.why = vec![Phrase::plain("Nobody but you sees your answer. If it does not fit, both are matched anew.")];
    Some(Candidate { step, urgency: 15, value: 10, minutes: 1 })
}

/// They came to a close.
fn feedback(reader: &Reader, pair: &Pair) -> Option<Candidate> {
    let PairStage::Finished { at } = pair.stage else { return None };
    if pair.feedback_of(&reader.me.id).is_some() || reader.now().since(at) > ASKED_FOR {
        return None;
    }
    let title = format!("How was your time with {}?", without_reader(reader, pair));
    let mut step = step(NextStepKind::Confirm, pair, (title, "feedback"));
    step.verb = "Say how it was".to_owned();
    step.why = vec![Phrase::plain("You came to a close. One word to each other makes it a good one.")];
    Some(Candidate { step, urgency: 10, value: 10, minutes: 2 })
}

fn step(kind: NextStepKind, pair: &Pair, (title, part): (String, &str)) -> NextStep {
    NextStep {
        id: StepId::new(kind, &["pair", pair.id.as_str(), part]),
        kind,
        title,
        verb: String::new(),
        act: Act::Open { href: format!("/pairs/{}#{part}", pair.id) },
        effort: effort(1),
        why: Vec::new(),
        quote: None,
        reasons: vec![kind.because().to_owned()],
        pair: None,
    }
}

#[cfg(test)]
mod tests {
    use crate::fernhill::fernhill;
    use crate::next_step::{NextStepKind, next_steps};
    use crate::pair::tests::{AMARA, LEILA, begun, done};
    use crate::pair::{Move, Pair, Plan, Words, Worth};
    use crate::reader::tests::read_by;
    use crate::text::Prose;

    fn kinds(pair: Pair, me: &str) -> Vec<NextStepKind> {
        let mut org = fernhill();
        org.put_pair(pair);
        let steps = read_by(&org, me, |reader| next_steps(reader, &[]));
        let own = steps.into_iter().filter(|step| step.id.as_str().contains(":pair:"));
        own.map(|step| step.kind).collect()
    }

    #[test]
    fn words_that_wait_for_a_yes_and_a_close_without_a_word_are_steps_for_the_other() {
        let prose = |text: &str| Prose::parse("text", text).unwrap();
        let write = Plan::WriteAgreement { text: prose("Every second Thursday"), seen: None };
        let written = done(begun(), LEILA, Move::Plan(write), 2);
        assert_eq!(kinds(written.clone(), AMARA), [NextStepKind::Answer]);
        assert!(kinds(written, LEILA).is_empty());
        let said = Words { worth: Worth::Much, words: prose("Thanks"), to_organisers: Prose::default() };
        let finished = done(begun(), LEILA, Move::Finish(said.clone()), 18);
        assert_eq!(kinds(finished, AMARA), [NextStepKind::Confirm]);
        assert!(kinds(done(begun(), LEILA, Move::Finish(said), 2), AMARA).is_empty(), "that was long ago");
        assert!(kinds(begun(), AMARA).is_empty());
    }
}
