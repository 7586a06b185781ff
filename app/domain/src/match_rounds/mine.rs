//! The learner's own explanation: why they have the mentor they have, or why none yet, and the smallest change that would
//! give them one. Nothing of other learners is told, and nothing of a pairing that is not published.

use super::rows::{waits, wish};
use super::way_out::Explained;
use super::why::{Teller, Told, WayOutLine};
use crate::clocks::Clocks;
use crate::id::{PersonId, ProgramId};
use crate::match_round::{MatchRound, Published};
use crate::matching::Pair;
use crate::mentoring::{Band, Fit, Ground, Ingredient, Terms, Voice};
use crate::org::Org;
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::tag::{PersonTag, SkillTag};
use crate::wording::{brief_past, counted, sentence};
use serde::{Deserialize, Serialize};

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyMatchPage {
    /// Which program.
    pub program: ProgramId,
    /// What it is called.
    pub program_title: String,
    /// "Why Noor is your mentor", "Why you have no mentor yet".
    pub title: String,
    /// The answer in a sentence.
    pub lead: String,
    /// What became of them in the last round; empty without one.
    pub round: String,
    /// Their mentor, with what speaks for the two.
    pub mentor: Option<MyMentor>,
    /// Why not those whom they wished for or fit better with.
    pub others: Vec<MyReason>,
    /// The smallest change by which they would have a mentor.
    pub way_out: Option<WayOutLine>,
    /// What to do where no small change would help; empty elsewhere.
    pub instead: String,
}

/// A learner's mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyMentor {
    /// Who.
    pub person: PersonTag,
    /// What the reader learns from them.
    pub skill: SkillTag,
    /// How well the two fit; `None` where nothing but an organiser speaks for it.
    pub band: Option<Band>,
    /// What that is made of, in points of 1,000.
    pub parts: Vec<(Ingredient, u16)>,
    /// The same in sentences.
    pub lines: Vec<String>,
    /// The room of the two.
    pub href: String,
}

/// Why not another mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyReason {
    /// Who.
    pub person: PersonTag,
    /// "Your first wish"; empty for whom the reader did not wish for.
    pub wish: String,
    /// Why not.
    pub text: String,
}

/// Whether somebody who learns in the program looks for a mentor, so that the matching has to be known to tell them more.
/// Not found for everybody else.
pub fn looks(org: &Org, id: &ProgramId, me: &PersonId, clocks: &Clocks) -> Result<bool, Rejection> {
    let terms = Terms::default();
    let ground = Ground::of(org, id, &terms, clocks).filter(|ground| ground.roll().is_learner(me));
    let ground = ground.ok_or(Rejection::NotFound(Noun::Program))?;
    Ok(ground.roll().pair_of(me).is_none() && ground.roll().seeker_of(me).is_some())
}

