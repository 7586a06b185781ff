//! The log that the history of the demo company would have left, so that whatever reads the log has read it too.

use super::{Company, DemoSession};
use domain::comment::{Comment, CommentStep};
use domain::drill::Drill;
use domain::event::{
    Happening, MovedBoard, MovedComment, MovedDrill, MovedNote, MovedPair, MovedRing, MovedRound, MovedSeeking,
    MovedThread, RoundStep,
};
use domain::exchange::Exchange;
use domain::hours::Entry;
use domain::id::PersonId;
use domain::match_round::MatchRound;
use domain::mentoring::{Because, Seeking};
use domain::note::{Note, NoteStep, NoteVersion};
use domain::pair::Pair;
use domain::session::OpenTo;
use domain::swap::{Course, SwapRing};
use domain::thread::{Thread, ThreadStep};
use domain::time::Timestamp;

/// Something that happened before the company was loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub by: Option<PersonId>,
    /// What.
    pub what: Happening,
}

impl Company {
    /// `count` things that happened in it, over and over when there are fewer; none in a company without any.
    pub fn events(&self, count: usize) -> impl Iterator<Item = Happened> + use<> {
        let all = happened(self);
        (0..count).filter_map(move |number| all.get(number % all.len().max(1)).cloned())
    }
}

/// All of it, oldest first.
pub(super) fn happened(company: &Company) -> Vec<Happened> {
    let mut all = Vec::new();
    for person in &company.people {
        let what = Happening::PersonChanged { person: person.id.clone() };
        let at = person.welcomed_at.unwrap_or(person.joined_at);
        all.push(Happened { at, by: Some(person.id.clone()), what });
    }
    for piece in &company.evidence {
        let what = Happening::EvidenceGiven { person: piece.person.clone(), skill: piece.skill.clone() };
        all.push(Happened { at: piece.at, by: piece.by.clone(), what });
    }
    for want in &company.wants {
        let what = Happening::WantChanged { person: want.person.clone(), skill: want.skill.clone() };
        all.push(Happened { at: want.at, by: Some(want.person.clone()), what });
    }
    for offer in &company.offers {
        let what = Happening::OfferChanged { person: offer.person.clone(), skill: offer.skill.clone() };
        all.push(Happened { at: offer.at, by: Some(offer.person.clone()), what });
    }
    for thanks in &company.thanks {
        let (from, to, skill) = (thanks.from.clone(), thanks.to.clone(), thanks.skill.clone());
        all.push(Happened { at: thanks.at, by: Some(from.clone()), what: Happening::ThanksGiven { from, to, skill } });
    }
    all.extend(company.exchanges.iter().flat_map(moves));
    all.extend(company.drills.iter().flat_map(moves_of_drill));
    all.extend(company.pairs.iter().flat_map(news_of_pair));
    all.extend(company.rounds.iter().flat_map(moves_of_round));
    all.extend(company.seekings.iter().flat_map(moves_of_seeking));
    all.extend(company.swap_rings.iter().flat_map(moves_of_ring));
    all.extend(company.courses.iter().flat_map(moves_of_course));
    all.extend(company.note_versions.iter().map(text_of_note));
    all.extend(company.notes.iter().flat_map(moves_of_note));
    all.extend(company.threads.iter().flat_map(moves_of_thread));
    all.extend(company.comments.iter().map(said));
    all.extend(company.sessions.iter().flat_map(moves_of_session));
    all.extend(company.hours.entries.iter().map(moved_hours));
    all.extend(company.programs.iter().flat_map(|program| program.happened.iter().cloned()));
    all.sort_by_key(|happened| happened.at);
    all
}

