//! Steps that come out of requests to confirm a skill: somebody waits for the reader's word.

use super::{Act, Candidate, NextStep, NextStepKind, Quote, StepId, effort};
use crate::colleague::Colleague;
use crate::confirmation::{Confirmation, Stage};
use crate::coverage::works_here;
use crate::reader::{Phrase, Reader};
use crate::time::Timestamp;

pub(super) fn candidates(reader: &Reader) -> Vec<Candidate> {
    let asks_me = |request: &&Confirmation| request.colleague == reader.me.id && works_here(reader.org, &request.asker);
    let open = reader.org.confirmations().filter(asks_me);
    open.filter_map(|request| match request.stage {
        Stage::Waiting { until } if reader.now() < until => Some(answer(reader, request, until)),
        Stage::Waiting { .. } | Stage::Given { .. } | Stage::Declined { .. } | Stage::Withdrawn | Stage::Expired => {
            None
        }
    })
    .collect()
}

fn answer(reader: &Reader, request: &Confirmation, until: Timestamp) -> Candidate {
    let (name, skill) = (Colleague::named(reader.org, &request.asker).first_name, reader.skill(&request.skill));
    let kind = NextStepKind::Answer;
    let hours_left = u32::try_from(until.since(reader.now()).0 / 3_600_000).unwrap_or(0);
    let step = NextStep {
        id: StepId::new(kind, &["confirmation", request.id.as_str()]),
        kind,
        title: format!("{name} asks you to confirm {skill}"),
        verb: "Say what you have seen".to_owned(),
        act: Act::Open { href: format!("/confirmations/{}", request.id) },
        effort: effort(1),
        why: vec![
            Phrase::plain(format!("{name} has been waiting since ")),
            Phrase::strong(reader.when(request.asked_at)),
            Phrase::plain(format!(" and claims level “{}”.", request.level.title())),
        ],
        quote: Some(Quote {
            lead: format!("{name} says:"),
            words: super::meetings::first_line(request.words.as_str()),
        }),
        reasons: vec![
            kind.because().to_owned(),
            format!("The request lapses {}.", super::meetings::on_day(&reader.when(until))),
        ],
        pair: None,
    };
    Candidate { step, urgency: 121 - hours_left.clamp(1, 120), value: 10, minutes: 1 }
}
