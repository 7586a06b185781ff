//! Steps that nobody waits for: teach what only you know, ask somebody, thank somebody, complete your profile.

use super::{Act, Candidate, NextStep, NextStepKind, StepId, effort};
use crate::evidence::Level;
use crate::exchange::{Side, Stage};
use crate::reader::{Phrase, Reader};
use crate::suggest::{Band, Search, Suggestion, suggestions};
use crate::time::Span;
use crate::wording::counted;

/// So many people asking for a skill that one person holds make it a rescue.
const MANY: usize = 3;
/// Somebody with so many open requests is not sent to ask for more.
const ENOUGH_OPEN: usize = 3;
/// Thanks are a habit when they are given this often.
const THANKS_EVERY: Span = Span::days(21);
/// How far back a meeting still asks for thanks.
const REMEMBERED: Span = Span::days(90);

pub(super) fn candidates(reader: &Reader) -> Vec<Candidate> {
    let mut candidates = rescues(reader);
    candidates.extend(asks(reader));
    candidates.extend(thank(reader));
    candidates.extend(profile(reader));
    candidates
}

/// Skills that the reader alone can teach, that several want, and that they do not offer yet.
fn rescues(reader: &Reader) -> Vec<Candidate> {
    let org = reader.org;
    let active = |id| org.person(id).is_some_and(|person| person.is_active());
    let mine = org.known_by(&reader.me.id).filter(|(_, known)| known.estimate.level >= Level::CAN_TEACH);
    mine.filter(|(skill, _)| org.offer(&reader.me.id, skill).is_none())
        .filter_map(|(skill, _)| {
            let teachers =
                org.knowers_of(skill).filter(|(id, known)| active(id) && known.estimate.level >= Level::CAN_TEACH);
            let waiting = org.wanters_of(skill).filter(|(id, _)| active(id) && **id != reader.me.id).count();
            if teachers.count() > 1 || waiting < MANY {
                return None;
            }
            let skill = org.skill(skill)?;
            let name = skill.name.as_str();
            let href = format!("/skills/{}", skill.id);
            let mut step = step(NextStepKind::Rescue, &[skill.id.as_str()], format!("Offer to teach {name}"), href);
            step.verb = "Offer to teach it".to_owned();
            step.why = vec![
                Phrase::strong(crate::wording::sentence(&counted(waiting, "colleague wants", "colleagues want"))),
                Phrase::plain(" to learn it, and you are the only one here who can teach it."),
            ];
            let value = skill.criticality.weight() * u32::try_from(waiting).unwrap_or(100).min(100);
            Some(Candidate { step, urgency: 10, value, minutes: 2 })
        })
        .collect()
}

/// The people who fit best what the reader wants.
fn asks(reader: &Reader) -> Vec<Candidate> {
    let open = reader.exchanges().filter(|(exchange, side)| *side == Side::Learner && exchange.is_open()).count();
    let wants: Vec<_> = reader.org.wants_of(&reader.me.id).map(|(skill, _)| skill.clone()).collect();
    if wants.is_empty() || open >= ENOUGH_OPEN {
        return Vec::new();
    }
    let search = Search { learner: &reader.me.id, skills: &wants, most: 3 };
    let found = suggestions(reader.org, search, reader.clocks);
    found.iter().filter(|suggestion| suggestion.band >= Band::Good).map(ask).collect()
}

fn ask(suggestion: &Suggestion) -> Candidate {
    let (person, skill) = (&suggestion.person, &suggestion.skill);
    let href = format!("/people/{}/ask?skill={}", person.id, skill.id);
    let title = format!("Ask {} to teach you {}", person.first_name, skill.name);
    let mut step = step(NextStepKind::Ask, &[person.id.as_str(), skill.id.as_str()], title, href);
    step.verb = format!("Ask {}", person.first_name);
    if let Some(reason) = suggestion.reasons.first() {
        step.why = vec![Phrase::strong(&reason.lead), Phrase::plain(format!("{}.", reason.rest))];
    }
    let more = suggestion.reasons.iter().skip(1);
    step.reasons.extend(more.map(|reason| format!("{}{}.", reason.lead, reason.rest)));
    let points: u32 = suggestion.ingredients.iter().map(|ingredient| u32::from(ingredient.points)).sum();
    Candidate { step, urgency: 10, value: points / 10, minutes: 1 }
}

