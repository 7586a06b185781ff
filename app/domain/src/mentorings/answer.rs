//! A request to the reader, who mentors: who asks, for what, why the two fit, and what to say.

use super::{ProgramTag, places_words, stands_still};
use crate::colleague::Colleague;
use crate::id::{PersonId, ProgramId};
use crate::mentoring::{Because, Explained, Ground, Seeking, Terms, Voice};
use crate::pairs::{self, PairLine};
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::tag::SkillTag;
use crate::wording::sentence;
use serde::{Deserialize, Serialize};

/// `/mentoring/{program}/requests/{learner}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerPage {
    /// In which program.
    pub program: ProgramTag,
    /// "Jonas asks you to be their mentor".
    pub title: String,
    /// Who asks.
    pub learner: Colleague,
    /// What they would learn.
    pub skill: SkillTag,
    /// What the reader could learn in turn.
    pub back: Option<SkillTag>,
    /// What they wrote.
    pub words: String,
    /// Where it stands.
    pub status: String,
    /// Why the two fit; `None` when they are no candidates any more.
    pub why: Option<Explained>,
    /// "One place is free".
    pub places: String,
    /// Why the two cannot be a pair, whatever the reader wishes; empty when they can.
    pub barred: String,
    /// True while the reader can say yes.
    pub may_accept: bool,
    /// True while the reader can say no.
    pub may_decline: bool,
    /// The pair that came of it.
    pub pair: Option<PairLine>,
}

/// The request of `learner` to the reader. Not found when there was none.
pub fn answer_page(reader: &Reader, program: &ProgramId, learner: &PersonId) -> Result<AnswerPage, Rejection> {
    let (me, terms) = (&reader.me.id, Terms::default());
    let ground = Ground::of(reader.org, program, &terms, reader.clocks).ok_or(Rejection::NotFound(Noun::Exchange))?;
    let seeking = reader.org.seeking(program, learner).ok_or(Rejection::NotFound(Noun::Exchange))?;
    let asked = seeking.asked.as_ref().filter(|asked| asked.mentor == *me);
    let passed = seeking.passed.iter().rev().find(|passed| passed.mentor == *me);
    let pair = ground.roll().pair_of(learner).filter(|pair| pair.mentor == *me);
    let skill = asked.map(|asked| &asked.skill).or_else(|| pair.map(|pair| &pair.skill));
    let skill = skill.or_else(|| passed.map(|passed| &passed.skill)).ok_or(Rejection::NotFound(Noun::Exchange))?;
    let who = Colleague::named(reader.org, learner);
    let fit = ground.fit(learner, me);
    let barred = fit.as_ref().err().and_then(|left| left.because.refused_to_mentor());
    let fit = fit.or_else(|left| left.fit.ok_or(()));
    let taken = ground.roll().taken(ground.rules(), me);
    let is_open = asked.is_some_and(|asked| reader.now() < asked.until) && ground.program().phase.takes_people();
    Ok(AnswerPage {
        program: ProgramTag::of(ground.program()),
        title: match pair {
            Some(_) => format!("You are {}’s mentor", who.first_name),
            None if asked.is_none() => format!("{} asked you to be their mentor", who.first_name),
            None => format!("{} asks you to be their mentor", who.first_name),
        },
        skill: SkillTag::of(reader.org, skill),
        back: fit.as_ref().ok().and_then(|fit| fit.back.as_ref()).map(|skill| SkillTag::of(reader.org, skill)),
        words: asked.map(|asked| asked.words.as_str().to_owned()).unwrap_or_default(),
        status: match ground.program().phase {
            phase if asked.is_some() && !phase.takes_people() => stands_still(phase).to_owned(),
            _ => status(reader, seeking, &who, pair.is_some()),
        },
        why: fit.ok().and_then(|fit| ground.explained(learner, me, &fit, Voice::Mentor)),
        places: sentence(&places_words(taken)),
        barred: barred.filter(|_| is_open).unwrap_or_default().to_owned(),
        may_accept: is_open && taken.free() > 0 && barred.is_none(),
        may_decline: is_open,
        pair: pair.map(|pair| pairs::line(reader, pair)),
        learner: who,
    })
}

fn status(reader: &Reader, seeking: &Seeking, learner: &Colleague, is_pair: bool) -> String {
    let (me, name) = (&reader.me.id, &learner.first_name);
    if let Some(asked) = seeking.asked.as_ref().filter(|asked| asked.mentor == *me) {
        let until = reader.when(asked.until);
        return format!(
            "You have until {until} to answer. After that it goes on to {name}’s next wish; both of you are told."
        );
    }
    if is_pair {
        return "You said yes.".to_owned();
    }
    let passed = seeking.passed.iter().rev().find(|passed| passed.mentor == *me);
    match passed.map(|passed| &passed.because) {
        Some(Because::Declined { .. }) => "You said no.".to_owned(),
        Some(Because::Silent) => format!("Time was over, and the request went on to {name}’s next wish."),
        Some(Because::Full | Because::Paused | Because::Left) => {
            format!("You had no place, and the request went on to {name}’s next wish.")
        }
        Some(Because::TakenBack) => format!("{name} took the request back."),
        None => format!("{name} has found a mentor."),
    }
}
