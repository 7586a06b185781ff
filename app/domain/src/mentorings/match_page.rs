//! Whom the reader could ask to be their mentor in one program, whom they wish for, and what came of those they asked.

use super::forms::value_of;
use super::request::RequestCard;
use super::suggested::{Suggested, suggested};
use super::{ProgramTag, days, places_words, stands_still, waited};
use crate::colleague::Colleague;
use crate::id::{PersonId, ProgramId};
use crate::mentoring::{Because, Explained, Ground, Mode, Passed, Seeking, Terms, Voice, Wish};
use crate::pairs::{self, PairLine};
use crate::program::Phase;
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::tag::SkillTag;
use crate::time::Face;
use crate::wording::counted;
use serde::{Deserialize, Serialize};

/// How many are suggested.
const SUGGESTED: usize = 5;
/// How many are shown where people ask whom they like.
const LISTED: usize = 30;

/// `/mentoring/{program}/match`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchPage {
    /// In which program.
    pub program: ProgramTag,
    /// How pairs come about, and how long the reader has looked.
    pub lead: String,
    /// What the program promises about answers.
    pub promise: String,
    /// The pair that the reader has in it already.
    pub pair: Option<PairLine>,
    /// The request that waits.
    pub asked: Option<RequestCard>,
    /// Whom they wish for, the dearest first.
    pub wishes: Vec<WishLine>,
    /// How many they can rank.
    pub most: u32,
    /// Who fits, the best first.
    pub suggestions: Vec<Suggested>,
    /// Whom they wish for and who is no candidate.
    pub unfit: Vec<UnfitLine>,
    /// Whom they asked before, the last first.
    pub passed: Vec<PassedLine>,
    /// Why nobody is suggested, and what would help; empty when somebody is.
    pub nobody: String,
    /// Words that could be sent as they are.
    pub message: String,
    /// What the reader can do now.
    pub moves: MatchMoves,
}

/// What the reader can do on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchMoves {
    /// Rank mentors.
    pub rank: bool,
    /// Send a request to the first wish that has a place.
    pub ask: bool,
    /// Take a request back.
    pub take_back: bool,
    /// Look no more.
    pub stop: bool,
}

/// A mentor whom the reader wishes for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WishLine {
    /// Who.
    pub mentor: Colleague,
    /// For what.
    pub skill: SkillTag,
    /// "one place is free", "said no on Tuesday".
    pub note: String,
    /// True when they could be asked now.
    pub is_open: bool,
    /// Why the two fit; `None` when they are no candidates.
    pub why: Option<Explained>,
    /// The wishes in the order with this one a place higher; empty for the first.
    pub higher: Vec<String>,
    /// The wishes without this one.
    pub without: Vec<String>,
}

/// Somebody who is no candidate, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnfitLine {
    /// Who.
    pub mentor: Colleague,
    /// "your working hours do not meet".
    pub because: String,
}

/// Somebody whom the reader asked before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassedLine {
    /// "Noor said no", "Noor did not answer in time".
    pub text: String,
    /// What they wrote, if anything.
    pub words: String,
    /// When.
    pub at: Face,
}

/// Whom the reader could ask in `program`. Not found for drafts, for other kinds of programs, and for those who do not learn
/// in it.
pub fn match_page(reader: &Reader, program: &ProgramId) -> Result<MatchPage, Rejection> {
    let (terms, me) = (Terms::default(), &reader.me.id);
    let ground = Ground::of(reader.org, program, &terms, reader.clocks).ok_or(Rejection::NotFound(Noun::Program))?;
    let (found, rules) = (ground.program(), ground.rules());
    if found.phase == Phase::Draft || !ground.roll().is_learner(me) {
        return Err(Rejection::NotFound(Noun::Program));
    }
    let seeking = reader.org.seeking(program, me);
    let seeker = ground.roll().seeker_of(me);
    let pair = ground.roll().pair_of(me).map(|pair| pairs::line(reader, pair));
    let looks = pair.is_none() && found.phase.takes_people();
    let most = if rules.mode == Mode::People { LISTED } else { SUGGESTED };
    let suggestions = if looks { suggested(&ground, me, most) } else { Vec::new() };
    let open = seeking.filter(|_| looks);
    let asked = open.and_then(|seeking| seeking.asked.as_ref());
    let wishes = open.map(|seeking| wishes(reader, &ground, seeking)).unwrap_or_default();
    let lead = match &seeker {
        _ if !found.phase.takes_people() && pair.is_none() => stands_still(found.phase).to_owned(),
        Some(seeker) => format!("{} You have looked for {}.", rules.mode.words(), waited(seeker.since, reader.now())),
        None => rules.mode.words().to_owned(),
    };
    let moves = MatchMoves {
        rank: looks,
        ask: looks && rules.mode.asks() && asked.is_none() && wishes.iter().any(|wish| wish.is_open),
        take_back: asked.is_some(),
        stop: looks && seeker.is_some(),
    };
    let passed = seeking.map(|seeking| passed_lines(reader, seeking)).unwrap_or_default();
    Ok(MatchPage {
        program: ProgramTag::of(found),
        lead,
        promise: promise(&ground),
        pair,
        asked: asked.map(|asked| RequestCard::of(reader, asked)),
        nobody: if suggestions.is_empty() && looks { nobody(reader, &ground) } else { String::new() },
        unfit: if looks { unfit(reader, &ground) } else { Vec::new() },
        message: message(&wishes, &suggestions),
        suggestions,
        wishes,
        most: u32::try_from(rules.wishes).unwrap_or(u32::MAX),
        passed,
        moves,
    })
}

