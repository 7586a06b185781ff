//! Steps that come out of swaps: a ring waits for the reader’s yes, or what they offered is so old that nobody counts on it.

use super::{Act, Candidate, NextStep, NextStepKind, StepId, effort};
use crate::reader::{Phrase, Reader};
use crate::swap::SwapRing;
use crate::swaps::{MyThing, lapsed, members, names};

pub(super) fn candidates(reader: &Reader) -> Vec<Candidate> {
    let me = &reader.me.id;
    let asks_me = |ring: &&SwapRing| ring.waits(reader.now()) && ring.yes_of(me).is_none();
    let mut candidates: Vec<Candidate> =
        reader.org.swap_rings_of(me).filter(asks_me).map(|ring| answer(reader, ring)).collect();
    candidates.extend(still_true(reader));
    candidates
}

fn answer(reader: &Reader, ring: &SwapRing) -> Candidate {
    let me = &reader.me.id;
    let kind = NextStepKind::Answer;
    let hours_left = u32::try_from(ring.until.since(reader.now()).0 / 3_600_000).unwrap_or(0);
    let gives = ring.taught_by(me).map(|lesson| reader.skill_name(&lesson.skill));
    let gets = ring.learned_by(me).map(|lesson| reader.skill_name(&lesson.skill));
    let title = match (gives, gets) {
        (Some(gives), Some(gets)) => format!("Swap {gives} for {gets}?"),
        (Some(gives), None) => format!("Begin a chain with {gives}?"),
        (None, Some(gets)) => format!("Learn {gets} in a chain?"),
        (None, None) => "Answer a swap".to_owned(),
    };
    let yes = ring.yes.len();
    let so_far = names(reader, ring.yes.iter().map(|yes| &yes.person));
    let why = match yes {
        0 => vec![Phrase::plain("A ring with "), Phrase::strong(members(reader, ring)), Phrase::plain(" was found.")],
        1 => vec![Phrase::strong(so_far), Phrase::plain(" has said yes and waits for the others.")],
        _ => vec![Phrase::strong(so_far), Phrase::plain(" have said yes and wait for the others.")],
    };
    let is_last = ring.silent().count() == 1;
    let mut reasons = vec![kind.because().to_owned()];
    reasons.push(format!("The swap lapses {}.", super::meetings::on_day(&reader.when(ring.until))));
    if is_last {
        reasons.push("Only your yes is missing.".to_owned());
    }
    let step = NextStep {
        id: StepId::new(kind, &["swap", ring.id.as_str()]),
        kind,
        title,
        verb: "See the ring and answer".to_owned(),
        act: Act::Open { href: format!("/swaps/{}", ring.id) },
        effort: effort(1),
        why,
        quote: None,
        reasons,
        pair: None,
    };
    Candidate { step, urgency: 121 - hours_left.clamp(1, 120), value: if is_last { 12 } else { 10 }, minutes: 1 }
}

/// Of all that has lapsed one step; the board lists the rest.
fn still_true(reader: &Reader) -> Option<Candidate> {
    let lapsed = lapsed(reader.org, reader.me, reader.now());
    let (thing, skill, _) = lapsed.first()?;
    let (kind, name) = (NextStepKind::Profile, reader.skill_name(skill));
    let title = match thing {
        MyThing::Offer => format!("Do you still offer {name}?"),
        MyThing::Want => format!("Do you still want to learn {name}?"),
    };
    let step = NextStep {
        id: StepId::new(kind, &["lapsed", skill.as_str()]),
        kind,
        title,
        verb: "Say whether it still holds".to_owned(),
        act: Act::Open { href: "/swaps#mine".to_owned() },
        effort: effort(1),
        why: vec![Phrase::plain("It is some time ago that you said so, and until you do again it counts for no ring.")],
        quote: None,
        reasons: vec![kind.because().to_owned()],
        pair: None,
    };
    Some(Candidate { step, urgency: 10, value: 5, minutes: 1 })
}