/// A thank-you, when none was given for three weeks.
fn thank(reader: &Reader) -> Option<Candidate> {
    let (me, now) = (&reader.me.id, reader.now());
    let lately = |thanks: &&crate::thanks::Thanks| thanks.from == *me && now.since(thanks.at) < THANKS_EVERY;
    if reader.org.thanks().iter().any(|thanks| lately(&thanks)) || now.since(reader.me.joined_at) < THANKS_EVERY {
        return None;
    }
    let taught_me = reader.exchanges().filter(|(exchange, side)| {
        *side == Side::Learner
            && matches!(exchange.stage, Stage::Done { .. })
            && now.since(exchange.moved_at) < REMEMBERED
    });
    let latest = taught_me.max_by_key(|(exchange, _)| (exchange.moved_at, &exchange.id));
    let mut step = match latest {
        Some((exchange, side)) => {
            let (other, skill) = (reader.other(exchange, side), reader.skill(&exchange.skill));
            let href = format!("/thanks?to={}&skill={}", other.id, exchange.skill);
            let title = format!("Thank {} for {skill}", other.first_name);
            let mut step = step(NextStepKind::Thank, &[other.id.as_str()], title, href);
            step.why = vec![
                Phrase::strong(other.first_name.clone()),
                Phrase::plain(format!(" taught you {skill}. Say what it was good for.")),
            ];
            step
        }
        None => {
            let title = "Thank somebody who helped you".to_owned();
            let mut step = step(NextStepKind::Thank, &[], title, "/thanks".to_owned());
            step.why = vec![
                Phrase::plain("You have thanked nobody here for "),
                Phrase::strong("three weeks"),
                Phrase::plain("."),
            ];
            step
        }
    };
    step.verb = "Say thank you".to_owned();
    Some(Candidate { step, urgency: 10, value: 10, minutes: 1 })
}

/// The first thing that is missing from the reader's profile.
fn profile(reader: &Reader) -> Option<Candidate> {
    let (org, me) = (reader.org, reader.me);
    let (subject, title, verb, href, why) = if me.welcomed_at.is_none() {
        let why = "Three questions, then three people you could learn from.";
        ("welcome", "Answer three questions", "Start", "/start/1".to_owned(), why)
    } else if org.offers_of(&me.id).next().is_none() {
        let why = "Half an hour of what you know may be just what somebody looks for.";
        ("offer", "Add one thing you could teach", "Add it", "/start/1".to_owned(), why)
    } else if org.wants_of(&me.id).next().is_none() {
        let why = "Then you see who could teach you.";
        ("want", "Say what you want to learn next", "Say it", "/start/2".to_owned(), why)
    } else if me.about.is_empty() {
        let why = "People ask more easily when they know a little about you.";
        ("about", "Write a sentence about yourself", "Write it", format!("/people/{}/edit", me.id), why)
    } else {
        return None;
    };
    let mut step = step(NextStepKind::Profile, &[subject], title.to_owned(), href);
    step.verb = verb.to_owned();
    step.why = vec![Phrase::plain(why)];
    Some(Candidate { step, urgency: 10, value: 10, minutes: 1 })
}

fn step(kind: NextStepKind, subjects: &[&str], title: String, href: String) -> NextStep {
    NextStep {
        id: StepId::new(kind, subjects),
        kind,
        title,
        verb: String::new(),
        act: Act::Open { href },
        effort: effort(1),
        why: Vec::new(),
        quote: None,
        reasons: vec![kind.because().to_owned()],
        pair: None,
    }
}