/// What the program promises those who wait.
fn promise(ground: &Ground) -> String {
    let rules = ground.rules();
    let longest = counted(days(rules.promise()), "day", "days");
    if !rules.mode.asks() {
        return format!("Whoever waits longer than {longest} is made known to the organisers.");
    }
    let each = counted(days(rules.answer_within), "day", "days");
    format!(
        "Every request gets an answer: after {each} without one it goes on to your next wish, and both of you are told. If \
         you wait longer than {longest}, the organisers know."
    )
}

fn wishes(reader: &Reader, ground: &Ground, seeking: &Seeking) -> Vec<WishLine> {
    let line = |(place, wish): (usize, &Wish)| {
        let taken = ground.roll().taken(ground.rules(), &wish.mentor);
        let fit = ground.fit(&reader.me.id, &wish.mentor);
        let is_asked = seeking.asked.as_ref().is_some_and(|asked| asked.mentor == wish.mentor);
        let rests = seeking.rests(&wish.mentor, reader.now());
        let is_barred = fit.as_ref().is_err_and(|left| left.because.refused().is_some());
        let note = match &fit {
            _ if is_asked => "is asked now".to_owned(),
            _ if seeking.was_declined(&wish.mentor, reader.now()) => "said no".to_owned(),
            _ if rests => "did not answer in time".to_owned(),
            Err(left) => left.because.words_to_learner().to_owned(),
            Ok(_) => places_words(taken),
        };
        WishLine {
            mentor: Colleague::named(reader.org, &wish.mentor),
            skill: SkillTag::of(reader.org, &wish.skill),
            note,
            is_open: !rests && !is_barred && taken.free() > 0,
            why: fit.ok().and_then(|fit| ground.explained(&reader.me.id, &wish.mentor, &fit, Voice::Learner)),
            higher: higher(&seeking.wishes, place),
            without: without(&seeking.wishes, place),
        }
    };
    seeking.wishes.iter().enumerate().map(line).collect()
}

/// The order with the wish at `place` one higher; nothing for the first.
fn higher(wishes: &[Wish], place: usize) -> Vec<String> {
    let Some(above) = place.checked_sub(1) else { return Vec::new() };
    let mut order: Vec<String> = wishes.iter().map(value_of).collect();
    order.swap(above, place);
    order
}

fn without(wishes: &[Wish], place: usize) -> Vec<String> {
    wishes.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, wish)| value_of(wish)).collect()
}

/// Who knows what the reader wants and is no candidate, and why; a few of them.
fn unfit(reader: &Reader, ground: &Ground) -> Vec<UnfitLine> {
    use crate::mentoring::Unfit;
    const MOST: usize = 3;
    let all = ground.fits_of(&reader.me.id).into_iter().filter_map(|(mentor, fit)| Some((mentor, fit.err()?)));
    let near = all.filter(|(_, left)| left.because != Unfit::NothingToTeach && left.because != Unfit::Oneself);
    let line = |(mentor, left): (&PersonId, Box<crate::mentoring::LeftOut>)| UnfitLine {
        mentor: Colleague::named(reader.org, mentor),
        because: left.because.words_to_learner().to_owned(),
    };
    near.take(MOST).map(line).collect()
}

/// Why nobody is suggested, and what would help.
fn nobody(reader: &Reader, ground: &Ground) -> String {
    let wants = reader.org.wants_of(&reader.me.id).any(|(skill, _)| ground.rules().is_about(skill));
    let has_mentors = ground.roll().mentors().any(|mentor| *mentor != reader.me.id);
    let has_places = ground.roll().mentors().any(|mentor| ground.free_places(mentor) > 0);
    let words = match (wants, has_mentors, has_places) {
        (false, ..) => {
            "You have not said yet what you want to learn. Say it, and mentors who are ahead of you stand here."
        }
        (true, false, _) => "Nobody mentors in this program yet. The organisers see that you wait.",
        (true, true, false) => {
            "Every mentor’s places are taken now. The organisers see that you wait; say what else you want to learn, \
             and others may fit."
        }
        (true, true, true) => {
            "No mentor here is far enough ahead of you in what you want, at hours that you share. Say \
                               what else you want to learn, or ask a colleague outside the program."
        }
    };
    words.to_owned()
}

/// Words that could be sent as they are.
fn message(wishes: &[WishLine], suggestions: &[Suggested]) -> String {
    let wished = wishes.iter().find(|wish| wish.is_open).map(|wish| &wish.skill);
    match wished.or_else(|| suggestions.first().map(|suggested| &suggested.skill)) {
        Some(skill) => format!("Hello! I’d like to learn {} from you. Could you be my mentor?", skill.name),
        None => String::new(),
    }
}

fn passed_lines(reader: &Reader, seeking: &Seeking) -> Vec<PassedLine> {
    const MOST: usize = 8;
    let line = |passed: &Passed| {
        let name = Colleague::named(reader.org, &passed.mentor).first_name;
        let (text, words) = match &passed.because {
            Because::Declined { reason } => (format!("{name} said no"), reason.as_str()),
            Because::Silent => (format!("{name} did not answer in time"), ""),
            Because::Full => (format!("{name}’s last place went to somebody else"), ""),
            Because::Paused => (format!("{name} takes nobody new for now"), ""),
            Because::Left => (format!("{name} does not mentor in this program any more"), ""),
            Because::TakenBack => (format!("You took your request to {name} back"), ""),
        };
        let at = reader.clocks.face(&reader.me.zone, passed.at);
        PassedLine { text, words: words.to_owned(), at }
    };
    seeking.passed.iter().rev().take(MOST).map(line).collect()
}
