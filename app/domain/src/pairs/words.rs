//! Where a pair stands, in a sentence for whoever is in it. All early ends read the same.

use crate::exchanges::{Status, Tone};
use crate::id::PersonId;
use crate::pair::{HowPaired, Pair, PairStage, When};
use crate::reader::Reader;
use crate::tag::PersonTag;
use crate::wording::{brief_past, listed};

/// How many names a line has.
const NAMED: usize = 3;

/// What people read of a pair that ended early, whoever ended it and why.
pub(super) const ENDED: &str =
    "This pair has ended. Nobody has to say why, and it says nothing about either of you. What you wrote stays here.";

/// Everybody in it but the reader, by first names; everybody for who is not in it.
pub(crate) fn without_reader(reader: &Reader, pair: &Pair) -> String {
    let others = pair.people().filter(|person| **person != reader.me.id);
    let names: Vec<String> = others.map(|person| first_name(reader, person)).collect();
    listed(names.iter().map(String::as_str), NAMED)
}

/// "You and Amara"; "Chidi and Amara" for who is not in it.
pub(crate) fn with_others(reader: &Reader, pair: &Pair) -> String {
    let others = without_reader(reader, pair);
    if pair.has(&reader.me.id) { format!("You and {others}") } else { others }
}

pub(super) fn first_name(reader: &Reader, person: &PersonId) -> String {
    PersonTag::of(reader.org, person).first_name().to_owned()
}

/// "you" for the reader, else the first name.
pub(super) fn called(reader: &Reader, person: &PersonId) -> String {
    if *person == reader.me.id { "you".to_owned() } else { first_name(reader, person) }
}

/// "17 Nov".
pub(super) fn day(reader: &Reader, at: crate::time::Timestamp) -> String {
    let zone = &reader.me.zone;
    brief_past(reader.clocks.wall(zone, at).day, reader.clocks.today(zone))
}

/// Where it stands for the reader; `next` says when they meet next, where that is known.
pub(super) fn status(reader: &Reader, pair: &Pair, when: When, next: Option<&str>) -> Status {
    let me = &reader.me.id;
    let (tone, label, text) = match &pair.stage {
        PairStage::Active if pair.asks_fit_of(me, when) => {
            let text = "You have met. Say whether it fits; nobody but you sees your answer.".to_owned();
            (Tone::Yours, "your word", text)
        }
        PairStage::Active => match next {
            Some(next) => (Tone::Agreed, "active", format!("You meet {next}.")),
            None if when.has_met => {
                (Tone::Yours, "active", "No next meeting yet. Book one, or come to a close.".to_owned())
            }
            None => (Tone::Yours, "new", "Book your first meeting, and agree one goal for the first month.".to_owned()),
        },
        PairStage::Paused { by, until, .. } => (Tone::Theirs, "on a break", paused(reader, by, *until)),
        PairStage::Finished { .. } if pair.feedback_of(me).is_none() => {
            (Tone::Yours, "finished", "You came to a close. Say how it was.".to_owned())
        }
        PairStage::Finished { at } => {
            (Tone::Done, "finished", format!("You came to a close on {}. What you wrote stays here.", day(reader, *at)))
        }
        PairStage::Ended { .. } => (Tone::Over, "ended", ENDED.to_owned()),
    };
    Status { tone, label: label.to_owned(), text }
}

fn paused(reader: &Reader, by: &PersonId, until: Option<crate::clocks::Day>) -> String {
    let who = if *by == reader.me.id { "You asked".to_owned() } else { format!("{} asked", first_name(reader, by)) };
    match until {
        Some(until) => format!("{who} for a break until {}. Then it goes on by itself.", until.in_full()),
        None => format!("{who} for a break. Each of you can go on when it suits you."),
    }
}

/// How it came about.
pub(super) fn how(pair: &Pair) -> &'static str {
    match pair.how {
        HowPaired::Wished => "as somebody wished",
        HowPaired::Suggested => "as Kith suggested",
        HowPaired::ByOrganiser => "by an organiser",
        HowPaired::Published { .. } => "in a round of matching",
    }
}