/// Asking, and every move since; the server itself ends what nobody answered.
fn moves(exchange: &Exchange) -> Vec<Happened> {
    let what = Happening::ExchangeMoved {
        exchange: exchange.id.clone(),
        learner: exchange.learner.clone(),
        teacher: exchange.teacher.clone(),
        skill: exchange.skill.clone(),
    };
    let by = |side| Some(exchange.person(side).clone());
    let mut moments = vec![(exchange.asked_at, Some(exchange.learner.clone()))];
    moments.extend(exchange.history.iter().map(|made| (made.at, by(made.by))));
    if moments.last().is_some_and(|(at, _)| *at < exchange.moved_at) {
        moments.push((exchange.moved_at, None));
    }
    moments.into_iter().map(|(at, by)| Happened { at, by, what: what.clone() }).collect()
}

/// The same of a drill.
fn moves_of_drill(drill: &Drill) -> Vec<Happened> {
    let what = Happening::DrillMoved(MovedDrill {
        drill: drill.id.clone(),
        skill: drill.skill.clone(),
        holder: drill.holder.clone(),
        backup: drill.backup.clone(),
        proposed_by: drill.proposed_by.clone(),
    });
    let mut moments = vec![(drill.proposed_at, Some(drill.proposed_by.clone()))];
    moments.extend(drill.history.iter().map(|made| (made.at, Some(made.by.clone()))));
    if moments.last().is_some_and(|(at, _)| *at < drill.moved_at) {
        moments.push((drill.moved_at, None));
    }
    moments.into_iter().map(|(at, by)| Happened { at, by, what: what.clone() }).collect()
}

/// That a pair began, and what its people were told since.
fn news_of_pair(pair: &Pair) -> Vec<Happened> {
    let people = pair.ever().cloned().collect();
    let moved = MovedPair { pair: pair.id.clone(), program: pair.program.clone(), people };
    let what = Happening::PairMoved(moved);
    pair.news.iter().map(|news| Happened { at: news.at, by: news.by.clone(), what: what.clone() }).collect()
}

/// That pairings were kept in a round of matching.
fn moves_of_round(round: &MatchRound) -> Vec<Happened> {
    let (program, n) = (round.program.clone(), round.n);
    let what = Happening::MatchRoundMoved(MovedRound { program, n, how: RoundStep::Kept });
    round.kept.iter().map(|kept| Happened { at: kept.at, by: kept.by.clone(), what: what.clone() }).collect()
}

/// Every request of a search, and what became of it.
fn moves_of_seeking(seeking: &Seeking) -> Vec<Happened> {
    let moved = |at, by: Option<&PersonId>, mentor: &PersonId| {
        let (program, person) = (seeking.program.clone(), seeking.person.clone());
        let moved = MovedSeeking { program, person, mentors: vec![mentor.clone()] };
        Happened { at, by: by.cloned(), what: Happening::SeekingMoved(moved) }
    };
    let me = Some(&seeking.person);
    let passed = seeking.passed.iter().flat_map(|passed| {
        let by = matches!(passed.because, Because::Declined { .. }).then_some(&passed.mentor);
        [moved(passed.asked_at, me, &passed.mentor), moved(passed.at, by, &passed.mentor)]
    });
    passed.chain(seeking.asked.iter().map(|asked| moved(asked.at, me, &asked.mentor))).collect()
}

/// Offering it, and every yes and no since.
fn moves_of_ring(ring: &SwapRing) -> Vec<Happened> {
    let people = ring.people().cloned().collect();
    let what = Happening::RingMoved(MovedRing { ring: ring.id.clone(), program: ring.program.clone(), people });
    let mut moments = vec![(ring.offered_at, None)];
    moments.extend(ring.yes.iter().map(|yes| (yes.at, Some(yes.person.clone()))));
    if moments.last().is_some_and(|(at, _)| *at < ring.moved_at) {
        moments.push((ring.moved_at, ring.fall().and_then(|why| why.gone().into_iter().next())));
    }
    moments.into_iter().map(|(at, by)| Happened { at, by, what: what.clone() }).collect()
}

/// Proposing it, and everybody who would come or hold it.
fn moves_of_course(course: &Course) -> Vec<Happened> {
    let (program, id) = (course.program.clone(), Some(course.id.clone()));
    let what = Happening::SwapBoardMoved(MovedBoard { program, course: id });
    let moves = course.joined.iter().chain(&course.taken);
    moves.map(|moved| Happened { at: moved.at, by: Some(moved.person.clone()), what: what.clone() }).collect()
}

