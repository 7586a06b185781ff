//! Colleagues go on speaking for somebody until the evidence gives the level that is written down, and, where that is
//! what the organisation needs, until it is sure enough to count as cover. So the levels of the demo rest on evidence
//! as everybody's do, and on nothing else.

use super::{Desk, Voice, Word};
use crate::demo::dice::Dice;
use crate::demo::people::{self, Knows, Row};
use crate::demo::skills;
use domain::actor::Role;
use domain::clocks::Day;
use domain::evidence::{Evidence, Level, Source, Weighing, estimate};
use domain::id::PersonId;

/// How many more may speak for one level. A test says when they do not suffice.
const MOST: usize = 8;

impl Desk<'_> {
    /// Adds what is still missing. The dice are its own, so that the rest of the company stays as it is.
    pub(super) fn vouch(&mut self, dice: &mut Dice) {
        for row in people::rows() {
            for knows in row.known() {
                for _ in 0..MOST {
                    let Some(level) = self.missing(row, &knows) else { break };
                    let Some(by) = self.next_voice(row, &knows, dice) else { break };
                    let at = self.moment(row.days_ago(dice), dice);
                    let word = Word { by, source: Source::Peer, level, note: "", at };
                    self.pieces.push(word.about(row.id(), skills::id(knows.skill)));
                }
            }
        }
    }

    /// The level that one more colleague should speak for; `None` when the evidence says what is written down.
    fn missing(&self, row: &Row, knows: &Knows) -> Option<Level> {
        let about: Vec<Evidence> = self.about(row, knows).cloned().collect();
        let found = estimate(&about, &Weighing::usual(Day::utc(self.calendar.now())))?;
        let target = skills::target(knows.skill);
        let is_sure = knows.level < target || found.reaches(target);
        (found.level != knows.level || !is_sure).then_some(knows.level)
    }

    fn about<'a>(&'a self, row: &Row, knows: &Knows) -> impl Iterator<Item = &'a Evidence> {
        let (person, skill) = (row.id(), skills::id(knows.skill));
        self.pieces.iter().filter(move |piece| piece.person == person && piece.skill == skill)
    }

    /// Somebody of the same team or of the same trade who has not spoken yet; else any colleague.
    fn next_voice(&self, row: &Row, knows: &Knows, dice: &mut Dice) -> Option<PersonId> {
        let spoken: Vec<&PersonId> = self.about(row, knows).filter_map(|piece| piece.by.as_ref()).collect();
        let is_free = |voice: &&Voice| voice.id != row.id() && !spoken.contains(&&voice.id);
        let near = |voice: &&Voice| is_free(voice) && voice.may_say(false, row.team, knows.skill);
        let any = |voice: &&Voice| is_free(voice) && voice.role == Role::Member;
        let near: Vec<&Voice> = self.voices.iter().filter(near).collect();
        let fitting = if near.is_empty() { self.voices.iter().filter(any).collect() } else { near };
        (!fitting.is_empty()).then(|| dice.one_of(&fitting).id.clone())
    }
}
