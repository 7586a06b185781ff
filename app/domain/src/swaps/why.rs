//! Why a ring fits, and why no ring came of a want.

use crate::clocks::Clocks;
use crate::org::Org;
use crate::reader::Reader;
use crate::suggest::{Band, Fits, IngredientKind, Pairing};
use crate::swap::{Obstacle, SwapRing};
use serde::{Deserialize, Serialize};

/// From so many points of a lesson on it is a strong fit, or a good one.
const STRONG: u16 = 650;
const GOOD: u16 = 420;

/// Why a ring fits, all its lessons together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhyRing {
    /// In a word.
    pub band: Band,
    /// What that is made of.
    pub parts: Vec<PartOfFit>,
    /// "62 of 100 come from what you asked for and what you know."
    pub takeaway: String,
}

/// One part of a fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartOfFit {
    /// "time overlap".
    pub title: String,
    /// Of 1,000.
    pub points: u16,
}

/// Why it fits: the middle of its lessons. `None` when none of them can be weighed any more.
pub(super) fn why(org: &Org, ring: &SwapRing, clocks: &Clocks) -> Option<WhyRing> {
    let fits = Fits::new(org, clocks);
    let weighed = ring
        .ring
        .lessons
        .iter()
        .filter_map(|one| fits.of(Pairing { learner: &one.learner, teacher: &one.teacher, skill: &one.skill }));
    let weighed: Vec<_> = weighed.collect();
    let count = u16::try_from(weighed.len()).ok().filter(|count| *count > 0)?;
    let points = |kind: IngredientKind| {
        let of =
            |fit: &crate::suggest::Fit| fit.ingredients.iter().find(|one| one.kind == kind).map_or(0, |one| one.points);
        weighed.iter().map(of).sum::<u16>() / count
    };
    let all: u16 = IngredientKind::ALL.into_iter().map(points).sum();
    let asked = points(IngredientKind::Goal) + points(IngredientKind::Teaches);
    let parts =
        IngredientKind::ALL.into_iter().map(|kind| PartOfFit { title: title(kind).to_owned(), points: points(kind) });
    let band = match all {
        STRONG.. => Band::Strong,
        GOOD.. => Band::Good,
        _ => Band::Stretch,
    };
    let takeaway = format!("{} of {} points come from what is wanted and who can teach it.", asked / 10, all / 10);
    Some(WhyRing { band, parts: parts.collect(), takeaway })
}

const fn title(kind: IngredientKind) -> &'static str {
    match kind {
        IngredientKind::Goal => "wanted, and soon",
        IngredientKind::Teaches => "can teach it",
        IngredientKind::Hours => "time overlap",
        IngredientKind::Mutual => "could teach back",
        IngredientKind::Capacity => "time left to teach",
        IngredientKind::OtherTeam => "different team",
        IngredientKind::Answers => "answers quickly",
    }
}

/// Why nobody can meet a want now, and what would help.
pub(super) fn obstacle(reader: &Reader, why: &Obstacle) -> String {
    let name = |person| super::words::first_name(reader, person);
    match why {
        Obstacle::WantLapsed => "Say that it still holds, and it counts again.".to_owned(),
        Obstacle::NobodyOffers => {
            "Nobody in the program offers it. Propose it as a course, and others can join.".to_owned()
        }
        Obstacle::NoPlace { teacher } => {
            format!(
                "{} offers it and is in another swap now. You are looked for again when that is over.",
                name(teacher)
            )
        }
        Obstacle::AskedAlready { teacher } => {
            format!("You have asked {} for it, or one of you could not not long ago.", name(teacher))
        }
        Obstacle::TooClose { teacher } => {
            format!("{} offers it and is not far enough ahead of you for this program.", name(teacher))
        }
        Obstacle::NoLanguage { teacher } => {
            format!("{} offers it; your profiles name no language that both of you speak.", name(teacher))
        }
        Obstacle::NoHours { teacher } => {
            format!("{} offers it; your working hours do not meet for long enough.", name(teacher))
        }
        Obstacle::OfferLapsed { teacher } => {
            format!("{}’s offer has lapsed. Ask {} whether it still holds.", name(teacher), name(teacher))
        }
    }
}