/// The explanation of the reader, who learns in the program; not found for everybody else. What was `explained` is needed
/// for whoever looks for a mentor.
pub fn my_match_page(reader: &Reader, id: &ProgramId, explained: Option<&Explained>) -> Result<MyMatchPage, Rejection> {
    let (org, me) = (reader.org, &reader.me.id);
    let program = org.program(id).filter(|program| program.phase.is_public());
    let program = program.ok_or(Rejection::NotFound(Noun::Program))?;
    let terms = MatchRound::current(org, id, reader.clocks.now).terms;
    let ground = Ground::of(org, id, &terms, reader.clocks).ok_or(Rejection::NotFound(Noun::Program))?;
    if !ground.roll().is_learner(me) {
        return Err(Rejection::NotFound(Noun::Program));
    }
    let blank = MyMatchPage {
        program: id.clone(),
        program_title: program.title().to_owned(),
        title: String::new(),
        lead: String::new(),
        round: org.match_rounds(id).next_back().map_or_else(String::new, |round| in_round(reader, round)),
        mentor: None,
        others: Vec::new(),
        way_out: None,
        instead: String::new(),
    };
    if let Some(mentor) = my_mentor(reader, &ground) {
        let first = mentor.person.first_name().to_owned();
        let title = format!("Why {first} is your mentor");
        let lead = if mentor.band.is_some() {
            format!("This is what speaks for {first} and you in {}.", mentor.skill.name)
        } else {
            format!("Those who look after the program put {first} and you together, for {}.", mentor.skill.name)
        };
        return Ok(MyMatchPage { title, lead, mentor: Some(mentor), ..blank });
    }
    let Some(Explained { solved, ways_out }) = explained.filter(|_| ground.roll().seeker_of(me).is_some()) else {
        let lead = "You do not look for a mentor now.".to_owned();
        return Ok(MyMatchPage { title: "Your mentor".to_owned(), lead, ..blank });
    };
    let waits = waits(org, &ground, me);
    if solved.pairing.couple_of(me).is_some() {
        let lead = format!(
            "You have looked for {waits}. As things stand there is a mentor for you, once those who look after the \
             program publish the pairs, or a mentor says yes to you."
        );
        return Ok(MyMatchPage { title: "A mentor is in sight".to_owned(), lead, ..blank });
    }
    let way_out = ways_out.get(me).and_then(Option::as_ref);
    let teller = Teller { org, solved, told: Told::Learner };
    let reason = |(mentor, text): (PersonId, String)| {
        let place = wish(org, id, &Pair { mentee: me.clone(), mentor: mentor.clone() });
        let wish = if place.is_empty() { place } else { format!("Your {place}") };
        MyReason { person: PersonTag::of(org, &mentor), wish, text }
    };
    let because = teller.because(me);
    // What the lead says already is not said again beside the one whom it is about.
    let others = teller.why_not(me).into_iter().filter(|(_, text)| *text != because).map(reason);
    Ok(MyMatchPage {
        title: "Why you have no mentor yet".to_owned(),
        lead: format!("{because} You have looked for {waits}."),
        others: others.collect(),
        way_out: way_out.map(|out| teller.way_out(me, out)),
        instead: if way_out.is_some() { String::new() } else { INSTEAD.to_owned() },
        ..blank
    })
}

const INSTEAD: &str = "No single small change would give you a mentor now. Add something that you want to learn, or wait: \
    whoever has waited longest comes first.";

fn my_mentor(reader: &Reader, ground: &Ground) -> Option<MyMentor> {
    let (org, me) = (reader.org, &reader.me.id);
    let pair = ground.roll().pair_of(me)?;
    let fit: Option<Fit> = match ground.fit(me, &pair.mentor) {
        Ok(fit) => Some(fit),
        Err(left) => left.fit,
    };
    let explained = fit.and_then(|fit| ground.explained(me, &pair.mentor, &fit, Voice::Learner));
    let lines = explained.iter().flat_map(|explained| &explained.lines);
    Some(MyMentor {
        person: PersonTag::of(org, &pair.mentor),
        skill: SkillTag::of(org, &pair.skill),
        lines: lines.map(|line| format!("{}{}", line.lead, line.rest)).collect(),
        band: explained.as_ref().map(|explained| explained.band),
        parts: explained.map(|explained| explained.parts).unwrap_or_default(),
        href: format!("/pairs/{}", pair.id),
    })
}

/// What became of the reader in a round; empty when it was not published or did not concern them.
fn in_round(reader: &Reader, round: &MatchRound) -> String {
    let Some(Published { at, pairing, .. }) = round.published().filter(|_| round.is_published()) else {
        return String::new();
    };
    let (clocks, zone) = (reader.clocks, &reader.me.zone);
    let day = brief_past(clocks.wall(zone, *at).day, clocks.today(zone));
    let all = pairing.couples.len() + pairing.left.len();
    let got = sentence(&counted(pairing.couples.len(), "of them got a mentor", "of them got a mentor"));
    let (has, was_left) = (pairing.couple_of(&reader.me.id).is_some(), pairing.left.contains(&reader.me.id));
    match (has, was_left) {
        (true, _) => format!("Everybody was matched on {day}: {}. {got}.", counted(all, "learner", "learners")),
        (false, true) => {
            let looked = counted(all, "learner", "learners");
            format!("Everybody was matched on {day}: {looked}. {got}, and you were not among them.")
        }
        (false, false) => String::new(),
    }
}
