//! What programs have for the reader: an invitation, a seat, a version that changes something for them, and a program that is
//! paused, goes on or is over. One for each version, with what they have to do by it.

use super::{Notification, NotificationKind, Said};
use crate::program::{Effect, Phase, Standing};
use crate::programs::{Sight, changes_for, my_programs, worded};
use crate::reader::{Phrase, Reader};
use crate::time::Timestamp;

pub(super) fn items(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    my_programs(reader).iter().flat_map(of_program).collect()
}

fn of_program(sight: &Sight) -> Vec<(Timestamp, Notification)> {
    let reader = &sight.reader;
    let mut items: Vec<_> = invited(sight).into_iter().chain(seated(sight)).chain(moved(sight)).collect();
    for reached in changes_for(sight) {
        let is_mine = reached.version.by.as_ref() == Some(&reader.me.id);
        if is_mine {
            continue;
        }
        let effects: Vec<String> = reached.effects.iter().map(|effect| worded(sight, effect)).collect();
        let told = match reached.effects.as_slice() {
            [Effect::GainsStep { .. }] => format!(" has {}", effects.join("").replacen('A', "a", 1)),
            _ => format!(" has changed. {}", effects.join(" ")),
        };
        let text = named("", sight, &told);
        let words = reached.version.note.as_str();
        let said = Said { kind: NotificationKind::ProgramChanged, text, words, href: sight.href() };
        items.push((reached.at, said.of_time(reader, reached.at)));
    }
    items
}

fn invited(sight: &Sight) -> Option<(Timestamp, Notification)> {
    let mine = sight.mine?;
    let Standing::Invited { by } = &mine.standing else { return None };
    let text = named(" asks you to join ", sight, "");
    let said = Said { kind: NotificationKind::ProgramInvited, text, words: "", href: sight.href() };
    Some((mine.since, said.by(&sight.reader, by, mine.since)))
}

/// A seat for whoever waited.
fn seated(sight: &Sight) -> Option<(Timestamp, Notification)> {
    let mine = sight.mine.filter(|mine| mine.standing == Standing::Inside && mine.waited_since.is_some())?;
    let text = named("You have a seat in ", sight, "");
    let said = Said { kind: NotificationKind::ProgramSeated, text, words: "", href: sight.href() };
    Some((mine.since, said.of_time(&sight.reader, mine.since)))
}

/// What became of the program since the reader is in it, or waits for it.
fn moved(sight: &Sight) -> Option<(Timestamp, Notification)> {
    let mine = sight.mine.filter(|mine| matches!(mine.standing, Standing::Inside | Standing::Waiting))?;
    let since = sight.program.phase_since;
    if since <= mine.since {
        return None;
    }
    let end = match sight.program.phase {
        Phase::Paused => " is paused. Nothing is due until it goes on.",
        Phase::Running => " goes on.",
        Phase::Closed => " is over. What you did stays.",
        Phase::Draft | Phase::Open => return None,
    };
    let said =
        Said { kind: NotificationKind::ProgramMoved, text: named("", sight, end), words: "", href: sight.href() };
    Some((since, said.of_time(&sight.reader, since)))
}

/// The name of the program between `before` and `after`.
fn named(before: &str, sight: &Sight, after: &str) -> Vec<Phrase> {
    let parts = [Phrase::plain(before), Phrase::strong(sight.title()), Phrase::plain(after)];
    parts.into_iter().filter(|phrase| !phrase.text.is_empty()).collect()
}
