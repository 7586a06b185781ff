//! What others did in drills that the reader is in or proposed, and what ended by itself. What somebody said about how it
//! went is not here: that is read on the drill, when both have said it.

use super::{Notification, NotificationKind, Said};
use crate::drill::{Drill, Made, Move, Stage};
use crate::drills::{days_in, my_side};
use crate::reader::{Phrase, Reader};
use crate::time::Timestamp;

pub(super) fn items(reader: &Reader) -> Vec<(Timestamp, Notification)> {
    let me = &reader.me.id;
    let mine = reader.org.drills().filter(|drill| drill.side_of(me).is_some() || drill.proposed_by == *me);
    mine.flat_map(|drill| of_drill(reader, drill)).collect()
}

fn of_drill(reader: &Reader, drill: &Drill) -> Vec<(Timestamp, Notification)> {
    let me = &reader.me.id;
    let skill = reader.skill(&drill.skill);
    let said = |kind, lead: String, words| {
        let text = vec![Phrase::plain(lead), Phrase::strong(skill)];
        Said { kind, text, words, href: format!("/drills/{}", drill.id) }
    };
    let mut items = Vec::new();
    if drill.proposed_by != *me {
        let words = drill.task.as_str();
        let asked = said(NotificationKind::Asked, " proposes a drill of ".to_owned(), words);
        items.push((drill.proposed_at, asked.by(reader, &drill.proposed_by, drill.proposed_at)));
    }
    for made in drill.history.iter().filter(|made| made.by != *me) {
        let (kind, lead, words) = of_move(made);
        items.push((made.at, said(kind, lead, words).by(reader, &made.by, made.at)));
    }
    if let Some(lead) = ending(reader, drill) {
        items
            .push((drill.moved_at, said(NotificationKind::Ended, lead.to_owned(), "").of_time(reader, drill.moved_at)));
    }
    items
}

fn of_move(made: &Made) -> (NotificationKind, String, &str) {
    match &made.step {
        Move::Accept => (NotificationKind::Agreed, " said yes to the drill of ".to_owned(), ""),
        Move::Propose { on, until } => {
            (NotificationKind::Proposed, format!(" proposes {} for the drill of ", days_in(*on, *until)), "")
        }
        Move::Decline { reason } => (NotificationKind::Ended, " declined the drill of ".to_owned(), reason.as_str()),
        Move::Withdraw => (NotificationKind::Ended, " took back the drill of ".to_owned(), ""),
        Move::Report { .. } => (NotificationKind::Confirmed, " said how it went in the drill of ".to_owned(), ""),
    }
}

/// What time ended, or what both together say, told to whoever is not the last to say it.
fn ending(reader: &Reader, drill: &Drill) -> Option<&'static str> {
    match &drill.stage {
        Stage::Expired => Some("Nobody answered in time about the drill of "),
        Stage::Untold => Some("Not both said how it went in the drill of "),
        Stage::Done { .. } => {
            let last_is_me = drill.history.last().is_some_and(|made| made.by == reader.me.id);
            let passed = drill.outcome().is_some_and(|outcome| outcome.passed());
            match (last_is_me, my_side(reader, drill).is_some(), passed) {
                (true, ..) => None,
                (false, _, true) => Some("Passed, as both say: the drill of "),
                (false, true, false) => Some("Both have said how it went; read it: the drill of "),
                (false, false, false) => Some("Not passed: the drill of "),
            }
        }
        Stage::Proposed { .. } | Stage::Agreed | Stage::Declined { .. } | Stage::Withdrawn => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::drill::tests::{agreed, done, in_days, proposed, tells};
    use crate::drill::{Drill, Move, Verdict};
    use crate::fernhill::fernhill;
    use crate::notifications::{Inbox, NotificationsQuery, notifications_page};
    use crate::reader::tests::read_by;
    use crate::text::Prose;

    /// What somebody is told of a drill, the newest first.
    fn told(drill: Drill, me: &str) -> Vec<String> {
        let mut org = fernhill();
        org.put_drill(drill);
        let page =
            read_by(&org, me, |reader| notifications_page(reader, &Inbox::default(), NotificationsQuery::default()));
        let text = |item: crate::notifications::Notification| {
            item.text.iter().map(|phrase| phrase.text.as_str()).collect::<String>() + &item.words
        };
        page.items.into_iter().filter(|item| item.href == "/drills/d1").map(text).collect()
    }

    #[test]
    fn each_is_told_what_the_others_did_and_never_what_they_said_of_it() {
        let (amara, rosalind, priya) = ("amara-okafor", "rosalind-achterberg", "priya-raman");
        let asked = "Rosalind proposes a drill of Infusion pumpsSet up the pump on ward 3 in the morning.";
        assert_eq!(told(proposed(rosalind), amara), [asked]);
        assert_eq!(told(proposed(rosalind), rosalind), Vec::<String>::new());
        assert_eq!(told(agreed(), rosalind), ["Amara said yes to the drill of Infusion pumps"]);
        assert_eq!(told(agreed(), priya), Vec::<String>::new(), "she has nothing to do with it");
        let half = agreed().moved(&amara.parse().unwrap(), tells(Verdict::Not, &["All of it"]), in_days(5)).unwrap();
        assert_eq!(told(half, rosalind)[0], "Amara said how it went in the drill of Infusion pumps");
        let passed = done(Verdict::Alone, Verdict::Alone);
        assert_eq!(told(passed.clone(), amara)[0], "Passed, as both say: the drill of Infusion pumps");
        assert_eq!(told(passed, rosalind)[0], "Amara said how it went in the drill of Infusion pumps");
        let no = Move::Decline { reason: Prose::parse("reason", "I am on nights.").unwrap() };
        let declined = agreed().moved(&amara.parse().unwrap(), no, in_days(2)).unwrap();
        assert_eq!(told(declined, rosalind)[0], "Amara declined the drill of Infusion pumpsI am on nights.");
        let expired = proposed(priya).expired(in_days(7)).unwrap();
        assert_eq!(told(expired, priya), ["Nobody answered in time about the drill of Infusion pumps"]);
    }
}