fn text_of_note(version: &NoteVersion) -> Happened {
    let how = if version.n == 1 { NoteStep::Written } else { NoteStep::Edited };
    Happened {
        at: version.at,
        by: Some(version.by.clone()),
        what: Happening::NoteMoved(MovedNote { note: version.note.clone(), how }),
    }
}

/// That somebody said that it holds, apart from writing it, and that it holds no more.
fn moves_of_note(note: &Note) -> Vec<Happened> {
    let moved = |by: &PersonId, at, how| Happened {
        at,
        by: Some(by.clone()),
        what: Happening::NoteMoved(MovedNote { note: note.id.clone(), how }),
    };
    let checked = Some(&note.checked).filter(|checked| checked.at > note.changed_at);
    let verified = checked.map(|checked| moved(&checked.by, checked.at, NoteStep::Verified));
    let over = note.obsolete.as_ref().map(|over| moved(&over.by, over.at, NoteStep::MadeObsolete));
    verified.into_iter().chain(over).collect()
}

/// Asking, passing on, answering, solving.
fn moves_of_thread(thread: &Thread) -> Vec<Happened> {
    let moved = |by: &PersonId, at, how| Happened {
        at,
        by: Some(by.clone()),
        what: Happening::ThreadMoved(MovedThread { thread: thread.id.clone(), how }),
    };
    let passed = thread.turns.iter().filter_map(|turn| Some(moved(&turn.to, turn.passed_at?, ThreadStep::PassedOn)));
    let answers = thread.answers.iter().map(|answer| moved(&answer.by, answer.at, ThreadStep::Answered));
    let solved = thread.accepted.iter().map(|accepted| moved(&accepted.by, accepted.at, ThreadStep::Accepted));
    let closed = thread.closed.iter().map(|closed| moved(&closed.by, closed.at, ThreadStep::Closed));
    let asked = moved(&thread.by, thread.at, ThreadStep::Asked);
    std::iter::once(asked).chain(passed).chain(answers).chain(solved).chain(closed).collect()
}

fn said(comment: &Comment) -> Happened {
    let what = Happening::CommentMoved(MovedComment {
        comment: comment.id.clone(),
        subject: comment.subject.clone(),
        how: CommentStep::Written,
        among: Vec::new(),
    });
    Happened { at: comment.at, by: Some(comment.by.clone()), what }
}

fn moved_hours(entry: &Entry) -> Happened {
    let what = Happening::HoursMoved(entry.told());
    Happened { at: entry.at, by: Some(entry.transfer.by.clone()), what }
}

/// Planning it, and every answer, question and close of a date.
fn moves_of_session(made: &DemoSession) -> Vec<Happened> {
    let session = &made.session;
    let people = match &session.open_to {
        OpenTo::Everyone => None,
        OpenTo::Invited { people } => Some(people.iter().chain(&session.hosts).cloned().collect::<Vec<_>>()),
    };
    let changed = Happening::SessionChanged { session: session.id.clone(), people: people.clone() };
    let by = Some(session.made_by.clone());
    let mut all = vec![Happened { at: session.made_at, by: by.clone(), what: changed.clone() }];
    if session.revision.at > session.made_at {
        all.push(Happened { at: session.revision.at, by: by.clone(), what: changed });
    }
    for date in &made.occurrences {
        let moved = |at: Timestamp, by: &PersonId| {
            let (session, person, people) = (session.id.clone(), Some(by.clone()), people.clone());
            let what = Happening::OccurrenceMoved { session, on: date.on, person, people };
            Happened { at, by: Some(by.clone()), what }
        };
        all.extend(date.answers.iter().map(|answer| moved(answer.at, &answer.person)));
        all.extend(date.questions.iter().map(|question| moved(question.at, &question.by)));
        all.extend(date.closed.iter().map(|closed| moved(closed.at, &closed.by)));
    }
    all
}
