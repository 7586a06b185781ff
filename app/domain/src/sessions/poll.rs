//! Which of several times would suit: what the reader said, what others did, and settling it.

use super::when::{beside, day_words};
use crate::reader::Reader;
use crate::session::{Fits, Poll, Session, When};
use crate::tag::PersonTag;
use crate::time::{Face, Span, Timestamp};
use crate::wording::{counted, listed, sentence};
use serde::{Deserialize, Serialize};

/// How many names a count is spelt out with.
const MOST_NAMED: usize = 4;

/// Times to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PollCard {
    /// "Vote until Friday 20 November 18:00."
    pub until: String,
    /// True while votes are taken.
    pub is_open: bool,
    /// The times, the earliest first.
    pub choices: Vec<ChoiceLine>,
    /// "Four people have voted."
    pub voters: String,
}

/// One of the times.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceLine {
    /// Which.
    pub at: Timestamp,
    /// When it starts.
    pub starts: Face,
    /// "Thursday 26 November, 12:30–13:15".
    pub text: String,
    /// "your time · 11:30 in Lisbon"; empty when the clocks agree.
    pub beside: String,
    /// What the reader said of it.
    pub mine: Option<Fits>,
    /// "Suits Amara and Jonas; if needed Wen."
    pub who: String,
    /// How many it suits.
    pub yes: u32,
    /// How many could if nothing else does.
    pub if_needed: u32,
    /// How many it does not suit.
    pub no: u32,
    /// True for what suits most.
    pub is_best: bool,
}

/// The poll, while nothing is settled.
pub(super) fn poll(reader: &Reader, session: &Session) -> Option<PollCard> {
    let When::Voting { poll } = &session.when else { return None };
    Some(PollCard {
        until: format!("Vote until {}.", reader.when(poll.until)),
        is_open: reader.now() < poll.until && session.called_off.is_none(),
        choices: poll.choices.iter().map(|at| choice(reader, poll, *at)).collect(),
        voters: sentence(&format!("{}.", counted(poll.voters().len(), "person has voted", "people have voted"))),
    })
}

fn choice(reader: &Reader, poll: &Poll, at: Timestamp) -> ChoiceLine {
    let (clocks, zone) = (reader.clocks, &reader.me.zone);
    let ends = at.after(Span::minutes(i64::from(poll.length.0)));
    let voted = |fits: Fits| {
        let votes = poll.votes.iter().filter(move |vote| vote.choice == at && vote.fits == fits);
        votes.map(|vote| PersonTag::of(reader.org, &vote.person).first_name().to_owned()).collect::<Vec<_>>()
    };
    let (yes, if_needed, no) = (voted(Fits::Yes), voted(Fits::IfNeeded), voted(Fits::No));
    let names = |words: &str, names: &[String]| {
        let names = listed(names.iter().map(String::as_str), MOST_NAMED);
        (!names.is_empty()).then(|| format!("{words} {names}"))
    };
    let who: Vec<String> =
        [names("suits", &yes), names("if needed", &if_needed), names("not", &no)].into_iter().flatten().collect();
    let count = |names: &[String]| u32::try_from(names.len()).unwrap_or(u32::MAX);
    let me = &reader.me.id;
    ChoiceLine {
        at,
        starts: clocks.face(zone, at),
        text: format!(
            "{}, {}–{}",
            sentence(&day_words(clocks, zone, at)),
            clocks.time(zone, at),
            clocks.time(zone, ends)
        ),
        beside: beside(clocks, (zone, &poll.zone), at),
        mine: poll.vote_of(me, at),
        who: sentence(&who.join("; ")),
        yes: count(&yes),
        if_needed: count(&if_needed),
        no: count(&no),
        is_best: poll.best() == Some(at),
    }
}
