//! What changed lately for the reader: each version that did something to them, in words, and what they have to do. A
//! version of which more reaches them later is told again then.

use super::sight::Sight;
use super::words::{date, due};
use crate::clocks::Day;
use crate::id::ItemId;
use crate::program::{Effect, Standing, Version, effects_at};
use crate::tag::PersonTag;
use crate::time::{Face, Span, Timestamp};
use crate::wording::{brief_day, sentence};
use serde::{Deserialize, Serialize};

/// How long something counts as lately.
const LATELY: Span = Span::days(60);
/// How many moments are looked at, the newest first.
const LOOKED_AT: usize = 40;
/// How many are told on the page.
const TOLD: usize = 5;

/// A change that reached the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeLine {
    /// Which version.
    pub n: u32,
    /// "Changed on 18 Nov by Priya".
    pub lead: String,
    /// What it does to the reader, a sentence each.
    pub effects: Vec<String>,
    /// Why, in the author's words; may be empty.
    pub note: String,
    /// When it reached them.
    pub at: Face,
}

/// A version that did something to the reader, at one moment when it reached them.
#[derive(Clone, Debug)]
pub(crate) struct Reached<'a> {
    pub version: &'a Version,
    pub at: Timestamp,
    pub effects: Vec<Effect>,
}

/// What reached the reader in the last two months, the newest first. Nothing for those who are not in it.
pub(crate) fn changes_for<'a>(sight: &Sight<'a>) -> Vec<Reached<'a>> {
    let mine = sight.mine.filter(|mine| matches!(mine.standing, Standing::Inside | Standing::Waiting));
    let Some(mine) = mine else { return Vec::new() };
    let (who, now) = (sight.reader.org.who(mine), sight.reader.now());
    let moments = |version: &'a Version| {
        let reached = sight.history.reached(&who, version.n, now).into_iter().map(move |at| (at, version));
        reached.filter(move |(at, _)| now.since(*at) <= LATELY)
    };
    let mut moments: Vec<(Timestamp, &Version)> = sight.history.versions.iter().flat_map(moments).collect();
    moments.sort_by_key(|(at, version)| std::cmp::Reverse((*at, version.n)));
    moments.truncate(LOOKED_AT);
    let reached = moments.into_iter().map(|(at, version)| {
        let effects = effects_at(&sight.history, &who, version.n, (at, now));
        Reached { version, at, effects }
    });
    reached.filter(|reached| !reached.effects.is_empty()).collect()
}

/// The same for the page.
pub(super) fn lines(sight: &Sight) -> Vec<ChangeLine> {
    changes_for(sight).into_iter().take(TOLD).map(|reached| line(sight, &reached)).collect()
}

fn line(sight: &Sight, reached: &Reached) -> ChangeLine {
    let at = sight.day(reached.at);
    let lead = match &reached.version.by {
        Some(by) if *by == sight.reader.me.id => format!("Changed on {} by you", brief_day(at)),
        Some(by) => format!("Changed on {} by {}", brief_day(at), PersonTag::of(sight.reader.org, by).first_name()),
        None => format!("Changed on {}", brief_day(at)),
    };
    ChangeLine {
        n: reached.version.n,
        lead,
        effects: reached.effects.iter().map(|effect| worded(sight, effect)).collect(),
        note: reached.version.note.to_string(),
        at: sight.reader.clocks.face(&sight.reader.me.zone, reached.at),
    }
}

/// An effect, said to whom it happens.
pub(crate) fn worded(sight: &Sight, effect: &Effect) -> String {
    match effect {
        Effect::GainsStep { step, title } => match due_of_step(sight, step) {
            Some(day) => {
                let today = sight.day(sight.reader.now());
                format!("A new step for you: {title}. It is due {}.", due(day, today))
            }
            None => format!("A new step for you: {title}."),
        },
        Effect::LosesStep { title, .. } => format!("“{title}” is no longer asked of you."),
        Effect::MovesStep { step, title, stage } => match due_of_step(sight, step) {
            Some(day) => {
                let today = sight.day(sight.reader.now());
                format!("“{title}” belongs to “{stage}” now. It is due {}.", due(day, today))
            }
            None => format!("“{title}” belongs to “{stage}” now."),
        },
        Effect::KeepsFinished { title } => format!("You finished “{title}”, and that stays."),
        Effect::GainsStage { title } => format!("A new stage lies before you: {title}."),
        Effect::LosesStage { title } => format!("The stage “{title}” is gone."),
        Effect::DueMoves { stage, from, to } => due_moves(sight, stage.as_ref(), *from, *to),
        Effect::MeetsOtherwise { words } => format!("You meet otherwise: {words}."),
        Effect::ReadsOtherwise { label } => format!("{label} has new words."),
        Effect::Setting { label, words } => format!("{label}: {words}."),
        Effect::StaysThough => "New people join by other rules now; you stay in it.".to_owned(),
        Effect::GetsSeat => "You have a seat.".to_owned(),
    }
}

fn due_moves(sight: &Sight, stage: Option<&ItemId>, from: Option<Day>, to: Option<Day>) -> String {
    let what = match stage {
        Some(stage) => sight.terms.item_text(crate::program::List::Stages, stage, "title"),
        None => "the end of the program".to_owned(),
    };
    let what = sentence(&what);
    match (from, to) {
        (Some(from), Some(to)) => format!("{what} is on {} now, not on {}.", date(to), date(from)),
        (None, Some(to)) => format!("{what} is on {}.", date(to)),
        (_, None) => format!("{what} has no fixed day any more."),
    }
}

/// By when a step is due: with the stage that it stands in, if the reader is in that.
pub(crate) fn due_of_step(sight: &Sight, step: &ItemId) -> Option<Day> {
    let stage = sight.terms.item_text(crate::program::List::Steps, step, "stage");
    super::stages::due_on(sight, &ItemId::parse(&stage).ok()?)
}
