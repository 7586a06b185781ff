//! Somebody who could be the reader's mentor, with the reasons.

use super::forms::value_of;
use super::places_words;
use crate::colleague::Colleague;
use crate::id::PersonId;
use crate::mentoring::{Explained, Fit, Ground, Voice, Wish};
use crate::tag::SkillTag;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// A mentor who fits, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggested {
    /// Who.
    pub mentor: Colleague,
    /// What the reader would learn.
    pub skill: SkillTag,
    /// What the mentor could learn in turn.
    pub back: Option<SkillTag>,
    /// Why the two fit.
    pub why: Explained,
    /// "one place is free".
    pub places: String,
    /// The reader's wishes with this one after the others, as the form sends them; empty when there is no room.
    pub wishes: Vec<String>,
    /// The same with this one first, when it takes the place of the last or there is room.
    pub first: Vec<String>,
}

/// Mentors with a free place who fit, the best first: no more than `most`, nobody who is wished for already or was asked in
/// vain not long ago.
pub(super) fn suggested(ground: &Ground, me: &PersonId, most: usize) -> Vec<Suggested> {
    let (org, now) = (ground.org(), ground.clocks().now);
    let seeking = org.seeking(&ground.program().id, me);
    let is_open = |mentor: &PersonId| {
        let is_known = seeking.is_some_and(|seeking| seeking.rank_of(mentor).is_some() || seeking.rests(mentor, now));
        !is_known && ground.free_places(mentor) > 0
    };
    let fits = ground.fits_of(me).into_iter();
    let mut open: Vec<(&PersonId, Fit)> =
        fits.filter(|(mentor, _)| is_open(mentor)).filter_map(|(mentor, fit)| Some((mentor, fit.ok()?))).collect();
    open.sort_by(|a, b| (Reverse(a.1.score), a.0).cmp(&(Reverse(b.1.score), b.0)));
    let wishes = seeking.map(|seeking| seeking.wishes.as_slice()).unwrap_or_default();
    let card = |(mentor, fit): (&PersonId, Fit)| {
        let wish = Wish { mentor: mentor.clone(), skill: fit.skill.clone() };
        Some(Suggested {
            mentor: Colleague::named(org, mentor),
            skill: SkillTag::of(org, &fit.skill),
            back: fit.back.as_ref().map(|skill| SkillTag::of(org, skill)),
            why: ground.explained(me, mentor, &fit, Voice::Learner)?,
            places: places_words(ground.roll().taken(ground.rules(), mentor)),
            wishes: with(wishes, &wish, ground.rules().wishes),
            first: first(wishes, &wish, ground.rules().wishes),
        })
    };
    open.into_iter().take(most).filter_map(card).collect()
}

/// The wishes with one more at the end; none when there is no room.
fn with(wishes: &[Wish], more: &Wish, most: usize) -> Vec<String> {
    if wishes.len() >= most { Vec::new() } else { wishes.iter().chain([more]).map(value_of).collect() }
}

/// The wishes with this one before them, the last one gone where there is no room.
fn first(wishes: &[Wish], more: &Wish, most: usize) -> Vec<String> {
    [more].into_iter().chain(wishes).take(most).map(value_of).collect()
}
